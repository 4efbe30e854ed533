//! Rows of whatever table as Arrow.

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch};
use memcon::write::tables::Row;

use crate::column::Column;
use crate::error::Error;
use crate::schema::schema_of;
use crate::value::Value;
use crate::values::Values;

/// Gives the columns of rows.
pub fn columns<R: Row>() -> Vec<Column> {
    R::COLUMNS.iter().map(Column::from).collect()
}

/// Gives rows as a record batch.
///
/// ```
/// use memcon::write::tables::NoteRow;
///
/// assert_eq!(memcon_arrow::batch::<NoteRow>(&[])?.num_rows(), 0);
/// # Ok::<(), memcon_arrow::Error>(())
/// ```
///
/// # Errors
///
/// [`Error::TooLarge`], when a column is more than one batch can hold.
pub fn batch<R: Row>(rows: &[R]) -> Result<RecordBatch, Error> {
    let columns = columns::<R>();
    let mut values: Vec<Values> = columns.iter().map(|column| Values::of(column.kind)).collect();
    for row in rows {
        for (column, cell) in values.iter_mut().zip(row.cells()) {
            column.push(Value::from(cell))?;
        }
    }
    let arrays: Vec<ArrayRef> = values.into_iter().map(Values::finish).collect();
    Ok(RecordBatch::try_new(Arc::new(schema_of(R::TABLE, "", &columns)), arrays)?)
}
