//! Any text as a word list, a theme or a memory of the reader's own is taken or refused in a sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_fuzz::invariants;

fuzz_target!(|text: &str| invariants::own_files(text));
