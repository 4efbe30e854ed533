//! Fields as the head of a document has them.

use crate::grammar::field::{self, Field};
use crate::grammar::field_names::FieldName;
use crate::grammar::is_capitals;
use crate::grammar::words::{place, words};
use crate::model::MarkingKind;
use crate::span::Span;

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    People,
    Subject,
    /// A date, a time, a place, or several of them.
    When,
    Marking(MarkingKind),
    Origin(Origin),
}

/// Where the paper comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Drafted,
    Approved,
    Source,
}

/// Recognises a line that opens a field of the head.
///
/// A list may go on with `Interpreter: Marn Rivel`, and an interpreter may speak; only a heading
/// opens a field there.
pub(super) fn field(line: &str) -> Option<Field<'_>> {
    field::field(line).filter(is_of_head)
}

/// Recognises every field of a line.
pub(super) fn fields(line: &str) -> Vec<Field<'_>> {
    let mut found = field::fields(line);
    found.retain(is_of_head);
    found
}

fn is_of_head(found: &Field<'_>) -> bool {
    match found.name {
        FieldName::Interpreter | FieldName::Notetaker => {
            let by = words(found.head).next_back().is_some_and(|word| matches!(word, "by" | "BY"));
            by || found.value.is_empty() && is_capitals(found.head)
        }
        FieldName::Source | FieldName::Classification => !found.value.is_empty(),
        FieldName::Participants
        | FieldName::Subject
        | FieldName::Date
        | FieldName::Time
        | FieldName::Place
        | FieldName::DateAndTime
        | FieldName::DateAndPlace
        | FieldName::TimeAndPlace
        | FieldName::DateTimeAndPlace
        | FieldName::Copies
        | FieldName::Reference
        | FieldName::Drafted
        | FieldName::Cleared => true,
    }
}

/// Tells what a field holds.
pub(super) fn holds(name: FieldName) -> Holds {
    match name {
        FieldName::Participants | FieldName::Interpreter | FieldName::Notetaker => Holds::People,
        FieldName::Subject => Holds::Subject,
        FieldName::Date
        | FieldName::Time
        | FieldName::Place
        | FieldName::DateAndTime
        | FieldName::DateAndPlace
        | FieldName::TimeAndPlace
        | FieldName::DateTimeAndPlace => Holds::When,
        FieldName::Copies => Holds::Marking(MarkingKind::Distribution),
        FieldName::Reference => Holds::Marking(MarkingKind::Number),
        FieldName::Classification => Holds::Marking(MarkingKind::Classification),
        FieldName::Drafted => Holds::Origin(Origin::Drafted),
        FieldName::Cleared => Holds::Origin(Origin::Approved),
        FieldName::Source => Holds::Origin(Origin::Source),
    }
}

/// Gives where a field's name stands, colon and brackets included, in its line or before the next.
pub(super) fn name_span(text: &str, line: Span, found: &Field<'_>) -> Span {
    let head = place(text, found.head);
    // A bracket may stand before the name.
    let before = &text[line.start..head];
    let start = head - (before.len() - before.trim_end_matches(['[', '(', ' ']).len());
    let end = if found.value.is_empty() {
        let after = &text[head + found.head.len()..line.end];
        head + found.head.len() + after.find(char::is_alphabetic).unwrap_or(after.len())
    } else {
        place(text, found.value)
    };
    Span::new(start, start + text[start..end].trim_end().len())
}
