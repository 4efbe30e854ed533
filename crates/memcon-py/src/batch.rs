//! Records that others hand over a batch at a time.

use memcon_corpus::{Content, Item};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::corpus::Heed;
use crate::error::corpus_error;
use crate::functions::options;
use crate::identity::Roster;
use crate::table::{Table, known};

/// What is to be read of a document, as Python has it.
#[derive(FromPyObject)]
pub(crate) enum Given {
    Text(String),
    Bytes(Vec<u8>),
}

/// Reads documents, and gives the rows of a table of them with a column `error` at the end.
#[pyfunction]
#[pyo3(name = "_parse_batch", signature = (table, ids, contents, layout=None, roster=None))]
#[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
pub(crate) fn parse_batch(
    py: Python<'_>,
    table: &str,
    ids: Vec<Option<String>>,
    contents: Vec<Option<Given>>,
    layout: Option<&str>,
    roster: Option<PyRef<'_, Roster>>,
) -> PyResult<Table> {
    let table = known(table)?;
    if ids.len() != contents.len() {
        let message = format!("found {} ids and {} contents", ids.len(), contents.len());
        return Err(PyValueError::new_err(message));
    }
    let options = options(layout, roster.as_deref());
    let content = |given| match given {
        None => Content::Nothing,
        Some(Given::Text(text)) => Content::Text(text),
        Some(Given::Bytes(bytes)) => Content::Bytes(bytes),
    };
    let items = ids.into_iter().zip(contents);
    let items = items.map(|(id, given)| Item { id, content: content(given) }).collect();
    let made = py.detach(|| memcon_corpus::parse_batch(table, &options, items));
    let rows = made.map_err(|error| corpus_error(py, Heed::Error(error)))?;
    Ok(Table::of_batch(table.name(), memcon_arrow::Sheet::columns_with_errors(table), rows))
}
