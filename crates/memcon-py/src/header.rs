//! Titles and markings.

use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::memorandum::Memorandum;
use crate::pickle::{self, Reduced};
use crate::repr;
use crate::shown::{Shown, name_of};
use crate::span::Span;
use crate::tuple::Tuple;
use crate::written::Written;

/// A title as printed, with what it tells.
#[pyclass(frozen, eq, hash, get_all, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Title {
    /// The words, without the document's number and footnote callouts.
    text: String,
    /// Where it stands, number and callouts included.
    span: Span,
    /// What kind of record it names.
    kind: Option<String>,
    /// The people between whom the conversation was, as written.
    parties: Tuple<Written>,
}

impl Shown for memcon::Title {
    type As = Title;

    fn shown(&self, memo: &Memorandum) -> Title {
        Title {
            text: self.text.clone(),
            span: self.span.shown(memo),
            kind: self.kind.as_ref().map(name_of),
            parties: self.parties.shown(memo),
        }
    }
}

#[pymethods]
impl Title {
    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr::value(py, "Title", &self.text, self.span)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}

/// A marking of secrecy, handling or registry.
#[pyclass(frozen, eq, hash, get_all, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Marking {
    /// What the marking does.
    kind: String,
    /// The words; the parts of a broken list joined by spaces.
    text: String,
    /// Where each part stands.
    spans: Tuple<Span>,
}

impl Shown for memcon::Marking {
    type As = Marking;

    fn shown(&self, memo: &Memorandum) -> Marking {
        Marking {
            kind: name_of(&self.kind),
            text: self.text.clone(),
            spans: self.spans.shown(memo),
        }
    }
}

#[pymethods]
impl Marking {
    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Marking({}, kind='{}')", repr::quoted(py, &self.text)?, self.kind))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}
