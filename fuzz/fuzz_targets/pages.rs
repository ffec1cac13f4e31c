//! Two texts, the whole way to reports and pages: nothing is lost, nothing is unsafe, no line is wider than it may be.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_fuzz::{invariants, two};

fuzz_target!(|bytes: &[u8]| {
    let (a, b) = two(bytes);
    let comparison = invariants::compare(&[("a.txt", a), ("b.txt", b)]);
    invariants::reports(&comparison);
    invariants::lays_out(&comparison);
});
