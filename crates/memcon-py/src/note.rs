//! Marks of editors, translators and typists.

use pyo3::prelude::*;

use crate::memorandum::Memorandum;
use crate::pickle::{self, ReducedView};
use crate::repr;
use crate::shown::{Shown, name_of};
use crate::span::Span;
use crate::tuple::Tuple;
use crate::turn::Turn;
use crate::view::View;
use crate::written::Written;

/// A mark of an editor, translator or typist.
#[pyclass(frozen, module = "memcon")]
pub(crate) struct Note(View);

impl Note {
    /// Gives the note at a place, if there is one.
    pub(crate) fn at(py: Python<'_>, memo: &Py<Memorandum>, place: usize) -> Option<Self> {
        memo.get().core().notes.get(place)?;
        Some(Self(View::new(py, memo, place)))
    }

    fn core(&self) -> &memcon::Note {
        &self.0.memo().core().notes[self.0.place()]
    }
}

#[pymethods]
impl Note {
    /// The memorandum in which the note stands.
    #[getter]
    fn memorandum(&self) -> &Py<Memorandum> {
        self.0.owner()
    }

    /// The place in the sequence of notes, from 0.
    #[getter]
    fn index(&self) -> usize {
        self.0.place()
    }

    /// What the mark is.
    #[getter]
    fn kind(&self) -> String {
        name_of(&self.core().kind)
    }

    /// The mark whole, brackets included.
    #[getter]
    fn span(&self) -> Span {
        self.core().span.shown(self.0.memo())
    }

    /// What stands inside the brackets, or the footnote's words.
    #[getter]
    fn text(&self) -> &str {
        &self.core().text
    }

    /// The mark as written, brackets included.
    #[getter]
    fn raw(&self) -> &str {
        self.0.memo().raw(self.core().span)
    }

    /// The words it explains, corrects or questions.
    #[getter]
    fn of(&self) -> Option<Written> {
        self.core().of.shown(self.0.memo())
    }

    /// The turn it stands in.
    #[getter]
    fn turn(&self, py: Python<'_>) -> Option<Turn> {
        Turn::at(py, self.0.owner(), self.core().turn?)
    }

    /// Whose mark it is: `editor` or `source`.
    #[getter]
    fn hand(&self) -> String {
        name_of(&self.core().hand)
    }

    /// What was withheld, where the mark is an excision: `text`, `name`, `amount`, ….
    #[getter]
    fn withheld(&self) -> Option<String> {
        self.core().excision.as_ref().map(|excision| name_of(&excision.withheld))
    }

    /// How much was withheld: number, unit and bound of each measure.
    #[getter]
    fn measures(&self) -> Tuple<(f64, String, String)> {
        let measures = self.core().excision.iter().flat_map(|excision| &excision.measures);
        let told = measures.map(|m| (m.number.value(), name_of(&m.unit), name_of(&m.bound)));
        Tuple(told.collect())
    }

    /// The code of the exemption that is given for an excision.
    #[getter]
    fn exemption(&self) -> Option<&str> {
        self.core().excision.as_ref()?.exemption.as_deref()
    }

    /// The footnote of a callout, or the callout of a footnote.
    #[getter]
    fn joined(&self, py: Python<'_>) -> Option<Self> {
        Self::at(py, self.0.owner(), self.core().joined?)
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.core() == other.core() && self.0.same(&other.0)
    }

    fn __hash__(&self) -> u64 {
        self.0.hash(self.core())
    }

    fn __str__(&self) -> &str {
        self.raw()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let words = repr::quoted(py, &self.core().text)?;
        Ok(format!("<memcon.Note {} {}: {words}>", self.0.place(), self.kind()))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<ReducedView<'py>> {
        pickle::reduce_view(py, "Note", self.0.owner(), vec![self.0.place()])
    }
}
