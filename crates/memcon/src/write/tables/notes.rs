//! The table of notes.

use super::column::{integer, kind_name, row};
use crate::model::Note;
use crate::span::CharIndex;
use crate::write::{Document, turn_ids};

row! {
    /// A mark of an editor, translator or typist.
    NoteRow in "notes" {
        /// The record.
        document_id: String,
        /// The place in the sequence of notes, from 0.
        index: i64,
        /// What the mark is: `supplied`, `excision`, `footnote`.
        kind: String,
        /// What stands inside the brackets, or the footnote's words.
        text: String,
        /// The words it explains, corrects or questions.
        of: Option<String>,
        /// The turn it stands in, as in `turns`.
        turn_id: Option<String>,
        /// Where the mark begins, in code points of the text; its bracket included.
        char_start: i64,
        /// Where it ends.
        char_end: i64,
    }
}

/// Gives a row for each note, in order.
pub fn notes(document: &Document<'_>) -> Vec<NoteRow> {
    let memorandum = &document.parsed().memorandum;
    let index = CharIndex::new(&memorandum.text);
    let turns = turn_ids(memorandum);
    let row = |(place, note): (usize, &Note)| {
        let span = index.chars(note.span);
        NoteRow {
            document_id: document.id().to_owned(),
            index: integer(place),
            kind: kind_name(&note.kind),
            text: note.text.clone(),
            of: note.of.as_ref().map(|of| of.text.clone()),
            turn_id: note.turn.and_then(|turn| turns.get(turn).cloned()),
            char_start: integer(span.start),
            char_end: integer(span.end),
        }
    };
    memorandum.notes.iter().enumerate().map(row).collect()
}
