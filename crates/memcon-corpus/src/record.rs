//! A document of a collection.

use std::path::PathBuf;

use arrow_array::RecordBatch;
use memcon::Parsed;
use memcon::write::Loss;

/// A document of a collection, read or not.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Record {
    /// The id, unique in the collection: the file's path below the folder that holds all, and
    /// after `#` the document's id in a volume.
    pub id: String,
    /// The same without the document's id: several documents of one file share it.
    pub file: String,
    /// The file; a zip's for what is in a zip.
    pub path: PathBuf,
    /// The SHA-256 of the file's bytes, in hexadecimal; none where it could not be read.
    pub sha256: Option<String>,
    /// What came of it.
    pub outcome: Outcome,
    /// The key of the file that the collection lists: the zip of what is in one.
    pub(crate) source: String,
    /// Its rows, a batch for each table that is asked for; the outcome then holds them no more.
    pub(crate) rows: Vec<RecordBatch>,
    /// What those tables do not carry of it; counted with the rows, while it was whole.
    pub(crate) losses: Vec<Loss>,
}

/// What came of a document.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant)] // Nearly every record is read.
pub enum Outcome {
    /// It was read.
    Read(Parsed),
    /// It could not be read: why, in a sentence.
    Failed(String),
    /// The file is what it was when it was read before; met by none but [`crate::Corpus::save`].
    Unchanged,
    /// The filter asks for no document of the file; met by none but [`crate::Corpus::save`].
    LeftOut,
}

impl Record {
    /// Gives what was read.
    pub fn parsed(&self) -> Option<&Parsed> {
        match &self.outcome {
            Outcome::Read(parsed) => Some(parsed),
            Outcome::Failed(_) | Outcome::Unchanged | Outcome::LeftOut => None,
        }
    }

    /// Gives why it could not be read.
    pub fn error(&self) -> Option<&str> {
        match &self.outcome {
            Outcome::Failed(why) => Some(why),
            Outcome::Read(_) | Outcome::Unchanged | Outcome::LeftOut => None,
        }
    }
}
