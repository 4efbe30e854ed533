//! A roster in TOML.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Spanned, Value};

use super::{Problem, RosterPerson, Tenure, moment};
use crate::model::Moment;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    person: Vec<Spanned<Person>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Person {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    ids: BTreeMap<String, String>,
    #[serde(default)]
    office: Vec<Office>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Office {
    title: String,
    of: Option<String>,
    from: Option<Spanned<Value>>,
    to: Option<Spanned<Value>>,
}

/// Reads the people of a roster.
pub(super) fn read(text: &str) -> Result<Vec<RosterPerson>, Problem> {
    let file: File = toml::from_str(text).map_err(|error| Problem {
        line: error.span().map(|span| line(text, span.start)),
        problem: error.message().trim().replace('\n', ", "),
    })?;
    file.person.into_iter().map(|person| one(text, person)).collect()
}

fn one(text: &str, person: Spanned<Person>) -> Result<RosterPerson, Problem> {
    let at = person.span().start;
    let Person { name, aliases, ids, office } = person.into_inner();
    if name.trim().is_empty() {
        let problem = "found a person without a name; expected name = \"…\"".to_owned();
        return Err(Problem { line: Some(line(text, at)), problem });
    }
    let tenure = |office: Office| {
        let from = day(text, "from", office.from)?;
        let to = day(text, "to", office.to)?;
        Ok(Tenure { title: office.title, of: office.of, from, to })
    };
    let offices = office.into_iter().map(tenure).collect::<Result<_, Problem>>()?;
    Ok(RosterPerson { name, aliases, offices, ids })
}

/// A day is a date of TOML, a string, or a year as a number.
fn day(
    text: &str,
    field: &str,
    written: Option<Spanned<Value>>,
) -> Result<Option<Moment>, Problem> {
    let Some(written) = written else { return Ok(None) };
    let words = match written.get_ref() {
        Value::String(words) => words.clone(),
        Value::Integer(year) => year.to_string(),
        Value::Datetime(day) => day.to_string(),
        other @ (Value::Float(_) | Value::Boolean(_) | Value::Array(_) | Value::Table(_)) => {
            other.to_string()
        }
    };
    match moment::read(&words) {
        Some(day) => Ok(Some(day)),
        None => Err(Problem {
            line: Some(line(text, written.span().start)),
            problem: moment::problem(field, &words),
        }),
    }
}

/// Gives the line of a byte, from 1.
fn line(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_their_offices_are_read() {
        let people = read(
            "# Of Vesta.\n[[person]]\nname = \"Marta Orlo\"\naliases = [\"Orlova\"]\nids = { wikidata = \"Q1\" }\n\n[[person.office]]\ntitle = \"Secretary of State\"\nof = \"Vesta\"\nfrom = 1961-01-21\nto = \"1969-01\"\n\n[[person]]\nname = \"B. Rivel\"\n\n[[person.office]]\ntitle = \"Envoy\"\nfrom = 1950\n",
        )
        .unwrap();
        assert_eq!(people.len(), 2);
        assert_eq!(people[0].ids["wikidata"], "Q1");
        let office = &people[0].offices[0];
        assert_eq!(office.of.as_deref(), Some("Vesta"));
        assert_eq!(office.from.map(|day| day.to_string()).as_deref(), Some("1961-01-21"));
        assert_eq!(office.to.map(|day| day.to_string()).as_deref(), Some("1969-01"));
        assert_eq!(people[1].offices[0].from.map(|day| day.year), Some(1950));
        assert_eq!(read("").unwrap(), []);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        for (text, at, problem) in [
            (
                "[[person]]\nname = \"\"\n",
                1,
                "found a person without a name; expected name = \"…\"",
            ),
            ("[[person]]\nname = \"A\"\nname = \"B\"\n", 3, "duplicate key"),
            ("[[person]]\naliases = []\n", 1, "missing field `name`"),
            (
                "[[person]]\nname = \"A\"\n[[person.office]]\ntitle = \"B\"\nto = \"May\"\n",
                5,
                "found to \"May\"; expected YYYY-MM-DD, YYYY-MM or YYYY",
            ),
            ("\n[[persons]]\nname = \"A\"\n", 2, "unknown field `persons`, expected `person`"),
        ] {
            let found = read(text).unwrap_err();
            assert_eq!((found.line, &*found.problem), (Some(at), problem), "{text}");
        }
    }
}
