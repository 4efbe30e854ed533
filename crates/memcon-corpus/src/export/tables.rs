//! Records as Parquet files, a file a table.

use std::fs;
use std::path::{Path, PathBuf};

use memcon::write::Document;
use memcon_arrow::{Draft, Entry, ParquetWriter, Sheet, Table};

use crate::error::Error;
use crate::rows::is_full;

/// Writes the five tables of some records as Parquet files into a folder, which is made if it is
/// not there: `turns.parquet`. None takes its place before all are written.
///
/// A collection that grows is better kept by [`Corpus::save`](crate::Corpus::save), which reads
/// what is new only.
///
/// ```
/// use memcon::write::Document;
///
/// let parsed = memcon::parse("ORLO: Good day.\n\nVEY: Good day.\n\nORLO: Sit.\n\nVEY: Gladly.\n");
/// let out = std::env::temp_dir().join(format!("memcon-tables-of-{}", std::process::id()));
/// memcon_corpus::write_tables(&out, &[Document::named("talk", &parsed)])?;
/// assert_eq!(std::fs::read_dir(&out)?.count(), 5);
/// # std::fs::remove_dir_all(&out)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// [`Error::Write`] and [`Error::Table`], when a file cannot be written.
pub fn write_tables(out: &Path, records: &[Document<'_>]) -> Result<(), Error> {
    fs::create_dir_all(out).map_err(|source| Error::Write { path: out.to_owned(), source })?;
    let written = Table::ALL.iter().map(|table| {
        let place = out.join(format!("{table}.parquet"));
        Ok((drafted(&place, *table, records)?, place))
    });
    let written: Vec<(Draft, PathBuf)> = written.collect::<Result<_, Error>>()?;
    written.into_iter().try_for_each(|(draft, place)| finished(draft, &place))
}

/// Writes one table of some records as a Parquet file, whole or not at all.
///
/// # Errors
///
/// [`Error::Write`] and [`Error::Table`], when the file cannot be written.
pub fn write_table(place: &Path, table: Table, records: &[Document<'_>]) -> Result<(), Error> {
    finished(drafted(place, table, records)?, place)
}

fn drafted(place: &Path, table: Table, records: &[Document<'_>]) -> Result<Draft, Error> {
    let draft = Draft::begin(place);
    let draft = draft.map_err(|source| Error::Write { path: place.to_owned(), source })?;
    let mut writer = ParquetWriter::new(draft, Sheet::schema(table))?;
    let mut sheet = Sheet::new(table);
    for record in records {
        sheet.push(&Entry::new(record.id(), record.parsed()))?;
        if is_full(&sheet) {
            writer.write(&std::mem::replace(&mut sheet, Sheet::new(table)).finish()?)?;
        }
    }
    if sheet.rows() > 0 {
        writer.write(&sheet.finish()?)?;
    }
    Ok(writer.finish()?)
}

fn finished(draft: Draft, place: &Path) -> Result<(), Error> {
    draft.finish().map_err(|source| Error::Write { path: place.to_owned(), source })
}
