//! From columns to Arrow's schemas.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_schema::{DataType, Field, FieldRef, Fields, Schema, TimeUnit};

use crate::column::{Column, Kind};

/// The key under which a schema and its fields say what they hold.
const COMMENT: &str = "comment";

/// Gives the schema of columns, with what each tells beside it.
pub(crate) fn schema_of(name: &str, words: &str, columns: &[Column]) -> Schema {
    let about = [
        ("memcon.table".to_owned(), name.to_owned()),
        ("memcon.schema".to_owned(), crate::VERSION.to_owned()),
        (COMMENT.to_owned(), words.to_owned()),
    ];
    let fields: Fields = columns.iter().map(field).collect();
    Schema::new_with_metadata(fields, HashMap::from(about))
}

/// Gives the field of the items of a list.
pub(crate) fn item() -> FieldRef {
    Arc::new(Field::new("item", DataType::Utf8, false))
}

fn field(column: &Column) -> Field {
    let about = HashMap::from([(COMMENT.to_owned(), column.words.to_owned())]);
    Field::new(column.name, data_type(column.kind), column.nullable).with_metadata(about)
}

/// Gives Arrow's type of a kind: only such as Spark takes too.
fn data_type(kind: Kind) -> DataType {
    match kind {
        Kind::Text => DataType::Utf8,
        Kind::Texts => DataType::List(item()),
        Kind::Integer => DataType::Int64,
        Kind::Number => DataType::Float32,
        Kind::Flag => DataType::Boolean,
        Kind::Day => DataType::Date32,
        Kind::Moment => DataType::Timestamp(TimeUnit::Microsecond, None),
    }
}
