//! JSON, as tools outside the project read it.

use crate::comparison::Comparison;

/// `comparison` as one JSON object and a line break, in UTF-8. The same comparison gives the same bytes.
#[must_use]
pub fn json(comparison: &Comparison) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(comparison).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
