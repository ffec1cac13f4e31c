//! What an article has of the base's paragraphs, and where.

use std::collections::BTreeMap;

use super::TableCell;
use crate::{
    align::Row,
    page::{Compared, DifferenceKind, Sign, grade_sign},
    story::{ArticleId, PairId, ParagraphId, Side, Story},
    tui::state::base_of,
};

/// What an article has of the base's paragraphs.
pub(super) struct Levels<'a> {
    side: Side,
    compared: &'a Compared,
    /// The row of each paragraph of the base, and of the other article, as an index into the pair's rows.
    rows: [BTreeMap<ParagraphId, usize>; 2],
    /// Where each paragraph of the base, and of the other article, has something without a counterpart: the differences that the
    /// list of the pair shows as only in one of the two.
    alone: [BTreeMap<ParagraphId, Vec<u32>>; 2],
}

impl<'a> Levels<'a> {
    pub(super) fn of(story: &Story, (base, other): (ArticleId, ArticleId), compared: &'a Compared) -> Self {
        let side = base_of(PairId { left: base, right: other });
        let mut rows = [BTreeMap::new(), BTreeMap::new()];
        for (at, row) in compared.comparison.alignment.rows.iter().enumerate() {
            let (own, theirs) = cells_of(side);
            for (places, cell) in rows.iter_mut().zip([own, theirs]) {
                places.extend(row.cells[cell].paragraphs.iter().map(|paragraph| (*paragraph, at)));
            }
        }
        let mut alone = [BTreeMap::<ParagraphId, Vec<u32>>::new(), BTreeMap::new()];
        for difference in &compared.marks.differences {
            if let DifferenceKind::Only(of) = difference.kind {
                let (whose, id) = if of == side { (0, base) } else { (1, other) };
                let paragraph = story.articles[id].sentence(difference.sentence).paragraph;
                alone[whose].entry(paragraph).or_default().push(difference.span.start);
            }
        }
        Self { side, compared, rows, alone }
    }

    /// What the article has of a row: `ours` are the base's paragraphs, `theirs` the article's that stand level with them.
    pub(super) fn cell(&self, ours: &[ParagraphId], theirs: &[ParagraphId]) -> TableCell {
        let places = |whose: usize, paragraphs: &[ParagraphId]| -> Vec<u32> {
            paragraphs.iter().filter_map(|id| self.alone[whose].get(id)).flatten().copied().collect()
        };
        let (left_out, added) = (places(0, ours), places(1, theirs));
        TableCell {
            left_out: left_out.len(),
            added: added.len(),
            first_added: added.first().copied(),
            ..self.level(ours.first().copied(), theirs, !left_out.is_empty(), !added.is_empty())
        }
    }

    /// Where the article has the row, and how alike; nothing but a sign where something is `left_out` and nothing stands there.
    fn level(&self, own: Option<ParagraphId>, theirs: &[ParagraphId], left_out: bool, added: bool) -> TableCell {
        let rows = &self.compared.comparison.alignment.rows;
        let at = |places: &BTreeMap<ParagraphId, usize>, id| places.get(&id).and_then(|at| rows.get(*at));
        if let Some(first) = theirs.first() {
            let grade = at(&self.rows[1], *first).and_then(|row| row.grade).filter(|_| own.is_some());
            let alone = || (added && self.elsewhere(theirs).paragraph.is_none()).then_some(Sign::Only(Side::Right));
            return TableCell {
                paragraph: Some(*first),
                sign: grade.map(grade_sign).or_else(alone),
                ..TableCell::default()
            };
        }
        // Not level: the passage may stand elsewhere.
        let pointed = own.and_then(|own| pointed(at(&self.rows[0], own)?, cells_of(self.side).1, own));
        let nowhere = TableCell { sign: left_out.then_some(Sign::Only(Side::Left)), ..TableCell::default() };
        pointed.unwrap_or(nowhere)
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
    Some(TableCell { paragraph: Some(pointer.paragraph), sign: Some(sign), ..TableCell::default() })
}

/// The cells of the base and of the other article in a row of a pair in which `side` is the base.
fn cells_of(side: Side) -> (usize, usize) {
    if side == Side::Left { (0, 1) } else { (1, 0) }
}
