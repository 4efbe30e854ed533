//! What the lines of a head look like, each line asked once: the line above asks what follows, and
//! the walk asks again when it comes there.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::{fields, line, stamp};
use crate::grammar::field::Field;
use crate::grammar::person::{Entry, entry};
use crate::model::MarkingKind;

/// The lines seen so far, by where they stand.
#[derive(Debug, Default)]
pub(super) struct Looks<'t> {
    seen: RefCell<FxHashMap<(*const u8, usize), Look<'t>>>,
}

/// What is known of one line so far.
#[derive(Debug, Default)]
#[allow(clippy::option_option, reason = "a line not yet asked is not one that declined")]
struct Look<'t> {
    opens_turn: Option<bool>,
    prose: Option<bool>,
    dateline: Option<bool>,
    marking: Option<Option<MarkingKind>>,
    field: Option<Option<Field<'t>>>,
    entry: Option<Rc<Entry<'t>>>,
}

impl<'t> Looks<'t> {
    /// Gives what is known of a line, or finds it out.
    fn ask<T: Clone>(
        &self,
        line: &'t str,
        slot: for<'l> fn(&'l mut Look<'t>) -> &'l mut Option<T>,
        look: impl FnOnce(&'t str) -> T,
    ) -> T {
        let mut seen = self.seen.borrow_mut();
        slot(seen.entry((line.as_ptr(), line.len())).or_default())
            .get_or_insert_with(|| look(line))
            .clone()
    }

    pub(super) fn opens_turn(&self, line: &'t str) -> bool {
        self.ask(line, |look| &mut look.opens_turn, line::opens_turn)
    }

    pub(super) fn is_prose(&self, line: &'t str) -> bool {
        self.ask(line, |look| &mut look.prose, line::is_prose)
    }

    pub(super) fn is_dateline(&self, line: &'t str) -> bool {
        self.ask(line, |look| &mut look.dateline, line::is_dateline)
    }

    /// Gives the part of a line that says when or where: all of it, or its last column.
    pub(super) fn dateline_part(&self, line: &'t str) -> Option<&'t str> {
        if self.is_dateline(line) {
            return Some(line);
        }
        // `– 22 September 1973 –`.
        let within = line.trim_matches([' ', '–', '—', '-', '*']);
        if within.len() < line.len() && self.is_dateline(within) {
            return Some(within);
        }
        let last = line[line.rfind("   ")?..].trim();
        self.is_dateline(last).then_some(last)
    }

    pub(super) fn marking(&self, line: &'t str) -> Option<MarkingKind> {
        self.ask(line, |look| &mut look.marking, stamp::marking)
    }

    pub(super) fn field(&self, line: &'t str) -> Option<Field<'t>> {
        self.ask(line, |look| &mut look.field, fields::field)
    }

    pub(super) fn entry(&self, line: &'t str) -> Rc<Entry<'t>> {
        self.ask(line, |look| &mut look.entry, |line| Rc::new(entry(line)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_what_it_looks_like_however_often_it_is_asked() {
        let text = "Mr. Orlo, Envoy\nMay 5, 1956";
        let looks = Looks::default();
        let (first, second) = text.split_once('\n').unwrap_or_default();
        for _ in 0..2 {
            assert_eq!(looks.entry(first).people.len(), 1);
            assert!(!looks.is_dateline(first) && looks.is_dateline(second));
            assert_eq!(looks.dateline_part(second), Some(second));
            // The same bytes, shorter, are another line.
            assert!(!looks.is_dateline(&second[..3]));
        }
    }
}
