//! Brackets that stand in the source: where the editors say so, they are the typist's own.
//!
//! ```text
//! said = [ "All" ] "brackets" [ … ] ( "in the source" [ "text" ] | "in the original" )
//! ```

use memchr::memmem;

use crate::grammar::source_note::is_source_note;
use crate::model::{Hand, Note, NoteKind};
use crate::span::Span;

/// Turns the reading of brackets that the editors say are the source's: all of them, where the
/// source note says it or the note says "all"; otherwise the one before the note's callout.
///
/// Gives where it is said that all are.
pub(crate) fn brackets(text: &str, notes: &mut [Note]) -> Option<Span> {
    let mut said = None;
    for place in 0..notes.len() {
        let note = &notes[place];
        if !matches!(note.kind, NoteKind::Footnote | NoteKind::Editorial) {
            continue;
        }
        let Some((span, which)) = says(note.span.of(text), note.span.start) else { continue };
        if which == Which::All {
            said.get_or_insert(span);
        } else if let Some(called) = note.joined {
            let before = notes[called].span.start;
            let near = notes[..called].iter_mut().rev().take(NEAR);
            let mut near = near.filter(|note| is_bracket(text, note) && note.span.end <= before);
            if let Some(bracket) = near.next() {
                turn(bracket);
            }
        }
    }
    said?;
    for note in notes.iter_mut().filter(|note| is_bracket(text, note)) {
        turn(note);
    }
    said
}

/// How many notes back the bracket of a callout may stand.
const NEAR: usize = 4;

/// Of which brackets a note tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    /// All of the document.
    All,
    /// The one that calls for the note.
    Called,
}

/// Where a note says that brackets are in the source, and which.
fn says(note: &str, start: usize) -> Option<(Span, Which)> {
    let at = memmem::find(note.as_bytes(), b"rackets")?;
    let from = note[..at].rfind('.').map_or(0, |stop| stop + 1);
    let end = note[at..].find('.').map_or(note.len(), |stop| at + stop);
    let sentence = &note[from..end];
    let source = ["in the source", "in the original", "in original"];
    if !source.iter().any(|words| sentence.contains(words)) {
        return None;
    }
    let body =
        note.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ' ' | '['));
    let all = ["All brackets", "all brackets", "Brackets throughout", "brackets throughout"];
    let all = is_source_note(body) || all.iter().any(|words| sentence.contains(words));
    let which = if all { Which::All } else { Which::Called };
    Some((Span::new(start + from, start + end), which))
}

fn is_bracket(text: &str, note: &Note) -> bool {
    note.span.of(text).starts_with('[')
}

/// Makes a bracket the source's own. What only editors do in a bracket stays theirs.
fn turn(note: &mut Note) {
    match note.kind {
        NoteKind::Supplied
        | NoteKind::Editorial
        | NoteKind::Correction
        | NoteKind::Original
        | NoteKind::Doubtful
        | NoteKind::Query
        | NoteKind::Parenthesis => {
            note.kind = NoteKind::Parenthesis;
            note.of = None;
            note.hand = Hand::Source;
        }
        NoteKind::Stage
        | NoteKind::Expansion
        | NoteKind::Interpreter
        | NoteKind::Attachment
        | NoteKind::Signature
        | NoteKind::Unclear => note.hand = Hand::Source,
        NoteKind::Sic
        | NoteKind::Omission
        | NoteKind::Excision
        | NoteKind::Callout
        | NoteKind::Footnote
        | NoteKind::PageMark
        | NoteKind::RunningHead
        | NoteKind::PortionMark => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editors_say_whose_brackets_are() {
        for (note, expected) in [
            ("2. Brackets are in the source text.", Some(Which::Called)),
            ("3. All brackets are in the original.", Some(Which::All)),
            ("1. Source: Taver Files. Secret. Brackets are in the original.", Some(Which::All)),
            ("2. The brackets were taken out.", None),
            ("2. In the source text.", None),
        ] {
            assert_eq!(says(note, 0).map(|(_, which)| which), expected, "{note}");
        }
    }
}
