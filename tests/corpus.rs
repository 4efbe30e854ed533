//! Every document of `tests/corpus`, one named test each: its outline is the `.golden` beside it,
//! and its reading holds to the promises. `UPDATE_EXPECT=1` rewrites the goldens.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};
use memcon_tests::{documents, faults, files, has_ending, rewrites, root, test_name};

fn main() -> ExitCode {
    let documents = documents();
    let count = documents.len();
    let mut trials: Vec<Trial> = documents
        .into_iter()
        .map(|path| Trial::test(test_name(&path), move || check(&path)))
        .collect();
    trials.push(Trial::test("the corpus is there", move || match count {
        0 => Err("no document below tests/corpus".into()),
        _ => Ok(()),
    }));
    trials.push(Trial::test("every golden has its document", stray_goldens));
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn check(path: &Path) -> Result<(), Failed> {
    let parsed = memcon_tests::read(path).map_err(|error| error.to_string())?;
    let outline = memcon::outline(&parsed);
    let golden = path.with_extension("golden");
    if rewrites() {
        fs::write(&golden, &outline).map_err(|error| error.to_string())?;
    }
    let mut trouble = faults(&parsed);
    if memcon_tests::read(path).ok().as_ref() != Some(&parsed) {
        trouble.push("a second reading differs from the first".to_owned());
    }
    match fs::read_to_string(&golden) {
        Ok(expected) if expected == outline => {}
        Ok(expected) => trouble.push(difference(&expected, &outline)),
        Err(_) => trouble.push(format!("{} is missing; `make golden` writes it", golden.display())),
    }
    if trouble.is_empty() { Ok(()) } else { Err(trouble.join("\n").into()) }
}

/// Gives the lines that differ, those of the golden with `-`, those of the outline with `+`.
fn difference(golden: &str, outline: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (golden.lines().collect(), outline.lines().collect());
    let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let tails = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = tails.take_while(|(old, new)| old == new).count();
    let gone = old[head..old.len() - tail].iter().map(|line| format!("- {line}"));
    let come = new[head..new.len() - tail].iter().map(|line| format!("+ {line}"));
    let lines: Vec<String> = gone.chain(come).collect();
    format!("the outline differs from line {} of the golden:\n{}", head + 1, lines.join("\n"))
}

fn stray_goldens() -> Result<(), Failed> {
    let documents: Vec<PathBuf> =
        documents().iter().map(|path| path.with_extension("golden")).collect();
    for path in files(&root().join("tests/corpus")) {
        if has_ending(&path, "golden") && !documents.contains(&path) {
            return Err(format!("{} has no document", path.display()).into());
        }
    }
    Ok(())
}
