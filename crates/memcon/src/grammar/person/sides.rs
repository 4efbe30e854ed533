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

/// Divides the side at the head of words from its people.
///
/// ```text
/// side = ("from" | "on" | "for" | "с" | "von" | "du" | …) words "side" [":" | "-" | "–" | ","]
/// ```
pub(super) fn inline_side(part: &str) -> Option<(&str, &str)> {
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
    let side = side.strip_prefix("the ").unwrap_or(side);
    (!rest.is_empty()).then_some((side, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

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
