//! A collection named on the command line: which files, how to read them, which are asked for.

use std::path::PathBuf;

use memcon::{Form, Moment, Options};
use memcon_corpus::{Corpus, Error, Filter};

use crate::reading::Reading;

const FORMS: [Form; 4] = [Form::Verbatim, Form::Mixed, Form::Reported, Form::None];

/// Which files, how to read them, and which records are asked for.
#[derive(Debug, clap::Args)]
pub(crate) struct Sources {
    /// Files, folders with all that is below them, zips, TEI volumes, and patterns (`**/*.txt`).
    #[arg(required = true, value_name = "SRC")]
    pub(crate) named: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: Reading,

    /// Only conversations that began on this day, month or year, or later: 1969-05.
    #[arg(long, value_name = "DATE", help_heading = "Filters")]
    pub(crate) since: Option<Moment>,

    /// Only conversations that began on this day, in this month or year, or earlier.
    #[arg(long, value_name = "DATE", help_heading = "Filters")]
    pub(crate) until: Option<Moment>,

    /// Only records with a participant in whose name this stands.
    #[arg(long, value_name = "NAME", help_heading = "Filters")]
    pub(crate) person: Option<String>,

    /// Only conversations at a place in whose name this stands.
    #[arg(long, value_name = "NAME", help_heading = "Filters")]
    pub(crate) place: Option<String>,

    /// Only records of this form: verbatim, mixed, reported, none. It can be given several times.
    #[arg(long, value_name = "FORM", value_parser = form, help_heading = "Filters")]
    pub(crate) form: Vec<Form>,

    /// Only records in whose text these words stand.
    #[arg(long, value_name = "WORDS", help_heading = "Filters")]
    pub(crate) words: Option<String>,

    /// How many threads read; one a core unless told.
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
}

impl Sources {
    /// Looks the files up; each reading asks for these options and for what is said here.
    pub(crate) fn open(&self, options: Options) -> Result<Corpus, Error> {
        let options = self.reading.added_to(options)?;
        let corpus = Corpus::open(&self.named)?.with_options(options)?.with_filter(self.filter());
        Ok(match self.threads {
            Some(threads) => corpus.with_threads(threads),
            None => corpus,
        })
    }

    fn filter(&self) -> Filter {
        let mut filter = self.form.iter().fold(Filter::new(), |filter, form| filter.form(*form));
        if let Some(since) = self.since {
            filter = filter.since(since);
        }
        if let Some(until) = self.until {
            filter = filter.until(until);
        }
        if let Some(person) = &self.person {
            filter = filter.person(person);
        }
        if let Some(place) = &self.place {
            filter = filter.place(place);
        }
        if let Some(words) = &self.words {
            filter = filter.words(words);
        }
        filter
    }
}

fn form(name: &str) -> Result<Form, String> {
    let known = FORMS.into_iter().find(|form| form.name() == name);
    known.ok_or_else(|| format!("found {name:?}, expected {}", FORMS.map(Form::name).join(", ")))
}
