//! Places: in an article, on the page, and where the reader may stop.

use crate::{
    page::{Kind, Sign},
    story::{ArticleId, PairId, Side},
};

/// A place in an article, which stays what it is however the page is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The article.
    pub article: ArticleId,
    /// Where in its text, in bytes.
    pub offset: u32,
}

/// A place where the reader was, and which articles were shown there: what a jump comes back to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stood {
    /// The pair, the base left.
    pub pair: PairId,
    /// The one article that was shown alone.
    pub only: Option<Side>,
    /// A third article beside the two.
    pub third: Option<ArticleId>,
    /// The passage.
    pub anchor: Anchor,
}

/// A line of the page: which block, and which line of it. Holds only until the page is laid out anew.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The block, as an index into the page's.
    pub block: usize,
    /// The line in the block, counted from 0.
    pub line: usize,
}

/// A place where one may stop, in the order of reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stop {
    /// The row of the spread.
    pub row: usize,
    /// The part of the row, where that is set level in parts, and how far down that the paragraph stands.
    pub level: (usize, u32),
    /// The column of the spread.
    pub column: usize,
    /// Where in the column's article, in bytes.
    pub offset: u32,
}

/// A difference among the articles shown, in the order of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShownDifference {
    /// Where it is read.
    pub at: Stop,
    /// What differs.
    pub kind: Kind,
    /// The sign of that, which says in which direction something moved.
    pub sign: Sign,
    /// The comparison that says so, as an index into those of the spread.
    pub comparison: usize,
    /// The difference, as an index into those of the comparison.
    pub difference: usize,
}

impl ShownDifference {
    /// Whether it is a finding, and not about a whole passage.
    #[must_use]
    pub fn is_finding(&self) -> bool {
        matches!(self.kind, Kind::Finding(_))
    }
}
