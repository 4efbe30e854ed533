//! Files of our own, JSON Lines and TEI, are read again by memcon itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use memcon::write::{Document, tei};
use memcon::{JsonStyle, Options};

fuzz_target!(|text: &str| {
    let parsed = memcon::parse(text);
    let line = parsed.to_json(JsonStyle::Line);
    assert!(!line.contains('\n'), "a line of JSON has two");
    let back = memcon::read_bytes("file.json", line.into_bytes(), &Options::new());
    assert_eq!(back.ok().as_ref(), Some(&parsed));
    let written = tei(&Document::named("file", &parsed)).text;
    match memcon::read_bytes("file.xml", written.into_bytes(), &Options::new()) {
        Ok(again) => memcon_fuzz::check(&again),
        Err(error) => panic!("our TEI is refused: {error}"),
    }
});
