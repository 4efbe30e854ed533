//! `memcon corpus`, `memcon ledger` and `memcon diff`, without a process.

#![expect(clippy::unwrap_used, reason = "helpers of tests are tests")]

use std::fs;
use std::path::{Path, PathBuf};

use memcon_cli::Buffers;

const TALK: &str = "Orlo: Good day.\n\nVey: Good day.\n\nOrlo: Sit down.\n\nVey: Gladly.\n";

/// A folder of one test, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("memcon-cli-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("talks")).unwrap();
        Self(path)
    }

    fn at(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn write(&self, name: &str, what: impl AsRef<[u8]>) {
        fs::write(self.0.join(name), what).unwrap();
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn run(arguments: &[&str]) -> (u8, String, String) {
    let mut session = Buffers::new("");
    let status = session.run(std::iter::once("memcon").chain(arguments.iter().copied()));
    (status, session.output(), session.errors())
}

#[test]
fn a_collection_is_kept_and_brought_up_to_date() {
    let folder = Folder::new("kept");
    folder.write("talks/a.txt", TALK);
    folder.write("talks/b.txt", TALK);
    let (talks, out) = (folder.at("talks"), folder.at("out"));
    let (status, told, errors) = run(&["corpus", &talks, "-o", &out]);
    assert_eq!(status, 0);
    assert!(errors.contains("not carried: 4 mentions of participants; "), "{errors}");
    assert_eq!(told, "2 records read, 0 could not be read; 0 files unchanged, 0 taken out\n");
    assert!(Path::new(&out).join("turns/part-00000.parquet").exists());
    folder.write("talks/b.txt", TALK.replace("Sit", "Lie"));
    let (_, told, _) = run(&["corpus", &talks, "-o", &out]);
    assert_eq!(told, "1 record read, 0 could not be read; 1 file unchanged, 1 taken out\n");
}

#[test]
fn a_bad_file_is_told_and_stops_nothing() {
    let folder = Folder::new("bad");
    folder.write("talks/a.txt", TALK);
    folder.write("talks/torn.txt", b"Orlo: \0");
    let (status, told, errors) = run(&["corpus", &folder.at("talks"), "-o", &folder.at("out")]);
    assert_eq!(status, 2);
    assert!(told.starts_with("1 record read, 1 could not be read;"), "{told}");
    assert!(errors.contains("torn.txt"), "{errors}");
    let (status, _, errors) = run(&["corpus", &folder.at("missing"), "-o", &folder.at("out")]);
    assert_eq!(status, 2);
    assert!(errors.contains("missing"), "{errors}");
}

#[test]
fn lines_whose_speaker_changed_are_told() {
    let folder = Folder::new("diff");
    folder.write("talks/a.txt", TALK);
    let (_, old, _) = run(&["parse", "--to", "jsonl", &folder.at("talks/a.txt")]);
    folder.write("old.jsonl", &old);
    let (status, told, _) = run(&["diff", &folder.at("old.jsonl"), &folder.at("old.jsonl")]);
    assert_eq!((status, told.as_str()), (0, "1 record compared, 0 differences\n"));
    let mut new: serde_json::Value = serde_json::from_str(&old).unwrap();
    new["turns"][1]["speakers"] = new["turns"][0]["speakers"].clone();
    folder.write("new.jsonl", new.to_string());
    let (status, told, _) = run(&["diff", &folder.at("old.jsonl"), &folder.at("new.jsonl")]);
    assert_eq!(status, 1);
    assert!(told.contains(":3: Vey → Orlo\n    Vey: Good day.\n"), "{told}");
    assert!(told.ends_with("1 record compared, 1 difference\n"), "{told}");
}

#[test]
fn what_is_no_reading_is_trouble() {
    let folder = Folder::new("none");
    folder.write("old.jsonl", "{}\n");
    let (status, _, errors) = run(&["diff", &folder.at("old.jsonl"), &folder.at("old.jsonl")]);
    assert_eq!(status, 2);
    assert!(errors.contains("not JSON of the contract"), "{errors}");
}

/// A record of a conversation at a place and on a day.
fn record(place: &str, day: &str) -> String {
    format!(
        "Memorandum of Conversation\n\n{place}, {day}\n\nPARTICIPANTS\n\nMarn Orlo, Minister of \
         Lakes\nTarn Rivel, Envoy of Vesta\n\nOrlo: The dam will stand.\n\nRivel: When?\n\nOrlo: \
         Next year.\n\nRivel: We thank you.\n"
    )
}

#[test]
fn only_what_is_asked_for_is_kept_and_the_rest_is_not_read_again() {
    let folder = Folder::new("filters");
    folder.write("talks/a.txt", record("Taver", "May 2, 1957"));
    folder.write("talks/b.txt", record("Lorne", "June 9, 1957"));
    folder.write("talks/c.txt", record("Taver", "June 9, 1961"));
    let (talks, out) = (folder.at("talks"), folder.at("out"));
    let kept = |filters: &[&str]| {
        let _ = fs::remove_dir_all(&out);
        let (status, told, errors) = run(&[&["corpus", &talks, "-o", &out], filters].concat());
        // Nothing is complained of but what no table carries.
        let complaints = errors.lines().filter(|line| !line.starts_with("memcon: not carried: "));
        assert_eq!((status, complaints.count()), (0, 0), "{filters:?}: {errors}");
        told.split(' ').next().unwrap().parse::<usize>().unwrap()
    };
    let cases: &[(&[&str], usize)] = &[
        (&[], 3),
        (&["--since", "1957-06"], 2),
        (&["--until", "1957-06-08"], 1),
        (&["--since", "1957-06-09", "--until", "1957"], 1),
        (&["--place", "taver"], 2),
        (&["--person", "Nobody"], 0),
        (&["--form", "reported", "--form", "none"], 0),
        (&["--form", "verbatim", "--words", "the dam"], 3),
    ];
    for (filters, expected) in cases {
        assert_eq!(kept(filters), *expected, "{filters:?}");
    }
    assert_eq!(kept(&["--place", "lorne"]), 1);
    let again = |filters: &[&str]| run(&[&["corpus", &talks, "-o", &out], filters].concat()).1;
    let unchanged = "0 records read, 0 could not be read; 3 files unchanged, 0 taken out\n";
    assert_eq!(again(&["--place", "lorne"]), unchanged);
    // Who asks for something else is not given what was asked before.
    assert!(again(&["--place", "taver"]).starts_with("2 records read,"));
    assert_eq!(again(&["--place", "taver"]), unchanged);
    let (status, _, errors) = run(&["corpus", &talks, "-o", &out, "--since", "May 1957"]);
    assert_eq!(status, 2);
    assert!(errors.contains("expected YYYY"), "{errors}");
}

#[test]
fn a_roster_is_asked_for_a_collection() {
    let folder = Folder::new("roster");
    let said = "The Secretary: Good day.\n\nMr. Rivel: Good day.\n\nThe Secretary: Sit down.\n";
    let talk = format!("Memorandum of Conversation\n\nTaver, May 3, 1962.\n\n{said}");
    folder.write("talks/a.txt", talk);
    folder.write("people.csv", "name,office,from\nMarta Orlo,Secretary of State,1961\n");
    let (talks, out, people) = (folder.at("talks"), folder.at("out"), folder.at("people.csv"));
    let (status, ..) = run(&["corpus", &talks, "-o", &out, "--roster", &people]);
    assert_eq!(status, 0);
    let parquet = fs::read(Path::new(&out).join("participants/part-00000.parquet")).unwrap();
    assert!(parquet.windows(10).any(|bytes| bytes == b"Marta Orlo"));
    // With another roster all is read again.
    folder.write("people.csv", "name,office,from\nMarta Orlo,Secretary of State,1963\n");
    let (_, told, _) = run(&["corpus", &talks, "-o", &out, "--roster", &people]);
    assert!(told.starts_with("1 record read,"), "{told}");
    folder.write("people.csv", "nane\nMarta Orlo\n");
    let (status, _, errors) = run(&["corpus", &talks, "-o", &out, "--roster", &people]);
    assert_eq!(status, 2);
    assert!(errors.contains("people.csv"), "{errors}");
}

#[test]
fn words_are_shown_in_their_context() {
    let folder = Folder::new("kwic");
    folder.write("talks/a.txt", record("Taver", "May 2, 1957"));
    folder.write("talks/b.txt", record("Taver", "May 2, 1961"));
    let talks = folder.at("talks");
    let (status, told, errors) = run(&["kwic", "DAM", &talks, "--until", "1960", "--width", "8"]);
    assert_eq!((status, errors.as_str()), (0, ""));
    let expected = "a.txt, 1957, Marn Orlo, verbatim\n    The dam will st\n1 place in 2 files\n";
    assert_eq!(told, expected);
    let (status, told, _) = run(&["kwic", "da", &talks]);
    assert_eq!((status, told.as_str()), (0, "0 places in 2 files\n"));
    let (status, _, errors) = run(&["kwic", "dam", &folder.at("missing")]);
    assert_eq!(status, 2);
    assert!(errors.contains("missing"), "{errors}");
}

#[test]
fn what_was_withheld_is_listed_and_added_up() {
    let folder = Folder::new("ledger");
    let cut = |day: &str| {
        record("Taver", day).replace("Next year.", "Next [1½ lines not declassified] year.")
    };
    folder.write("talks/a.txt", cut("May 2, 1957"));
    folder.write("talks/b.txt", cut("May 2, 1961").replace("When?", "[name not declassified]?"));
    let talks = folder.at("talks");
    let (status, told, errors) = run(&["ledger", &talks]);
    assert_eq!((status, errors.as_str()), (0, ""));
    assert!(
        told.starts_with(
            "a.txt, 1957, interrupts Marn Orlo in turn 2\n    1½ lines not declassified  (text, 1.5 \
             lines)\n"
        ),
        "{told}"
    );
    let total = "3 excisions in 2 files: 2 of text, 1 of names; 3 lines; 1 without a measure\n";
    assert!(told.ends_with(total), "{told}");
    let (_, told, _) = run(&["ledger", &talks, "--by", "year"]);
    assert!(told.contains("\n1961  1 of text, 1 of names; 1.5 lines; 1 without"), "{told}");
    let (_, told, _) = run(&["ledger", &talks, "--by", "person"]);
    assert!(told.contains("Marn Orlo  2 of text; 3 lines\n"), "{told}");
    let (_, told, _) = run(&["ledger", &talks, "--by", "document", "--csv"]);
    assert!(told.starts_with("document_id,year,person_id,"), "{told}");
    let (_, told, _) = run(&["show", &folder.at("talks/b.txt")]);
    assert!(told.contains("cut     2 excisions (1 text, 1 name): 1.5 lines; 1 without"), "{told}");
}
