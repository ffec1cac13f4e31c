//! Keeping the place when other articles are shown.

use super::{Anchor, Reading};
use crate::page::Spread;

impl Reading {
    /// `anchor`, or what stands level with it in an article of `spread` when that does not show its article.
    pub(super) fn carried(&self, anchor: Anchor, spread: &Spread) -> Option<Anchor> {
        if spread.column_of(anchor.article).is_some() {
            return Some(anchor);
        }
        let old = &self.page.spread;
        let row = old.row_at(old.column_of(anchor.article)?, anchor.offset);
        let level =
            old.columns.iter().enumerate().filter(|(_, column)| spread.column_of(column.article).is_some()).find_map(
                |(index, column)| {
                    let near = (row..old.rows.len()).chain((0..row).rev());
                    let id = near.filter_map(|row| old.rows[row].cells.get(index)?.paragraphs.first()).next()?;
                    Some(Anchor { article: column.article, offset: old.article(index).paragraph(*id).start })
                },
            );
        level.or_else(|| {
            // Neither article is shown any more: as far down as before.
            let (first, of) = (spread.columns.first()?, spread.rows.len());
            let row = row * of / old.rows.len().max(1);
            let near = (row..of).chain((0..row).rev());
            let id = near.filter_map(|row| spread.rows[row].cells.first()?.paragraphs.first()).next()?;
            Some(Anchor { article: first.article, offset: spread.article(0).paragraph(*id).start })
        })
    }
}
