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

/// Gives the name that a kind has in JSON.
pub(crate) fn kind_name(kind: &impl serde::Serialize) -> String {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(_) | Err(_) => String::new(),
    }
}

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
