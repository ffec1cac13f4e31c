//! Three articles side by side: two pairs with one base, joined where the base's paragraphs are.

use std::sync::Arc;

use super::{Against, Column, Compared, Spread, SpreadCell, SpreadRow};
use crate::{
    page::marks::side_at,
    story::{ArticleId, ParagraphId, Side, Story},
};

/// A row of one pair: what the base has, what the other has.
type Half = (SpreadCell, SpreadCell, Option<crate::align::Grade>);

impl Spread {
    /// `base` with the two articles that `first` and `second` hold against it. None when `base` is not in both.
    #[must_use]
    pub fn three(story: Arc<Story>, base: ArticleId, first: &Compared, second: &Compared) -> Option<Self> {
        let side = |compared: &Compared| Side::BOTH.into_iter().find(|side| compared.pair().on(*side) == base);
        let (one, two) = (side(first)?, side(second)?);
        let against = |compared: &Compared, side: Side| Against { compared: compared.clone(), side };
        let column = |against: Vec<Against>, article, place| Column { article, place, against };
        let columns = vec![
            column(vec![against(first, one), against(second, two)], base, Side::Left),
            column(vec![against(first, one.other())], first.pair().on(one.other()), Side::Right),
            column(vec![against(second, two.other())], second.pair().on(two.other()), Side::Right),
        ];
        let rows = join(halves(first, one, 0), halves(second, two, 1));
        Some(Self::of(story, columns, rows))
    }
}

/// The rows of a pair, the cell of `base` first; the pair is the comparison `against` of the base.
fn halves(compared: &Compared, base: Side, against: usize) -> Vec<Half> {
    let cell = |row: &crate::align::Row, place: Side, against: usize| {
        let index = side_at(base, place).index();
        row.cells.get(index).map_or_else(SpreadCell::default, |cell| SpreadCell::of(cell, against))
    };
    let rows = &compared.comparison.alignment.rows;
    rows.iter().map(|row| (cell(row, Side::Left, against), cell(row, Side::Right, 0), row.grade)).collect()
}

/// Joins the rows of two pairs: rows that share a paragraph of the base become one; what only another article has stands where
/// it stood.
fn join(first: Vec<Half>, second: Vec<Half>) -> Vec<SpreadRow> {
    let mut sources = [first.into_iter().peekable(), second.into_iter().peekable()];
    let mut rows = Vec::new();
    loop {
        for (index, source) in sources.iter_mut().enumerate() {
            while let Some((base, other, _)) = source.next_if(|(base, ..)| base.paragraphs.is_empty()) {
                let mut row =
                    SpreadRow { cells: vec![SpreadCell::default(); 3], grades: vec![None; 2], ..SpreadRow::default() };
                row.cells[0].pointers = base.pointers;
                row.cells[1 + index] = other;
                rows.push(row);
            }
        }
        if sources.iter_mut().all(|source| source.peek().is_none()) {
            return rows;
        }
        let mut row =
            SpreadRow { cells: vec![SpreadCell::default(); 3], grades: vec![None; 2], ..SpreadRow::default() };
        let mut reached: Option<ParagraphId> = None;
        loop {
            let mut grown = false;
            for (index, source) in sources.iter_mut().enumerate() {
                // The first row of each, and all further ones up to the last paragraph of the base that is in already.
                while let Some((base, other, grade)) =
                    source.next_if(|(base, ..)| match (base.paragraphs.first(), reached) {
                        (Some(start), Some(reached)) => *start <= reached,
                        (Some(_), None) => true,
                        (None, _) => false,
                    })
                {
                    reached = reached.max(base.paragraphs.last().copied());
                    for id in base.paragraphs {
                        if !row.cells[0].paragraphs.contains(&id) {
                            row.cells[0].paragraphs.push(id);
                        }
                    }
                    row.cells[1 + index].paragraphs.extend(other.paragraphs);
                    row.cells[1 + index].pointers.extend(other.pointers);
                    row.grades[index] = row.grades[index].max(grade);
                    grown = true;
                }
            }
            if !grown {
                break;
            }
        }
        if row.cells[0].paragraphs.is_empty() {
            return rows;
        }
        row.cells[0].paragraphs.sort_unstable();
        rows.push(row);
    }
}
