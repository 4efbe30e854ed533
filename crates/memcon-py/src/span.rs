//! Places in a text, in code points.

use pyo3::prelude::*;
use pyo3::types::{PySlice, PyTuple};
use serde::{Deserialize, Serialize};

use crate::memorandum::Memorandum;
use crate::pickle::{self, Reduced};
use crate::shown::Shown;

/// A half-open place in a text, in code points.
#[pyclass(frozen, eq, ord, hash, module = "memcon")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct Span {
    /// The first code point.
    #[pyo3(get)]
    start: usize,
    /// The code point after the last one.
    #[pyo3(get)]
    stop: usize,
    /// The same place in bytes of the text as UTF-8: `(start, stop)`.
    #[pyo3(get)]
    bytes: (usize, usize),
}

impl Span {
    /// Gives the place in bytes of the text.
    pub(crate) fn in_bytes(self) -> memcon::Span {
        memcon::Span::new(self.bytes.0, self.bytes.1)
    }
}

impl Shown for memcon::Span {
    type As = Span;

    fn shown(&self, memo: &Memorandum) -> Span {
        let chars = memo.index().chars(*self);
        Span { start: chars.start, stop: chars.end, bytes: (self.start, self.end) }
    }
}

#[pymethods]
impl Span {
    /// The span as a slice: `memo.text[span.slice]`.
    #[getter]
    fn slice<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PySlice>> {
        Ok(PySlice::new(py, self.start.try_into()?, self.stop.try_into()?, 1))
    }

    fn __len__(&self) -> usize {
        self.stop.saturating_sub(self.start)
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyTuple::new(py, [self.start, self.stop])?.try_iter()?.into_any())
    }

    fn __str__(&self) -> String {
        format!("{}:{}", self.start, self.stop)
    }

    pub(crate) fn __repr__(&self) -> String {
        format!("Span({}, {})", self.start, self.stop)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}
