//! A collection as a folder of Parquet files that is brought up to date.
//!
//! ```text
//! OUT/documents/part-00000.parquet   one folder a table, one file a part
//! OUT/turns/part-00000.parquet
//! OUT/_memcon/part-00000.json        which files the part holds, and their SHA-256
//! ```
//!
//! A part counts only when its list is there, and that is written last. What changed since is read
//! anew into a new part and taken out of the old one. Whoever reads the folder by `*/*.parquet`
//! does not see the lists.

mod ledger;
mod part;
mod sweep;

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Duration;

use memcon::write::Loss;
use memcon_arrow::Table;

use crate::corpus::Corpus;
use crate::error::Error;
use crate::output::ledger::Ledger;
use crate::output::part::Part;
use crate::pool::Next;
use crate::record::{Outcome, Record};
use crate::work::Account;

/// How often a caller is asked whether to go on, when nothing else happens.
const PATIENCE: Duration = Duration::from_millis(100);

/// How far a run is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// How many files the collection has.
    pub files: usize,
    /// How many of them are done.
    pub done: usize,
    /// How many of these were done before and are what they were.
    pub unchanged: usize,
    /// How many documents were read.
    pub read: usize,
    /// How many documents could not be read.
    pub failed: usize,
}

/// A document that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The document.
    pub id: String,
    /// Why it could not be read.
    pub why: String,
}

/// What a run did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// How far it came: to the end.
    pub progress: Progress,
    /// How many files were taken out, because they changed or are no longer there.
    pub removed: usize,
    /// The documents of this run that could not be read.
    pub failures: Vec<Kept>,
    /// What of the records of this run is in none of the tables.
    pub losses: Vec<Loss>,
}

impl Corpus {
    /// Brings a folder of Parquet files up to date with the collection: reads what is new or
    /// changed, takes out what is gone, leaves the rest.
    ///
    /// `watch` is told how far the run is, several times a second, and may break it off: what is
    /// whole by then is kept, nothing half-written is left, and the next run goes on from there.
    ///
    /// # Errors
    ///
    /// [`Error::Write`] and [`Error::Table`], when the folder cannot be written;
    /// [`Error::Foreign`], when it holds another's `_memcon`; [`Error::Interrupted`].
    pub fn save(
        &self,
        folder: &Path,
        mut watch: impl FnMut(&Progress) -> ControlFlow<()>,
    ) -> Result<Report, Error> {
        make(folder)?;
        let mut ledger = Ledger::open(folder, self)?;
        let mut run = Run::new(self, folder);
        let mut records = self.run(ledger.done()?, Account::Every, Table::ALL.to_vec());
        loop {
            if watch(&run.report.progress).is_break() {
                return Err(Error::Interrupted);
            }
            match records.next_within(PATIENCE) {
                Next::Record(record) => run.take(&record, &mut ledger)?,
                Next::Later => {}
                Next::End => break,
            }
        }
        run.close(&mut ledger)?;
        let listed = self.files().iter().map(|file| file.key.as_str()).collect();
        run.report.removed = sweep::sweep(folder, &mut ledger, &listed)?;
        run.report.progress.done = run.report.progress.files;
        let _ = watch(&run.report.progress);
        Ok(run.report)
    }
}

/// A run under way.
struct Run<'a> {
    folder: &'a Path,
    part: Option<Part>,
    source: String,
    report: Report,
}

impl<'a> Run<'a> {
    fn new(corpus: &Corpus, folder: &'a Path) -> Self {
        let progress = Progress { files: corpus.len(), ..Progress::default() };
        let report = Report { progress, ..Report::default() };
        Self { folder, part: None, source: String::new(), report }
    }

    fn take(&mut self, record: &Record, ledger: &mut Ledger) -> Result<(), Error> {
        let progress = &mut self.report.progress;
        if record.source != self.source {
            progress.done += usize::from(!self.source.is_empty());
            self.source.clone_from(&record.source);
            // A part holds whole files.
            if self.part.as_ref().is_some_and(Part::is_full) {
                self.close(ledger)?;
            }
        }
        let progress = &mut self.report.progress;
        match &record.outcome {
            Outcome::Read(_) => progress.read += 1,
            Outcome::Failed(why) => {
                progress.failed += 1;
                self.report.failures.push(Kept { id: record.id.clone(), why: why.clone() });
            }
            Outcome::Unchanged => {
                progress.unchanged += 1;
                return Ok(());
            }
            Outcome::LeftOut => {}
        }
        let known = std::mem::take(&mut self.report.losses);
        self.report.losses = Loss::sum(known.into_iter().chain(record.losses.iter().copied()));
        let part = match &mut self.part {
            Some(part) => part,
            none => none.insert(Part::begin(self.folder, ledger.next())?),
        };
        part.push(record)
    }

    fn close(&mut self, ledger: &mut Ledger) -> Result<(), Error> {
        let Some(part) = self.part.take() else { return Ok(()) };
        let number = part.number();
        let added = part.finish().and_then(|list| ledger.add(list));
        if added.is_err() {
            // A full disk: whoever reads the folder by `*/*.parquet` is not to find half a part.
            // What stops it from being taken out stops it from counting as well.
            let _ = ledger.drop_part(number);
        }
        added
    }
}

fn make(folder: &Path) -> Result<(), Error> {
    let tables = Table::ALL.map(Table::name);
    for below in tables.into_iter().chain([ledger::FOLDER]) {
        let path = folder.join(below);
        fs::create_dir_all(&path).map_err(|source| Error::Write { path, source })?;
    }
    Ok(())
}

/// The folder of the lists, by which an output is known.
pub(crate) const LISTS: &str = ledger::FOLDER;

/// Gives the parts of an output that count, each as where the file of a table is.
pub(crate) fn parts(folder: &Path) -> Result<Vec<impl Fn(Table) -> PathBuf>, Error> {
    let folder = folder.to_owned();
    let part = |part: u32| {
        let folder = folder.clone();
        move |table: Table| ledger::place(&folder, table, part)
    };
    Ok(ledger::numbers(&folder)?.into_iter().map(part).collect())
}
