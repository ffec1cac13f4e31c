//! Indices that never mix: articles, paragraphs, sentences, pairs, sides.

use serde::Serialize;

macro_rules! index {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(u32);

        impl $name {
            /// The id of the `index`-th thing, counted from 0.
            #[must_use]
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// The index it stands for, counted from 0.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

index! {
    /// Which article of the story, in the order they were given.
    ArticleId
}
index! {
    /// Which paragraph of its article, in reading order.
    ParagraphId
}
index! {
    /// Which sentence (passage) of its article, in reading order.
    SentenceId
}

/// Two articles held against each other; `left` is the one whose words count as removed, `right` the one whose words count
/// as added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PairId {
    /// The article on the left.
    pub left: ArticleId,
    /// The article on the right.
    pub right: ArticleId,
}

impl PairId {
    /// The article that stands on `side`.
    #[must_use]
    pub fn on(self, side: Side) -> ArticleId {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }
}

/// One of the two articles of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// The left article of the pair.
    Left,
    /// The right article of the pair.
    Right,
}

impl Side {
    /// Both, left first.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// Its place in [`Side::BOTH`].
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::Left => 0,
            Self::Right => 1,
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}
