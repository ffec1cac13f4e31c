//! A word-level difference inside a link, and what links say of their wording.

use serde::Serialize;

use crate::{story::Side, text::span::Span};

/// A word-level difference inside a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The wording on the left; none where the right inserts.
    pub left: Option<Span>,
    /// The wording on the right; none where the left's wording was left out.
    pub right: Option<Span>,
    /// What kind of change it is.
    pub class: ChangeClass,
}

/// What kind of change it is, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeClass {
    /// A figure has another value.
    Number,
    /// A name is another one, or spelt otherwise.
    Name,
    /// Other words.
    Word,
    /// Other punctuation.
    Punctuation,
    /// Capital letters only.
    Case,
    /// Curly and straight quotes, dashes, accents, white space only; or one figure in two spellings (`5%`, `five per cent`).
    Typography,
}

impl Change {
    /// The wording on `side`.
    #[must_use]
    pub fn on(&self, side: Side) -> Option<Span> {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    /// The same change with the sides exchanged.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self { left: self.right, right: self.left, class: self.class }
    }

    /// By place on the left, then on the right; an insertion follows what stands before it on its own side.
    pub(super) fn place(&self) -> (u32, u32) {
        (self.left.map_or(u32::MAX, |span| span.start), self.right.map_or(u32::MAX, |span| span.start))
    }
}

/// What a link says of its wording.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LinkWording {
    /// The stretches that the two sides hold against each other, left and right, in reading order of the left. In a `same` or
    /// `reworded` link that is everything; in a `partial` one what they share: all that lies outside, on either side, is not
    /// changed but only here.
    pub shared: Vec<(Span, Span)>,
    /// The differences inside these stretches, by their place.
    #[serde(skip)]
    pub changes: Vec<Change>,
    /// Whether so little is kept that the passage counts as replaced whole.
    pub replaced: bool,
}
