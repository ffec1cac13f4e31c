//! Sets the paragraphs of two articles side by side.

use std::collections::BTreeMap;

use super::alignment::{Cell, Grade, Link, Row};
use crate::story::{Article, ParagraphId};

/// The rows of `left` and `right` in reading order. Every paragraph of both stands in exactly one row, and paragraphs share
/// a row only when a link ties them.
#[must_use]
pub fn rows(left: &Article, right: &Article, links: &[Link]) -> Vec<Row> {
    let mut partner: BTreeMap<ParagraphId, (ParagraphId, Grade)> = BTreeMap::new();
    for link in links {
        if let (Some(l), Some(r)) = (link.left.first(), link.right.first()) {
            partner.entry(left.sentence(*l).paragraph).or_insert((right.sentence(*r).paragraph, link.grade));
        }
    }
    let mut rows = Vec::new();
    let mut next = 0;
    for l in left.paragraph_ids() {
        match partner.get(&l).filter(|(r, _)| r.index() >= next) {
            Some((r, grade)) => {
                rows.extend((next..r.index()).map(|index| row(None, Some(ParagraphId::new(index)), None)));
                rows.push(row(Some(l), Some(*r), Some(*grade)));
                next = r.index() + 1;
            }
            None => rows.push(row(Some(l), None, None)),
        }
    }
    rows.extend((next..right.paragraphs.len()).map(|index| row(None, Some(ParagraphId::new(index)), None)));
    rows
}

fn row(left: Option<ParagraphId>, right: Option<ParagraphId>, grade: Option<Grade>) -> Row {
    let cell = |id: Option<ParagraphId>| Cell { paragraphs: id.into_iter().collect(), pointers: Vec::new() };
    Row { cells: vec![cell(left), cell(right)], grade }
}
