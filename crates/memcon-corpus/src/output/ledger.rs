//! Which parts an output has, and which files are in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use memcon_arrow::{Draft, Table};
use serde::{Deserialize, Serialize};

use crate::corpus::Corpus;
use crate::error::Error;
use crate::opened::digest;
use crate::work::Done;

/// The folder of the lists.
pub(super) const FOLDER: &str = "_memcon";

/// What a part holds.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct List {
    /// The number of the part; set when it is added.
    pub(super) part: u32,
    /// The version of memcon that read it.
    pub(super) memcon: String,
    /// The version of the tables.
    pub(super) tables: String,
    /// The SHA-256 of how it was asked to read, and what.
    pub(super) options: String,
    /// The parts whose place it takes.
    pub(super) replaces: Vec<u32>,
    /// The files in it.
    pub(super) files: Vec<Listed>,
}

/// A file in a part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Listed {
    /// Its key in the collection.
    pub(super) file: String,
    /// Its SHA-256; none where it could not be read.
    pub(super) sha256: Option<String>,
    /// The ids of its documents.
    pub(super) documents: Vec<String>,
}

/// The parts of an output.
#[derive(Debug)]
pub(super) struct Ledger {
    folder: PathBuf,
    options: String,
    parts: BTreeMap<u32, Known>,
}

/// What is held in memory of a part. The names of its files are in its list only, so that memory
/// does not grow with their number.
#[derive(Debug)]
struct Known {
    /// Whether this version read it, and as it is asked to read now.
    is_ours: bool,
    replaces: Vec<u32>,
}

impl Ledger {
    /// Reads the lists of a folder, brings it in order, and removes what is in none of them.
    pub(super) fn open(folder: &Path, corpus: &Corpus) -> Result<Self, Error> {
        // A roster has thousands of names, and stands in every list.
        let asked = format!("{:?} {:?}", corpus.options(), corpus.filter());
        let options = digest(asked.as_bytes());
        let mut ledger = Self { folder: folder.to_owned(), options, parts: BTreeMap::new() };
        for list in lists(folder)? {
            ledger.know(&list?);
        }
        let replaced: Vec<u32> =
            ledger.parts.values().flat_map(|known| known.replaces.iter().copied()).collect();
        for part in replaced {
            ledger.drop_part(part)?;
        }
        ledger.clear()?;
        Ok(ledger)
    }

    /// Removes files that a run left that did not come to its end.
    fn clear(&self) -> Result<(), Error> {
        let known: Vec<String> = self.parts.keys().map(|part| name(*part)).collect();
        for below in Table::ALL.map(Table::name).into_iter().chain([FOLDER]) {
            for path in files(&self.folder.join(below))? {
                let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
                let draft = has_ending(&path, "part");
                let orphan = has_ending(&path, "parquet")
                    && stem.is_some_and(|stem| is_part(&stem) && !known.contains(&stem));
                if draft || orphan {
                    remove(&path)?;
                }
            }
        }
        Ok(())
    }

    /// Gives what need not be read again; what another version read is read again.
    pub(super) fn done(&self) -> Result<Done, Error> {
        let mut done = Done::new();
        for (part, _) in self.parts.iter().filter(|(_, known)| known.is_ours) {
            for Listed { file, sha256, .. } in self.list(*part)?.files {
                match sha256 {
                    Some(sha256) => done.insert(file, sha256),
                    None => done.remove(&file),
                };
            }
        }
        Ok(done)
    }

    /// Gives the numbers of the parts.
    pub(super) fn parts(&self) -> Vec<u32> {
        self.parts.keys().copied().collect()
    }

    /// Reads the list of a part.
    pub(super) fn list(&self, part: u32) -> Result<List, Error> {
        read(self.place(part))
    }

    fn place(&self, part: u32) -> PathBuf {
        self.folder.join(FOLDER).join(format!("{}.json", name(part)))
    }

    fn know(&mut self, list: &List) {
        let is_ours = list.memcon == env!("CARGO_PKG_VERSION")
            && list.tables == memcon_arrow::VERSION
            && list.options == self.options;
        self.parts.insert(list.part, Known { is_ours, replaces: list.replaces.clone() });
    }

    /// Gives the number of the next part.
    pub(super) fn next(&self) -> u32 {
        self.parts.keys().next_back().map_or(0, |last| last + 1)
    }

    /// Adds a part whose files are whole: from now on it counts.
    pub(super) fn add(&mut self, mut list: List) -> Result<(), Error> {
        env!("CARGO_PKG_VERSION").clone_into(&mut list.memcon);
        memcon_arrow::VERSION.clone_into(&mut list.tables);
        list.options.clone_from(&self.options);
        let path = self.place(list.part);
        let written = || {
            let mut draft = Draft::begin(&path)?;
            serde_json::to_writer_pretty(&mut draft, &list)?;
            draft.write_all(b"\n")?;
            draft.finish()
        };
        written().map_err(|source| Error::Write { path: path.clone(), source })?;
        self.know(&list);
        Ok(())
    }

    /// Removes a part: its list first, so that it no longer counts.
    pub(super) fn drop_part(&mut self, part: u32) -> Result<(), Error> {
        remove(&self.place(part))?;
        self.parts.remove(&part);
        for table in Table::ALL {
            remove(&place(&self.folder, table, part))?;
        }
        Ok(())
    }
}

/// Gives the numbers of the parts that count.
pub(super) fn numbers(folder: &Path) -> Result<Vec<u32>, Error> {
    let (mut parts, mut replaced) = (BTreeSet::new(), BTreeSet::new());
    for list in lists(folder)? {
        let list = list?;
        parts.insert(list.part);
        replaced.extend(list.replaces);
    }
    Ok(parts.difference(&replaced).copied().collect())
}

/// Reads the lists of a folder, one after the other.
fn lists(folder: &Path) -> Result<impl Iterator<Item = Result<List, Error>>, Error> {
    let paths = files(&folder.join(FOLDER))?;
    Ok(paths.into_iter().filter(|path| has_ending(path, "json")).map(read))
}

fn read(path: PathBuf) -> Result<List, Error> {
    let bytes = fs::read(&path).map_err(|source| Error::Read { path: path.clone(), source })?;
    serde_json::from_slice(&bytes).map_err(|source| Error::Foreign { path, source: source.into() })
}

/// Gives where a part of a table is.
pub(super) fn place(folder: &Path, table: Table, part: u32) -> PathBuf {
    folder.join(table.name()).join(format!("{}.parquet", name(part)))
}

fn name(part: u32) -> String {
    format!("part-{part:05}")
}

fn is_part(stem: &str) -> bool {
    stem.strip_prefix("part-").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|it| it == ending)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let unreadable = |source| Error::Read { path: folder.to_owned(), source };
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::Write { path: path.to_owned(), source })
        }
        Ok(()) | Err(_) => Ok(()),
    }
}
