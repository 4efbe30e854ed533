//! Tables as CSV and TSV, for spreadsheets and data frames.

use std::fmt::Write as _;

use crate::write::loss::{Loss, Part};
use crate::write::tables::{
    self, Cell, DiagnosticRow, DocumentRow, NoteRow, ParticipantRow, RecordRow, Row, TurnRow,
};
use crate::write::xml::is_forbidden;
use crate::write::{Document, Export, Folder};

/// What stands between two cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Delimiter {
    /// Comma: CSV.
    #[default]
    Comma,
    /// Tab: TSV.
    Tab,
}

impl Delimiter {
    fn letter(self) -> char {
        match self {
            Delimiter::Comma => ',',
            Delimiter::Tab => '\t',
        }
    }
}

/// What stands between the entries of a list in one cell.
const BETWEEN: &str = " | ";

/// Gives the rows of one table, with a line of names; a list is one cell, its entries apart by
/// ` | `.
///
/// A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@` or a
/// control character) begins with an apostrophe; a control character becomes U+FFFD. Both are
/// counted as losses.
///
/// ```
/// use memcon::write::{Delimiter, Document, delimited, tables};
///
/// let text = "ORLO: =1+1\n\nVEY: \"Good\", day.\n\nORLO: Sit down.\n\nVEY: Gladly.\n";
/// let parsed = memcon::parse(text);
/// let rows = tables::turns(&Document::named("talks", &parsed));
/// let csv = delimited(&rows, Delimiter::Comma).text;
/// assert!(csv.starts_with("document_id,turn_id,index,mode,"));
/// assert!(csv.contains(",'=1+1\n"));
/// assert!(csv.contains(",\"\"\"Good\"\", day.\"\n"));
/// ```
pub fn delimited<R: Row>(rows: &[R], delimiter: Delimiter) -> Export {
    let mut sheet = Sheet { text: String::new(), delimiter, made_inert: 0, replaced: 0 };
    let names = R::COLUMNS.iter().map(|column| Cell::Text(column.name));
    sheet.row(names);
    for row in rows {
        sheet.row(row.cells().into_iter());
    }
    let losses = [
        Loss { part: Part::Formulas, count: sheet.made_inert },
        Loss { part: Part::Characters, count: sheet.replaced },
    ];
    Export { text: sheet.text, losses: losses.into_iter().filter(|it| it.count > 0).collect() }
}

/// Gives one table of some records as CSV or TSV, and what of them is not in it.
///
/// ```
/// use memcon::write::tables::TurnRow;
/// use memcon::write::{Delimiter, Document, Part, delimited_table};
///
/// let text = "ORLO: Good day.\n\nVEY: Good day.\n\nORLO: Sit down [1].\n\nVEY: Gladly.\n";
/// let parsed = memcon::parse(text);
/// let turns = delimited_table::<TurnRow>(&[Document::new(&parsed)], Delimiter::Tab);
/// assert_eq!(turns.text.lines().count(), 5);
/// assert!(turns.losses.iter().any(|loss| loss.part == Part::Notes));
/// ```
pub fn delimited_table<R: RecordRow>(records: &[Document<'_>], delimiter: Delimiter) -> Export {
    let rows: Vec<R> = records.iter().flat_map(R::of).collect();
    let mut table = delimited(&rows, delimiter);
    table.losses = Loss::sum(tables::lost_by::<R>(records).into_iter().chain(table.losses));
    table
}

/// Gives every table of some records, each as a file of CSV or TSV.
pub fn delimited_tables(records: &[Document<'_>], delimiter: Delimiter) -> Folder {
    fn table<R: RecordRow>(records: &[Document<'_>], delimiter: Delimiter) -> Export {
        let rows: Vec<R> = records.iter().flat_map(R::of).collect();
        delimited(&rows, delimiter)
    }
    let all = [
        ("documents", table::<DocumentRow>(records, delimiter)),
        ("participants", table::<ParticipantRow>(records, delimiter)),
        ("turns", table::<TurnRow>(records, delimiter)),
        ("notes", table::<NoteRow>(records, delimiter)),
        ("diagnostics", table::<DiagnosticRow>(records, delimiter)),
    ];
    let inert = all.iter().flat_map(|(_, export)| export.losses.iter().copied());
    let losses = Loss::sum(tables::lost(records).into_iter().chain(inert));
    let name = |table: &str| match (delimiter, table) {
        (Delimiter::Comma, "documents") => "documents.csv",
        (Delimiter::Comma, "participants") => "participants.csv",
        (Delimiter::Comma, "turns") => "turns.csv",
        (Delimiter::Comma, "notes") => "notes.csv",
        (Delimiter::Comma, _) => "diagnostics.csv",
        (Delimiter::Tab, "documents") => "documents.tsv",
        (Delimiter::Tab, "participants") => "participants.tsv",
        (Delimiter::Tab, "turns") => "turns.tsv",
        (Delimiter::Tab, "notes") => "notes.tsv",
        (Delimiter::Tab, _) => "diagnostics.tsv",
    };
    Folder { files: all.into_iter().map(|(table, it)| (name(table), it.text)).collect(), losses }
}

struct Sheet {
    text: String,
    delimiter: Delimiter,
    made_inert: usize,
    replaced: usize,
}

impl Sheet {
    fn row<'a>(&mut self, cells: impl Iterator<Item = Cell<'a>>) {
        for (place, cell) in cells.enumerate() {
            if place > 0 {
                self.text.push(self.delimiter.letter());
            }
            match cell {
                Cell::Absent => {}
                Cell::Text(words) => self.words(words),
                Cell::Texts(entries) => self.words(&entries.join(BETWEEN)),
                // Writing to a string cannot go wrong.
                Cell::Integer(number) => _ = write!(self.text, "{number}"),
                Cell::Number(number) => _ = write!(self.text, "{number}"),
                Cell::Flag(flag) => _ = write!(self.text, "{flag}"),
            }
        }
        self.text.push('\n');
    }

    fn words(&mut self, words: &str) {
        let inert = is_formula(words);
        self.made_inert += usize::from(inert);
        let delimiter = self.delimiter.letter();
        let quoted = words.contains(|c: char| c == delimiter || c == '"' || c.is_control());
        if quoted {
            self.text.push('"');
        }
        if inert {
            self.text.push('\'');
        }
        for letter in words.chars() {
            match letter {
                '"' => self.text.push_str("\"\""),
                // Some readers end a string at a NUL, and a terminal obeys an escape.
                _ if is_forbidden(letter) => {
                    self.replaced += 1;
                    self.text.push(char::REPLACEMENT_CHARACTER);
                }
                _ => self.text.push(letter),
            }
        }
        if quoted {
            self.text.push('"');
        }
    }
}

/// Tells whether a spreadsheet would calculate a cell instead of showing it.
fn is_formula(words: &str) -> bool {
    let first = words.trim_start_matches(' ').chars().next();
    first.is_some_and(|c| "=+-@＝＋－＠".contains(c) || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::tables::NoteRow;

    fn cell(text: &str, delimiter: Delimiter) -> String {
        let row = NoteRow { text: text.to_owned(), ..NoteRow::default() };
        let written = delimited(&[row], delimiter).text;
        let (_, row) = written.split_once('\n').unwrap();
        let letter = delimiter.letter();
        let before = [letter.to_string(), "0".to_owned(), letter.to_string(), letter.to_string()];
        let rest = row.strip_prefix(&before.concat()).unwrap();
        let empty = format!("{0}{0}{0}0{0}0{1}\n", letter, letter.to_string().repeat(7));
        rest.strip_suffix(&empty).unwrap().to_owned()
    }

    #[test]
    fn formulas_are_words_and_words_are_as_they_were() {
        for (text, written) in [
            ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
            ("  @SUM(A1)", "'  @SUM(A1)"),
            ("-2+3", "'-2+3"),
            ("\t=1", "\"'\t=1\""),
            ("＝1", "'＝1"),
            ("a = b", "a = b"),
            ("two\nlines", "\"two\nlines\""),
            ("a \"b\", c", "\"a \"\"b\"\", c\""),
            ("— well", "— well"),
            ("a\u{1b}[2J\0", "\"a\u{fffd}[2J\u{fffd}\""),
        ] {
            assert_eq!(cell(text, Delimiter::Comma), written, "{text:?}");
        }
        assert_eq!(cell("a\tb", Delimiter::Tab), "\"a\tb\"");
        assert_eq!(cell("a, b", Delimiter::Tab), "a, b");
    }
}
