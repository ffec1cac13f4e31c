//! Any page is opened beside a plain text; nothing is lost or unsafe.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_fuzz::invariants;

fuzz_target!(|page: &[u8]| {
    let page = [b"<!DOCTYPE html><html><body>", page].concat();
    invariants::holds(&[("a.html", &page), ("b.txt", b"A plain text. It stays.")]);
});
