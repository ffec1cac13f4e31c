//! Wrapped lines fit, are safe, and lose no letter. The first byte is the width.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_fuzz::invariants;

fuzz_target!(|bytes: &[u8]| {
    let Some((width, text)) = bytes.split_first() else { return };
    invariants::wraps(&String::from_utf8_lossy(text), usize::from(*width));
});
