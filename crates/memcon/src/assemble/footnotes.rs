//! The footnotes at a document's end.
//!
//! ```text
//! footnotes = footnote+                              ; numbered 1, 2, 3 … or from 0
//! footnote  = number ("." | ")")? space text "↩"?    ; further paragraphs may follow
//! ```

use nom::Offset;

use crate::block::Block;
use crate::grammar::callout;
use crate::grammar::source_note::is_source_note;
use crate::span::Span;

/// Finds the block at which the footnotes begin; the number of blocks if there are none.
///
/// The notes are the last run of numbered blocks that counts up by ones from 0 or 1, and shows
/// that it is one: by "Source:", by a return arrow, or by the blank lines that set it apart.
pub(crate) fn start(text: &str, blocks: &[Block]) -> usize {
    let mut first = blocks.len();
    let mut expected: Option<u32> = None;
    for (i, block) in blocks.iter().enumerate().rev() {
        let Some((number, rest)) = number(block.span.of(text)) else { continue };
        if expected.is_some_and(|expected| number > expected) {
            continue;
        }
        // A page may leave out a note or two.
        if expected.is_some_and(|expected| number + 2 < expected) {
            break;
        }
        if number <= 1 {
            let source = rest.starts_with("Source") || rest.starts_with("[Source");
            let before = &text[..block.span.start];
            if source
                || block.gap >= 2 && has_callout(before, number)
                || block.span.of(text).ends_with('↩')
                || is_called(before, number, block.span.of(text))
            {
                first = i;
            }
            if number == 0 || source {
                break;
            }
        }
        expected = number.checked_sub(1);
    }
    first
}

/// Whether a note without a stop after its number, or with brackets around it, is called for in
/// the text: `1 Orlo means the dam.` after `Orlo1.`, `[1] The dam.` after `the dam [1]`.
fn is_called(before: &str, number: u32, note: &str) -> bool {
    if note.starts_with('[') {
        return before.contains(&format!("[{number}]"));
    }
    let digits = number.to_string();
    let bare =
        note.strip_prefix(digits.as_str()).is_some_and(|rest| rest.starts_with([' ', '\u{a0}']));
    bare && before.match_indices(digits.as_str()).any(|(at, _)| {
        before[..at].ends_with(|c: char| c.is_lowercase() || matches!(c, '»' | '”'))
            && before[at + digits.len()..].starts_with(|c: char| !c.is_alphanumeric())
    })
}

/// Tells whether the text calls for one of the first notes from a number on: `Conversation1`,
/// `soon.2 He`. Without that, numbered blocks are the paragraphs of the record.
fn has_callout(before: &str, number: u32) -> bool {
    (number..=number + 2).any(|number| {
        let digits = number.to_string();
        before.contains(&format!("[{digits}]"))
            || before
                .match_indices(digits.as_str())
                .any(|(at, _)| callout::glue(&before[..at], &before[at + digits.len()..]).is_some())
    })
}

/// Reads the number that opens a footnote: `1.`, `1`, `[1]`.
pub(crate) fn number(block: &str) -> Option<(u32, &str)> {
    if let Some((inside, rest)) = block.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        let number = if inside.len() <= 2 { inside.parse().ok()? } else { return None };
        return Some((number, rest.strip_prefix([' ', '\u{a0}'])?.trim_start()));
    }
    let digits = block.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 3 {
        return None;
    }
    let number = block[..digits].parse().ok()?;
    let rest = block[digits..].trim_start_matches(['.', ')']);
    let text = rest.strip_prefix([' ', '\u{a0}', '\t'])?;
    Some((number, text.trim_start()))
}

/// Joins the blocks of the notes' region into one span a note.
pub(crate) fn notes(text: &str, blocks: &[Block]) -> Vec<(u32, Span)> {
    let mut notes: Vec<(u32, Span)> = Vec::new();
    for block in blocks {
        let opened = number(block.span.of(text));
        match (opened, notes.last_mut()) {
            (Some((number, _)), Some((last, _))) if number > *last && number <= *last + 3 => {
                notes.push((number, block.span));
            }
            (_, Some((_, span))) => span.end = block.span.end,
            (Some((number, _)), None) => notes.push((number, block.span)),
            (None, None) => {}
        }
    }
    notes
}

/// Gives the note on the source, without its number: the first or second note, where it opens
/// with `Source:`.
pub(crate) fn source(text: &str, blocks: &[Block]) -> Option<Span> {
    notes(text, blocks).iter().take(2).find_map(|(_, span)| {
        let (_, words) = number(span.of(text))?;
        let words = words.trim_end_matches(['↩', ' ', '\n', '\u{a0}']);
        let start = text.offset(words);
        is_source_note(words).then(|| Span::new(start, start + words.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{Setting, blocks};
    use crate::source::lines;

    fn check(text: &str, expected: Option<&str>) {
        let blocks = blocks(&lines(text), Setting::Unwrapped);
        let first = start(text, &blocks);
        assert_eq!(blocks.get(first).map(|block| block.span.of(text)), expected);
    }

    #[test]
    fn notes_are_told_from_numbered_paragraphs() {
        check(
            "Orlo: Yes.\n\n\n 1. Source: Ministry. ↩\n 2. Not found. ↩\n",
            Some("1. Source: Ministry. ↩"),
        );
        check("Orlo: Yes.\n\n\n1 Source: Ministry.\n\n2 Not found.\n", Some("1 Source: Ministry."));
        check("0 Source: Ministry.\n1 Not found.\n", Some("0 Source: Ministry."));
        check("Orlo1. Yes.\n\n1 So in the text.\n", Some("1 So in the text."));
        check("Orlo: Yes. [1]\n\n[1] So in the text.\n", Some("[1] So in the text."));
        check("Orlo: Yes.\n\n1 So in the text.\n", None);
        check("Orlo: Two points.\n\n1. The mine.\n\n2. The dam.\n", None);
        check("1. Memorandum\n\nOrlo: Yes.\n", None);
    }
}
