//! Whether time grows as the text does.

use std::time::{Duration, Instant};

/// How often a run that took too long is timed again: other work on the machine can slow it.
const AGAIN: usize = 4;

/// Holds that a task takes no more than three times its share for a text that is `times` as large.
///
/// A quadratic reading of eight times the text takes 64 times as long; 24 times are allowed.
///
/// # Panics
///
/// Where every try takes longer.
pub fn in_proportion(what: &str, times: u32, short: impl Fn(), long: impl Fn()) {
    let mut last = (Duration::ZERO, Duration::ZERO);
    for _ in 0..AGAIN {
        last = (time(&short), time(&long));
        if last.1 < last.0 * (3 * times) + Duration::from_millis(400) {
            return;
        }
    }
    let (quick, slow) = last;
    panic!("{what}: {quick:?}, and {slow:?} for {times} times as much");
}

fn time(task: impl Fn()) -> Duration {
    let start = Instant::now();
    task();
    start.elapsed()
}
