//! What a bracket has to do with the word before it: it spells it out, or corrects it.

use crate::grammar::mark_words::MARKS;

/// The last word before a mark, without stops and quotes.
pub(crate) fn word_before(before: &str) -> Option<&str> {
    let word = before.trim_end().rsplit(char::is_whitespace).next()?;
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    (!word.is_empty()).then_some(word)
}

/// The abbreviation before a mark that the mark spells out: its capitals are the initials of
/// the words, small words skipped.
pub(crate) fn abbreviation_before<'t>(before: &'t str, inside: &str) -> Option<&'t str> {
    if before.ends_with(char::is_alphanumeric) {
        return None;
    }
    let word = word_before(before)?;
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if capitals < 2 {
        return None;
    }
    let letters: Vec<char> = word.chars().filter(|c| *c != '.').collect();
    if !(2..=8).contains(&letters.len()) || capitals * 3 < letters.len() * 2 {
        return None;
    }
    let mut initials = inside
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '–'))
        .map(|word| word.trim_start_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty());
    let mut matched = 0;
    let mut count = 0;
    for initial in initials.by_ref().filter_map(|word| word.chars().next()) {
        count += 1;
        if letters.get(matched).is_some_and(|c| c.to_lowercase().eq(initial.to_lowercase())) {
            matched += 1;
        }
    }
    (count > 1 && matched == letters.len()).then_some(word)
}

/// `15th [16th]`, `1962 [1963]`: another number of the same form.
pub(crate) fn is_other_number(word: &str, words: &str) -> bool {
    word != words
        && word.len() == words.len()
        && word.len() > 1
        && word.starts_with(|c: char| c.is_ascii_digit())
        && word.bytes().zip(words.bytes()).all(|(one, other)| {
            one.is_ascii_digit() == other.is_ascii_digit()
                && (one.is_ascii_digit() || one.is_ascii_alphabetic() || one == other)
        })
}

/// Tells whether a bracketed word corrects the word before: the same word, otherwise spelled or
/// in another form.
pub(crate) fn is_respelling(word: &str, words: &str) -> bool {
    if words.contains(' ') || words == word {
        return false;
    }
    if MARKS.forms.iter().any(|verb| verb.contains_word(word) && verb.contains_word(words)) {
        return true;
    }
    if words.chars().count() < 3 {
        return false;
    }
    let shared = word.chars().zip(words.chars()).take_while(|(a, b)| a == b).count();
    shared * 5 >= 2 * word.chars().count().min(words.chars().count()) && shared >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expansions_match_their_initials() {
        for (before, inside, expected) in [
            ("the VNP ", "Valdorian National Party", Some("VNP")),
            ("the DRA (", "Democratic Republic of Avon", None),
            ("Chairman of the PUV ", "People’s Union of Valdoria", Some("PUV")),
            ("the VNP ", "today", None),
            ("the mine ", "Main Iron North East", None),
        ] {
            assert_eq!(abbreviation_before(before, inside), expected, "{before}");
        }
    }
}
