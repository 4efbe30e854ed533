//! What is done with a piece of work.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use memcon::write::{Document, Loss, Part, tables};
use memcon::{Options, Parsed, on_one_line};
use memcon_arrow::{Sheet, Table};

use crate::filter::Filter;
use crate::jobs::{Job, Origin, piece};
use crate::listing::File;
use crate::opened::Opened;
use crate::record::{Outcome, Record};
use crate::rows::push;

/// What is said of a document on which a promise was broken.
pub(crate) const BROKEN: &str = "memcon itself broke on this document; please report it";

/// How to read, and what need not be read again.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub(crate) options: Options,
    pub(crate) filter: Filter,
    pub(crate) done: Done,
    pub(crate) account: Account,
    /// The tables of which rows are wanted: they are made where the work is done.
    pub(crate) tables: Vec<Table>,
}

/// Whether a file counts of which the filter asks for nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Account {
    /// Only what is asked for is given.
    #[default]
    Asked,
    /// Every file is given, so that it is known to be done.
    Every,
}

/// The SHA-256 of files that were read before, by their keys.
pub(crate) type Done = HashMap<String, String>;

impl Plan {
    /// Tells whether a file was read before and is what it was.
    pub(crate) fn is_done(&self, key: &str, sha256: &str) -> bool {
        self.done.get(key).is_some_and(|known| known == sha256)
    }

    /// Does a piece of work; a panic in it is a failure of its document and of nothing else.
    pub(crate) fn work(&self, job: Job) -> Vec<Record> {
        let origin = origin(&job);
        let broken = |_| {
            let mut broken = record(origin, None, Outcome::Failed(BROKEN.to_owned()));
            self.tabulate(&mut broken);
            vec![broken]
        };
        catch_unwind(AssertUnwindSafe(|| self.asked(job))).unwrap_or_else(broken)
    }

    /// Gives the records of a piece of work that the filter asks for, with their rows.
    fn asked(&self, job: Job) -> Vec<Record> {
        let mut records = self.records(job);
        if self.filter != Filter::new() {
            let last = records.last().map(left_out);
            records.retain(|record| self.filter.takes(record));
            if records.is_empty() && self.account == Account::Every {
                records.extend(last);
            }
        }
        for record in &mut records {
            self.tabulate(record);
        }
        records
    }

    /// Makes the rows that are wanted of a record, and lets go of what they were made of.
    fn tabulate(&self, record: &mut Record) {
        let is_told = match record.outcome {
            Outcome::Read(_) | Outcome::Failed(_) => true,
            Outcome::Unchanged | Outcome::LeftOut => false,
        };
        if self.tables.is_empty() || !is_told {
            return;
        }
        let rows = |record: &Record| {
            let made = self.tables.iter().map(|table| {
                let mut sheet = Sheet::new(*table);
                push(&mut sheet, *table, record)?;
                sheet.finish()
            });
            made.collect::<Result<Vec<_>, memcon_arrow::Error>>()
        };
        let made = rows(record).or_else(|error| {
            // What fills a column of Arrow alone is a failure of its document.
            record.outcome = Outcome::Failed(error.to_string());
            rows(record)
        });
        record.rows = made.unwrap_or_default();
        record.losses = self.lost(record);
        if let Outcome::Read(parsed) = &mut record.outcome {
            *parsed = Parsed::default();
        }
    }

    /// Tells what the tables that are wanted do not carry of a record: together, when all are.
    fn lost(&self, record: &Record) -> Vec<Loss> {
        match &record.outcome {
            Outcome::Read(parsed) => {
                let document = [Document::named(&record.id, parsed)];
                match self.tables[..] {
                    [table] => table.lost(&document),
                    _ => tables::lost(&document),
                }
            }
            Outcome::Failed(_) if !self.tables.contains(&Table::Documents) => {
                vec![Loss { part: Part::Unread, count: 1 }]
            }
            Outcome::Failed(_) | Outcome::Unchanged | Outcome::LeftOut => Vec::new(),
        }
    }

    fn records(&self, job: Job) -> Vec<Record> {
        match job {
            Job::File(file) => self.file(file),
            Job::Document { origin, id, document } => {
                let mut parsed = document.parse();
                // Which zip a record lies in is told by its row.
                parsed.memorandum.id.clone_from(&id);
                vec![record(origin, id.as_deref(), Outcome::Read(parsed))]
            }
            Job::Unchanged(origin) => vec![record(origin, None, Outcome::Unchanged)],
            Job::Failed(origin, why) => vec![record(origin, None, Outcome::Failed(why))],
            #[cfg(test)]
            Job::Broken(_) => std::panic::panic_any("broken"),
        }
    }

    fn file(&self, file: File) -> Vec<Record> {
        let mut origin = Origin::of(&file);
        let opened = match file.trouble {
            Some(trouble) => Err(trouble),
            None => Opened::of(&origin.path).map_err(|error| error.to_string()),
        };
        let opened = match opened {
            Ok(opened) => opened,
            Err(why) => return vec![record(origin, None, Outcome::Failed(why))],
        };
        let unchanged = self.is_done(&origin.file, &opened.sha256);
        origin.sha256 = Some(opened.sha256.clone());
        if unchanged {
            return vec![record(origin, None, Outcome::Unchanged)];
        }
        match opened.documents(&origin.path, &self.options) {
            Ok(mut documents) => {
                let pieces = std::iter::from_fn(|| piece(&origin, &mut documents));
                pieces.flat_map(|job| self.records(job)).collect()
            }
            Err(error) => vec![record(origin, None, Outcome::Failed(on_one_line(&error)))],
        }
    }
}

fn origin(job: &Job) -> Origin {
    match job {
        Job::File(file) => Origin::of(file),
        Job::Document { origin, .. } | Job::Unchanged(origin) | Job::Failed(origin, _) => {
            origin.clone()
        }
        #[cfg(test)]
        Job::Broken(origin) => origin.clone(),
    }
}

/// Tells of a file that the filter asks for nothing of it.
fn left_out(record: &Record) -> Record {
    let origin = Origin {
        source: record.source.clone(),
        file: record.file.clone(),
        path: record.path.clone(),
        sha256: record.sha256.clone(),
    };
    self::record(origin, None, Outcome::LeftOut)
}

fn record(origin: Origin, within: Option<&str>, outcome: Outcome) -> Record {
    let Origin { source, file, path, sha256 } = origin;
    let id = match within {
        Some(within) => format!("{file}#{within}"),
        None => file.clone(),
    };
    Record { id, file, path, sha256, outcome, source, rows: Vec::new(), losses: Vec::new() }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn work_that_breaks_is_a_failure_of_its_document() {
        let file = File { key: "a.txt".to_owned(), path: PathBuf::from("a.txt"), trouble: None };
        let records = Plan::default().work(Job::Broken(Origin::of(&file)));
        let told: Vec<_> = records.iter().map(|it| (it.id.as_str(), it.error())).collect();
        assert_eq!(told, [("a.txt", Some(BROKEN))]);
    }
}
