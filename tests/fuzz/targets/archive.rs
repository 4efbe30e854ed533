//! A zip of any bytes gives records and errors, alone and in a collection, and ends.
#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use memcon::Options;
use memcon_corpus::Corpus;

/// Where the zip lies; in memory, where there is such a place.
static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() { memory } else { std::env::temp_dir() };
    folder.join(format!("memcon-fuzz-{}.zip", std::process::id()))
});

fuzz_target!(|bytes: &[u8]| {
    if let Ok(documents) = memcon::documents_in("file.zip", bytes.to_vec(), &Options::new()) {
        for document in documents.flatten() {
            memcon_fuzz::check(&document.parse());
        }
    }
    if fs::write(&*FILE, bytes).is_err() {
        return;
    }
    let Ok(corpus) = Corpus::open([&*FILE]) else { return };
    for record in corpus.with_threads(1).records() {
        match (record.parsed(), record.error()) {
            (Some(parsed), None) => memcon_fuzz::check(parsed),
            (None, Some(error)) => assert!(!error.is_empty()),
            (one, other) => panic!("both or neither: {} {other:?}", one.is_some()),
        }
    }
});
