//! Where the reader stands, to the line: taken down before the page is shown otherwise for a while, and gone back to.

use std::collections::BTreeSet;

use super::{Anchor, Position, Reading, Stood};

/// So many jumps can be taken back; Vim keeps as many (`:help jumplist`).
const MOST_JUMPS: usize = 100;

/// Where the reader stands, and what is folded there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    anchor: Option<Anchor>,
    column: usize,
    /// How many lines of the screen stand above the cursor.
    above: usize,
    top: Position,
    cursor: Position,
    size: (usize, usize),
    /// How many groups could be folded: with as many, the same ones are meant.
    groups: usize,
    folds: BTreeSet<usize>,
}

impl Standing {
    /// The passage under the cursor.
    #[must_use]
    pub fn anchor(&self) -> Option<Anchor> {
        self.anchor
    }
}

impl Reading {
    /// Where the reader stands.
    pub fn standing(&mut self) -> Standing {
        Standing {
            anchor: self.anchor,
            column: self.column,
            above: self.above(),
            top: self.top,
            cursor: self.cursor,
            size: self.size,
            groups: self.page.spread.groups.len(),
            folds: self.page.folds().clone(),
        }
    }

    /// Goes back to where the reader stood, with the same folded as then; in the same place on the screen if the page is as it was.
    pub fn stand(&mut self, there: &Standing) {
        if self.page.spread.groups.len() == there.groups && *self.page.folds() != there.folds {
            self.page.set_folds(&there.folds);
            self.laid.clear();
        }
        self.column = there.column.min(self.page.spread.columns.len().saturating_sub(1));
        self.go(there.anchor, there.above);
        let is_there = |at: Position| at.block < self.page.blocks().len();
        if self.size == there.size && self.anchor == there.anchor && is_there(there.cursor) && is_there(there.top) {
            (self.top, self.cursor, self.column) = (there.top, there.cursor, there.column);
            self.settle();
        }
    }

    /// Where the reader stands, to be jumped back to.
    #[must_use]
    pub fn stood(&self) -> Option<Stood> {
        let Self { pair, only, third, .. } = *self;
        self.anchor.map(|anchor| Stood { pair, only, third, anchor })
    }

    /// Remembers `from` as the place that a jump began at, unless the reader is there still.
    pub fn came_from(&mut self, from: Option<Stood>) {
        if from != self.stood() {
            self.back.extend(from);
            self.back.drain(..self.back.len().saturating_sub(MOST_JUMPS));
            self.forward.clear();
        }
    }
}
