//! A packed file is read as what is in it; a torn one is refused.
#![no_main]

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use libfuzzer_sys::fuzz_target;
use memcon::Options;

fuzz_target!(|input: (&[u8], usize, u8)| {
    let (bytes, at, instead) = input;
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    if packer.write_all(bytes).is_err() {
        return;
    }
    let Ok(mut packed) = packer.finish() else { return };
    let plain = memcon::read_bytes("file.txt", bytes.to_vec(), &Options::new());
    if let (Ok(plain), Ok(unpacked)) =
        (&plain, memcon::read_bytes("file.txt.gz", packed.clone(), &Options::new()))
    {
        assert_eq!(unpacked.memorandum.text, plain.memorandum.text);
    }
    let at = at % packed.len();
    packed[at] = instead;
    if let Ok(parsed) = memcon::read_bytes("file.txt.gz", packed, &Options::new()) {
        memcon_fuzz::check(&parsed);
    }
});
