//! How a turn says who speaks, and to whom.

use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::memorandum::Memorandum;
use crate::participant::Participant;
use crate::pickle::{self, Reduced, ReducedView};
use crate::repr;
use crate::shown::Shown;
use crate::span::Span;
use crate::view::View;
use crate::written::Written;

/// The reporting clause of a turn told in prose.
#[pyclass(frozen, eq, hash, get_all, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Cue {
    /// Who speaks, as written.
    subject: Written,
    /// The verb of speaking.
    verb: Written,
}

impl Shown for memcon::Cue {
    type As = Cue;

    fn shown(&self, memo: &Memorandum) -> Cue {
        Cue { subject: self.subject.shown(memo), verb: self.verb.shown(memo) }
    }
}

#[pymethods]
impl Cue {
    fn __str__(&self) -> String {
        format!("{} {}", self.subject.text, self.verb.text)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (subject, verb) = (&self.subject.text, &self.verb.text);
        Ok(format!("Cue({}, {})", repr::quoted(py, subject)?, repr::quoted(py, verb)?))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}

/// To whom a turn is addressed.
#[pyclass(frozen, module = "memcon")]
pub(crate) struct Addressee {
    turn: View,
    written: memcon::Addressee,
}

impl Addressee {
    /// Gives the addressee of the turn at a place, if it has one.
    pub(crate) fn at(py: Python<'_>, memo: &Py<Memorandum>, place: usize) -> Option<Self> {
        let written = memo.get().core().turns.get(place)?.addressee.clone()?;
        Some(Self { turn: View::new(py, memo, place), written })
    }
}

#[pymethods]
impl Addressee {
    /// The words.
    #[getter]
    fn text(&self) -> &str {
        &self.written.text
    }

    /// Where they stand.
    #[getter]
    fn span(&self) -> Span {
        self.written.span.shown(self.turn.memo())
    }

    /// The participant, where one fits.
    #[getter]
    fn person(&self, py: Python<'_>) -> Option<Participant> {
        Participant::at(py, self.turn.owner(), self.written.person?.index())
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.written == other.written && self.turn.same(&other.turn)
    }

    fn __hash__(&self) -> u64 {
        self.turn.hash(&self.written)
    }

    fn __str__(&self) -> &str {
        &self.written.text
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        repr::value(py, "Addressee", &self.written.text, self.span())
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<ReducedView<'py>> {
        pickle::reduce_view(py, "Addressee", self.turn.owner(), vec![self.turn.place()])
    }
}
