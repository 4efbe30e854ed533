//! The table of notes.

use super::column::kind_name;
use super::{RecordRow, integer};
use crate::model::{Note, Quantity};
use crate::span::CharIndex;
use crate::write::{Document, Part, turn_ids};

crate::table_row! {
    /// A mark of an editor, translator or typist.
    #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
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
        /// Whose mark it is: `editor` or `source`.
        hand: String,
        /// Of a callout its footnote, of a footnote its callout, as `index` of this table.
        joined: Option<i64>,
        /// Of an excision, what was withheld: `text`, `name`, `amount`.
        withheld: Option<String>,
        /// How much was withheld, by the first measure that the mark gives.
        quantity: Option<f32>,
        /// In what that measure counts: `line`, `paragraph`, `name`.
        unit: Option<String>,
        /// How near it is: `exact`, `less-than`, `more-than`, `about`.
        bound: Option<String>,
        /// The exemption that is given for it: `25X1A`.
        exemption: Option<String>,
    }
}

impl RecordRow for NoteRow {
    const CARRIES: &'static [Part] = &[Part::Places, Part::Notes, Part::Measures];

    fn of(document: &Document<'_>) -> Vec<Self> {
        notes(document)
    }
}

/// Gives a row for each note, in order.
pub fn notes(document: &Document<'_>) -> Vec<NoteRow> {
    let memorandum = &document.parsed().memorandum;
    let index = CharIndex::new(&memorandum.text);
    let turns = turn_ids(memorandum);
    let row = |(place, note): (usize, &Note)| {
        let span = index.chars(note.span);
        let excision = note.excision.as_ref();
        let measure = excision.and_then(|it| it.measures.first());
        NoteRow {
            document_id: document.id().to_owned(),
            index: integer(place),
            kind: kind_name(&note.kind),
            text: note.text.clone(),
            of: note.of.as_ref().map(|of| of.text.clone()),
            turn_id: note.turn.and_then(|turn| turns.get(turn).cloned()),
            char_start: integer(span.start),
            char_end: integer(span.end),
            hand: kind_name(&note.hand),
            joined: note.joined.map(integer),
            withheld: excision.map(|it| kind_name(&it.withheld)),
            quantity: measure.map(|it| quantity(it.number)),
            unit: measure.map(|it| kind_name(&it.unit)),
            bound: measure.map(|it| kind_name(&it.bound)),
            exemption: excision.and_then(|it| it.exemption.clone()),
        }
    };
    memorandum.notes.iter().enumerate().map(row).collect()
}

#[allow(clippy::cast_possible_truncation)] // Hundredths of lines need no more.
fn quantity(number: Quantity) -> f32 {
    number.value() as f32
}
