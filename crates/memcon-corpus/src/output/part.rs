//! A part under way: a file a table.

use std::mem;
use std::path::Path;

use memcon_arrow::{Draft, ParquetWriter, Sheet, Table};

use super::ledger::{List, Listed, place};
use crate::error::Error;
use crate::record::{Outcome, Record};
use crate::rows::is_full;

/// A part is closed when it has so many documents or bytes, at the end of a file.
const DOCUMENTS: usize = 1000;
const BYTES: usize = 64 << 20;

/// A part under way. Dropped, it leaves nothing behind.
pub(super) struct Part {
    list: List,
    files: Vec<TableFile>,
    documents: usize,
    bytes: usize,
}

struct TableFile {
    table: Table,
    sheet: Sheet,
    writer: ParquetWriter<Draft>,
}

impl Part {
    pub(super) fn begin(folder: &Path, part: u32) -> Result<Self, Error> {
        let mut files = Vec::new();
        for table in Table::ALL {
            let path = place(folder, table, part);
            let draft = Draft::begin(&path).map_err(|source| Error::Write { path, source })?;
            let writer = ParquetWriter::new(draft, Sheet::schema(table))?;
            files.push(TableFile { table, sheet: Sheet::new(table), writer });
        }
        let list = List { part, ..List::default() };
        Ok(Self { list, files, documents: 0, bytes: 0 })
    }

    pub(super) fn push(&mut self, record: &Record) -> Result<(), Error> {
        if self.list.files.last().is_none_or(|last| last.file != record.source) {
            let (file, sha256) = (record.source.clone(), record.sha256.clone());
            self.list.files.push(Listed { file, sha256, documents: Vec::new() });
        }
        if matches!(record.outcome, Outcome::LeftOut) {
            return Ok(());
        }
        if let Some(last) = self.list.files.last_mut() {
            last.documents.push(record.id.clone());
        }
        self.documents += 1;
        for (file, rows) in self.files.iter_mut().zip(&record.rows) {
            file.sheet.append(rows)?;
            if is_full(&file.sheet) {
                self.bytes += file.write()?;
            }
        }
        Ok(())
    }

    pub(super) fn is_full(&self) -> bool {
        let waiting: usize = self.files.iter().map(|file| file.sheet.bytes()).sum();
        self.documents.max(self.list.files.len()) >= DOCUMENTS || self.bytes + waiting >= BYTES
    }

    /// Puts the files in their places and gives the list that makes them count.
    pub(super) fn finish(self) -> Result<List, Error> {
        let ended = self.files.into_iter().map(|mut file| {
            file.write()?;
            Ok(file.writer.finish()?)
        });
        // Only when all are written is one put in its place.
        let drafts: Vec<Draft> = ended.collect::<Result<_, Error>>()?;
        for draft in drafts {
            draft.finish().map_err(memcon_arrow::Error::from)?;
        }
        Ok(self.list)
    }

    /// The number of the part.
    pub(super) fn number(&self) -> u32 {
        self.list.part
    }
}

impl TableFile {
    fn write(&mut self) -> Result<usize, Error> {
        let sheet = mem::replace(&mut self.sheet, Sheet::new(self.table));
        let bytes = sheet.bytes();
        if sheet.rows() > 0 {
            self.writer.write(&sheet.finish()?)?;
        }
        Ok(bytes)
    }
}
