//! A collection of records.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use memcon::Options;
use memcon_arrow::Table;

use crate::error::Error;
use crate::filter::Filter;
use crate::jobs::Jobs;
use crate::listing::{File, list};
use crate::pool::Records;
use crate::rows::Rows;
use crate::work::{Account, Done, Plan};

/// A collection of records: files of text, pages, TEI volumes, PDF and DOCX, and zips of them.
///
/// It holds the names of its files and nothing of what is in them: every run reads them anew, in
/// parallel and in order, and holds only what is at hand.
#[derive(Clone, Debug)]
pub struct Corpus {
    sources: Vec<PathBuf>,
    files: Arc<Vec<File>>,
    options: Options,
    filter: Filter,
    threads: usize,
}

impl Corpus {
    /// Looks up the files of sources: files, folders with all that is below them, and patterns
    /// (`talks/**/*.txt`).
    ///
    /// Of a folder the files are taken whose ending tells text, HTML, TEI, PDF, DOCX, gzip or
    /// zip; what is hidden is not. A file that is named itself may have any ending.
    ///
    /// # Errors
    ///
    /// [`Error::Read`], when a source is not there; [`Error::NoFile`], when a pattern fits none.
    pub fn open<P: AsRef<Path>>(sources: impl IntoIterator<Item = P>) -> Result<Self, Error> {
        let sources: Vec<PathBuf> = sources.into_iter().map(|it| it.as_ref().to_owned()).collect();
        let files = Arc::new(list(&sources)?);
        let threads = thread::available_parallelism().map_or(1, NonZero::get);
        Ok(Self { sources, files, options: Options::new(), filter: Filter::new(), threads })
    }

    /// Reads as the options ask.
    ///
    /// # Errors
    ///
    /// [`Error::Options`], when no layout or no encoding has the name asked for.
    pub fn with_options(mut self, options: Options) -> Result<Self, Error> {
        memcon::parse_with("", &options)?;
        // Of an encoding only what reads a file knows.
        for empty in memcon::documents_in(Path::new("empty.txt"), b"\n".to_vec(), &options)? {
            empty?;
        }
        self.options = options;
        Ok(self)
    }

    /// Gives those records only that a filter asks for. They are read all the same.
    #[must_use]
    pub fn with_filter(mut self, filter: Filter) -> Self {
        self.filter = filter;
        self
    }

    /// Reads with so many threads instead of one a core; 0 counts as 1.
    #[must_use]
    pub fn with_threads(mut self, threads: usize) -> Self {
        self.threads = threads.max(1);
        self
    }

    /// Gives the sources as they were named.
    pub fn sources(&self) -> &[PathBuf] {
        &self.sources
    }

    /// Gives how records are read.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Gives which records are asked for.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Tells how many threads read.
    pub fn threads(&self) -> usize {
        self.threads
    }

    /// Counts the files.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Tells whether there is no file.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Begins to read every record, from the first, in order.
    pub fn records(&self) -> Records {
        self.run(Done::new(), Account::Asked, Vec::new())
    }

    /// Begins to give the rows of a table, from the first.
    pub fn rows(&self, table: Table) -> Rows {
        Rows::new(self.run(Done::new(), Account::Asked, vec![table]), table)
    }

    pub(crate) fn files(&self) -> &[File] {
        &self.files
    }

    /// Begins to read every record but those of files that are done and what they were.
    pub(crate) fn run(&self, done: Done, account: Account, tables: Vec<Table>) -> Records {
        let (options, filter) = (self.options.clone(), self.filter.clone());
        let plan = Arc::new(Plan { options, filter, done, account, tables });
        let jobs = Jobs::new(Arc::clone(&plan), Arc::clone(&self.files));
        Records::new(plan, jobs, self.threads)
    }
}
