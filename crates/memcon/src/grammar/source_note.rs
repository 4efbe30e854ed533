//! The editors' note on the source, the first footnote of a printed record.
//!
//! ```text
//! source-note    = ["["] "Source:" source [classification] sentence* ["]"]
//! classification = secrecy *( ";" handling ) "."
//! sentence       = ("Drafted" | "Prepared" | …) "by" who [["," | "and"] "approved" whom] "." | …
//! ```

use std::sync::LazyLock;

use crate::grammar::fold::{Table, listed, table};
use crate::grammar::sentence::sentences;
use crate::span::Span;

/// What a source note tells; slices of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SourceNote<'t> {
    /// Repository, collection, file and box.
    pub(crate) source: &'t str,
    pub(crate) classification: Option<&'t str>,
    /// `Nodis`, `Eyes Only`.
    pub(crate) handling: Vec<&'t str>,
    /// Who drafted it, and when.
    pub(crate) drafted: Option<&'t str>,
    /// Who approved it, and when.
    pub(crate) approved: Option<&'t str>,
    /// Who cleared it, and when.
    pub(crate) cleared: Option<&'t str>,
}

static SECRECY: LazyLock<Table> = LazyLock::new(|| {
    let file = include_str!("../../data/lexicon/secrecy.txt");
    table(file.lines().filter(|line| !line.starts_with('#')))
});

/// Tells whether words are a classification and nothing else: `Secret`.
pub(crate) fn is_classification(words: &str) -> bool {
    listed(&SECRECY, words)
}

/// No note tells more sentences of what was done.
const SENTENCES: usize = 24;
/// How far the source itself goes at most, in bytes.
const SOURCE: usize = 400;

/// Reads a note that opens with `Source:`.
pub(crate) fn source_note(note: &str) -> Option<SourceNote<'_>> {
    let words = opened(note)?;
    let mut found = SourceNote::default();
    let told = match secret(words) {
        Some((at, end)) => {
            let (classification, handling) = classified(&words[at..end])?;
            found.classification = Some(classification);
            found.handling = handling;
            if at <= SOURCE {
                found.source = words[..at].trim();
            }
            end
        }
        None => 0,
    };
    let mut all = sentences(words, Span::new(told, words.len())).take(SENTENCES);
    if told == 0 {
        let first = all.next()?;
        found.source = words[..first.end].trim();
    } else if found.source.is_empty() {
        let first = sentences(words, Span::new(0, words.len())).next()?;
        found.source = words[..first.end].trim();
    }
    for sentence in all {
        let done = acts(sentence.of(words));
        found.drafted = found.drafted.or(done.drafted);
        found.approved = found.approved.or(done.approved);
        found.cleared = found.cleared.or(done.cleared);
    }
    Some(found)
}

/// Where the clause stands that tells the classification. A file's name ends in a letter or a number
/// as often as in a word, so that any stop may end it.
fn secret(words: &str) -> Option<(usize, usize)> {
    // A typist sets a comma for the stop at times.
    let stops =
        words.match_indices([',', '.']).filter(|(stop, _)| words[stop + 1..].starts_with(' '));
    stops.take(2 * SENTENCES).find_map(|(stop, _)| {
        let at = stop + 2;
        let end = at + words[at..].find('.').unwrap_or(words.len() - at);
        classified(&words[at..end]).is_some().then_some((at, end))
    })
}

/// Tells whether a note opens as the note on the source does.
pub(crate) fn is_source_note(note: &str) -> bool {
    opened(note).is_some()
}

fn opened(note: &str) -> Option<&str> {
    let note = note.trim_start_matches(['[', ' ']);
    let words = note.strip_prefix("Source:").or_else(|| note.strip_prefix("Source :"))?;
    Some(words.trim_matches(['↩', ' ', '\n', ']']))
}

/// ```text
/// classification = secrecy *( ";" handling ) [ "." ]
/// ```
fn classified(sentence: &str) -> Option<(&str, Vec<&str>)> {
    let mut parts = sentence.trim_end_matches(['.', '↩', ' ']).split(';').map(str::trim);
    let first = parts.next()?;
    let known = listed(&SECRECY, first)
        || first.starts_with("For ") && first.ends_with(" Use Only") && first.len() < 60;
    known.then(|| (first, parts.filter(|part| !part.is_empty()).collect()))
}

/// What one sentence says was done, and by whom.
#[derive(Debug, Default, PartialEq, Eq)]
struct Acts<'t> {
    drafted: Option<&'t str>,
    approved: Option<&'t str>,
    cleared: Option<&'t str>,
}

/// What was done to a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Drafted,
    Approved,
    Cleared,
    /// It was signed or sent: nothing that is kept, but what stands before ends.
    Other,
}

const ACTS: [(&str, Act); 13] = [
    ("drafted ", Act::Drafted),
    ("prepared ", Act::Drafted),
    ("transcribed ", Act::Drafted),
    ("written ", Act::Drafted),
    ("dictated ", Act::Drafted),
    ("approved ", Act::Approved),
    ("cleared ", Act::Cleared),
    ("concurred ", Act::Cleared),
    ("initialed ", Act::Other),
    ("signed ", Act::Other),
    ("repeated ", Act::Other),
    ("sent ", Act::Other),
    ("but ", Act::Other),
];

/// ```text
/// acts = [ "Presumably" | "The" … "was" ] act *( ("," | ";" | "and") act )
/// act  = ("drafted" | "approved" | "cleared" | …) [ date | office ] "by" who … | "in" office …
/// ```
fn acts(sentence: &str) -> Acts<'_> {
    let sentence = sentence.trim().trim_end_matches(['.', '↩', ' ']);
    let mut found = Acts::default();
    let mut open: Option<(Act, usize)> = None;
    let mut at = 0;
    for word in sentence.split_inclusive(' ') {
        let start = at;
        at += word.len();
        let before = sentence[..start].trim_end();
        let known = ACTS.iter().find(|(act, _)| word.eq_ignore_ascii_case(act));
        let Some((_, act)) = known.filter(|_| may_begin(before)) else { continue };
        // "Drafted and initialed by Orlo" is two acts of one man.
        if let Some((first, from)) = open
            && matches!(sentence[from..start].trim(), "" | "and")
        {
            open = Some((if first == Act::Other { *act } else { first }, at));
            continue;
        }
        close(sentence, open, start, &mut found);
        open = Some((*act, at));
    }
    close(sentence, open, sentence.len(), &mut found);
    found
}

/// What may stand before an act: nothing, another act's end, "was", "presumably".
fn may_begin(before: &str) -> bool {
    before.is_empty()
        || before.ends_with([',', ';'])
        || ["and", "was", "were", "Presumably", "Apparently", "Probably"]
            .iter()
            .any(|word| before.rsplit(' ').next() == Some(*word))
}

/// Keeps what an act tells: by whom, or where.
fn close<'t>(sentence: &'t str, open: Option<(Act, usize)>, end: usize, into: &mut Acts<'t>) {
    let Some((act, start)) = open else { return };
    let told = sentence[start..end].trim_end_matches([',', ';', ' ']);
    let told = told.strip_suffix(" and").unwrap_or(told).trim_end_matches([',', ';', ' ']);
    let by = told.strip_prefix("by ");
    // "Prepared on May 3." tells nobody; "approved in S" tells an office.
    let slot = match act {
        Act::Drafted if by.is_some() || told.contains(" by ") => &mut into.drafted,
        Act::Approved => &mut into.approved,
        Act::Cleared => &mut into.cleared,
        Act::Drafted | Act::Other => return,
    };
    let told = if act == Act::Drafted { by.unwrap_or(told) } else { told };
    if slot.is_none() && !told.is_empty() {
        *slot = Some(told);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes() {
        for (note, source, classification, handling, drafted, approved, cleared) in [
            (
                "Source: Taver Library, Orlo Files, Box 80, Folder 2. Secret; Nodis. Drafted by Rivel on March 18 and approved in S on March 20. The meeting was held in the Lake House. ↩",
                "Taver Library, Orlo Files, Box 80, Folder 2.",
                Some("Secret"),
                vec!["Nodis"],
                Some("Rivel on March 18"),
                Some("in S on March 20"),
                None,
            ),
            (
                "Source: Taver Library, Vol. III. No classification marking.",
                "Taver Library, Vol. III.",
                Some("No classification marking"),
                vec![],
                None,
                None,
                None,
            ),
            (
                "[Source: Notes of Marn Orlo, Archive of Lakes]",
                "Notes of Marn Orlo, Archive of Lakes",
                None,
                vec![],
                None,
                None,
                None,
            ),
            (
                "Source: Taver Files, LAKE 27 S. Secret; Nodis. Presumably drafted on May 3 by Orlo, cleared in draft by Vey and Marsh, and approved by Rivel. Repeated to Lorne.",
                "Taver Files, LAKE 27 S.",
                Some("Secret"),
                vec!["Nodis"],
                Some("on May 3 by Orlo"),
                Some("by Rivel"),
                Some("in draft by Vey and Marsh"),
            ),
            (
                "Source: Taver Files, 611.93/8–1355. Secret. Drafted by Orlo, but the text is neither initialed nor signed by him. The memorandum was approved in S.",
                "Taver Files, 611.93/8–1355.",
                Some("Secret"),
                vec![],
                Some("Orlo"),
                Some("in S"),
                None,
            ),
            (
                "Source: Taver Files, Vol. 16, Secret. Drafted and initialed by Orlo and approved in S.",
                "Taver Files, Vol. 16,",
                Some("Secret"),
                vec![],
                Some("Orlo"),
                Some("in S"),
                None,
            ),
            (
                "Source: Taver Files. Secret. Prepared on May 3. Orlo approved of it.",
                "Taver Files.",
                Some("Secret"),
                vec![],
                None,
                None,
                None,
            ),
        ] {
            let expected =
                SourceNote { source, classification, handling, drafted, approved, cleared };
            assert_eq!(source_note(note), Some(expected), "{note:?}");
        }
        assert_eq!(source_note("See Document 5."), None);
        assert!(source_note("Source:").is_none_or(|found| found.source.is_empty()));
    }
}
