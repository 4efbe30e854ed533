//! A file of any bytes, in any encoding or container, is read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use memcon::Options;

/// Encodings that are asked for by name, the guess apart.
const ENCODINGS: &[&str] = &["latin-1", "cp1251", "utf-16le", "shift_jis", "cp437", "macintosh"];

fuzz_target!(|input: &[u8]| {
    let Some((first, bytes)) = input.split_first() else { return };
    match ENCODINGS.get(usize::from(*first) % (4 * ENCODINGS.len())) {
        Some(name) => {
            let options = Options::new().encoding(*name);
            if let Ok(parsed) = memcon::read_bytes("file", bytes.to_vec(), &options) {
                memcon_fuzz::check(&parsed);
            }
        }
        None => memcon_fuzz::read("file", bytes),
    }
});
