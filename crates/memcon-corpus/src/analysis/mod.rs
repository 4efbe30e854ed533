//! What a collection tells as a whole. Each is made in one run over the records.

mod excisions;
mod kwic;
mod people;
mod persons;
mod shares;
mod ties;
mod triage;
mod withheld;

use std::ops::ControlFlow;
use std::time::Duration;

use memcon::write::tables::Row;

pub use self::excisions::{ExcisionRow, Excisions};
pub use self::kwic::{Kwic, KwicRow};
pub use self::people::{People, PersonRow};
pub use self::shares::{By, ShareRow, Shares};
pub use self::ties::{Tie, TieRow, Ties};
pub use self::triage::{LabelRow, Triage, TriageRow, Unresolved};
pub use self::withheld::{Totals, WithheldBy, WithheldRow};

use crate::corpus::Corpus;
use crate::error::Error;
use crate::pool::Next;
use crate::record::Record;

/// How often a caller is asked whether to go on.
const PATIENCE: Duration = Duration::from_millis(100);

/// Something that is made of all records of a collection.
pub trait Analysis {
    /// A row of what comes out.
    type Row: Row;

    /// Takes a record.
    fn take(&mut self, record: &Record);

    /// Gives what came out.
    fn rows(self) -> Vec<Self::Row>;
}

impl Corpus {
    /// Makes an analysis of every record. `watch` is asked several times a second whether to go
    /// on.
    ///
    /// # Errors
    ///
    /// [`Error::Interrupted`], when `watch` says so.
    pub fn analyse<A: Analysis>(
        &self,
        mut analysis: A,
        mut watch: impl FnMut() -> ControlFlow<()>,
    ) -> Result<Vec<A::Row>, Error> {
        let mut records = self.records();
        loop {
            if watch().is_break() {
                return Err(Error::Interrupted);
            }
            match records.next_within(PATIENCE) {
                Next::Record(record) => analysis.take(&record),
                Next::Later => {}
                Next::End => return Ok(analysis.rows()),
            }
        }
    }
}

/// Gives the year of a record.
fn year(memorandum: &memcon::Memorandum) -> Option<i64> {
    Some(memorandum.date.as_ref()?.start?.year.into())
}

/// Gives a text in lower case, for comparing.
fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).collect()
}

/// Gives the share of a part in a whole; 0 of nothing.
#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 { 0.0 } else { part as f32 / whole as f32 }
}
