//! What only a process can show: pipes, streams, the environment.

use std::io::{Read, Write};
use std::process::{Command, Stdio};

const RECORD: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../memcon/src/write/outline/record.json");

fn memcon() -> Command {
    Command::new(env!("CARGO_BIN_EXE_memcon"))
}

#[test]
fn a_reader_that_stops_early_is_no_trouble() {
    let mut child = memcon()
        .args(["parse", "--to", "jsonl"])
        .args([RECORD; 200])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut head = [0; 10];
    let mut output = child.stdout.take().unwrap();
    output.read_exact(&mut head).unwrap();
    drop(output);
    let left = child.wait_with_output().unwrap();
    assert_eq!(left.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&left.stderr), "");
}

#[test]
fn the_standard_input_is_read() {
    let mut child =
        memcon().args(["parse", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all("ORLOV: Да.\n".as_bytes()).unwrap();
    let left = child.wait_with_output().unwrap();
    assert_eq!(left.status.code(), Some(0));
    let parsed = memcon::Parsed::from_json(&String::from_utf8(left.stdout).unwrap()).unwrap();
    assert_eq!(parsed.memorandum.text, "ORLOV: Да.\n");
}

#[test]
fn a_pipe_is_plain_and_columns_count() {
    let left = memcon().args(["show", RECORD]).env("COLUMNS", "40").output().unwrap();
    let page = String::from_utf8(left.stdout).unwrap();
    assert!(!page.contains('\u{1b}'));
    let words = page.lines().filter(|line| line.starts_with("    "));
    assert!(words.clone().count() > 5);
    assert!(words.map(|line| line.chars().count()).all(|columns| columns <= 40), "{page}");
}
