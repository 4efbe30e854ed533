//! What a bracket, a parenthesis or a glued number is, by its own words and the word before.

use crate::model::NoteKind;

/// What stands between the marks of a bracket.
pub(crate) fn inside(written: &str) -> &str {
    let mut chars = written.chars();
    chars.next();
    chars.next_back();
    chars.as_str()
}

/// Tells what a square bracket holds.
pub(crate) fn bracket(inside: &str, before: &str, whole: bool) -> NoteKind {
    let words = inside.trim();
    if words.contains("declassified") || words.contains("declassfied") || words.contains("withheld")
    {
        return NoteKind::Excision;
    }
    let starts = |list: &[&str]| list.iter().any(|start| begins(words, start));
    if starts(&["sic"]) && words.len() < 6 {
        return NoteKind::Sic;
    }
    if words.ends_with("??") {
        return NoteKind::Query;
    }
    if starts(UNCLEAR) {
        return NoteKind::Unclear;
    }
    if words.ends_with('?') && !whole && words.split(' ').count() <= 5 {
        return NoteKind::Doubtful;
    }
    if starts(OMISSION) || words == "…" || words.trim_matches(['.', ' ']).is_empty() {
        return NoteKind::Omission;
    }
    if is_stage(words) {
        return NoteKind::Stage;
    }
    if !words.is_empty() && words.len() <= 3 && words.bytes().all(|b| b.is_ascii_digit()) {
        return NoteKind::Callout;
    }
    if whole || words.len() > 120 {
        return NoteKind::Editorial;
    }
    if word_before(before).is_some_and(|word| is_respelling(word, words)) {
        return NoteKind::Correction;
    }
    NoteKind::Supplied
}

/// Tells what a parenthesis is, where it is more than a parenthesis.
pub(crate) fn parenthesis(
    inside: &str,
    before: &str,
    after: &str,
    whole: bool,
) -> Option<NoteKind> {
    let words = inside.trim();
    let closes = after.trim_start().is_empty();
    if closes && !before.is_empty() && matches!(words, "U" | "C" | "S" | "TS" | "S/NF" | "LOU") {
        return Some(NoteKind::PortionMark);
    }
    if words.contains("not declassified") {
        return Some(NoteKind::Excision);
    }
    if is_stage(words) || (whole && reads_as_event(words)) {
        return Some(NoteKind::Stage);
    }
    whole.then_some(NoteKind::Parenthesis)
}

const UNCLEAR: &[&str] =
    &["unclear", "inaudible", "unintelligible", "garble", "illegible", "indistinct"];
const OMISSION: &[&str] = &[
    "here follow",
    "omitted here",
    "omission",
    "text missing",
    "missing",
    "name deleted",
    "portion missing",
    "page missing",
    "gap",
    "break in",
    "…",
    "...",
];
/// How remarks on what happened begin.
const STAGE: &[&str] = &[
    "laugh",
    "general laughter",
    "applause",
    "pause",
    "silence",
    "interrupt",
    "smil",
    "nod",
    "shak",
    "point",
    "whisper",
    "reading",
    "reads",
    "looking",
    "looks",
    "turning to",
    "crosstalk",
    "end of conversation",
    "end of recording",
    "noise",
    "overlapping",
    "chuckl",
    "coughs",
    "raising",
    "handing",
    "hands",
    "handed",
    "shows",
    "showing",
];

/// Tells whether words start as a list entry does, whatever their case.
fn begins(words: &str, start: &str) -> bool {
    words.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// Tells whether a short remark says what happened: laughter, a nod, a gesture.
pub(crate) fn is_stage(words: &str) -> bool {
    words.split_whitespace().count() <= 12
        && (STAGE.iter().any(|start| begins(words, start))
            || words.split_whitespace().any(|word| {
                let word = word.trim_matches(|c: char| !c.is_alphabetic());
                ["laughter", "laughs", "laughing", "nods", "smiles"].contains(&word)
            }))
}

/// Tells whether a parenthesis that is a paragraph says what happened.
fn reads_as_event(words: &str) -> bool {
    const EVENTS: &[&str] = &[
        "entered",
        "enters",
        "left",
        "leaves",
        "joined",
        "joins",
        "returned",
        "returns",
        "ended",
        "adjourned",
        "interrupted",
        "departed",
        "arrived",
        "recess",
        "break",
        "record",
    ];
    words.split(|c: char| !c.is_alphabetic()).any(|word| EVENTS.contains(&word))
}

/// The residue that an e-mail obfuscator leaves: `[email protected]`.
pub(crate) fn is_obfuscated_address(inside: &str) -> bool {
    let mut words = inside.split(|c: char| c.is_whitespace());
    begins(words.next().unwrap_or(""), "email") && words.next() == Some("protected")
}

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
    let letters: Vec<char> = word.chars().filter(|c| *c != '.').collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
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

/// Tells whether a bracketed word corrects the word before: the same word, otherwise spelled.
fn is_respelling(word: &str, words: &str) -> bool {
    if words.contains(' ') || words == word || words.chars().count() < 3 {
        return false;
    }
    let shared = word.chars().zip(words.chars()).take_while(|(a, b)| a == b).count();
    shared * 5 >= 2 * word.chars().count().min(words.chars().count()) && shared >= 2
}

/// Tells whether a number is glued to the end of a word or sentence, as a callout is.
pub(crate) fn is_glued(before: &str) -> bool {
    let mut back = before.chars().rev();
    let Some(last) = back.next() else { return false };
    match last {
        '.' | ',' | ';' | ':' | '?' | '!' | '”' | '"' | '’' | ')' | ']' => {
            back.next().is_some_and(|c| !c.is_ascii_digit() && !c.is_whitespace())
        }
        c => c.is_lowercase() && back.next().is_some_and(char::is_alphabetic),
    }
}

/// Tells whether what follows a number lets it be a callout.
pub(crate) fn ends_callout(after: &str) -> bool {
    match after.chars().next() {
        None => true,
        Some(c) => {
            c.is_whitespace()
                || matches!(
                    c,
                    '.' | ',' | ';' | ':' | '?' | '!' | '”' | '"' | '’' | ')' | ']' | '—'
                )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_told_apart() {
        use NoteKind::{
            Correction, Doubtful, Excision, Omission, Query, Sic, Stage, Supplied, Unclear,
        };
        for (inside, before, expected) in [
            ("revolution", "a national ", Supplied),
            ("heard of this??", "We received it ", Query),
            ("Orlo?", "said ", Doubtful),
            ("today", "a state ", Supplied),
            ("receive", "he recieve ", Correction),
            ("sic", "recieved ", Sic),
            ("less than 1 line not declassified", "and ", Excision),
            ("Here follows a list of mines.", "", Omission),
            ("…", "", Omission),
            ("unclear", "the ", Unclear),
            ("laughter", "", Stage),
        ] {
            assert_eq!(bracket(inside, before, false), expected, "{inside}");
        }
    }

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

    #[test]
    fn numbers_that_are_callouts_and_that_are_not() {
        for glued in ["Ambassadors.", "soon", "“yes.”"] {
            assert!(is_glued(glued), "{glued}");
        }
        for apart in ["in ", "3.", "F", "$", ""] {
            assert!(!is_glued(apart), "{apart}");
        }
        assert!(
            ends_callout(" I was")
                && ends_callout("")
                && !ends_callout("th")
                && !ends_callout("-ton")
        );
    }
}
