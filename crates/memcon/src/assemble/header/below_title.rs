//! Lines below a title that no field names: a dateline over two lines, a time, who is on the line.

use super::Listed;
use super::line::is_dateline;
use super::zone::Zone;
use crate::grammar::date::timed;
use crate::grammar::person::entry;
use crate::grammar::words::{place, words};
use crate::model::{Capacity, Carrier, DateCarrier, PieceKind, RecordKind};
use crate::source::Line;
use crate::span::Span;

impl<'t> Zone<'t, '_> {
    /// `Held at Headquarters, Taver,` over `on Monday, 5 April 1982, at 3 p.m.`
    pub(super) fn dateline_of_two(&mut self, line: &'t str, at: Line) -> bool {
        let next = self.lines.get(self.at + 1).filter(|next| !next.is_blank());
        let Some(next) = next.filter(|_| line.ends_with(',') && words(line).count() <= 12) else {
            return false;
        };
        let span = Span::new(at.span.start, next.span.end);
        if !is_dateline(span.of(self.text)) {
            return false;
        }
        self.dated(span, DateCarrier::Dateline);
        self.take(PieceKind::Dateline) && self.take(PieceKind::Dateline)
    }

    /// `2:05 p.m. to 3:20 p.m.` by itself, below a date.
    pub(super) fn time_alone(&mut self, line: &'t str, at: Line) -> bool {
        let whole = timed(line).is_some_and(|found| {
            found.text.len() == line.trim_end_matches(['.', ' ']).len() && !found.hours.is_empty()
        });
        if !whole
            || !self.header.dates.iter().any(|date| self.looks.dateline_part(date.text).is_some())
        {
            return false;
        }
        self.dated(at.span, DateCarrier::Dateline);
        self.take(PieceKind::Dateline)
    }

    /// `The President/Mr. Orlo`, below the title of a telephone call.
    pub(super) fn of_a_call(&mut self, line: &'t str, at: Line) -> bool {
        let call = |title: &super::TitleLine<'_>| {
            title.parts.kind == Some(RecordKind::TelephoneConversation)
                && title.parts.parties.is_empty()
        };
        if self.listed || line.len() > 80 || !self.header.titles.iter().any(call) {
            return false;
        }
        let Some((one, other)) = line.split_once('/') else { return false };
        let mut people = Vec::new();
        for side in [one.trim(), other.trim()] {
            let mut found = entry(side).people;
            let (Some(person), true) = (found.pop(), found.is_empty()) else { return false };
            people.push(person);
        }
        for mut person in people {
            person.capacities.insert(0, Capacity::Principal);
            let start = place(self.text, person.written);
            let span = Span::new(start, start + person.written.len());
            self.header.listed.push(Listed { person, span, side: None, carrier: Carrier::List });
        }
        self.piece(PieceKind::Participants, at.span);
        self.at += 1;
        true
    }
}
