//! What was withheld, as plain values: a table of totals.

use memcon::{Ledger, PersonId, Withholding};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::shown::name_of;

/// Gives the totals of a ledger.
pub(crate) fn shown<'py>(py: Python<'py>, ledger: &Ledger) -> PyResult<Bound<'py, PyDict>> {
    let table = totals(py, &ledger.total)?;
    table.set_item("year", ledger.year)?;
    let people = PyDict::new(py);
    for (person, withholding) in &ledger.by_person {
        people.set_item(person.map(|id: PersonId| id.to_string()), totals(py, withholding)?)?;
    }
    table.set_item("by_person", people)?;
    Ok(table)
}

fn totals<'py>(py: Python<'py>, totals: &Withholding) -> PyResult<Bound<'py, PyDict>> {
    let table = PyDict::new(py);
    table.set_item("cuts", totals.cuts)?;
    table.set_item("unmeasured", totals.unmeasured)?;
    let what = PyDict::new(py);
    for (sort, count) in &totals.what {
        what.set_item(name_of(sort), count)?;
    }
    table.set_item("what", what)?;
    let much = PyDict::new(py);
    for (unit, sum) in &totals.much {
        much.set_item(name_of(unit), sum.value())?;
    }
    table.set_item("much", much)?;
    Ok(table)
}
