//! Which types the fields of a row may have, and rows made of a list of fields.

use super::{Cell, ColumnKind};

/// A type that a field of a row may have.
pub trait Held {
    /// What a column of the type holds.
    const KIND: ColumnKind;
    /// Whether a cell may be absent.
    const NULLABLE: bool = false;

    /// Gives the value as a cell.
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

/// Makes a row of a table and its columns of one list of fields, so that the two cannot drift.
///
/// ```
/// use memcon::write::tables::Row;
///
/// memcon::table_row! {
///     /// A town.
///     #[derive(Debug, Default)]
///     TownRow in "towns" {
///         /// The name.
///         name: String,
///         /// How many records were made there.
///         records: Option<i64>,
///     }
/// }
///
/// assert_eq!(TownRow::TABLE, "towns");
/// assert!(TownRow::COLUMNS[1].nullable);
/// assert_eq!(TownRow::default().cells().len(), 2);
/// ```
#[macro_export]
macro_rules! table_row {
    ($(#[$about:meta])* $row:ident in $table:literal {
        $(#[doc = $words:literal] $field:ident: $type:ty),* $(,)?
    }) => {
        $(#[$about])*
        #[non_exhaustive]
        pub struct $row {
            $(#[doc = $words] pub $field: $type),*
        }

        impl $crate::write::tables::Row for $row {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [$crate::write::tables::Column] = &[$(
                $crate::write::tables::Column {
                    name: stringify!($field),
                    kind: <$type as $crate::write::tables::Held>::KIND,
                    nullable: <$type as $crate::write::tables::Held>::NULLABLE,
                    words: $words.trim_ascii(),
                }
            ),*];

            fn cells(&self) -> Vec<$crate::write::tables::Cell<'_>> {
                vec![$($crate::write::tables::Held::cell(&self.$field)),*]
            }
        }
    };
}

/// Gives a count or an offset as the tables hold it.
pub fn integer(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
