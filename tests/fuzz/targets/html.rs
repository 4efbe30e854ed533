//! Any bytes that call themselves HTML are read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| memcon_fuzz::read("file.html", bytes));
