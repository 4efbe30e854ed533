//! Tables of data: who took part, by columns; names of fields and what they hold.
//!
//! A table that only places things on the page is rendered as what stands in it.

use super::render::Renderer;
use super::tree::{NodeId, Tree};
use super::writer::Gap;
use crate::source::MarkKind;

/// No cell of a table of data is longer, in bytes.
const LONGEST_CELL: usize = 300;
/// The widest column that is filled up with spaces.
const WIDEST: usize = 48;

/// Tells whether a table holds data: two columns or more of short cells without blocks inside.
pub(super) fn is_data(tree: &Tree, table: NodeId) -> bool {
    let rows = rows(tree, table);
    let cells: usize = rows.iter().map(Vec::len).sum();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let is_short = |cell: &NodeId| {
        let inside = *cell + 1..tree.nodes[*cell].end;
        tree.words(*cell, LONGEST_CELL).len() <= LONGEST_CELL
            && !inside.into_iter().any(|id| {
                matches!(tree.tag(id), "table" | "h1" | "h2" | "h3" | "blockquote" | "pre")
            })
    };
    columns >= 2 && cells >= 2 && rows.iter().flatten().all(is_short)
}

/// Gives the cells of a table's rows; those of tables inside it are not its own.
fn rows(tree: &Tree, table: NodeId) -> Vec<Vec<NodeId>> {
    let mut rows: Vec<Vec<NodeId>> = Vec::new();
    let mut id = table + 1;
    while id < tree.nodes[table].end {
        match tree.tag(id) {
            "tr" => rows.push(Vec::new()),
            "td" | "th" => {
                if rows.is_empty() {
                    rows.push(Vec::new());
                }
                if let Some(row) = rows.last_mut() {
                    row.push(id);
                }
                id = tree.nodes[id].end;
                continue;
            }
            "table" => {
                id = tree.nodes[id].end;
                continue;
            }
            _ => {}
        }
        id += 1;
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// How a table is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sense {
    /// A line a row, the columns under each other as on a typed page.
    Rows,
    /// A column after the other.
    Columns,
    /// A column after the other, each under its head.
    Headed,
    /// Names of fields in the first column, what they hold beside them.
    Fields,
}

fn sense(tree: &Tree, rows: &[Vec<NodeId>]) -> Sense {
    let is_name = |row: &Vec<NodeId>| {
        let words = row.first().map(|cell| tree.words(*cell, LONGEST_CELL)).unwrap_or_default();
        (row.len() == 2).then_some(words)
    };
    let names: Option<Vec<String>> = rows.iter().map(is_name).collect();
    let are_names = names.is_some_and(|names| {
        names.first().is_some_and(|name| !name.is_empty())
            && names.iter().all(|name| name.is_empty() || name.ends_with(':'))
    });
    if are_names {
        return Sense::Fields;
    }
    let is_head = |cell: &NodeId| {
        let words = tree.words(*cell, LONGEST_CELL);
        let emphasised = (*cell..tree.nodes[*cell].end)
            .filter(|id| matches!(tree.tag(*id), "th" | "b" | "strong" | "u" | "em" | "i"))
            .any(|id| tree.words(id, LONGEST_CELL) == words);
        !words.is_empty() && (emphasised || tree.tag(*cell) == "th")
    };
    // Every column has a head, and what is under the heads is not set so.
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let heads = match rows.split_first() {
        Some((first, more)) if !more.is_empty() => {
            first.len() == widest
                && first.iter().all(is_head)
                && !more.iter().flatten().any(is_head)
        }
        Some(_) | None => false,
    };
    if heads {
        Sense::Headed
    } else if rows.iter().flatten().any(|cell| has_lines(tree, *cell)) {
        Sense::Columns
    } else {
        Sense::Rows
    }
}

/// Tells whether a cell holds several lines.
fn has_lines(tree: &Tree, cell: NodeId) -> bool {
    let inside = cell + 1..tree.nodes[cell].end;
    let ends = inside.clone().filter(|id| tree.tag(*id) == "br").count();
    let blocks = inside.filter(|id| matches!(tree.tag(*id), "p" | "li" | "div")).count();
    ends > 0 || blocks > 1
}

impl Renderer<'_> {
    /// Renders a table of data.
    pub(super) fn table(&mut self, table: NodeId) {
        let rows = rows(self.tree, table);
        self.writer.part(Gap::Paragraph);
        self.caption(table);
        let opened = self.writer.draft.open();
        match sense(self.tree, &rows) {
            Sense::Rows => self.by_rows(&rows),
            Sense::Columns => self.by_columns(&rows),
            Sense::Headed => self.by_headed_columns(&rows),
            Sense::Fields => self.by_fields(&rows),
        }
        self.writer.draft.close(opened, MarkKind::Table);
        self.writer.part(Gap::Paragraph);
    }

    fn caption(&mut self, table: NodeId) {
        let children: Vec<NodeId> = self.tree.children(table).collect();
        for id in children.into_iter().filter(|id| self.tree.tag(*id) == "caption") {
            self.nodes(id..self.tree.nodes[id].end);
            self.writer.part(Gap::Paragraph);
        }
    }

    fn by_fields(&mut self, rows: &[Vec<NodeId>]) {
        for (place, row) in rows.iter().enumerate() {
            let [name, value] = row.as_slice() else { continue };
            let words = |cell: NodeId| self.tree.words(cell, LONGEST_CELL);
            // What goes on in the next row, or has lines of its own, stands under its name.
            let goes_on = rows.get(place + 1).is_some_and(|next| words(next[0]).is_empty());
            let lines = has_lines(self.tree, *value) || goes_on;
            let named = !words(*name).is_empty();
            self.cell(*name);
            if named && !lines {
                self.writer.is_flat = true;
                self.writer.part(Gap::Space);
            } else {
                self.writer.part(Gap::Paragraph);
            }
            self.cell(*value);
            self.writer.is_flat = false;
            self.writer.part(Gap::Paragraph);
        }
    }

    /// What stands at the head of a column heads what is under it: a colon says so.
    fn by_headed_columns(&mut self, rows: &[Vec<NodeId>]) {
        let Some((heads, more)) = rows.split_first() else { return };
        for (column, head) in heads.iter().enumerate() {
            self.cell(*head);
            if !self.tree.words(*head, LONGEST_CELL).ends_with(':') {
                self.writer.forget_gap();
                self.writer.supply(":");
            }
            self.writer.part(Gap::Paragraph);
            for cell in more.iter().filter_map(|row| row.get(column)) {
                self.cell(*cell);
                self.writer.part(Gap::Paragraph);
            }
        }
    }

    fn by_columns(&mut self, rows: &[Vec<NodeId>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for column in 0..columns {
            for cell in rows.iter().filter_map(|row| row.get(column)) {
                self.cell(*cell);
                self.writer.part(Gap::Paragraph);
            }
        }
    }

    fn by_rows(&mut self, rows: &[Vec<NodeId>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            let widths = cells.map(|cell| self.tree.words(*cell, LONGEST_CELL).chars().count());
            widths.max().unwrap_or(0).min(WIDEST)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in rows {
            self.writer.end_line();
            let opened = self.writer.draft.open();
            self.writer.is_flat = true;
            let mut owed = 0;
            for (cell, width) in row.iter().zip(&widths) {
                let words = self.tree.words(*cell, LONGEST_CELL).chars().count();
                if words > 0 {
                    if owed > 0 {
                        self.writer.forget_space();
                        self.writer.supply(&" ".repeat(owed));
                    }
                    self.cell(*cell);
                    owed = width.saturating_sub(words) + 3;
                } else if *width > 0 {
                    owed += width + 3;
                }
            }
            self.writer.is_flat = false;
            if !self.writer.draft.is_blank_since(opened) {
                self.writer.draft.close(opened, MarkKind::Row);
            }
            self.writer.end_line();
        }
    }

    fn cell(&mut self, cell: NodeId) {
        let opened = self.writer.draft.open();
        self.nodes(cell + 1..self.tree.nodes[cell].end);
        if !self.writer.draft.is_blank_since(opened) {
            self.writer.draft.close(opened, MarkKind::Cell);
        }
    }
}
