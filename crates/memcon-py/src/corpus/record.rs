//! A document of a collection.

use std::path::PathBuf;

use memcon_corpus::Outcome;
use pyo3::prelude::*;

use crate::memorandum::Memorandum;
use crate::repr;

/// A document of a collection: a record of conversation, or why it could not be read.
#[pyclass(frozen, get_all, module = "memcon")]
pub(crate) struct Record {
    /// The id, unique in the collection.
    id: String,
    /// The file; a zip's for what is in a zip.
    path: PathBuf,
    /// The SHA-256 of the file's bytes.
    sha256: Option<String>,
    /// The record of conversation.
    memorandum: Option<Py<Memorandum>>,
    /// Why it could not be read.
    error: Option<String>,
}

impl Record {
    pub(super) fn new(py: Python<'_>, record: memcon_corpus::Record) -> PyResult<Self> {
        let (memorandum, error) = match record.outcome {
            Outcome::Read(parsed) => (Some(Py::new(py, Memorandum::new(parsed))?), None),
            Outcome::Failed(why) => (None, Some(why)),
            Outcome::Unchanged | Outcome::LeftOut => (None, None),
        };
        let memcon_corpus::Record { id, path, sha256, .. } = record;
        Ok(Self { id, path, sha256, memorandum, error })
    }
}

#[pymethods]
impl Record {
    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let id = repr::quoted(py, &self.id)?;
        Ok(match &self.error {
            Some(why) => format!("<memcon.Record {id}: {}>", repr::quoted(py, why)?),
            None => format!("<memcon.Record {id}>"),
        })
    }
}
