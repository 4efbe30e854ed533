#![doc = include_str!("../README.md")]

pub mod analysis;
mod batch;
mod corpus;
mod diff;
mod error;
mod export;
mod filter;
mod jobs;
mod listing;
mod opened;
mod output;
mod pool;
mod record;
mod rows;
mod work;

pub use crate::batch::{Content, Item, parse_batch};
pub use crate::corpus::Corpus;
pub use crate::diff::{DiffRow, diff, diff_with};
pub use crate::error::Error;
pub use crate::export::{Gathered, write_folder, write_table, write_tables, write_text};
pub use crate::filter::Filter;
pub use crate::output::{Kept, Progress, Report};
pub use crate::pool::{Next, Records};
pub use crate::record::{Outcome, Record};
pub use crate::rows::Rows;
pub use memcon_arrow::{Draft, Table};
