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
    let mut findings = Vec::new();
    let mut previous: Option<(Side, usize, usize)> = None;
    for link in held.alignment.links.iter().filter(|link| link.grade != Grade::Partial) {
        let (Some(l), Some(r)) = (link.left.first(), link.right.first()) else { continue };
        let (Some(lp), Some(rp)) = (left.of(*l), right.of(*r)) else { continue };
        let numbers = left.number[l.index()].zip(right.number[r.index()]);
        let steps = numbers.map_or(0, |(a, b)| a.abs_diff(b));
        // One article may simply be longer: it must stand lower both as a share and by count.
        if (lp - rp).abs() < APART || steps < STEPS || numbers.is_some_and(|(a, b)| (a < b) != (lp < rp)) {
            continue;
        }
        let side = if lp < rp { Side::Left } else { Side::Right };
        let follows = previous.is_some_and(|(known, a, b)| {
            known == side && l.index() <= a + 1 && r.index() <= b + 1 && r.index() + 1 >= b
        });
        previous = Some((side, l.index(), r.index()));
        if follows {
            continue;
        }
        let (here_at, there_at, own, other) =
            if side == Side::Left { (*l, *r, &left, &right) } else { (*r, *l, &right, &left) };
        let here = held.article(side).sentence(here_at).span();
        let there = held.article(side.other()).sentence(there_at).span();
        let why = format!("It stands {} here and {} in the other article.", own.words(here_at), other.words(there_at));
        findings.push(finding(side, here, FindingKind::Placement, Some(there), 1, "placement: higher here", why));
    }
    findings
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
