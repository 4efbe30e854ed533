//! One-line representations.

use pyo3::prelude::*;
use pyo3::types::PyString;

use crate::span::Span;

/// How many code points of a text a representation shows.
const SHOWN: usize = 40;

/// Gives `Class('the words…', span=Span(3, 12))`.
pub(crate) fn value(py: Python<'_>, class: &str, words: &str, span: Span) -> PyResult<String> {
    Ok(format!("{class}({}, span={})", quoted(py, words)?, span.__repr__()))
}

/// Gives the beginning of a text, quoted as Python quotes it.
pub(crate) fn quoted(py: Python<'_>, text: &str) -> PyResult<String> {
    PyString::new(py, &cut(text, SHOWN)).repr().map(|repr| repr.to_string())
}

/// Gives at most `most` code points of a text, with an ellipsis where something is cut off.
pub(crate) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// Gives `1 turn`, `2 turns`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// Gives the beginning of a text on one line.
pub(crate) fn line(text: &str) -> String {
    cut(&text.split_whitespace().collect::<Vec<_>>().join(" "), SHOWN)
}
