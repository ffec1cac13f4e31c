//! The signs of a page, in Unicode or in ASCII alone.

use super::role::Sign;
use crate::{story::Side, text::bidi::isolated};

/// The signs of a page. Every [`Glyphs::sign`] takes one column; in ASCII the ellipsis and the sign between two articles take two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    ascii: bool,
}

impl Glyphs {
    /// Signs for terminals that show Unicode.
    pub const UNICODE: Self = Self { ascii: false };
    /// Signs for terminals, mails and readers that do not.
    pub const ASCII: Self = Self { ascii: true };

    /// Whether these are the ASCII ones.
    #[must_use]
    pub fn is_ascii(self) -> bool {
        self.ascii
    }

    /// The sign for `sign`.
    #[must_use]
    pub fn sign(self, sign: Sign) -> &'static str {
        match (sign, self.ascii) {
            (Sign::Same, _) => "=",
            (Sign::Reworded, _) => "~",
            (Sign::Partial, false) => "≈",
            (Sign::Partial, true) => "%",
            (Sign::Only(Side::Left), false) => "−",
            (Sign::Only(Side::Left), true) => "-",
            (Sign::Only(Side::Right), _) => "+",
            (Sign::MovedUp, false) => "↑",
            (Sign::MovedUp, true) => "^",
            (Sign::MovedDown, false) => "↓",
            (Sign::MovedDown, true) => "v",
            (Sign::Cue, false) => "◆",
            (Sign::Cue, true) => "*",
            (Sign::Folded, false) => "⋯",
            (Sign::Folded, true) => ":",
        }
    }

    /// The line between two columns.
    #[must_use]
    pub fn vertical(self) -> &'static str {
        if self.ascii { "|" } else { "│" }
    }

    /// The line between two rows.
    #[must_use]
    pub fn horizontal(self) -> &'static str {
        if self.ascii { "-" } else { "─" }
    }

    /// What stands before a paragraph's number in running words.
    #[must_use]
    pub fn paragraph(self) -> &'static str {
        if self.ascii { "#" } else { "¶" }
    }

    /// What says that words are left out; one column, in ASCII two.
    #[must_use]
    pub fn ellipsis(self) -> &'static str {
        if self.ascii { ".." } else { "…" }
    }

    /// What stands between two statements of one line.
    #[must_use]
    pub fn dot(self) -> &'static str {
        if self.ascii { "|" } else { "·" }
    }

    /// Between two articles held against one another; one column, in ASCII two.
    #[must_use]
    pub fn versus(self) -> &'static str {
        if self.ascii { "<>" } else { "⇄" }
    }

    /// The quotation marks around `text`: none where it begins with one of its own.
    #[must_use]
    pub fn quotes(self, text: &str) -> (&'static str, &'static str) {
        let own = ['"', '“', '”', '„', '‟', '‘', '’', '‚', '\'', '«', '»', '‹', '›', '「', '『'];
        match self.ascii {
            _ if text.starts_with(own) => ("", ""),
            true => ("\"", "\""),
            false => ("“", "”"),
        }
    }

    /// `text` in quotation marks, unless it begins with one of its own.
    #[must_use]
    pub fn quoted(self, text: &str) -> String {
        let (open, close) = self.quotes(text);
        format!("{open}{text}{close}")
    }

    /// As [`Glyphs::quoted`], for a line of the program's own: safe for a terminal, and the words in their own order.
    #[must_use]
    pub fn quoted_apart(self, text: &str) -> String {
        let (open, close) = self.quotes(text);
        format!("{open}{}{close}", isolated(text))
    }

    /// The bar beside the line where the reader is.
    #[must_use]
    pub fn cursor(self) -> &'static str {
        if self.ascii { ">" } else { "▌" }
    }

    /// The bar beside the part of the overview that the screen shows.
    #[must_use]
    pub fn viewport(self) -> &'static str {
        if self.ascii { "#" } else { "▐" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width::columns;

    #[test]
    fn signs_take_one_column() {
        const SIGNS: [Sign; 9] = [
            Sign::Same,
            Sign::Reworded,
            Sign::Partial,
            Sign::Only(Side::Left),
            Sign::Only(Side::Right),
            Sign::MovedUp,
            Sign::MovedDown,
            Sign::Cue,
            Sign::Folded,
        ];
        for glyphs in [Glyphs::UNICODE, Glyphs::ASCII] {
            let lines = [glyphs.vertical(), glyphs.horizontal(), glyphs.paragraph(), glyphs.dot()];
            let bars = [glyphs.cursor(), glyphs.viewport()];
            for sign in SIGNS.map(|sign| glyphs.sign(sign)).into_iter().chain(lines).chain(bars) {
                assert_eq!(columns(sign).0, 1, "{sign}");
            }
            let wide = if glyphs.is_ascii() { 2 } else { 1 };
            assert_eq!([glyphs.ellipsis(), glyphs.versus()].map(|sign| columns(sign).0), [wide; 2]);
        }
    }
}
