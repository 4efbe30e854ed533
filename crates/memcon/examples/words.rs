//! Lists who says how much in a record: `cargo run --example words -- talks.txt`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command's output")]

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("which record? Give a file")?;
    let parsed = memcon::read(path)?;
    let memo = &parsed.memorandum;
    for turn in &memo.turns {
        let speaker = turn.speaker.and_then(|id| memo.participant(id));
        let name = speaker.map_or("somebody", |person| &person.name);
        println!("{name}: {} words", turn.text.split_whitespace().count());
    }
    for doubt in &parsed.diagnostics {
        eprintln!("{doubt}");
    }
    Ok(())
}
