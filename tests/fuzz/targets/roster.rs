//! A list of people is taken or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use memcon::{Options, Roster};

const TALK: &str = "Meeting, May 3, 1971\n\nORLO: Good day.\n\nVEY: Good day.\n\nORLO: Sit.\n\nVEY: Yes.\n";

fuzz_target!(|text: &str| {
    for roster in [Roster::from_toml(text), Roster::from_csv(text)].into_iter().flatten() {
        if let Ok(parsed) = memcon::parse_with(TALK, &Options::new().roster(roster)) {
            memcon_fuzz::check(&parsed);
        }
    }
});
