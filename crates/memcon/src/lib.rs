#![doc = include_str!("../README.md")]

pub mod diagnostic;
mod error;
mod model;
mod span;

use std::fs;
use std::path::Path;

pub use crate::diagnostic::{Diagnostic, DiagnosticKind, Doubts, Severity};
pub use crate::error::Error;
pub use crate::model::*;
pub use crate::span::{CharIndex, CharSteps, Span};

/// Reads a record of conversation from its text.
pub fn parse(text: &str) -> Parsed {
    let whole = Piece { kind: PieceKind::Narration, span: Span::new(0, text.len()) };
    let pieces = if text.is_empty() { Vec::new() } else { vec![whole] };
    let memorandum = Memorandum { text: text.to_owned(), pieces, ..Memorandum::default() };
    Parsed { memorandum, diagnostics: Vec::new() }
}

// Stand-ins, so that the bindings build: the parser's own take their place.

/// How a text is to be read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    layout: Option<String>,
}

impl Options {
    /// Gives the options that recognise everything.
    pub fn new() -> Self {
        Self::default()
    }

    /// Names the layout.
    #[must_use]
    pub fn layout(mut self, name: &str) -> Self {
        self.layout = Some(name.to_owned());
        self
    }
}

/// Lists the layouts.
pub fn layouts() -> Vec<String> {
    vec!["plain".to_owned()]
}

/// Reads a record of conversation from its text.
///
/// # Errors
///
/// [`Error::UnknownLayout`].
pub fn parse_with(text: &str, options: &Options) -> Result<Parsed, Error> {
    match &options.layout {
        Some(name) if !layouts().contains(name) => {
            Err(Error::UnknownLayout { name: name.clone(), known: layouts() })
        }
        _ => Ok(parse(text)),
    }
}

/// Reads a record of conversation from a file.
///
/// # Errors
///
/// [`Error::Read`] and its like.
pub fn read(path: impl AsRef<Path>) -> Result<Parsed, Error> {
    read_with(path, &Options::new())
}

/// Reads a record of conversation from a file.
///
/// # Errors
///
/// [`Error::Read`] and its like.
pub fn read_with(path: impl AsRef<Path>, options: &Options) -> Result<Parsed, Error> {
    let path = path.as_ref().to_path_buf();
    if path.is_dir() {
        return Err(Error::Folder { path });
    }
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(source) => return Err(Error::Read { path, source }),
    };
    if let Some(at) = memchr::memchr(0, &bytes) {
        return Err(Error::Binary { path, at });
    }
    match std::str::from_utf8(&bytes) {
        Ok(text) => parse_with(text, options),
        Err(error) => Err(Error::NotUtf8 { path, at: error.valid_up_to() }),
    }
}

/// Gives a readable outline.
pub fn outline(parsed: &Parsed) -> String {
    format!("form: {}\n", parsed.memorandum.form.name())
}
