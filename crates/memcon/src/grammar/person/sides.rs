//! Sides that stand before their people inside a line: `from the Vestan side - Marn Orlo`.

use crate::grammar::fold::same;
use crate::grammar::words::{bare, place, words};

/// How many words a side may have.
const LONGEST: usize = 8;

/// Tells whether a word is the last of a side's name.
pub(crate) fn is_side_word(word: &str) -> bool {
    [
        "side",
        "delegation",
        "delegates",
        "party",
        "team",
        "стороны",
        "сторона",
        "сторону",
        "côté",
        "seite",
        "parte",
    ]
    .iter()
    .any(|side| same(side, word))
}

/// Gives the side of a heading, without the words that lead to it: `For the United States`.
pub(crate) fn side_name(heading: &str) -> &str {
    let heading = heading.trim_end_matches([':', ' ']);
    let rest = ["For ", "From ", "On ", "FOR ", "FROM ", "for ", "from ", "on "]
        .iter()
        .find_map(|lead| heading.strip_prefix(lead))
        .unwrap_or(heading);
    ["the ", "The ", "THE "].iter().find_map(|the| rest.strip_prefix(the)).unwrap_or(rest)
}

/// Divides the side at the head of words from its people.
///
/// ```text
/// side = ("from" | "on" | "for" | "с" | "von" | "du" | …) words "side" [":" | "-" | "–" | ","]
/// ```
pub(crate) fn inline_side(part: &str) -> Option<(&str, &str)> {
    let first = words(part).next()?;
    let leads = [
        "from", "on", "for", "с", "со", "от", "von", "auf", "seitens", "du", "de", "por", "present",
    ];
    if !leads.iter().any(|lead| same(lead, first)) {
        return None;
    }
    let mut all = words(part).take(LONGEST);
    let mark = all.find(|word| is_side_word(bare(word)))?;
    let mut end = place(part, mark) + mark.len();
    // `du côté vestan :`: an adjective may follow.
    if let Some(next) = words(&part[end..]).next().filter(|_| same(bare(mark), "côté")) {
        end = place(part, next) + next.len();
    }
    let rest = part[end..].trim_start_matches([' ', ':', '-', '–', '—', ',', '\u{a0}']);
    let side = part[first.len()..end].trim_end_matches([':', ',', ' ']).trim_start();
    (!rest.is_empty()).then_some((side_name(side), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_is_called_without_its_lead() {
        for (heading, side) in [
            ("For the United States:", "United States"),
            ("On the Vestan Side", "Vestan Side"),
            ("Vesta", "Vesta"),
            ("Foreign Office", "Foreign Office"),
        ] {
            assert_eq!(side_name(heading), side);
        }
    }

    #[test]
    fn sides_are_divided_from_their_people() {
        for (part, side, rest) in [
            ("From the Vestan side - M. Orlo", "Vestan side", "M. Orlo"),
            ("on the Vestan side: Orlo, Rivel", "Vestan side", "Orlo, Rivel"),
            ("с вестской стороны – посол Орло", "вестской стороны", "посол Орло"),
            ("du côté vestan : M. Orlo", "côté vestan", "M. Orlo"),
        ] {
            assert_eq!(inline_side(part), Some((side, rest)), "{part}");
        }
        for part in ["From Seoul: Orlo", "Marn Orlo, on the side", "from the Vestan side", ""] {
            assert_eq!(inline_side(part), None, "{part}");
        }
    }
}
