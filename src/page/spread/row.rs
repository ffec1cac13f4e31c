//! What stands level in a spread, and whether it may be folded away.

use std::ops::Range;

use super::{Against, Column};
use crate::{
    align::{Cell, Grade, Pointer},
    page::marks::{Standing, is_minor},
    story::{ParagraphId, ParagraphRole, Story},
};

/// What one row holds.
#[derive(Clone, Debug, Default)]
pub struct SpreadRow {
    /// The paragraphs of each column.
    pub cells: Vec<SpreadCell>,
    /// The grade that speaks for the row, between each column and the base.
    pub grades: Vec<Option<Grade>>,
    /// Whether it may be folded away.
    pub kind: RowKind,
}

/// What one article has in a row.
#[derive(Clone, Debug, Default)]
pub struct SpreadCell {
    /// Its paragraphs, in reading order.
    pub paragraphs: Vec<ParagraphId>,
    /// Where partners of moved passages stand in it, each with the comparison that says so, as an index into what its column is
    /// held against.
    pub pointers: Vec<(usize, Pointer)>,
}

/// Whether a row may be folded away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKind {
    /// Something differs.
    #[default]
    Differs,
    /// Every passage has the same counterpart at the same place.
    Alike,
    /// It belongs to the page, not to the telling.
    Furniture,
}

/// Neighbouring rows of one kind that may be folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which rows.
    pub rows: Range<usize>,
    /// Of which kind; never [`RowKind::Differs`].
    pub kind: RowKind,
}

impl SpreadCell {
    /// What `cell` holds, by the comparison `against` of its column.
    pub(super) fn of(cell: &Cell, against: usize) -> Self {
        let pointers = cell.pointers.iter().map(|pointer| (against, *pointer)).collect();
        Self { paragraphs: cell.paragraphs.clone(), pointers }
    }
}

/// Whether `row` may be folded away.
pub(super) fn kind(story: &Story, columns: &[Column], row: &SpreadRow) -> RowKind {
    let mut cells = columns.iter().zip(&row.cells).peekable();
    if cells.peek().is_none() || row.cells.iter().all(|cell| cell.paragraphs.is_empty()) {
        return RowKind::Differs;
    }
    let furniture = |column: &Column, id: &ParagraphId| {
        let marks = |against: &Against| against.compared.marks.is_furniture(against.side, *id);
        story.articles[column.article].paragraph(*id).role == ParagraphRole::Boilerplate
            || !column.against.is_empty() && column.against.iter().all(marks)
    };
    let is_furniture =
        columns.iter().zip(&row.cells).all(|(column, cell)| cell.paragraphs.iter().all(|id| furniture(column, id)));
    if is_furniture {
        return RowKind::Furniture;
    }
    let alike = columns.iter().zip(&row.cells).all(|(column, cell)| {
        !cell.paragraphs.is_empty() && cell.paragraphs.iter().all(|id| is_alike(story, column, *id))
    });
    if alike { RowKind::Alike } else { RowKind::Differs }
}

/// Whether every passage of the paragraph has the same counterpart at the same place and nothing is found in it.
fn is_alike(story: &Story, column: &Column, id: ParagraphId) -> bool {
    let paragraph = story.articles[column.article].paragraph(id);
    let alike = |against: &Against| {
        let (marks, pair, side) = (&against.compared.marks, &against.compared.comparison, against.side);
        paragraph
            .sentence_ids()
            .all(|sentence| matches!(against.standing(sentence), Standing::Linked { grade: Grade::Same, .. }))
            && marks.findings_in(pair, side, paragraph.span()).next().is_none()
            && marks.changes_in(pair, side, paragraph.span()).all(|(_, change)| is_minor(change.class))
    };
    !column.against.is_empty() && column.against.iter().all(alike)
}
