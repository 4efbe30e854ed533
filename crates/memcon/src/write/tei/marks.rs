//! The words of a stretch with their marks, in TEI.

use super::Dialect;
use super::body::Body;
use crate::model::{Bound, Measure, NoteKind};
use crate::span::Span;
use crate::write::inline::{Run, footnote, joined, page_number};
use crate::write::tables::kind_name;

/// Whether a footnote stands where the text calls for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// It does.
    Here,
    /// No callout calls for it.
    Nowhere,
}

impl Body<'_, '_> {
    /// Writes the words and marks of a stretch.
    pub(super) fn stretch(&mut self, span: Span) {
        let runs = self.marks.runs(span);
        self.runs(&runs);
    }

    /// Writes a stretch whose lines are to be kept apart.
    pub(super) fn lines(&mut self, span: Span) {
        let text = span.of(&self.memorandum.text);
        let mut at = span.start;
        let mut first = true;
        for line in text.split_inclusive('\n') {
            let words = line.trim();
            let start = at + (line.len() - line.trim_start().len());
            at += line.len();
            if words.is_empty() {
                continue;
            }
            if !first {
                self.xml.empty("lb", &[]);
            }
            first = false;
            self.stretch(Span::new(start, start + words.len()));
        }
    }

    fn runs(&mut self, runs: &[Run]) {
        for run in runs {
            match run {
                Run::Words(span) => self.words(*span),
                Run::Note { note, of, runs } => self.note(*note, *of, runs),
                Run::Furniture(span) => {
                    let name = if self.dialect == Dialect::Drama { "fw" } else { "seg" };
                    self.xml.open(name, &[("type", "furniture")]);
                    self.words(*span);
                    self.xml.close();
                }
                Run::Quotation(runs) => {
                    self.xml.open("q", &[]);
                    self.runs(runs);
                    self.xml.close();
                }
            }
        }
    }

    fn words(&mut self, span: Span) {
        let words = joined(span.of(&self.memorandum.text));
        self.xml.text(&words);
    }

    /// Writes a mark; one that says what is written before it holds that as well.
    fn note(&mut self, place: usize, of: Option<Span>, runs: &[Run]) {
        self.told[place] = true;
        let note = &self.memorandum.notes[place];
        let pair = match note.kind {
            NoteKind::Expansion => ("abbr", "expan"),
            NoteKind::Correction => ("sic", "corr"),
            NoteKind::Original
            | NoteKind::Supplied
            | NoteKind::Query
            | NoteKind::Doubtful
            | NoteKind::Sic
            | NoteKind::Omission
            | NoteKind::Excision
            | NoteKind::Unclear
            | NoteKind::Stage
            | NoteKind::Editorial
            | NoteKind::Parenthesis
            | NoteKind::Callout
            | NoteKind::Footnote
            | NoteKind::PageMark
            | NoteKind::RunningHead
            | NoteKind::PortionMark
            | NoteKind::Interpreter
            | NoteKind::Attachment
            | NoteKind::Signature => {
                if let Some(of) = of {
                    self.words(Span::new(of.start, note.span.start));
                }
                return self.mark(place, runs);
            }
        };
        let Some(of) = of else {
            self.xml.open(pair.1, &[]);
            self.phrase(true, runs);
            return self.xml.close();
        };
        // Both readings are printed.
        self.xml.open("choice", &[("rend", "inline")]);
        self.xml.open(pair.0, &[]);
        self.words(of);
        self.xml.close();
        let between = Span::new(of.end, note.span.start);
        self.words(between);
        self.xml.open(pair.1, &[]);
        self.phrase(true, runs);
        self.xml.close();
        self.xml.close();
    }

    /// Writes runs, where only phrases may stand or where more may.
    fn phrase(&mut self, only: bool, runs: &[Run]) {
        let before = self.in_phrase;
        self.in_phrase |= only;
        self.runs(runs);
        self.in_phrase = before;
    }

    fn mark(&mut self, place: usize, runs: &[Run]) {
        let note = &self.memorandum.notes[place];
        let words = note.span.of(&self.memorandum.text);
        let parliament = self.dialect == Dialect::Parliament;
        let plain: (&'static str, &[(&str, &str)]) = match note.kind {
            NoteKind::PageMark => return self.page(words),
            NoteKind::Callout => return self.callout(place, words),
            // Two that have the same place stand in each other.
            NoteKind::Footnote if self.in_footnote => return self.runs(runs),
            NoteKind::Footnote => return self.footnote(place, Anchor::Nowhere),
            NoteKind::Omission => return self.gap("omitted", place, runs),
            NoteKind::Excision => return self.gap("withheld", place, runs),
            NoteKind::Unclear => return self.gap("inaudible", place, runs),
            NoteKind::Stage if self.in_phrase => ("seg", &[("type", "stage")]),
            NoteKind::Stage if parliament => {
                self.xml.open("incident", &[]);
                self.xml.open("desc", &[]);
                self.runs(runs);
                self.xml.close();
                return self.xml.close();
            }
            NoteKind::Stage => ("stage", &[]),
            NoteKind::Supplied => ("supplied", &[]),
            NoteKind::Expansion => ("expan", &[]),
            NoteKind::Correction => ("corr", &[]),
            NoteKind::Doubtful => ("unclear", &[("reason", "doubtful")]),
            NoteKind::Original => ("foreign", &[]),
            // In words left out there may be neither `fw` nor `seg`.
            NoteKind::RunningHead if self.in_gap => ("hi", &[("rend", "header")]),
            NoteKind::RunningHead if parliament => ("note", &[("type", "header")]),
            NoteKind::RunningHead => ("fw", &[("type", "header")]),
            NoteKind::Query => ("note", &[("type", "query"), ("place", "inline")]),
            NoteKind::Sic => ("note", &[("type", "sic"), ("place", "inline")]),
            NoteKind::Editorial => ("note", &[("type", "editorial"), ("place", "inline")]),
            NoteKind::Parenthesis => ("seg", &[("type", "parenthesis")]),
            NoteKind::PortionMark => ("seg", &[("type", "portion-mark")]),
            NoteKind::Interpreter => ("note", &[("type", "interpreter"), ("place", "inline")]),
            NoteKind::Attachment => ("seg", &[("type", "attachment")]),
            NoteKind::Signature => ("seg", &[("type", "signature")]),
        };
        self.xml.open(plain.0, plain.1);
        self.phrase(matches!(plain.0, "expan" | "foreign" | "fw"), runs);
        self.xml.close();
    }

    /// Writes what is not there: why, what and how much, and the words that say so.
    fn gap(&mut self, reason: &str, place: usize, runs: &[Run]) {
        let excision = self.memorandum.notes[place].excision.as_ref();
        let withheld = excision.map(|it| format!("{reason} {}", kind_name(&it.withheld)));
        let reason = withheld.as_deref().unwrap_or(reason);
        let measures = excision.map(|it| it.measures.as_slice()).unwrap_or_default();
        let much = measured(measures);
        let attributes = much.iter().map(|(name, value)| (*name, value.as_str()));
        let attributes: Vec<_> = [("reason", reason)].into_iter().chain(attributes).collect();
        self.xml.open("gap", &attributes);
        self.xml.open("desc", &[]);
        let before = std::mem::replace(&mut self.in_gap, true);
        self.runs(runs);
        self.in_gap = before;
        self.xml.close();
        self.xml.close();
    }

    fn page(&mut self, words: &str) {
        if self.in_gap {
            return self.xml.leaf("ref", &[("type", "page")], &joined(words));
        }
        let number = joined(page_number(words));
        self.xml.empty("pb", &[("n", &number)]);
    }

    /// Writes a footnote where its callout stands, or the callout alone where there is none.
    fn callout(&mut self, place: usize, words: &str) {
        match self.footnotes.get(&place).copied() {
            // A chain of footnotes to footnotes would be as deep as it is long.
            Some(footnote) if !self.told[footnote] && !self.in_footnote => {
                self.footnote(footnote, Anchor::Here);
            }
            Some(_) | None => self.xml.leaf("ref", &[("type", "callout")], &joined(words)),
        }
    }

    pub(super) fn footnote(&mut self, place: usize, anchor: Anchor) {
        self.told[place] = true;
        let text: &str = &self.memorandum.text;
        let (number, words) = footnote(text, self.memorandum.notes[place].span);
        let id = format!("note{}", place + 1);
        let anchored = match anchor {
            Anchor::Here => "",
            Anchor::Nowhere => "false",
        };
        let attributes = [("xml:id", id.as_str()), ("n", number), ("type", "footnote")];
        let more = [("place", "bottom"), ("anchored", anchored)];
        self.xml.open("note", &[&attributes[..], &more].concat());
        self.in_footnote = true;
        let runs = self.marks.runs_in(place, words);
        self.runs(&runs);
        self.in_footnote = false;
        self.xml.close();
    }
}

/// Gives the attributes of how much is not there: of one measure its number and unit, of several
/// their words.
fn measured(measures: &[Measure]) -> Vec<(&'static str, String)> {
    match measures {
        [] => Vec::new(),
        [only] => {
            let bound = match only.bound {
                Bound::Exact | Bound::About => "quantity",
                Bound::LessThan => "atMost",
                Bound::MoreThan => "atLeast",
            };
            let near = (only.bound == Bound::About).then(|| ("precision", "low".to_owned()));
            let unit = ("unit", kind_name(&only.unit));
            [Some((bound, only.number.to_string())), Some(unit), near]
                .into_iter()
                .flatten()
                .collect()
        }
        several => {
            let words = |it: &Measure| {
                let bound = match it.bound {
                    Bound::Exact => "",
                    Bound::LessThan => "less than ",
                    Bound::MoreThan => "more than ",
                    Bound::About => "about ",
                };
                format!("{bound}{} {}", it.number, kind_name(&it.unit))
            };
            let all: Vec<String> = several.iter().map(words).collect();
            vec![("extent", all.join(", "))]
        }
    }
}
