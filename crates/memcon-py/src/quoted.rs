//! Whom a speaker quotes.

use pyo3::prelude::*;

use crate::memorandum::Memorandum;
use crate::participant::Participant;
use crate::pickle::{self, ReducedView};
use crate::repr;
use crate::shown::Shown;
use crate::view::View;
use crate::written::Written;

/// What somebody else said, as the speaker of a turn tells it.
#[pyclass(frozen, module = "memcon")]
pub(crate) struct Quoted {
    turn: View,
    place: usize,
    told: memcon::Quoted,
}

impl Quoted {
    /// Gives one of those whom the turn at a place quotes, if there is one.
    pub(crate) fn at(
        py: Python<'_>,
        memo: &Py<Memorandum>,
        turn: usize,
        place: usize,
    ) -> Option<Self> {
        let told = memo.get().core().turns.get(turn)?.quoted.get(place)?.clone();
        Some(Self { turn: View::new(py, memo, turn), place, told })
    }
}

#[pymethods]
impl Quoted {
    /// Who is quoted, as written.
    #[getter]
    fn subject(&self) -> Written {
        self.told.subject.shown(self.turn.memo())
    }

    /// The verb of speaking; None where only a label stands before the words.
    #[getter]
    fn verb(&self) -> Option<Written> {
        self.told.verb.shown(self.turn.memo())
    }

    /// The participant, where somebody at the table is quoted.
    #[getter]
    fn person(&self, py: Python<'_>) -> Option<Participant> {
        Participant::at(py, self.turn.owner(), self.told.person?.index())
    }

    /// The words in quotation marks, where they are given.
    #[getter]
    fn words(&self) -> Option<Written> {
        let memo = self.turn.memo();
        let span = self.told.words?;
        Some(Written { text: memo.raw(span).to_owned(), span: span.shown(memo) })
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.told == other.told && self.turn.same(&other.turn)
    }

    fn __hash__(&self) -> u64 {
        self.turn.hash(&self.told)
    }

    fn __str__(&self) -> &str {
        &self.told.subject.text
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let span = self.told.subject.span.shown(self.turn.memo());
        repr::value(py, "Quoted", &self.told.subject.text, span)
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<ReducedView<'py>> {
        let places = vec![self.turn.place(), self.place];
        pickle::reduce_view(py, "Quoted", self.turn.owner(), places)
    }
}
