//! What was withheld, as plain values: a table of totals.

use memcon::{Ledger, Memorandum, PersonId, Withholding};
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::shown::name_of;

/// Gives the entries and the totals of the ledger of a record.
pub(crate) fn shown<'py>(py: Python<'py>, memorandum: &Memorandum) -> PyResult<Bound<'py, PyDict>> {
    let ledger = &memorandum.ledger();
    let table = totals(py, &ledger.total)?;
    table.set_item("year", ledger.year)?;
    let people = PyDict::new(py);
    for (person, withholding) in &ledger.by_person {
        people.set_item(person.map(|id: PersonId| id.to_string()), totals(py, withholding)?)?;
    }
    table.set_item("by_person", people)?;
    table.set_item("entries", entries(py, memorandum, ledger)?)?;
    Ok(table)
}

fn entries<'py>(
    py: Python<'py>,
    memorandum: &Memorandum,
    ledger: &Ledger,
) -> PyResult<Vec<Bound<'py, PyDict>>> {
    let entry = |entry: &memcon::LedgerEntry| {
        let table = PyDict::new(py);
        let excision = &entry.excision;
        table.set_item("text", memorandum.notes.get(entry.note).map(|note| note.text.as_str()))?;
        table.set_item("withheld", name_of(&excision.withheld))?;
        let measures = excision.measures.iter().map(ToString::to_string);
        table.set_item("measures", measures.collect::<Vec<_>>())?;
        table.set_item("exemption", excision.exemption.as_deref())?;
        table.set_item("turn", entry.turn)?;
        table.set_item("speaker", entry.speaker.map(|id| id.to_string()))?;
        Ok(table)
    };
    ledger.entries.iter().map(entry).collect()
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
