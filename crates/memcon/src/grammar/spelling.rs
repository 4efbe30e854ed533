//! Known words, spelled nearly right.

use crate::grammar::{is_capitals, same_word};

/// Tells whether a word is the known one, or a long one misspelled: `PARTICPANTS`, `SUBJBCT`.
#[inline]
pub(crate) fn is_word(word: &str, known: &str) -> bool {
    same_word(word, known) || is_nearly(word, known)
}

fn is_nearly(word: &str, known: &str) -> bool {
    let apart = word.len().abs_diff(known.len());
    if known.len() <= 6 || apart > 2 && word.is_ascii() && known.is_ascii() {
        return false;
    }
    let letters = count(known);
    let most = match letters {
        ..=6 => 0,
        7..=10 => 1,
        11.. => 2,
    };
    if most == 0 || count(word).abs_diff(letters) > most || !may_be_nearly(word, known, most) {
        return false;
    }
    // In running text "Approve" is another word; in capitals it is a head.
    (letters > 8 || is_capitals(word)) && distance(word, known) <= most
}

/// Counts the letters of a word.
fn count(word: &str) -> usize {
    if word.is_ascii() { word.len() } else { word.chars().count() }
}

/// Tells whether so few slips may make one word of another: each slip puts one letter in and takes
/// one out, at most.
fn may_be_nearly(word: &str, known: &str, slips: usize) -> bool {
    let letters = |word: &str| {
        let each = word.chars().flat_map(char::to_lowercase);
        each.fold(0u32, |letters, c| letters | 1 << (u32::from(c) % 32))
    };
    let (ours, theirs) = if word.is_ascii() && known.is_ascii() {
        (letters_of_ascii(word), letters_of_ascii(known))
    } else {
        (letters(word), letters(known))
    };
    let few = |letters: u32| letters.count_ones() as usize <= slips;
    few(ours & !theirs) && few(theirs & !ours)
}

/// The letters of a word as a set, whatever their case.
fn letters_of_ascii(word: &str) -> u32 {
    word.bytes().fold(0, |letters, byte| letters | 1 << (byte % 32))
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
