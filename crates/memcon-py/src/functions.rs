//! The functions of the module.

use std::ffi::OsString;
use std::path::PathBuf;

use memcon::{Options, Parsed};
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::error::raised;
use crate::extract::extractor;
use crate::identity::Roster;
use crate::json;
use crate::memorandum::Memorandum;
use crate::records::Records;

/// Reads a record of conversation from its text.
#[pyfunction]
#[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
#[pyo3(signature = (text, *, layout=None, roster=None))]
pub(crate) fn parse(
    py: Python<'_>,
    text: &str,
    layout: Option<&str>,
    roster: Option<PyRef<'_, Roster>>,
) -> PyResult<Memorandum> {
    let options = options(layout, roster.as_deref());
    let made = py.detach(|| memcon::parse_with(text, &options).map(Memorandum::new));
    made.map_err(|error| raised(py, &error))
}

/// Reads a record of conversation from a file.
#[pyfunction]
#[pyo3(signature = (path, *, layout=None, encoding=None, id=None, roster=None))]
#[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
pub(crate) fn read(
    py: Python<'_>,
    path: PathBuf,
    layout: Option<&str>,
    encoding: Option<&str>,
    id: Option<&str>,
    roster: Option<PyRef<'_, Roster>>,
) -> PyResult<Memorandum> {
    let mut options = of_file(layout, encoding, roster.as_deref());
    if let Some(id) = id {
        options = options.id(id);
    }
    let made = py.detach(|| memcon::read_with(&path, &options).map(Memorandum::new));
    made.map_err(|error| raised(py, &error))
}

/// Reads every record of a file, one after the other.
#[pyfunction]
#[pyo3(signature = (path, *, layout=None, encoding=None, roster=None))]
#[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
pub(crate) fn read_all(
    py: Python<'_>,
    path: PathBuf,
    layout: Option<&str>,
    encoding: Option<&str>,
    roster: Option<PyRef<'_, Roster>>,
) -> PyResult<Records> {
    let options = of_file(layout, encoding, roster.as_deref());
    let opened = py.detach(|| memcon::read_all_with(&path, &options));
    opened.map(Records::new).map_err(|error| raised(py, &error))
}

/// Reads back what `Memorandum.to_json` wrote.
#[pyfunction]
#[pyo3(signature = (text, /))]
pub(crate) fn from_json(py: Python<'_>, text: &str) -> PyResult<Memorandum> {
    let made = py.detach(|| Parsed::from_json(text).map(Memorandum::new));
    made.map_err(|error| raised(py, &error))
}

/// Gives the JSON Schema of the contract `memcon/1`.
#[pyfunction]
pub(crate) fn json_schema(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    json::loads(py, &memcon::json_schema())
}

/// Lists the names of the layouts.
#[pyfunction]
pub(crate) fn layouts(py: Python<'_>) -> PyResult<Bound<'_, PyTuple>> {
    PyTuple::new(py, memcon::layouts())
}

/// Runs the `memcon` command and gives its exit status.
#[pyfunction]
#[pyo3(name = "_main")]
pub(crate) fn main(py: Python<'_>, argv: Vec<OsString>) -> u8 {
    py.detach(|| memcon_cli::run_with(argv, Options::new().extractor(extractor())))
}

pub(crate) fn of_file(
    layout: Option<&str>,
    encoding: Option<&str>,
    roster: Option<&Roster>,
) -> Options {
    match encoding {
        Some(name) => options(layout, roster).encoding(name),
        None => options(layout, roster),
    }
}

pub(crate) fn options(layout: Option<&str>, roster: Option<&Roster>) -> Options {
    let mut options = Options::new().extractor(extractor());
    if let Some(name) = layout {
        options = options.layout(name);
    }
    if let Some(roster) = roster {
        options = options.roster(roster.shared());
    }
    options
}
