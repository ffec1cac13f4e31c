//! What the fuzz targets hold against any input: the same sentences as the property tests of `tests/hostile.rs`.
#![allow(missing_docs)]

#[path = "../../tests/hostile/invariants.rs"]
pub mod invariants;

/// Two articles from one input: what stands before the first line of `====`, and what stands after it; without such a line
/// the two halves.
pub fn two(bytes: &[u8]) -> (&[u8], &[u8]) {
    const BORDER: &[u8] = b"\n====\n";
    match bytes.windows(BORDER.len()).position(|w| w == BORDER) {
        Some(at) => (&bytes[..at], &bytes[at + BORDER.len()..]),
        None => bytes.split_at(bytes.len() / 2),
    }
}
