#![doc = include_str!("../README.md")]

mod assemble;
mod block;
pub mod diagnostic;
mod documents;
mod error;
mod extract;
mod format;
mod grammar;
mod layout;
mod lines;
mod model;
mod options;
mod read;
mod record;
mod resolve;
mod roster;
mod source;
mod span;
pub mod write;

use std::path::Path;

use crate::source::Source;

pub use crate::diagnostic::{Diagnostic, DiagnosticKind, Doubts, Severity};
pub use crate::documents::{Document, Documents, Records, documents, documents_in};
pub use crate::error::{Error, on_one_line};
pub use crate::extract::{Extracted, Extractor, Page};
pub use crate::format::Format;
pub use crate::lines::{LineIndex, Position};
pub use crate::model::*;
pub use crate::options::Options;
pub use crate::roster::{Roster, RosterPerson, Tenure};
pub use crate::span::{CharIndex, CharSteps, Span};
pub use crate::write::{JsonStyle, outline};

/// Reads a record of conversation from its text.
///
/// Never fails: a text in which nobody speaks gives a memorandum of form [`Form::None`] or
/// [`Form::Reported`] with a diagnostic.
///
/// ```
/// let parsed = memcon::parse("Orlo: Good day.\n\nVey: Good day.\n\nOrlo: Sit down.\n\nVey: Gladly.\n");
/// assert_eq!(parsed.memorandum.turns.len(), 4);
/// ```
pub fn parse(text: &str) -> Parsed {
    record::read(&Source::of_text(text), None, None)
}

/// Reads a record of conversation from its text, as the options ask.
///
/// # Errors
///
/// [`Error::UnknownLayout`], when no layout has the name asked for.
pub fn parse_with(text: &str, options: &Options) -> Result<Parsed, Error> {
    made(&Source::of_text(text), options)
}

/// Reads a source as the options ask.
fn made(source: &Source, options: &Options) -> Result<Parsed, Error> {
    let layout = options.layout_name().map(layout::find).transpose()?;
    Ok(record::read(source, layout.as_deref(), options.known_people()))
}

/// Reads a record of conversation from a file: text in any encoding, a saved page of HTML, TEI, or
/// JSON that memcon wrote; packed with gzip or zip or not.
///
/// PDF and DOCX are read with an [`Extractor`] ([`Options::extractor`]).
///
/// # Errors
///
/// [`Error`], when the file is not there, is a folder, is binary, is broken markup or other JSON,
/// or holds several documents.
pub fn read(path: impl AsRef<Path>) -> Result<Parsed, Error> {
    read_with(path, &Options::default())
}

/// Reads a record of conversation from a file, as the options ask.
///
/// # Errors
///
/// Those of [`read`], and [`Error::UnknownLayout`].
pub fn read_with(path: impl AsRef<Path>, options: &Options) -> Result<Parsed, Error> {
    Ok(documents(path, options)?.one()?.parse())
}

/// Reads a record of conversation from the bytes of a file, already at hand.
///
/// The path need not exist: its ending tells the format, and errors name it.
///
/// ```
/// let latin = memcon::Options::new().encoding("latin-1");
/// let parsed = memcon::read_bytes("talk.txt", b"caf\xE9".to_vec(), &latin)?;
/// assert_eq!(parsed.memorandum.text, "café");
/// # Ok::<(), memcon::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`read_with`], the missing file and the folder excepted.
pub fn read_bytes(
    path: impl AsRef<Path>,
    bytes: Vec<u8>,
    options: &Options,
) -> Result<Parsed, Error> {
    Ok(documents_in(path, bytes, options)?.one()?.parse())
}

/// Reads every document of a file as a record of conversation, one after the other.
///
/// A TEI volume holds many, and so does a zip; any other file is one. Of a volume only the document
/// at hand is in memory, and a document is read when it is asked for. Ids are in
/// [`Memorandum::id`].
///
/// ```no_run
/// for parsed in memcon::read_all("volume.xml")? {
///     let memorandum = parsed?.memorandum;
///     println!("{:?}: {} turns", memorandum.id, memorandum.turns.len());
/// }
/// # Ok::<(), memcon::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`documents`].
pub fn read_all(path: impl AsRef<Path>) -> Result<Records, Error> {
    read_all_with(path, &Options::default())
}

/// Reads every document of a file, as the options ask.
///
/// # Errors
///
/// Those of [`documents`].
pub fn read_all_with(path: impl AsRef<Path>, options: &Options) -> Result<Records, Error> {
    Ok(Records(documents(path, options)?))
}

/// Lists the names of the layouts.
///
/// ```
/// assert!(memcon::layouts().contains(&"wilson-center".to_owned()));
/// ```
pub fn layouts() -> Vec<String> {
    layout::names()
}
