//! Which links moved: the smallest set that explains why the articles' orders differ.

use super::{
    alignment::Link,
    chain::{chain, told_apart},
};
use crate::story::{Article, ParagraphId, SentenceId};

/// Marks the links that are off the heaviest chain of links that keep their order, a link weighing as much as the text it ties,
/// with how many paragraphs they moved against their neighbours. What a headline sums up has not moved, wherever it stands.
pub fn mark_moves(
    links: &mut [Link],
    (left, left_marks): (&Article, &[u64]),
    (right, right_marks): (&Article, &[u64]),
) {
    let size = |article: &Article, ids: &[SentenceId]| -> u32 {
        super::passage::count(ids.iter().map(|id| article.sentence(*id).span().len()).sum())
    };
    let mark = |marks: &[u64], ids: &[SentenceId]| ids.first().map_or(0, |id| marks[id.index()]);
    let first = |ids: &[SentenceId]| ids.first().map_or(0, |id| super::passage::count(id.index()));
    let links: Vec<&mut Link> = links.iter_mut().filter(|link| !link.sums_up(left, right)).collect();
    let places: Vec<(u32, u32, u64)> = links
        .iter()
        .map(|link| {
            let size = size(left, &link.left).min(size(right, &link.right));
            let mark = mark(left_marks, &link.left).wrapping_add(mark(right_marks, &link.right));
            (first(&link.left), first(&link.right), told_apart(size, mark))
        })
        .collect();
    let on = chain(&places);
    let paragraph = |article: &Article, ids: &[SentenceId]| -> ParagraphId {
        ids.first().map_or(ParagraphId::new(0), |id| article.sentence(*id).paragraph)
    };
    // A moved passage went past the paragraphs whose links kept their place and that stand before it in one article and after it in the
    // other; links are in the order of the left article.
    let mut kept: Vec<ParagraphId> =
        links.iter().zip(&on).filter(|(_, on)| **on).map(|(link, _)| paragraph(right, &link.right)).collect();
    kept.dedup();
    let (mut passed, mut last) = (0, None);
    for (link, on) in links.into_iter().zip(on) {
        let here = paragraph(right, &link.right);
        link.moved = !on;
        if !on {
            let before = kept.partition_point(|kept| *kept < here);
            link.distance = i32::try_from(before).unwrap_or(i32::MAX) - passed;
        } else if last != Some(here) {
            passed += 1;
            last = Some(here);
        }
    }
}
