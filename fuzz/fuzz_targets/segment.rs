//! Paragraphs, sentences and tokens tile any text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_fuzz::invariants;

fuzz_target!(|bytes: &[u8]| {
    let story = parallax::intake::from_bytes([("a.txt", bytes)]);
    story.articles.iter().for_each(|(_, article)| invariants::tiles(article));
});
