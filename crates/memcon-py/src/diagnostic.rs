//! Doubts.

use memcon::DiagnosticKind;
use pyo3::prelude::*;
use serde::{Deserialize, Serialize};

use crate::memorandum::Memorandum;
use crate::pickle::{self, Reduced};
use crate::repr;
use crate::shown::Shown;
use crate::span::Span;

/// A doubt about one place in the text.
#[pyclass(frozen, eq, hash, get_all, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Diagnostic {
    /// The stable code.
    code: String,
    /// How grave it is: `note` or `warning`.
    severity: String,
    /// What is doubtful, in a sentence.
    message: String,
    /// Where.
    span: Span,
    /// The other place, where the doubt is between two.
    elsewhere: Option<Span>,
}

impl Shown for memcon::Diagnostic {
    type As = Diagnostic;

    fn shown(&self, memo: &Memorandum) -> Diagnostic {
        Diagnostic {
            code: self.kind.code().to_owned(),
            severity: self.kind.severity().to_string(),
            message: self.kind.to_string(),
            span: self.span.shown(memo),
            elsewhere: elsewhere(&self.kind).shown(memo),
        }
    }
}

fn elsewhere(kind: &DiagnosticKind) -> Option<memcon::Span> {
    match kind {
        DiagnosticKind::DateConflict { at, .. } | DiagnosticKind::GlossaryConflict { at, .. } => {
            Some(*at)
        }
        _ => None,
    }
}

#[pymethods]
impl Diagnostic {
    fn __str__(&self) -> String {
        format!("{} [{}] {}", self.severity, self.code, self.message)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let message = repr::quoted(py, &self.message)?;
        Ok(format!("Diagnostic('{}', {message}, span={})", self.code, self.span.__repr__()))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}
