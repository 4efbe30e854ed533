//! One value of one row, on its way into a column.

use memcon::write::tables::Cell;

/// One value of one row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    /// Nothing is told.
    Absent,
    /// Text.
    Text(&'a str),
    /// Texts.
    Texts(&'a [String]),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f32),
    /// Yes or no.
    Flag(bool),
    /// Days since 1970-01-01.
    Day(i32),
    /// Microseconds since 1970-01-01T00:00.
    Moment(i64),
}

impl Value<'_> {
    /// Tells about how many bytes the value takes.
    pub(crate) fn bytes(self) -> usize {
        match self {
            Value::Text(text) => text.len() + 4,
            Value::Texts(texts) => 4 + texts.iter().map(|text| text.len() + 4).sum::<usize>(),
            Value::Absent
            | Value::Integer(_)
            | Value::Number(_)
            | Value::Flag(_)
            | Value::Day(_)
            | Value::Moment(_) => 8,
        }
    }
}

impl<'a> From<Cell<'a>> for Value<'a> {
    fn from(cell: Cell<'a>) -> Self {
        match cell {
            Cell::Absent => Value::Absent,
            Cell::Text(text) => Value::Text(text),
            Cell::Texts(texts) => Value::Texts(texts),
            Cell::Integer(number) => Value::Integer(number),
            Cell::Number(number) => Value::Number(number),
            Cell::Flag(flag) => Value::Flag(flag),
        }
    }
}
