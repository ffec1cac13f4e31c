//! JSON, as tools outside the project read it: the contract is `schema` 1 of [`Comparison`]'s serialisation.
//!
//! Everything is in it, to the letter; what a terminal would obey or a reader would not see is written as `\u` escapes, which mean
//! the same to every reader of JSON and nothing to a terminal.

use std::io;

use serde::Serialize as _;
use serde_json::{
    Serializer,
    ser::{CompactFormatter, Formatter},
};

use super::form::{Form, Section};
use crate::{comparison::Comparison, text::visible::stand_in};

/// Writes the parts of `comparison` that `form` wants, all unless it names some, as one JSON object and a line break, in UTF-8, as it
/// goes along: nothing is built up in memory.
pub fn write(comparison: &Comparison, form: &Form, out: &mut dyn io::Write) -> io::Result<()> {
    let wanted: &[Section] = if form.only.is_empty() { &Section::ALL } else { &form.only };
    comparison
        .parts(wanted)
        .serialize(&mut Serializer::with_formatter(&mut *out, Safe(CompactFormatter)))
        .map_err(io::Error::from)?;
    out.write_all(b"\n")
}

/// Escapes more than JSON asks for. C0 controls never come here, as JSON itself escapes them.
struct Safe(CompactFormatter);

impl Formatter for Safe {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut plain = 0;
        if !fragment.bytes().all(|byte| byte.is_ascii() && byte != 0x7f) {
            for (at, c) in fragment.char_indices().filter(|(_, c)| stand_in(*c).is_some()) {
                self.0.write_string_fragment(out, fragment.get(plain..at).unwrap_or_default())?;
                for unit in c.encode_utf16(&mut [0; 2]) {
                    write!(out, "\\u{unit:04x}")?;
                }
                plain = at + c.len_utf8();
            }
        }
        self.0.write_string_fragment(out, fragment.get(plain..).unwrap_or_default())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_escaped_and_means_the_same() {
        let text = "said \u{9b}31m \u{202e} \u{7f} \x1b[2J \u{e0041} “never”";
        let mut bytes = Vec::new();
        text.serialize(&mut Serializer::with_formatter(&mut bytes, Safe(CompactFormatter))).unwrap();
        let json = String::from_utf8(bytes).unwrap();
        assert_eq!(json, r#""said \u009b31m \u202e \u007f \u001b[2J \udb40\udc41 “never”""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
