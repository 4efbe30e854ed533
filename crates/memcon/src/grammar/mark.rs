//! What a bracket, a parenthesis or a glued number is, by its own words and the word before.

use crate::grammar::clock::hours;
use crate::grammar::excision;
use crate::grammar::mark_before::{is_other_number, is_respelling, word_before};
use crate::grammar::mark_words::{MARKS, holds};
use crate::grammar::openings::opens_with;
use crate::grammar::portion;
use crate::grammar::remark::{self, remark};
use crate::model::{Excision, NoteKind};

/// What stands between the marks of a bracket.
pub(crate) fn inside(written: &str) -> &str {
    let mut chars = written.chars();
    chars.next();
    chars.next_back();
    chars.as_str()
}

/// How much of its paragraph a mark is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of it.
    Whole,
    /// A part.
    Part,
}

/// What a mark is, and what it withholds.
#[derive(Debug)]
pub(crate) struct Meaning {
    pub(crate) kind: NoteKind,
    pub(crate) excision: Option<Excision>,
}

impl From<NoteKind> for Meaning {
    fn from(kind: NoteKind) -> Self {
        Self { kind, excision: None }
    }
}

impl From<Excision> for Meaning {
    fn from(excision: Excision) -> Self {
        Self { kind: NoteKind::Excision, excision: Some(excision) }
    }
}

/// Tells what a square bracket holds.
pub(crate) fn bracket(inside: &str, before: &str, extent: Extent) -> Meaning {
    let words = inside.trim();
    if opens_omission(words) {
        return NoteKind::Omission.into();
    }
    match excision::excision(words) {
        Some(excision) => excision.into(),
        None => kind_of_bracket(words, before, extent == Extent::Whole).into(),
    }
}

fn kind_of_bracket(words: &str, before: &str, whole: bool) -> NoteKind {
    if is_sic(words) {
        return NoteKind::Sic;
    }
    if words.ends_with("??") {
        return NoteKind::Query;
    }
    if is_unclear(words) {
        return NoteKind::Unclear;
    }
    if words.ends_with('?') && !whole && words.split(' ').count() <= 5 {
        return NoteKind::Doubtful;
    }
    if is_omission(words) || words == "…" || words.trim_matches(['.', ' ']).is_empty() {
        return NoteKind::Omission;
    }
    if let Some(kind) = remark(words) {
        return kind;
    }
    if is_hour(words, before) {
        return NoteKind::Stage;
    }
    if word_before(before).is_some_and(|word| is_other_number(word, words)) {
        return NoteKind::Correction;
    }
    if !words.is_empty() && words.len() <= 3 && words.bytes().all(|b| b.is_ascii_digit()) {
        return NoteKind::Callout;
    }
    if let Some(kind) = whole.then(|| apart(words)).flatten() {
        return kind;
    }
    if whole || words.len() > 120 {
        return NoteKind::Editorial;
    }
    if is_original(words) {
        return NoteKind::Original;
    }
    if MARKS.signature.opening(words).any(|sign| sign.len() == words.len()) {
        return NoteKind::Signature;
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
    extent: Extent,
) -> Option<Meaning> {
    let words = inside.trim();
    // `(b)` counts a point; only a code that names a law's paragraph withholds.
    match (words.len() > 3).then(|| excision::clause(words)).flatten() {
        Some(excision) => Some(excision.into()),
        None => kind_of_parenthesis(words, before, after, extent == Extent::Whole).map(Into::into),
    }
}

fn kind_of_parenthesis(words: &str, before: &str, after: &str, whole: bool) -> Option<NoteKind> {
    let closes = after.trim_start().is_empty();
    if closes && !before.is_empty() && portion::is_portion(words) {
        return Some(NoteKind::PortionMark);
    }
    if is_sic(words) {
        return Some(NoteKind::Sic);
    }
    if !words.is_empty() && words.bytes().all(|byte| byte == b'?') {
        return Some(NoteKind::Doubtful);
    }
    if is_original(words) {
        return Some(NoteKind::Original);
    }
    if is_unclear(words) {
        let signed = words.ends_with("signature");
        return Some(if signed { NoteKind::Signature } else { NoteKind::Unclear });
    }
    if opens_omission(words) || is_gap(words) {
        return Some(NoteKind::Omission);
    }
    if remark::is_stage(words) || (whole && remark::reads_as_event(words)) {
        return Some(NoteKind::Stage);
    }
    if remark::is_interpreters(words) {
        return Some(NoteKind::Interpreter);
    }
    whole.then(|| apart(words).unwrap_or(NoteKind::Parenthesis))
}

/// Tells what words between angle brackets or slashes are; none where they are no mark.
pub(crate) fn other_enclosure(inside: &str, extent: Extent) -> Option<Meaning> {
    let words = inside.trim();
    // `<br />`, `<a href="…">`: what a web page left.
    if words.starts_with('/') || words.ends_with('/') || words.contains('=') {
        return None;
    }
    let found = bracket(words, "", extent);
    if found.kind == NoteKind::Supplied && words.contains(' ') {
        return Some(NoteKind::Parenthesis.into());
    }
    (!matches!(found.kind, NoteKind::Supplied | NoteKind::Callout)).then_some(found)
}

/// Brackets that stand in a paragraph of their own: where an attachment begins, a signature.
fn apart(words: &str) -> Option<NoteKind> {
    let short = words.split_whitespace().count() <= 6;
    if short && MARKS.signature.open(words) {
        return Some(NoteKind::Signature);
    }
    is_attachment(words).then_some(NoteKind::Attachment)
}

/// Recognises the line at which something attached begins: `Attachment`, `Tab A`, `Annex 2`.
pub(crate) fn is_attachment(words: &str) -> bool {
    let mut words = words.trim_end_matches([':', '.']).split_whitespace();
    let Some(first) = words.next() else { return false };
    let mut heads = MARKS.attachment.opening(first);
    let named = heads.any(|name| matches!(&first[name.len()..], "" | "s"));
    let counted = words.next();
    named
        && first.starts_with(char::is_uppercase)
        && words.next().is_none()
        && counted.is_none_or(|count| {
            count.len() <= 4 && count.chars().all(|c| matches!(c, '0'..='9' | 'A'..='Z'))
        })
}

/// `[5:10 p.m.]` between sentences: when it was said.
fn is_hour(words: &str, before: &str) -> bool {
    let between = before.trim_end().ends_with(['.', '?', '!', '”', '"', ']', ')']);
    between
        && words.len() <= HOUR
        && words.starts_with(|c: char| c.is_ascii_digit())
        && words.contains(['m', ':'])
        && hours(words).is_ok_and(|(rest, _)| rest.trim_matches(['.', ' ']).is_empty())
}

/// No hour is longer, in bytes.
const HOUR: usize = 12;

/// Something that could not be heard or read, told in few words: `[one word illegible]`.
fn is_unclear(words: &str) -> bool {
    MARKS.unclear.open(words)
        || words.len() < 60 && words.split(' ').count() <= 5 && holds(words, &MARKS.unclear)
}

/// `Omitted here is what was not declassified`: editors left out the whole.
fn opens_omission(words: &str) -> bool {
    opens_with(words, "here follow") || opens_with(words, "omitted here")
}

/// `[sic]`, `(sic!)`, `[sic: Taver]`.
fn is_sic(words: &str) -> bool {
    opens_with(words, "sic")
        && words.len() <= SIC
        && !words[3..].starts_with(|c: char| c.is_alphanumeric() || c == '\'' || c == '’')
        && (words.len() < 6 || words[3..].starts_with([':', ',', ';', '!', '?', '—']))
}

/// No `[sic]` is longer, whatever it adds, in bytes.
const SIC: usize = 40;

/// `[original: rada]`, `(Russian: plotina)`, `[literally, the wall]`.
fn is_original(words: &str) -> bool {
    words.len() < 80
        && (MARKS.original.open_with_words(words) && words.contains([':', ',', ' '])
            || MARKS.language.opening(words).any(|language| {
                words[language.len()..].trim_start_matches(['.', ' ']).starts_with(':')
            }))
}

/// Three stops in parentheses, or a word that stands for what is missing.
fn is_gap(words: &str) -> bool {
    let dots = words.chars().filter(|c| matches!(c, '.' | '…')).count();
    dots > 0 && words.chars().all(|c| matches!(c, '.' | '…' | ' ')) && (dots > 2 || words == "…")
        || MARKS.gap.opening(words).any(|gap| gap.len() == words.trim_end_matches('.').len())
}

/// Something that editors left out.
fn is_omission(words: &str) -> bool {
    MARKS.omission.open_with_words(words)
        || words.len() < 80 && {
            let words = words.trim_end_matches('.');
            words.ends_with("is missing")
                || words.ends_with("are missing")
                || words.ends_with("omitted")
                || words.ends_with("not printed")
        }
        || words.starts_with(['…', '.'])
            && words.ends_with(['…', '.'])
            && !words.contains(char::is_alphabetic)
}

/// The residue that an e-mail obfuscator leaves: `[email protected]`.
pub(crate) fn is_obfuscated_address(inside: &str) -> bool {
    let mut words = inside.split(|c: char| c.is_whitespace());
    opens_with(words.next().unwrap_or(""), "email") && words.next() == Some("protected")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_told_apart() {
        use NoteKind::{
            Correction, Doubtful, Editorial, Excision, Interpreter, Omission, Original, Query, Sic,
            Stage, Supplied, Unclear,
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
            ("Omitted here are two pages not declassified", "", Omission),
            ("gap of three lines", "", Omission),
            ("gaping at the dam", "", Supplied),
            ("original: rada", "", Original),
            ("Russian: plotina", "the dam ", Original),
            ("Russian troops", "the ", Supplied),
            ("literally, the wall", "the dam ", Original),
            ("originally planned for June", "", Supplied),
            ("sic: Taver", "Tavre ", Sic),
            ("sick with fever", "", Supplied),
            ("taken", "he took ", Correction),
            ("were", "they was ", Correction),
            ("16th", "on the 15th ", Correction),
            ("1963", "in 1962 ", Correction),
            ("two", "the 15th ", Supplied),
            ("end of tape", "", Stage),
            ("Orlo shakes hands with the Minister.", "", Stage),
            ("in Russian", "", Interpreter),
            ("Tr. note: the lake", "", Interpreter),
            ("Editor’s note: the lake", "", Editorial),
        ] {
            assert_eq!(bracket(inside, before, Extent::Part).kind, expected, "{inside}");
        }
    }

    #[test]
    fn parentheses_of_the_source_withhold_nothing() {
        let kind = |inside| parenthesis(inside, "his message ", " to them", Extent::Part);
        for near in ["two words", "one line", "FOIA request pending", "the funds were deleted"] {
            assert!(kind(near).is_none(), "{near}");
        }
        let found = kind("1 line not declassified").unwrap();
        assert_eq!((found.kind, found.excision.is_some()), (NoteKind::Excision, true));
    }

    #[test]
    fn parentheses_that_are_marks_and_that_are_not() {
        use NoteKind::{Doubtful, Interpreter, Omission, Original, Sic, Stage};
        for (inside, expected) in [
            ("sic", Some(Sic)),
            ("??", Some(Doubtful)),
            (". . .", Some(Omission)),
            ("omission", Some(Omission)),
            ("Russian: plotina", Some(Original)),
            ("through interpreter", Some(Interpreter)),
            ("Interpreter repeats.", Some(Interpreter)),
            ("translator's note: the lake", Some(Interpreter)),
            ("He points to the map.", Some(Stage)),
            ("turns to Vesta", Some(Stage)),
            ("At this point Orlo was called away.", Some(Stage)),
            ("At this point Orlo said that the lake was theirs.", None),
            ("which at this point was all that there was", None),
            ("Mr. Orlo leaves.", Some(Stage)),
            ("Mr. Orlo leaves it out.", None),
            ("To Miss Orlo", Some(Stage)),
            ("to Mr. Orlo", None),
            ("Reads:", Some(Stage)),
            ("You see him turn to Vesta.", None),
            ("interpreter of the treaty", None),
            ("interpreters were there", None),
            ("translator of poems", None),
            ("in Russian", None),
            ("point 3", None),
            ("points of difference", None),
            ("he points out that it rains", None),
            ("reading between the lines", None),
            ("omissions of the treaty", None),
            ("...", Some(Omission)),
            (".", None),
        ] {
            let found = parenthesis(inside, "the paper ", " was", Extent::Part);
            assert_eq!(found.map(|found| found.kind), expected, "{inside}");
        }
    }
}
