//! Any text is read, and the reading keeps every promise.
#![no_main]

use cpu_time::ThreadTime;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let began = ThreadTime::now();
    let parsed = memcon::parse(text);
    let took = began.elapsed();
    assert_eq!(parsed.memorandum.text, text);
    memcon_fuzz::check(&parsed);
    memcon_fuzz::linear(text.as_bytes(), took, |bytes| {
        let text = String::from_utf8(bytes).unwrap_or_default();
        let began = ThreadTime::now();
        let _ = memcon::parse(&text);
        began.elapsed()
    });
});
