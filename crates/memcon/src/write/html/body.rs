//! The record on the page: turns, prose, what stands around them.

use rustc_hash::FxHashMap;

use super::head::classes;
use crate::model::{Memorandum, Parsed, PersonId, PieceKind, Turn};
use crate::span::Span;
use crate::write::flow::{Block, ProsePart, SpeechPart};
use crate::write::inline::{Marks, footnotes, joined};
use crate::write::tables::kind_name;
use crate::write::xml::Xml;

/// The most words of a mark that the margin repeats.
const MARGIN: usize = 140;

/// The page in the making.
pub(super) struct Page<'x, 'm> {
    pub(super) xml: &'x mut Xml,
    pub(super) parsed: &'m Parsed,
    pub(super) marks: Marks<'m>,
    /// The footnote of each callout.
    pub(super) footnotes: FxHashMap<usize, usize>,
    /// Which notes were written.
    pub(super) told: Vec<bool>,
    /// The marks of the block that is being written.
    pub(super) margin: Vec<usize>,
    ids: &'m [String],
    /// The class of each person's side.
    sides: Vec<String>,
    /// Which turns have their anchor.
    anchored: Vec<bool>,
}

impl<'x, 'm> Page<'x, 'm> {
    pub(super) fn new(xml: &'x mut Xml, parsed: &'m Parsed, ids: &'m [String]) -> Self {
        let memorandum = &parsed.memorandum;
        Self {
            xml,
            parsed,
            marks: Marks::new(memorandum),
            footnotes: footnotes(memorandum),
            told: vec![false; memorandum.notes.len()],
            margin: Vec::new(),
            ids,
            sides: classes(memorandum),
            anchored: vec![false; memorandum.turns.len()],
        }
    }

    fn memorandum(&self) -> &'m Memorandum {
        &self.parsed.memorandum
    }

    /// Writes the blocks of the record.
    pub(super) fn record(&mut self, blocks: &[Block]) {
        self.xml.open("main", &[("id", "record"), ("lang", "und"), ("tabindex", "-1")]);
        self.xml.leaf("h2", &[("class", "unseen"), ("lang", "en")], "Record");
        self.xml.line();
        for block in blocks {
            match block {
                Block::Apart { kind: PieceKind::Furniture | PieceKind::Footnote, .. } => {}
                Block::Apart { kind, span } => self.apart(*kind, *span),
                Block::Speech { turn, label, parts } => self.speech(*turn, *label, parts),
                Block::Prose { parts } => self.prose(parts),
            }
        }
        self.xml.close();
        self.xml.line();
    }

    /// Counts the marks that no stretch holds whole.
    pub(super) fn crossing(&self) -> usize {
        let furniture: Vec<Span> = self
            .memorandum()
            .pieces
            .iter()
            .filter(|piece| piece.kind == PieceKind::Furniture)
            .map(|piece| piece.span)
            .collect();
        let is_lost = |span: Span| !furniture.iter().any(|it| it.contains(span));
        let notes = self.memorandum().notes.iter().zip(&self.told);
        notes.filter(|(note, told)| !**told && is_lost(note.span)).count()
    }

    fn apart(&mut self, kind: PieceKind, span: Span) {
        let class = format!("apart {}", kind_name(&kind));
        self.xml.open("p", &[("class", &class), ("dir", "auto")]);
        self.lines(span);
        self.xml.close();
        // What is marked here is plain to see.
        self.margin.clear();
        self.xml.line();
    }

    fn class(&self, person: Option<PersonId>) -> &str {
        let side = person.and_then(|id| self.sides.get(id.index()));
        side.map_or("nobody", String::as_str)
    }

    fn speech(&mut self, place: usize, label: Option<Span>, parts: &[SpeechPart]) {
        let turn = &self.memorandum().turns[place];
        // A turn that another interrupted goes on without a number.
        let first = !self.anchored[place];
        let id = if first { self.ids[place].as_str() } else { "" };
        let who = if first { format!("{id}-who") } else { String::new() };
        let class = format!("turn {}", self.class(turn.speaker));
        let attributes = [("class", class.as_str()), ("id", id), ("aria-labelledby", &who)];
        self.xml.open("article", &attributes);
        self.xml.open("div", &[("class", "words")]);
        if first {
            self.anchor(turn);
        }
        self.xml.open("h3", &[("class", "who"), ("id", &who), ("dir", "auto")]);
        if let Some(label) = label {
            self.stretch(label);
        } else {
            let label = turn.label.as_ref().map_or("?", |label| label.text.as_str());
            self.xml.text(&format!("{label} (goes on)"));
        }
        self.xml.close();
        for part in parts {
            match part {
                SpeechPart::Paragraph(span) => {
                    self.xml.open("p", &[("dir", "auto")]);
                    self.stretch(*span);
                    self.xml.close();
                }
                SpeechPart::Aside(span) => {
                    self.xml.open("p", &[("class", "between"), ("dir", "auto")]);
                    self.stretch(*span);
                    self.xml.close();
                }
            }
        }
        self.xml.close();
        let mut lines = if first { self.attribution(turn, true) } else { Vec::new() };
        lines.extend(self.marked());
        self.aside(&lines);
        self.xml.close();
        self.xml.line();
    }

    fn anchor(&mut self, turn: &Turn) {
        self.anchored[turn.index] = true;
        let to = format!("#{}", self.ids[turn.index]);
        let number = (turn.index + 1).to_string();
        let label = format!("turn {number}");
        let attributes =
            [("class", "anchor"), ("href", to.as_str()), ("aria-label", label.as_str())];
        self.xml.leaf("a", &attributes, &number);
    }

    fn prose(&mut self, parts: &[ProsePart]) {
        self.xml.open("div", &[("class", "told")]);
        self.xml.open("p", &[("class", "words"), ("dir", "auto")]);
        let mut at = parts.first().map_or(0, |part| part.span.start);
        let mut lines = Vec::new();
        for part in parts {
            if part.span.start > at {
                self.xml.text(" ");
            }
            at = part.span.end;
            let Some(place) = part.turn else {
                self.stretch(part.span);
                continue;
            };
            let turn = &self.memorandum().turns[place];
            let first = !self.anchored[place];
            let class = format!("said {}", self.class(turn.speaker));
            let id = if first { self.ids[place].as_str() } else { "" };
            self.xml.open("span", &[("class", &class), ("id", id)]);
            if first {
                self.anchor(turn);
                lines.extend(self.attribution(turn, false));
            } else if lines.is_empty() {
                lines.extend(self.attribution(turn, false).into_iter().take(1));
            }
            self.stretch(part.span);
            self.xml.close();
        }
        self.xml.close();
        lines.extend(self.marked());
        self.aside(&lines);
        self.xml.close();
        self.xml.line();
    }

    /// Says who speaks, where the page does not show it, and to whom.
    fn attribution(&self, turn: &Turn, labelled: bool) -> Vec<(String, String)> {
        let name = |id: &PersonId| {
            self.memorandum().participant(*id).map_or(String::new(), |it| it.name.clone())
        };
        let names = |people: &[PersonId], between: &str| {
            people.iter().map(name).collect::<Vec<_>>().join(between)
        };
        let number = (turn.index + 1).to_string();
        let mut lines = Vec::new();
        if !labelled && turn.speakers.is_empty() && turn.candidates.is_empty() {
            lines.push((number.clone(), "nobody named".to_owned()));
        } else if !labelled && !turn.speakers.is_empty() {
            lines.push((number.clone(), names(&turn.speakers, " and ")));
        } else if turn.speakers.len() > 1 {
            lines.push(("spoken by".to_owned(), names(&turn.speakers, " and ")));
        }
        if turn.candidates.len() > 1 {
            lines.push((format!("{number} could be"), names(&turn.candidates, " or ")));
        }
        if let Some(addressee) = &turn.addressee {
            let person = addressee.person.map(|id| name(&id));
            lines.push(("to".to_owned(), person.unwrap_or_else(|| addressee.text.clone())));
        }
        if let Some(earlier) = turn.resumes {
            lines.push(("resumes turn".to_owned(), (earlier + 1).to_string()));
        }
        lines
    }

    /// Takes the marks of the block, each as a line of the margin.
    fn marked(&mut self) -> Vec<(String, String)> {
        let margin = std::mem::take(&mut self.margin);
        let notes = margin.iter().map(|place| &self.memorandum().notes[*place]);
        let line = |note: &crate::model::Note| {
            let of = note.of.as_ref().map(|of| format!("{}: ", of.text)).unwrap_or_default();
            let words = joined(note.text.trim());
            let mut cut: String = words.chars().take(MARGIN).collect();
            if cut.len() < words.len() {
                cut.push('…');
            }
            // `sic` says no more than its kind.
            let kind = note.kind.words();
            if cut == kind {
                cut.clear();
            }
            (kind.to_owned(), format!("{of}{cut}").trim_end_matches(": ").to_owned())
        };
        notes.map(line).collect()
    }

    fn aside(&mut self, lines: &[(String, String)]) {
        if lines.is_empty() {
            return;
        }
        // A note, since each aside with a name would be a landmark of its own.
        let attributes = [("class", "margin"), ("lang", "en"), ("role", "note")];
        self.xml.open("aside", &[&attributes[..], &[("aria-label", "Margin")]].concat());
        for (what, words) in lines {
            self.xml.open("p", &[("dir", "auto")]);
            self.xml.leaf("b", &[], what);
            self.xml.text(" ");
            self.xml.leaf("bdi", &[], words);
            self.xml.close();
        }
        self.xml.close();
    }

    /// Writes the doubts about the reading, each with the turn that it is about.
    pub(super) fn doubts(&mut self) {
        if self.parsed.diagnostics.is_empty() {
            return;
        }
        let attributes = [("class", "doubts"), ("aria-labelledby", "doubts")];
        self.xml.open("section", &attributes);
        self.xml.leaf("h2", &[("id", "doubts")], "Doubts about the reading");
        self.xml.open("ul", &[]);
        self.xml.line();
        let turns = &self.memorandum().turns;
        for doubt in &self.parsed.diagnostics {
            self.xml.open("li", &[("dir", "auto")]);
            self.xml.leaf("b", &[], &doubt.kind.severity().to_string());
            self.xml.text(" ");
            self.xml.text(&doubt.kind.to_string());
            let place = turns.partition_point(|turn| turn.span.end <= doubt.span.start);
            if let Some(turn) = turns.get(place).filter(|turn| turn.span.contains(doubt.span)) {
                let to = format!("#{}", self.ids[turn.index]);
                self.xml.text(" (");
                self.xml.leaf("a", &[("href", &to)], &format!("turn {}", turn.index + 1));
                self.xml.text(")");
            }
            self.xml.close();
            self.xml.line();
        }
        self.xml.close();
        self.xml.close();
        self.xml.line();
    }
}
