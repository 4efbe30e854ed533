//! What two readings of the same documents tell differently: every line whose speaker changed.

mod load;
mod voices;

use std::path::Path;

use memcon::write::tables::integer;
use memcon::{Options, table_row};

use self::load::Readings;
use self::voices::{Changed, Voices};
use crate::error::Error;

table_row! {
    /// A difference between two readings.
    #[derive(Clone, Debug, Default, PartialEq)]
    DiffRow in "diff" {
        /// The record.
        document_id: String,
        /// `speaker`: a line has another speaker; `text`: the text is another, so that lines cannot be compared; `added`, `removed`: the record is in one reading only.
        change: String,
        /// The line of the text, from 1.
        line: Option<i64>,
        /// Where the words begin, in code points of the text.
        char_start: Option<i64>,
        /// Where they end.
        char_end: Option<i64>,
        /// The words.
        words: Option<String>,
        /// Who speaks them in the old reading; absent for nobody.
        old: Option<String>,
        /// Who speaks them in the new one.
        new: Option<String>,
    }
}

/// Compares two readings, and hands on each difference in the order of the old records.
///
/// Each is a folder that `memcon corpus` wrote, a file of records as JSON Lines, or whatever
/// [`crate::Corpus::open`] takes, which is then read. Records are compared by their ids, and of
/// JSON Lines by their ids and texts.
///
/// # Errors
///
/// [`Error`], when a reading cannot be had.
pub fn diff(old: &Path, new: &Path, each: impl FnMut(DiffRow)) -> Result<usize, Error> {
    diff_with(old, new, &Options::new(), each)
}

/// Compares two readings as [`diff`] does; what is read for it is read as the options ask.
///
/// # Errors
///
/// Those of [`diff`].
pub fn diff_with(
    old: &Path,
    new: &Path,
    options: &Options,
    mut each: impl FnMut(DiffRow),
) -> Result<usize, Error> {
    let before = Readings::open(old, options)?;
    let mut after = Readings::open(new, options)?;
    let mut compared = 0;
    for (id, old) in before.take() {
        match after.remove(&id) {
            None => each(bare(&id, "removed")),
            Some(new) => {
                compared += 1;
                compare(&id, &old, &new, &mut each);
            }
        }
    }
    for (id, _) in after.take() {
        each(bare(&id, "added"));
    }
    Ok(compared)
}

fn bare(id: &str, change: &str) -> DiffRow {
    DiffRow { document_id: id.to_owned(), change: change.to_owned(), ..DiffRow::default() }
}

fn compare(id: &str, old: &Voices, new: &Voices, each: &mut impl FnMut(DiffRow)) {
    if old.text != new.text {
        each(bare(id, "text"));
        return;
    }
    for Changed { line, start, end, words, before, after } in old.changes(new) {
        each(DiffRow {
            line: Some(integer(line)),
            char_start: Some(integer(start)),
            char_end: Some(integer(end)),
            words: Some(words),
            old: before,
            new: after,
            ..bare(id, "speaker")
        });
    }
}
