//! Where the columns of a row may be set level again: at linked passages that stand in the same order in each.

use super::{
    Spread,
    parts::{counterpart, stretch},
};
use crate::text::span::Span;

impl Spread {
    /// The stretch of column `column`'s text that row `index` holds, in bytes; empty where it has none.
    #[must_use]
    pub fn stretch(&self, index: usize, column: usize) -> Span {
        let cell = self.rows.get(index).and_then(|row| row.cells.get(column));
        cell.map_or_else(Span::default, |cell| stretch(self.article(column), &cell.paragraphs))
    }

    /// Calls `each` with the linked passages of row `index`, in reading order: for each column where its one begins, in bytes; none in a column
    /// that has no part in them. The base always has one, and at least one other column. What moved is left out, so that in every column each
    /// stands below the one before.
    pub fn ties(&self, index: usize, mut each: impl FnMut(&[Option<u32>])) {
        let Some(row) = self.rows.get(index) else { return };
        let Some((first, others)) = row.cells.split_first() else { return };
        if others.iter().all(|cell| cell.paragraphs.is_empty()) {
            return;
        }
        let mut left: Vec<Span> = (0..row.cells.len()).map(|column| self.stretch(index, column)).collect();
        let mut tie = vec![None; row.cells.len()];
        let base = self.article(0);
        for id in first.paragraphs.iter().flat_map(|id| base.paragraph(*id).sentence_ids()) {
            for (column, there) in tie.iter_mut().enumerate().skip(1) {
                *there = counterpart(&self.story, &self.columns, 0, column, id.index())
                    .filter(|there| (left[column].start..left[column].end).contains(there));
            }
            if tie.iter().skip(1).all(Option::is_none) {
                continue;
            }
            tie[0] = Some(base.sentence(id).start);
            for (left, there) in left.iter_mut().zip(&tie) {
                left.start = there.map_or(left.start, |there| there + 1);
            }
            each(&tie);
        }
    }
}
