//! What is gone or was read anew is taken out of older parts.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use memcon_arrow::{Draft, ParquetWriter, Sheet, Table, read_parquet, without};

use super::ledger::{Ledger, List, Listed, place};
use crate::error::Error;

/// Takes out files that are no longer listed, or that a later part holds too. Gives their number.
pub(super) fn sweep(
    folder: &Path,
    ledger: &mut Ledger,
    listed: &HashSet<&str>,
) -> Result<usize, Error> {
    let mut latest: HashMap<String, u32> = HashMap::new();
    for part in ledger.parts() {
        latest.extend(ledger.list(part)?.files.into_iter().map(|listed| (listed.file, part)));
    }
    let mut removed = 0;
    for part in ledger.parts() {
        let is_stale =
            |it: &Listed| !listed.contains(it.file.as_str()) || latest.get(&it.file) != Some(&part);
        let (stale, kept): (Vec<Listed>, Vec<Listed>) =
            ledger.list(part)?.files.into_iter().partition(is_stale);
        if stale.is_empty() {
            continue;
        }
        removed += stale.len();
        if !kept.is_empty() {
            let next = ledger.next();
            let out = stale.iter().flat_map(|it| it.documents.iter().map(String::as_str)).collect();
            for table in Table::ALL {
                copy(folder, table, part, next, &out)?;
            }
            let list = List { part: next, replaces: vec![part], files: kept, ..List::default() };
            ledger.add(list)?;
        }
        ledger.drop_part(part)?;
    }
    Ok(removed)
}

/// Copies a part of a table, without the rows of some documents.
fn copy(folder: &Path, table: Table, from: u32, to: u32, out: &HashSet<&str>) -> Result<(), Error> {
    let path = place(folder, table, to);
    let draft = Draft::begin(&path).map_err(|source| Error::Write { path, source })?;
    let mut writer = ParquetWriter::new(draft, Sheet::schema(table))?;
    for rows in read_parquet(&place(folder, table, from))? {
        writer.write(&without(&rows?, out)?)?;
    }
    writer.finish()?.finish().map_err(memcon_arrow::Error::from)?;
    Ok(())
}
