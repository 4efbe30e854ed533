//! A file opened: what it is, and the documents in it one after the other.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read, Seek};
use std::path::Path;

use super::decode::{Decoded, Nul, decode};
use super::extracted;
use super::html::html;
use super::json::JsonRecords;
use super::packed::{Members, Whole, begins_zip, peeked, unpacked, zipped};
use super::tei::Volume;
use crate::diagnostic::DiagnosticKind;
use crate::error::Error;
use crate::format::Format;
use crate::layout::Layout;
use crate::options::Options;
use crate::source::Source;

/// No document is longer, in bytes of its file.
pub(crate) const LONGEST: usize = 64 << 20;
/// How much of a file is looked at to tell what it is, in bytes.
pub(super) const HEAD: usize = 16 * 1024;
/// No file whose text somebody else takes out is longer, in bytes: a scan holds its images.
const LONGEST_SCAN: usize = 512 << 20;

/// A file to be read from its beginning.
pub(crate) type Input = Box<dyn BufRead + Send>;

/// What a file holds.
pub(crate) enum Contents {
    /// Records as JSON.
    Json(JsonRecords),
    /// Documents.
    Documents(Documents),
    /// Files in a zip.
    Members(Box<Members>),
}

/// The documents of a file.
pub(crate) enum Documents {
    /// One, if it was not given yet.
    One(Option<Box<Source>>),
    /// Those of TEI in UTF-8, read as the file is.
    Volume(Box<Volume<Input>>),
    /// Those of TEI in another encoding, read whole.
    Decoded(Box<Volume<Cursor<String>>>, Decoded),
}

/// Opens a file.
pub(crate) fn open(
    path: &Path,
    options: &Options,
    layout: Option<&Layout>,
) -> Result<Contents, Error> {
    let unreadable = |source| Error::Read { path: path.to_owned(), source };
    let file = File::open(path).map_err(unreadable)?;
    let known = file.metadata().map_err(unreadable)?;
    if known.is_dir() {
        return Err(Error::Folder { path: path.to_owned() });
    }
    let file = match file {
        // In a pipe one cannot go back.
        file if !known.is_file() => file,
        file => match zipped(file).map_err(unreadable)? {
            Ok(zip) => return members(path, Box::new(BufReader::new(zip)), options, layout),
            Err(file) => file,
        },
    };
    contents(path, Box::new(BufReader::with_capacity(HEAD * 4, file)), options, layout)
}

/// Opens a zip: a document of Word, or files in it.
fn members(
    path: &Path,
    file: Box<dyn Whole>,
    options: &Options,
    layout: Option<&Layout>,
) -> Result<Contents, Error> {
    let members = Members::open(path, file)?;
    if !members.is_docx() {
        return Ok(Contents::Members(Box::new(members)));
    }
    let unreadable = |source| Error::Read { path: path.to_owned(), source };
    let mut file = members.into_file();
    file.rewind().map_err(unreadable)?;
    extract(path, &mut file, Format::Docx, options, layout)
}

/// Has the text of a file taken out by somebody else.
fn extract(
    path: &Path,
    file: &mut dyn Read,
    format: Format,
    options: &Options,
    layout: Option<&Layout>,
) -> Result<Contents, Error> {
    let Some(extractor) = options.known_extractor() else {
        return Err(Error::NoExtractor { path: path.to_owned(), format });
    };
    let bytes = whole(path, file, LONGEST_SCAN)?;
    let extracted = extractor.extract(format, &bytes).map_err(|source| Error::Extract {
        path: path.to_owned(),
        format,
        source,
    })?;
    let source = extracted::source(path, extracted, layout)?;
    Ok(Contents::Documents(Documents::One(Some(Box::new(source)))))
}

/// Reads a file whole, if it is not too long.
fn whole(path: &Path, file: &mut dyn Read, most: usize) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    file.take(limit + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| Error::Read { path: path.to_owned(), source })?;
    if bytes.len() > most {
        return Err(Error::TooLong { path: path.to_owned(), most });
    }
    Ok(bytes)
}

/// Tells what bytes hold; `path` is how errors name them, and its ending tells the format.
pub(crate) fn contents(
    path: &Path,
    file: Input,
    options: &Options,
    layout: Option<&Layout>,
) -> Result<Contents, Error> {
    let unreadable = |source| Error::Read { path: path.to_owned(), source };
    let (path, file) = unpacked(path, file).map_err(unreadable)?;
    let (head, mut file) = peeked(file).map_err(unreadable)?;
    if begins_zip(&head) {
        let zip = Cursor::new(whole(&path, &mut file, LONGEST_SCAN)?);
        return members(&path, Box::new(zip), options, layout);
    }
    let format = Format::of(&path, &head);
    let asked = options.encoding_name();
    if format == Format::Tei && asked.is_none() && is_utf8(&head) {
        return Ok(Contents::Documents(Documents::Volume(Box::new(Volume::new(&path, file)?))));
    }
    if matches!(format, Format::Pdf | Format::Docx) {
        return extract(&path, &mut file, format, options, layout);
    }
    let bytes = whole(&path, &mut file, LONGEST)?;
    let declared = declared(&head, format);
    let nul = if format == Format::Html { Nul::Ignored } else { Nul::Binary };
    let decoded = decode(&path, bytes, asked, declared.as_deref(), nul)?;
    Ok(Contents::Documents(match format {
        Format::Json => return Ok(Contents::Json(JsonRecords::new(decoded.text))),
        // Of the others the text was taken out above.
        Format::Text | Format::Pdf | Format::Docx => {
            Documents::One(Some(Box::new(decoded.into_source())))
        }
        Format::Html => {
            let source = html(&decoded.text, layout);
            Documents::One(Some(Box::new(decoded.through(source))))
        }
        Format::Tei => {
            let volume = Volume::new(&path, Cursor::new(decoded.text.clone()))?;
            Documents::Decoded(Box::new(volume), decoded)
        }
    }))
}

impl Iterator for Documents {
    type Item = Result<Source, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Documents::One(source) => source.take().map(|source| Ok(*source)),
            Documents::Volume(volume) => volume.next(),
            Documents::Decoded(volume, decoded) => {
                Some(volume.next()?.map(|source| of_volume(decoded.through(source))))
            }
        }
    }
}

/// Leaves out the doubts about bytes that are of other documents of the file: they stand nowhere.
fn of_volume(mut source: Source) -> Source {
    source.diagnostics.retain(|doubt| {
        let replaced = matches!(doubt.kind, DiagnosticKind::ReplacedBytes { .. });
        !(replaced && doubt.span.is_empty())
    });
    source
}

/// Whether XML is in UTF-8, as it is unless it says otherwise.
fn is_utf8(head: &[u8]) -> bool {
    let wide = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    let wide = wide || head.starts_with(b"<\0") || head.starts_with(b"\0<");
    let declared = declared(head, Format::Tei);
    let is_utf8 = |name: String| {
        let name = name.to_ascii_lowercase();
        matches!(name.as_str(), "utf-8" | "utf8" | "us-ascii" | "ascii")
    };
    !wide && declared.is_none_or(is_utf8)
}

/// Gives the encoding that XML declares in its first line, or a page in its head.
fn declared(head: &[u8], format: Format) -> Option<String> {
    match format {
        Format::Text | Format::Json | Format::Pdf | Format::Docx => None,
        Format::Html => {
            let head = String::from_utf8_lossy(&head[..head.len().min(4096)]).to_ascii_lowercase();
            // The word may stand in a script or a comment as well.
            let mut named = head.match_indices("charset");
            named.find_map(|(at, word)| quoted(&head[at + word.len()..]))
        }
        Format::Tei => {
            let start = memchr::memmem::find(&head[..head.len().min(100)], b"<?xml")?;
            let end = memchr::memmem::find(&head[start..], b"?>")?;
            let line = String::from_utf8_lossy(&head[start..start + end]).into_owned();
            let (_, value) = line.split_once("encoding")?;
            quoted(value)
        }
    }
}

/// Gives the word after an equals sign, with or without quotation marks.
fn quoted(value: &str) -> Option<String> {
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let value = value.trim_start_matches(['"', '\'']);
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
    let end = value.find(|c| !is_name(c)).unwrap_or(value.len());
    Some(value[..end].to_owned()).filter(|name| !name.is_empty())
}
