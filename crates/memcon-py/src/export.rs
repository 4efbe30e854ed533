//! What is written in other formats, and what of it was lost.

use std::path::{Path, PathBuf};

use memcon::write::tables::{
    self, DiagnosticRow, DocumentRow, NoteRow, ParticipantRow, RecordRow, TurnRow,
};
use memcon::write::{self, CitationStyle, Delimiter, Document};
use memcon_corpus::{Error, Table, write_folder, write_tables, write_text};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyTuple;
use serde::{Deserialize, Serialize};

use crate::corpus::Heed;
use crate::error::corpus_error;
use crate::memorandum::Memorandum;
use crate::pickle::{self, Reduced};
use crate::repr;
use crate::tuple::Tuple;

/// A text with its losses as Python sees it: `memcon.Export`.
pub(crate) type Made<'py> = PyResult<Bound<'py, PyAny>>;

/// A part of a record that a format could not carry.
#[pyclass(frozen, eq, hash, get_all, module = "memcon")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Loss {
    /// Which part: `silent-people`.
    part: String,
    /// How many of it there are in the record, all of them lost.
    count: usize,
    /// The part in plain words, in the plural.
    words: String,
}

#[pymethods]
impl Loss {
    fn __str__(&self) -> String {
        format!("{} {}", self.count, self.words)
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Ok(format!("Loss({}, {})", repr::quoted(py, &self.part)?, self.count))
    }

    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<Reduced<'py>> {
        pickle::reduce(py, self)
    }
}

/// Gives losses as Python sees them.
pub(crate) fn losses(all: &[write::Loss]) -> Tuple<Loss> {
    let loss = |it: &write::Loss| Loss {
        part: it.part.name().to_owned(),
        count: it.count,
        words: it.part.words().to_owned(),
    };
    Tuple(all.iter().map(loss).collect())
}

/// Gives what a writer made as Python sees it.
pub(crate) fn shown(py: Python<'_>, made: write::Export) -> Made<'_> {
    let class = py.import("memcon._export")?.getattr("Export")?;
    class.call1(PyTuple::new(
        py,
        [
            made.text.into_pyobject(py)?.into_any(),
            losses(&made.losses).into_pyobject(py)?.into_any(),
        ],
    )?)
}

/// Names a record as the caller does, or else by its words.
fn named<'m>(memo: &'m Memorandum, id: &'m str) -> Document<'m> {
    match id {
        "" => Document::new(memo.parsed()),
        id => Document::named(id, memo.parsed()),
    }
}

/// Writes one record, while Python works on.
pub(crate) fn page<'py>(
    py: Python<'py>,
    memo: &Memorandum,
    id: &str,
    write: impl FnOnce(&Document<'_>) -> write::Export + Send,
) -> Made<'py> {
    let made = py.detach(|| write(&named(memo, id)));
    shown(py, made)
}

/// Writes one record into a folder, while Python works on, and gives the losses.
pub(crate) fn folder(
    py: Python<'_>,
    memo: &Memorandum,
    id: &str,
    write: impl FnOnce(&[Document<'_>]) -> Result<Vec<write::Loss>, Error> + Send,
) -> PyResult<Tuple<Loss>> {
    let written = py.detach(|| write(&[named(memo, id)]));
    written.map(|lost| losses(&lost)).map_err(|error| corpus_error(py, Heed::Error(error)))
}

/// Writes a corpus folder of ConvoKit.
pub(crate) fn convokit(out: &Path, records: &[Document<'_>]) -> Result<Vec<write::Loss>, Error> {
    let folder = write::convokit(records);
    write_folder(out, &folder)?;
    Ok(folder.losses)
}

/// Writes a folder of Parquet files.
pub(crate) fn parquet(out: &Path, records: &[Document<'_>]) -> Result<Vec<write::Loss>, Error> {
    write_tables(out, records)?;
    Ok(tables::lost(records))
}

/// Cites a record, or one of its turns by its place.
pub(crate) fn cite(
    memo: &Memorandum,
    id: &str,
    turn: Option<usize>,
    style: &str,
) -> PyResult<String> {
    let known = CitationStyle::ALL.iter().find(|(name, _)| *name == style);
    let (_, style) = known.ok_or_else(|| {
        let names: Vec<&str> = CitationStyle::ALL.iter().map(|(name, _)| *name).collect();
        let names = names.join(", ");
        PyValueError::new_err(format!("no style is named {style:?}; there are {names}"))
    })?;
    Ok(write::cite(&named(memo, id), turn, *style))
}

/// Gives one table of some records as CSV or TSV.
pub(crate) fn delimited(table: Table, records: &[Document<'_>], by: Delimiter) -> write::Export {
    fn of<R: RecordRow>(records: &[Document<'_>], by: Delimiter) -> write::Export {
        write::delimited_table::<R>(records, by)
    }
    match table {
        Table::Documents => of::<DocumentRow>(records, by),
        Table::Participants => of::<ParticipantRow>(records, by),
        Table::Turns => of::<TurnRow>(records, by),
        Table::Notes => of::<NoteRow>(records, by),
        Table::Diagnostics => of::<DiagnosticRow>(records, by),
    }
}

/// Writes a text to a file, whole or not at all.
#[pyfunction]
#[pyo3(name = "_write_text")]
#[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
pub(crate) fn write_file(py: Python<'_>, path: PathBuf, text: &str) -> PyResult<()> {
    let written = py.detach(|| write_text(&path, text));
    written.map_err(|error| corpus_error(py, Heed::Error(error)))
}
