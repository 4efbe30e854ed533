//! Known words, spelled nearly right.

use crate::grammar::{is_capitals, same_word};

/// Tells whether a word is the known one, or a long one misspelled: `PARTICPANTS`, `SUBJBCT`.
pub(crate) fn is_word(word: &str, known: &str) -> bool {
    if same_word(word, known) {
        return true;
    }
    let apart = word.len().abs_diff(known.len());
    if known.len() <= 6 || apart > 2 && word.is_ascii() && known.is_ascii() {
        return false;
    }
    let letters = known.chars().count();
    // In running text "Approve" is another word; in capitals it is a head.
    let long = letters > 8 || (letters > 6 && is_capitals(word));
    let slips = if letters > 10 { 2 } else { usize::from(long) };
    slips > 0 && word.chars().count().abs_diff(letters) <= slips && distance(word, known) <= slips
}

/// Counts the letters to change, drop or add, so that one word becomes the other.
fn distance(one: &str, other: &str) -> usize {
    let fold = |word: &str| word.chars().flat_map(char::to_lowercase).collect::<Vec<_>>();
    let (one, other) = (fold(one), fold(other));
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (b, above) in other.iter().zip(row.iter_mut().skip(1)) {
            let cost = (corner + usize::from(a != b)).min(left + 1).min(*above + 1);
            corner = *above;
            left = cost;
            *above = cost;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips() {
        for (word, known, expected) in [
            ("PARTICPANTS", "participants", true),
            ("SUBJBCT", "subject", true),
            ("subjbct", "subject", false),
            ("PARTISANS", "participants", false),
            ("DATA", "date", false),
        ] {
            assert_eq!(is_word(word, known), expected, "{word:?}");
        }
    }
}
