//! The words of a stretch with their marks, on a page.

use super::body::Page;
use crate::model::NoteKind;
use crate::span::Span;
use crate::write::inline::{Run, footnote, joined, page_number};
use crate::write::tables::kind_name;

impl Page<'_, '_> {
    /// Writes the words and marks of a stretch.
    pub(super) fn stretch(&mut self, span: Span) {
        let runs = self.marks.runs(span);
        self.runs(&runs);
    }

    /// Writes a stretch whose lines are to be kept apart.
    pub(super) fn lines(&mut self, span: Span) {
        let text = span.of(&self.parsed.memorandum.text);
        let mut at = span.start;
        for line in text.split_inclusive('\n') {
            let words = line.trim();
            let start = at + (line.len() - line.trim_start().len());
            if !words.is_empty() {
                if at > span.start {
                    self.xml.empty("br", &[]);
                }
                self.stretch(Span::new(start, start + words.len()));
            }
            at += line.len();
        }
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            match run {
                Run::Words(span) => self.words(*span),
                // What the web page adds is no part of an edition.
                Run::Furniture(_) => self.xml.text(" "),
                Run::Quotation(runs) => {
                    self.xml.open("span", &[("class", "quotation")]);
                    self.runs(runs);
                    self.xml.close();
                }
                Run::Note { note, of, runs } => {
                    if let Some(of) = of {
                        let start = self.parsed.memorandum.notes[*note].span.start;
                        self.words(Span::new(of.start, start));
                    }
                    self.mark(*note, runs);
                }
            }
        }
    }

    fn words(&mut self, span: Span) {
        let words = joined(span.of(&self.parsed.memorandum.text));
        self.xml.text(&words);
    }

    fn mark(&mut self, place: usize, runs: &[Run]) {
        let note = &self.parsed.memorandum.notes[place];
        self.told[place] = true;
        match note.kind {
            NoteKind::PageMark => {
                let words = note.span.of(&self.parsed.memorandum.text);
                let number = joined(page_number(words));
                let label = format!("page {number}");
                let attributes =
                    [("class", "page"), ("role", "doc-pagebreak"), ("aria-label", label.as_str())];
                self.xml.leaf("span", &attributes, &format!("p. {number}"));
            }
            NoteKind::Callout => self.callout(place),
            NoteKind::Parenthesis => self.runs(runs),
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
            | NoteKind::Footnote
            | NoteKind::RunningHead
            | NoteKind::PortionMark
            | NoteKind::Interpreter
            | NoteKind::Attachment
            | NoteKind::Signature => {
                let class = format!("mark {}", kind_name(&note.kind));
                self.xml.open("span", &[("class", &class)]);
                self.runs(runs);
                self.xml.close();
                self.margin.push(place);
            }
        }
    }

    fn callout(&mut self, place: usize) {
        let memorandum = &self.parsed.memorandum;
        let words = joined(memorandum.notes[place].span.of(&memorandum.text));
        let Some(footnote) = self.footnotes.get(&place).copied() else {
            return self.xml.leaf("sup", &[], &words);
        };
        let id = format!("ref{}", footnote + 1);
        let to = format!("#note{}", footnote + 1);
        self.xml.open("sup", &[]);
        let label = format!("footnote {words}");
        // Of several callouts of one footnote, the way back leads to the first.
        let first = memorandum.notes[footnote].joined == Some(place);
        let id = if first { id.as_str() } else { "" };
        let attributes = [("id", id), ("href", &to), ("role", "doc-noteref")];
        let attributes = [&attributes[..], &[("aria-label", label.as_str())]].concat();
        self.xml.leaf("a", &attributes, &words);
        self.xml.close();
    }

    /// Writes the footnotes, each with the way back.
    pub(super) fn footnotes(&mut self) {
        let memorandum = &self.parsed.memorandum;
        let notes = memorandum.notes.iter().enumerate();
        let all: Vec<usize> = notes
            .filter(|(_, note)| note.kind == NoteKind::Footnote)
            .map(|(place, _)| place)
            .collect();
        if all.is_empty() {
            return;
        }
        let attributes = [("class", "footnotes"), ("role", "doc-endnotes")];
        self.xml.open("section", &[&attributes[..], &[("aria-labelledby", "notes")]].concat());
        self.xml.leaf("h2", &[("id", "notes")], "Footnotes");
        self.xml.line();
        self.xml.open("ul", &[]);
        self.xml.line();
        for place in all {
            self.told[place] = true;
            let (number, words) = footnote(&memorandum.text, memorandum.notes[place].span);
            let id = format!("note{}", place + 1);
            self.xml.open("li", &[("id", &id), ("dir", "auto")]);
            if !number.is_empty() {
                self.xml.leaf("span", &[("class", "number")], number);
                self.xml.text(" ");
            }
            let runs = self.marks.runs_in(place, words);
            self.runs(&runs);
            let joined = memorandum.notes[place].joined;
            if joined.is_some_and(|callout| self.told.get(callout) == Some(&true)) {
                self.xml.text(" ");
                let back = format!("#ref{}", place + 1);
                let label = format!("back to the callout of footnote {number}");
                let attributes = [("href", back.as_str()), ("role", "doc-backlink")];
                let attributes = [&attributes[..], &[("aria-label", label.as_str())]].concat();
                self.xml.leaf("a", &attributes, "↩");
            }
            self.xml.close();
            self.xml.line();
        }
        self.margin.clear();
        self.xml.close();
        self.xml.close();
        self.xml.line();
    }
}
