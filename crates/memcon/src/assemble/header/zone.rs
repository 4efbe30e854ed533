//! Walks down the head of a document line by line, and stops where the body begins.

use super::fields::{Field, FieldLine, field};
use super::line::{
    ends_sentence, is_capital, is_dateline, is_page_mark, is_prose, marking, opens_turn,
};
use super::{Dated, Header, TitleLine, column, roster};
use crate::grammar::person::entry;
use crate::grammar::title::{begins_between, kind, title};
use crate::grammar::words::{place, squeeze, words};
use crate::model::{DateCarrier, MarkingKind, Piece, PieceKind, Written};
use crate::source::Line;
use crate::span::Span;

/// How far down the title is looked for.
const TITLE_WITHIN: usize = 16;
/// How many printed lines ahead a stray line of the head may have a field or a dateline.
const AHEAD: usize = 4;

/// The walk.
pub(super) struct Zone<'t, 'l> {
    pub(super) text: &'t str,
    pub(super) lines: &'l [Line],
    /// The line that is read next.
    at: usize,
    wrapped: bool,
    /// The widest line, in columns.
    width: usize,
    open: Option<Open<'t>>,
    /// Whether a list of participants has been read.
    listed: bool,
    header: Header<'t>,
}

/// A list whose items follow.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open<'t> {
    field: Field,
    /// Whether its items have bullets; unknown before the first.
    bullets: Option<bool>,
    count: usize,
    pub(super) side: Option<&'t str>,
}

impl<'t, 'l> Zone<'t, 'l> {
    pub(super) fn new(text: &'t str, lines: &'l [Line], at: usize, wrapped: bool) -> Self {
        let width = column::width(text, lines);
        Self {
            text,
            lines,
            at,
            wrapped,
            width,
            open: None,
            listed: false,
            header: Header::default(),
        }
    }

    /// Gives the header, and the line where the body begins.
    pub(super) fn done(self) -> (Header<'t>, usize) {
        (self.header, self.at)
    }

    pub(super) fn read(&mut self) {
        self.title();
        while let Some(line) = self.lines.get(self.at) {
            if line.is_blank() {
                self.at += 1;
                continue;
            }
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
        if let Some(found) = field(line) {
            self.field(found, at);
            return true;
        }
        if self.open.is_some() && self.item(line) {
            return true;
        }
        self.open = None;
        self.stray(line, at)
    }

    /// Looks for the title among the first lines; what stands above it is read as strays.
    fn title(&mut self) {
        let mut at = self.at;
        let mut first = None;
        for _ in 0..TITLE_WITHIN {
            while self.lines.get(at).is_some_and(Line::is_blank) {
                at += 1;
            }
            let Some(line) = self.lines.get(at) else { break };
            let end = self.paragraph(at);
            let span = Span::new(line.span.start, self.lines[end - 1].span.end);
            let words_ = span.of(self.text);
            if opens_turn(words_) && kind(words_).is_none()
                || field(line.span.of(self.text)).is_some()
            {
                break;
            }
            if kind(words_).is_some() && words_.len() < 900 && !is_sentence(words_) {
                return self.titled(at, end, span);
            }
            if first.is_none() && title(words_).number.is_some() && words_.len() < 600 {
                return self.titled(at, end, span);
            }
            if is_prose(words_) && first.is_some() {
                break;
            }
            if first.is_none()
                && !is_prose(words_)
                && !is_dateline(words_)
                && marking(words_).is_none()
                && words_.len() < 600
            {
                first = Some((at, end, span));
            }
            at = end;
        }
        if let Some((at, end, span)) = first.filter(|(at, ..)| *at == self.first_printed()) {
            self.titled(at, end, span);
        }
    }

    fn first_printed(&self) -> usize {
        (self.at..self.lines.len()).find(|i| !self.lines[*i].is_blank()).unwrap_or(self.at)
    }

    fn titled(&mut self, at: usize, end: usize, span: Span) {
        while self.at < at {
            let line = self.lines[self.at];
            let words_ = line.span.of(self.text);
            if line.is_blank() {
                self.at += 1;
            } else if is_page_mark(words_) {
                self.take(PieceKind::Note);
            } else if is_dateline(words_) {
                self.dated(line.span, DateCarrier::Catalogue);
                self.take(PieceKind::Dateline);
            } else {
                self.marked(marking(words_).unwrap_or(MarkingKind::Office), line.span);
                self.take(PieceKind::Marking);
            }
        }
        let parts = title(span.of(self.text));
        if let Some(rest) = parts.rest.filter(|rest| is_dateline(rest)) {
            let start = span.start + place(span.of(self.text), rest);
            self.dated(Span::new(start, start + rest.len()), DateCarrier::Title);
        }
        self.header.titles.push(TitleLine { parts, span });
        self.piece(PieceKind::Title, span);
        self.at = end;
    }

    /// The end of the lines that belong to one heading: in a wrapped document, those without a
    /// blank line between, in capitals or centred alike.
    fn paragraph(&self, at: usize) -> usize {
        let mut end = at + 1;
        if !self.wrapped {
            return end;
        }
        let capital = is_capital(self.lines[at].span.of(self.text));
        while let Some(line) = self.lines.get(end).filter(|line| !line.is_blank()) {
            let words_ = line.span.of(self.text);
            let centred = line.indent > 4 && self.lines[at].indent > 4;
            let alike = centred || line.indent == self.lines[at].indent && !capital;
            if !alike || field(words_).is_some() || end - at > 12 || marking(words_).is_some() {
                break;
            }
            end += 1;
        }
        end
    }

    fn field(&mut self, found: FieldLine<'t>, line: Line) {
        let at = self.at;
        let start = place(self.text, found.name);
        self.piece(PieceKind::FieldName, Span::new(start, start + found.name.len()));
        let mut open = Open { field: found.field, bullets: None, count: 0, side: found.side };
        if found.value.is_empty() {
            self.at += 1;
            self.open = Some(open);
            return;
        }
        let begin = place(self.text, found.value);
        let column = line.indent + self.text[line.span.start..begin].chars().count();
        let run = column::run(self.text, self.lines, at, column);
        let first = Span::new(begin, line.span.end);
        if run.is_empty() && self.wrapped {
            // The value goes on at the margin.
            let mut end = at + 1;
            while let Some(next) = self.lines.get(end).filter(|next| !next.is_blank()) {
                let words_ = next.span.of(self.text);
                if field(words_).is_some() || opens_turn(words_) {
                    break;
                }
                end += 1;
            }
            let span = Span::new(begin, self.lines[end - 1].span.end);
            open.bullets = Some(false);
            self.value(open.field, &mut open, &[span], end > at + 1);
            self.at = end;
            self.open = None;
            return;
        }
        let end = run.last().map_or(at + 1, |last| last + 1);
        let spans = match found.field {
            Field::Participants | Field::Subject => {
                column::items(self.text, self.lines, first, &run, column, self.width)
            }
            Field::When | Field::Distribution | Field::Reference => {
                std::iter::once(first).chain(run.iter().map(|i| self.lines[*i].span)).collect()
            }
        };
        // In one line, people run on: `Present: Mr. A, Mr. B`.
        let flows = run.is_empty();
        self.value(found.field, &mut open, &spans, flows);
        self.at = end;
        open.count = spans.len();
        self.open = Some(open).filter(|_| run.is_empty() && !self.wrapped);
    }

    fn value(&mut self, kind: Field, open: &mut Open<'t>, spans: &[Span], flows: bool) {
        match kind {
            Field::Participants => {
                self.listed = true;
                let subjects = roster::read(self.text, spans, flows, open, &mut self.header.listed);
                for span in spans {
                    let subject = subjects.contains(span);
                    if subject {
                        self.subject(*span);
                    }
                    self.piece(
                        if subject { PieceKind::Subject } else { PieceKind::Participants },
                        *span,
                    );
                }
            }
            Field::Subject => {
                for span in spans {
                    self.subject(*span);
                    self.piece(PieceKind::Subject, *span);
                }
            }
            Field::When => {
                for span in spans {
                    self.dated(*span, DateCarrier::Field);
                    self.piece(PieceKind::Dateline, *span);
                }
            }
            Field::Distribution | Field::Reference => {
                let what = if kind == Field::Reference {
                    MarkingKind::Number
                } else {
                    MarkingKind::Distribution
                };
                for span in spans {
                    self.marked(what, *span);
                    self.piece(PieceKind::Marking, *span);
                }
            }
        }
    }

    /// Reads a line as an item of the open list; tells whether it is one.
    fn item(&mut self, line: &'t str) -> bool {
        let Some(mut open) = self.open else { return false };
        let bullet = line.starts_with(['•', '·', '▪', '●'])
            || line.starts_with("* ")
            || line.starts_with("- ");
        if open.bullets == Some(true) && !bullet || open.bullets == Some(false) && bullet {
            return false;
        }
        let gap = self.at.checked_sub(1).is_some_and(|i| self.lines[i].is_blank());
        let first = open.count == 0;
        let belongs = bullet
            || match open.field {
                Field::Participants => self.is_person_line(line, gap && !first),
                Field::Subject => {
                    (first || !gap)
                        && !opens_turn_strictly(line, first)
                        && !is_body_prose(line, first)
                }
                Field::When => {
                    (first || !gap)
                        && open.count < 4
                        && !opens_turn(line)
                        && !is_prose(line)
                        && line.len() < 160
                }
                Field::Distribution | Field::Reference => {
                    (first || !gap) && !opens_turn(line) && !is_prose(line) && line.len() < 160
                }
            };
        if !belongs {
            return false;
        }
        open.bullets = Some(bullet);
        open.count += 1;
        let mut span = self.lines[self.at].span;
        let mut end = self.at + 1;
        if self.wrapped && bullet {
            // A bullet's words hang under it.
            while let Some(next) = self
                .lines
                .get(end)
                .filter(|next| !next.is_blank() && next.indent > self.lines[self.at].indent)
            {
                if next.span.of(self.text).starts_with('•') {
                    break;
                }
                span.end = next.span.end;
                end += 1;
            }
        }
        let flows = words(line).count() > 30 && !bullet;
        self.value(open.field, &mut open, &[span], flows);
        self.open = Some(open);
        self.at = end;
        true
    }

    /// Tells whether a line without a bullet belongs to a list of people.
    fn is_person_line(&self, line: &str, after_gap: bool) -> bool {
        if opens_turn(line) || is_prose(line) {
            return false;
        }
        let found = entry(line);
        let next = self.next_printed(self.at + 1);
        let next_listed = next.is_some_and(|next| {
            field(next).is_some() || !opens_turn(next) && !is_prose(next) && !entry(next).is_empty()
        });
        if found.is_empty() || after_gap {
            // A company's name, a heading of two words: it stands if people follow.
            return next_listed
                && line.len() < 120
                && !ends_sentence(line)
                && (!found.is_empty() || !after_gap);
        }
        true
    }

    fn next_printed(&self, from: usize) -> Option<&'t str> {
        self.lines
            .get(from..)?
            .iter()
            .find(|line| !line.is_blank())
            .map(|line| line.span.of(self.text))
    }

    /// Reads a line that no list has; tells whether it is of the head.
    fn stray(&mut self, line: &'t str, at: Line) -> bool {
        if line.starts_with('•') {
            // The head of the list was lost.
            let people = !entry(line).people.is_empty();
            let field = if people { Field::Participants } else { Field::Subject };
            self.open = Some(Open { field, bullets: Some(true), count: 0, side: None });
            return self.item(line);
        }
        if opens_turn(line) {
            return false;
        }
        if begins_between(line)
            && !self.header.titles.is_empty()
            && line.len() < 600
            && !is_prose(line)
            && !self.listed
        {
            let end = self.paragraph(self.at);
            let span = Span::new(at.span.start, self.lines[end - 1].span.end);
            self.titled(self.at, end, span);
            return true;
        }
        if is_dateline(line) {
            self.dated(at.span, DateCarrier::Dateline);
            return self.take(PieceKind::Dateline);
        }
        if let Some(kind) = marking(line) {
            self.marked(kind, at.span);
            return self.take(PieceKind::Marking);
        }
        if is_prose(line) || line.starts_with('[') || line.len() > 240 {
            return false;
        }
        if self.head_goes_on() {
            if self.listed && !entry(line).people.is_empty() {
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
        if is_capital(line) && !self.listed && line.len() < 120 && entry(line).people.is_empty() {
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
            if field(words_).is_some() || is_dateline(words_) || marking(words_).is_some() {
                return true;
            }
            if opens_turn(words_) || is_prose(words_) {
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

    fn take(&mut self, kind: PieceKind) -> bool {
        self.piece(kind, self.lines[self.at].span);
        self.at += 1;
        true
    }

    fn piece(&mut self, kind: PieceKind, span: Span) {
        self.header.pieces.push(Piece { kind, span });
    }

    fn dated(&mut self, span: Span, carrier: DateCarrier) {
        self.header.dates.push(Dated { text: span.of(self.text), span, carrier });
    }

    fn marked(&mut self, kind: MarkingKind, span: Span) {
        self.header.markings.push((kind, span));
    }

    fn subject(&mut self, span: Span) {
        let whole = span.of(self.text);
        let inner = whole.trim_start_matches(['•', '·', '*', '▪', '●', ' ']);
        let start = span.start + place(whole, inner);
        self.header
            .subjects
            .push(Written { text: squeeze(inner), span: Span::new(start, span.end) });
    }
}

fn is_sentence(words_: &str) -> bool {
    is_prose(words_) && ends_sentence(words_)
}

/// After the first subject, `Name: words` is a turn; the first may have a colon of its own.
fn opens_turn_strictly(line: &str, first: bool) -> bool {
    opens_turn(line) && (!first || ends_sentence(line))
}

/// The first line under `SUBJECT` is the subject, unless it is plainly the body.
fn is_body_prose(line: &str, first: bool) -> bool {
    if first { line.len() > 300 && is_prose(line) } else { is_prose(line) || ends_sentence(line) }
}
