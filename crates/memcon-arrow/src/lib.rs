//! Records of conversation as Arrow tables and Parquet files.
//!
//! Five tables (documents, participants, turns, notes, diagnostics) with schemas that are the same
//! for every record and every collection, and of types that Spark, DuckDB, polars, pandas and
//! pyarrow all take. The types of Arrow are public here, and only here: handing them over is what
//! the crate is for.

mod column;
mod days;
mod describe;
mod draft;
mod entry;
mod error;
mod parquet;
mod rows;
mod schema;
mod select;
mod sheet;
mod table;
mod value;
mod values;

pub use crate::column::{Column, Kind};
pub use crate::describe::describe;
pub use crate::draft::Draft;
pub use crate::entry::Entry;
pub use crate::error::Error;
pub use crate::parquet::{ParquetWriter, read_parquet, write_parquet};
pub use crate::rows::{batch, columns};
pub use crate::select::without;
pub use crate::sheet::Sheet;
pub use crate::table::Table;

/// The name and major version of the schemas.
pub const VERSION: &str = "memcon-tables/1";
