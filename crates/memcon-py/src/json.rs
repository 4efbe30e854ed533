//! The contract `memcon/1` as text and as Python's own values.

use memcon::{JsonStyle, Parsed};
use pyo3::prelude::*;

/// Gives a record as JSON, on one line or indented by so many spaces.
pub(crate) fn written(py: Python<'_>, record: &Parsed, indent: Option<usize>) -> String {
    let style = indent.map_or(JsonStyle::Line, JsonStyle::Indented);
    py.detach(|| record.to_json(style))
}

/// Gives JSON as Python's own dictionaries and lists.
///
/// Python's reader is written in C and as quick as building them here would be.
pub(crate) fn loads<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (json,))
}
