//! Russian labels, where a title has the name in another case: `Б. ВЕЙ` of a talk `с Б. Веем`.

use crate::grammar::fold;
use crate::model::{Participant, Rule};
use crate::resolve::label_names::{in_small_letters, spell_out, without_titles};
use crate::resolve::speakers::{Resolution, one};

/// Finds the one participant whose name a label is in another case.
pub(super) fn by_case(people: &[Participant], name: &str) -> Option<Resolution> {
    if name.is_ascii() {
        return None;
    }
    let mut bearing = people.iter().filter(|person| is_inflected(name, &person.name));
    let only = bearing.next()?.id;
    bearing.next().is_none().then(|| one(only, Rule::Surname))
}

/// Gives somebody whom a title names in another case the name as the label has it.
pub(super) fn name(person: &mut Participant, label: &str) {
    let written = spell_out(label);
    let called = without_titles(&written);
    if is_inflected(called, &person.name) {
        person.name = in_small_letters(called);
    }
}

/// Tells whether two names in Cyrillic differ by the ending of a case alone.
fn is_inflected(label: &str, other: &str) -> bool {
    let cyrillic =
        |name: &str| name.chars().all(|c| !c.is_alphabetic() || ('А'..='ё').contains(&c));
    if !cyrillic(label) || !cyrillic(other) || fold::same(label, other) {
        return false;
    }
    let (mut a, mut b) = (label.split_whitespace().rev(), other.split_whitespace().rev());
    let (Some(last_a), Some(last_b)) = (a.next(), b.next()) else { return false };
    let given = a.clone().next().is_some();
    // Given names agree; a surname alone needs more letters.
    let agree =
        given && a.clone().count() == b.clone().count() && a.zip(b).all(|(a, b)| fold::same(a, b));
    let (x, y): (Vec<char>, Vec<char>) =
        (fold::fold(last_a).collect(), fold::fold(last_b).collect());
    let stem = x.iter().zip(&y).take_while(|(a, b)| a == b).count();
    let least = if agree { 2 } else { 4 };
    (agree || !given) && stem >= least && x.len() - stem <= 2 && is_ending(&y[stem..])
}

/// The endings of a surname in the genitive, dative and instrumental.
fn is_ending(letters: &[char]) -> bool {
    const ENDINGS: [&str; 16] = [
        "а", "у", "ом", "ем", "ым", "им", "ой", "ою", "я", "ю", "е", "ого", "ому", "его", "ему",
        "и",
    ];
    ENDINGS.iter().any(|ending| ending.chars().eq(letters.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_of_one_name() {
        for (label, other) in
            [("Б. ВЕЙ", "Б. Веем"), ("А. Орлов", "А. Орлова"), ("РИВЕЛ", "Я. Ривела")]
        {
            assert!(is_inflected(label, other), "{label} {other}");
        }
        for (label, other) in [
            ("Б. ВЕЙ", "В. Веем"),
            ("Орлов", "Орлов"),
            ("Вей", "Веем"),
            ("Orlo", "Orla"),
            ("ОРЛО", "Ривела"),
        ] {
            assert!(!is_inflected(label, other), "{label} {other}");
        }
    }
}
