//! `memcon convert`: records in the formats of others.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use memcon::write::{self, Delimiter, Document, Export, Folder, Loss, Part, tables};
use memcon::{JsonStyle, Parsed};

use crate::TROUBLE;
use crate::args::{Into, Records};
use crate::input::each_record;
use crate::save::Draft;
use crate::session::Session;

/// What the table of turns does not carry by itself.
const BESIDE_TURNS: &[Part] = &[
    Part::Narration,
    Part::Furniture,
    Part::StatedDates,
    Part::Subjects,
    Part::Classifications,
    Part::Markings,
    Part::Provenance,
    Part::SilentPeople,
    Part::Honorifics,
    Part::Offices,
    Part::Capacities,
    Part::Mentions,
    Part::Movements,
    Part::Presence,
    Part::Identities,
    Part::Notes,
    Part::Measures,
    Part::Glossary,
    Part::LabelReadings,
    Part::Diagnostics,
];

/// A record and the name that it has in what is written.
type Named = (String, Parsed);

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
    let written = written(&all, into, out, session);
    match (written, out) {
        (Ok(losses), _) => {
            report(&losses, session);
            Ok(status)
        }
        (Err(error), Some(out)) => {
            session.complain(&format!("cannot write {}: {error}", out.display()));
            Ok(TROUBLE)
        }
        (Err(error), None) => Err(error),
    }
}

fn written(
    all: &[Named],
    into: Into,
    out: Option<&Path>,
    session: &mut Session<'_>,
) -> io::Result<Vec<Loss>> {
    let documents: Vec<Document<'_>> =
        all.iter().map(|(name, parsed)| Document::named(name.as_str(), parsed)).collect();
    match into {
        Into::Tei => pages(&documents, write::tei, "xml", out, session),
        Into::ParlaClarin => pages(&documents, write::parla_clarin, "xml", out, session),
        Into::Markdown => pages(&documents, write::markdown, "md", out, session),
        Into::Html => pages(&documents, write::html, "html", out, session),
        Into::Gexf => one(write::gexf(&documents), out, session),
        Into::Jsonl => {
            let line = |(_, parsed): &Named| parsed.to_json(JsonStyle::Line) + "\n";
            let text = all.iter().map(line).collect::<String>();
            save(&text, out, session)?;
            Ok(Vec::new())
        }
        Into::Convokit => folder(&write::convokit(&documents), out),
        Into::Csv => delimited(&documents, Delimiter::Comma, "csv", out),
        Into::Tsv => delimited(&documents, Delimiter::Tab, "tsv", out),
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
) -> io::Result<Vec<Loss>> {
    match (documents, out) {
        ([only], out) if out.is_none_or(|out| !out.is_dir()) => one(write(only), out, session),
        (_, None) => Err(no_place("several records need a folder")),
        (_, Some(folder)) => {
            fs::create_dir_all(folder)?;
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

fn one(export: Export, out: Option<&Path>, session: &mut Session<'_>) -> io::Result<Vec<Loss>> {
    save(&export.text, out, session)?;
    Ok(export.losses)
}

/// A table alone where OUT names a file, all tables where it names a folder.
fn delimited(
    documents: &[Document<'_>],
    delimiter: Delimiter,
    ending: &str,
    out: Option<&Path>,
) -> io::Result<Vec<Loss>> {
    match out {
        Some(file) if file.extension().is_some_and(|found| found == ending) => {
            let rows: Vec<_> = documents.iter().flat_map(tables::turns).collect();
            let table = write::delimited(&rows, delimiter);
            put(&table.text, file)?;
            let lost = documents.iter().flat_map(|document| {
                let count =
                    |part: &Part| Loss { part: *part, count: part.count(document.parsed()) };
                BESIDE_TURNS.iter().map(count)
            });
            Ok(lost.filter(|loss| loss.count > 0).chain(table.losses).collect())
        }
        out => folder(&write::delimited_tables(documents, delimiter), out),
    }
}

/// Writes the files of a folder; none takes its place before all are written.
fn folder(folder: &Folder, out: Option<&Path>) -> io::Result<Vec<Loss>> {
    let Some(out) = out else { return Err(no_place("this format is a folder")) };
    fs::create_dir_all(out)?;
    let mut drafts = Vec::new();
    for (name, text) in &folder.files {
        let mut draft = Draft::begin(&out.join(name))?;
        draft.write_all(text.as_bytes())?;
        drafts.push(draft);
    }
    drafts.into_iter().try_for_each(Draft::finish)?;
    Ok(folder.losses.clone())
}

fn no_place(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, format!("{why}; give one with -o OUT"))
}

fn save(text: &str, out: Option<&Path>, session: &mut Session<'_>) -> io::Result<()> {
    match out {
        Some(out) => put(text, out),
        None => session.output.write_all(text.as_bytes()),
    }
}

fn put(text: &str, out: &Path) -> io::Result<()> {
    let mut draft = Draft::begin(out)?;
    draft.write_all(text.as_bytes())?;
    draft.finish()
}

/// Says what was not carried, on one line.
fn report(losses: &[Loss], session: &mut Session<'_>) {
    let mut counted = losses.to_vec();
    counted.sort_by_key(|loss| loss.part);
    counted.dedup_by(|next, kept| {
        let same = next.part == kept.part;
        kept.count += if same { next.count } else { 0 };
        same
    });
    if !counted.is_empty() {
        let told: Vec<String> = counted.iter().map(ToString::to_string).collect();
        session.complain(&format!("not carried: {}", told.join("; ")));
    }
}
