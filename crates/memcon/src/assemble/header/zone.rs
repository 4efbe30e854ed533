//! Walks down the head of a document line by line, and stops where the body begins.

use super::abreast::Abreast;
use super::fields::{Holds, field, holds};
use super::line::{ends_sentence, is_capital};
use super::looks::Looks;
use super::stamp::{is_chrome, is_page_mark};
use super::{Dated, Header, Marked, column};
use crate::grammar::dateline::dateline;
use crate::grammar::meeting::sentence;
use crate::grammar::title::{begins_between, title};
use crate::grammar::words::{place, squeeze};
use crate::model::{Capacity, DateCarrier, MarkingKind, Piece, PieceKind, Written};
use crate::source::Line;
use crate::span::Span;

/// How many printed lines ahead a stray line of the head may have a field or a dateline.
const AHEAD: usize = 4;

/// No head has more printed lines; this also bounds what a long list costs.
const LONGEST: usize = 600;

/// The walk.
pub(super) struct Zone<'t, 'l> {
    pub(super) text: &'t str,
    pub(super) lines: &'l [Line],
    /// The line that is read next.
    pub(super) at: usize,
    pub(super) wrapped: bool,
    /// The widest line, in columns.
    pub(super) width: usize,
    pub(super) open: Option<Open<'t>>,
    /// Whether a list of participants has been read.
    pub(super) listed: bool,
    /// Whether a paragraph of prose has been read above a field.
    narrated: bool,
    /// How many words alone on a line have been looked for in the text.
    pub(super) asked: usize,
    pub(super) header: Header<'t>,
    /// What the lines look like, as far as they were asked.
    pub(super) looks: Looks<'t>,
    /// What markup says of the lines.
    pub(super) markup: Marked,
}

/// A list whose items follow.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open<'t> {
    pub(super) field: Holds,
    /// Whether its items have bullets; unknown before the first.
    pub(super) bullets: Option<bool>,
    pub(super) count: usize,
    pub(super) side: Option<&'t str>,
    /// How far the item is indented that heads the bullets inside it.
    pub(super) side_indent: Option<usize>,
    /// The sides that head its columns.
    pub(super) abreast: Option<Abreast<'t>>,
    /// The capacity of everybody in the list: `INTERPRETED BY`.
    pub(super) capacity: Option<Capacity>,
}

impl Open<'_> {
    /// A list that has no items yet.
    pub(super) fn new(field: Holds) -> Self {
        Self {
            field,
            bullets: None,
            count: 0,
            side: None,
            side_indent: None,
            abreast: None,
            capacity: None,
        }
    }
}

impl<'t, 'l> Zone<'t, 'l> {
    pub(super) fn new(
        text: &'t str,
        lines: &'l [Line],
        at: usize,
        wrapped: bool,
        markup: Marked,
    ) -> Self {
        let width = column::width(text, lines);
        Self {
            text,
            lines,
            at,
            wrapped,
            width,
            open: None,
            listed: false,
            narrated: false,
            asked: 0,
            header: Header::default(),
            looks: Looks::default(),
            markup,
        }
    }

    /// Gives the header, and the line where the body begins.
    pub(super) fn done(self) -> (Header<'t>, usize) {
        (self.header, self.at)
    }

    pub(super) fn read(&mut self) {
        self.title();
        self.carried();
        let mut read = 0;
        while let Some(line) = self.lines.get(self.at).filter(|_| read < LONGEST) {
            if line.is_blank() {
                self.at += 1;
                continue;
            }
            read += 1;
            if !self.step(line.span.of(self.text), *line) {
                return;
            }
        }
    }

    /// Reads one line or the lines of one item; tells whether it was of the head.
    fn step(&mut self, line: &'t str, at: Line) -> bool {
        if is_page_mark(line) {
            return self.take(PieceKind::Note);
        }
        if is_chrome(line) {
            return self.take(PieceKind::Furniture);
        }
        // A bullet may head a list inside another: `• PRINCIPALS`.
        let inner = line.trim_start_matches(['•', ' ']);
        if let Some(found) = self.looks.field(inner).filter(|found| {
            inner.len() == line.len()
                || holds(found.name) == Holds::People && found.value.is_empty()
        }) {
            self.field(found, at);
            return true;
        }
        if self.open.is_some() && self.item(line) {
            return true;
        }
        self.open = None;
        self.stray(line, at)
    }

    pub(super) fn next_printed(&self, from: usize) -> Option<&'t str> {
        self.lines
            .get(from..)?
            .iter()
            .find(|line| !line.is_blank())
            .map(|line| line.span.of(self.text))
    }

    /// Reads a line that no list has; tells whether it is of the head.
    fn stray(&mut self, line: &'t str, at: Line) -> bool {
        if self.markup.is_dateline(at.span) {
            self.dated(at.span, DateCarrier::Dateline);
            return self.take(PieceKind::Dateline);
        }
        let heads = self.markup.is_list_head(at.span);
        if heads || line.starts_with('•') {
            // The head of the list was lost, or says nothing that is known.
            let people = heads
                || self.markup.is_listed(at.span)
                || !self.looks.entry(line).people.is_empty();
            let field = if people { Holds::People } else { Holds::Subject };
            self.open = Some(Open { bullets: Some(true), ..Open::new(field) });
            if heads {
                return self.take(PieceKind::FieldName);
            }
            return self.item(line);
        }
        if self.attendance(line, at) {
            return true;
        }
        if self.presiding(line, at) || self.time_alone(line, at) || self.place_alone(line) {
            return true;
        }
        if self.looks.opens_turn(line) {
            return false;
        }
        if begins_between(line)
            && title(line).parties.len() >= 2
            && line.len() < 600
            && !self.looks.is_prose(line)
            && !self.listed
        {
            let end = self.paragraph(self.at);
            let span = Span::new(at.span.start, self.lines[end - 1].span.end);
            self.titled(self.at, end, span);
            return true;
        }
        if self.own_title(line) {
            return true;
        }
        if let Some(dated) = self.looks.dateline_part(line) {
            let start = place(self.text, dated);
            self.dated(Span::new(start, start + dated.len()), DateCarrier::Dateline);
            return self.take(PieceKind::Dateline);
        }
        if self.dateline_of_two(line, at) {
            return true;
        }
        if let Some(kind) = self.looks.marking(line) {
            self.marked(kind, at.span);
            return self.take(PieceKind::Marking);
        }
        if self.of_a_call(line, at) {
            return true;
        }
        if sentence(line).is_some() {
            self.dated(at.span, DateCarrier::Dateline);
            return self.take(PieceKind::Dateline);
        }
        if self.looks.is_prose(line) || line.starts_with('[') || line.len() > 240 {
            // A paragraph may stand above the fields.
            let above = !self.listed
                && !self.narrated
                && self
                    .next_printed(self.at + 1)
                    .and_then(|next| self.looks.field(next))
                    .is_some_and(|next| {
                        matches!(holds(next.name), Holds::People | Holds::Subject)
                            && next.value.is_empty()
                    });
            self.narrated |= above;
            return above && self.take(PieceKind::Narration);
        }
        if self.head_goes_on() {
            if self.listed && !self.looks.entry(line).people.is_empty() {
                return false;
            }
            let kind = self.stray_kind(line);
            if kind == PieceKind::Marking {
                let marking = if line.starts_with('(') {
                    MarkingKind::Office
                } else {
                    MarkingKind::Distribution
                };
                self.marked(marking, at.span);
            }
            return self.take(kind);
        }
        let typed_subject = self.wrapped
            && !self.listed
            && self.header.subjects.is_empty()
            && at.indent < 3
            && !ends_sentence(line)
            && self.following_is_indented();
        if typed_subject {
            let end = self.paragraph(self.at);
            let span = Span::new(at.span.start, self.lines[end - 1].span.end);
            self.subject(span);
            self.piece(PieceKind::Subject, span);
            self.at = end;
            return true;
        }
        if is_capital(line)
            && !self.listed
            && line.len() < 120
            && self.looks.entry(line).people.is_empty()
        {
            return self.take(PieceKind::Heading);
        }
        false
    }

    fn stray_kind(&self, line: &str) -> PieceKind {
        let distribution =
            self.header.markings.iter().any(|(kind, _)| *kind == MarkingKind::Distribution);
        if distribution || line.starts_with('(') { PieceKind::Marking } else { PieceKind::Heading }
    }

    /// Tells whether a field, a dateline or a marking comes within a few lines, before any prose.
    fn head_goes_on(&self) -> bool {
        let ahead = self.lines[self.at + 1..].iter().filter(|line| !line.is_blank()).take(AHEAD);
        for line in ahead {
            let words_ = line.span.of(self.text);
            if self.looks.field(words_).is_some()
                || self.looks.is_dateline(words_)
                || self.looks.marking(words_).is_some()
                || sentence(words_).is_some()
            {
                return true;
            }
            if self.looks.opens_turn(words_) || self.looks.is_prose(words_) {
                return false;
            }
        }
        false
    }

    fn following_is_indented(&self) -> bool {
        let end = self.paragraph(self.at);
        let blank = self.lines.get(end).is_none_or(Line::is_blank);
        blank
            && self
                .lines
                .get(end..)
                .and_then(|rest| rest.iter().find(|line| !line.is_blank()))
                .is_some_and(|line| line.indent >= 3)
    }

    pub(super) fn take(&mut self, kind: PieceKind) -> bool {
        self.piece(kind, self.lines[self.at].span);
        self.at += 1;
        true
    }

    pub(super) fn piece(&mut self, kind: PieceKind, span: Span) {
        self.header.pieces.push(Piece { kind, span });
    }

    pub(super) fn dated(&mut self, span: Span, carrier: DateCarrier) {
        let line = span.of(self.text);
        self.header.dates.push(Dated { text: line, span, carrier });
        // `[Taver,] January 30, 1951—3 p. m. top secret`.
        let marked = (carrier == DateCarrier::Dateline).then(|| dateline(line)?.marking).flatten();
        if let Some(words) = marked.map(|it| it.trim_matches(['[', ']', ' '])) {
            let start = place(self.text, words);
            self.marked(MarkingKind::Classification, Span::new(start, start + words.len()));
        }
    }

    pub(super) fn marked(&mut self, kind: MarkingKind, span: Span) {
        self.header.markings.push((kind, span));
    }

    pub(super) fn subject(&mut self, span: Span) {
        let whole = span.of(self.text);
        let inner = whole.trim_start_matches(['•', '·', '*', '▪', '●', ' ']);
        let start = span.start + place(whole, inner);
        self.header
            .subjects
            .push(Written { text: squeeze(inner), span: Span::new(start, span.end) });
    }
}

/// Reads a list of participants that stands below the body under a heading in capitals.
pub(super) fn attached<'t>(text: &'t str, lines: &[Line], from: usize) -> Header<'t> {
    let heads = |line: &Line| {
        let words_ = line.span.of(text);
        is_capital(words_.trim_end_matches(':'))
            && field(words_)
                .is_some_and(|found| holds(found.name) == Holds::People && found.value.is_empty())
    };
    let Some(at) = (from..lines.len()).find(|i| heads(&lines[*i])) else {
        return Header::default();
    };
    let mut zone = Zone::new(text, lines, at, false, Marked::default());
    while let Some(line) = lines.get(zone.at).filter(|_| zone.at < at + 2 * LONGEST) {
        let words_ = line.span.of(text);
        if line.is_blank() {
            zone.at += 1;
        } else if let Some(found) = field(words_).filter(|found| holds(found.name) == Holds::People)
        {
            zone.field(found, *line);
        } else if !zone.item(words_) {
            break;
        }
    }
    zone.done().0
}
