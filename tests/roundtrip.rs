//! What is written as TEI and as JSON Lines, and read again by memcon itself, gives the same
//! turns. Real documents are read as well where `MEMCON_CORPUS` is set.

use std::path::{Path, PathBuf};

use memcon::write::{self, Document};
use memcon::{JsonStyle, Memorandum, Mode, Options, Parsed};
use memcon_tests::{documents, faults, files, has_ending, read, test_name};

/// How a turn is told, who speaks, and the letters and digits of the words.
type Said = (Mode, String, String);

fn said(memorandum: &Memorandum) -> Vec<Said> {
    let letters = |words: &str| words.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let turns = memorandum.turns.iter().map(|turn| {
        let names = turn.speakers.iter().filter_map(|id| memorandum.participant(*id));
        let names: Vec<&str> = names.map(|person| person.name.trim()).collect();
        // XML holds no control characters, and a writer may squeeze white space.
        (turn.mode, letters(&names.join(" ")), letters(&turn.text))
    });
    turns.collect()
}

/// Writes a record as TEI, reads it again and counts the turns that came back: of how many.
fn through_tei(parsed: &Parsed, name: &str) -> (usize, usize, Vec<String>) {
    let written = write::tei(&Document::named("record", parsed)).text;
    let again = memcon::read_bytes("record.xml", written.into_bytes(), &Options::new());
    let again = again.unwrap_or_else(|error| panic!("{name}: our own TEI is not read: {error}"));
    let broken = faults(&again);
    assert!(broken.is_empty(), "{name}: {broken:?}");
    let (before, after) = (said(&parsed.memorandum), said(&again.memorandum));
    let mut rest = after.iter();
    let mut lost = Vec::new();
    for turn in &before {
        // In order: a turn that is not there must not hide those after it.
        let mut ahead = rest.clone();
        if ahead.any(|it| it == turn) {
            rest = ahead;
        } else {
            lost.push(format!("{name}: {turn:?}"));
        }
    }
    if after.len() != before.len() {
        lost.push(format!("{name}: {} turns instead of {}", after.len(), before.len()));
    }
    (before.len() - lost.len().min(before.len()), before.len(), lost)
}

#[test]
fn every_invented_turn_comes_back_from_tei() {
    let (mut same, mut all, mut lost) = (0, 0, Vec::new());
    for path in documents() {
        let parsed = read(&path).unwrap();
        let (came, of, without) = through_tei(&parsed, &test_name(&path));
        same += came;
        all += of;
        lost.extend(without);
    }
    assert!(all > 900, "only {all} turns");
    assert!(lost.is_empty(), "{same} of {all}:\n{}", lost.join("\n"));
}

/// Gives the documents of a folder of the real corpus; none where it is not set, which `.ci/run`
/// says aloud.
fn real(folder: &str) -> Vec<PathBuf> {
    let corpus = std::env::var_os("MEMCON_CORPUS").map(PathBuf::from);
    let found = corpus.map(|corpus| files(&corpus.join(folder))).unwrap_or_default();
    found.into_iter().filter(|path| has_ending(path, "txt")).collect()
}

/// Of a thousand turns of a folder, at most one may come back otherwise.
fn real_turns_come_back(folder: &str) {
    let (mut same, mut all, mut lost) = (0, 0, Vec::new());
    for path in real(folder) {
        let name = stem(&path);
        let parsed = memcon::read(&path);
        let parsed = parsed.unwrap_or_else(|error| panic!("{name}: {error}"));
        let (came, of, without) = through_tei(&parsed, &name);
        same += came;
        all += of;
        lost.extend(without);
    }
    let is_set = std::env::var_os("MEMCON_CORPUS").is_some();
    assert!(all > 0 || !is_set, "no turn below {folder}");
    let told: Vec<&str> = lost.iter().map(|it| it.get(..120).unwrap_or(it)).collect();
    assert!(lost.len() * 1000 <= all, "{same} of {all}:\n{}", told.join("\n"));
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[test]
fn turns_of_the_seed_come_back_from_tei() {
    real_turns_come_back("seed");
}

#[test]
fn turns_of_printed_records_come_back_from_tei() {
    real_turns_come_back("frus/web");
}

#[test]
fn turns_of_plain_records_come_back_from_tei() {
    real_turns_come_back("frus/plain");
}

#[test]
fn every_record_comes_back_from_json_lines() {
    let records: Vec<Parsed> = documents().iter().map(|path| read(path).unwrap()).collect();
    let lines: String = records.iter().map(|it| it.to_json(JsonStyle::Line) + "\n").collect();
    assert_eq!(lines.lines().count(), records.len());
    assert!(records.len() > 100, "only {} records", records.len());
    for (line, record) in lines.lines().zip(&records) {
        assert_eq!(Parsed::from_json(line).unwrap(), *record);
    }
    let array = format!("[{}]", lines.trim_end().replace('\n', ","));
    for (name, text) in [("records.jsonl", &lines), ("records", &lines), ("records.json", &array)] {
        let bytes = text.clone().into_bytes();
        let read = memcon::documents_in(name, bytes, &Options::new()).unwrap();
        let read: Vec<Parsed> = read.map(|document| document.unwrap().parse()).collect();
        assert!(read == records, "{name}: {} records of {}", read.len(), records.len());
    }
    let second = Options::new().id("record-2");
    let read = memcon::read_bytes("records.jsonl", lines.into_bytes(), &second).unwrap();
    assert_eq!(read.memorandum.text, records[1].memorandum.text);
}
