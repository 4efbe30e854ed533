//! The tables that records make.

use std::fmt;

use memcon::write::tables::{
    self, DiagnosticRow, DocumentRow, NoteRow, ParticipantRow, Row, TurnRow,
};
use memcon::write::{Document, Loss};

use crate::column::Column;
use crate::entry::MORE;

/// A table that records make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// One row a document, those that could not be read too.
    Documents,
    /// One row for everybody who took part in a conversation.
    Participants,
    /// One row a turn.
    Turns,
    /// One row for every mark of an editor, translator or typist.
    Notes,
    /// One row a doubt.
    Diagnostics,
}

impl Table {
    /// Every table, in the order in which they are told.
    pub const ALL: [Table; 5] =
        [Table::Documents, Table::Participants, Table::Turns, Table::Notes, Table::Diagnostics];

    /// Gives the table's name.
    pub fn name(self) -> &'static str {
        match self {
            Table::Documents => DocumentRow::TABLE,
            Table::Participants => ParticipantRow::TABLE,
            Table::Turns => TurnRow::TABLE,
            Table::Notes => NoteRow::TABLE,
            Table::Diagnostics => DiagnosticRow::TABLE,
        }
    }

    /// Gives the table of a name.
    ///
    /// ```
    /// assert_eq!(memcon_arrow::Table::of("turns"), Some(memcon_arrow::Table::Turns));
    /// ```
    pub fn of(name: &str) -> Option<Table> {
        Table::ALL.into_iter().find(|table| table.name() == name)
    }

    /// Gives what a row is, in a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Table::Documents => "One row a document, those that could not be read too.",
            Table::Participants => "One row for everybody who took part in a conversation.",
            Table::Turns => "One row a turn: what one speaker says until another does.",
            Table::Notes => "One row for every mark of an editor, translator or typist.",
            Table::Diagnostics => "One row a doubt: what was read but might be read otherwise.",
        }
    }

    /// Gives the columns, in order.
    pub fn columns(self) -> Vec<Column> {
        let all = |columns: &[tables::Column]| columns.iter().map(Column::from).collect();
        match self {
            Table::Documents => {
                let mut columns: Vec<Column> = all(DocumentRow::COLUMNS);
                columns.extend(MORE);
                columns
            }
            Table::Participants => all(ParticipantRow::COLUMNS),
            Table::Turns => all(TurnRow::COLUMNS),
            Table::Notes => all(NoteRow::COLUMNS),
            Table::Diagnostics => all(DiagnosticRow::COLUMNS),
        }
    }

    /// Tells what of some records the table alone does not carry.
    ///
    /// ```
    /// use memcon::write::{Document, Part};
    /// use memcon_arrow::Table;
    ///
    /// let parsed = memcon::parse("ORLO: Good day.\n\nVEY: Good day.\n\nORLO: Sit.\n\nVEY: Gladly.\n");
    /// let lost = Table::Documents.lost(&[Document::new(&parsed)]);
    /// assert!(lost.iter().any(|loss| loss.part == Part::Labels && loss.count == 4));
    /// ```
    pub fn lost(self, records: &[Document<'_>]) -> Vec<Loss> {
        match self {
            Table::Documents => tables::lost_by::<DocumentRow>(records),
            Table::Participants => tables::lost_by::<ParticipantRow>(records),
            Table::Turns => tables::lost_by::<TurnRow>(records),
            Table::Notes => tables::lost_by::<NoteRow>(records),
            Table::Diagnostics => tables::lost_by::<DiagnosticRow>(records),
        }
    }

    /// Gives the columns in the words of Spark's DDL, on one line.
    ///
    /// ```
    /// let ddl = memcon_arrow::Table::Notes.ddl();
    /// assert!(ddl.starts_with("document_id STRING NOT NULL, index BIGINT NOT NULL, "));
    /// ```
    pub fn ddl(self) -> String {
        self.columns().iter().map(Column::ddl).collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
