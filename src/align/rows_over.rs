//! Rows over several articles: the base's order, the others held against it.

use std::collections::{BTreeMap, BTreeSet};

use super::alignment::{Cell, Grade, PairAlignment, Row};
use crate::story::{ArticleId, ParagraphId, Side, Story};

/// Among so many rows that follow in a gap of the base a paragraph looks for one to stand level with.
const NEAR: usize = 64;

/// The paragraphs of `base` and of `others` set side by side; a cell for each article, the base first, then `others` as given.
/// Paragraphs stand level with the paragraph of the base that they share a row with in `alignments`; the others stand between,
/// in their own reading order, level with each other where they are linked. Every paragraph stands in exactly one row. The
/// order of `others` permutes the cells and, where paragraphs of two of them stand between the same two rows of the base, says
/// which come first.
#[must_use]
pub fn rows_over(story: &Story, base: ArticleId, others: &[ArticleId], alignments: &[&PairAlignment]) -> Vec<Row> {
    let columns: Vec<ArticleId> = [base].into_iter().chain(others.iter().copied()).collect();
    let groups = base_groups(story, base, others, alignments);
    let group_of: BTreeMap<ParagraphId, usize> =
        groups.iter().enumerate().flat_map(|(at, group)| group.iter().map(move |paragraph| (*paragraph, at))).collect();
    let mut rows: Vec<Row> =
        groups.iter().map(|group| Row { cells: cells(columns.len(), 0, group.clone()), grade: None }).collect();
    // Before which row of the base the unlinked paragraphs of each other article stand.
    let mut between: Vec<Vec<Row>> = vec![Vec::new(); rows.len() + 1];
    for (column, other) in columns.iter().enumerate().skip(1) {
        let mut level: BTreeMap<ParagraphId, (usize, Option<Grade>)> = BTreeMap::new();
        for (ours, theirs, grade) in level_with(base, *other, alignments) {
            if let Some(at) = ours.first().and_then(|paragraph| group_of.get(paragraph)) {
                level.extend(theirs.into_iter().map(|paragraph| (paragraph, (*at, grade))));
            }
        }
        let levels = levels(&columns, *other, alignments);
        // In which gap it goes on, behind which of its rows, and what it puts between these.
        let (mut next, mut from) = (0, None);
        let mut put: Vec<(usize, Row)> = Vec::new();
        for paragraph in story.articles[*other].paragraph_ids() {
            if let Some((at, grade)) = level.get(&paragraph) {
                rows[*at].cells[column].paragraphs.push(paragraph);
                rows[*at].grade = rows[*at].grade.max(*grade);
                merge(&mut between[next], &mut put);
                (next, from) = (at + 1, None);
                continue;
            }
            let gap = &mut between[next];
            let partner = gap.iter().enumerate().skip(from.unwrap_or(0)).take(NEAR).find_map(|(at, row)| {
                let grade = row.cells[column].paragraphs.is_empty().then(|| ties(row, &levels, paragraph)).flatten()?;
                Some((at, grade))
            });
            if let Some((at, grade)) = partner {
                gap[at].grade = gap[at].grade.max(Some(grade));
                gap[at].cells[column].paragraphs.push(paragraph);
                from = Some(at + 1);
            } else {
                let at = from.unwrap_or(gap.len());
                put.push((at, Row { cells: cells(columns.len(), column, vec![paragraph]), grade: None }));
                from = Some(at);
            }
        }
        merge(&mut between[next], &mut put);
    }
    let mut all = Vec::new();
    for (at, gap) in between.into_iter().enumerate() {
        all.extend(gap);
        all.extend(rows.get_mut(at).map(std::mem::take));
    }
    all
}

/// Puts each row of `put`, which are in order, before the row of `gap` that it names; at once, because a row put into the middle moves all behind it.
fn merge(gap: &mut Vec<Row>, put: &mut Vec<(usize, Row)>) {
    if put.is_empty() {
        return;
    }
    let mut known = std::mem::take(gap).into_iter();
    let mut taken = 0;
    for (at, row) in put.drain(..) {
        gap.extend(known.by_ref().take(at - taken));
        taken = at;
        gap.push(row);
    }
    gap.extend(known);
}

/// The paragraphs of the base that stand in one row: each alone, unless one of the others has them level with one paragraph.
fn base_groups(
    story: &Story,
    base: ArticleId,
    others: &[ArticleId],
    alignments: &[&PairAlignment],
) -> Vec<Vec<ParagraphId>> {
    let mut joined: BTreeSet<ParagraphId> = BTreeSet::new();
    for other in others {
        for (ours, _, _) in level_with(base, *other, alignments) {
            joined.extend(ours.into_iter().skip(1));
        }
    }
    let mut groups: Vec<Vec<ParagraphId>> = Vec::new();
    for paragraph in story.articles[base].paragraph_ids() {
        match groups.last_mut() {
            Some(group) if joined.contains(&paragraph) => group.push(paragraph),
            _ => groups.push(vec![paragraph]),
        }
    }
    groups
}

/// The rows that `ours` and `theirs` share, as paragraphs of each.
fn level_with(
    ours: ArticleId,
    theirs: ArticleId,
    alignments: &[&PairAlignment],
) -> Vec<(Vec<ParagraphId>, Vec<ParagraphId>, Option<Grade>)> {
    let found = alignments.iter().find_map(|alignment| {
        Side::BOTH
            .into_iter()
            .find(|side| alignment.pair.on(*side) == ours && alignment.pair.on(side.other()) == theirs)
            .map(|side| (alignment, if side == Side::Left { (0, 1) } else { (1, 0) }))
    });
    let Some((alignment, (a, b))) = found else { return Vec::new() };
    let shared = alignment.rows.iter().filter(|row| row.cells.iter().all(|cell| !cell.paragraphs.is_empty()));
    shared.map(|row| (row.cells[a].paragraphs.clone(), row.cells[b].paragraphs.clone(), row.grade)).collect()
}

/// For each paragraph of one article the paragraphs of another that it stands level with, and the grade.
type Levels = BTreeMap<ParagraphId, (Vec<ParagraphId>, Option<Grade>)>;

/// The levels of the paragraphs of `other` against each of `columns`.
fn levels(columns: &[ArticleId], other: ArticleId, alignments: &[&PairAlignment]) -> Vec<Levels> {
    let level = |column: &ArticleId| -> Levels {
        let rows = level_with(*column, other, alignments).into_iter();
        rows.flat_map(|(ours, theirs, grade)| theirs.into_iter().map(move |id| (id, (ours.clone(), grade)))).collect()
    };
    columns.iter().map(level).collect()
}

/// The grade by which `paragraph` stands level with a paragraph of `row`, if it does.
fn ties(row: &Row, levels: &[Levels], paragraph: ParagraphId) -> Option<Grade> {
    row.cells.iter().zip(levels).find_map(|(cell, level)| {
        let (ours, grade) = level.get(&paragraph)?;
        grade.filter(|_| cell.paragraphs.iter().any(|known| ours.contains(known)))
    })
}

fn cells(columns: usize, column: usize, paragraphs: Vec<ParagraphId>) -> Vec<Cell> {
    let mut cells = vec![Cell::default(); columns];
    cells[column].paragraphs = paragraphs;
    cells
}
