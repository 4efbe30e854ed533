//! What markup says of the lines of a head: which is the dateline, which list is of participants.

use crate::source::{ListKind, Mark, MarkKind};
use crate::span::Span;

/// Where markup says that datelines and lists of participants stand.
#[derive(Debug, Default)]
pub(crate) struct Marked {
    datelines: Vec<Span>,
    lists: Vec<Span>,
    heads: Vec<Span>,
    tables: Vec<Span>,
}

impl Marked {
    /// Takes what concerns the head from the marks of a document.
    pub(crate) fn of(marks: &[Mark]) -> Self {
        let mut marked = Self::default();
        let participants = MarkKind::List(ListKind::Participants);
        for mark in marks {
            if mark.kind == MarkKind::Dateline {
                marked.datelines.push(mark.span);
            } else if mark.kind == MarkKind::Table {
                marked.tables.push(mark.span);
            } else if mark.kind == participants {
                marked.lists.push(mark.span);
            } else if mark.kind == MarkKind::ListHead
                && marked.lists.last().is_some_and(|list| list.contains(mark.span))
            {
                marked.heads.push(mark.span);
            }
        }
        marked
    }

    /// Tells whether a line is a dateline, or a part of one.
    pub(super) fn is_dateline(&self, line: Span) -> bool {
        holds(&self.datelines, line)
    }

    /// Tells whether a line is of a list of participants.
    pub(super) fn is_listed(&self, line: Span) -> bool {
        holds(&self.lists, line)
    }

    /// Tells whether a line is of a table.
    pub(super) fn is_tabled(&self, line: Span) -> bool {
        holds(&self.tables, line)
    }

    /// Tells whether a line heads a list of participants.
    pub(super) fn is_list_head(&self, line: Span) -> bool {
        holds(&self.heads, line)
    }
}

/// Whether one of several stretches, in order, holds a line. Of lists within each other the outer
/// stands first.
fn holds(stretches: &[Span], line: Span) -> bool {
    let before = stretches.partition_point(|stretch| stretch.start <= line.start);
    stretches[..before].iter().rev().take(8).any(|stretch| stretch.contains(line))
}
