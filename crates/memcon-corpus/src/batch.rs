//! Records that others hand over a batch at a time, as the workers of a cluster do.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use arrow_array::RecordBatch;
use memcon::write::document_id;
use memcon::{Options, Parsed, on_one_line};
use memcon_arrow::{Entry, Sheet, Table};

use crate::error::Error;
use crate::opened::digest;
use crate::work::BROKEN;
use memcon::documents_in;

/// A document to be read.
#[derive(Clone, Debug)]
pub struct Item {
    /// The id, by which its rows are known; an id made of the text where there is none.
    pub id: Option<String>,
    /// What is to be read.
    pub content: Content,
}

/// What is to be read of a document.
#[derive(Clone, Debug)]
pub enum Content {
    /// Nothing: the row has no value.
    Nothing,
    /// A text.
    Text(String),
    /// The bytes of a file; the ending of the id tells the format.
    Bytes(Vec<u8>),
}

/// Reads documents, and gives the rows of a table of them with a column `error` at the end.
///
/// What cannot be read is a row too, in which only `document_id` and `error` have values.
///
/// ```
/// use memcon_arrow::Table;
/// use memcon_corpus::{Content, Item, parse_batch};
///
/// let talk = "Orlo: Good day.\n\nVey: Good day.\n\nOrlo: Sit down.\n\nVey: Gladly.\n";
/// let good = Item { id: Some("a".to_owned()), content: Content::Text(talk.to_owned()) };
/// let bad = Item { id: Some("b".to_owned()), content: Content::Nothing };
/// let rows = parse_batch(Table::Turns, &memcon::Options::new(), vec![good, bad])?;
/// assert_eq!(rows.num_rows(), 5);
/// # Ok::<(), memcon_corpus::Error>(())
/// ```
///
/// # Errors
///
/// [`Error::Options`], when no layout has the name asked for; [`Error::Table`], when the rows are
/// too many for one batch.
pub fn parse_batch(
    table: Table,
    options: &Options,
    items: Vec<Item>,
) -> Result<RecordBatch, Error> {
    memcon::parse_with("", options)?;
    let mut sheet = Sheet::with_errors(table);
    for (number, Item { id, content }) in items.into_iter().enumerate() {
        let known = id.clone().unwrap_or_else(|| format!("row {number}"));
        let read = catch_unwind(AssertUnwindSafe(|| read(&known, content, options)));
        let (sha256, read) = read.unwrap_or_else(|_| (None, vec![(None, Err(BROKEN.to_owned()))]));
        for (within, outcome) in read {
            let nothing = Parsed::default();
            let parsed = outcome.as_ref().unwrap_or(&nothing);
            let made = || match outcome {
                Ok(_) => document_id(&parsed.memorandum),
                Err(_) => known.clone(),
            };
            let mut key = id.clone().unwrap_or_else(made);
            if let Some(within) = within {
                key = format!("{key}#{within}");
            }
            let mut entry = Entry::new(&key, parsed);
            entry.sha256 = sha256.as_deref();
            entry.error = outcome.as_ref().err().map(String::as_str);
            sheet.push(&entry)?;
        }
    }
    Ok(sheet.finish()?)
}

/// What was read of one item: the SHA-256 of its bytes, and each document with its id within.
type Read = (Option<String>, Vec<(Option<String>, Result<Parsed, String>)>);

fn read(name: &str, content: Content, options: &Options) -> Read {
    let one = |outcome| (None, vec![(None, outcome)]);
    match content {
        Content::Nothing => one(Err("no value; expected a text or the bytes of a file".to_owned())),
        Content::Text(text) => {
            one(memcon::parse_with(&text, options).map_err(|error| on_one_line(&error)))
        }
        Content::Bytes(bytes) => {
            let sha256 = Some(digest(&bytes));
            let documents = match documents_in(Path::new(name), bytes, options) {
                Ok(documents) => documents,
                Err(error) => return (sha256, vec![(None, Err(on_one_line(&error)))]),
            };
            let read = documents.map(|document| match document {
                Ok(document) => (document.id().map(str::to_owned), Ok(document.parse())),
                Err(error) => (None, Err(on_one_line(&error))),
            });
            (sha256, read.collect())
        }
    }
}
