//! Any bytes decode to a text, always the same; UTF-8 stays as it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_fuzz::invariants;

fuzz_target!(|bytes: &[u8]| {
    invariants::decodes(bytes);
});
