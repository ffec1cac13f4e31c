//! Which links moved: the smallest set that explains why the articles' orders differ.

use super::{
    alignment::Link,
    chain::{chain, told_apart},
};
use crate::story::{Article, ParagraphId, SentenceId};

/// Marks the links that are off the heaviest chain of links that keep their order, a link weighing as much as the text it ties,
/// with how many paragraphs they moved against their neighbours.
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
    // Where the right article stands when the left one reaches the link: after the partner of the last link that kept its place.
    let mut expected = 0_i64;
    for (link, on) in links.iter_mut().zip(on) {
        let here = i64::try_from(paragraph(right, &link.right).index()).unwrap_or(0);
        link.moved = !on;
        if on {
            expected = here;
        } else {
            link.distance = i32::try_from(here - expected).unwrap_or(0);
        }
    }
}
