//! What a reader makes of a file: the reading text, what the markup says of it, the way back.

mod charset;
mod draft;
mod entry;
mod lines;
mod mark;
mod origin;

pub(crate) use self::charset::Charset;
pub(crate) use self::draft::{Draft, Opened};
pub(crate) use self::entry::{EncodedDate, Entry};
pub(crate) use self::lines::{Line, lines};
pub(crate) use self::mark::{Fact, ListKind, Mark, MarkKind};
pub(crate) use self::origin::{Origin, Run, STRIDE};

use crate::diagnostic::Diagnostic;
use crate::span::Span;

/// A document as a reader hands it on.
///
/// Readers of markup make it with a [`Draft`]. Everything that is known besides the text is
/// evidence: the text alone must be readable too.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    /// What a person would read.
    pub(crate) text: String,
    /// What the markup says of stretches of the text, by place, the longer first.
    pub(crate) marks: Vec<Mark>,
    /// The way from the text to bytes of the file; none where the text is the file.
    pub(crate) origin: Option<Origin>,
    /// What the file says of the document outside its text.
    pub(crate) entry: Entry,
    /// The layout of the site that the file is a page of, if its reader found one.
    pub(crate) layout: Option<String>,
    /// What was doubtful in reading the file.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Source {
    /// Gives the source of a text that is its own file.
    pub(crate) fn of_text(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// Gives the places that the markup says are callouts.
    pub(crate) fn callouts(&self) -> impl Iterator<Item = Span> {
        let callouts = self.marks.iter().filter(|mark| mark.kind == MarkKind::Callout);
        callouts.map(|mark| mark.span)
    }
}
