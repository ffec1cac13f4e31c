//! The one place that makes strangers' text safe for a terminal: control characters, escape sequences, bidi overrides and
//! invisible characters become visible stand-ins. Exports that are not for a terminal keep the characters themselves.

use std::borrow::Cow;

/// `text` with every character that a terminal could obey, or that a reader could not see, replaced by a stand-in.
/// Line breaks and tabs are replaced too; whoever lays text out treats them before.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| stand_in(c).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match stand_in(c) {
            Some(sign) => out.push(sign),
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// The sign shown instead of `c`, or none where `c` may be shown as it is.
#[must_use]
pub fn stand_in(c: char) -> Option<char> {
    match c {
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)),
        '\x7f' => Some('\u{2421}'),
        '\u{80}'..='\u{9f}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}' => Some('\u{fffd}'),
        _ => None,
    }
}
