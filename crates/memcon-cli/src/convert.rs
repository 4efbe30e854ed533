//! `memcon convert`: records in the formats of others.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::Path;

use memcon::Parsed;
use memcon::write::tables::{self, TurnRow};
use memcon::write::{self, Delimiter, Document, Export, Folder, Loss};
use memcon_corpus::{Table, write_folder, write_table, write_tables, write_text};

use crate::TROUBLE;
use crate::args::{Into, Records};
use crate::corpus::line;
use crate::input::each_record;
use crate::session::Session;

/// A record and the name that it has in what is written.
type Named = (String, Parsed);

/// Why nothing was written.
enum Trouble {
    /// The records need a place that was not given.
    NoPlace(&'static str),
    /// A file could not be written.
    File(memcon_corpus::Error),
    /// The output could not be written.
    Output(io::Error),
}

impl From<memcon_corpus::Error> for Trouble {
    fn from(error: memcon_corpus::Error) -> Self {
        Trouble::File(error)
    }
}

type Written = Result<Vec<Loss>, Trouble>;

pub(crate) fn run(
    records: &Records,
    into: Into,
    out: Option<&Path>,
    session: &mut Session<'_>,
) -> io::Result<u8> {
    let mut names = HashSet::new();
    let mut all: Vec<Named> = Vec::new();
    let status = each_record(records, session, |name, parsed, _| {
        all.push((unique(&mut names, name, &parsed), parsed));
        Ok(())
    })?;
    if all.is_empty() {
        return Ok(status);
    }
    match written(&all, into, out, session) {
        Ok(losses) => {
            report(&losses, session);
            Ok(status)
        }
        Err(Trouble::NoPlace(why)) => {
            session.complain(&format!("{why}; give one with -o OUT"));
            Ok(TROUBLE)
        }
        Err(Trouble::File(error)) => {
            session.complain(&line(&error));
            Ok(TROUBLE)
        }
        Err(Trouble::Output(error)) => Err(error),
    }
}

fn written(all: &[Named], into: Into, out: Option<&Path>, session: &mut Session<'_>) -> Written {
    let documents: Vec<Document<'_>> =
        all.iter().map(|(name, parsed)| Document::named(name.as_str(), parsed)).collect();
    match into {
        Into::Tei => pages(&documents, write::tei, "xml", out, session),
        Into::ParlaClarin => pages(&documents, write::parla_clarin, "xml", out, session),
        Into::Markdown => pages(&documents, write::markdown, "md", out, session),
        Into::Html => pages(&documents, write::html, "html", out, session),
        Into::Gexf => one(write::gexf(&documents), out, session),
        Into::Jsonl => one(write::jsonl(&documents), out, session),
        Into::Convokit => folder(&write::convokit(&documents), out),
        Into::Csv => delimited(&documents, Delimiter::Comma, "csv", out),
        Into::Tsv => delimited(&documents, Delimiter::Tab, "tsv", out),
        Into::Parquet => parquet(&documents, out),
    }
}

/// Gives a name that no other record has: that of the file, of the document in it, a number.
fn unique(taken: &mut HashSet<String>, file: &str, parsed: &Parsed) -> String {
    let stem = Path::new(file).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let stem = match (stem, &parsed.memorandum.id) {
        (Some(stem), Some(id)) => format!("{stem}.{id}"),
        (Some(stem), None) => stem,
        (None, _) => write::document_id(&parsed.memorandum),
    };
    let plain = |c: char| if c.is_alphanumeric() || "._-".contains(c) { c } else { '-' };
    let stem: String = stem.trim_start_matches('.').chars().map(plain).collect();
    let mut name = stem.clone();
    let mut times = 1;
    // Some file systems know no capitals.
    let folded = |name: &str| name.chars().flat_map(char::to_lowercase).collect::<String>();
    while !taken.insert(folded(&name)) {
        times += 1;
        name = format!("{stem}-{times}");
    }
    name
}

/// Writes one page a record: into a file, or into a folder with a file for each.
fn pages(
    documents: &[Document<'_>],
    write: fn(&Document<'_>) -> Export,
    ending: &str,
    out: Option<&Path>,
    session: &mut Session<'_>,
) -> Written {
    match (documents, out) {
        ([only], out) if out.is_none_or(|out| !out.is_dir()) => one(write(only), out, session),
        (_, None) => Err(Trouble::NoPlace("several records need a folder")),
        (_, Some(folder)) => {
            let wrong = |source| memcon_corpus::Error::Write { path: folder.to_owned(), source };
            fs::create_dir_all(folder).map_err(wrong)?;
            let mut losses = Vec::new();
            for document in documents {
                let page = write(document);
                let place = folder.join(format!("{}.{ending}", document.id()));
                save(&page.text, Some(&place), session)?;
                losses.extend(page.losses);
            }
            Ok(losses)
        }
    }
}

fn one(export: Export, out: Option<&Path>, session: &mut Session<'_>) -> Written {
    save(&export.text, out, session)?;
    Ok(export.losses)
}

/// A table alone where OUT names a file, all tables where it names a folder.
fn delimited(
    documents: &[Document<'_>],
    delimiter: Delimiter,
    ending: &str,
    out: Option<&Path>,
) -> Written {
    match out {
        Some(file) if ends(file, ending) => {
            let turns = write::delimited_table::<TurnRow>(documents, delimiter);
            write_text(file, &turns.text)?;
            Ok(turns.losses)
        }
        out => folder(&write::delimited_tables(documents, delimiter), out),
    }
}

fn parquet(documents: &[Document<'_>], out: Option<&Path>) -> Written {
    match out {
        None => Err(NO_FOLDER),
        Some(file) if ends(file, "parquet") => {
            write_table(file, Table::Turns, documents)?;
            Ok(Table::Turns.lost(documents))
        }
        Some(folder) => {
            write_tables(folder, documents)?;
            Ok(tables::lost(documents))
        }
    }
}

fn ends(file: &Path, ending: &str) -> bool {
    file.extension().is_some_and(|found| found == ending)
}

const NO_FOLDER: Trouble = Trouble::NoPlace("this format is a folder");

fn folder(folder: &Folder, out: Option<&Path>) -> Written {
    write_folder(out.ok_or(NO_FOLDER)?, folder)?;
    Ok(folder.losses.clone())
}

fn save(text: &str, out: Option<&Path>, session: &mut Session<'_>) -> Result<(), Trouble> {
    match out {
        Some(out) => Ok(write_text(out, text)?),
        None => session.output.write_all(text.as_bytes()).map_err(Trouble::Output),
    }
}

/// Says what was not carried, on one line.
pub(crate) fn report(losses: &[Loss], session: &mut Session<'_>) {
    let told: Vec<String> =
        Loss::sum(losses.iter().copied()).iter().map(ToString::to_string).collect();
    if !told.is_empty() {
        session.complain(&format!("not carried: {}", told.join("; ")));
    }
}
