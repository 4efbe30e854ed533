//! A table that grows document by document.

use std::sync::{Arc, OnceLock};

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, SchemaRef};
use memcon::write::tables::{self, Row};

use crate::column::Column;
use crate::entry::{Entry, FAILURE};
use crate::error::Error;
use crate::schema::schema_of;
use crate::table::Table;
use crate::value::Value;
use crate::values::Values;

static SCHEMAS: OnceLock<[SchemaRef; Table::ALL.len()]> = OnceLock::new();

/// A table that grows document by document, on the way into a record batch of Arrow.
///
/// ```
/// use memcon_arrow::{Entry, Sheet, Table};
///
/// let talk = "Orlo: Good day.\n\nVey: Good day.\n\nOrlo: Sit down.\n\nVey: Gladly.\n";
/// let parsed = memcon::parse(talk);
/// let mut sheet = Sheet::new(Table::Turns);
/// sheet.push(&Entry::new("talk", &parsed))?;
/// assert_eq!(sheet.finish()?.num_rows(), 4);
/// # Ok::<(), memcon_arrow::Error>(())
/// ```
#[derive(Debug)]
pub struct Sheet {
    table: Table,
    schema: SchemaRef,
    /// Whether what could not be read is a row of every table.
    tolerant: bool,
    columns: Vec<Values>,
    rows: usize,
    bytes: usize,
}

impl Sheet {
    /// Begins a table.
    pub fn new(table: Table) -> Self {
        Self::of(table, Self::schema(table), &table.columns())
    }

    /// Begins a table that has a row for every document that could not be read: one in which only
    /// `document_id` and the last column, `error`, have values.
    pub fn with_errors(table: Table) -> Self {
        let columns = Self::columns_with_errors(table);
        let schema = Arc::new(schema_of(table.name(), table.words(), &columns));
        let sheet = Self::of(table, schema, &columns);
        Self { tolerant: true, ..sheet }
    }

    /// Gives the columns of [`Sheet::with_errors`].
    pub fn columns_with_errors(table: Table) -> Vec<Column> {
        let mut columns = table.columns();
        if columns.last().is_none_or(|last| last.name != FAILURE.name) {
            columns.push(FAILURE);
        }
        for column in columns.iter_mut().skip(1) {
            column.nullable = true;
        }
        columns
    }

    fn of(table: Table, schema: SchemaRef, columns: &[Column]) -> Self {
        let columns = columns.iter().map(|column| Values::of(column.kind)).collect();
        Self { table, schema, tolerant: false, columns, rows: 0, bytes: 0 }
    }

    /// Gives the table's schema, the same for every collection.
    pub fn schema(table: Table) -> SchemaRef {
        let of = |table: Table| Arc::new(schema_of(table.name(), table.words(), &table.columns()));
        let place = Table::ALL.iter().position(|it| *it == table);
        // A run asks once a document.
        let schemas = SCHEMAS.get_or_init(|| Table::ALL.map(of));
        place.map_or_else(|| of(table), |place| SchemaRef::clone(&schemas[place]))
    }

    /// Adds the rows of a document.
    ///
    /// # Errors
    ///
    /// [`Error::TooLarge`], when a column grows beyond what one batch can hold; the sheet is then
    /// of no further use.
    pub fn push(&mut self, entry: &Entry<'_>) -> Result<(), Error> {
        if let Some(error) = entry.error
            && self.tolerant
        {
            return self.fail(entry.id, error);
        }
        let document = entry.document();
        match self.table {
            Table::Documents => self.add(&tables::documents(&document), &entry.more()),
            Table::Participants => self.add(&tables::participants(&document), &[]),
            Table::Turns => self.add(&tables::turns(&document), &[]),
            Table::Notes => self.add(&tables::notes(&document), &[]),
            Table::Diagnostics => self.add(&tables::diagnostics(&document), &[]),
        }
    }

    fn fail(&mut self, id: &str, error: &str) -> Result<(), Error> {
        let last = self.columns.len() - 1;
        for (place, column) in self.columns.iter_mut().enumerate() {
            let value = match place {
                0 => Value::Text(id),
                place if place == last => Value::Text(error),
                _ => Value::Absent,
            };
            column.push(value)?;
            self.bytes += value.bytes();
        }
        self.rows += 1;
        Ok(())
    }

    fn add<R: Row>(&mut self, rows: &[R], more: &[Value<'_>]) -> Result<(), Error> {
        for row in rows {
            let cells = row.cells();
            let values = cells.iter().map(|cell| Value::from(*cell)).chain(more.iter().copied());
            let values = values.chain(std::iter::repeat(Value::Absent));
            for (column, value) in self.columns.iter_mut().zip(values) {
                self.bytes += value.bytes();
                column.push(value)?;
            }
            self.rows += 1;
        }
        Ok(())
    }

    /// Adds rows that another sheet of the same table gave: one may be filled on each of several
    /// threads, and what is in them be put together on one.
    ///
    /// ```
    /// use memcon_arrow::{Entry, Sheet, Table};
    ///
    /// let parsed = memcon::parse("Orlo: Good day.\n\nVey: Good day.\n");
    /// let of = |id| {
    ///     let mut sheet = Sheet::new(Table::Documents);
    ///     sheet.push(&Entry::new(id, &parsed))?;
    ///     sheet.finish()
    /// };
    /// let mut all = Sheet::new(Table::Documents);
    /// all.append(&of("one")?)?;
    /// all.append(&of("two")?)?;
    /// assert_eq!(all.finish()?.num_rows(), 2);
    /// # Ok::<(), memcon_arrow::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Arrow`], when they are of another table; [`Error::TooLarge`], as of
    /// [`Sheet::push`].
    pub fn append(&mut self, rows: &RecordBatch) -> Result<(), Error> {
        if !Arc::ptr_eq(rows.schema_ref(), &self.schema) && rows.schema() != self.schema {
            let found = format!("rows of another table than {}", self.table.name());
            return Err(ArrowError::SchemaError(found).into());
        }
        for (column, more) in self.columns.iter_mut().zip(rows.columns()) {
            self.bytes += column.extend(more)?;
        }
        self.rows += rows.num_rows();
        Ok(())
    }

    /// Counts the rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Tells about how many bytes the rows take.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Gives the rows so far as a record batch.
    ///
    /// # Errors
    ///
    /// [`Error::Arrow`], when they do not make a table, which tests of every table exclude.
    pub fn finish(self) -> Result<RecordBatch, Error> {
        let arrays: Vec<ArrayRef> = self.columns.into_iter().map(Values::finish).collect();
        Ok(RecordBatch::try_new(self.schema, arrays)?)
    }
}
