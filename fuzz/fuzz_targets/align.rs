//! Two texts, the way to links, changes and findings: every passage is accounted for, order is free, and a text agrees with
//! itself. What is made of it is left to the target `pages`, so that this one is quick.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_fuzz::{invariants, two};

fuzz_target!(|bytes: &[u8]| {
    let (a, b) = two(bytes);
    let comparison = invariants::compare(&[("one", a), ("other", b)]);
    invariants::accounts(&comparison);
    invariants::mirrors(&comparison, &invariants::compare(&[("one", b), ("other", a)]));
    invariants::agrees_with_itself("a.txt", a);
});
