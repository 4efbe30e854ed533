//! Somebody behind a title that no table has, in a line that names people.

use super::Person;
use super::class::{Class, class};
use super::entry::Setting;
use super::split::{segments, without_asides};
use crate::grammar::lexicon::is_title_word;
use crate::grammar::words::{bare, through, words};

/// How many words a title that no table has may have.
const LONGEST_TITLE: usize = 5;

/// Reads a line whose titles are abbreviations that no table has, or whose name has a stop too
/// many: `Min. Couns. Marn N. Orlo`, `Mr. Alfred. V. Orlo, Director`.
///
/// ```text
/// somebody = {title "." } [given "."] initials surname {"," office}
/// ```
pub(super) fn fallback(line: &str) -> Option<Person<'_>> {
    let segment = segments(line, Setting::Item).next()?;
    let (core, _) = without_asides(segment);
    let list: Vec<(&str, Class)> = words(core).take(16).map(|word| (word, class(word))).collect();
    let mut start = list.len();
    while let Some((word, this)) = start.checked_sub(1).map(|i| list[i]) {
        let given = start < list.len() && is_stopped_name(word) && !is_title_word(bare(word));
        if !given && !matches!(this, Class::Name | Class::Initial | Class::Suffix) {
            break;
        }
        start -= 1;
    }
    let (left, name) = list.split_at(start);
    let surname = name.last().is_some_and(|(_, c)| matches!(c, Class::Name | Class::Suffix));
    let initial = name.iter().any(|(_, c)| *c == Class::Initial);
    let title = left.iter().all(|(word, c)| {
        matches!(c, Class::Honorific | Class::Office) || word.ends_with('.') && word.len() > 2
    });
    if !surname || !initial || name.len() < 2 || !title || left.len() > LONGEST_TITLE {
        return None;
    }
    let stopped = left.iter().chain(name).any(|(word, c)| {
        word.ends_with('.') && !matches!(c, Class::Honorific | Class::Initial | Class::Suffix)
    });
    if !stopped {
        return None;
    }
    let name = through(core, name.first()?.0, name.last()?.0);
    let title = left.first().zip(left.last());
    Some(Person {
        written: segment,
        honorific: title.map(|((first, _), (last, _))| through(core, first, last)),
        name: Some(name.trim_end_matches([',', ';', ':'])),
        ..Person::default()
    })
}

/// `Alfred.`: a given name of some letters with a stop behind it.
fn is_stopped_name(word: &str) -> bool {
    let stem = word.trim_end_matches('.');
    stem.len() < word.len()
        && stem.chars().count() >= 6
        && stem.starts_with(char::is_uppercase)
        && stem.chars().skip(1).all(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_is_found_behind_unknown_titles() {
        for (line, honorific, name) in [
            ("Min. Couns. Marn N. Orlo", "Min. Couns.", "Marn N. Orlo"),
            ("Mr. Alfred. V. Orlo, Director", "Mr.", "Alfred. V. Orlo"),
            ("Prot. Offr. B. Rivel", "Prot. Offr.", "B. Rivel"),
        ] {
            let found = fallback(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((found.honorific.unwrap_or(""), found.name), (honorific, Some(name)));
        }
        for line in ["A. Background", "Vol. A. Background of the Lake", "Review. Orlo", "Orlo", ""]
        {
            assert_eq!(fallback(line), None, "{line}");
        }
    }
}
