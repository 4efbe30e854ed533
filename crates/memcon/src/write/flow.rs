//! A record as the blocks that a page sets: what stands apart, speeches, paragraphs of prose.

use crate::model::{Memorandum, Mode, PieceKind, Turn};
use crate::span::Span;

/// A block of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// What belongs to the frame of the record: titles, lists, markings, closing, footnotes.
    Apart { kind: PieceKind, span: Span },
    /// A labelled turn.
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
    for turn in &memorandum.turns {
        flow.frame(Span::new(at, turn.span.start));
        match turn.mode {
            Mode::Verbatim => flow.speech(turn),
            Mode::Reported => flow.told(turn),
        }
        at = at.max(turn.span.end);
    }
    flow.frame(Span::new(at, memorandum.text.len()));
    flow.blocks
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
            let clipped =
                Span::new(piece.span.start.max(gap.start), piece.span.end.min(gap.end));
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

    fn speech(&mut self, turn: &Turn) {
        let first = turn.paragraphs.first().map_or(turn.span.end, |first| first.start);
        let label = self.words(Span::new(turn.span.start, first));
        let mut parts = Vec::new();
        let mut at = first;
        for paragraph in &turn.paragraphs {
            parts.extend(self.words(Span::new(at, paragraph.start)).map(SpeechPart::Aside));
            parts.extend(self.words(*paragraph).map(SpeechPart::Paragraph));
            at = paragraph.end;
        }
        parts.extend(self.words(Span::new(at, turn.span.end)).map(SpeechPart::Aside));
        self.blocks.push(Block::Speech { turn: turn.index, label, parts });
    }

    fn told(&mut self, turn: &Turn) {
        let mut at = turn.span.start;
        for paragraph in &turn.paragraphs {
            if let Some(span) = self.words(Span::new(at, paragraph.start)) {
                self.prose(None, span);
            }
            if let Some(span) = self.words(*paragraph) {
                self.prose(Some(turn.index), span);
            }
            at = at.max(paragraph.end);
        }
        if let Some(span) = self.words(Span::new(at, turn.span.end)) {
            self.prose(None, span);
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

    /// Gives a stretch without the white space around it, if words are left.
    fn words(&self, span: Span) -> Option<Span> {
        let words = span.of(&self.memorandum.text);
        let start = span.start + (words.len() - words.trim_start().len());
        let end = span.start + words.trim_end().len();
        (start < end).then(|| Span::new(start, end))
    }
}
