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
    /// The file, or a document of it, is longer than is read.
    #[error("{} is longer than {most} bytes, the most that is read", .path.display())]
    TooLong {
        /// The file.
        path: PathBuf,
        /// The most that is read, in bytes.
        most: usize,
    },
    /// The file holds several documents, and one was asked for.
    #[error(
        "{} holds several documents ({first:?}, {second:?}, …); name one by its id or read all",
        .path.display()
    )]
    Several {
        /// The file.
        path: PathBuf,
        /// The id of its first document.
        first: String,
        /// The id of its second document.
        second: String,
    },
    /// The file holds no document with that id.
    #[error("{} holds no document with the id {id:?}", .path.display())]
    NoDocument {
        /// The file.
        path: PathBuf,
        /// The id asked for.
        id: String,
    },
    /// The file is in a format whose text somebody else must take out, and nobody is there.
    #[error(
        "{} is {format}, which the Python package reads: pip install \"memcon[{}]\"",
        .path.display(), .format.name().to_ascii_lowercase()
    )]
    NoExtractor {
        /// The file.
        path: PathBuf,
        /// Its format.
        format: Format,
    },
    /// The text of the file cannot be had.
    #[error("the text of {}, which is {format}, cannot be had", .path.display())]
    Extract {
        /// The file.
        path: PathBuf,
        /// Its format.
        format: Format,
        /// What its extractor said.
        source: Cause,
    },
    /// The zip cannot be unpacked, or one of its members.
    #[error("{} cannot be unpacked", .path.display())]
    Packed {
        /// The zip; of a member, its name below that.
        path: PathBuf,
        /// What is wrong.
        source: Cause,
    },
    /// No encoding has that name.
    #[error("no encoding is named {name:?}; known are those of the web, of DOS (cp437) and UTF")]
    UnknownEncoding {
        /// The name asked for.
        name: String,
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

/// Gives an error and what caused it on one line, as a report or a log wants it.
///
/// ```
/// let error = memcon::Parsed::from_json("[").unwrap_err();
/// let line = memcon::on_one_line(&error);
/// assert!(line.starts_with("not JSON of the contract \"memcon/1\": EOF"), "{line}");
/// ```
pub fn on_one_line(error: &dyn std::error::Error) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        line = format!("{line}: {deeper}");
        cause = deeper.source();
    }
    line
}
