//! What the targets share: a reading that is checked, and checked for time that is not linear.

use std::time::Duration;

use cpu_time::ThreadTime;
use memcon::{Options, Parsed};

/// A reading slower than this many nanoseconds a byte is looked at again, repeated. (A usual one
/// takes a few hundred with the fuzzer's counters in the code.)
const SLOW: u128 = 4_000;
/// A reading shorter than this is not measured.
const SHORT: Duration = Duration::from_millis(3);
/// So many times the input may take so many times its time, and this much more.
const REPEATS: usize = 8;
const SLACK: u32 = 3;

/// Checks what a reading must hold to.
///
/// # Panics
///
/// When it breaks a promise.
pub fn check(parsed: &Parsed) {
    assert_eq!(memcon_tests::faults(parsed), Vec::<String>::new());
}

/// Reads bytes as a file of this name, checks what came of it, and measures what looks slow.
///
/// # Panics
///
/// When the reading breaks a promise, or its time grows faster than the input.
pub fn read(name: &str, bytes: &[u8]) {
    let once = |bytes: Vec<u8>| {
        let began = ThreadTime::now();
        let parsed = memcon::read_bytes(name, bytes, &Options::new());
        (began.elapsed(), parsed)
    };
    let (took, parsed) = once(bytes.to_vec());
    if let Ok(parsed) = &parsed {
        check(parsed);
    }
    linear(bytes, took, |repeated| once(repeated).0);
}

/// Panics when what was slow takes more than its share once the input is repeated.
///
/// # Panics
///
/// When it does.
pub fn linear(bytes: &[u8], took: Duration, again: impl Fn(Vec<u8>) -> Duration) {
    let length = u128::try_from(bytes.len().max(1)).unwrap_or(1);
    if took < SHORT || took.as_nanos() / length < SLOW {
        return;
    }
    // The least of three, for the first may have waited for the machine.
    let least = |times: usize| {
        (0..3).map(|_| again(bytes.repeat(times))).min().unwrap_or_default()
    };
    let (one, many) = (least(1), least(REPEATS));
    let most = one * u32::try_from(REPEATS).unwrap_or(1) * SLACK;
    assert!(many <= most, "{REPEATS} times {length} bytes take {many:?}, once {one:?}");
}
