//! A record as the blocks that a page sets: what stands apart, speeches, paragraphs of prose.

use crate::model::{Memorandum, Mode, PieceKind};
use crate::span::Span;

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// What belongs to the frame of the record: titles, lists, markings, closing, footnotes.
    Apart { kind: PieceKind, span: Span },
    /// A labelled turn, or the rest of one that another interrupted.
    Speech { turn: usize, label: Option<Span>, parts: Vec<SpeechPart> },
    /// A paragraph of prose: stretches that a turn tells, and stretches that nobody speaks.
    Prose { parts: Vec<ProsePart> },
}

/// A part of a labelled turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SpeechPart {
    /// A paragraph of the speech.
    Paragraph(Span),
    /// What stands between the paragraphs.
    Aside(Span),
}

/// A part of a paragraph of prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ProsePart {
    /// The turn that it tells.
    pub(super) turn: Option<usize>,
    /// Where it stands.
    pub(super) span: Span,
}

/// No line of a typed page is longer; where one is, a line is a paragraph.
const TYPED_LINE: usize = 120;

/// Gives the blocks of a record, in order; all its words are in them, white space is not.
pub(super) fn blocks(memorandum: &Memorandum) -> Vec<Block> {
    let mut flow = Flow {
        memorandum,
        blocks: Vec::new(),
        piece: 0,
        lines_are_paragraphs: memorandum.text.lines().any(|line| line.len() > TYPED_LINE),
    };
    let mut at = 0;
    let mut before = None;
    let mut items = items(memorandum).into_iter().peekable();
    while let Some(Item { turn, is_label, span }) = items.next() {
        // Turns may reach into each other; every word is written once.
        let span = Span::new(span.start.max(at), span.end);
        let Some(mut words) = flow.words(span) else { continue };
        let mut span = span;
        if memorandum.turns[turn].mode == Mode::Verbatim && !is_label {
            let next = items.peek().map_or(memorandum.text.len(), |next| next.span.start);
            words.end = flow.end_of_line(words.end, next);
            span.end = span.end.max(words.end);
        }
        let within = before == Some(turn) && memorandum.turns[turn].mode == Mode::Verbatim;
        flow.between(Span::new(at, words.start), within);
        match (memorandum.turns[turn].mode, is_label) {
            (Mode::Verbatim, true) => {
                let parts = Vec::new();
                flow.blocks.push(Block::Speech { turn, label: Some(words), parts });
            }
            (Mode::Verbatim, false) => flow.speech(turn, SpeechPart::Paragraph(words)),
            (Mode::Reported, _) => flow.prose(Some(turn), words),
        }
        before = Some(turn);
        at = span.end;
    }
    flow.frame(Span::new(at, memorandum.text.len()));
    flow.blocks
}

/// A label or a paragraph of a turn.
#[derive(Clone, Copy)]
struct Item {
    turn: usize,
    is_label: bool,
    span: Span,
}

/// Gives the labels and paragraphs of all turns, in order of the text.
fn items(memorandum: &Memorandum) -> Vec<Item> {
    let mut items = Vec::new();
    for (turn, told) in memorandum.turns.iter().enumerate() {
        let first = told.paragraphs.first().map_or(told.span.end, |first| first.start);
        if told.mode == Mode::Verbatim {
            items.push(Item { turn, is_label: true, span: Span::new(told.span.start, first) });
        }
        let paragraphs = told.paragraphs.iter();
        items.extend(paragraphs.map(|span| Item { turn, is_label: false, span: *span }));
    }
    items.sort_by_key(|item| item.span.start);
    items
}

struct Flow<'m> {
    memorandum: &'m Memorandum,
    blocks: Vec<Block>,
    /// The first piece that does not end before what was read.
    piece: usize,
    lines_are_paragraphs: bool,
}

impl Flow<'_> {
    /// Reads what stands between turns.
    fn frame(&mut self, gap: Span) {
        let pieces = &self.memorandum.pieces;
        while let Some(piece) = pieces.get(self.piece).filter(|piece| piece.span.start < gap.end) {
            let clipped = Span::new(piece.span.start.max(gap.start), piece.span.end.min(gap.end));
            if let Some(span) = self.words(clipped) {
                match piece.kind {
                    PieceKind::Space
                    | PieceKind::Narration
                    | PieceKind::Note
                    | PieceKind::Label
                    | PieceKind::Speech
                    | PieceKind::Reported => self.prose(None, span),
                    PieceKind::Furniture
                    | PieceKind::Catalogue
                    | PieceKind::Title
                    | PieceKind::Dateline
                    | PieceKind::Marking
                    | PieceKind::FieldName
                    | PieceKind::Subject
                    | PieceKind::Participants
                    | PieceKind::Heading
                    | PieceKind::Footnote
                    | PieceKind::Closing
                    | PieceKind::Abstract
                    | PieceKind::Provenance
                    | PieceKind::Rights => {
                        self.blocks.push(Block::Apart { kind: piece.kind, span });
                    }
                }
            }
            if piece.span.end > gap.end {
                break;
            }
            self.piece += 1;
        }
    }

    /// Reads what stands between two items, within one labelled turn or not.
    fn between(&mut self, gap: Span, within: bool) {
        match self.blocks.last_mut() {
            Some(Block::Speech { parts, .. }) if within => {
                let words = words(gap, &self.memorandum.text);
                parts.extend(words.map(SpeechPart::Aside));
            }
            Some(_) | None => self.frame(gap),
        }
    }

    /// Adds a part to a labelled turn, or goes on with one that another interrupted.
    fn speech(&mut self, turn: usize, part: SpeechPart) {
        match self.blocks.last_mut() {
            Some(Block::Speech { turn: last, parts, .. }) if *last == turn => parts.push(part),
            Some(_) | None => {
                self.blocks.push(Block::Speech { turn, label: None, parts: vec![part] });
            }
        }
    }

    /// Adds prose to the paragraph before, if nothing sets it apart.
    fn prose(&mut self, turn: Option<usize>, span: Span) {
        let text = &self.memorandum.text;
        if let Some(Block::Prose { parts }) = self.blocks.last_mut()
            && let Some(last) = parts.last().map(|part| part.span)
        {
            let between = Span::new(last.end, span.start).of(text);
            let lines = between.matches('\n').count();
            if lines == 0 || (lines == 1 && !self.lines_are_paragraphs) {
                parts.push(ProsePart { turn, span });
                return;
            }
        }
        self.blocks.push(Block::Prose { parts: vec![ProsePart { turn, span }] });
    }

    /// Gives the end of what stands on the line after a speaker's last word, if it is marks alone,
    /// as a footnote's callout: they go with the words, not with what follows.
    fn end_of_line(&self, end: usize, next: usize) -> usize {
        let (text, pieces) = (&self.memorandum.text, &self.memorandum.pieces);
        let from = pieces.partition_point(|piece| piece.span.end <= end);
        let mut at = end;
        for piece in pieces[from..].iter().take_while(|piece| piece.span.end <= next) {
            let rest = Span::new(piece.span.start.max(end), piece.span.end);
            if piece.kind == PieceKind::Note {
                at = rest.end;
            } else if !rest.of(text).chars().all(|c| c.is_whitespace() && c != '\n') {
                break;
            }
        }
        at
    }

    fn words(&self, span: Span) -> Option<Span> {
        words(span, &self.memorandum.text)
    }
}

/// Gives a stretch without the white space around it, if words are left.
fn words(span: Span, text: &str) -> Option<Span> {
    let words = span.of(text);
    let start = span.start + (words.len() - words.trim_start().len());
    let end = span.start + words.trim_end().len();
    (start < end).then(|| Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_after_the_last_word_stay_with_the_speaker() {
        let text = "ORLO: Good day.1\n\nVEY: Good day. [laughter]\n\n[Page 2]\n\nORLO: Sit down.\n\n\
                    VEY: Gladly.\n\n 1. A fine day it was. ↩\n";
        let memorandum = crate::parse(text).memorandum;
        let blocks = blocks(&memorandum);
        let told = blocks.iter().map(|block| match block {
            Block::Apart { span, .. } => format!("apart {}", span.of(text)),
            Block::Prose { parts } => format!("prose {}", parts[0].span.of(text)),
            Block::Speech { parts, .. } => match parts[..] {
                [SpeechPart::Paragraph(span)] => format!("speech {}", span.of(text)),
                [..] => format!("{} parts", parts.len()),
            },
        });
        let expected = [
            "speech Good day.1",
            "speech Good day. [laughter]",
            "prose [Page 2]",
            "speech Sit down.",
            "speech Gladly.",
            "apart 1. A fine day it was. ↩",
        ];
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }
}
