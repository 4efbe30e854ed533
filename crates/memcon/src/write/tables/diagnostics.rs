//! The table of doubts.

use super::{RecordRow, integer};
use crate::diagnostic::Diagnostic;
use crate::span::CharIndex;
use crate::write::{Document, Part};

crate::table_row! {
    /// A doubt about the reading.
    #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
    DiagnosticRow in "diagnostics" {
        /// The record.
        document_id: String,
        /// The stable code: `unlisted-speaker`.
        code: String,
        /// `note` or `warning`.
        severity: String,
        /// The doubt in a sentence.
        message: String,
        /// Where it begins, in code points of the text.
        char_start: i64,
        /// Where it ends.
        char_end: i64,
    }
}

impl RecordRow for DiagnosticRow {
    const CARRIES: &'static [Part] = &[Part::Places, Part::Diagnostics];

    fn of(document: &Document<'_>) -> Vec<Self> {
        diagnostics(document)
    }
}

/// Gives a row for each diagnostic, in order.
pub fn diagnostics(document: &Document<'_>) -> Vec<DiagnosticRow> {
    let parsed = document.parsed();
    let index = CharIndex::new(&parsed.memorandum.text);
    let row = |doubt: &Diagnostic| {
        let span = index.chars(doubt.span);
        DiagnosticRow {
            document_id: document.id().to_owned(),
            code: doubt.kind.code().to_owned(),
            severity: doubt.kind.severity().to_string(),
            message: doubt.kind.to_string(),
            char_start: integer(span.start),
            char_end: integer(span.end),
        }
    };
    parsed.diagnostics.iter().map(row).collect()
}
