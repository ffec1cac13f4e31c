//! Which links moved: the smallest set that explains why the articles' orders differ.

use super::{
    alignment::Link,
    chain::{chain, told_apart},
};
use crate::story::{Article, ParagraphId, SentenceId, Side};

/// Marks the links that are off the heaviest chain of links that keep their order, a link weighing as much as the text it ties,
/// with how many paragraphs they went past. What a headline sums up has not moved, wherever it stands.
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
    // The links that kept their order, in that order: the sentences they begin with, and their paragraphs, on each side.
    let kept = || links.iter().zip(&on).filter(|(_, on)| **on).map(|(link, _)| link);
    let sides = [(left, Side::Left), (right, Side::Right)];
    let begins = sides.map(|(_, side)| kept().map(|link| first(link.on(side))).collect::<Vec<_>>());
    let paragraphs =
        sides.map(|(article, side)| kept().map(|link| paragraph(article, link.on(side))).collect::<Vec<_>>());
    let numbers = paragraphs.each_ref().map(|paragraphs| numbered(paragraphs));
    for (link, on) in links.into_iter().zip(on) {
        link.moved = !on;
        if on {
            continue;
        }
        // A moved passage went past the links that stand before it in one article and after it in the other: a stretch of those that kept
        // their order, since these cross one another nowhere.
        let before = [0, 1].map(|at| begins[at].partition_point(|begin| *begin < first(link.on(sides[at].1))));
        let passed = before[0].min(before[1])..before[0].max(before[1]);
        let fewest = [0, 1].map(|at| {
            let own = paragraph(sides[at].0, link.on(sides[at].1));
            let (paragraphs, numbers) = (paragraphs[at].get(passed.clone()), numbers[at].get(passed.clone()));
            let ends = |all: Option<&[u32]>| all.and_then(|all| Some(all.last()? - all.first()? + 1)).unwrap_or(0);
            // Its own paragraph can be the first or the last of these.
            let is_own =
                |paragraphs: &[ParagraphId]| paragraphs.first() == Some(&own) || paragraphs.last() == Some(&own);
            ends(numbers) - u32::from(paragraphs.is_some_and(is_own))
        });
        let distance = i32::try_from(fewest[0].min(fewest[1])).unwrap_or(i32::MAX);
        link.down = before[0] < before[1];
        link.passed = super::passage::count(passed.len());
        link.distance = if link.down { distance } else { -distance };
    }
}

/// Numbers `paragraphs`, which ascend, by how many other ones stand before each.
fn numbered(paragraphs: &[ParagraphId]) -> Vec<u32> {
    let mut number = 0;
    let mut last = paragraphs.first();
    let next = |paragraph| {
        number += u32::from(last != Some(paragraph));
        last = Some(paragraph);
        number
    };
    paragraphs.iter().map(next).collect()
}
