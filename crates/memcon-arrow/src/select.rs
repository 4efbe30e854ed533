//! Rows of some documents and not of others.

use std::collections::HashSet;

use arrow_array::cast::AsArray;
use arrow_array::{BooleanArray, RecordBatch};
use arrow_select::filter::filter_record_batch;

use crate::error::Error;

/// Gives the rows but those of some documents.
///
/// # Errors
///
/// [`Error::Arrow`], when these are no rows of a table of memcon.
#[allow(clippy::implicit_hasher)] // A set of ids is a set of ids.
pub fn without(rows: &RecordBatch, documents: &HashSet<&str>) -> Result<RecordBatch, Error> {
    let ids = rows.column_by_name("document_id").and_then(|ids| ids.as_string_opt::<i32>());
    let Some(ids) = ids else {
        let found = "a table without document_id; expected one of memcon";
        return Err(arrow_schema::ArrowError::SchemaError(found.to_owned()).into());
    };
    let stays = |id: Option<&str>| Some(id.is_none_or(|id| !documents.contains(id)));
    let stay: BooleanArray = ids.iter().map(stays).collect();
    Ok(filter_record_batch(rows, &stay)?)
}
