//! Fields and their items: where a list goes on and where it ends.

use super::fields::{Field, FieldLine, field};
use super::line::{ends_sentence, is_prose, opens_turn};
use super::zone::{Open, Zone};
use super::{column, roster};
use crate::grammar::person::{capacity, entry};
use crate::grammar::words::{place, words};
use crate::model::{DateCarrier, MarkingKind, PieceKind};
use crate::source::Line;
use crate::span::Span;

impl<'t> Zone<'t, '_> {
    pub(super) fn field(&mut self, found: FieldLine<'t>, line: Line) {
        let at = self.at;
        let start = place(self.text, found.name);
        self.piece(PieceKind::FieldName, Span::new(start, start + found.name.len()));
        let mut open = Open {
            field: found.field,
            bullets: None,
            count: 0,
            side: found.side,
            capacity: capacity(found.name),
        };
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
    pub(super) fn item(&mut self, line: &'t str) -> bool {
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
        let next = self.next_printed(self.at + 1);
        // `Foreign:` heads the people after it, where no one speaks.
        let heads = line.ends_with(':') && words(line).count() <= 8;
        if opens_turn(line) && !heads || is_prose(line) {
            return false;
        }
        let found = entry(line);
        let next_listed = || {
            next.is_some_and(|next| {
                field(next).is_some()
                    || !opens_turn(next) && !is_prose(next) && !entry(next).is_empty()
            })
        };
        if found.is_empty() || after_gap || heads {
            // A company's name, a heading of two words: it stands if people follow.
            return line.len() < 120
                && !ends_sentence(line)
                && (!found.is_empty() || !after_gap)
                && next_listed();
        }
        true
    }
}

/// After the first subject, `Name: words` is a turn; the first may have a colon of its own.
fn opens_turn_strictly(line: &str, first: bool) -> bool {
    opens_turn(line) && (!first || ends_sentence(line))
}

/// The first line under `SUBJECT` is the subject, unless it is plainly the body.
fn is_body_prose(line: &str, first: bool) -> bool {
    if first { line.len() > 300 && is_prose(line) } else { is_prose(line) || ends_sentence(line) }
}
