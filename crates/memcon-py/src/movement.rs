//! Who came in and who left meanwhile.

use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::memorandum::Memorandum;
use crate::pickle::{self, Reduced};
use crate::repr;
use crate::shown::{Shown, name_of};
use crate::span::Span;
use crate::tuple::Tuple;
use crate::written::Written;

/// An entrance or an exit that the record tells.
#[pyclass(frozen, eq, hash, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Movement {
    /// Whether the people come or go.
    #[pyo3(get)]
    kind: String,
    people: Vec<String>,
    /// The words that name them.
    #[pyo3(get)]
    subject: Written,
    /// The clock time as written.
    #[pyo3(get)]
    time: Option<Written>,
    /// The sentence that tells it.
    #[pyo3(get)]
    span: Span,
    /// The place of the turn that comes next.
    #[pyo3(get)]
    next_turn: usize,
}

impl Shown for memcon::Movement {
    type As = Movement;

    fn shown(&self, memo: &Memorandum) -> Movement {
        Movement {
            kind: name_of(&self.kind),
            people: self.people.iter().map(ToString::to_string).collect(),
            subject: self.subject.shown(memo),
            time: self.time.shown(memo),
            span: self.span.shown(memo),
            next_turn: self.next_turn,
        }
    }
}

#[pymethods]
impl Movement {
    /// The ids of the people, as far as they are participants.
    #[getter]
    fn people(&self) -> Tuple<String> {
        Tuple(self.people.clone())
    }

    fn __str__(&self) -> String {
        format!("{} {}", self.kind, self.subject.text)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr::value(py, "Movement", &self.__str__(), self.span)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}
