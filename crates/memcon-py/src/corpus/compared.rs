//! Two readings of the same documents, compared.

use std::path::PathBuf;

use memcon::Options;
use pyo3::prelude::*;

use super::Heed;
use crate::error::corpus_error;
use crate::extract::extractor;
use crate::table::Table;

/// Tells every difference between two readings of the same documents.
#[pyfunction]
#[pyo3(signature = (old, new, /))]
#[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
pub(crate) fn diff(py: Python<'_>, old: PathBuf, new: PathBuf) -> PyResult<Table> {
    let mut rows = Vec::new();
    let compared = py.detach(|| {
        memcon_corpus::diff_with(&old, &new, &Options::new().extractor(extractor()), |row| {
            rows.push(row);
        })
    });
    compared.map_err(|error| corpus_error(py, Heed::Error(error)))?;
    Table::of_rows(py, &rows)
}
