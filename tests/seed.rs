//! The facts of one real record, counted by hand: never its sentences. The record itself stays
//! outside the project, in the folder that `MEMCON_CORPUS` names.

#![expect(clippy::unwrap_used, reason = "helpers of tests are tests")]

use std::fs;
use std::path::PathBuf;

use memcon::{Capacity, DateAgreement, Form, GlossSource, NoteKind, Parsed};
use sha2::{Digest, Sha256};

const FILE: &str = "seed/000_e29c25eb24da5296.txt";
const HASH: &str = "a179eabff9a807820ba5195e09e1ab436c5fa6253008a4dcbf0b2b291d4ace87";
const BYTES: usize = 10_052;
const CODE_POINTS: usize = 10_038;

/// Each turn's label, its first byte, and the surname of who speaks.
const TURNS: [(&str, usize, &str); 7] = [
    ("M. S. GORBACHEV", 625, "Gorbachev"),
    ("B. KARMAL", 1084, "Karmal"),
    ("M. S. GORBACHEV", 1118, "Gorbachev"),
    ("B. KARMAL", 4040, "Karmal"),
    ("A. A. GROMYKO", 8347, "Gromyko"),
    ("M. S. GORBACHEV", 8445, "Gorbachev"),
    ("B. KARMAL", 8778, "Karmal"),
];
/// The last byte of the last turn, and the first of the sentence after it.
const LAST_WORD: usize = 8984;
const AFTER: usize = 8987;

/// Gives the record, or says loudly that it is not at hand.
fn seed() -> Option<Parsed> {
    let Some(corpus) = std::env::var_os("MEMCON_CORPUS").filter(|corpus| !corpus.is_empty()) else {
        say("MEMCON_CORPUS is not set: the real record was NOT checked");
        return None;
    };
    let path = PathBuf::from(corpus).join(FILE);
    let bytes = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let hash =
        Sha256::digest(&bytes).iter().fold(String::new(), |hash, byte| format!("{hash}{byte:02x}"));
    assert_eq!((hash.as_str(), bytes.len()), (HASH, BYTES), "this is another record");
    Some(memcon::read(&path).unwrap())
}

/// Says a line past the test runner's capture.
fn say(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "\n*** {line} ***");
}

#[test]
fn nothing_is_lost() {
    let Some(Parsed { memorandum, .. }) = seed() else { return };
    assert_eq!(memorandum.text.len(), BYTES);
    assert_eq!(memorandum.text.chars().count(), CODE_POINTS);
    assert!(memorandum.rebuild() == memorandum.text);
}

#[test]
fn seven_turns_begin_at_their_labels() {
    let Some(Parsed { memorandum, .. }) = seed() else { return };
    assert_eq!(memorandum.form, Form::Verbatim);
    let found: Vec<(String, usize, String)> = memorandum
        .turns
        .iter()
        .map(|turn| {
            let label = turn.label.clone().unwrap_or_default();
            assert_eq!(label.span.start, turn.span.start);
            let person = turn.speaker.and_then(|id| memorandum.participant(id));
            let name = person.map_or("", |person| person.name.as_str());
            let surname = name.rsplit(' ').next().unwrap_or_default();
            (label.text, turn.span.start, surname.to_owned())
        })
        .collect();
    let expected = TURNS.map(|(label, at, surname)| (label.to_owned(), at, surname.to_owned()));
    assert_eq!(found, expected);
}

#[test]
fn the_last_turn_ends_before_the_closing_sentences() {
    let Some(Parsed { memorandum, .. }) = seed() else { return };
    let last = memorandum.turns.last().unwrap().span;
    assert_eq!(last.end, LAST_WORD);
    assert!(memorandum.text[AFTER..].starts_with("A. M. "));
}

#[test]
fn five_people_took_part() {
    let Some(Parsed { memorandum, .. }) = seed() else { return };
    let surname = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_owned();
    let mut found: Vec<String> =
        memorandum.participants.iter().map(|person| surname(&person.name)).collect();
    found.sort_unstable();
    assert_eq!(found, ["Alexandrov", "Gorbachev", "Gromyko", "Karmal", "Pashkov"]);
    let capacities = |name: &str| {
        let person = memorandum.participants.iter().find(|person| surname(&person.name) == name);
        person.unwrap().capacities.clone()
    };
    assert!(capacities("Alexandrov").contains(&Capacity::Present));
    assert!(capacities("Pashkov").contains(&Capacity::Interpreter));
    assert!(capacities("Pashkov").contains(&Capacity::Recorder));
}

#[test]
fn two_dates_agree_and_the_place_is_named() {
    let Some(Parsed { memorandum, .. }) = seed() else { return };
    let date = memorandum.date.unwrap();
    assert_eq!(date.start.unwrap().to_string(), "1985-03-14");
    assert_eq!(date.end, None);
    assert_eq!(date.edtf.as_deref(), Some("1985-03-14"));
    assert_eq!(memorandum.dates.len(), 2);
    assert_eq!(memorandum.dates_agree, DateAgreement::Agree);
    assert_eq!(memorandum.place.unwrap().name, "Kremlin");
    assert_eq!(memorandum.number.unwrap().text, "P440");
}

#[test]
fn brackets_are_told_apart() {
    let Some(Parsed { memorandum, .. }) = seed() else { return };
    let starts = |kind: NoteKind| {
        let notes = memorandum.notes.iter().filter(|note| note.kind == kind);
        notes.map(|note| note.span.start).collect::<Vec<_>>()
    };
    assert_eq!(starts(NoteKind::Supplied), [2788, 5543]);
    assert_eq!(starts(NoteKind::Query), [4300]);
    assert_eq!(starts(NoteKind::Expansion), [121, 210, 1380, 1712]);
    let opening = |at: usize| memorandum.text.as_bytes()[at];
    assert_eq!([121, 210, 1380, 1712].map(opening), *b"[[([");
}

#[test]
fn the_wrong_expansion_is_kept_and_doubted() {
    let Some(Parsed { memorandum, diagnostics }) = seed() else { return };
    let told = memorandum.glossary.iter().filter(|gloss| gloss.by != GlossSource::Shipped);
    let mut short: Vec<&str> = told.map(|gloss| gloss.abbreviation.as_str()).collect();
    short.sort_unstable();
    short.dedup();
    assert_eq!(short, ["DRA", "NDPA", "PDPA"]);
    let codes: Vec<&str> = diagnostics.iter().map(|doubt| doubt.kind.code()).collect();
    assert!(codes.contains(&"glossary-conflict"), "{codes:?}");
}

#[test]
fn the_provenance_is_told_and_what_is_absent_stays_absent() {
    let Some(Parsed { memorandum, .. }) = seed() else { return };
    let provenance = memorandum.provenance;
    assert!(provenance.repository.is_some());
    assert!(provenance.container.unwrap().text.contains("26"));
    assert!(provenance.reel.unwrap().text.contains("17"));
    assert_eq!(provenance.shelfmark.unwrap().text, "mm97083838");
    assert!(provenance.translator.is_some());
    assert!(provenance.summary.is_some());
    assert_eq!(provenance.record_id, None);
    assert_eq!(provenance.uploaded, None);
    assert_eq!(provenance.original_archive, None);
}
