//! Numbers that call for a footnote: glued to a word or its stop.

use crate::grammar::fold;

/// How well a number looks like a callout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Glue {
    /// Only where a footnote of that number is there: `DCM2`, `January 25.2 The`.
    Weak,
    /// A number glued as callouts are: `soon.2`, `memorandum2`.
    Strong,
    /// The same, after a word of few letters: `Orlo: He5`. An aircraft may be called so.
    Short,
    /// A number that nothing else explains: `memorandum2` in a sentence, `soon.2` at the end of a
    /// paragraph, `yes.”2`, `soon²`.
    Sure,
}

/// Tells how a number is glued to the words before it, if it is.
pub(crate) fn glue(before: &str, after: &str) -> Option<Glue> {
    if !ends_callout(after) {
        return None;
    }
    let mut back = before.chars().rev();
    let last = back.next()?;
    match last {
        '.' | ',' | ';' | ':' | '?' | '!' | '”' | '"' | '’' | ')' | ']' | '»' | '…' => {
            let word = before.trim_end_matches(|c: char| !c.is_alphanumeric());
            let c = word.chars().next_back()?;
            if before[word.len()..].contains(char::is_whitespace) && last != ')' {
                return None;
            }
            let enclosed = matches!(last, ')' | '”' | ']' | '"') && before.len() > word.len() + 1;
            if c.is_ascii_digit() && enclosed {
                return Some(Glue::Strong);
            }
            if c.is_ascii_digit() {
                let capital = after.trim_start().starts_with(char::is_uppercase);
                let ended = matches!(last, '.' | ')' | '”' | ']' | ';' | '"');
                let sum = last == '.' && !capital && !after.trim_start().is_empty();
                return (ended && !sum).then_some(Glue::Weak);
            }
            let from = word
                .rfind(|c: char| !c.is_alphanumeric())
                .map_or(0, |at| at + word[at..].chars().next().map_or(1, char::len_utf8));
            let numbered = last == '.' && is_numbered(&word[from..]);
            let capital = last == '.' && word.len() - from == 1 && c.is_uppercase();
            let spelled = capital && is_abbreviation(word);
            // `at Tab A.2 Another`, `in the U.S.2 We`: a sentence ends there.
            let next = after.trim_start_matches(|c: char| !c.is_alphanumeric());
            let ends = next.is_empty() || next.starts_with(char::is_uppercase);
            Some(if numbered || capital && !ends && !spelled {
                Glue::Weak
            } else if after.trim_start().is_empty() || matches!(last, '?' | '!' | '”' | '’') {
                Glue::Sure
            } else {
                Glue::Strong
            })
        }
        c if c.is_alphabetic() => {
            let joins = |c: char| c.is_alphabetic() || matches!(c, '’' | '\'');
            let small = |c: char| c.is_lowercase() || matches!(c, '’' | '\'');
            let word = &before[before.trim_end_matches(joins).len()..];
            let letters = word.len() - word.trim_end_matches(small).len();
            let shouted = word.chars().nth(4).is_some() && after.trim_start().is_empty();
            match letters {
                _ if is_numbered(word) => Some(Glue::Weak),
                3.. => Some(Glue::Sure),
                2 => Some(Glue::Short),
                1 if word.chars().count() == 2 => Some(Glue::Short),
                _ if shouted => Some(Glue::Sure),
                _ => word.chars().nth(1).is_some().then_some(Glue::Weak),
            }
        }
        _ => None,
    }
}

/// `U.S`, `U.N`: capitals with stops that nothing is counted by; bills are.
fn is_abbreviation(word: &str) -> bool {
    let last = &word[word.rfind(char::is_whitespace).map_or(0, |at| at + 1)..];
    let capitals =
        last.split('.').all(|part| part.len() == 1 && part.starts_with(char::is_uppercase));
    capitals && last.len() > 1 && !matches!(last, "H.R" | "S.J" | "H.J" | "P.L" | "S.R")
}

/// Words after which a number counts: `vol.2`, `para.3`, `km2`.
fn is_numbered(word: &str) -> bool {
    const NUMBERED: [&str; 25] = [
        "no", "nos", "vol", "vols", "art", "para", "paras", "p", "pp", "ch", "sec", "par", "fig",
        "doc", "ref", "rev", "pt", "op", "cit", "km", "cm", "mm", "ft", "sq", "mk",
    ];
    word.len() <= 5 && NUMBERED.iter().any(|known| fold::same(known, word))
}

/// Tells whether what follows a number lets it be a callout.
fn ends_callout(after: &str) -> bool {
    after.chars().next().is_none_or(|c| {
        c.is_whitespace()
            || matches!(
                c,
                '.' | ',' | ';' | ':' | '?' | '!' | '”' | '"' | '’' | ')' | ']' | '—' | '–' | '»'
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_are_callouts_and_that_are_not() {
        use Glue::{Short, Strong, Sure, Weak};
        for (before, after, expected) in [
            ("Ambassadors.", " I was", Some(Strong)),
            ("soon", "", Some(Sure)),
            ("“yes.”", "\n", Some(Sure)),
            ("why?", " We", Some(Sure)),
            ("soon.", "", Some(Sure)),
            ("Mr. Wan", " told", Some(Short)),
            ("Orlo’s", " men", Some(Sure)),
            ("Orlo: He", " could", Some(Short)),
            ("AIDE-MÉMOIRE", "\n", Some(Sure)),
            ("the U.S.", " and", Some(Strong)),
            ("four km", " of", Some(Weak)),
            ("“of the 16.”", " He", Some(Strong)),
            ("1966.)", "", Some(Strong)),
            ("the lake?)", " We", Some(Strong)),
            ("the paper,", " the", Some(Strong)),
            ("my DCM", " and", Some(Weak)),
            ("May 25.", " The", Some(Weak)),
            ("vol.", " The", Some(Weak)),
            ("the U.S.", " We", Some(Strong)),
            ("bill H.R.", " was", Some(Weak)),
            ("May 25.", " million", None),
            ("3.", "5", None),
            ("in ", " days", None),
            ("F", " came", None),
            ("$", "", None),
            ("the ", "th", None),
            ("soon", "th", None),
            ("soon", "-ton", None),
            ("", "", None),
        ] {
            assert_eq!(glue(before, after), expected, "{before:?} {after:?}");
        }
    }
}
