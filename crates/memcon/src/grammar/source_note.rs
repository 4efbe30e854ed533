//! The editors' note on the source, the first footnote of a printed record.
//!
//! ```text
//! source-note    = ["["] "Source:" source [classification] sentence* ["]"]
//! classification = secrecy *( ";" handling ) "."
//! sentence       = ("Drafted" | "Prepared" | …) "by" who [["," | "and"] "approved" whom] "." | …
//! ```

use std::sync::LazyLock;

use nom::Offset;

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
    /// Who approved or cleared it, and when.
    pub(crate) approved: Option<&'t str>,
}

static SECRECY: LazyLock<Table> = LazyLock::new(|| {
    let file = include_str!("../../data/lexicon/secrecy.txt");
    table(file.lines().filter(|line| !line.starts_with('#')))
});

/// No source is told in more sentences than this.
const SENTENCES: usize = 24;

/// Reads a note that opens with `Source:`.
pub(crate) fn source_note(note: &str) -> Option<SourceNote<'_>> {
    let words = opened(note)?;
    let all: Vec<&str> =
        sentences(words, Span::new(0, words.len())).take(SENTENCES).map(|s| s.of(words)).collect();
    let secret = all.iter().position(|sentence| classified(sentence).is_some());
    let last = secret.filter(|at| *at > 0).map_or(0, |at| at - 1).min(2);
    let end = all.get(last).map(|sentence| words.offset(sentence) + sentence.len())?;
    let mut found = SourceNote { source: words[..end].trim(), ..SourceNote::default() };
    for sentence in &all[1.min(all.len())..] {
        if found.classification.is_none()
            && let Some((classification, handling)) = classified(sentence)
        {
            found.classification = Some(classification);
            found.handling = handling;
        } else if found.drafted.is_none() && found.approved.is_none() {
            (found.drafted, found.approved) = drafting(sentence);
        }
    }
    Some(found)
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

/// Who drafted and who approved, as one sentence tells.
fn drafting(sentence: &str) -> (Option<&str>, Option<&str>) {
    const OPENINGS: [&str; 5] =
        ["Drafted by ", "Prepared by ", "Transcribed by ", "Written by ", "Dictated by "];
    let sentence = sentence.trim_end_matches(['.', '↩', ' ']);
    let approved = ["approved ", "cleared ", "initialed ", "concurred "]
        .iter()
        .filter_map(|word| sentence.find(word))
        .min();
    let begins = ["Approved ", "Cleared "].iter().find_map(|word| sentence.strip_prefix(word));
    if let Some(rest) = begins {
        return (None, Some(rest));
    }
    let Some(rest) = OPENINGS.iter().find_map(|opening| sentence.strip_prefix(opening)) else {
        return (None, None);
    };
    let end = approved.map_or(rest, |at| {
        let who = &sentence[sentence.len() - rest.len()..at];
        who.trim_end().trim_end_matches("and").trim_end_matches([',', ';', ' '])
    });
    let approved = approved.and_then(|at| sentence[at..].split_once(' ')).map(|(_, rest)| rest);
    (Some(end).filter(|end| !end.is_empty()), approved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes() {
        for (note, source, classification, handling, drafted, approved) in [
            (
                "Source: Taver Library, Orlo Files, Box 80, Folder 2. Secret; Nodis. Drafted by Rivel on March 18 and approved in S on March 20. The meeting was held in the Lake House. ↩",
                "Taver Library, Orlo Files, Box 80, Folder 2.",
                Some("Secret"),
                vec!["Nodis"],
                Some("Rivel on March 18"),
                Some("in S on March 20"),
            ),
            (
                "Source: Taver Library, Vol. III. No classification marking.",
                "Taver Library, Vol. III.",
                Some("No classification marking"),
                vec![],
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
            ),
        ] {
            let expected = SourceNote { source, classification, handling, drafted, approved };
            assert_eq!(source_note(note), Some(expected), "{note:?}");
        }
        assert_eq!(source_note("See Document 5."), None);
        assert!(source_note("Source:").is_none_or(|found| found.source.is_empty()));
    }
}
