//! The signs of a page, in Unicode or in ASCII alone.

use super::role::Sign;
use crate::{story::Side, text::bidi::isolated};

/// The signs of a page. Every one takes one column.
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

    /// What says that words are left out; one column.
    #[must_use]
    pub fn ellipsis(self) -> &'static str {
        if self.ascii { ".." } else { "…" }
    }

    /// What stands between two statements of one line.
    #[must_use]
    pub fn dot(self) -> &'static str {
        if self.ascii { "|" } else { "·" }
    }

    /// Between two articles held against one another.
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
