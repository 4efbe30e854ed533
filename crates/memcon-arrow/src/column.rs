//! What a column holds, said once: the Arrow schema, the DDL and the documentation come from it.

use memcon::write::tables::{self, ColumnKind};

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Text in UTF-8.
    Text,
    /// A list of texts, none of them absent.
    Texts,
    /// A signed whole number of 64 bits.
    Integer,
    /// A floating-point number of 32 bits.
    Number,
    /// Yes or no.
    Flag,
    /// A day.
    Day,
    /// A moment in microseconds, by the clock of the place, without a zone.
    Moment,
}

impl Kind {
    /// Gives the kind in the words of Spark's DDL.
    pub fn ddl(self) -> &'static str {
        match self {
            Kind::Text => "STRING",
            Kind::Texts => "ARRAY<STRING>",
            Kind::Integer => "BIGINT",
            Kind::Number => "FLOAT",
            Kind::Flag => "BOOLEAN",
            Kind::Day => "DATE",
            Kind::Moment => "TIMESTAMP_NTZ",
        }
    }
}

impl From<ColumnKind> for Kind {
    fn from(kind: ColumnKind) -> Self {
        match kind {
            ColumnKind::Text => Kind::Text,
            ColumnKind::Texts => Kind::Texts,
            ColumnKind::Integer => Kind::Integer,
            ColumnKind::Number => Kind::Number,
            ColumnKind::Flag => Kind::Flag,
        }
    }
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Column {
    /// The name.
    pub name: &'static str,
    /// What the values are.
    pub kind: Kind,
    /// Whether a row may be without a value.
    pub nullable: bool,
    /// What the values tell, in a sentence.
    pub words: &'static str,
}

impl Column {
    /// Gives a column in which a row may be without a value.
    pub(crate) const fn optional(name: &'static str, kind: Kind, words: &'static str) -> Self {
        Self { name, kind, nullable: true, words }
    }

    /// Gives the column in the words of Spark's DDL: `index BIGINT NOT NULL`.
    pub fn ddl(&self) -> String {
        let null = if self.nullable { "" } else { " NOT NULL" };
        format!("{} {}{null}", self.name, self.kind.ddl())
    }
}

impl From<&tables::Column> for Column {
    fn from(column: &tables::Column) -> Self {
        let tables::Column { name, kind, nullable, words } = *column;
        Self { name, kind: kind.into(), nullable, words }
    }
}
