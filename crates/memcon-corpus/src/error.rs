//! Why there is no collection, or no output of one.

use std::io;
use std::path::PathBuf;

/// Why there is no collection, or no output of one. A file that cannot be read is no such error:
/// it is a record of the collection with its failure.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A source is not there or cannot be looked into.
    #[error("cannot read {}", .path.display())]
    Read {
        /// The source.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A pattern fits no file.
    #[error("no file fits {pattern:?}")]
    NoFile {
        /// The pattern.
        pattern: String,
    },
    /// The source is no pattern.
    #[error("{pattern:?} is no pattern of file names")]
    Pattern {
        /// What was given.
        pattern: String,
        /// What is wrong with it.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The options are not possible.
    #[error(transparent)]
    Options {
        /// What is wrong with them.
        #[from]
        source: memcon::Error,
    },
    /// A table could not be made.
    #[error(transparent)]
    Table {
        /// What is wrong.
        #[from]
        source: memcon_arrow::Error,
    },
    /// The output could not be written.
    #[error("cannot write {}", .path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The folder holds what another version or other options wrote.
    #[error("{} is not an output of memcon corpus that can be read", .path.display())]
    Foreign {
        /// The file that is not ours.
        path: PathBuf,
        /// What is wrong with it.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The run was interrupted; what was written is whole.
    #[error("interrupted; what is done is kept, and the next run goes on from there")]
    Interrupted,
}
