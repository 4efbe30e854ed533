//! What a bracket, a parenthesis or a glued number is, by its own words and the word before.

use crate::grammar::excision;
use crate::grammar::mark_words::{MARKS, holds};
use crate::grammar::openings::opens_with;
use crate::grammar::words::words as each_word;
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
    if opens_with(words, "sic") && words.len() < 6 {
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
    if !words.is_empty() && words.len() <= 3 && words.bytes().all(|b| b.is_ascii_digit()) {
        return NoteKind::Callout;
    }
    if let Some(kind) = whole.then(|| apart(words)).flatten() {
        return kind;
    }
    if whole || words.len() > 120 {
        return NoteKind::Editorial;
    }
    if MARKS.original.open_with_words(words) && words.len() < 80 {
        return NoteKind::Original;
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
    if closes && !before.is_empty() && matches!(words, "U" | "C" | "S" | "TS" | "S/NF" | "LOU") {
        return Some(NoteKind::PortionMark);
    }
    if is_unclear(words) {
        let signed = words.ends_with("signature");
        return Some(if signed { NoteKind::Signature } else { NoteKind::Unclear });
    }
    if opens_omission(words) {
        return Some(NoteKind::Omission);
    }
    if is_stage(words) || (whole && reads_as_event(words)) {
        return Some(NoteKind::Stage);
    }
    if let Some(kind) = interpreted(words) {
        return Some(kind);
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

/// Remarks on the talk: a stage direction, an interpreter's words.
fn remark(words: &str) -> Option<NoteKind> {
    if is_stage(words) {
        return Some(NoteKind::Stage);
    }
    interpreted(words)
}

/// The words of an interpreter, or of a translator about them.
fn interpreted(words: &str) -> Option<NoteKind> {
    (MARKS.interpreter.open(words) && is_short(words)).then_some(NoteKind::Interpreter)
}

/// No remark on the talk has more than twelve words.
fn is_short(words: &str) -> bool {
    each_word(words).nth(12).is_none()
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

/// Something that could not be heard or read, told in few words: `[one word illegible]`.
fn is_unclear(words: &str) -> bool {
    MARKS.unclear.open(words)
        || words.len() < 60 && words.split(' ').count() <= 5 && holds(words, &MARKS.unclear)
}

/// `Omitted here is what was not declassified`: editors left out the whole.
fn opens_omission(words: &str) -> bool {
    opens_with(words, "here follow") || opens_with(words, "omitted here")
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

/// Tells whether a short remark says what happened: laughter, a nod, a gesture.
pub(crate) fn is_stage(words: &str) -> bool {
    if MARKS.stage.open(words) {
        return is_short(words);
    }
    is_short(words)
        && each_word(words).any(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphabetic());
            matches!(word, "laughter" | "laughs" | "laughing" | "nods" | "smiles")
        })
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
    opens_with(words.next().unwrap_or(""), "email") && words.next() == Some("protected")
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

/// Tells whether a bracketed word corrects the word before: the same word, otherwise spelled.
fn is_respelling(word: &str, words: &str) -> bool {
    if words.contains(' ') || words == word || words.chars().count() < 3 {
        return false;
    }
    let shared = word.chars().zip(words.chars()).take_while(|(a, b)| a == b).count();
    shared * 5 >= 2 * word.chars().count().min(words.chars().count()) && shared >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_told_apart() {
        use NoteKind::{
            Correction, Doubtful, Excision, Omission, Original, Query, Sic, Stage, Supplied,
            Unclear,
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
            ("originally planned for June", "", Supplied),
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
