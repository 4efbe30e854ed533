//! Any bytes that call themselves TEI are read or refused, all documents of them.
#![no_main]

use libfuzzer_sys::fuzz_target;
use memcon::Options;

fuzz_target!(|bytes: &[u8]| {
    memcon_fuzz::read("file.xml", bytes);
    if let Ok(documents) = memcon::documents_in("file.xml", bytes.to_vec(), &Options::new()) {
        for document in documents.flatten() {
            memcon_fuzz::check(&document.parse());
        }
    }
});
