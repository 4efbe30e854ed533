//! The title of a document, and what stands above it.

use super::TitleLine;
use super::fields::{Holds, Origin, holds};
use super::line::{ends_sentence, is_capital};
use super::stamp::{is_chrome, is_page_mark};
use super::zone::Zone;
use crate::grammar::title::{is_numbered, kind, title};
use crate::grammar::title_date::in_title;
use crate::grammar::words::{place, words};
use crate::model::{DateCarrier, MarkingKind, PieceKind};
use crate::source::Line;
use crate::span::Span;

/// How far down the title is looked for.
const TITLE_WITHIN: usize = 16;
/// How many lines a title may be broken over, and how long its first may be, in bytes.
const LINES_BROKEN: usize = 5;
const LONGEST_BROKEN: usize = 200;

impl<'t> Zone<'t, '_> {
    /// Looks for the title among the first lines; what stands above it is read as strays.
    pub(super) fn title(&mut self) {
        let mut at = self.at;
        let mut first = None;
        let mut told = false;
        for _ in 0..TITLE_WITHIN {
            while self.lines.get(at).is_some_and(Line::is_blank) {
                at += 1;
            }
            let Some(line) = self.lines.get(at) else { break };
            let end = self.heading(at);
            let span = Span::new(line.span.start, self.lines[end - 1].span.end);
            let words_: &'t str = span.of(self.text);
            if is_chrome(words_)
                || is_page_mark(words_)
                || is_bracketed(words_) && kind(words_).is_none()
            {
                at = end;
                continue;
            }
            let opens = self.looks.field(line.span.of(self.text));
            if opens.is_some_and(|found| holds(found.name) == Holds::Origin(Origin::Source)) {
                at = end;
                continue;
            }
            let named = kind(words_).is_some();
            if opens.is_some() || !named && self.looks.opens_turn(words_) {
                break;
            }
            if named
                && words_.len() < 900
                && (!told || begins_in_capitals(words_))
                && !(self.looks.is_prose(words_) && ends_sentence(words_)
                    || at > self.at
                        && first.is_some()
                        && self.looks.is_prose(words_)
                        && !begins_in_capitals(words_))
            {
                return self.titled(at, end, span);
            }
            if first.is_none() && !told && is_numbered(words_) && words_.len() < 600 {
                return self.titled(at, end, span);
            }
            // A covering note may stand above a title in capitals.
            told |= self.looks.is_prose(words_) && first.is_some();
            if first.is_none()
                && !self.looks.is_prose(words_)
                && !self.looks.is_dateline(words_)
                && self.looks.marking(words_).is_none()
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

    /// The end of a title whose next lines, without a blank one between, begin small:
    /// `RECORD OF TALK`, `of the Chairman M. Orlo`, `with the Envoy`.
    fn broken_off(&self, at: usize) -> usize {
        let whole = self.lines[at].span.of(self.text);
        if kind(whole).is_none() || ends_sentence(whole) || whole.len() > LONGEST_BROKEN {
            return at + 1;
        }
        let last = self.lines.len().min(at + LINES_BROKEN);
        let follows = |i: &usize| {
            let line = self.lines[*i].span.of(self.text);
            !self.lines[*i].is_blank()
                && self.looks.field(line).is_none()
                && !self.looks.is_dateline(line)
                && !self.looks.opens_turn(line)
                && !self.looks.is_prose(line)
        };
        let small = |i: &usize| self.lines[*i].span.of(self.text).starts_with(char::is_lowercase);
        let following: Vec<usize> = (at + 1..last).take_while(follows).collect();
        following.into_iter().rfind(small).map_or(at + 1, |i| i + 1)
    }

    fn first_printed(&self) -> usize {
        (self.at..self.lines.len()).find(|i| !self.lines[*i].is_blank()).unwrap_or(self.at)
    }

    /// The end of a heading; a head word alone goes on in a line that begins small: `INFORMATION`,
    /// `on the meeting between …`.
    fn heading(&self, at: usize) -> usize {
        let end = self.paragraph(at).max(self.broken_off(at));
        let alone = words(self.lines[at].span.of(self.text)).count() <= 2;
        let next = (end..self.lines.len()).find(|i| !self.lines[*i].is_blank());
        next.filter(|next| {
            let line = self.lines[*next].span.of(self.text);
            let whole = Span::new(self.lines[at].span.start, self.lines[*next].span.end);
            alone
                && end == at + 1
                && line.starts_with(char::is_lowercase)
                && kind(whole.of(self.text)).is_some()
        })
        .map_or(end, |next| self.paragraph(next))
    }

    pub(super) fn titled(&mut self, at: usize, end: usize, span: Span) {
        let mut told = false;
        while self.at < at {
            let line = self.lines[self.at];
            let words_ = line.span.of(self.text);
            if line.is_blank() {
                self.at += 1;
            } else if is_page_mark(words_) {
                self.take(PieceKind::Note);
            } else if is_chrome(words_) {
                self.take(PieceKind::Furniture);
            } else if let Some(dated) = self.looks.dateline_part(words_) {
                let start = place(self.text, dated);
                self.dated(Span::new(start, start + dated.len()), DateCarrier::Catalogue);
                self.take(PieceKind::Dateline);
            } else if let Some(found) =
                self.looks.field(words_).filter(|f| holds(f.name) == Holds::Origin(Origin::Source))
            {
                self.field(found, line);
                self.open = None;
            } else if self.looks.is_prose(words_) || is_salutation(words_) {
                told = true;
                self.take(PieceKind::Narration);
            } else if self.place_above_title(words_) {
                // The line is taken.
            } else if is_bracketed(words_) || told && self.looks.marking(words_).is_none() {
                // An editor's remark, or what goes on with a covering note.
                self.take(PieceKind::Narration);
            } else {
                self.marked(self.looks.marking(words_).unwrap_or(MarkingKind::Office), line.span);
                self.take(PieceKind::Marking);
            }
        }
        let parts = title(span.of(self.text));
        if let Some(rest) = parts.rest.filter(|rest| self.looks.is_dateline(rest)) {
            let start = span.start + place(span.of(self.text), rest);
            self.dated(Span::new(start, start + rest.len()), DateCarrier::Title);
        } else if parts.kind.is_some() && in_title(parts.text).is_some() {
            // What a covering note is dated is not when the talk was.
            if told {
                self.header.dates.clear();
            }
            let start = place(self.text, parts.text);
            self.dated(Span::new(start, start + parts.text.len()), DateCarrier::Title);
        }
        self.header.titles.push(TitleLine { parts, span });
        self.piece(PieceKind::Title, span);
        self.at = end;
    }

    /// The end of the lines that belong to one heading: in a wrapped document, those without a
    /// blank line between, in capitals or centred alike.
    pub(super) fn paragraph(&self, at: usize) -> usize {
        let mut end = at + 1;
        if !self.wrapped {
            return end;
        }
        let capital = is_capital(self.lines[at].span.of(self.text));
        while let Some(line) = self.lines.get(end).filter(|line| !line.is_blank()) {
            let words_ = line.span.of(self.text);
            let centred = line.indent > 4 && self.lines[at].indent > 4;
            let alike = centred || line.indent == self.lines[at].indent && !capital;
            if !alike
                || self.looks.field(words_).is_some()
                || end - at > 12
                || self.looks.marking(words_).is_some()
            {
                break;
            }
            end += 1;
        }
        end
    }
}

/// `[A stamp on the first page: "Seen"]`: an editor's words, and no title.
fn is_bracketed(words_: &str) -> bool {
    words_.starts_with('[') && words_.ends_with(']')
}

fn begins_in_capitals(words_: &str) -> bool {
    // `RECORD OF CONVERSATION`: small words are capitals, too.
    let mut first = words(words_).take(3);
    first.clone().any(is_capital) && first.all(|word| !word.contains(char::is_lowercase))
}

/// `Dear John,`: the letter that the record stands in begins.
fn is_salutation(words_: &str) -> bool {
    let dear = words(words_).find(|word| !word.eq_ignore_ascii_case("my"));
    dear.is_some_and(|word| word.eq_ignore_ascii_case("dear")) && words_.ends_with([',', ':'])
}
