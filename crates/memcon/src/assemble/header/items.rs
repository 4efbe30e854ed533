//! Fields and their items: where a list goes on and where it ends.

use super::abreast::Abreast;
use super::fields::{Holds, Origin, fields, holds, name_span};
use super::line::ends_sentence;
use super::zone::{Open, Zone};
use super::{column, roster};
use crate::grammar::field::Field;
use crate::grammar::fold::same;
use crate::grammar::name::surname;
use crate::grammar::person::{capacity, side_name};
use crate::grammar::words::{place, words};
use crate::model::{DateCarrier, PieceKind};
use crate::source::Line;
use crate::span::Span;

impl<'t> Zone<'t, '_> {
    pub(super) fn field(&mut self, first: Field<'t>, line: Line) {
        let at = self.at;
        let mut found = first;
        // `SUBJECT: Lakes PARTICIPANTS: See attached list`.
        for next in fields(line.span.of(self.text)).into_iter().skip(1) {
            self.piece(PieceKind::FieldName, name_span(self.text, line.span, &found));
            let start = place(self.text, found.value);
            let end = place(self.text, next.head);
            let end = start + self.text[start..end].trim_end().len();
            if start < end {
                let mut open = opened(&found);
                self.value(open.field, &mut open, &[Span::new(start, end)], true);
            }
            found = next;
        }
        self.piece(PieceKind::FieldName, name_span(self.text, line.span, &found));
        let mut open = opened(&found);
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
                if self.looks.field(words_).is_some() || self.looks.opens_turn(words_) {
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
        let spans = match open.field {
            Holds::People | Holds::Subject => {
                column::items(self.text, self.lines, first, &run, column, self.width)
            }
            Holds::When | Holds::Marking(_) | Holds::Origin(_) => {
                std::iter::once(first).chain(run.iter().map(|i| self.lines[*i].span)).collect()
            }
        };
        // In one line, people run on: `Present: Mr. A, Mr. B`.
        let flows = run.is_empty();
        self.value(open.field, &mut open, &spans, flows);
        self.at = end;
        open.count = spans.len();
        self.open = Some(open).filter(|_| run.is_empty() && !self.wrapped);
    }

    fn value(&mut self, kind: Holds, open: &mut Open<'t>, spans: &[Span], flows: bool) {
        match kind {
            Holds::People => {
                self.listed = true;
                let heads = spans.first().and_then(|first| {
                    let below = match spans.get(1) {
                        Some(below) => Some(below.of(self.text)),
                        None => self.next_printed(self.at + 1),
                    };
                    Abreast::read(self.text, *first, below, &self.looks)
                });
                let spans = match (heads, spans) {
                    (Some(heads), [first, rest @ ..]) => {
                        (open.abreast, open.side) = (Some(heads), None);
                        self.piece(PieceKind::Participants, *first);
                        rest
                    }
                    _ => spans,
                };
                let columns: Vec<Span> =
                    spans.iter().flat_map(|span| column::side_by_side(self.text, *span)).collect();
                let spans = columns.as_slice();
                let subjects = roster::read(
                    self.text,
                    spans,
                    flows,
                    open,
                    &self.looks,
                    &mut self.header.listed,
                );
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
            Holds::Subject => {
                for span in spans {
                    self.subject(*span);
                    self.piece(PieceKind::Subject, *span);
                }
            }
            Holds::When => {
                for span in spans {
                    self.dated(*span, DateCarrier::Field);
                    self.piece(PieceKind::Dateline, *span);
                }
            }
            Holds::Marking(what) => {
                for span in spans {
                    self.marked(what, *span);
                    self.piece(PieceKind::Marking, *span);
                }
            }
            Holds::Origin(what) => {
                for span in spans {
                    self.origin(what, *span);
                    self.piece(PieceKind::Provenance, *span);
                }
            }
        }
    }

    fn origin(&mut self, what: Origin, span: Span) {
        let header = &mut self.header;
        let slot = match what {
            Origin::Drafted => &mut header.drafted,
            Origin::Approved => &mut header.approved,
            Origin::Source => &mut header.source,
        };
        match slot {
            Some(before) => before.end = span.end,
            None => *slot = Some(span),
        }
    }

    /// Reads a line as an item of the open list; tells whether it is one.
    pub(super) fn item(&mut self, line: &'t str) -> bool {
        let Some(mut open) = self.open else { return false };
        let bullet = line.starts_with(['•', '·', '▪', '●'])
            || line.starts_with("* ")
            || line.starts_with("- ");
        let adjoins = self.at.checked_sub(1).is_some_and(|i| !self.lines[i].is_blank());
        let tail = open.bullets == Some(true) && !bullet && open.count > 0 && adjoins;
        if tail
            && open.field == Holds::People
            && line.len() < 80
            && !self.looks.opens_turn(line)
            && !self.looks.is_prose(line)
        {
            // The office of the person above goes on.
            return self.take(PieceKind::Participants);
        }
        if adjoins && open.field == Holds::People && open.count > 0 && self.office_goes_on(line) {
            open.count += 1;
            self.open = Some(open);
            return self.take(PieceKind::Participants);
        }
        if open.bullets == Some(true) && !bullet || open.bullets == Some(false) && bullet {
            return false;
        }
        let gap = self.at.checked_sub(1).is_some_and(|i| self.lines[i].is_blank());
        let first = open.count == 0;
        // What stands in a table under the list's name is of the list.
        let tabled = open.field == Holds::People
            && self.markup.is_tabled(self.lines[self.at].span)
            && (!self.looks.opens_turn(line) || line.ends_with(':'))
            && !self.looks.is_prose(line);
        let belongs = bullet
            || tabled
            || match open.field {
                Holds::People => self.is_person_line(line, gap && !first),
                Holds::Subject => {
                    (first || !gap)
                        && !self.opens_turn_strictly(line, first)
                        && !self.is_body_prose(line, first)
                }
                Holds::When => {
                    (first || !gap)
                        && open.count < 4
                        && !self.looks.opens_turn(line)
                        && !self.looks.is_prose(line)
                        && line.len() < 160
                }
                Holds::Marking(_) | Holds::Origin(_) => {
                    (first || !gap)
                        && !self.looks.opens_turn(line)
                        && !self.looks.is_prose(line)
                        && line.len() < 160
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
        if self.wrapped && !bullet && open.field == Holds::People {
            end = self.hanging(end);
            span.end = self.lines[end - 1].span.end;
        }
        let indent = self.lines[self.at].indent;
        if open.side_indent.is_some_and(|heading| indent <= heading) {
            (open.side, open.side_indent) = (None, None);
        }
        if bullet && open.field == Holds::People && self.heads_inner_list(line, end) {
            let name = line.trim_start_matches(['•', '·', '▪', '●', '*', '-', ' ']);
            open.side = Some(side_name(name));
            open.side_indent = Some(indent);
            self.piece(PieceKind::Participants, span);
            self.open = Some(open);
            self.at = end;
            return true;
        }
        let flows = words(line).count() > 30 && !bullet;
        self.value(open.field, &mut open, &[span], flows);
        self.open = Some(open);
        self.at = end;
        true
    }

    /// Gives the end of the lines that hang under an item: each stands further in, and its first
    /// word had no room in the line before.
    fn hanging(&self, mut end: usize) -> usize {
        let indent = self.lines[self.at].indent;
        while let (Some(before), Some(next)) = (self.lines.get(end - 1), self.lines.get(end)) {
            let first = words(next.span.of(self.text)).next().unwrap_or("");
            let filled = before.indent + before.span.of(self.text).chars().count();
            let full = filled + 1 + first.chars().count() > self.width.min(column::USUAL);
            if next.is_blank() || next.indent <= indent || !full {
                break;
            }
            end += 1;
        }
        end
    }

    /// Tells whether an item has bullets inside it and names no one: `• Vesta`, the side of those.
    fn heads_inner_list(&self, line: &'t str, next: usize) -> bool {
        let below = self.lines[next..].iter().find(|line| !line.is_blank());
        let inner = below.is_some_and(|below| {
            below.indent > self.lines[self.at].indent && below.span.of(self.text).starts_with('•')
        });
        if !inner || line.contains([',', '(', '—']) || words(line).count() > 7 {
            return false;
        }
        let people = &self.looks.entry(line).people;
        people.iter().all(|person| person.honorific.is_none() && person.roles.is_empty())
    }

    /// Tells whether a line without a bullet belongs to a list of people.
    fn is_person_line(&self, line: &'t str, after_gap: bool) -> bool {
        let next = self.next_printed(self.at + 1);
        // `Foreign:` heads the people after it, where no one speaks.
        let heads = line.ends_with(':') && words(line).count() <= 8;
        let found = self.looks.entry(line);
        // `Por Rivel: Presidente Marn Orlo`: a side, and who stands for it.
        let sided = found.heading.is_some()
            && !ends_sentence(line)
            && !found.people.is_empty()
            && found.people.iter().all(|p| p.honorific.is_some() || !p.roles.is_empty())
            // Who is listed speaks: `Orlo: President Rivel`.
            && !found.heading.is_some_and(|heading| self.is_listed(heading));
        if self.looks.opens_turn(line) && !heads && !sided || self.looks.is_prose(line) {
            return false;
        }
        let next_listed = || {
            next.is_some_and(|next| {
                self.looks.field(next).is_some()
                    || !self.looks.opens_turn(next)
                        && !self.looks.is_prose(next)
                        && !self.looks.entry(next).is_empty()
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

    /// Tells whether a word is the surname of somebody in the list.
    fn is_listed(&self, word: &str) -> bool {
        let names = self.header.listed.iter().filter_map(|listed| listed.person.name);
        words(word).nth(1).is_none() && names.map(surname).any(|name| same(name, word))
    }

    /// After the first subject, `Name: words` is a turn; the first may have a colon of its own.
    fn opens_turn_strictly(&self, line: &'t str, first: bool) -> bool {
        self.looks.opens_turn(line) && (!first || ends_sentence(line))
    }

    /// The first line under `SUBJECT` is the subject, unless it is plainly the body.
    fn is_body_prose(&self, line: &'t str, first: bool) -> bool {
        if first {
            line.len() > 300 && self.looks.is_prose(line)
        } else {
            self.looks.is_prose(line) || ends_sentence(line)
        }
    }
}

/// The list that a field opens.
fn opened<'t>(found: &Field<'t>) -> Open<'t> {
    Open {
        side: found.side.map(side_name),
        capacity: capacity(found.head),
        ..Open::new(holds(found.name))
    }
}
