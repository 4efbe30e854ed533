//! A roster: people whom the caller knows, what they are called, and which offices they held when.
//!
//! It is a file of TOML or of CSV that a historian can write. The parse asks it who held an office
//! on the day of the meeting, and takes ids from it; it never changes what a document says.

mod csv;
mod moment;
mod toml;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::model::Moment;

/// People, their names, offices and ids, as the caller knows them.
///
/// In TOML, one `[[person]]` each; all but `name` may be left out:
///
/// ```toml
/// [[person]]
/// name = "Marta S. Orlo"
/// aliases = ["M. S. Orlo", "Orlova"]
/// ids = { wikidata = "Q1", viaf = "2" }
///
/// [[person.office]]
/// title = "Secretary of State"
/// of = "Vesta"            # the country or institution
/// from = 1961-01-21       # a day, a month ("1961-01") or a year ("1961"), the first in office
/// to = "1969-01"          # the last; left out, the office has not ended
/// ```
///
/// In CSV, a header row and one row an office; rows of one name and the same ids are one person.
/// The columns are `name`, `aliases` (between semicolons), `office`, `of`, `from` and `to`, in any
/// order; every other column is an id by its name:
///
/// ```csv
/// name,aliases,office,of,from,to,wikidata
/// Marta S. Orlo,M. S. Orlo;Orlova,Secretary of State,Vesta,1961-01-21,1969-01,Q1
/// ```
///
/// ```
/// let roster = memcon::Roster::from_csv("name,office,from\nMarta Orlo,Secretary of State,1961\n")?;
/// let text = "Memorandum of Conversation\n\nTaver, May 3, 1962.\n\nThe Secretary: Good day.\n\n\
///             Mr. Rivel: Good day.\n\nThe Secretary: Sit down.\n";
/// let options = memcon::Options::new().roster(roster);
/// let parsed = memcon::parse_with(text, &options)?;
/// let mut people = parsed.memorandum.participants.iter();
/// let secretary = people.find(|person| person.name == "Secretary").unwrap();
/// assert_eq!(secretary.identity.as_ref().map(|i| i.name.as_str()), Some("Marta Orlo"));
/// # Ok::<(), memcon::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Roster {
    people: Vec<RosterPerson>,
}

/// Somebody in a roster.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct RosterPerson {
    /// The name.
    pub name: String,
    /// Other names, and other ways to write it.
    pub aliases: Vec<String>,
    /// The offices held.
    pub offices: Vec<Tenure>,
    /// Ids elsewhere, by the name of the authority: `wikidata`, `viaf`.
    pub ids: BTreeMap<String, String>,
}

/// An office, and from when to when somebody held it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Tenure {
    /// The office: `Secretary of State`.
    pub title: String,
    /// The country or institution whose office it is.
    pub of: Option<String>,
    /// The first day, month or year in office; none where nobody knows.
    pub from: Option<Moment>,
    /// The last; none where it has not ended or nobody knows.
    pub to: Option<Moment>,
}

impl Roster {
    /// Reads a roster from a file; its ending, `.toml` or `.csv`, tells which it is.
    ///
    /// # Errors
    ///
    /// [`Error::Read`] and its like, when the file cannot be read; [`Error::InvalidRoster`], with
    /// the line and what was expected there, when it is no roster.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let ending = path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
        let read = match ending.as_ref().and_then(|ending| ending.to_str()) {
            Some("toml") => toml::read,
            Some("csv") => csv::read,
            Some(_) | None => {
                let problem = "the name ends in neither .toml nor .csv".to_owned();
                return Err(invalid(Some(path), Problem { line: None, problem }));
            }
        };
        let bytes =
            std::fs::read(path).map_err(|source| Error::Read { path: path.to_owned(), source })?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            let problem = format!("not UTF-8 from byte {at}");
            invalid(Some(path), Problem { line: None, problem })
        })?;
        read(&text).map(Self::of).map_err(|problem| invalid(Some(path), problem))
    }

    /// Reads a roster from TOML.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidRoster`], with the line and what was expected there.
    ///
    /// ```
    /// let error = memcon::Roster::from_toml("[[person]]\nnane = \"Orlo\"\n").unwrap_err();
    /// assert!(error.to_string().starts_with("roster, line 2: "));
    /// ```
    pub fn from_toml(text: &str) -> Result<Self, Error> {
        toml::read(text).map(Self::of).map_err(|problem| invalid(None, problem))
    }

    /// Reads a roster from CSV.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidRoster`], with the line and what was expected there.
    ///
    /// ```
    /// let error = memcon::Roster::from_csv("name,from\nOrlo,May 1961\n").unwrap_err();
    /// let expected = "roster, line 2: found from \"May 1961\"; expected YYYY-MM-DD, YYYY-MM or YYYY";
    /// assert_eq!(error.to_string(), expected);
    /// ```
    pub fn from_csv(text: &str) -> Result<Self, Error> {
        csv::read(text).map(Self::of).map_err(|problem| invalid(None, problem))
    }

    /// Gives the people, in the order of the file.
    pub fn people(&self) -> &[RosterPerson] {
        &self.people
    }

    fn of(people: Vec<RosterPerson>) -> Self {
        Self { people }
    }
}

impl Tenure {
    /// Tells whether the office was held on some day; what is not written excludes nothing.
    ///
    /// A day in the first or last month or year, where no finer is written, counts as in office.
    pub fn covers(&self, day: Moment) -> bool {
        self.from.is_none_or(|from| !moment::before(day, from))
            && self.to.is_none_or(|to| !moment::before(to, day))
    }
}

/// What is wrong with a roster, and where.
#[derive(Debug, PartialEq, Eq)]
struct Problem {
    line: Option<usize>,
    problem: String,
}

fn invalid(path: Option<&Path>, Problem { line, problem }: Problem) -> Error {
    Error::InvalidRoster { path: path.map(PathBuf::from), line, problem }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(written: &str) -> Moment {
        written.parse().unwrap()
    }

    #[test]
    fn an_office_covers_its_days_and_no_others() {
        let tenure = Tenure {
            title: "Secretary".to_owned(),
            from: Some(moment("1961-01-21")),
            to: Some(moment("1969-01")),
            ..Tenure::default()
        };
        for day in ["1961-01-21", "1961-01", "1965", "1969-01-31", "1962-05-03T10:00"] {
            assert!(tenure.covers(moment(day)), "{day}");
        }
        for day in ["1961-01-20", "1960", "1969-02-01"] {
            assert!(!tenure.covers(moment(day)), "{day}");
        }
        assert!(Tenure::default().covers(moment("1850-01-01")));
    }

    #[test]
    fn a_file_of_another_kind_is_refused() {
        let error = Roster::read("people.xlsx").unwrap_err().to_string();
        assert_eq!(error, "roster people.xlsx: the name ends in neither .toml nor .csv");
    }
}
