//! Readings to compare, from wherever they are.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, Int64Array, RecordBatch, StringArray};
use memcon::{Options, Parsed, Span};
use memcon_arrow::{Table, read_parquet};

use super::voices::{Voices, who};
use crate::corpus::Corpus;
use crate::error::Error;
use crate::output::parts;
use crate::record::Outcome;

/// The readings of a collection, by the ids of the records.
#[derive(Debug)]
pub(crate) struct Readings {
    known: BTreeMap<String, Voices>,
}

impl Readings {
    /// Loads them.
    ///
    /// # Errors
    ///
    /// [`Error`], when they cannot be had.
    pub(super) fn open(source: &Path, options: &Options) -> Result<Self, Error> {
        let known = if is_output(source) {
            output(source)?
        } else if source.extension().is_some_and(|ending| ending == "jsonl" || ending == "ndjson") {
            lines(source)?
        } else {
            corpus(source, options)?
        };
        Ok(Self { known })
    }

    /// Takes out a record.
    pub(super) fn remove(&mut self, id: &str) -> Option<Voices> {
        self.known.remove(id)
    }

    /// Takes out all that are left.
    pub(super) fn take(self) -> BTreeMap<String, Voices> {
        self.known
    }
}

fn is_output(source: &Path) -> bool {
    source.join(crate::output::LISTS).is_dir()
}

fn corpus(source: &Path, options: &Options) -> Result<BTreeMap<String, Voices>, Error> {
    let mut known = BTreeMap::new();
    for record in Corpus::open([source])?.with_options(options.clone())?.records() {
        if let Outcome::Read(parsed) = record.outcome {
            known.insert(record.id, Voices::of(parsed));
        }
    }
    Ok(known)
}

fn lines(source: &Path) -> Result<BTreeMap<String, Voices>, Error> {
    let unreadable = |error| Error::Read { path: source.to_owned(), source: error };
    let file = BufReader::new(File::open(source).map_err(unreadable)?);
    let mut known = BTreeMap::new();
    for line in file.lines() {
        let line = line.map_err(unreadable)?;
        if line.trim().is_empty() {
            continue;
        }
        let parsed = Parsed::from_json(&line)?;
        let id = memcon::write::document_id(&parsed.memorandum);
        known.insert(id, Voices::of(parsed));
    }
    Ok(known)
}

/// Loads what `memcon corpus` wrote.
fn output(folder: &Path) -> Result<BTreeMap<String, Voices>, Error> {
    let mut known: BTreeMap<String, Voices> = BTreeMap::new();
    for part in parts(folder)? {
        for rows in read_parquet(&part(Table::Documents))? {
            let rows = rows?;
            let (ids, texts) = (text(&rows, "document_id")?, text(&rows, "text")?);
            let errors = text(&rows, "error")?;
            for row in (0..rows.num_rows()).filter(|row| errors.is_null(*row)) {
                let voices = Voices { text: texts.value(row).to_owned(), voices: Vec::new() };
                known.insert(ids.value(row).to_owned(), voices);
            }
        }
        for rows in read_parquet(&part(Table::Turns))? {
            turns(&rows?, &mut known)?;
        }
    }
    Ok(known)
}

fn turns(rows: &RecordBatch, known: &mut BTreeMap<String, Voices>) -> Result<(), Error> {
    let (ids, labels) = (text(rows, "document_id")?, text(rows, "label")?);
    let subjects = text(rows, "cue_subject")?;
    let (starts, ends) = (numbers(rows, "char_start")?, numbers(rows, "char_end")?);
    let names = rows.column_by_name("speaker_names").and_then(|it| it.as_list_opt::<i32>());
    let names = names.ok_or_else(|| foreign("speaker_names"))?;
    for row in 0..rows.num_rows() {
        let Some(voices) = known.get_mut(ids.value(row)) else { continue };
        let place = |number: i64| usize::try_from(number).unwrap_or(0);
        let span = Span::new(place(starts.value(row)), place(ends.value(row)));
        let all = names.value(row);
        let all: Vec<&str> = all.as_string_opt::<i32>().into_iter().flatten().flatten().collect();
        let one =
            |column: &'_ StringArray| column.is_valid(row).then(|| column.value(row).to_owned());
        let label = one(labels).or_else(|| one(subjects));
        voices.voices.push((span, who(&all, label.as_deref())));
    }
    Ok(())
}

fn text<'a>(rows: &'a RecordBatch, name: &str) -> Result<&'a StringArray, Error> {
    let column = rows.column_by_name(name).and_then(|column| column.as_string_opt::<i32>());
    column.ok_or_else(|| foreign(name))
}

fn numbers<'a>(rows: &'a RecordBatch, name: &str) -> Result<&'a Int64Array, Error> {
    let column = rows.column_by_name(name);
    column.and_then(|column| column.as_primitive_opt::<Int64Type>()).ok_or_else(|| foreign(name))
}

fn foreign(column: &str) -> Error {
    let source = format!("a table without {column:?}; expected one of memcon").into();
    Error::Foreign { path: PathBuf::from(column), source }
}
