//! How text is marked: which marks, in which signs.

use super::{glyphs::Glyphs, kind::Kinds};
use crate::text::bidi::Order;

/// How text is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marking {
    /// The text alone, no marks.
    pub clean: bool,
    /// Changes of punctuation, case and typography too.
    pub minor: bool,
    /// Differences of which kinds.
    pub kinds: Kinds,
    /// Word changes in brackets, `[-removed-]` and `{+added+}`, for text without colours.
    pub brackets: bool,
    /// Which signs.
    pub glyphs: Glyphs,
    /// Who sets right-to-left letters in the order they are read.
    pub order: Order,
}

impl Default for Marking {
    fn default() -> Self {
        Self {
            clean: false,
            minor: false,
            kinds: Kinds::default(),
            brackets: false,
            glyphs: Glyphs::UNICODE,
            order: Order::default(),
        }
    }
}
