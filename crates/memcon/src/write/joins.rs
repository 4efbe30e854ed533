//! Which footnote belongs to which callout.

use rustc_hash::FxHashMap;

use crate::model::{Memorandum, NoteKind};
use crate::write::inline::footnote;

/// Gives the footnote of each callout, both as places in the record's notes.
///
/// A callout goes with the next footnote of its number that no other callout has.
pub(super) fn joins(memorandum: &Memorandum) -> FxHashMap<usize, usize> {
    let text = &memorandum.text;
    let mut waiting: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let mut joins = FxHashMap::default();
    for (place, note) in memorandum.notes.iter().enumerate() {
        match note.kind {
            NoteKind::Callout => {
                let number = note.span.of(text).trim_matches(['[', ']', '(', ')', ' ']);
                waiting.entry(number).or_default().push(place);
            }
            NoteKind::Footnote => {
                let (number, _) = footnote(text, note.span);
                let callouts = waiting.remove(number).unwrap_or_default();
                joins.extend(callouts.into_iter().take(1).map(|callout| (callout, place)));
            }
            NoteKind::Supplied
            | NoteKind::Expansion
            | NoteKind::Query
            | NoteKind::Doubtful
            | NoteKind::Correction
            | NoteKind::Sic
            | NoteKind::Original
            | NoteKind::Omission
            | NoteKind::Excision
            | NoteKind::Unclear
            | NoteKind::Stage
            | NoteKind::Editorial
            | NoteKind::Parenthesis
            | NoteKind::PageMark
            | NoteKind::RunningHead
            | NoteKind::PortionMark
            | NoteKind::Interpreter
            | NoteKind::Attachment
            | NoteKind::Signature => {}
        }
    }
    joins
}
