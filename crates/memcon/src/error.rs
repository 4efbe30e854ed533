//! Why no memorandum could be made.

use std::io;
use std::path::PathBuf;

use crate::format::Format;

/// A private library's error, kept as a source and not as a type.
pub(crate) type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Why no memorandum could be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file could not be read.
    #[error("cannot read {}", .path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The path is a folder.
    #[error("{} is a folder; expected a file", .path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
    },
    /// The file is not text.
    #[error("{} is binary (a NUL byte at byte {at}); expected text", .path.display())]
    Binary {
        /// The file.
        path: PathBuf,
        /// The first NUL byte.
        at: usize,
    },
    /// The file is text in another encoding.
    #[error("{} is not UTF-8 from byte {at}; convert it to UTF-8 first", .path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The first byte that is not UTF-8.
        at: usize,
    },
    /// The file is not the markup that it seems to be.
    #[error("{} is not well-formed {format} at byte {at}", .path.display())]
    Markup {
        /// The file.
        path: PathBuf,
        /// The format.
        format: Format,
        /// The byte of the file at which it goes wrong.
        at: usize,
        /// What is wrong.
        source: Cause,
    },
    /// No layout has that name.
    #[error("no layout is named {name:?}; known layouts: {}", .known.join(", "))]
    UnknownLayout {
        /// The name asked for.
        name: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// A layout's TOML cannot be used.
    #[error("layout {name:?} is not valid")]
    InvalidLayout {
        /// The layout.
        name: String,
        /// What is wrong with it.
        source: Cause,
    },
    /// A roster's file cannot be used.
    #[error("roster{}{}: {problem}", .path.as_ref().map(|path| format!(" {}", path.display())).unwrap_or_default(), .line.map(|line| format!(", line {line}")).unwrap_or_default())]
    InvalidRoster {
        /// The file, where there is one.
        path: Option<PathBuf>,
        /// The line, from 1, where one is at fault.
        line: Option<usize>,
        /// What was found and what was expected.
        problem: String,
    },
    /// The text is not JSON of the contract.
    #[error("not JSON of the contract \"memcon/1\"")]
    Json {
        /// What is wrong with it.
        source: Cause,
    },
}
