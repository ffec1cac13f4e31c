//! JSON, as tools outside the project read it: the contract is `schema` 1 of [`Comparison`]'s serialisation.

use std::io;

use crate::comparison::Comparison;

/// Writes `comparison` as one JSON object and a line break, in UTF-8, as it goes along: nothing is built up in memory.
pub fn write(comparison: &Comparison, out: &mut dyn io::Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, comparison).map_err(io::Error::from)?;
    out.write_all(b"\n")
}
