//! Rows of tables that are made of a whole collection, with their columns.

use memcon::write::tables::{Cell, ColumnKind};

/// A type that a field of a row may have.
pub(crate) trait Held {
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
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        pub struct $row {
            $(#[doc = $words] pub $field: $type),*
        }

        impl memcon::write::tables::Row for $row {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [memcon::write::tables::Column] = &[$(
                memcon::write::tables::Column {
                    name: stringify!($field),
                    kind: <$type as $crate::row::Held>::KIND,
                    nullable: <$type as $crate::row::Held>::NULLABLE,
                    words: $words.trim_ascii(),
                }
            ),*];

            fn cells(&self) -> Vec<memcon::write::tables::Cell<'_>> {
                vec![$($crate::row::Held::cell(&self.$field)),*]
            }
        }
    };
}

/// Gives a count as the tables hold it.
pub(crate) fn integer(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Gives the share of a part in a whole; 0 of nothing.
#[allow(clippy::cast_precision_loss)]
pub(crate) fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}

pub(crate) use row;
