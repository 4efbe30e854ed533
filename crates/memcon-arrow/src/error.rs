//! Why no table could be made.

use std::io;

/// A private library's error, kept as a source and not as a type.
pub(crate) type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Why no table could be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// More text or entries than one Arrow array can hold.
    #[error("a table of more than 2 GiB in one column; expected less in one batch")]
    TooLarge,
    /// The values do not make a table.
    #[error("no Arrow table")]
    Arrow {
        /// What Arrow said.
        source: Cause,
    },
    /// No Parquet file could be written or read.
    #[error("no Parquet file")]
    Parquet {
        /// What the writer or reader said.
        source: Cause,
    },
    /// A file could not be written or read.
    #[error("no file")]
    File {
        /// What the system said.
        #[from]
        source: io::Error,
    },
}

impl From<arrow_schema::ArrowError> for Error {
    fn from(error: arrow_schema::ArrowError) -> Self {
        Error::Arrow { source: Box::new(error) }
    }
}

impl From<parquet::errors::ParquetError> for Error {
    fn from(error: parquet::errors::ParquetError) -> Self {
        Error::Parquet { source: Box::new(error) }
    }
}
