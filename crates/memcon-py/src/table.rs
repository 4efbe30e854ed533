//! Tables, handed over as streams of Arrow.
//!
//! PyO3 keeps the stream at the capsule's own address, as the interface of Arrow asks, and drops
//! it with the capsule, which releases what nobody took over: no `unsafe` is needed.

use std::hash::{Hash, Hasher};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator, RecordBatchReader};
use arrow_schema::ffi::FFI_ArrowSchema;
use arrow_schema::{ArrowError, SchemaRef};
use memcon::on_one_line;
use memcon::write::tables::Row;
use memcon::write::{Document, document_id};
use memcon_arrow::{Column, Entry, Sheet};
use pyo3::exceptions::{PyKeyError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyTuple};

use crate::corpus::{Corpus, Watch};
use crate::error::{memcon_error, table_error};
use crate::export::{Loss, losses};
use crate::memorandum::Memorandum;
use crate::repr;
use crate::tuple::Tuple;

/// A table of records, for whoever speaks Arrow: polars, pandas, pyarrow, DuckDB.
#[pyclass(frozen, eq, hash, module = "memcon")]
pub(crate) struct Table {
    name: &'static str,
    columns: Vec<Column>,
    schema: SchemaRef,
    source: Source,
}

/// Where the rows come from.
enum Source {
    /// One record.
    Record { table: memcon_arrow::Table, memo: Py<Memorandum>, key: String },
    /// A collection, read anew for every stream.
    Corpus { table: memcon_arrow::Table, corpus: Py<Corpus> },
    /// Rows that are made.
    Rows(RecordBatch),
}

impl Table {
    /// Gives a table of one record.
    pub(crate) fn of_record(memo: &Bound<'_, Memorandum>, name: &str, key: &str) -> PyResult<Self> {
        let table = known(name)?;
        let key = if key.is_empty() { document_id(memo.get().core()) } else { key.to_owned() };
        Ok(Self::of(table, Source::Record { table, memo: memo.clone().unbind(), key }))
    }

    /// Gives a table of a collection.
    pub(crate) fn of_corpus(corpus: &Bound<'_, Corpus>, name: &str) -> PyResult<Self> {
        let table = known(name)?;
        Ok(Self::of(table, Source::Corpus { table, corpus: corpus.clone().unbind() }))
    }

    /// Gives a table of rows that are made.
    pub(crate) fn of_rows<R: Row>(py: Python<'_>, rows: &[R]) -> PyResult<Self> {
        let made = memcon_arrow::batch(rows);
        let rows = made.map_err(|error| memcon_error(py, &on_one_line(&error)))?;
        Ok(Self::of_batch(R::TABLE, memcon_arrow::columns::<R>(), rows))
    }

    /// Gives a table of a batch.
    pub(crate) fn of_batch(name: &'static str, columns: Vec<Column>, rows: RecordBatch) -> Self {
        Self { name, columns, schema: rows.schema(), source: Source::Rows(rows) }
    }

    fn of(table: memcon_arrow::Table, source: Source) -> Self {
        let schema = Sheet::schema(table);
        Self { name: table.name(), columns: table.columns(), schema, source }
    }

    /// Gives the rows of a collection as Arrow asks for them.
    fn stream<R: Iterator<Item = Result<RecordBatch, memcon_corpus::Error>>>(
        &self,
        rows: R,
    ) -> impl RecordBatchReader + use<R> {
        let rows = rows.map(|rows| rows.map_err(|error| external(Box::new(error))));
        RecordBatchIterator::new(rows, SchemaRef::clone(&self.schema))
    }

    /// Begins to give the rows, from the first.
    fn reader(&self, py: Python<'_>) -> PyResult<Box<dyn RecordBatchReader + Send>> {
        let schema = SchemaRef::clone(&self.schema);
        Ok(match &self.source {
            Source::Record { table, memo, key } => {
                let memo = memo.get();
                let made = py.detach(|| {
                    let mut sheet = Sheet::new(*table);
                    sheet.push(&Entry::new(key, memo.parsed()))?;
                    sheet.finish()
                });
                let rows = made.map_err(|error| memcon_error(py, &on_one_line(&error)))?;
                Box::new(RecordBatchIterator::new([Ok(rows)], schema))
            }
            Source::Corpus { table, corpus } => {
                Box::new(self.stream(corpus.get().core().rows(*table)))
            }
            Source::Rows(rows) => Box::new(RecordBatchIterator::new([Ok(rows.clone())], schema)),
        })
    }
}

/// Writes rows to a Parquet file, while Python works on and may interrupt.
fn write(py: Python<'_>, path: &Path, rows: impl RecordBatchReader + Send) -> PyResult<()> {
    let schema = rows.schema();
    let mut watch = Watch::new(None);
    let written = py.detach(|| {
        let rows = rows.map(|rows| match watch.ask(|_, _| Ok(())) {
            ControlFlow::Continue(()) => rows,
            ControlFlow::Break(()) => Err(external("interrupted".into())),
        });
        memcon_arrow::write_parquet(path, schema, rows)
    });
    watch.raised()?;
    written.map_err(|error| table_error(py, path, &error))
}

fn external(error: Box<dyn std::error::Error + Send + Sync>) -> ArrowError {
    ArrowError::ExternalError(error)
}

/// Gives the table of a name.
pub(crate) fn known(name: &str) -> PyResult<memcon_arrow::Table> {
    memcon_arrow::Table::of(name).ok_or_else(|| {
        let names = memcon_arrow::Table::ALL.map(memcon_arrow::Table::name).join(", ");
        PyKeyError::new_err(format!("no table is named {name:?}; there are {names}"))
    })
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.source, &other.source) {
            (
                Source::Record { memo, key, .. },
                Source::Record { memo: another, key: other, .. },
            ) => key == other && crate::view::same_memo(memo, another),
            (Source::Corpus { corpus, .. }, Source::Corpus { corpus: other, .. }) => {
                corpus.is(other)
            }
            (Source::Rows(rows), Source::Rows(other)) => rows == other,
            (Source::Record { .. } | Source::Corpus { .. } | Source::Rows(_), _) => false,
        };
        same && self.name == other.name
    }
}

impl Hash for Table {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.name.hash(hasher);
        match &self.source {
            Source::Record { memo, key, .. } => (memo.get().digest(), key).hash(hasher),
            Source::Corpus { corpus, .. } => (corpus.as_ptr() as usize).hash(hasher),
            Source::Rows(rows) => rows.num_rows().hash(hasher),
        }
    }
}

#[pymethods]
impl Table {
    /// The table's name.
    #[getter]
    fn name(&self) -> &'static str {
        self.name
    }

    /// The names of the columns, in order.
    #[getter]
    fn columns<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.columns.iter().map(|column| column.name))
    }

    /// The columns in the words of Spark's DDL.
    #[getter]
    fn ddl(&self) -> String {
        self.columns.iter().map(Column::ddl).collect::<Vec<_>>().join(", ")
    }

    /// Hands the rows over as a stream of Arrow, from the first, as often as it is asked.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        // The interface lets a producer give its own schema where it cannot cast.
        let _ = requested_schema;
        let stream = FFI_ArrowArrayStream::new(self.reader(py)?);
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    /// Hands the schema over as Arrow's.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref())
            .map_err(|error| memcon_error(py, &error.to_string()))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// Gives the rows as a table of pyarrow.
    fn to_arrow<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("pyarrow")?.call_method1("table", (slf,))
    }

    /// Gives the rows as a data frame of polars.
    fn to_polars<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        slf.py().import("polars")?.call_method1("DataFrame", (slf,))
    }

    /// Gives the rows as a data frame of pandas with columns of Arrow.
    fn to_pandas<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        let py = slf.py();
        let types = PyDict::new(py);
        types.set_item("types_mapper", py.import("pandas")?.getattr("ArrowDtype")?)?;
        Self::to_arrow(slf)?.call_method("to_pandas", (), Some(&types))
    }

    /// Writes the rows as a Parquet file, whole or not at all, and gives the losses.
    #[pyo3(signature = (path, /))]
    #[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
    fn to_parquet(&self, py: Python<'_>, path: PathBuf) -> PyResult<Tuple<Loss>> {
        let lost = match &self.source {
            Source::Record { table, memo, key } => {
                write(py, &path, self.reader(py)?)?;
                table.lost(&[Document::named(key.as_str(), memo.get().parsed())])
            }
            Source::Corpus { table, corpus } => {
                let mut rows = corpus.get().core().rows(*table);
                write(py, &path, self.stream(&mut rows))?;
                rows.losses().to_vec()
            }
            // What is made of records is whole: it stands for none of them.
            Source::Rows(_) => {
                write(py, &path, self.reader(py)?)?;
                Vec::new()
            }
        };
        Ok(losses(&lost))
    }

    fn __repr__(&self) -> String {
        format!("<memcon.Table '{}', {}>", self.name, repr::count(self.columns.len(), "column"))
    }

    fn __str__(&self) -> &'static str {
        self.name
    }

    fn __reduce__<'py>(
        slf: &Bound<'py, Self>,
    ) -> PyResult<(Bound<'py, PyAny>, (&'static str, String))> {
        let Source::Record { memo, key, .. } = &slf.get().source else {
            let message = "a table of a collection is no pickle; pickle what `to_arrow` gives";
            return Err(PyTypeError::new_err(message));
        };
        let method = memo.bind(slf.py()).getattr("table")?;
        Ok((method, (slf.get().name, key.clone())))
    }
}
