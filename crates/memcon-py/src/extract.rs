//! The text of PDF and Word documents, which libraries of Python take out.

use std::error::Error;
use std::fmt;

use memcon::{Extracted, Extractor, Format, Page};
use pyo3::exceptions::{PyException, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

/// Gives the extractor that asks `memcon._extract`.
pub(crate) fn extractor() -> Extractor {
    Extractor::new(|format, bytes| {
        let extracted = Python::attach(|py| extracted(py, format, bytes));
        extracted.map_err(|raised| Box::new(Raised(raised)) as Box<dyn Error + Send + Sync>)
    })
}

fn extracted(py: Python<'_>, format: Format, bytes: &[u8]) -> PyResult<Extracted> {
    let library = py.import("memcon._extract")?;
    let bytes = PyBytes::new(py, bytes);
    match format {
        Format::Pdf => {
            let pages: Vec<(String, String)> =
                library.call_method1("pages", (bytes,))?.extract()?;
            let pages = pages.into_iter().map(|(number, text)| Page { number, text });
            Ok(Extracted::Pages(pages.collect()))
        }
        Format::Docx => Ok(Extracted::Html(library.call_method1("page", (bytes,))?.extract()?)),
        other => Err(PyValueError::new_err(format!("nobody takes the text out of {other}"))),
    }
}

/// What a library raised, told without the name of its class.
#[derive(Debug)]
struct Raised(PyErr);

impl fmt::Display for Raised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Python::attach(|py| write!(f, "{}", self.0.value(py)))
    }
}

impl Error for Raised {}

/// Gives what was raised meanwhile and is no answer to the document: an interrupt.
pub(crate) fn interrupt(
    py: Python<'_>,
    cause: &(dyn Error + Send + Sync + 'static),
) -> Option<PyErr> {
    let Raised(raised) = cause.downcast_ref::<Raised>()?;
    (!raised.is_instance_of::<PyException>(py)).then(|| raised.clone_ref(py))
}
