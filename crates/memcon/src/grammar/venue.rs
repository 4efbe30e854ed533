//! The place of a meeting in a sentence that tells it.

use nom::combinator::opt;
use nom::sequence::{preceded, terminated};
use nom::{Offset, Parser};

use crate::grammar::{place, same_word, space1, taken, word_of};

/// Finds the place in a sentence that says where a meeting was held, as source notes do.
///
/// ```text
/// venue = ("held" | "took place" | "met") ("in" | "at" | "aboard" | "on board") ["the"] place
/// ```
pub(crate) fn venue(sentence: &str) -> Option<&str> {
    for opening in ["was held ", "were held ", "took place ", " met ", "held "] {
        for (at, _) in sentence.match_indices(opening) {
            let rest = sentence.get(at + opening.len()..)?;
            let words = (
                word_of(&["in", "at", "aboard", "on"]),
                space1,
                opt(terminated(word_of(&["the"]), space1)),
            );
            if let Ok((after, name)) = preceded(words, place::name).parse(rest) {
                return Some(taken(&rest[rest.offset(name)..], common(after)));
            }
        }
    }
    None
}

/// Skips the common nouns that end a place: `Secretary’s dining room`.
fn common(mut after: &str) -> &str {
    const NO_PART: &[&str] = &[
        "immediately",
        "after",
        "before",
        "during",
        "on",
        "from",
        "with",
        "and",
        "prior",
        "following",
        "while",
        "where",
        "at",
        "in",
        "between",
        "to",
        "as",
        "just",
        "when",
        "by",
        "shortly",
    ];
    for _ in 0..4 {
        let Some(word) = after.strip_prefix(' ').and_then(|rest| {
            let word = rest.split(|c: char| !c.is_alphabetic()).next()?;
            let small = word.starts_with(char::is_lowercase);
            (small && !NO_PART.iter().any(|known| same_word(known, word))).then_some(word)
        }) else {
            break;
        };
        after = &after[1 + word.len()..];
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn venues() {
        for (sentence, expected) in [
            ("The meeting was held in the Oval Office.", Some("Oval Office")),
            (
                "The conversation took place at the Hotel Royal, Vienna.",
                Some("Hotel Royal, Vienna"),
            ),
            ("The talk was held in the Secretary’s dining room.", Some("Secretary’s dining room")),
            ("He held the view that it was late.", None),
        ] {
            assert_eq!(venue(sentence), expected, "{sentence:?}");
        }
    }
}
