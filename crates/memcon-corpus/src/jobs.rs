//! What there is to do: a collection's files as pieces of work for several hands.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::listing::File;
use crate::opened::Opened;
use crate::work::Plan;

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
    /// A document of a volume or of a zip, with the id that its file gives it.
    Document { origin: Origin, id: Option<String>, document: Box<memcon::Document> },
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
    /// The names of all files, which the collection shares.
    files: Arc<Vec<File>>,
    next: usize,
    /// The file that holds many documents and is read.
    open: Option<(Origin, memcon::Documents)>,
    /// The file that is being opened or read.
    at: Option<Origin>,
}

impl Jobs {
    pub(crate) fn new(plan: Arc<Plan>, files: Arc<Vec<File>>) -> Self {
        Self { plan, files, next: 0, open: None, at: None }
    }

    /// Tells that reading broke; of a zip the next member is read nevertheless.
    pub(crate) fn give_up(&mut self) -> Option<Job> {
        let origin = match &self.open {
            Some((origin, documents)) => inside(origin, documents.member()),
            None => self.at.take()?,
        };
        Some(Job::Failed(origin, crate::work::BROKEN.to_owned()))
    }

    /// Opens a file that may hold many documents: these are handed out one by one, so that
    /// several hands share them and only those at hand are in memory.
    fn open(&mut self, file: &File) -> Result<Option<Job>, (Origin, String)> {
        let mut origin = Origin::of(file);
        self.at = Some(origin.clone());
        let opened = Opened::of(&file.path).map_err(|error| (origin.clone(), error.to_string()))?;
        let unchanged = self.plan.is_done(&file.key, &opened.sha256);
        origin.sha256 = Some(opened.sha256.clone());
        if unchanged {
            return Ok(Some(Job::Unchanged(origin)));
        }
        let documents = opened
            .documents(&file.path, &self.plan.options)
            .map_err(|error| (origin.clone(), memcon::on_one_line(&error)))?;
        self.open = Some((origin, documents));
        Ok(None)
    }

    /// Gives the next piece of the file that is open.
    fn piece(&mut self) -> Option<Job> {
        let (origin, documents) = self.open.as_mut()?;
        piece(origin, documents)
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
            let file = self.files.get(self.next)?.clone();
            self.next += 1;
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

/// Gives the next document of a file as a piece of work.
pub(crate) fn piece(origin: &Origin, documents: &mut memcon::Documents) -> Option<Job> {
    let next = documents.next()?;
    let member = documents.member();
    let origin = inside(origin, member);
    Some(match next {
        Ok(document) => {
            let id = own_id(document.id(), member).map(str::to_owned);
            Job::Document { origin, id, document: Box::new(document) }
        }
        Err(error) => Job::Failed(origin, memcon::on_one_line(&error)),
    })
}

/// Gives the origin of what is inside a zip.
fn inside(origin: &Origin, member: Option<&str>) -> Origin {
    let file = match member {
        Some(member) => format!("{}/{member}", origin.file),
        None => origin.file.clone(),
    };
    Origin { file, ..origin.clone() }
}

/// Gives the id that a file gives a document, without the name of the file in its zip.
fn own_id<'d>(id: Option<&'d str>, member: Option<&str>) -> Option<&'d str> {
    match member {
        Some(member) => id?.strip_prefix(member)?.strip_prefix('#'),
        None => id,
    }
}

fn holds_many(path: &Path) -> bool {
    ["zip", "xml", "tei"].iter().any(|ending| has_ending(path, ending))
        || path.file_stem().is_some_and(|stem| has_ending(Path::new(stem), "xml"))
}

fn has_ending(path: &Path, wanted: &str) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(wanted))
}
