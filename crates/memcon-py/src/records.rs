//! The records of a file, one after the other.

use std::sync::{Mutex, PoisonError};

use pyo3::prelude::*;

use crate::error::raised;
use crate::memorandum::Memorandum;

/// The records of a file, each read when it is asked for.
#[pyclass(frozen, module = "memcon")]
pub(crate) struct Records {
    records: Mutex<memcon::Records>,
}

impl Records {
    pub(crate) fn new(records: memcon::Records) -> Self {
        Self { records: Mutex::new(records) }
    }
}

#[pymethods]
impl Records {
    fn __iter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Memorandum>> {
        let next = py.detach(|| {
            let mut records = self.records.lock().unwrap_or_else(PoisonError::into_inner);
            records.next().map(|parsed| parsed.map(Memorandum::new))
        });
        next.transpose().map_err(|error| raised(py, &error))
    }
}
