//! Pieces of the text, readings of labels, and abbreviations.

use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::memorandum::Memorandum;
use crate::pickle::{self, Reduced};
use crate::repr;
use crate::shown::{Shown, name_of, names_of};
use crate::span::Span;
use crate::tuple::Tuple;

/// A piece of the text.
#[pyclass(frozen, eq, hash, get_all, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Piece {
    /// What it is.
    kind: String,
    /// The words, as written.
    text: String,
    /// Where it stands.
    span: Span,
}

impl Shown for memcon::Piece {
    type As = Piece;

    fn shown(&self, memo: &Memorandum) -> Piece {
        Piece {
            kind: name_of(&self.kind),
            text: memo.raw(self.span).to_owned(),
            span: self.span.shown(memo),
        }
    }
}

#[pymethods]
impl Piece {
    fn __str__(&self) -> &str {
        &self.text
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let words = repr::quoted(py, &self.text)?;
        Ok(format!("Piece('{}', {words}, span={})", self.kind, self.span.__repr__()))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}

/// A string that could have been a speaker's label, and how it was read.
#[pyclass(frozen, eq, hash, get_all, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct LabelReading {
    /// The string, without separator.
    text: String,
    /// Where it stands.
    span: Span,
    /// What stands after it.
    separator: String,
    /// Whether it was taken for a label: `label` or `not-a-label`.
    verdict: String,
    /// The reasons that decided.
    evidence: Tuple<String>,
}

impl Shown for memcon::LabelReading {
    type As = LabelReading;

    fn shown(&self, memo: &Memorandum) -> LabelReading {
        LabelReading {
            text: memo.raw(self.span).to_owned(),
            span: self.span.shown(memo),
            separator: name_of(&self.separator),
            verdict: name_of(&self.verdict),
            evidence: names_of(&self.evidence),
        }
    }
}

#[pymethods]
impl LabelReading {
    fn __str__(&self) -> String {
        format!("{}: {} ({})", self.text, self.verdict, self.evidence.0.join(", "))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let words = repr::quoted(py, &self.text)?;
        Ok(format!("LabelReading({words}, '{}', span={})", self.verdict, self.span.__repr__()))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}

/// An abbreviation and what it stands for.
#[pyclass(frozen, eq, hash, get_all, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Gloss {
    /// The abbreviation as written.
    abbreviation: String,
    /// The expansion as written, right or wrong.
    expansion: String,
    /// Who explains it.
    by: String,
    /// Abbreviation and expansion, in the text, or the abbreviation where it stands first.
    span: Span,
}

impl Shown for memcon::Gloss {
    type As = Gloss;

    fn shown(&self, memo: &Memorandum) -> Gloss {
        Gloss {
            abbreviation: self.abbreviation.clone(),
            expansion: self.expansion.clone(),
            by: name_of(&self.by),
            span: self.span.shown(memo),
        }
    }
}

#[pymethods]
impl Gloss {
    fn __str__(&self) -> String {
        format!("{}: {}", self.abbreviation, self.expansion)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (short, long) =
            (repr::quoted(py, &self.abbreviation)?, repr::quoted(py, &self.expansion)?);
        Ok(format!("Gloss({short}, {long}, span={})", self.span.__repr__()))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}
