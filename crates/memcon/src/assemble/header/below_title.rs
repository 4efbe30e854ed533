//! Lines below a title that no field names: a second title, a dateline over two lines, a time, who
//! was present, presided or is on the line.

use super::Listed;
use super::line::{ends_sentence, is_dateline};
use super::roster;
use super::zone::Zone;
use crate::grammar::attendance::attendance;
use crate::grammar::date::timed;
use crate::grammar::lexicon::{is_role_adjective, is_role_word};
use crate::grammar::person::{Person, entry};
use crate::grammar::title::{kind, title};
use crate::grammar::words::{place, words};
use crate::model::{Capacity, Carrier, DateCarrier, PieceKind, RecordKind};
use crate::source::Line;
use crate::span::Span;

/// How many lines a document's own title may have.
const LINES_OF_TITLE: usize = 5;

impl<'t> Zone<'t, '_> {
    /// The document's own title below the catalogue's: `RECORD OF CONVERSATION` over
    /// `with the Envoy of Vesta MARN ORLO`.
    pub(super) fn own_title(&mut self, line: &'t str) -> bool {
        if self.listed
            || self.header.titles.len() != 1
            || self.header.titles[0].parts.kind.is_none()
            || line.len() > 300
            || kind(line).is_none()
            || self.looks.is_prose(line)
        {
            return false;
        }
        let goes_on = |at: &usize| {
            let words_ = self.lines[*at].span.of(self.text);
            !self.lines[*at].is_blank()
                && self.looks.field(words_).is_none()
                && self.looks.dateline_part(words_).is_none()
                && self.looks.marking(words_).is_none()
                && !self.looks.is_prose(words_)
                && !self.looks.opens_turn(words_)
        };
        let last = self.lines.len().min(self.at + LINES_OF_TITLE);
        let end = self.at + 1 + (self.at + 1..last).take_while(goes_on).count();
        let span = Span::new(self.lines[self.at].span.start, self.lines[end - 1].span.end);
        if title(span.of(self.text)).parties.is_empty() {
            return false;
        }
        self.titled(self.at, end, span);
        true
    }

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

    /// `Present: General Orlo     Mr. Rivel`, with more of both columns on the lines below.
    pub(super) fn attendance(&mut self, line: &'t str, at: Line) -> bool {
        let below = self.lines[self.at + 1..].iter();
        let rows = below.take_while(|row| !row.is_blank() && row.indent > at.indent + 2).count();
        let whole = Span::new(at.span.start, self.lines[self.at + rows].span.end);
        let (found, lines) = match attendance(whole.of(self.text)).filter(|_| rows > 0) {
            Some(found) => (found, rows + 1),
            None => match attendance(line) {
                Some(found) => (found, 1),
                None => return false,
            },
        };
        self.header.listed.extend(roster::attending(self.text, found));
        (0..lines).all(|_| self.take(PieceKind::Participants))
    }

    /// `President: Mr. M. ORLO (Vesta)`, `Chairman: Mr. Orlo ........ (Vesta)`: who presides, as
    /// the records of assemblies say it.
    pub(super) fn presiding(&mut self, line: &'t str, at: Line) -> bool {
        let Some((office, rest)) = line.split_once(':') else { return false };
        let rest = rest.trim();
        let official = words(office).next().is_some_and(is_role_word)
            && words(office).all(|word| is_role_word(word) || is_role_adjective(word))
            && words(office).nth(3).is_none();
        // Dots lead to the state in its column.
        let name = rest.split("..").next().unwrap_or(rest).trim_end_matches([' ', '.', '…']);
        if !official || ends_sentence(rest) || words(rest).nth(9).is_some() {
            return false;
        }
        let mut found = entry(name).people;
        let (Some(mut person), true) = (found.pop(), found.is_empty()) else { return false };
        if person.name.is_none() || person.honorific.is_none() {
            return false;
        }
        person.roles.insert(0, office.trim());
        self.lists(person);
        self.piece(PieceKind::Participants, at.span);
        self.at += 1;
        true
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
            self.lists(person);
        }
        self.piece(PieceKind::Participants, at.span);
        self.at += 1;
        true
    }

    fn lists(&mut self, person: Person<'t>) {
        let start = place(self.text, person.written);
        let span = Span::new(start, start + person.written.len());
        self.header.listed.push(Listed { person, span, side: None, carrier: Carrier::List });
    }
}
