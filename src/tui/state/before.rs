//! How things are shown and where the reader stands in them: what is taken down before a view that may be taken back.

use super::{Reading, State, reading::Standing};
use crate::{
    page::Kinds,
    story::{ArticleId, PairId, Side},
};

/// How things are shown, and where the reader stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// Which articles are shown, and how.
    pub view: Shown,
    /// Where the reader stands in them.
    pub standing: Standing,
}

/// Which articles are shown, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The pair, the base left.
    pub pair: PairId,
    /// The one article that is shown alone.
    pub only: Option<Side>,
    /// A third article beside the two.
    pub third: Option<ArticleId>,
    /// One above the other.
    pub stacked: bool,
    /// Text without marks.
    pub clean: bool,
    /// Differences of typography, too.
    pub minor: bool,
    /// The kinds of differences.
    pub kinds: Kinds,
    /// The list beside the text.
    pub docking: bool,
}

impl State {
    /// How things are shown now, and where the reader stands.
    pub fn keep(&mut self) -> Before {
        Before { view: self.shown_as(), standing: self.reading.standing() }
    }

    /// Which articles are shown now, and how.
    #[must_use]
    pub fn shown_as(&self) -> Shown {
        let Reading { pair, only, third, stacked, marking, .. } = &self.reading;
        Shown {
            pair: *pair,
            only: *only,
            third: *third,
            stacked: *stacked,
            clean: marking.clean,
            minor: marking.minor,
            kinds: marking.kinds,
            docking: self.docking,
        }
    }
}
