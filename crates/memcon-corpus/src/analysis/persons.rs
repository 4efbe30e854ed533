//! Who is the same person in several records, by name alone and with care.

use std::collections::{BTreeSet, HashMap};

use memcon::Participant;

use super::fold;

/// A person of the collection, by place in the list of persons.
pub(super) type PersonPlace = usize;

/// By what the participants of several records are taken for one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// The full name is the same.
    SameName,
    /// The surname is the same, and the initials are those of one known person only.
    Initials,
    /// A surname alone: never joined with anybody of another record.
    SurnameAlone,
    /// An office alone: never joined.
    RoleAlone,
    /// Words in the place of a name that was withheld: never joined.
    Withheld,
}

impl Evidence {
    pub(super) fn name(self) -> &'static str {
        match self {
            Evidence::SameName => "same-name",
            Evidence::Initials => "initials",
            Evidence::SurnameAlone => "surname-alone",
            Evidence::RoleAlone => "role-alone",
            Evidence::Withheld => "withheld",
        }
    }
}

/// A name in parts, folded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Name {
    given: Vec<String>,
    surname: String,
}

impl Name {
    fn of(name: &str) -> Self {
        let mut parts: Vec<String> = name
            .split(|letter: char| letter.is_whitespace() || letter == '.' || letter == ',')
            .filter(|part| !part.is_empty())
            .map(fold)
            .collect();
        let surname = parts.pop().unwrap_or_default();
        Self { given: parts, surname }
    }

    fn is_short(&self) -> bool {
        self.given.iter().any(|part| part.chars().count() == 1)
    }

    /// Tells whether initials could stand for the given names of another.
    fn fits(&self, other: &Name) -> bool {
        let fits = |(short, long): (&String, &String)| long.starts_with(short.as_str());
        self.surname == other.surname
            && self.given.len() <= other.given.len()
            && self.given.iter().zip(&other.given).all(fits)
    }
}

/// Persons across records.
#[derive(Clone, Debug, Default)]
pub(super) struct Persons {
    /// Each participant that was met: the name, and what to join it by.
    met: Vec<(String, Result<Name, Evidence>)>,
}

/// Who the participants are, once all were met.
#[derive(Clone, Debug, Default)]
pub(super) struct Joined {
    /// The person and the evidence of each participant, in the order in which they were met.
    pub(super) people: Vec<(PersonPlace, Evidence)>,
    /// The fullest name of each person.
    pub(super) names: Vec<String>,
    /// Who else could be meant by each participant.
    pub(super) candidates: Vec<Vec<PersonPlace>>,
}

impl Persons {
    /// Takes a participant and gives the place in the list of those met.
    pub(super) fn meet(&mut self, person: &Participant) -> usize {
        let named = Name::of(&person.name);
        // Of several words, and not to be taken apart: an office that no list calls one.
        let is_role = person.roles.iter().any(|role| role.text == person.name)
            || fold(&person.name).starts_with("the ")
            || person.name_parts.is_none() && !named.given.is_empty();
        let name = match is_role {
            _ if person.name.starts_with('[') => Err(Evidence::Withheld),
            true => Err(Evidence::RoleAlone),
            false => Ok(named),
        };
        self.met.push((person.name.clone(), name));
        self.met.len() - 1
    }

    /// Joins those who are the same.
    pub(super) fn join(&self) -> Joined {
        let mut joined = Joined::default();
        let mut full: HashMap<&Name, PersonPlace> = HashMap::new();
        let mut of_surname: HashMap<&str, BTreeSet<&Name>> = HashMap::new();
        let has_given = |name: &&Name| !name.given.is_empty() && !name.is_short();
        for name in self.met.iter().filter_map(|(_, name)| name.as_ref().ok()).filter(has_given) {
            of_surname.entry(&name.surname).or_default().insert(name);
        }
        for (written, name) in &self.met {
            let mut alone = |evidence| {
                joined.names.push(written.clone());
                (joined.names.len() - 1, evidence)
            };
            let name = match name {
                Ok(name) => name,
                Err(evidence) => {
                    joined.people.push(alone(*evidence));
                    continue;
                }
            };
            let known = of_surname.get(name.surname.as_str());
            let fitting: Vec<&Name> =
                known.into_iter().flatten().copied().filter(|full| name.fits(full)).collect();
            let (key, evidence) = match fitting.as_slice() {
                _ if name.given.is_empty() => {
                    joined.people.push(alone(Evidence::SurnameAlone));
                    continue;
                }
                [one] if name.is_short() => (*one, Evidence::Initials),
                _ => (name, Evidence::SameName),
            };
            let place = *full.entry(key).or_insert_with(|| {
                joined.names.push(written.clone());
                joined.names.len() - 1
            });
            if written.len() > joined.names[place].len() {
                joined.names[place].clone_from(written);
            }
            joined.people.push((place, evidence));
        }
        let candidate = |(_, name): &(String, Result<Name, Evidence>)| {
            let name = name.as_ref().ok().filter(|name| name.given.is_empty() || name.is_short());
            let known = name.and_then(|name| of_surname.get(name.surname.as_str()));
            let fits = |full: &&&Name| name.is_some_and(|name| name.fits(full));
            known
                .into_iter()
                .flatten()
                .filter(fits)
                .filter_map(|it| full.get(*it).copied())
                .collect()
        };
        joined.candidates = self.met.iter().map(candidate).collect();
        joined
    }
}

/// Gives the id of a person of the collection.
pub(super) fn person_id(place: PersonPlace) -> String {
    format!("q{}", place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(names: &[&str]) -> Vec<(usize, &'static str)> {
        let mut persons = Persons::default();
        for name in names {
            let mut parsed =
                memcon::parse("Marn Orlo: Yes.\n\nVey: No.\n\nMarn Orlo: Yes.\n\nVey: No.\n");
            let mut person = parsed.memorandum.participants.remove(0);
            (*name).clone_into(&mut person.name);
            person.roles.clear();
            if *name == "Prime Minister" {
                person.name_parts = None;
            }
            persons.meet(&person);
        }
        persons.join().people.iter().map(|(place, why)| (*place, why.name())).collect()
    }

    #[test]
    fn full_names_are_joined_and_surnames_are_not() {
        let expected = [
            (0, "same-name"),
            (0, "same-name"),
            (0, "initials"),
            (1, "surname-alone"),
            (2, "same-name"),
        ];
        assert_eq!(joined(&["Marn Orlo", "MARN ORLO", "M. Orlo", "Orlo", "Tarn Orlo"]), expected);
    }

    #[test]
    fn initials_that_fit_two_are_joined_with_neither() {
        let expected = [(0, "same-name"), (1, "same-name"), (2, "same-name")];
        assert_eq!(joined(&["Marn Orlo", "Milo Orlo", "M. Orlo"]), expected);
    }

    #[test]
    fn offices_are_never_joined() {
        assert_eq!(
            joined(&["The Secretary", "The Secretary"]),
            [(0, "role-alone"), (1, "role-alone")]
        );
        assert_eq!(
            joined(&["Prime Minister", "Prime Minister"]),
            [(0, "role-alone"), (1, "role-alone")]
        );
    }

    #[test]
    fn withheld_names_are_never_joined() {
        assert_eq!(
            joined(&["[name not declassified]", "[name not declassified]"]),
            [(0, "withheld"), (1, "withheld")]
        );
    }
}
