//! The contract `memcon/1` as text and as Python's own values.

use pyo3::prelude::*;
use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};

use crate::error::memcon_error;

/// Gives a value as JSON, on one line or indented by so many spaces.
pub(crate) fn written(
    py: Python<'_>,
    value: &(impl Serialize + Sync),
    indent: Option<usize>,
) -> PyResult<String> {
    let made = py.detach(|| match indent {
        None => serde_json::to_vec(value),
        Some(width) => {
            let indent = " ".repeat(width);
            let mut bytes = Vec::new();
            let formatter = PrettyFormatter::with_indent(indent.as_bytes());
            let mut serializer = Serializer::with_formatter(&mut bytes, formatter);
            value.serialize(&mut serializer).map(|()| bytes)
        }
    });
    made.map_err(|error| error.to_string())
        .and_then(|bytes| String::from_utf8(bytes).map_err(|error| error.to_string()))
        .map_err(|message| memcon_error(py, &message))
}

/// Gives JSON as Python's own dictionaries and lists.
///
/// Python's reader is written in C and as quick as building them here would be.
pub(crate) fn loads<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (json,))
}
