//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::corpus::Collection;
use crate::kwic::Search;
use crate::ledger::Ledger;
use crate::reading::Reading;

/// Turns records of diplomatic conversation into structured dialogue.
#[derive(Debug, Parser)]
#[command(name = "memcon", version, max_term_width = 100)]
pub(crate) struct Args {
    /// When to colour.
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: When,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Shows records as readable pages.
    Show {
        #[command(flatten)]
        records: Records,
    },
    /// Writes records as JSON.
    Parse {
        #[command(flatten)]
        records: Records,
        /// What to write: one JSON value (an array of several files), or one line a record.
        #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
        to: Target,
        /// Write to a file, whole or not at all.
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Writes records in a format of others, and says what the format could not carry.
    Convert {
        #[command(flatten)]
        records: Records,
        /// The format.
        #[arg(long, value_enum, value_name = "FORMAT")]
        to: Into,
        /// Write to a file or folder; every file appears whole or not at all.
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
    },
    /// Tells what is doubtful in records, and where.
    Check {
        #[command(flatten)]
        records: Records,
        /// Leave with status 1 if there is a warning.
        #[arg(long)]
        strict: bool,
        /// Also list every string that could have been a speaker's label, and why it is or is not.
        #[arg(short, long)]
        verbose: bool,
    },
    /// Reads a collection in parallel and keeps it as Parquet files; what is done and unchanged is
    /// not read again.
    Corpus(Collection),
    /// Looks for words in what is said in a collection and shows them in their context.
    Kwic(Search),
    /// Lists what was withheld from the records of a collection, or adds it up by record, person or
    /// year.
    Ledger(Ledger),
    /// Tells every line whose speaker changed between two readings of the same documents.
    ///
    /// Each is a folder that `corpus` wrote, a file that `parse --to jsonl` wrote, or a folder of
    /// records, which is then read. The status is 1 if there is a difference.
    Diff {
        /// The old reading.
        old: PathBuf,
        /// The new reading.
        new: PathBuf,
    },
    /// Prints the JSON Schema of what `parse` writes.
    Schema,
    /// Lists the layouts.
    Layouts,
    /// Prints a script that completes the words of this command in a shell.
    Completions {
        /// The shell.
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
}

impl Command {
    /// Gives the records that the command is about.
    pub(crate) fn records(&self) -> Option<&Records> {
        match self {
            Command::Show { records }
            | Command::Parse { records, .. }
            | Command::Convert { records, .. }
            | Command::Check { records, .. } => Some(records),
            Command::Corpus(_)
            | Command::Kwic(_)
            | Command::Ledger(_)
            | Command::Diff { .. }
            | Command::Schema
            | Command::Layouts
            | Command::Completions { .. } => None,
        }
    }
}

/// Which records, and how to read them.
#[derive(Debug, clap::Args)]
pub(crate) struct Records {
    /// Files of text, HTML, TEI, PDF, DOCX, or of JSON that memcon wrote, and zips of them; `-` is
    /// the standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) reading: Reading,

    /// Only the document with this id, of files that hold several.
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<String>,
}

impl Records {
    pub(crate) fn options(&self, of: &memcon::Options) -> Result<memcon::Options, memcon::Error> {
        let mut options = self.reading.added_to(of.clone())?;
        if let Some(id) = &self.id {
            options = options.id(id.as_str());
        }
        Ok(options)
    }
}

/// When to colour.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum When {
    /// On a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What `parse` writes.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub(crate) enum Target {
    /// One JSON value, indented.
    #[default]
    Json,
    /// One line a record.
    Jsonl,
}

/// What `convert` writes.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Into {
    /// TEI P5 with the drama module, a file a record.
    Tei,
    /// TEI by the rules of Parla-CLARIN, a file a record.
    ParlaClarin,
    /// A corpus folder of ConvoKit.
    Convokit,
    /// A folder of tables; where OUT ends in .csv, the table of turns.
    Csv,
    /// The same with tabs; where OUT ends in .tsv, the table of turns.
    Tsv,
    /// A folder of tables as Parquet files; where OUT ends in .parquet, the table of turns.
    Parquet,
    /// A reading text, a file a record.
    Markdown,
    /// A reading edition, one page a record.
    Html,
    /// The network of who met and who answered whom.
    Gexf,
    /// JSON of the contract, one line a record.
    Jsonl,
}
