//! What is packed: gzip as a stream, the members of a zip one after the other, both within bounds.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::vec;

use flate2::bufread::MultiGzDecoder;
use zip::ZipArchive;

use super::open::{HEAD, Input, LONGEST};
use crate::error::Error;
use crate::format::Format;

/// What is packed gives at most so many times its own bytes, once it gives many.
const RATIO: u64 = 200;
/// How much is many, in bytes, for the members of a zip.
const MANY: u64 = 1 << 20;
/// Endings of files that may be documents; beside one, a member that ends otherwise is left out.
const ENDINGS: &[&str] =
    &["txt", "text", "htm", "html", "xhtml", "xml", "tei", "gz", "json", "pdf", "docx", "zip"];

/// A file in which one can go to and fro.
pub(crate) trait Whole: Read + Seek + Send {}

impl<T: Read + Seek + Send> Whole for T {}

/// The members of a zip that may be documents, in order of their names.
pub(crate) struct Members {
    archive: ZipArchive<Box<dyn Whole>>,
    names: vec::IntoIter<String>,
    path: PathBuf,
    /// The bytes of the zip, and how many its members gave.
    packed: u64,
    given: u64,
}

impl Members {
    /// Reads the table of a zip; `path` is how errors name it.
    pub(crate) fn open(path: &Path, mut file: Box<dyn Whole>) -> Result<Self, Error> {
        let unreadable = |source| Error::Read { path: path.to_owned(), source };
        let packed = file.seek(SeekFrom::End(0)).map_err(unreadable)?;
        file.rewind().map_err(unreadable)?;
        let torn = |error| Error::Packed { path: path.to_owned(), source: Box::new(error) };
        let archive = ZipArchive::new(file).map_err(torn)?;
        let names: Result<Vec<String>, _> =
            archive.file_names().map(|name| name.map(std::borrow::Cow::into_owned)).collect();
        let mut names = names.map_err(torn)?;
        names.retain(|name| !name.ends_with('/') && !is_hidden(name));
        if names.iter().any(|name| is_document(name)) {
            names.retain(|name| is_document(name));
        }
        if names.is_empty() {
            let source = "no file in it can be a document".into();
            return Err(Error::Packed { path: path.to_owned(), source });
        }
        names.sort_unstable();
        Ok(Self { archive, names: names.into_iter(), path: path.to_owned(), packed, given: 0 })
    }

    /// Tells whether the zip is a document of Word.
    pub(crate) fn is_docx(&self) -> bool {
        self.archive.index_for_name("word/document.xml").is_some()
            || Format::from_path(&self.path) == Format::Docx
    }

    /// Gives the zip itself.
    pub(crate) fn into_file(self) -> Box<dyn Whole> {
        self.archive.into_inner()
    }

    /// Gives the name of the next member and its bytes.
    pub(crate) fn next(&mut self) -> Option<(String, Result<Vec<u8>, Error>)> {
        let name = self.names.next()?;
        let bytes = self.member(&name).map_err(|source| {
            let path = self.path.join(&name);
            Error::Packed { path, source: Box::new(source) }
        });
        Some((name, bytes))
    }

    fn member(&mut self, name: &str) -> io::Result<Vec<u8>> {
        let member = self.archive.by_name(name).map_err(io::Error::other)?;
        let packed = member.compressed_size().max(1);
        let most = (LONGEST as u64).min(packed.saturating_mul(RATIO).max(MANY));
        // Members may share their bytes, so that each is in proportion and all together are not.
        let in_all = self.packed.saturating_mul(RATIO).max(LONGEST as u64);
        let left = in_all.saturating_sub(self.given);
        let mut bytes = Vec::new();
        member.take(most.min(left) + 1).read_to_end(&mut bytes)?;
        let given = bytes.len() as u64;
        self.given += given.min(left);
        if given > most {
            return Err(too_much(&format!("it unpacks to more than {most} bytes")));
        }
        if given > left {
            let why = format!("what is in its zip unpacks to more than {in_all} bytes in all");
            return Err(too_much(&why));
        }
        Ok(bytes)
    }
}

fn is_hidden(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') && part != ".." || part == "__MACOSX")
}

fn is_document(name: &str) -> bool {
    let ending = Path::new(name).extension().map(|it| it.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Tells whether a file that begins so is a zip.
pub(super) fn begins_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// Gives the beginning of a file, and the file from its beginning.
pub(super) fn peeked(mut file: Input) -> io::Result<(Vec<u8>, Input)> {
    let mut head = Vec::with_capacity(HEAD);
    file.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let whole = Cursor::new(head.clone()).chain(file);
    Ok((head, Box::new(whole)))
}

/// Tells a zip, in which one goes to and fro, from any other file.
pub(super) fn zipped(mut file: File) -> io::Result<Result<File, File>> {
    let mut head = Vec::with_capacity(4);
    (&file).take(4).read_to_end(&mut head)?;
    file.rewind()?;
    Ok(if begins_zip(&head) { Ok(file) } else { Err(file) })
}

/// Unpacks what is packed with gzip; `talk.xml.gz` is then called `talk.xml`.
pub(super) fn unpacked(path: &Path, file: Input) -> io::Result<(PathBuf, Input)> {
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
            return Err(too_much(&format!("it unpacks to more than {RATIO} times its bytes")));
        }
        Ok(read)
    }
}

fn too_much(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}
