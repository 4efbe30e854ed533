//! A file opened: what it is, and the documents in it one after the other.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

use flate2::bufread::MultiGzDecoder;

use super::decode::{Decoded, Nul, decode};
use super::html::html;
use super::tei::Volume;
use crate::error::Error;
use crate::format::Format;
use crate::layout::Layout;
use crate::options::Options;
use crate::source::Source;

/// No document is longer, in bytes of its file.
pub(crate) const LONGEST: usize = 64 << 20;
/// How much of a file is looked at to tell what it is, in bytes.
const HEAD: usize = 16 * 1024;
/// What is compressed gives at most so many times its own bytes, once it gives many.
const RATIO: u64 = 200;

/// A file to be read from its beginning.
pub(crate) type Input = Box<dyn BufRead + Send>;

/// What a file holds.
pub(crate) enum Contents {
    /// A record as JSON.
    Json(String),
    /// Documents.
    Documents(Documents),
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
    if file.metadata().map_err(unreadable)?.is_dir() {
        return Err(Error::Folder { path: path.to_owned() });
    }
    contents(path, Box::new(BufReader::with_capacity(HEAD * 4, file)), options, layout)
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
    let format = Format::of(&path, &head);
    let asked = options.encoding_name();
    if format == Format::Tei && asked.is_none() && is_utf8(&head) {
        return Ok(Contents::Documents(Documents::Volume(Box::new(Volume::new(&path, file)?))));
    }
    let mut bytes = Vec::new();
    let most = u64::try_from(LONGEST).unwrap_or(u64::MAX);
    file.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > LONGEST {
        return Err(Error::TooLong { path, most: LONGEST });
    }
    let declared = declared(&head, format);
    let nul = if format == Format::Html { Nul::Ignored } else { Nul::Binary };
    let decoded = decode(&path, bytes, asked, declared.as_deref(), nul)?;
    Ok(Contents::Documents(match format {
        Format::Json => return Ok(Contents::Json(decoded.text)),
        Format::Text => Documents::One(Some(Box::new(decoded.into_source()))),
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
                Some(volume.next()?.map(|source| decoded.through(source)))
            }
        }
    }
}

/// Gives the beginning of a file, and the file from its beginning.
fn peeked(mut file: Input) -> io::Result<(Vec<u8>, Input)> {
    let mut head = Vec::with_capacity(HEAD);
    file.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let whole = Cursor::new(head.clone()).chain(file);
    Ok((head, Box::new(whole)))
}

/// Unpacks what is packed with gzip; `talk.xml.gz` is then called `talk.xml`.
fn unpacked(path: &Path, file: Input) -> io::Result<(PathBuf, Input)> {
    let (head, file) = peeked(file)?;
    if !head.starts_with(b"\x1F\x8B") {
        return Ok((path.to_owned(), file));
    }
    let packed = Counted { file, count: 0 };
    let bounded = Bounded { file: MultiGzDecoder::new(packed), given: 0 };
    let name = path.file_stem().filter(|_| path.extension().is_some_and(|e| e == "gz"));
    let path = name.map_or(path.to_owned(), |name| path.with_file_name(name));
    Ok((path, Box::new(BufReader::with_capacity(HEAD * 4, bounded))))
}

/// A file, and how much of it was read.
struct Counted {
    file: Input,
    count: u64,
}

impl Read for Counted {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(to)?;
        self.count += read as u64;
        Ok(read)
    }
}

impl BufRead for Counted {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.file.fill_buf()
    }

    fn consume(&mut self, length: usize) {
        self.count += length as u64;
        self.file.consume(length);
    }
}

/// What is unpacked, as long as it is not out of all proportion.
struct Bounded {
    file: MultiGzDecoder<Counted>,
    given: u64,
}

impl Read for Bounded {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(to)?;
        self.given += read as u64;
        let packed = self.file.get_ref().count.max(1);
        if self.given > LONGEST as u64 && self.given / packed > RATIO {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                format!("it unpacks to more than {RATIO} times its bytes"),
            ));
        }
        Ok(read)
    }
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
        Format::Text | Format::Json => None,
        Format::Html => {
            let head = String::from_utf8_lossy(&head[..head.len().min(4096)]).to_ascii_lowercase();
            let (_, value) = head.split_once("charset")?;
            quoted(value)
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
