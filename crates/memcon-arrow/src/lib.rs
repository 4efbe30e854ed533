#![doc = include_str!("../README.md")]

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
