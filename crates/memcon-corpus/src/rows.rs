//! A table of a whole collection, batch by batch.

use arrow_array::RecordBatch;
use memcon::Parsed;
use memcon::write::Loss;
use memcon_arrow::{Entry, Sheet, Table};

use crate::error::Error;
use crate::pool::Records;
use crate::record::{Outcome, Record};

/// A batch is given when it has so many rows or bytes. It is what a run holds in memory, for each
/// table that is being written: of 16 MB a run over 2000 files took 24 MB more than over 200, which
/// fill no batch.
const ROWS: usize = 10_000;
const BYTES: usize = 2 << 20;

/// The rows of a table of a collection, batch by batch, made while they are taken.
#[derive(Debug)]
pub struct Rows {
    records: Option<Records>,
    table: Table,
    losses: Vec<Loss>,
}

impl Rows {
    pub(crate) fn new(records: Records, table: Table) -> Self {
        Self { records: Some(records), table, losses: Vec::new() }
    }

    /// Tells what of the records given so far the table does not carry.
    pub fn losses(&self) -> &[Loss] {
        &self.losses
    }

    fn batch(&mut self) -> Result<Option<RecordBatch>, Error> {
        let Some(records) = &mut self.records else { return Ok(None) };
        let mut sheet = Sheet::new(self.table);
        while !is_full(&sheet) {
            let Some(record) = records.next() else {
                self.records = None;
                break;
            };
            for rows in &record.rows {
                sheet.append(rows)?;
            }
            let known = std::mem::take(&mut self.losses);
            self.losses = Loss::sum(known.into_iter().chain(record.losses));
        }
        Ok((sheet.rows() > 0).then(|| sheet.finish()).transpose()?)
    }
}

impl Iterator for Rows {
    type Item = Result<RecordBatch, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let batch = self.batch().transpose();
        if let Some(Err(_)) = &batch {
            self.records = None;
        }
        batch
    }
}

/// Tells whether a sheet has grown to a batch.
pub(crate) fn is_full(sheet: &Sheet) -> bool {
    sheet.rows() >= ROWS || sheet.bytes() >= BYTES
}

/// Adds a record to a sheet: one that could not be read to the documents only.
pub(crate) fn push(
    sheet: &mut Sheet,
    table: Table,
    record: &Record,
) -> Result<(), memcon_arrow::Error> {
    let nothing = Parsed::default();
    let path = record.path.to_string_lossy();
    let (parsed, error) = match &record.outcome {
        Outcome::Read(parsed) => (parsed, None),
        Outcome::Failed(why) if table == Table::Documents => (&nothing, Some(why.as_str())),
        Outcome::Failed(_) | Outcome::Unchanged | Outcome::LeftOut => return Ok(()),
    };
    let mut entry = Entry::new(&record.id, parsed);
    entry.path = Some(&path);
    entry.sha256 = record.sha256.as_deref();
    entry.error = error;
    sheet.push(&entry)
}
