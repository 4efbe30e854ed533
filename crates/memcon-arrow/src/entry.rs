//! A document of a collection, on its way into the tables.

use memcon::write::Document;
use memcon::{Moment, Parsed, PieceKind};

use crate::column::{Column, Kind};
use crate::days::{day, micros};
use crate::value::Value;

/// A document of a collection: what was read in it, and what the collection knows of it.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Entry<'a> {
    /// The id, unique in the collection; the key of every table.
    pub id: &'a str,
    /// What was read; of a document that could not be, [`Parsed::default`].
    pub parsed: &'a Parsed,
    /// The file.
    pub path: Option<&'a str>,
    /// The SHA-256 of the document's bytes, in hexadecimal.
    pub sha256: Option<&'a str>,
    /// Why it could not be read.
    pub error: Option<&'a str>,
}

impl<'a> Entry<'a> {
    /// Gives a document of which nothing is known but what was read.
    pub fn new(id: &'a str, parsed: &'a Parsed) -> Self {
        Self { id, parsed, path: None, sha256: None, error: None }
    }

    /// Gives the document as the writers take it.
    pub(crate) fn document(&self) -> Document<'a> {
        Document::named(self.id, self.parsed)
    }

    /// Gives the cells that only the tables of Arrow have, in the order of [`MORE`].
    pub(crate) fn more(&self) -> [Value<'a>; 9] {
        let date = self.parsed.memorandum.date.as_ref();
        let start = date.and_then(|date| date.start);
        let end = date.and_then(|date| date.end);
        let text = |text: Option<&'a str>| text.map_or(Value::Absent, Value::Text);
        [
            start.map_or(Value::Absent, |start| Value::Integer(start.year.into())),
            on_day(start),
            on_day(end),
            at_minute(start),
            at_minute(end),
            coverage(self.parsed).map_or(Value::Absent, Value::Number),
            text(self.path),
            text(self.sha256),
            text(self.error),
        ]
    }
}

/// The column of what went wrong.
pub(crate) const FAILURE: Column = Column::optional(
    "error",
    Kind::Text,
    "Why the document could not be read; the row then tells nothing else.",
);

/// The columns that only the tables of Arrow have: they need types that text has not, or a
/// collection.
pub(crate) const MORE: [Column; 9] = [
    Column::optional("year", Kind::Integer, "The year in which the conversation began."),
    Column::optional(
        "first_day",
        Kind::Day,
        "The day on which it began, where the day is written.",
    ),
    Column::optional("last_day", Kind::Day, "The day on which it ended, where that is written."),
    Column::optional("began", Kind::Moment, "When it began, where the minute is written."),
    Column::optional("ended", Kind::Moment, "When it ended, where the minute is written."),
    Column::optional(
        "coverage",
        Kind::Number,
        "The share of the body that is speech, from 0 to 1.",
    ),
    Column::optional("path", Kind::Text, "The file."),
    Column::optional("sha256", Kind::Text, "The SHA-256 of the document's bytes."),
    FAILURE,
];

fn on_day(moment: Option<Moment>) -> Value<'static> {
    moment.and_then(day).map_or(Value::Absent, Value::Day)
}

fn at_minute(moment: Option<Moment>) -> Value<'static> {
    moment.and_then(micros).map_or(Value::Absent, Value::Moment)
}

/// Gives the share of the body that is speech, in its words or told; none without a body.
#[allow(clippy::cast_precision_loss)]
fn coverage(parsed: &Parsed) -> Option<f32> {
    let (mut spoken, mut other) = (0, 0);
    for piece in &parsed.memorandum.pieces {
        match piece.kind {
            PieceKind::Speech | PieceKind::Reported => spoken += piece.span.len(),
            PieceKind::Narration => other += piece.span.len(),
            _ => {}
        }
    }
    (spoken + other > 0).then(|| spoken as f32 / (spoken + other) as f32)
}
