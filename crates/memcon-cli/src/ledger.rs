//! `memcon ledger`: what was withheld, and how much in all.

use std::io;
use std::ops::ControlFlow;

use memcon::write::{Delimiter, delimited};
use memcon_corpus::analysis::{Analysis, ExcisionRow, Excisions, Totals, WithheldBy, WithheldRow};
use memcon_corpus::{Corpus, Error};

use crate::corpus::line;
use crate::kwic::count;
use crate::paint::{Ink, Paint};
use crate::session::Session;
use crate::sources::Sources;
use crate::wrap::harmless;
use crate::{DONE, INTERRUPTED, TROUBLE, interrupt};

/// Which records, and what to add up by.
#[derive(Debug, clap::Args)]
pub(crate) struct Ledger {
    #[command(flatten)]
    sources: Sources,

    /// Give totals instead of single excisions, by each of these; may be given more than once.
    #[arg(long, value_enum, value_name = "WHAT")]
    by: Vec<By>,

    /// Write a table of CSV.
    #[arg(long)]
    csv: bool,
}

/// What totals are made by.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum By {
    /// The record.
    Document,
    /// The speaker who is interrupted.
    Person,
    /// The year of the conversation.
    Year,
}

pub(crate) fn run(ledger: &Ledger, session: &mut Session<'_>) -> io::Result<u8> {
    interrupt::listen();
    let by = ledger.by.iter().map(|by| match by {
        By::Document => WithheldBy::Document,
        By::Person => WithheldBy::Person,
        By::Year => WithheldBy::Year,
    });
    let by: Vec<WithheldBy> = by.collect();
    let found = ledger.sources.open(session.options.clone()).and_then(|corpus| {
        let single = if by.is_empty() { made(&corpus, Excisions::default())? } else { Vec::new() };
        let totals = made(&corpus, Totals::new(by.clone()))?;
        Ok((corpus.len(), single, totals))
    });
    let (files, single, totals) = match found {
        Ok(found) => found,
        Err(error) => {
            session.complain(&line(&error));
            return Ok(if matches!(error, Error::Interrupted) { INTERRUPTED } else { TROUBLE });
        }
    };
    if ledger.csv {
        let table = if by.is_empty() {
            delimited(&single, Delimiter::Comma)
        } else {
            delimited(&totals, Delimiter::Comma)
        };
        session.output.write_all(table.text.as_bytes())?;
        return Ok(DONE);
    }
    let paint = Paint::of(session.terminal.colour);
    for row in &single {
        tell(row, paint, session)?;
    }
    for row in totals.iter().filter(|_| !by.is_empty()) {
        let about = paint.dress(Ink::Title, &harmless(&group(row)));
        writeln!(session.output, "{about}  {}", sum(row))?;
    }
    let cuts: i64 = totals.iter().map(|row| row.cuts).sum();
    let cuts = count(usize::try_from(cuts).unwrap_or(0), "excision");
    match (by.is_empty(), totals.first()) {
        (true, Some(all)) => {
            writeln!(session.output, "{cuts} in {}: {}", count(files, "file"), sum(all))?;
        }
        (true, None) | (false, _) => {
            writeln!(session.output, "{cuts} in {}", count(files, "file"))?;
        }
    }
    Ok(DONE)
}

fn made<A: Analysis>(corpus: &Corpus, analysis: A) -> Result<Vec<A::Row>, Error> {
    corpus.analyse(analysis, || {
        if interrupt::came() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    })
}

/// Tells one excision: where it stands, whom it interrupts, what it says and means.
fn tell(row: &ExcisionRow, paint: Paint, session: &mut Session<'_>) -> io::Result<()> {
    let year = row.year.map(|year| format!(", {year}")).unwrap_or_default();
    let whom = match (&row.speaker_name, row.turn) {
        (Some(name), Some(turn)) => format!(", interrupts {} in turn {turn}", harmless(name)),
        (None, Some(turn)) => format!(", in turn {turn}, of nobody known"),
        (_, None) => ", in no turn".to_owned(),
    };
    let about = format!("{}{year}{whom}", harmless(&row.document_id));
    writeln!(session.output, "{}", paint.dress(Ink::Aside, &about))?;
    let exemption = row.exemption.as_deref().map(|code| format!("; {}", harmless(code)));
    let measures = row.measures.iter().fold(String::new(), |all, one| format!("{all}, {one}"));
    let words = harmless(&row.text.split_whitespace().collect::<Vec<_>>().join(" "));
    let exemption = exemption.unwrap_or_default();
    writeln!(session.output, "    {words}  ({}{measures}{exemption})", row.withheld)
}

/// Names what a total is of.
fn group(row: &WithheldRow) -> String {
    let year = row.year.map(|year| year.to_string());
    let parts = [row.document_id.clone(), year, row.person.clone()];
    let named: Vec<String> = parts.into_iter().flatten().collect();
    if named.is_empty() { "nobody known, or no year".to_owned() } else { named.join(", ") }
}

/// Gives a total in words.
fn sum(row: &WithheldRow) -> String {
    let sorts = [
        (row.of_text, "of text"),
        (row.of_names, "of names"),
        (row.of_amounts, "of amounts"),
        (row.of_others, "of others"),
    ];
    let sorts = sorts.iter().filter(|(cuts, _)| *cuts > 0).map(|(cuts, of)| format!("{cuts} {of}"));
    let much = [
        (row.lines, "lines"),
        (row.paragraphs, "paragraphs"),
        (row.pages, "pages"),
        (row.sentences, "sentences"),
        (row.words, "words"),
        (row.characters, "characters"),
        (row.names, "names"),
        (row.items, "others"),
    ];
    let much = much.iter().filter(|(much, _)| *much > 0.0).map(|(much, of)| format!("{much} {of}"));
    let unmeasured = (row.unmeasured > 0).then(|| format!("{} without a measure", row.unmeasured));
    let parts = [sorts.collect::<Vec<_>>(), much.collect(), unmeasured.into_iter().collect()];
    let parts: Vec<String> =
        parts.iter().filter(|part| !part.is_empty()).map(|part| part.join(", ")).collect();
    parts.join("; ")
}
