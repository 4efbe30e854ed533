//! The files of words and layouts, which people write as TOML, made into JSON, which a program
//! reads ten times as fast: every start reads them.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// The folders that hold them.
const FOLDERS: [&str; 5] = ["data", "data/verbs", "data/words", "glossaries", "layouts"];

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    for folder in FOLDERS {
        told(&format!("cargo::rerun-if-changed={folder}"));
        let made = Path::new(&out).join(folder);
        fs::create_dir_all(&made)?;
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let (Some(stem), Some("toml")) = (
                path.file_stem().and_then(|stem| stem.to_str()),
                path.extension().and_then(|ending| ending.to_str()),
            ) else {
                continue;
            };
            let written = fs::read_to_string(&path)?;
            let table: toml::Table =
                toml::from_str(&written).map_err(|error| format!("{}: {error}", path.display()))?;
            fs::write(made.join(format!("{stem}.json")), serde_json::to_string(&table)?)?;
        }
    }
    Ok(())
}

#[allow(clippy::print_stdout, reason = "so a build script tells Cargo what it reads")]
fn told(line: &str) {
    println!("{line}");
}
