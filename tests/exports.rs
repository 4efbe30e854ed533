//! Every document in every format: nothing fails, XML is XML, TEI gives the same turns back, and
//! no word is lost. Real documents are read as well where `MEMCON_CORPUS` is set.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use memcon::Parsed;
use memcon::write::{self, Document};
use memcon_corpus::{Table, write_tables};
use memcon_tests::exports::check;
use memcon_tests::{documents, files, has_ending, read};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

/// Gives the real documents, where they are; `.ci/run` says aloud when there are none.
fn real() -> Vec<PathBuf> {
    let Some(corpus) = std::env::var_os("MEMCON_CORPUS").map(PathBuf::from) else {
        return Vec::new();
    };
    let folders = ["seed", "frus/web", "frus/plain", "frus/typescript"];
    let found = folders.iter().flat_map(|folder| files(&corpus.join(folder)));
    let found: Vec<PathBuf> = found.filter(|it| has_ending(it, "txt")).collect();
    assert!(found.len() > 100, "only {} real documents", found.len());
    found
}

/// Records made to break out of every format.
fn hostile() -> Vec<String> {
    let words = [
        "</p></sp></body><script>alert(1)</script>",
        "]]> <![CDATA[ &lt; &#x41; <!-- --> <?php ?>",
        "=HYPERLINK(\"http://x.example\") \u{1b}[2J \u{0} \u{7} \u{fffe} \u{85}",
        "\u{202e}evil\u{202c} \u{2066}x\u{2069} שלום \u{200f}",
        "](javascript:alert(1)) ![x](y) `code` **bold** | a | b |",
        "[\"onload=\"alert(1)] (<img src=x onerror=alert(1)>) [1 line not declassified]",
        "@import url(x); {color:red} \\input{/etc/passwd} % $ # _",
    ];
    let turn = |it: &&str| format!("<b>Orlo</b>: {it}\n\nVEY: {it}\n\n-ORLO: {it}\n\n");
    let turns = words.iter().map(turn).collect::<Vec<_>>().concat();
    let deep = format!("ORLO: {}\n\nVEY: {}\n\n", "[".repeat(3000), "]".repeat(3000)).repeat(2);
    let note = |n: usize| format!("{n}. See note{}\n", n + 1);
    let notes = (1..2000).map(note).collect::<Vec<_>>().concat();
    let told = "Mr. Vey said \u{1}<i>that</i> ]]> it was so.1 He added =1+1.2\n\n";
    vec![
        turns.clone(),
        format!("Memorandum of Conversation <script>\n\nPARTICIPANTS\n\n=Orlo\n\n@Vey\n\n{turns}"),
        deep,
        format!("{told}\n\n 1. See ]]> below.2 ↩\n 2. <x>\u{0} ↩\n{notes}"),
        String::new(),
        "\u{feff}\r\n".to_owned(),
    ]
}

/// Checks documents in every format, and that so many in a thousand turns were compared word for
/// word: the others hold a mark that crosses the bounds of a paragraph.
fn go_into_every_format(documents: &[PathBuf], least: usize) {
    let (mut turns, mut checked) = (0, 0);
    for path in documents {
        let parsed = read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        turns += parsed.memorandum.turns.len();
        checked += check(&parsed, &name(path));
    }
    assert!(checked * 1000 >= turns * least, "only {checked} of {turns} turns compared");
}

#[test]
fn every_invented_document_goes_into_every_format() {
    let documents = documents();
    assert!(documents.len() > 100, "only {} documents", documents.len());
    go_into_every_format(&documents, 995);
}

#[test]
fn every_real_document_goes_into_every_format() {
    go_into_every_format(&real(), 995);
}

/// Writes records as Parquet and counts what came back.
#[allow(clippy::unwrap_used)] // A test's own files.
fn go_into_parquet(records: &[Parsed], name: &str) {
    let folder = std::env::temp_dir().join(format!("memcon-exports-{name}-{}", std::process::id()));
    let documents: Vec<Document<'_>> = records.iter().map(Document::new).collect();
    write_tables(&folder, &documents).unwrap();
    let rows = |table: Table| {
        let file = File::open(folder.join(format!("{table}.parquet"))).unwrap();
        let reader = ParquetRecordBatchReaderBuilder::try_new(file).unwrap().build().unwrap();
        reader.map(|rows| rows.unwrap().num_rows()).sum::<usize>()
    };
    let counted = Table::ALL.map(rows);
    let files = fs::read_dir(&folder).unwrap().count();
    fs::remove_dir_all(&folder).unwrap();
    let sum = |of: fn(&Parsed) -> usize| records.iter().map(of).sum::<usize>();
    let expected = [
        records.len(),
        sum(|it| it.memorandum.participants.len()),
        sum(|it| it.memorandum.turns.len()),
        sum(|it| it.memorandum.notes.len()),
        sum(|it| it.diagnostics.len()),
    ];
    assert_eq!(counted, expected, "{name}");
    assert_eq!(files, Table::ALL.len(), "something was left beside the tables of {name}");
}

#[test]
fn every_document_goes_into_parquet() {
    let read = |path: &PathBuf| read(path).unwrap();
    let invented: Vec<Parsed> = documents().iter().map(read).collect();
    assert!(invented.len() > 100, "only {} documents", invented.len());
    go_into_parquet(&invented, "invented");
    go_into_parquet(&real().iter().map(read).collect::<Vec<_>>(), "real");
    go_into_parquet(&hostile().iter().map(|it| memcon::parse(it)).collect::<Vec<_>>(), "hostile");
}

fn name(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[test]
fn hostile_records_are_inert_in_every_format() {
    for (place, text) in hostile().iter().enumerate() {
        let parsed = memcon::parse(text);
        let checked = check(&parsed, &format!("hostile-{place}<>&\"'"));
        assert!(place > 2 || checked > 0, "record {place} has no turn");
    }
}

#[test]
fn ids_hold_when_turns_are_added_and_lines_are_wrapped_otherwise() {
    let before = "ORLO: Good day to you.\n\nVEY: Yes.\n\nORLO: Shall we begin?\n\nVEY: Yes.\n";
    let ids = |text: &str| write::turn_ids(&memcon::parse(text).memorandum);
    let known = ids(before);
    assert_eq!(known.len(), 4);
    let added = format!("ORLO: First, the weather.\n\nVEY: It snows.\n\n{before}");
    assert_eq!(ids(&added)[2..], known);
    assert_eq!(ids(&before.replace("to you", "to\nyou")), known);
    assert_eq!(ids(&before.replace("begin?", "begin!")), known);
    assert_ne!(ids(&before.replace("begin", "end"))[2], known[2]);
}
