//! Labels in short, and what labels add to names: `Pres.`, `PC`, `RN [Richard Orlo]`.

use rustc_hash::FxHashMap;

use crate::grammar::cue::lexicon::lower;
use crate::grammar::{fold, name};
use crate::model::{Participant, PersonId, Rule};
use crate::resolve::cues;
use crate::resolve::label_east;
use crate::resolve::label_names::given_first;
use crate::resolve::speakers::{Resolution, one};
use crate::span::Span;

/// Gives a label's office in full: `Pres.` is president; none if no word is in short.
pub(super) fn in_full(label: &str) -> Option<String> {
    let mut found = false;
    let mut full = String::new();
    for word in label.split_whitespace() {
        if !full.is_empty() {
            full.push(' ');
        }
        let small = lower(word.trim_end_matches('.'));
        match cues::in_full(&small, word) {
            Some(words) => {
                found = true;
                full.push_str(&words.join(" "));
            }
            None => full.push_str(word),
        }
    }
    found.then_some(full)
}

/// Tells whether a label is one word in short: it is linked after those in full.
pub(super) fn is_short(label: &str) -> bool {
    !label.contains(' ') && in_full(label).is_some()
}

/// Finds the one person whose first name, or surname that stands first, a label is: `Lin` of
/// `Lin Daozheng`.
pub(super) fn by_first_name(people: &[Participant], label: &str) -> Option<Resolution> {
    if label.contains(' ') || label.chars().count() < 3 || label.ends_with('.') {
        return None;
    }
    let first = |person: &&Participant| {
        person.name.split_once(' ').is_some_and(|(first, _)| fold::same(first, label))
    };
    // `Rivela` of `Marta Rivela Orlo`, `Umba` of `Umba-di-Orlo`.
    let inner = |person: &&Participant| {
        label.chars().count() > 3
            && !label.contains(['.', '-'])
            && person.name.split([' ', '-', '–']).any(|word| fold::same(word, label))
    };
    only(people, first).or_else(|| only(people, inner)).map(|id| one(id, Rule::Surname))
}

/// Gives the one of the people whom a test fits.
fn only(people: &[Participant], fits: impl Fn(&&Participant) -> bool) -> Option<PersonId> {
    let mut bearing = people.iter().filter(fits).map(|person| person.id);
    let only = bearing.next()?;
    bearing.next().is_none().then_some(only)
}

/// Finds a person by the title in an eastern script, or by the letters of office and surname.
pub(super) fn by_others(people: &[Participant], written: &str) -> Option<Resolution> {
    let bearing = |fits: &dyn Fn(&Participant) -> bool| -> Vec<PersonId> {
        people.iter().filter(|person| fits(person)).map(|person| person.id).collect()
    };
    let mut found = (bearing(&|person| label_east::fits(written, person)), Rule::Surname);
    if found.0.is_empty() {
        found = (bearing(&|person| is_office_and_name(written, person)), Rule::Initials);
    }
    match found.0[..] {
        [] => None,
        [person] => Some(one(person, found.1)),
        _ => Some(Resolution { person: None, candidates: found.0, rule: None }),
    }
}

/// What the editors doubt stays a candidate.
pub(super) fn doubtful(found: Option<Resolution>) -> Resolution {
    let found = found.unwrap_or_default();
    let candidates = found.person.into_iter().chain(found.candidates).collect();
    Resolution { person: None, candidates, rule: None }
}

/// `PC` of President Cartwright: the first letters of an office and of the surname.
pub(super) fn is_office_and_name(label: &str, person: &Participant) -> bool {
    let letters: Vec<char> = label.chars().collect();
    let [office, surname] = letters[..] else { return false };
    let begins = |text: &str, letter: char| {
        text.trim_start_matches("the ").chars().next().is_some_and(|c| c == letter)
    };
    office.is_uppercase()
        && begins(name::surname(&person.name), surname)
        && (person.roles.iter().any(|role| begins(&role.text, office))
            || person.honorific.as_deref().is_some_and(|title| begins(title, office)))
}

/// Finds the labels by office or letters that stand next to another label of the same person
/// twice at least, and most of the time.
pub(super) fn answering<'t>(
    labels: impl Iterator<Item = (&'t str, Span)>,
    resolve: impl Fn(&str) -> Resolution,
) -> Vec<(&'t str, Span)> {
    let mut all: FxHashMap<&str, (Resolution, Span, usize, usize)> = FxHashMap::default();
    let mut last: Option<&str> = None;
    for (label, span) in labels {
        let here = all.entry(label).or_insert_with(|| (resolve(label), span, 0, 0));
        here.2 += 1;
        let person = here.0.person;
        if let Some(last) = last.replace(label).filter(|last| *last != label)
            && person.is_some()
            && all.get(last).is_some_and(|before| before.0.person == person)
        {
            for label in [last, label] {
                if let Some(met) = all.get_mut(label) {
                    met.3 += 1;
                }
            }
        }
    }
    let mut found: Vec<(&str, Span)> = all
        .into_iter()
        .filter(|(_, (resolution, _, count, met))| {
            let loose = matches!(resolution.rule, Some(Rule::Role | Rule::Initials));
            loose && *met >= 2 && *met >= *count
        })
        .map(|(label, (_, span, ..))| (label, span))
        .collect();
    found.sort_by_key(|(_, span)| *span);
    found
}

/// Gives the full name that a label supplies: `RN [Richard Orlo]`, `Orlo [Richard]`.
pub(super) fn supplied(label: &str) -> Option<String> {
    if let Some(name) = given_first(label) {
        return Some(name);
    }
    let (before, inside) = label.strip_suffix(']')?.split_once(" [")?;
    let full = inside.contains(' ')
        && !before.contains(' ')
        && inside.split(' ').all(|word| word.starts_with(char::is_uppercase));
    full.then(|| inside.to_owned())
}

/// Calls somebody known by a surname alone by a fuller name.
pub(super) fn call(person: &mut Participant, fuller: String) {
    if !person.name.contains(' ') && fold::same(name::surname(&fuller), &person.name) {
        person.name = fuller;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_short() {
        assert_eq!(in_full("Pres.").as_deref(), Some("president"));
        assert_eq!(in_full("PM").as_deref(), Some("prime minister"));
        assert_eq!(in_full("Orlo"), None);
        assert!(is_short("Secy") && !is_short("Secy Orlo") && !is_short("Orlo"));
    }

    #[test]
    fn names_that_labels_supply() {
        assert_eq!(supplied("RN [Richard Orlo]").as_deref(), Some("Richard Orlo"));
        assert_eq!(supplied("Orlo [Richard]").as_deref(), Some("Richard Orlo"));
        assert_eq!(supplied("Orlo [looking around]"), None);
        assert_eq!(supplied("P[resident]"), None);
    }
}
