//! Collections of records.

mod compared;
mod graph;
mod record;
mod watch;

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use memcon::write::{self, Delimiter, Document};
use memcon::{Form, Moment};
use memcon_corpus::analysis::{
    Analysis, By, Excisions, Kwic, People, Shares, Tie, Ties, Totals, Triage, Unresolved,
    WithheldBy,
};
use memcon_corpus::{Error, Gathered, Next, Records, Report};
use pyo3::exceptions::{PyKeyError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};

pub(crate) use self::compared::diff;
pub(crate) use self::record::Record;
pub(crate) use self::watch::{Heed, Watch};
use crate::error::corpus_error;
use crate::export::{self, Loss, Made};
use crate::functions::of_file;
use crate::identity::Roster;
use crate::repr;
use crate::table::{Table, known};
use crate::tuple::Tuple;

/// How long to wait for a record before Python is asked whether it was interrupted.
const PATIENCE: Duration = Duration::from_millis(50);

/// A collection of records, read in parallel, in order, in bounded memory.
#[pyclass(frozen, module = "memcon")]
pub(crate) struct Corpus {
    core: memcon_corpus::Corpus,
}

impl Corpus {
    pub(crate) fn core(&self) -> &memcon_corpus::Corpus {
        &self.core
    }

    /// Makes an analysis, and a table of it.
    fn made<A>(&self, py: Python<'_>, analysis: A) -> PyResult<Table>
    where
        A: Analysis + Send,
        A::Row: Send,
    {
        Table::of_rows(py, &self.rows(py, analysis)?)
    }

    /// Writes every record, read into memory, as a text.
    fn written<'py>(
        &self,
        py: Python<'py>,
        write: impl FnOnce(&[Document<'_>]) -> write::Export + Send,
    ) -> Made<'py> {
        let made = self.gathered(py, |gathered| {
            let mut made = write(&gathered.documents());
            made.losses = gathered.with_unread(made.losses);
            Ok(made)
        })?;
        export::shown(py, made)
    }

    /// Writes every record, read into memory, into a folder, and gives the losses.
    fn written_to(
        &self,
        py: Python<'_>,
        write: impl FnOnce(&[Document<'_>]) -> Result<Vec<write::Loss>, Error> + Send,
    ) -> PyResult<Tuple<Loss>> {
        let lost = self.gathered(py, |gathered| {
            write(&gathered.documents()).map(|lost| gathered.with_unread(lost))
        })?;
        Ok(export::losses(&lost))
    }

    fn gathered<T: Send>(
        &self,
        py: Python<'_>,
        made_of: impl FnOnce(&Gathered) -> Result<T, Error> + Send,
    ) -> PyResult<T> {
        let mut watch = Watch::new(None);
        let made = py.detach(|| {
            let gathered = self.core.gather(|| watch.ask(|_, _| Ok(())))?;
            made_of(&gathered)
        });
        watch.heed(made).map_err(|error| corpus_error(py, error))
    }

    fn rows<A>(&self, py: Python<'_>, analysis: A) -> PyResult<Vec<A::Row>>
    where
        A: Analysis + Send,
        A::Row: Send,
    {
        let mut watch = Watch::new(None);
        let made = py.detach(|| self.core.analyse(analysis, || watch.ask(|_, _| Ok(()))));
        watch.heed(made).map_err(|error| corpus_error(py, error))
    }
}

#[pymethods]
impl Corpus {
    #[new]
    #[pyo3(signature = (*sources, layout=None, encoding=None, roster=None, threads=None))]
    #[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
    fn new(
        py: Python<'_>,
        sources: Vec<PathBuf>,
        layout: Option<&str>,
        encoding: Option<&str>,
        roster: Option<PyRef<'_, Roster>>,
        threads: Option<usize>,
    ) -> PyResult<Self> {
        if sources.is_empty() {
            return Err(PyValueError::new_err("no source; expected files, folders or patterns"));
        }
        let options = of_file(layout, encoding, roster.as_deref());
        let opened = py.detach(|| {
            let core = memcon_corpus::Corpus::open(&sources)?.with_options(options)?;
            Ok(match threads {
                Some(threads) => core.with_threads(threads),
                None => core,
            })
        });
        let core = opened.map_err(|error| corpus_error(py, Heed::Error(error)))?;
        Ok(Self { core })
    }

    /// What the collection was made of.
    #[getter]
    fn sources<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        PyTuple::new(py, self.core.sources())
    }

    /// Gives those records only that fit all that is said; failures stay.
    #[pyo3(signature = (*, years=None, since=None, until=None, form=None, person=None, place=None, words=None))]
    #[allow(clippy::too_many_arguments)] // Keywords in Python.
    fn r#where(
        &self,
        years: Option<(i16, i16)>,
        since: Option<&Bound<'_, PyAny>>,
        until: Option<&Bound<'_, PyAny>>,
        form: Option<&str>,
        person: Option<&str>,
        place: Option<&str>,
        words: Option<&str>,
    ) -> PyResult<Self> {
        let mut filter = self.core.filter().clone();
        if let Some((first, last)) = years {
            filter = filter.years(first..=last);
        }
        if let Some(first) = since {
            filter = filter.since(moment(first)?);
        }
        if let Some(last) = until {
            filter = filter.until(moment(last)?);
        }
        if let Some(name) = form {
            let forms = [Form::Verbatim, Form::Mixed, Form::Reported, Form::None];
            let known = forms.into_iter().find(|form| form.name() == name);
            let unknown = || {
                let names = forms.map(Form::name).join(", ");
                PyValueError::new_err(format!("no form is named {name:?}; there are {names}"))
            };
            filter = filter.form(known.ok_or_else(unknown)?);
        }
        if let Some(name) = person {
            filter = filter.person(name);
        }
        if let Some(name) = place {
            filter = filter.place(name);
        }
        if let Some(words) = words {
            filter = filter.words(words);
        }
        Ok(Self { core: self.core.clone().with_filter(filter) })
    }

    /// Gives one of the collection's tables: `turns`.
    #[pyo3(signature = (name, /))]
    fn table(slf: &Bound<'_, Self>, name: &str) -> PyResult<Table> {
        Table::of_corpus(slf, name)
    }

    /// Brings a folder of Parquet files up to date with the collection.
    #[pyo3(signature = (folder, /, *, progress=None))]
    #[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
    fn save<'py>(
        &self,
        py: Python<'py>,
        folder: PathBuf,
        progress: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyDict>> {
        let told = watch::teller(py, progress)?;
        let mut watch = Watch::new(told.as_ref().map(|told| told.clone_ref(py)));
        let saved = py.detach(|| {
            self.core.save(&folder, |progress| {
                watch.ask(|py, told| {
                    let counts = (progress.done, progress.files, progress.read, progress.failed);
                    told.map_or(Ok(()), |told| told.call1(py, counts).map(|_| ()))
                })
            })
        });
        let report = watch.heed(saved).map_err(|error| corpus_error(py, error))?;
        if let Some(told) = told {
            let end = report.progress;
            told.call1(py, (end.done, end.files, end.read, end.failed))?;
        }
        told_of(py, &report)
    }

    /// Looks for words in what is said, in any case, and gives them in their context.
    #[pyo3(signature = (words, /, *, width=60))]
    fn kwic(&self, py: Python<'_>, words: &str, width: usize) -> PyResult<Table> {
        self.made(py, Kwic::new(words, width))
    }

    /// Tells how well each record is read; those that need a look stand first.
    fn triage(&self, py: Python<'_>) -> PyResult<Table> {
        self.made(py, Triage::default())
    }

    /// Lists labels that stand for nobody known, the most frequent first.
    fn unresolved(&self, py: Python<'_>) -> PyResult<Table> {
        self.made(py, Unresolved::default())
    }

    /// Finds the people of the collection, and by what each is known.
    fn people(&self, py: Python<'_>) -> PyResult<Table> {
        self.made(py, People::default())
    }

    /// Tells who is tied to whom: who `met`, or who `answered`.
    #[pyo3(signature = (tie="met"))]
    fn ties(&self, py: Python<'_>, tie: &str) -> PyResult<Table> {
        self.made(py, Ties::new(known_tie(tie)?))
    }

    /// Gives who is tied to whom as a graph of networkx.
    #[pyo3(signature = (tie="met"))]
    fn graph<'py>(&self, py: Python<'py>, tie: &str) -> PyResult<Bound<'py, PyAny>> {
        let tie = known_tie(tie)?;
        graph::of(py, tie, &self.rows(py, Ties::new(tie))?)
    }

    /// Tells who has how much of the talk, by what is asked.
    #[pyo3(signature = (*by))]
    #[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
    fn shares(&self, py: Python<'_>, by: Vec<String>) -> PyResult<Table> {
        let known = |name: &String| {
            By::of(name).ok_or_else(|| {
                let message =
                    format!("{name:?} is nothing to count by; there are year, side, person, mode");
                PyKeyError::new_err(message)
            })
        };
        let by: Vec<By> = by.iter().map(known).collect::<PyResult<_>>()?;
        self.made(py, Shares::new(by))
    }

    /// Gives every record as a line of JSON.
    fn to_jsonl<'py>(&self, py: Python<'py>) -> Made<'py> {
        self.written(py, write::jsonl)
    }

    /// Gives the network of who met and who answered whom.
    fn to_gexf<'py>(&self, py: Python<'py>) -> Made<'py> {
        self.written(py, write::gexf)
    }

    /// Gives one of the collection's tables as CSV.
    #[pyo3(signature = (table="turns"))]
    fn to_csv<'py>(&self, py: Python<'py>, table: &str) -> Made<'py> {
        let table = known(table)?;
        self.written(py, |records| export::delimited(table, records, Delimiter::Comma))
    }

    /// Gives one of the collection's tables as TSV.
    #[pyo3(signature = (table="turns"))]
    fn to_tsv<'py>(&self, py: Python<'py>, table: &str) -> Made<'py> {
        let table = known(table)?;
        self.written(py, |records| export::delimited(table, records, Delimiter::Tab))
    }

    /// Writes every record into a corpus folder of ConvoKit.
    #[pyo3(signature = (folder, /))]
    #[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
    fn to_convokit(&self, py: Python<'_>, folder: PathBuf) -> PyResult<Tuple<Loss>> {
        self.written_to(py, |records| export::convokit(&folder, records))
    }

    /// Writes the five tables as Parquet files into a folder.
    #[pyo3(signature = (folder, /))]
    #[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
    fn to_parquet(&self, py: Python<'_>, folder: PathBuf) -> PyResult<Tuple<Loss>> {
        self.written_to(py, |records| export::parquet(&folder, records))
    }

    /// Lists what was withheld, one mark a row.
    fn excisions(&self, py: Python<'_>) -> PyResult<Table> {
        self.made(py, Excisions::default())
    }

    /// Adds up what was withheld, by what is asked.
    #[pyo3(signature = (*by))]
    #[allow(clippy::needless_pass_by_value)] // PyO3 hands arguments over by value.
    fn withheld(&self, py: Python<'_>, by: Vec<String>) -> PyResult<Table> {
        let known = |name: &String| {
            WithheldBy::of(name).ok_or_else(|| {
                let message =
                    format!("{name:?} is nothing to add up by; there are document, year, person");
                PyKeyError::new_err(message)
            })
        };
        let by: Vec<WithheldBy> = by.iter().map(known).collect::<PyResult<_>>()?;
        self.made(py, Totals::new(by))
    }

    /// Counts the files.
    fn __len__(&self) -> usize {
        self.core.len()
    }

    /// Begins to read every record, from the first, in order.
    fn __iter__(&self) -> CorpusIter {
        CorpusIter { records: Mutex::new(self.core.records()) }
    }

    fn __repr__(&self) -> String {
        format!("<memcon.Corpus {}>", repr::count(self.core.len(), "file"))
    }
}

/// Gives what a string or a date of Python tells.
fn moment(told: &Bound<'_, PyAny>) -> PyResult<Moment> {
    let told = told.str()?;
    let moment: Result<Moment, _> = told.to_str()?.parse();
    moment.map_err(|error| PyValueError::new_err(error.to_string()))
}

fn known_tie(name: &str) -> PyResult<Tie> {
    match name {
        "met" => Ok(Tie::Met),
        "answered" => Ok(Tie::Answered),
        _ => Err(PyKeyError::new_err(format!("no tie is named {name:?}; there are met, answered"))),
    }
}

fn told_of<'py>(py: Python<'py>, report: &Report) -> PyResult<Bound<'py, PyDict>> {
    let told = PyDict::new(py);
    let progress = report.progress;
    told.set_item("files", progress.files)?;
    told.set_item("unchanged", progress.unchanged)?;
    told.set_item("removed", report.removed)?;
    told.set_item("read", progress.read)?;
    let failures = report.failures.iter().map(|failure| (&failure.id, &failure.why));
    told.set_item("failures", failures.collect::<Vec<_>>())?;
    told.set_item("losses", export::losses(&report.losses))?;
    Ok(told)
}

/// The records of a collection, one after the other.
#[pyclass(frozen, module = "memcon")]
pub(crate) struct CorpusIter {
    records: Mutex<Records>,
}

#[pymethods]
impl CorpusIter {
    fn __iter__(slf: PyRef<'_, Self>) -> PyRef<'_, Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Record>> {
        loop {
            let next = py.detach(|| {
                let mut records = self.records.lock().unwrap_or_else(PoisonError::into_inner);
                records.next_within(PATIENCE)
            });
            match next {
                Next::Record(record) => return Record::new(py, record).map(Some),
                Next::Later => py.check_signals()?,
                Next::End => return Ok(None),
            }
        }
    }
}
