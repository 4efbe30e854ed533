//! What a row of a table is, whatever the table.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnKind {
    /// Words.
    Text,
    /// A list of words.
    Texts,
    /// A whole number: `i64`.
    Integer,
    /// A number: `f32`.
    Number,
    /// True or false.
    Flag,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Column {
    /// The name, the same in every format.
    pub name: &'static str,
    /// What it holds.
    pub kind: ColumnKind,
    /// Whether a cell may be absent.
    pub nullable: bool,
    /// What it tells.
    pub words: &'static str,
}

/// A cell of a row, borrowed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing is told.
    Absent,
    /// Words.
    Text(&'a str),
    /// A list of words.
    Texts(&'a [String]),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f32),
    /// True or false.
    Flag(bool),
}

/// A row of a table with fixed columns.
pub trait Row: Sized {
    /// The name of the table: `turns`.
    const TABLE: &'static str;
    /// The columns, in order.
    const COLUMNS: &'static [Column];

    /// Gives the cells, one a column, in order.
    fn cells(&self) -> Vec<Cell<'_>>;
}

/// A type that a field of a row may have.
pub(super) trait Held {
    const KIND: ColumnKind;
    const NULLABLE: bool = false;

    fn cell(&self) -> Cell<'_>;
}

impl Held for String {
    const KIND: ColumnKind = ColumnKind::Text;

    fn cell(&self) -> Cell<'_> {
        Cell::Text(self)
    }
}

impl Held for Vec<String> {
    const KIND: ColumnKind = ColumnKind::Texts;

    fn cell(&self) -> Cell<'_> {
        Cell::Texts(self)
    }
}

impl Held for i64 {
    const KIND: ColumnKind = ColumnKind::Integer;

    fn cell(&self) -> Cell<'_> {
        Cell::Integer(*self)
    }
}

impl Held for f32 {
    const KIND: ColumnKind = ColumnKind::Number;

    fn cell(&self) -> Cell<'_> {
        Cell::Number(*self)
    }
}

impl Held for bool {
    const KIND: ColumnKind = ColumnKind::Flag;

    fn cell(&self) -> Cell<'_> {
        Cell::Flag(*self)
    }
}

impl<T: Held> Held for Option<T> {
    const KIND: ColumnKind = T::KIND;
    const NULLABLE: bool = true;

    fn cell(&self) -> Cell<'_> {
        self.as_ref().map_or(Cell::Absent, T::cell)
    }
}

/// Makes a row and its columns of one list of fields, so that the two cannot drift.
macro_rules! row {
    ($(#[$about:meta])* $row:ident in $table:literal {
        $(#[doc = $words:literal] $field:ident: $type:ty),* $(,)?
    }) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
        #[non_exhaustive]
        pub struct $row {
            $(#[doc = $words] pub $field: $type),*
        }

        impl $crate::write::tables::Row for $row {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [$crate::write::tables::Column] = &[$(
                $crate::write::tables::Column {
                    name: stringify!($field),
                    kind: <$type as $crate::write::tables::column::Held>::KIND,
                    nullable: <$type as $crate::write::tables::column::Held>::NULLABLE,
                    words: $words.trim_ascii(),
                }
            ),*];

            fn cells(&self) -> Vec<$crate::write::tables::Cell<'_>> {
                vec![$($crate::write::tables::column::Held::cell(&self.$field)),*]
            }
        }
    };
}

/// Gives a count or an offset as the tables hold it.
pub(super) fn integer(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Gives the name that a kind has in JSON.
pub(crate) fn kind_name(kind: &impl serde::Serialize) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(_) | Err(_) => String::new(),
    }
}

pub(super) use row;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::tables::NoteRow;

    #[test]
    fn columns_and_cells_go_together() {
        let columns = NoteRow::COLUMNS.iter().map(|it| (it.name, it.kind, it.nullable));
        let columns: Vec<_> = columns.skip(1).take(4).collect();
        let expected = [
            ("index", ColumnKind::Integer, false),
            ("kind", ColumnKind::Text, false),
            ("text", ColumnKind::Text, false),
            ("of", ColumnKind::Text, true),
        ];
        assert_eq!(columns, expected);
        assert!(NoteRow::COLUMNS[0].words.starts_with("The record."));
        let row = NoteRow { index: 7, kind: "sic".to_owned(), ..NoteRow::default() };
        let cells = [Cell::Integer(7), Cell::Text("sic"), Cell::Text(""), Cell::Absent];
        assert_eq!(row.cells()[1..5], cells);
        assert_eq!(row.cells().len(), NoteRow::COLUMNS.len());
    }
}
