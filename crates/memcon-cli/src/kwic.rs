//! `memcon kwic`: words in their context.

use std::io;
use std::ops::ControlFlow;

use memcon_corpus::analysis::{Kwic, KwicRow};
use memcon_corpus::{Corpus, Error};
use unicode_width::UnicodeWidthStr;

use crate::corpus::line;
use crate::paint::{Ink, Paint};
use crate::session::Session;
use crate::sources::Sources;
use crate::wrap::harmless;
use crate::{DONE, INTERRUPTED, TROUBLE, interrupt};

/// What is sought, and where.
#[derive(Debug, clap::Args)]
pub(crate) struct Search {
    /// Whole words, in any case; they stand for themselves.
    #[arg(value_name = "WORDS")]
    sought: String,

    #[command(flatten)]
    sources: Sources,

    /// How many characters of context to give on each side.
    #[arg(long, value_name = "N", default_value_t = 40)]
    width: usize,
}

pub(crate) fn run(search: &Search, session: &mut Session<'_>) -> io::Result<u8> {
    interrupt::listen();
    let found = search.sources.open(session.options.clone()).and_then(|corpus| {
        let files = corpus.len();
        found(&corpus, search).map(|rows| (files, rows))
    });
    let (files, rows) = match found {
        Ok(found) => found,
        Err(error) => {
            session.complain(&line(&error));
            return Ok(if matches!(error, Error::Interrupted) { INTERRUPTED } else { TROUBLE });
        }
    };
    let paint = Paint::of(session.terminal.colour);
    for row in &rows {
        tell(row, search.width, paint, session)?;
    }
    let (places, files) = (count(rows.len(), "place"), count(files, "file"));
    writeln!(session.output, "{places} in {files}")?;
    Ok(DONE)
}

fn found(corpus: &Corpus, search: &Search) -> Result<Vec<KwicRow>, Error> {
    corpus.analyse(Kwic::new(&search.sought, search.width), || {
        if interrupt::came() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })
}

/// Tells a place: the record and who speaks, then the words with all keywords below each other.
fn tell(row: &KwicRow, width: usize, paint: Paint, session: &mut Session<'_>) -> io::Result<()> {
    let year = row.year.map(|year| format!(", {year}")).unwrap_or_default();
    let speaker = row.speaker_name.as_deref().map_or("nobody known".to_owned(), harmless);
    let about = format!("{}{year}, {speaker}, {}", harmless(&row.document_id), row.mode);
    writeln!(session.output, "{}", paint.dress(Ink::Aside, &about))?;
    let left = flat(&row.left);
    let margin = " ".repeat(width.saturating_sub(left.width()));
    let keyword = paint.dress(Ink::Title, &flat(&row.keyword));
    writeln!(session.output, "{margin}{left}{keyword}{}", flat(&row.right))
}

/// Gives words on one line.
fn flat(words: &str) -> String {
    harmless(&words.replace(['\n', '\r', '\t'], " "))
}

pub(crate) fn count(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
