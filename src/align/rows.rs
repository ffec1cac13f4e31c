//! Sets the paragraphs of articles side by side, in reading order. Paragraphs share a row only when a link ties them; what moved
//! stands where it stands, with a pointer to its partner.

use std::{collections::BTreeMap, hash::Hasher as _, ops::Range};

use super::{
    alignment::{Cell, Grade, Link, Pointer, Row},
    chain::told_apart,
    levels::levels,
    passage::count,
};
use crate::story::{Article, ParagraphId, SentenceId};
use rustc_hash::FxHasher;

/// That a part alone is shared speaks for a row when such links hold at least this share (one part in so many) of its linked text.
const OUTLIER: u64 = 5;

/// Two paragraphs tied by links, and how much text the links tie, by grade; a doubtful link counts less.
#[derive(Clone, Copy, Debug, Default)]
struct Tie {
    weight: u64,
    by_grade: [u64; 3],
}

/// The rows of `left` and `right` in reading order. Every paragraph of both stands in exactly one row, and paragraphs share
/// a row only when a link ties them: a split paragraph stands level with its parts, when they follow each other. A headline is level with
/// a headline or with nothing: what it sums up has its counterparts in the text.
#[must_use]
pub fn rows(left: &Article, right: &Article, links: &[Link]) -> Vec<Row> {
    let mut ties: BTreeMap<(u32, u32), Tie> = BTreeMap::new();
    for link in links.iter().filter(|link| !link.moved && !link.sums_up(left, right)) {
        for (l, r) in paragraph_pairs(left, right, link) {
            let tie = ties.entry((number(l), number(r))).or_default();
            let weight = (size(left, &link.left).min(size(right, &link.right)) * thousandths(link.score)).max(1);
            tie.weight += weight;
            tie.by_grade[link.grade as usize] += weight;
        }
    }
    let mark = |l: u32, r: u32| paragraph_mark(left, l).wrapping_add(paragraph_mark(right, r));
    let groups = groups(&ties, mark);
    let mut rows = Vec::new();
    let (mut next_left, mut next_right) = (0, 0);
    for group in &groups {
        rows.extend((next_left..group.left.0).map(|l| row(l..l + 1, 0..0, None)));
        rows.extend((next_right..group.right.0).map(|r| row(0..0, r..r + 1, None)));
        rows.push(row(group.left.0..group.left.1 + 1, group.right.0..group.right.1 + 1, Some(group.grade)));
        (next_left, next_right) = (group.left.1 + 1, group.right.1 + 1);
    }
    rows.extend((next_left..count(left.paragraphs.len())).map(|l| row(l..l + 1, 0..0, None)));
    rows.extend((next_right..count(right.paragraphs.len())).map(|r| row(0..0, r..r + 1, None)));
    point(&mut rows, left, right, links);
    rows
}

/// Paragraphs of one row, first and last on each side.
struct Group {
    left: (u32, u32),
    right: (u32, u32),
    grade: Grade,
}

/// The ties that rows are made of: each the strongest of one of its paragraphs, together the heaviest chain that ascends on both sides and that
/// rows can hold. Of equal weights what the paragraphs say decides (`mark`), and not which article stands on the left.
fn groups(ties: &BTreeMap<(u32, u32), Tie>, mark: impl Fn(u32, u32) -> u64) -> Vec<Group> {
    let mut strongest: [BTreeMap<u32, u64>; 2] = [BTreeMap::new(), BTreeMap::new()];
    for ((l, r), tie) in ties {
        for (side, paragraph) in [(0, l), (1, r)] {
            let best = strongest[side].entry(*paragraph).or_default();
            *best = tie.weight.max(*best);
        }
    }
    let kept: Vec<(u32, u32, u64)> = ties
        .iter()
        .filter(|((l, r), tie)| strongest[0].get(l) == Some(&tie.weight) || strongest[1].get(r) == Some(&tie.weight))
        .map(|((l, r), tie)| (*l, *r, told_apart(u32::try_from(tie.weight).unwrap_or(u32::MAX), mark(*l, *r))))
        .collect();
    let mut groups: Vec<Group> = Vec::new();
    let mut by_grade: Vec<[u64; 3]> = Vec::new();
    for ((l, r, _), _) in kept.iter().zip(levels(&kept)).filter(|(_, on)| *on) {
        let Some(tie) = ties.get(&(*l, *r)) else { continue };
        let joins = |group: &Group| {
            (*l == group.left.1 && *r <= group.right.1 + 1) || (*r == group.right.1 && *l <= group.left.1 + 1)
        };
        match (groups.last_mut(), by_grade.last_mut()) {
            (Some(group), Some(sums)) if joins(group) => {
                (group.left.1, group.right.1) = (*l, *r);
                sums.iter_mut().zip(tie.by_grade).for_each(|(sum, more)| *sum += more);
            }
            _ => {
                groups.push(Group { left: (*l, *l), right: (*r, *r), grade: Grade::Same });
                by_grade.push(tie.by_grade);
            }
        }
    }
    for (group, sums) in groups.iter_mut().zip(by_grade) {
        group.grade = speaking(sums);
    }
    groups
}

/// The weakest grade that is not an outlier; but a row is the same only when all of it is.
fn speaking(sums: [u64; 3]) -> Grade {
    let all: u64 = sums.iter().sum();
    if sums[2] * OUTLIER >= all {
        Grade::Partial
    } else if sums[1] + sums[2] > 0 {
        Grade::Reworded
    } else {
        Grade::Same
    }
}

/// Lets the partner's cell of a row point to where the partner stands, for each link whose partners stand in different rows.
fn point(rows: &mut [Row], left: &Article, right: &Article, links: &[Link]) {
    let mut row_of: [BTreeMap<ParagraphId, usize>; 2] = [BTreeMap::new(), BTreeMap::new()];
    for (at, row) in rows.iter().enumerate() {
        for (places, cell) in row_of.iter_mut().zip(&row.cells) {
            places.extend(cell.paragraphs.iter().map(|paragraph| (*paragraph, at)));
        }
    }
    for (index, link) in links.iter().enumerate() {
        for (l, r) in paragraph_pairs(left, right, link) {
            let (Some(row_l), Some(row_r)) = (row_of[0].get(&l), row_of[1].get(&r)) else { continue };
            if row_l != row_r {
                rows[*row_l].cells[1].pointers.push(Pointer { link: index, paragraph: r });
                rows[*row_r].cells[0].pointers.push(Pointer { link: index, paragraph: l });
            }
        }
    }
}

fn paragraph_pairs(left: &Article, right: &Article, link: &Link) -> impl Iterator<Item = (ParagraphId, ParagraphId)> {
    let rights = paragraphs(right, &link.right);
    paragraphs(left, &link.left).flat_map(move |l| rights.clone().map(move |r| (l, r)))
}

/// The paragraphs of sentences, each once for those that follow each other.
fn paragraphs(article: &Article, ids: &[SentenceId]) -> impl Iterator<Item = ParagraphId> + Clone {
    let paragraph = |id: &SentenceId| article.sentence(*id).paragraph;
    ids.chunk_by(move |a, b| paragraph(a) == paragraph(b)).filter_map(move |run| run.first().map(paragraph))
}

fn size(article: &Article, ids: &[SentenceId]) -> u64 {
    ids.iter().map(|id| article.sentence(*id).span().len() as u64).sum()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a score from 0 to 1")]
fn thousandths(score: f32) -> u64 {
    (score * 1000.0) as u64
}

/// A number that depends on how the paragraph begins.
fn paragraph_mark(article: &Article, paragraph: u32) -> u64 {
    const LETTERS: usize = 96;
    let text = article.paragraph(ParagraphId::new(paragraph as usize)).span().of(&article.text).as_bytes();
    let mut hasher = FxHasher::default();
    hasher.write(text.get(..LETTERS).unwrap_or(text));
    hasher.finish()
}

fn number(paragraph: ParagraphId) -> u32 {
    count(paragraph.index())
}

fn row(left: Range<u32>, right: Range<u32>, grade: Option<Grade>) -> Row {
    let cell = |paragraphs: Range<u32>| Cell {
        paragraphs: paragraphs.map(|index| ParagraphId::new(index as usize)).collect(),
        pointers: Vec::new(),
    };
    Row { cells: vec![cell(left), cell(right)], grade }
}
