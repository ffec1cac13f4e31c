//! Two texts, the whole way to links, changes, findings, reports and pages: nothing is lost, nothing is unsafe, order is
//! free, and a text agrees with itself.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_fuzz::{invariants, two};

fuzz_target!(|bytes: &[u8]| {
    let (a, b) = two(bytes);
    invariants::holds(&[("a.txt", a), ("b.txt", b)]);
    invariants::order_is_free(a, b);
    invariants::agrees_with_itself("a.txt", a);
});
