//! The notes of a record: of title, body and foot.

use std::cmp::Reverse;

use super::Draft;
use crate::assemble::callouts::Callouts;
use crate::assemble::closing;
use crate::assemble::ending::over_notes;
use crate::assemble::footnotes;
use crate::assemble::in_source;
use crate::assemble::marks;
use crate::assemble::marks::Marks;
use crate::assemble::noise;
use crate::assemble::paragraph::{PageFurniture, Paragraph};
use crate::assemble::pieces::Partition;
use crate::assemble::portions;
use crate::assemble::signature;
use crate::assemble::turns::Role;
use crate::block::Block;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::DiagnosticKind;
use crate::grammar::mark;
use crate::model::Hand;
use crate::model::Memorandum;
use crate::model::Note;
use crate::model::NoteKind;
use crate::model::PieceKind;
use crate::source::MarkKind;
use crate::span::Span;

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
        let mut marks = Marks::default();
        let mut callouts = Callouts::default();
        if let Some(title) = self.page.title {
            marks.read(text, title);
            marks.finish(text);
        }
        let raised = ["¹", "²", "³"].iter().any(|one| text.contains(one));
        let mut furniture = self.body.furniture.iter().peekable();
        for block in &document[..document.len() - foot.len()] {
            while furniture.next_if(|(_, span)| span.start < block.span.start).is_some() {}
            let within = |(_, span): &&(PageFurniture, Span)| {
                *span != block.span && block.span.contains(*span)
            };
            while let Some((kind, span)) = furniture.next_if(within) {
                partition.claim(PieceKind::Note, *span);
                let written = span.of(text).to_owned();
                marks.notes.push(Note::new(note_kind(*kind), *span, written, None));
            }
            if let Some((kind, span)) = furniture.next_if(|(_, span)| *span == block.span) {
                let kind = note_kind(*kind);
                partition.claim(PieceKind::Note, *span);
                marks.notes.push(Note::new(kind, *span, span.of(text).to_owned(), None));
                continue;
            }
            marks.read(text, block.span);
            callouts.read(text, block.span);
            if raised {
                callouts.read_raised(text, block.span);
            }
        }
        marks.finish(text);
        // What a speaker says in brackets is no remark on his speech.
        let said: Vec<Span> = self.asides().collect();
        marks.notes.retain(|note| said.binary_search(&note.span).is_err());
        let footnotes: Vec<(u32, Span)> = match &self.called {
            Some(called) => (1..).zip(called.notes.iter().map(|(_, span)| *span)).collect(),
            None => footnotes::notes(text, foot),
        };
        // A heading or a rule stands over the notes.
        for block in foot.iter().take_while(|block| over_notes(block.span.of(text))) {
            partition.claim(PieceKind::Heading, block.span);
        }
        let numbers: Vec<u32> = footnotes.iter().map(|(number, _)| *number).collect();
        // What memcon itself wrote says which numbers are callouts.
        let called: Vec<(String, Span)> = if self.source.entry.cast.is_some() {
            self.source.callouts().map(|span| (span.of(text).to_owned(), span)).collect()
        } else if let Some(called) = &self.called {
            called.callouts.iter().map(|(key, _, span)| (key.to_string(), *span)).collect()
        } else {
            let chosen = callouts.chosen(text, (!numbers.is_empty()).then_some(&numbers));
            chosen.into_iter().map(|(number, span)| (number.to_string(), span)).collect()
        };
        if let Some(called) = &self.called {
            // `[a]` and `/1/` are read as other marks where no note is there.
            marks.notes.retain(|note| !called.covers(note.span));
        }
        for (number, span) in called {
            marks.notes.push(Note::new(NoteKind::Callout, span, number, None));
        }
        for (place, (_, span)) in footnotes.iter().enumerate() {
            partition.claim(PieceKind::Footnote, *span);
            let words = span.of(text).trim_end_matches(['↩', ' ']).to_owned();
            marks.notes.push(Note::new(NoteKind::Footnote, *span, words, None));
            // The number of the note itself may stand in brackets.
            let words = match &self.called {
                Some(called) => &span.of(text)[called.notes[place].0..],
                None => footnotes::number(span.of(text)).map_or("", |(_, words)| words),
            };
            let before = marks.notes.len();
            marks.read(text, Span::new(span.end - words.len(), span.end));
            marks.finish(text);
            // `[3]` in a footnote is a number of its own.
            for note in &mut marks.notes[before..] {
                if note.kind == NoteKind::Callout {
                    note.kind = NoteKind::Supplied;
                }
            }
        }
        let within = document.first().zip(document.last());
        if let Some((first, last)) = within {
            let within = Span::new(first.span.start, last.span.end);
            marks::unbracketed(text, within, &mut marks.notes);
            noise::report(text, within, &self.body, doubts);
        }
        let mut notes = marks.notes;
        notes.extend(form_feeds(text, document, partition));
        self.signatures(&mut notes, partition);
        portions::add(text, &self.openings(), &mut notes);
        doubts.append(&mut marks.doubts);
        notes.sort_by_key(order);
        self.opening_remarks(&mut notes);
        let number = |note: &Note| match &self.called {
            Some(called) => called.number(note.span),
            None => note.text.parse().ok(),
        };
        join(&mut notes, &footnotes, &number, doubts);
        if let Some(at) = in_source::brackets(text, &mut notes) {
            doubts.push(Diagnostic { span: at, kind: DiagnosticKind::BracketsInSource });
        }
        record.notes = notes;
    }

    /// The paragraphs in brackets that speakers say themselves.
    fn asides(&self) -> impl Iterator<Item = Span> {
        let all = self.body.paragraphs.iter().zip(&self.told.roles);
        all.filter(|(_, role)| matches!(role, Role::GoesOn(_)))
            .map(|(paragraph, _)| paragraph.span())
            .filter(|span| closing::is_said_aside(span.of(self.text)))
    }

    /// Adds who signed, by the markup or by the words, and where something attached begins.
    fn signatures(&self, notes: &mut Vec<Note>, partition: &mut Partition) {
        let marked = self.source.marks.iter().filter(|mark| mark.kind == MarkKind::Signature);
        let mut found: Vec<Note> = marked
            .filter_map(|mark| {
                let written = mark.span.of(self.text);
                let words = written.trim().trim_end_matches(|c: char| c.is_ascii_digit());
                let start = mark.span.start + written.len() - written.trim_start().len();
                let span = Span::new(start, start + words.len());
                let mut note = Note::new(NoteKind::Signature, span, words.to_owned(), None);
                note.hand = Hand::Source;
                (!span.is_empty()).then_some(note)
            })
            .collect();
        found.extend(signature::lines(self.text, &self.body, &self.told.roles));
        found.sort_by_key(order);
        notes.sort_by_key(order);
        let known = |note: &Note| {
            let before = notes.partition_point(|known| known.span.start <= note.span.start);
            notes[..before].last().is_some_and(|known| known.span.contains(note.span))
        };
        let mut found: Vec<Note> = found.into_iter().filter(|note| !known(note)).collect();
        for note in found.iter().filter(|note| note.kind == NoteKind::Signature) {
            partition.claim(PieceKind::Closing, note.span);
        }
        found.dedup_by_key(|note| note.span.start);
        notes.append(&mut found);
    }

    /// The footnote for which the title or the dateline calls: older series tell the source there,
    /// and of the meeting, without `Source:`.
    pub(super) fn note_of_head(&self, notes: &[Note]) -> Option<Span> {
        let pieces = self.header.pieces.iter();
        let head = pieces.filter(|p| matches!(p.kind, PieceKind::Title | PieceKind::Dateline));
        let end = head.map(|piece| piece.span.end).max()?;
        let mut called = notes.iter().take_while(|note| note.span.start < end);
        let foot =
            called.find_map(|note| notes.get(note.joined?).filter(|foot| foot.span.start > end))?;
        (foot.kind == NoteKind::Footnote).then_some(foot.span)
    }

    /// Where paragraphs and speeches open.
    fn openings(&self) -> Vec<Span> {
        let paragraphs = self.body.paragraphs.iter().map(Paragraph::span);
        let speeches =
            self.told.turns.iter().filter_map(|turn| turn.paragraphs.first()?.first().copied());
        let mut all: Vec<Span> = paragraphs.chain(speeches).collect();
        all.sort_unstable();
        all.dedup_by_key(|span| span.start);
        all
    }

    /// A parenthesis between separator and speech says how it was said or to whom.
    fn opening_remarks(&self, notes: &mut Vec<Note>) {
        for part in self.told.turns.iter().filter_map(|turn| turn.paragraphs.first()?.first()) {
            let Some(span) = marks::opening(self.text, *part) else { continue };
            if closing::is_said_aside(span.of(self.text)) {
                continue;
            }
            match notes.binary_search_by_key(&(span.start, Reverse(span.end)), order) {
                Ok(at) => match notes[at].kind {
                    NoteKind::Interpreter
                    | NoteKind::Excision
                    | NoteKind::Omission
                    | NoteKind::PortionMark => {}
                    _ => notes[at].kind = NoteKind::Stage,
                },
                Err(at) => {
                    let inside = mark::inside(span.of(self.text)).to_owned();
                    let mut note = Note::new(NoteKind::Stage, span, inside, None);
                    note.hand = Hand::Source;
                    notes.insert(at, note);
                }
            }
        }
    }
}

fn note_kind(furniture: PageFurniture) -> NoteKind {
    match furniture {
        PageFurniture::PageMark => NoteKind::PageMark,
        PageFurniture::RunningHead => NoteKind::RunningHead,
    }
}

/// The form feeds between the blocks of a document, and in them: a page begins after each.
fn form_feeds(text: &str, document: &[Block], partition: &mut Partition) -> Vec<Note> {
    let (Some(first), Some(last)) = (document.first(), document.last()) else { return Vec::new() };
    let within = Span::new(first.span.start, last.span.end);
    let found = memchr::memchr_iter(b'\x0C', within.of(text).as_bytes());
    let spans = found.map(|at| Span::new(within.start + at, within.start + at + 1));
    spans
        .map(|span| {
            partition.claim(PieceKind::Note, span);
            Note::new(NoteKind::PageMark, span, span.of(text).to_owned(), None)
        })
        .collect()
}

/// The order of notes: by where they begin, outer ones first.
fn order(note: &Note) -> (usize, Reverse<usize>) {
    (note.span.start, Reverse(note.span.end))
}

/// Joins callouts and footnotes of one number; a callout or footnote without the other is a
/// doubt. The note on the source, and one numbered 0, is not called for in every edition.
fn join(
    notes: &mut [Note],
    footnotes: &[(u32, Span)],
    number: &dyn Fn(&Note) -> Option<u32>,
    doubts: &mut Vec<Diagnostic>,
) {
    if footnotes.is_empty() {
        return;
    }
    let callouts = notes.iter().enumerate().filter(|(_, note)| note.kind == NoteKind::Callout);
    let mut callouts: Vec<(u32, usize)> =
        callouts.filter_map(|(place, note)| Some((number(note)?, place))).collect();
    callouts.sort_unstable();
    let mut joined = vec![false; notes.len()];
    for (number, span) in footnotes {
        let Ok(foot) = notes.binary_search_by_key(&(span.start, Reverse(span.end)), order) else {
            continue;
        };
        // A note may be called for more than once; it leads back to the first call.
        let from = callouts.partition_point(|(called, _)| called < number);
        let calls = callouts[from..].iter().take_while(|(called, _)| called == number);
        for (_, place) in calls.clone() {
            notes[*place].joined = Some(foot);
            joined[*place] = true;
        }
        match calls.clone().next() {
            Some((_, place)) => notes[foot].joined = Some(*place),
            None if *number > 1 => {
                let kind = DiagnosticKind::UncalledFootnote { number: *number };
                doubts.push(Diagnostic { span: *span, kind });
            }
            None => {}
        }
    }
    callouts.sort_unstable_by_key(|(_, place)| *place);
    for (number, place) in callouts.into_iter().filter(|(_, place)| !joined[*place]) {
        let kind = DiagnosticKind::MissingFootnote { number };
        doubts.push(Diagnostic { span: notes[place].span, kind });
    }
}
