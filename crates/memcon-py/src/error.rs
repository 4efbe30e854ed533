//! Errors of the core as Python says them.

use std::io;
use std::path::Path;

use memcon::{Error, on_one_line};
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::corpus::Heed;
use crate::extract;

/// `EISDIR`, which the standard library does not name.
const IS_A_FOLDER: i32 = 21;

/// Gives the Python exception of an error of the core.
pub(crate) fn raised(py: Python<'_>, error: &Error) -> PyErr {
    match error {
        Error::Read { path, source } => os_error(py, path, source),
        Error::Folder { path } => os_error(py, path, &io::Error::from_raw_os_error(IS_A_FOLDER)),
        Error::Binary { at, .. } | Error::Markup { at, .. } => {
            build(py, &on_one_line(error), None, Some(*at))
        }
        Error::Extract { source, .. } => extract::interrupt(py, &**source)
            .unwrap_or_else(|| memcon_error(py, &on_one_line(error))),
        Error::UnknownLayout { name, .. } | Error::InvalidLayout { name, .. } => {
            build(py, &on_one_line(error), Some(name), None)
        }
        _ => memcon_error(py, &on_one_line(error)),
    }
}

/// Gives the Python exception of a collection's error, or what Python raised meanwhile.
pub(crate) fn corpus_error(py: Python<'_>, heed: Heed) -> PyErr {
    use memcon_corpus::Error;

    match heed {
        Heed::Raised(raised) => raised,
        Heed::Error(Error::Read { path, source } | Error::Write { path, source }) => {
            os_error(py, &path, &source)
        }
        Heed::Error(Error::Options { source }) => raised(py, &source),
        Heed::Error(error) => memcon_error(py, &on_one_line(&error)),
    }
}

/// Gives the Python exception of a Parquet file that could not be written.
pub(crate) fn table_error(py: Python<'_>, path: &Path, error: &memcon_arrow::Error) -> PyErr {
    match error {
        memcon_arrow::Error::File { source } => os_error(py, path, source),
        _ => memcon_error(py, &on_one_line(error)),
    }
}

/// Gives a `MemconError` with a message alone.
pub(crate) fn memcon_error(py: Python<'_>, message: &str) -> PyErr {
    build(py, message, None, None)
}

fn build(py: Python<'_>, message: &str, layout: Option<&str>, offset: Option<usize>) -> PyErr {
    let made = || {
        let particulars = PyDict::new(py);
        particulars.set_item("layout", layout)?;
        particulars.set_item("offset", offset)?;
        let class = py.import("memcon._errors")?.getattr("MemconError")?;
        class.call((message,), Some(&particulars))
    };
    made().map_or_else(|error| error, PyErr::from_value)
}

/// Gives the `OSError` whose class the error's number tells, with the file's name.
fn os_error(py: Python<'_>, path: &Path, error: &io::Error) -> PyErr {
    let Some(number) = error.raw_os_error() else {
        return PyOSError::new_err(format!("cannot read {}: {error}", path.display()));
    };
    let words = py
        .import("os")
        .and_then(|os| os.call_method1("strerror", (number,)))
        .and_then(|words| words.extract::<String>())
        .unwrap_or_else(|_| error.to_string());
    PyOSError::new_err((number, words, path.as_os_str().to_owned()))
}
