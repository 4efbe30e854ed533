//! A column that grows row by row.

use std::sync::Arc;

use arrow_array::ArrayRef;
use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Float32Builder, Int64Builder, ListBuilder, StringBuilder,
    TimestampMicrosecondBuilder,
};

use crate::column::Kind;
use crate::error::Error;
use crate::schema::item;
use crate::value::Value;

/// The values of one column so far.
#[derive(Debug)]
pub(crate) enum Values {
    Text(StringBuilder),
    Texts(ListBuilder<StringBuilder>),
    Integer(Int64Builder),
    Number(Float32Builder),
    Flag(BooleanBuilder),
    Day(Date32Builder),
    Moment(TimestampMicrosecondBuilder),
}

impl Values {
    /// Begins a column.
    pub(crate) fn of(kind: Kind) -> Self {
        match kind {
            Kind::Text => Values::Text(StringBuilder::new()),
            Kind::Texts => Values::Texts(ListBuilder::new(StringBuilder::new()).with_field(item())),
            Kind::Integer => Values::Integer(Int64Builder::new()),
            Kind::Number => Values::Number(Float32Builder::new()),
            Kind::Flag => Values::Flag(BooleanBuilder::new()),
            Kind::Day => Values::Day(Date32Builder::new()),
            Kind::Moment => Values::Moment(TimestampMicrosecondBuilder::new()),
        }
    }

    /// Adds a value; one of another kind counts as absent, and fails where a value must be.
    pub(crate) fn push(&mut self, value: Value<'_>) -> Result<(), Error> {
        match (self, value) {
            (Values::Text(values), Value::Text(text)) => append(values, text)?,
            (Values::Texts(values), Value::Texts(texts)) => {
                for text in texts {
                    append(values.values(), text)?;
                }
                values.append(true);
            }
            (Values::Integer(values), Value::Integer(number)) => values.append_value(number),
            (Values::Number(values), Value::Number(number)) => values.append_value(number),
            (Values::Flag(values), Value::Flag(flag)) => values.append_value(flag),
            (Values::Day(values), Value::Day(day)) => values.append_value(day),
            (Values::Moment(values), Value::Moment(moment)) => values.append_value(moment),
            (values, _) => values.push_absent(),
        }
        Ok(())
    }

    fn push_absent(&mut self) {
        match self {
            Values::Text(values) => values.append_null(),
            Values::Texts(values) => values.append(false),
            Values::Integer(values) => values.append_null(),
            Values::Number(values) => values.append_null(),
            Values::Flag(values) => values.append_null(),
            Values::Day(values) => values.append_null(),
            Values::Moment(values) => values.append_null(),
        }
    }

    /// Gives the values as an array of Arrow.
    pub(crate) fn finish(self) -> ArrayRef {
        match self {
            Values::Text(mut values) => Arc::new(values.finish()),
            Values::Texts(mut values) => Arc::new(values.finish()),
            Values::Integer(mut values) => Arc::new(values.finish()),
            Values::Number(mut values) => Arc::new(values.finish()),
            Values::Flag(mut values) => Arc::new(values.finish()),
            Values::Day(mut values) => Arc::new(values.finish()),
            Values::Moment(mut values) => Arc::new(values.finish()),
        }
    }
}

fn append(values: &mut StringBuilder, text: &str) -> Result<(), Error> {
    // Arrow's columns of text count their bytes in 31 bits.
    if i32::try_from(values.values_slice().len() + text.len()).is_err() {
        return Err(Error::TooLarge);
    }
    values.append_value(text);
    Ok(())
}
