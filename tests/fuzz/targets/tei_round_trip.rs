//! What is read is written in every format; TEI, read by another, gives the same turns.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let parsed = memcon::parse(text);
    memcon_tests::exports::check(&parsed, "file");
});
