//! What one reading has let go of is kept for the next.

use std::hint::black_box;

/// What glibc takes for its own measure, in bytes. Larger ones were tried: records of 1 MB gain as
/// well then, but very long ones lose, whose pages the system moves more cheaply than they are copied.
const BLOCK: usize = 4 << 20;

/// Has the C library keep freed memory for the next reading, up to twice 4 MB, instead of handing
/// it back to the system and asking for it anew.
///
/// glibc hands back what is free at the end of its heap beyond 128 kB, until it has seen a larger
/// block come and go; so a block comes and goes here, which nobody writes to and which costs
/// nothing. Without it a fifth of the time of reading short records one after the other went into
/// pages that had just been given away. Other C libraries do as they did.
pub fn keep_memory() {
    drop(black_box(Vec::<u8>::with_capacity(BLOCK)));
}
