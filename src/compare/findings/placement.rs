//! The same passage much higher or lower in the other article.

use super::{Held, finding};
use crate::{
    align::Grade,
    compare::finding::{Finding, FindingKind},
    story::{ParagraphRole, SentenceId, Side},
};

/// How far apart the two places must be, as a share of the text.
const APART: f64 = 0.35;
/// And how many passages apart.
const STEPS: usize = 4;
/// Texts with fewer passages have no "much higher".
const PASSAGES: usize = 8;

/// One finding for each run of passages that stands much higher in one article, on that side.
pub(super) fn findings(held: &Held) -> Vec<Finding> {
    let (left, right) = (places(held, Side::Left), places(held, Side::Right));
    if left.told < PASSAGES || right.told < PASSAGES {
        return Vec::new();
    }
    let mut far: Vec<Far> = Vec::new();
    for link in held.alignment.links.iter().filter(|link| link.grade != Grade::Partial) {
        let (Some(l), Some(r)) = (link.left.first(), link.right.first()) else { continue };
        let (Some(lp), Some(rp)) = (left.of(*l), right.of(*r)) else { continue };
        let numbers = left.number[l.index()].zip(right.number[r.index()]);
        let steps = numbers.map_or(0, |(a, b)| a.abs_diff(b));
        // One article may simply be longer: it must stand lower both as a share and by count.
        if (lp - rp).abs() < APART || steps < STEPS || numbers.is_some_and(|(a, b)| (a < b) != (lp < rp)) {
            continue;
        }
        let (side, here, there) = if lp < rp { (Side::Left, *l, *r) } else { (Side::Right, *r, *l) };
        far.push(Far { side, here, there });
    }
    // By the article in which they stand higher, so that nothing hangs on which was named first.
    far.sort_unstable();
    far.dedup();
    let told = firsts(&far).into_iter().map(|Far { side, here, there }| {
        let (own, other) = if side == Side::Left { (&left, &right) } else { (&right, &left) };
        let why = format!("It stands {} here and {} in the other article.", own.words(here), other.words(there));
        let (here, there) =
            (held.article(side).sentence(here).span(), held.article(side.other()).sentence(there).span());
        finding(side, here, FindingKind::Placement, Some(there), 1, "placement: higher here", why)
    });
    told.collect()
}

/// A passage that stands much higher on `side`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Far {
    side: Side,
    here: SentenceId,
    there: SentenceId,
}

/// The first of each run of passages that stand beside one another in both articles, in whatever order there. `far` is in order.
fn firsts(far: &[Far]) -> Vec<Far> {
    let mut firsts = Vec::new();
    let mut follows = vec![false; far.len()];
    for (at, one) in far.iter().enumerate() {
        if !follows[at] {
            firsts.push(*one);
        }
        let near = far[at + 1..]
            .iter()
            .take_while(|other| other.side == one.side && other.here.index() <= one.here.index() + 1);
        for (next, other) in near.enumerate() {
            follows[at + 1 + next] |= other.there.index().abs_diff(one.there.index()) <= 1;
        }
    }
    firsts
}

/// Where the passages of the telling stand in it.
struct Places {
    /// For each sentence its number among those of the telling.
    number: Vec<Option<usize>>,
    told: usize,
}

fn places(held: &Held, side: Side) -> Places {
    let article = held.article(side);
    let mut told = 0;
    let number = article
        .sentence_ids()
        .map(|id| {
            (article.role_of(id) == ParagraphRole::Body).then(|| {
                told += 1;
                told - 1
            })
        })
        .collect();
    Places { number, told }
}

impl Places {
    /// The share of the telling that stands before the sentence, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "counts of sentences")]
    fn of(&self, id: SentenceId) -> Option<f64> {
        let number = (*self.number.get(id.index())?)?;
        Some(number as f64 / self.told.max(2).saturating_sub(1) as f64)
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 100")]
    fn words(&self, id: SentenceId) -> String {
        let number = self.number.get(id.index()).copied().flatten().unwrap_or_default();
        let share = (self.of(id).unwrap_or_default() * 100.0).round() as u32;
        format!("as sentence {} of {} ({share} % down the text)", number + 1, self.told)
    }
}
