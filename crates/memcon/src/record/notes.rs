//! The notes of a record: of title, body and foot.

use super::Draft;
use crate::assemble::footnotes;
use crate::assemble::marks;
use crate::assemble::marks::Callouts;
use crate::assemble::paragraph::PageFurniture;
use crate::assemble::pieces::Partition;
use crate::block::Block;
use crate::diagnostic::Diagnostic;
use crate::grammar::mark;
use crate::model::Memorandum;
use crate::model::Note;
use crate::model::NoteKind;
use crate::model::PieceKind;

impl Draft<'_> {
    /// Finds the notes of title, body and foot.
    pub(super) fn notes(
        &self,
        document: &[Block],
        foot: &[Block],
        record: &mut Memorandum,
        partition: &mut Partition,
        doubts: &mut Vec<Diagnostic>,
    ) {
        let text = self.text;
        let footnotes = footnotes::notes(text, foot);
        let mut callouts = Callouts::default();
        callouts.notes = footnotes.last().map(|(number, _)| *number);
        if let Some(title) = self.page.title {
            marks::brackets(text, title, &mut record.notes, doubts);
        }
        for block in &document[..document.len() - foot.len()] {
            let furniture = self.body.furniture.iter().find(|(_, span)| *span == block.span);
            if let Some((kind, span)) = furniture {
                let kind = match kind {
                    PageFurniture::PageMark => NoteKind::PageMark,
                    PageFurniture::RunningHead => NoteKind::RunningHead,
                };
                partition.claim(PieceKind::Note, *span);
                record.notes.push(Note::new(kind, *span, span.of(text).to_owned(), None));
                continue;
            }
            marks::brackets(text, block.span, &mut record.notes, doubts);
            callouts.read(text, block.span, &mut record.notes);
        }
        for (_, span) in footnotes {
            partition.claim(PieceKind::Footnote, span);
            record.notes.push(Note::new(
                NoteKind::Footnote,
                span,
                span.of(text).trim_end_matches(['↩', ' ']).to_owned(),
                None,
            ));
        }
        record.notes.sort_by_key(|note| note.span);
        self.opening_remarks(&mut record.notes);
    }

    /// A parenthesis between separator and speech says how it was said or to whom.
    fn opening_remarks(&self, notes: &mut Vec<Note>) {
        for part in self.told.turns.iter().filter_map(|turn| turn.paragraphs.first()?.first()) {
            let Some(span) = marks::opening(self.text, *part) else { continue };
            match notes.binary_search_by_key(&span, |note| note.span) {
                Ok(at) => notes[at].kind = NoteKind::Stage,
                Err(at) => {
                    let inside = mark::inside(span.of(self.text)).to_owned();
                    notes.insert(at, Note::new(NoteKind::Stage, span, inside, None));
                }
            }
        }
    }
}
