//! Words as they are written, and where.

use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::memorandum::Memorandum;
use crate::pickle::{self, Reduced};
use crate::repr;
use crate::shown::Shown;
use crate::span::Span;

/// Words as they are written, and where.
#[pyclass(frozen, eq, hash, get_all, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Written {
    /// The words; where a value is broken over lines, joined by single spaces.
    pub(crate) text: String,
    /// Where they stand.
    pub(crate) span: Span,
}

impl Shown for memcon::Written {
    type As = Written;

    fn shown(&self, memo: &Memorandum) -> Written {
        Written { text: self.text.clone(), span: self.span.shown(memo) }
    }
}

#[pymethods]
impl Written {
    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr::value(py, "Written", &self.text, self.span)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}
