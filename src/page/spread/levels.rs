//! The order in which the paragraphs of a row are read: what stands level before what stands below it, whichever column it is in.

use super::Spread;
use crate::text::span::Span;

impl Spread {
    /// How far down its row each paragraph of each column stands: by which of the row's linked passages it begins with.
    pub(super) fn levels(&self) -> Vec<Vec<u32>> {
        let paragraphs = (0..self.columns.len()).map(|column| vec![0; self.article(column).paragraphs.len()]);
        let mut levels: Vec<Vec<u32>> = paragraphs.collect();
        for (index, row) in self.rows.iter().enumerate() {
            // With several paragraphs in one column alone there is nothing to be set in order.
            if row.cells.iter().filter(|cell| cell.paragraphs.len() > 1).count() < 2 {
                continue;
            }
            let mut ties = 0;
            self.ties(index, |tie| {
                ties += 1;
                for (column, offset) in tie.iter().enumerate() {
                    let paragraph = offset.and_then(|offset| self.article(column).paragraph_at(offset));
                    let level = paragraph.and_then(|id| levels.get_mut(column)?.get_mut(id.index()));
                    if let Some(level) = level.filter(|level| **level == 0) {
                        *level = ties;
                    }
                }
            });
            // What has no counterpart in the row stands below what is before it.
            for (levels, cell) in levels.iter_mut().zip(&row.cells) {
                let mut above = 0;
                for id in &cell.paragraphs {
                    if let Some(level) = levels.get_mut(id.index()) {
                        *level = above.max(*level);
                        above = *level;
                    }
                }
            }
        }
        levels
    }

    /// The part of row `row` in which the text at byte `offset` of column `column` stands, counted from 0.
    #[must_use]
    pub fn part_at(&self, row: usize, column: usize, offset: u32) -> usize {
        let begun = |part: &Vec<Span>| part.get(column).is_some_and(|span| span.start <= offset);
        self.parts_of(row).partition_point(begun).saturating_sub(1)
    }

    /// As [`Spread::part_at`], and how far down the part the paragraph there stands.
    #[must_use]
    pub fn level_at(&self, row: usize, column: usize, offset: u32) -> (usize, u32) {
        let paragraph = self.article(column).paragraph_at(offset);
        let level = paragraph.and_then(|id| self.level_of.get(column)?.get(id.index()));
        (self.part_at(row, column, offset), level.copied().unwrap_or_default())
    }
}
