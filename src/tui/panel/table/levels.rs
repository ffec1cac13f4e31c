//! What an article has of the base's paragraphs, and where.

use std::collections::BTreeMap;

use super::TableCell;
use crate::{
    align::Row,
    page::{Compared, Sign, grade_sign},
    story::{ArticleId, PairId, ParagraphId, Side},
    tui::state::base_of,
};

/// What an article has of the base's paragraphs.
pub(super) struct Levels<'a> {
    side: Side,
    compared: &'a Compared,
    /// The row of each paragraph of the base, and of the other article, as an index into the pair's rows.
    rows: [BTreeMap<ParagraphId, usize>; 2],
}

impl<'a> Levels<'a> {
    pub(super) fn of(base: ArticleId, other: ArticleId, compared: &'a Compared) -> Self {
        let side = base_of(PairId { left: base, right: other });
        let mut rows = [BTreeMap::new(), BTreeMap::new()];
        for (at, row) in compared.comparison.alignment.rows.iter().enumerate() {
            let (own, theirs) = cells_of(side);
            for (places, cell) in rows.iter_mut().zip([own, theirs]) {
                places.extend(row.cells[cell].paragraphs.iter().map(|paragraph| (*paragraph, at)));
            }
        }
        Self { side, compared, rows }
    }

    /// What the article has of a row: `own` is the base's paragraph, `theirs` are the article's that stand level with it.
    pub(super) fn cell(&self, own: Option<ParagraphId>, theirs: &[ParagraphId]) -> TableCell {
        let rows = &self.compared.comparison.alignment.rows;
        let at = |places: &BTreeMap<ParagraphId, usize>, id| places.get(&id).and_then(|at| rows.get(*at));
        if let Some(first) = theirs.first() {
            let sign = match at(&self.rows[1], *first).and_then(|row| row.grade) {
                Some(grade) if own.is_some() => grade_sign(grade),
                _ if self.elsewhere(theirs).paragraph.is_some() => {
                    return TableCell { paragraph: Some(*first), last: None, sign: None };
                }
                _ => Sign::Only(Side::Right),
            };
            return TableCell { paragraph: Some(*first), last: None, sign: Some(sign) };
        }
        // Not level: the passage may stand elsewhere.
        own.and_then(|own| pointed(at(&self.rows[0], own)?, cells_of(self.side).1, own)).unwrap_or_default()
    }

    /// Where the base has what `theirs` say, when it has it at another place.
    pub(super) fn elsewhere(&self, theirs: &[ParagraphId]) -> TableCell {
        let rows = &self.compared.comparison.alignment.rows;
        let cell = theirs.iter().find_map(|id| pointed(rows.get(*self.rows[1].get(id)?)?, cells_of(self.side).0, *id));
        cell.unwrap_or_default()
    }
}

/// The partner that stands elsewhere, as the cell `cell` of `row` points to it, and in which direction from the paragraph `from`.
fn pointed(row: &Row, cell: usize, from: ParagraphId) -> Option<TableCell> {
    let pointer = row.cells.get(cell)?.pointers.first()?;
    let sign = if pointer.paragraph < from { Sign::MovedUp } else { Sign::MovedDown };
    Some(TableCell { paragraph: Some(pointer.paragraph), last: None, sign: Some(sign) })
}

/// The cells of the base and of the other article in a row of a pair in which `side` is the base.
fn cells_of(side: Side) -> (usize, usize) {
    if side == Side::Left { (0, 1) } else { (1, 0) }
}
