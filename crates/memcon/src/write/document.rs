//! A record with the name that it has in what is written.

use std::borrow::Cow;

use crate::model::Parsed;
use crate::write::document_id;

/// A record that is to be written, with the id by which tables and corpora know it.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    id: Cow<'a, str>,
    parsed: &'a Parsed,
}

impl<'a> Document<'a> {
    /// Takes a record under an id made of its text ([`document_id`]).
    ///
    /// ```
    /// let parsed = memcon::parse("ORLOV. Good day.\n");
    /// assert!(memcon::write::Document::new(&parsed).id().starts_with('m'));
    /// ```
    pub fn new(parsed: &'a Parsed) -> Self {
        Self { id: document_id(&parsed.memorandum).into(), parsed }
    }

    /// Takes a record under an id of the caller's, as a shelfmark or the name of a file.
    pub fn named(id: impl Into<Cow<'a, str>>, parsed: &'a Parsed) -> Self {
        Self { id: id.into(), parsed }
    }

    /// Gives the id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Gives the record.
    pub fn parsed(&self) -> &'a Parsed {
        self.parsed
    }
}
