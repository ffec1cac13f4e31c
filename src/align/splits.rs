//! Joins the links of a sentence that the other article splits: one link with several sentences on that side.

use super::alignment::{Grade, Link};
use crate::story::{SentenceId, Side};

/// `links` (sorted by their first left, then right sentence), where neighbouring sentences of one article that are tied to one
/// and the same sentence of the other, and to nothing else, stand in one link. It has the weaker grade and score of its parts:
/// a weak link is never shown as a strong one. A headline is no part of a split: it says again what the text says; nor is a sentence that
/// stands word for word in the other article: it is whole. The result is sorted likewise.
#[must_use]
pub fn join(links: Vec<Link>, is_headline: impl Fn(Side, SentenceId) -> bool) -> Vec<Link> {
    let joined = join_right(links, |id| is_headline(Side::Right, id));
    let mut mirrored = join_right(joined.into_iter().map(mirror).collect(), |id| is_headline(Side::Left, id))
        .into_iter()
        .map(mirror)
        .collect::<Vec<_>>();
    mirrored.sort_by(|a, b| (&a.left, &a.right).cmp(&(&b.left, &b.right)));
    mirrored
}

/// The link seen from the other side.
fn mirror(mut link: Link) -> Link {
    std::mem::swap(&mut link.left, &mut link.right);
    std::mem::swap(&mut link.next_left, &mut link.next_right);
    link
}

/// Joins what shares its left sentence.
fn join_right(mut links: Vec<Link>, is_headline: impl Fn(SentenceId) -> bool) -> Vec<Link> {
    links.sort_by(|a, b| (&a.left, &a.right).cmp(&(&b.left, &b.right)));
    let mut partners =
        vec![0_u32; links.iter().flat_map(|link| &link.right).map(|id| id.index() + 1).max().unwrap_or(0)];
    for id in links.iter().flat_map(|link| &link.right) {
        partners[id.index()] += 1;
    }
    let alone = |link: &Link| link.left.len() == 1 && link.right.iter().all(|id| partners[id.index()] == 1);
    let follows = |a: &[SentenceId], b: &[SentenceId]| matches!((a.last(), b.first()), (Some(a), Some(b)) if a.index() + 1 == b.index());
    let mut joined: Vec<Link> = Vec::with_capacity(links.len());
    for link in links {
        match joined.last_mut() {
            Some(last)
                if last.left == link.left
                    && last.grade != Grade::Same
                    && link.grade != Grade::Same
                    && alone(last)
                    && alone(&link)
                    && follows(&last.right, &link.right)
                    && !last.right.iter().any(|id| is_headline(*id)) =>
            {
                last.right.extend(link.right);
                last.grade = last.grade.max(link.grade);
                last.score = last.score.min(link.score);
            }
            _ => joined.push(link),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(left: &[usize], right: &[usize], grade: Grade) -> Link {
        let ids = |of: &[usize]| of.iter().copied().map(SentenceId::new).collect();
        Link {
            left: ids(left),
            right: ids(right),
            grade,
            score: 0.5,
            moved: false,
            distance: 0,
            down: false,
            passed: 0,
            next_right: None,
            next_left: None,
        }
    }

    fn picture(links: Vec<Link>) -> String {
        let ids = |ids: &[SentenceId]| ids.iter().map(|id| id.index().to_string()).collect::<Vec<_>>().join("+");
        join(links, |_, _| false)
            .iter()
            .map(|link| format!("{}-{}", ids(&link.left), ids(&link.right)))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn a_split_is_one_link() {
        use Grade::{Partial, Reworded, Same};
        assert_eq!(picture(vec![link(&[1], &[2], Partial), link(&[1], &[3], Reworded)]), "1-2+3");
        assert_eq!(picture(vec![link(&[1], &[2], Partial), link(&[2], &[2], Partial)]), "1+2-2");
        assert_eq!(picture(vec![link(&[1], &[2], Partial), link(&[1], &[4], Partial)]), "1-2 1-4", "not neighbours");
        assert_eq!(picture(vec![link(&[1], &[2], Partial), link(&[1], &[3], Same)]), "1-2 1-3", "the same as 3 alone");
        assert_eq!(
            picture(vec![link(&[1], &[2], Partial), link(&[1], &[3], Partial), link(&[2], &[3], Partial)]),
            "1-2 1-3 2-3",
            "sentence 3 shares something with another one too"
        );
    }
}
