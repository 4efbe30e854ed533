//! A place that stands alone on its line: beside the date, or among the fields of the head.

use super::zone::Zone;
use crate::grammar::date::timed;
use crate::grammar::dateline::dateline;
use crate::grammar::meeting::sentence;
use crate::grammar::place_alone::{Alone, alone};
use crate::grammar::same_word;
use crate::model::PieceKind;
use crate::source::Line;

/// How many lines of a head are asked whether a word alone is spoken of elsewhere: each asks the
/// whole text.
const ASKED: usize = 3;

/// What leads to a place before its name, in the languages of the records.
const LEADS: &[&str] =
    &["in", "at", "near", "im", "bei", "à", "en", "a", "в", "у", "под", "из", "w", "v"];

impl<'t> Zone<'t, '_> {
    /// `Cabinet Room`, `Taver` below the title, beside the line that says when.
    pub(super) fn place_alone(&mut self, line: &'t str) -> bool {
        if self.header.place.is_some() || self.header.titles.is_empty() {
            return false;
        }
        // Below a list stands the body, unless the line above says when.
        if self.listed && !self.adjoins_when() {
            return false;
        }
        let Some(found) = alone(line) else { return false };
        let place = match found {
            Alone::Known(place) if self.is_beside_when() || self.is_before_field() => place,
            Alone::Word(place) if self.adjoins_when() && !self.is_spoken_of(place.name) => place,
            Alone::Known(_) | Alone::Word(_) => return false,
        };
        self.header.place = Some(place);
        self.take(PieceKind::Dateline)
    }

    /// `Vienna`, the first line of the document, over the date: above the title it may be no more
    /// than a letterhead's, so that nothing may stand over it.
    pub(super) fn place_above_title(&mut self, line: &'t str) -> bool {
        let first = self.header.pieces.is_empty();
        let dated = self.printed_at(self.at + 1).is_some_and(|next| self.says_when(next));
        if !first || !dated {
            return false;
        }
        let Some(Alone::Known(place)) = alone(line) else { return false };
        self.header.place = Some(place);
        self.take(PieceKind::Dateline)
    }

    /// Tells whether a line says when the meeting was.
    fn says_when(&self, line: &'t str) -> bool {
        self.looks.dateline_part(line).is_some_and(|part| part.chars().any(char::is_numeric))
            || timed(line).is_some_and(|found| found.text.len() + 2 > line.trim_end().len())
            || sentence(line).is_some()
    }

    /// Tells whether the next printed line, or the last, says when.
    fn is_beside_when(&self) -> bool {
        let above = self.lines[..self.at].iter().rev().find(|line| !line.is_blank());
        above.is_some_and(|line| self.says_when(line.span.of(self.text)))
            || self.next_printed(self.at + 1).is_some_and(|line| self.says_when(line))
    }

    fn is_before_field(&self) -> bool {
        self.next_printed(self.at + 1).is_some_and(|line| self.looks.field(line).is_some())
    }

    /// Tells whether the line above or below, with none between, says when and names no place, and
    /// nothing but the head's own stands on the other side.
    fn adjoins_when(&self) -> bool {
        let above = self.at.checked_sub(1).and_then(|at| self.printed_at(at));
        let below = self.printed_at(self.at + 1);
        let titled = self.header.titles.last().map_or(0, |title| title.span.end);
        let ends_title = self.lines[self.at].span.start == titled + 1;
        let free = |line: Option<&'t str>| {
            line.is_none_or(|line| self.looks.field(line).is_some() || self.says_when(line))
        };
        let when = |line: Option<&'t str>| {
            line.is_some_and(|line| {
                let placed = |part| dateline(part).is_some_and(|found| found.place.is_some());
                self.says_when(line) && !self.looks.dateline_part(line).is_some_and(placed)
            })
        };
        when(above) && free(below) || when(below) && (free(above) || ends_title)
    }

    fn printed_at(&self, at: usize) -> Option<&'t str> {
        self.lines
            .get(at)
            .filter(|line| !line.is_blank())
            .map(|line: &Line| line.span.of(self.text))
    }

    /// Tells whether the text has a word elsewhere than after `in` or `at`: a person or a subject
    /// is spoken of, a place is where something was.
    fn is_spoken_of(&mut self, name: &str) -> bool {
        if self.asked == ASKED {
            return true;
        }
        self.asked += 1;
        let word = name.split(',').next().unwrap_or(name);
        let first: String = word.chars().take(1).flat_map(char::to_lowercase).collect();
        let small = first + word.get(word.chars().next().map_or(0, char::len_utf8)..).unwrap_or("");
        let own = self.lines[self.at].span;
        let led = |at: usize| {
            let before = self.text.get(..at).unwrap_or("").trim_end();
            let last = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
            LEADS.iter().any(|lead| same_word(lead, last))
        };
        let named = self
            .text
            .match_indices(word)
            .any(|(at, _)| (at < own.start || at >= own.end) && !led(at));
        named || self.text.contains(small.as_str())
    }
}
