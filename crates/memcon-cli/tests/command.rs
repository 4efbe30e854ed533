//! What the command prints and how it leaves.

#![expect(clippy::unwrap_used, reason = "helpers of tests are tests")]

use std::fs;
use std::path::PathBuf;

use memcon::Parsed;
use memcon_cli::Buffers;

/// A record with something of everything, as JSON.
const RECORD: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../memcon/src/write/outline/record.json");

/// Writes one test's file and gives its path.
fn file(name: &str, bytes: &[u8]) -> String {
    let path = place(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn place(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_file(&path);
    path.to_str().unwrap().to_owned()
}

fn run(args: &[&str]) -> (u8, String, String) {
    run_on("", args)
}

fn run_on(input: &str, args: &[&str]) -> (u8, String, String) {
    let mut session = Buffers::new(input);
    let status = session.run(["memcon"].iter().chain(args));
    (status, session.output(), session.errors())
}

#[test]
fn show_gives_head_people_and_wrapped_turns() {
    let (status, page, errors) = run(&["show", RECORD]);
    assert_eq!((status, errors.as_str()), (0, ""));
    for line in [
        "7 · Talks between A. A. Orlov and B. Vesta",
        "when    3 May 1971 (1971-05-03)",
        "where   Villa Adra",
        "people  Cde. A. A. Orlov, Deputy, Adra, The Hosts, principal, recorder",
        "        B. Vesta",
        "A. A. Orlov",
        "    We have time.",
        "B. Vesta and A. A. Orlov  to Orlov  (via interpreter)  resuming",
        "The Deputy = A. A. Orlov or B. Vesta?  told",
    ] {
        assert!(page.lines().any(|shown| shown == line), "{line:?} is not a line of\n{page}");
    }
    let words = page.lines().filter(|line| !line.contains("memcon check"));
    assert!(words.map(|line| line.chars().count()).all(|columns| columns <= 80), "{page}");
    assert!(!page.contains('\u{1b}'));
}

#[test]
fn colour_comes_when_asked_or_on_a_terminal() {
    let (_, page, _) = run(&["show", RECORD, "--color", "always"]);
    assert!(page.contains("\u{1b}[1m"));
    let mut terminal = Buffers::new("");
    terminal.terminal.colour = true;
    terminal.run(["memcon", "show", RECORD]);
    assert_eq!(terminal.output(), page);
    let mut never = Buffers::new("");
    never.terminal.colour = true;
    never.run(["memcon", "--color=never", "show", RECORD]);
    assert!(!never.output().contains('\u{1b}'));
}

#[test]
fn what_a_document_says_cannot_steer_the_terminal() {
    let hostile = fs::read_to_string(RECORD).unwrap().replace("Villa Adra", "Villa\\u001b[2JAd");
    let hostile = file("hostile.json", hostile.as_bytes());
    for command in ["show", "check"] {
        let (status, page, _) = run(&[command, &hostile]);
        assert_eq!(status, 0);
        assert!(!page.contains('\u{1b}'), "{command}: {page}");
    }
}

#[test]
fn several_records_are_shown_under_their_names() {
    let (_, page, _) = run_on("Nobody speaks.\n", &["show", RECORD, "-"]);
    assert!(page.contains("── standard input ──"), "{page}");
    assert!(page.contains("No one speaks in this document."), "{page}");
}

#[test]
fn parse_writes_json_that_reads_back() {
    let (status, json, _) = run(&["parse", RECORD]);
    assert_eq!(status, 0);
    assert_eq!(Parsed::from_json(&json).unwrap(), memcon::read(RECORD).unwrap());
    let (_, line, _) = run_on("ORLOV: Да.\n", &["parse", "-", "--to", "jsonl"]);
    assert_eq!(line.matches('\n').count(), 1);
    assert_eq!(Parsed::from_json(&line).unwrap().memorandum.text, "ORLOV: Да.\n");
}

#[test]
fn several_records_are_an_array_or_lines() {
    let (_, array, _) = run(&["parse", RECORD, RECORD]);
    assert!(array.starts_with("[\n{\n") && array.ends_with("\n}\n]\n"));
    let inner = array.trim_start_matches('[').split("\n,").next();
    assert_eq!(array.matches("\"schema\": \"memcon/1\"").count(), 2, "{inner:?}");
    let (_, lines, _) = run(&["parse", RECORD, RECORD, "--to", "jsonl"]);
    assert_eq!(lines.lines().filter(|line| Parsed::from_json(line).is_ok()).count(), 2);
    let (status, none, _) = run(&["parse", "none.txt", "nil.txt"]);
    assert_eq!((status, none.as_str()), (2, "[]\n"));
}

#[test]
fn an_output_file_appears_whole_or_not_at_all() {
    let out = place("out.jsonl");
    let (status, output, _) = run(&["parse", RECORD, "--to", "jsonl", "-o", &out]);
    assert_eq!((status, output.as_str()), (0, ""));
    let written = fs::read_to_string(&out).unwrap();
    assert!(Parsed::from_json(&written).is_ok());

    let (status, _, _) = run(&["parse", "none.txt", "--to", "jsonl", "-o", &out]);
    assert_eq!(status, 2);
    assert_eq!(fs::read_to_string(&out).unwrap(), written, "a failed run changed the file");

    let (status, _, _) = run(&["parse", "none.txt", RECORD, "--to", "jsonl", "-o", &out]);
    assert_eq!(status, 2);
    assert_eq!(fs::read_to_string(&out).unwrap(), written, "the readable record is written");

    let nowhere = format!("{}/no-such-folder/out.json", env!("CARGO_TARGET_TMPDIR"));
    let (status, _, errors) = run(&["parse", RECORD, "-o", &nowhere]);
    assert_eq!(status, 2);
    assert!(errors.starts_with(&format!("memcon: cannot write {nowhere}: ")), "{errors}");

    let drafts = fs::read_dir(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let drafts = drafts.filter(|entry| {
        entry.as_ref().unwrap().file_name().to_string_lossy().starts_with(".out.jsonl")
    });
    assert_eq!(drafts.count(), 0, "a draft stayed behind");
}

#[test]
fn check_points_at_the_place() {
    let (status, page, _) = run(&["check", RECORD]);
    assert_eq!(status, 0);
    let warning = format!(
        "warning[ambiguous-speaker]: \"The Deputy\" could be A. A. Orlov or B. Vesta
  --> {RECORD}:15:1
   |
15 | The Deputy said that he agreed.
   | ^^^^^^^^^^
"
    );
    assert!(page.contains(&warning), "{page}");
    assert!(page.starts_with("note[near-spelling]: "), "{page}");
    assert!(page.ends_with("\n1 record: 1 warning, 1 note\n"), "{page}");
    assert!(!page.contains("not a label"));
}

#[test]
fn check_points_at_both_places_of_a_conflict() {
    let json = fs::read_to_string(RECORD).unwrap();
    let (head, tail) = json.split_once("\"diagnostics\": [").unwrap();
    let conflict = r#"{"code":"date-conflict","other":"8","at":[103,106],"severity":"warning",
        "message":"","span":[74,84]},"#;
    let path =
        file("conflict.json", format!("{head}\"diagnostics\": [{conflict}{tail}").as_bytes());
    let (status, page, _) = run(&["check", "--strict", &path]);
    assert_eq!(status, 1);
    assert!(page.contains("7 | Villa Adra, 3 May 1971\n"), "{page}");
    assert!(page.contains("the other stands here"), "{page}");
}

#[test]
fn spans_that_fit_no_text_are_survived() {
    let json = fs::read_to_string(RECORD).unwrap();
    let path =
        file("spans.json", json.replace("\"span\": [297, 307]", "\"span\": [9000, 3]").as_bytes());
    for command in ["show", "check", "parse"] {
        assert_eq!(run(&[command, &path]).0, 0, "{command}");
    }
}

#[test]
fn check_lists_the_label_candidates() {
    let (_, page, _) = run(&["check", "-v", RECORD]);
    let refused = format!(
        "{RECORD}:17:1: not a label \"Comment\": is a field or heading word; stands once and nothing else speaks for it\n"
    );
    assert!(page.contains(&refused), "{page}");
    assert!(page.contains(&format!("{RECORD}:9:1: label \"A. A. ORLOV\": ")), "{page}");
}

#[test]
fn strict_leaves_with_one_on_warnings_and_two_on_trouble() {
    assert_eq!(run(&["check", "--strict", RECORD]).0, 1);
    assert_eq!(run(&["check", "--strict", RECORD, "none.txt"]).0, 2);
    assert_eq!(run_on("", &["check", "--strict", "-"]).0, 0);
}

#[test]
fn what_cannot_be_read_is_told_on_one_line_and_the_rest_is_done() {
    let binary = file("binary.txt", b"\x7FELF\x00");
    let other = file("other.json", b"{}");
    let folder = env!("CARGO_TARGET_TMPDIR");
    let files = ["none.txt", folder, &binary, &other, RECORD];
    for command in ["show", "parse", "check"] {
        let args: Vec<&str> = [command].into_iter().chain(files).collect();
        let (status, output, errors) = run(&args);
        assert_eq!(status, 2);
        assert!(output.contains("Orlov") || command == "check", "{output}");
        let expected = [
            "memcon: cannot read none.txt: No such file".to_owned(),
            format!("memcon: {folder} is a folder; expected a file"),
            format!("memcon: {binary} is binary (a NUL byte at byte 4); expected text"),
            format!("memcon: {other}: not JSON of the contract \"memcon/1\": missing field"),
        ];
        assert_eq!(errors.lines().count(), expected.len(), "{errors}");
        for (line, expected) in errors.lines().zip(expected) {
            assert!(line.starts_with(&expected), "{line}");
        }
    }
}

#[test]
fn standard_input_is_named_in_complaints() {
    let mut session = Buffers::new(b"caf\0".to_vec());
    assert_eq!(session.run(["memcon", "show", "-"]), 2);
    assert!(session.errors().starts_with("memcon: standard input is binary"));
}

#[test]
fn an_unknown_layout_is_told_once() {
    let (status, output, errors) = run(&["check", RECORD, RECORD, "--layout", "wilsn"]);
    assert_eq!((status, output.as_str()), (2, ""));
    assert!(errors.starts_with("memcon: no layout is named \"wilsn\"; known layouts: "));
    assert_eq!(errors.lines().count(), 1, "{errors}");
}

#[test]
fn a_roster_identifies_people_and_its_mistakes_are_told() {
    let talk = "Record of Conversation\n\nLake House, 3 May 1962\n\nThe President: Good day.\n\n\
                Mr. Rivel: Good day.\n\nThe President: Sit down.\n";
    let good = file("people.csv", b"name,office,from,wikidata\nAnton Vey,President,1960,Q5\n");
    let (status, json, errors) = run_on(talk, &["parse", "-", "--roster", &good]);
    assert_eq!((status, errors.as_str()), (0, ""));
    let parsed = Parsed::from_json(&json).unwrap();
    let identities: Vec<_> =
        parsed.memorandum.participants.iter().filter_map(|p| p.identity.as_ref()).collect();
    assert_eq!(identities.len(), 1);
    assert_eq!((&*identities[0].name, &*identities[0].ids["wikidata"]), ("Anton Vey", "Q5"));
    let (_, page, _) = run_on(talk, &["show", "-", "--roster", &good]);
    let told = "= Anton Vey, President, wikidata Q5 (roster: by an office held on the day)";
    let words: Vec<&str> = page.split_whitespace().collect();
    assert!(words.join(" ").contains(told), "{page}");
    let bad = file("people.toml", b"[[person]]\nname = \"A\"\noffices = []\n");
    let (status, output, errors) = run_on(talk, &["show", "-", "--roster", &bad]);
    assert_eq!((status, output.as_str()), (2, ""));
    assert!(
        errors.starts_with(&format!("memcon: roster {bad}, line 3: unknown field")),
        "{errors}"
    );
    assert_eq!(errors.lines().count(), 1, "{errors}");
}

#[test]
fn layouts_and_schema_are_printed() {
    let (status, layouts, _) = run(&["layouts"]);
    assert_eq!(status, 0);
    assert_eq!(layouts.lines().collect::<Vec<_>>(), memcon::layouts());
    let (status, schema, _) = run(&["schema"]);
    assert_eq!((status, schema), (0, memcon::json_schema()));
}

#[test]
fn help_goes_out_and_mistakes_go_to_the_errors() {
    let (status, help, errors) = run(&["--help"]);
    assert_eq!((status, errors.as_str()), (0, ""));
    assert!(help.contains("Usage: memcon"));
    for mistake in [&["shwo"][..], &["show"], &["parse", "--to", "xml", "a"], &[]] {
        let (status, output, errors) = run(mistake);
        assert_eq!((status, output.as_str()), (2, ""), "{mistake:?}");
        assert!(errors.contains("memcon") || errors.contains("--help"), "{errors}");
    }
}

#[test]
fn completions_name_the_commands_of_each_shell() {
    let mut checked = 0;
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let (status, script, _) = run(&["completions", shell]);
        assert_eq!(status, 0, "{shell}");
        assert!(script.contains("check") && script.contains("strict"), "{shell}");
        checked += 1;
    }
    assert_eq!(checked, 5);
    assert_eq!(run(&["completions", "punchcard"]).0, 2);
}

#[test]
fn convert_writes_a_page_and_says_what_it_does_not_carry() {
    let (status, page, errors) = run(&["convert", RECORD, "--to", "tei"]);
    assert_eq!(status, 0, "{errors}");
    assert!(page.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI "), "{page}");
    assert!(errors.starts_with("memcon: not carried: "), "{errors}");
    assert!(errors.contains("doubts about the reading"), "{errors}");
    let (status, line, errors) = run(&["convert", RECORD, "--to", "jsonl"]);
    assert_eq!((status, errors.as_str(), line.lines().count()), (0, "", 1));
}

#[test]
fn convert_writes_folders_of_tables_and_pages() {
    let folder = place("tables");
    let _ = fs::remove_dir_all(&folder);
    let (status, _, errors) = run(&["convert", RECORD, RECORD, "--to", "csv", "-o", &folder]);
    assert_eq!(status, 0, "{errors}");
    let turns = fs::read_to_string(PathBuf::from(&folder).join("turns.csv")).unwrap();
    assert!(turns.contains("\nrecord,t") && turns.contains("\nrecord-2,t"), "{turns}");
    let (status, _, errors) = run(&["convert", RECORD, RECORD, "--to", "html", "-o", &folder]);
    assert_eq!(status, 0, "{errors}");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let expected = [
        "diagnostics.csv",
        "documents.csv",
        "notes.csv",
        "participants.csv",
        "record-2.html",
        "record.html",
        "turns.csv",
    ];
    assert_eq!(names, expected);
    let table = place("alone.csv");
    let (status, _, errors) = run(&["convert", RECORD, "--to", "csv", "-o", &table]);
    assert_eq!(status, 0, "{errors}");
    assert_eq!(fs::read_to_string(&table).unwrap().lines().next(), turns.lines().next());
    for lost in ["notes and marks", "doubts about the reading", "offices of participants"] {
        assert!(errors.contains(lost), "{lost:?} is not told: {errors}");
    }
    let (status, _, errors) = run(&["convert", RECORD, "--to", "convokit"]);
    assert_eq!(status, 2);
    assert!(errors.contains("this format is a folder; give one with -o OUT"), "{errors}");
}

#[test]
fn convert_writes_parquet_whole_or_not_at_all() {
    let folder = place("parquet");
    let _ = fs::remove_dir_all(&folder);
    let (status, _, errors) = run(&["convert", RECORD, RECORD, "--to", "parquet", "-o", &folder]);
    assert_eq!(status, 0, "{errors}");
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let tables = ["diagnostics", "documents", "notes", "participants", "turns"];
    assert_eq!(names, tables.map(|table| format!("{table}.parquet")));
    for name in &names {
        let bytes = fs::read(PathBuf::from(&folder).join(name)).unwrap();
        assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"), "{name}");
    }
    let table = place("alone.parquet");
    let (status, _, errors) = run(&["convert", RECORD, "--to", "parquet", "-o", &table]);
    assert_eq!(status, 0, "{errors}");
    assert!(errors.contains("notes and marks"), "{errors}");
    assert!(fs::read(&table).unwrap().starts_with(b"PAR1"));
    let (status, _, errors) = run(&["convert", RECORD, "--to", "parquet"]);
    assert_eq!(status, 2);
    assert!(errors.contains("this format is a folder; give one with -o OUT"), "{errors}");
    let missing = place("missing/alone.parquet");
    let (status, _, errors) = run(&["convert", RECORD, "--to", "parquet", "-o", &missing]);
    assert_eq!(status, 2);
    assert!(errors.starts_with(&format!("memcon: cannot write {missing}: ")), "{errors}");
    assert_eq!(errors.lines().count(), 1, "{errors}");
}
