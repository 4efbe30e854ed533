//! Labels that are letters: `K`, `RN`, `LBJ`.

use crate::grammar::name;
use crate::model::{Capacity, Participant, PersonId, Rule};
use crate::resolve::label_names::initials;
use crate::resolve::speakers::{Resolution, one};

/// Finds whose initials, or whose surname's first, the letters of a label are.
pub(super) fn by_initials(people: &[Participant], written: &str) -> Option<Resolution> {
    let letters: Vec<char> = written.chars().filter(|c| c.is_uppercase()).collect();
    let small = written.chars().filter(|c| c.is_lowercase()).count();
    if letters.is_empty() || letters.len() > 4 || small > 1 || written.contains(' ') {
        return None;
    }
    let bearing: Vec<PersonId> =
        people.iter().filter(|person| fits(person, &letters)).map(|person| person.id).collect();
    match bearing[..] {
        [] => None,
        [person] => Some(one(person, Rule::Initials)),
        _ => {
            let principal: Vec<PersonId> = people
                .iter()
                .filter(|person| bearing.contains(&person.id))
                .filter(|person| person.capacities.contains(&Capacity::Principal))
                .map(|person| person.id)
                .collect();
            match principal[..] {
                [person] => Some(one(person, Rule::Initials)),
                _ => Some(Resolution { person: None, candidates: bearing, rule: None }),
            }
        }
    }
}

fn fits(person: &Participant, letters: &[char]) -> bool {
    let initials: Vec<char> = initials(&person.name);
    let first = name::surname(&person.name).chars().next();
    match letters.len() {
        1 => first == letters.first().copied(),
        _ => {
            initials == letters
                || (initials.first() == letters.first() && first == letters.last().copied())
        }
    }
}
