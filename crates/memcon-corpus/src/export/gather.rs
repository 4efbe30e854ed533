//! The records of a collection all at once, for formats that hold many in one file.

use std::ops::ControlFlow;
use std::time::Duration;

use memcon::Parsed;
use memcon::write::{Document, Loss, Part};

use crate::corpus::Corpus;
use crate::error::Error;
use crate::pool::Next;
use crate::record::Outcome;

/// How often a caller is asked whether to go on.
const PATIENCE: Duration = Duration::from_millis(100);

/// The records of a collection, in order, with their ids. They are in memory all at once.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    records: Vec<(String, Parsed)>,
    unread: usize,
}

impl Gathered {
    /// Gives the records as the writers take them.
    pub fn documents(&self) -> Vec<Document<'_>> {
        self.records.iter().map(|(id, parsed)| Document::named(id.as_str(), parsed)).collect()
    }

    /// Adds to what a writer lost the documents that could not be read.
    pub fn with_unread(&self, losses: Vec<Loss>) -> Vec<Loss> {
        let unread = Loss { part: Part::Unread, count: self.unread };
        Loss::sum(losses.into_iter().chain((unread.count > 0).then_some(unread)))
    }
}

impl Corpus {
    /// Reads every record. `watch` is asked several times a second whether to go on.
    ///
    /// # Errors
    ///
    /// [`Error::Interrupted`], when `watch` says so.
    pub fn gather(&self, mut watch: impl FnMut() -> ControlFlow<()>) -> Result<Gathered, Error> {
        let mut gathered = Gathered::default();
        let mut records = self.records();
        loop {
            if watch().is_break() {
                return Err(Error::Interrupted);
            }
            match records.next_within(PATIENCE) {
                Next::Record(record) => match record.outcome {
                    Outcome::Read(parsed) => gathered.records.push((record.id, parsed)),
                    Outcome::Failed(_) => gathered.unread += 1,
                    Outcome::Unchanged | Outcome::LeftOut => {}
                },
                Next::Later => {}
                Next::End => return Ok(gathered),
            }
        }
    }
}
