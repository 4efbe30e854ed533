//! A column that grows row by row.

use std::sync::Arc;

use arrow_array::builder::{
    BooleanBuilder, Date32Builder, Float32Builder, Int64Builder, ListBuilder, PrimitiveBuilder,
    StringBuilder, TimestampMicrosecondBuilder,
};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Float32Type, Int64Type, TimestampMicrosecondType,
};
use arrow_array::{Array, ArrayRef};

use crate::column::Kind;
use crate::error::Error;
use crate::schema::item;
use crate::value::Value;

/// For how many rows and bytes there is room at first: most sheets are those of one document.
const ROWS: usize = 8;
const BYTES: usize = 64;

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
            Kind::Text => Values::Text(StringBuilder::with_capacity(ROWS, BYTES)),
            Kind::Texts => {
                let texts = StringBuilder::with_capacity(ROWS, BYTES);
                Values::Texts(ListBuilder::with_capacity(texts, ROWS).with_field(item()))
            }
            Kind::Integer => Values::Integer(Int64Builder::with_capacity(ROWS)),
            Kind::Number => Values::Number(Float32Builder::with_capacity(ROWS)),
            Kind::Flag => Values::Flag(BooleanBuilder::with_capacity(ROWS)),
            Kind::Day => Values::Day(Date32Builder::with_capacity(ROWS)),
            Kind::Moment => Values::Moment(TimestampMicrosecondBuilder::with_capacity(ROWS)),
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

    /// Adds the values of an array, and tells about how many bytes they take; those of an array of
    /// another kind count as absent.
    pub(crate) fn extend(&mut self, more: &dyn Array) -> Result<usize, Error> {
        let taken = match self {
            Values::Text(values) => texts(values, more)?,
            Values::Texts(values) => lists(values, more)?,
            Values::Integer(values) => numbers::<Int64Type>(values, more),
            Values::Number(values) => numbers::<Float32Type>(values, more),
            Values::Flag(values) => more.as_boolean_opt().map(|more| {
                values.append_array(more);
                8 * more.len()
            }),
            Values::Day(values) => numbers::<Date32Type>(values, more),
            Values::Moment(values) => numbers::<TimestampMicrosecondType>(values, more),
        };
        if taken.is_none() {
            for _ in 0..more.len() {
                self.push_absent();
            }
        }
        Ok(taken.unwrap_or(8 * more.len()))
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

/// Adds the values of an array, if they are of this kind, and tells about how many bytes they take.
fn numbers<T: ArrowPrimitiveType>(
    values: &mut PrimitiveBuilder<T>,
    more: &dyn Array,
) -> Option<usize> {
    let more = more.as_primitive_opt::<T>()?;
    values.append_array(more);
    Some(8 * more.len())
}

fn texts(values: &mut StringBuilder, more: &dyn Array) -> Result<Option<usize>, Error> {
    let Some(more) = more.as_string_opt::<i32>() else { return Ok(None) };
    let before = values.values_slice().len();
    values.append_array(more).map_err(|_| Error::TooLarge)?;
    Ok(Some(values.values_slice().len() - before + 4 * more.len()))
}

fn lists(
    values: &mut ListBuilder<StringBuilder>,
    more: &dyn Array,
) -> Result<Option<usize>, Error> {
    let Some(more) = more.as_list_opt::<i32>() else { return Ok(None) };
    let mut bytes = 4 * more.len();
    for list in more {
        let texts = list.iter().filter_map(|list| list.as_string_opt::<i32>()).flatten();
        for text in texts.map(Option::unwrap_or_default) {
            bytes += text.len() + 4;
            append(values.values(), text)?;
        }
        values.append(list.is_some());
    }
    Ok(Some(bytes))
}

fn append(values: &mut StringBuilder, text: &str) -> Result<(), Error> {
    // Arrow's columns of text count their bytes in 31 bits.
    if i32::try_from(values.values_slice().len() + text.len()).is_err() {
        return Err(Error::TooLarge);
    }
    values.append_value(text);
    Ok(())
}
