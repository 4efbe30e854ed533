//! `memcon corpus` and `memcon diff`, without a process.

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
    assert_eq!((status, errors.as_str()), (0, ""));
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
