//! The tables' documentation, made from their columns so that the two cannot drift.

use std::fmt::Write;

use crate::column::Column;
use crate::table::Table;

/// Gives the documentation of every table, in Markdown: columns, types, meaning, and DDL.
///
/// ```
/// assert!(memcon_arrow::describe().contains("## turns"));
/// ```
pub fn describe() -> String {
    let mut page = String::from(HEAD);
    // What is written to a string is written.
    let _ = writeln!(page, "The schema's version is `{}`.", crate::VERSION);
    for table in Table::ALL {
        let _ = writeln!(page, "\n## {table}\n\n{}\n", table.words());
        let _ = writeln!(page, "| column | type | null | meaning |\n|---|---|---|---|");
        for column in table.columns() {
            let _ = writeln!(page, "{}", line(&column));
        }
        let _ = writeln!(page, "\n```sql\n{}\n```", table.ddl());
    }
    page
}

const HEAD: &str = "\
# The tables of memcon

<!-- Generated from the columns; a test compares. Do not edit. -->

Offsets count code points of `documents.text`. Types are named as in Spark's DDL; Arrow's are
Utf8, List of Utf8, Int64, Float32, Boolean, Date32 and Timestamp(microseconds, no zone), and
nothing else, so that Spark, DuckDB, polars, pandas and pyarrow all take them as they are.

";

fn line(column: &Column) -> String {
    let null = if column.nullable { "yes" } else { "no" };
    format!("| `{}` | `{}` | {null} | {} |", column.name, column.kind.ddl(), column.words)
}
