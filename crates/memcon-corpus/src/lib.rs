//! Collections of records of conversation: read in parallel, in order, in bounded memory.
//!
//! ```
//! use memcon_corpus::{Corpus, Outcome};
//!
//! let folder = std::env::temp_dir().join(format!("memcon-corpus-{}", std::process::id()));
//! std::fs::create_dir_all(&folder)?;
//! std::fs::write(folder.join("talk.txt"), "Orlo: Good day.\n\nVey: Good day.\n")?;
//! std::fs::write(folder.join("torn.txt"), b"Orlo: \0")?;
//! let corpus = Corpus::open([&folder])?;
//! for record in corpus.records() {
//!     match &record.outcome {
//!         Outcome::Read(parsed) => println!("{}: {} turns", record.id, parsed.memorandum.turns.len()),
//!         Outcome::Failed(why) => println!("{}: {why}", record.id),
//!         Outcome::Unchanged | Outcome::LeftOut => {}
//!     }
//! }
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
