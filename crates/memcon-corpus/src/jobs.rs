//! What there is to do: a collection's files as pieces of work for several hands.

use std::borrow::Cow;
use std::fs;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::vec;

use zip::ZipArchive;

use crate::listing::File;
use crate::work::{Plan, digest};

/// No member of a zip is longer, in bytes.
const LONGEST: u64 = 64 << 20;
/// What is packed gives at most so many times its own bytes, once it gives many.
const RATIO: u64 = 200;

/// What is known of a file when one of its documents is read.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    /// The key of the file that the collection lists.
    pub(crate) source: String,
    /// The same, and the member of a zip.
    pub(crate) file: String,
    pub(crate) path: PathBuf,
    pub(crate) sha256: Option<String>,
}

impl Origin {
    pub(crate) fn of(file: &File) -> Self {
        let File { key, path, .. } = file;
        Self { source: key.clone(), file: key.clone(), path: path.clone(), sha256: None }
    }
}

/// A piece of work.
#[derive(Debug)]
pub(crate) enum Job {
    /// A file, to be opened where the work is done.
    File(File),
    /// A member of a zip, unpacked.
    Member { origin: Origin, name: String, bytes: Vec<u8> },
    /// A document of a volume.
    Document { origin: Origin, document: Box<memcon::Document> },
    /// The file is what it was.
    Unchanged(Origin),
    /// The file, or the rest of it, cannot be read.
    Failed(Origin, String),
    /// Work that breaks.
    #[cfg(test)]
    Broken(Origin),
}

/// The pieces of work of a collection, one after the other.
#[derive(Debug)]
pub(crate) struct Jobs {
    plan: Arc<Plan>,
    files: vec::IntoIter<File>,
    open: Option<Open>,
    /// The file that is being opened or read.
    at: Option<Origin>,
}

/// A file that holds many documents.
#[derive(Debug)]
enum Open {
    Volume(Origin, memcon::Documents),
    Zip(Origin, ZipArchive<Cursor<Vec<u8>>>, vec::IntoIter<String>),
}

impl Jobs {
    pub(crate) fn new(plan: Arc<Plan>, files: Vec<File>) -> Self {
        Self { plan, files: files.into_iter(), open: None, at: None }
    }

    /// Leaves the file at which reading broke, and tells that it did.
    pub(crate) fn give_up(&mut self) -> Option<Job> {
        self.open = None;
        Some(Job::Failed(self.at.take()?, crate::work::BROKEN.to_owned()))
    }

    /// Opens a file that may hold many documents: these are handed out one by one, so that
    /// several hands share them and only those at hand are in memory.
    fn open(&mut self, file: &File) -> Result<Option<Job>, (Origin, String)> {
        let mut origin = Origin::of(file);
        self.at = Some(origin.clone());
        let bytes = fs::read(&file.path).map_err(|error| (origin.clone(), error.to_string()))?;
        let sha256 = digest(&bytes);
        let unchanged = self.plan.is_done(&file.key, &sha256);
        origin.sha256 = Some(sha256);
        if unchanged {
            return Ok(Some(Job::Unchanged(origin)));
        }
        self.open = Some(if has_ending(&file.path, "zip") {
            let known = origin.clone();
            let told = |error: zip::result::ZipError| (known.clone(), error.to_string());
            let archive = ZipArchive::new(Cursor::new(bytes)).map_err(told)?;
            let names: Result<Vec<String>, _> =
                archive.file_names().map(|name| name.map(Cow::into_owned)).collect();
            let mut names = names.map_err(told)?;
            names.retain(|name| !name.ends_with('/') && !is_hidden(name));
            names.sort_unstable();
            Open::Zip(origin, archive, names.into_iter())
        } else {
            let documents = memcon::documents_in(&file.path, bytes, &self.plan.options)
                .map_err(|error| (origin.clone(), crate::work::told(&error)))?;
            Open::Volume(origin, documents)
        });
        Ok(None)
    }

    /// Gives the next piece of the file that is open.
    fn piece(&mut self) -> Option<Job> {
        match self.open.as_mut()? {
            Open::Volume(origin, documents) => Some(match documents.next()? {
                Ok(document) => {
                    Job::Document { origin: origin.clone(), document: Box::new(document) }
                }
                Err(error) => Job::Failed(origin.clone(), crate::work::told(&error)),
            }),
            Open::Zip(origin, archive, names) => {
                let name = names.next()?;
                let origin = origin.clone();
                Some(match member(archive, &name) {
                    Ok(bytes) => Job::Member { origin, name, bytes },
                    Err(error) => Job::Failed(inside(&origin, &name), error.to_string()),
                })
            }
        }
    }
}

impl Iterator for Jobs {
    type Item = Job;

    fn next(&mut self) -> Option<Job> {
        loop {
            if let Some(job) = self.piece() {
                return Some(job);
            }
            self.open = None;
            let file = self.files.next()?;
            if file.trouble.is_some() || !holds_many(&file.path) {
                return Some(Job::File(file));
            }
            match self.open(&file) {
                Ok(Some(job)) => return Some(job),
                Ok(None) => {}
                Err((origin, why)) => return Some(Job::Failed(origin, why)),
            }
        }
    }
}

/// Gives the origin of what is inside a zip.
pub(crate) fn inside(origin: &Origin, name: &str) -> Origin {
    Origin { file: format!("{}/{name}", origin.file), ..origin.clone() }
}

fn holds_many(path: &Path) -> bool {
    ["zip", "xml", "tei"].iter().any(|ending| has_ending(path, ending))
        || path.file_stem().is_some_and(|stem| has_ending(Path::new(stem), "xml"))
}

fn has_ending(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(wanted))
}

fn is_hidden(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX")
}

fn member(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> io::Result<Vec<u8>> {
    let member = archive.by_name(name).map_err(io::Error::other)?;
    let packed = member.compressed_size().max(1);
    let most = LONGEST.min(packed.saturating_mul(RATIO).max(1 << 20));
    let mut bytes = Vec::new();
    member.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        let why = format!("{name:?} unpacks to more than {most} bytes");
        return Err(io::Error::new(io::ErrorKind::InvalidData, why));
    }
    Ok(bytes)
}
