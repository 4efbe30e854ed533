//! The body of TEI: the blocks of the page.

use rustc_hash::FxHashMap;

use super::marks::Anchor;
use super::{Dialect, pointers};
use crate::model::{Memorandum, NoteKind, PieceKind, Turn};
use crate::span::Span;
use crate::write::flow::{Block, ProsePart, SpeechPart};
use crate::write::inline::{Marks, footnotes};
use crate::write::tables::kind_name;
use crate::write::xml::Xml;

/// The body in the making.
#[expect(clippy::struct_excessive_bools, reason = "each tells of one place where one can be")]
pub(super) struct Body<'x, 'm> {
    pub(super) xml: &'x mut Xml,
    pub(super) memorandum: &'m Memorandum,
    pub(super) dialect: Dialect,
    pub(super) marks: Marks<'m>,
    /// The footnote of each callout.
    pub(super) footnotes: FxHashMap<usize, usize>,
    /// Which notes were written.
    pub(super) told: Vec<bool>,
    ids: &'m [String],
    /// How many parts of each turn were written, and how many there are.
    parts: Vec<usize>,
    counts: Vec<usize>,
    /// Whether only headings were written so far.
    at_top: bool,
    in_list: bool,
    pub(super) in_footnote: bool,
    /// Whether only phrases may stand here, and so no `stage`.
    pub(super) in_phrase: bool,
    /// Whether words are written that are told to be left out.
    pub(super) in_gap: bool,
}

impl<'x, 'm> Body<'x, 'm> {
    pub(super) fn new(
        xml: &'x mut Xml,
        memorandum: &'m Memorandum,
        dialect: Dialect,
        ids: &'m [String],
    ) -> Self {
        Self {
            xml,
            memorandum,
            dialect,
            marks: Marks::new(memorandum),
            footnotes: footnotes(memorandum),
            told: vec![false; memorandum.notes.len()],
            ids,
            parts: vec![0; memorandum.turns.len()],
            counts: Vec::new(),
            at_top: true,
            in_list: false,
            in_footnote: false,
            in_phrase: false,
            in_gap: false,
        }
    }

    /// Writes the one division of the body.
    pub(super) fn write(&mut self, blocks: &[Block]) {
        let mut count = vec![0; self.memorandum.turns.len()];
        for block in blocks {
            match block {
                Block::Apart { .. } => {}
                Block::Speech { turn, .. } => count[*turn] += 1,
                Block::Prose { parts } => {
                    parts.iter().filter_map(|part| part.turn).for_each(|turn| count[turn] += 1);
                }
            }
        }
        self.counts = count;
        let kind = self.memorandum.kind.map_or("conversation".to_owned(), |kind| kind_name(&kind));
        self.xml.open("div", &[("type", &kind)]);
        self.xml.line();
        for (place, block) in blocks.iter().enumerate() {
            let named = matches!(
                blocks.get(place.wrapping_sub(1)),
                Some(Block::Apart { kind: PieceKind::FieldName, .. })
            );
            self.list(block, named);
            match block {
                Block::Apart { kind, span } => self.apart(*kind, *span),
                Block::Speech { turn, label, parts } => self.speech(*turn, *label, parts),
                Block::Prose { parts } => self.prose(parts),
            }
        }
        self.end_list();
        if self.at_top {
            // A division is not of headings alone.
            self.xml.empty(self.paragraph_name(), &[]);
        }
        self.xml.close();
        self.xml.line();
    }

    /// Counts the marks that no stretch holds whole.
    pub(super) fn crossing(&self) -> usize {
        let furniture: Vec<Span> = self
            .memorandum
            .pieces
            .iter()
            .filter(|piece| piece.kind == PieceKind::Furniture)
            .map(|piece| piece.span)
            .collect();
        let notes = self.memorandum.notes.iter().zip(&self.told);
        notes
            .filter(|(note, told)| {
                !**told && !furniture.iter().any(|span| span.contains(note.span))
            })
            .count()
    }

    fn paragraph_name(&self) -> &'static str {
        match self.dialect {
            Dialect::Drama => "p",
            Dialect::Parliament => "note",
        }
    }

    /// Opens or closes the list of participants.
    fn list(&mut self, block: &Block, named: bool) {
        let person = matches!(block, Block::Apart { kind: PieceKind::Participants, .. });
        let drama = self.dialect == Dialect::Drama;
        if person && drama && named && !self.in_list {
            self.xml.open("list", &[("type", "participants")]);
            self.xml.line();
            self.in_list = true;
            self.at_top = false;
        } else if !person {
            self.end_list();
        }
    }

    fn end_list(&mut self) {
        if self.in_list {
            self.xml.close();
            self.xml.line();
            self.in_list = false;
        }
    }

    fn apart(&mut self, kind: PieceKind, span: Span) {
        let drama = self.dialect == Dialect::Drama;
        let name = match kind {
            PieceKind::Furniture => return,
            PieceKind::Footnote => return self.footnotes_of(span),
            PieceKind::Title if self.at_top => "head",
            PieceKind::Dateline if self.at_top && drama => "dateline",
            PieceKind::Participants if self.in_list => "item",
            PieceKind::Space
            | PieceKind::Catalogue
            | PieceKind::Title
            | PieceKind::Dateline
            | PieceKind::Marking
            | PieceKind::FieldName
            | PieceKind::Subject
            | PieceKind::Participants
            | PieceKind::Heading
            | PieceKind::Label
            | PieceKind::Speech
            | PieceKind::Reported
            | PieceKind::Narration
            | PieceKind::Note
            | PieceKind::Closing
            | PieceKind::Abstract
            | PieceKind::Provenance
            | PieceKind::Rights => {
                self.at_top = false;
                if drama { "ab" } else { "note" }
            }
        };
        let kind = kind_name(&kind);
        let kind = if matches!(name, "ab" | "note") { kind.as_str() } else { "" };
        self.xml.open(name, &[("type", kind)]);
        self.in_phrase = name == "dateline";
        self.lines(span);
        self.in_phrase = false;
        self.xml.close();
        self.xml.line();
    }

    /// Writes footnotes that did not go to their callouts.
    fn footnotes_of(&mut self, span: Span) {
        let notes = &self.memorandum.notes;
        let from = notes.partition_point(|note| note.span.start < span.start);
        let inside = notes[from..].iter().take_while(|note| note.span.start < span.end);
        let places: Vec<usize> = inside
            .enumerate()
            .filter(|(_, note)| note.kind == NoteKind::Footnote && span.contains(note.span))
            .map(|(place, _)| from + place)
            .collect();
        if places.is_empty() {
            self.at_top = false;
            self.xml.open(
                if self.dialect == Dialect::Drama { "ab" } else { "note" },
                &[("type", "footnote")],
            );
            self.stretch(span);
            self.xml.close();
            self.xml.line();
        }
        for place in places.into_iter().filter(|place| !self.told[*place]).collect::<Vec<_>>() {
            self.footnote(place, Anchor::Nowhere);
            self.xml.line();
        }
    }

    fn speech(&mut self, place: usize, label: Option<Span>, parts: &[SpeechPart]) {
        self.at_top = false;
        let drama = self.dialect == Dialect::Drama;
        let turn = &self.memorandum.turns[place];
        if !drama && let Some(label) = label {
            self.xml.open("note", &[("type", "speaker")]);
            self.stretch(label);
            self.xml.close();
        }
        self.open_part(if drama { "sp" } else { "u" }, turn, "");
        if drama && let Some(label) = label {
            self.xml.open("speaker", &[]);
            self.in_phrase = true;
            self.stretch(label);
            self.in_phrase = false;
            self.xml.close();
        }
        if self.parts[place] == 1 {
            self.candidates(turn);
        }
        let mut paragraphs = 0;
        for part in parts {
            match part {
                SpeechPart::Paragraph(span) => {
                    self.xml.open(if drama { "p" } else { "seg" }, &[]);
                    self.stretch(*span);
                    self.xml.close();
                    paragraphs += 1;
                }
                SpeechPart::Aside(span) if self.stands_alone(*span) => self.stretch(*span),
                SpeechPart::Aside(span) => {
                    self.xml.open(if drama { "ab" } else { "note" }, &[("type", "aside")]);
                    self.stretch(*span);
                    self.xml.close();
                }
            }
        }
        if paragraphs == 0 {
            self.xml.empty(if drama { "p" } else { "seg" }, &[]);
        }
        self.xml.close();
        self.xml.line();
    }

    /// Opens a part of a turn, linked with the parts before and after.
    fn open_part(&mut self, name: &'static str, turn: &Turn, direct: &str) {
        let part = self.parts[turn.index] + 1;
        self.parts[turn.index] = part;
        let id = |part: usize| match part {
            1 => self.ids[turn.index].clone(),
            _ => format!("{}.{part}", self.ids[turn.index]),
        };
        let own = id(part);
        let count = self.counts.get(turn.index).copied().unwrap_or_default();
        let next = if part < count { format!("#{}", id(part + 1)) } else { String::new() };
        let who = pointers(&turn.speakers);
        let resumed = turn.resumes.and_then(|earlier| self.ids.get(earlier));
        let before = match (part, resumed) {
            (1, Some(earlier)) => format!("#{earlier}"),
            (1, None) => String::new(),
            _ => format!("#{}", id(part - 1)),
        };
        let mut attributes = vec![("xml:id", own.as_str()), ("who", &who)];
        attributes.extend([("prev", before.as_str()), ("next", &next), ("direct", direct)]);
        let number = (turn.index + 1).to_string();
        let to = turn.addressee.as_ref().and_then(|addressee| addressee.person);
        let to = pointers(to.as_slice());
        let cert = turn.confidence.map(|it| format!("{it:.2}")).unwrap_or_default();
        if part == 1 {
            attributes.extend([("n", number.as_str()), ("toWhom", &to), ("cert", &cert)]);
        }
        self.xml.open(name, &attributes);
    }

    /// Says who could be meant, one or the other.
    fn candidates(&mut self, turn: &Turn) {
        if turn.candidates.len() > 1 {
            let among = pointers(&turn.candidates);
            self.xml.empty("alt", &[("target", &among), ("mode", "excl")]);
        }
    }

    /// Tells whether a stretch is one mark that needs no paragraph around it.
    fn stands_alone(&self, span: Span) -> bool {
        let kind = self.marks.whole(span).map(|place| self.memorandum.notes[place].kind);
        matches!(
            kind,
            Some(
                NoteKind::PageMark
                    | NoteKind::RunningHead
                    | NoteKind::Omission
                    | NoteKind::Excision
                    | NoteKind::Stage
            )
        )
    }

    fn prose(&mut self, parts: &[ProsePart]) {
        if let [ProsePart { turn: None, span }] = parts
            && self.stands_alone(*span)
        {
            self.stretch(*span);
            return self.xml.line();
        }
        self.at_top = false;
        self.xml.open("p", &[]);
        let mut at = parts.first().map_or(0, |part| part.span.start);
        for part in parts {
            if part.span.start > at {
                self.xml.text(" ");
            }
            at = part.span.end;
            match part.turn {
                Some(turn) => self.told_part(turn, part.span),
                None => self.stretch(part.span),
            }
        }
        self.xml.close();
        self.xml.line();
    }

    /// Writes a part of a turn told in prose.
    fn told_part(&mut self, place: usize, span: Span) {
        let turn = &self.memorandum.turns[place];
        self.open_part("said", turn, "false");
        if self.parts[place] == 1 {
            self.candidates(turn);
        }
        self.stretch(span);
        self.xml.close();
    }
}
