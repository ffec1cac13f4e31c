//! Which pairs of passages are worth comparing. Short articles are compared in full; long ones through an index of their rare
//! terms, so that the work grows with the articles and not with their product.

use std::cmp::Reverse;

use super::{
    passage::{Passages, Scale, count},
    terms::TermId,
};
use crate::progress::Progress;

/// Up to so many pairs all are compared.
const ALL_PAIRS: usize = 120_000;
/// By how many of its rarest terms a passage looks for partners.
const RAREST: usize = 12;
/// A term that stands in more passages than this is no rare one.
const MOST_PLACES: usize = 48;
/// A passage with fewer rare terms is looked for by its other terms as well, the rarest first: in a long text all words of a short
/// sentence are common.
const FEW: usize = 4;
/// In how many places these other terms may stand, together with the rare ones.
const MOST_LOOKED_AT: usize = 1024;
/// How many partners each passage proposes.
const PARTNERS: usize = 6;
/// A partner that shares less than one part in so many of what the best one shares is not worth comparing; where the passage is the
/// best one for the partner, that one proposes it.
const WORTH: u32 = 2;

/// Parts of the work of aligning, for whoever waits: each side looks for partners, then what was found is compared, then what stands beside it.
pub const PARTS: u8 = 4;

/// Pairs (left, right) worth comparing, of the passages listed; by left, then right.
#[must_use]
pub fn candidates(
    (left, of_left): (&Passages, &[u32]),
    (right, of_right): (&Passages, &[u32]),
    scale: &Scale,
    progress: &Progress,
) -> Vec<(u32, u32)> {
    if of_left.len().saturating_mul(of_right.len()) <= ALL_PAIRS {
        return of_left.iter().flat_map(|l| of_right.iter().map(|r| (*l, *r))).collect();
    }
    progress.part(0, PARTS);
    let mut pairs = proposals((left, of_left), (right, of_right), scale, progress);
    progress.part(1, PARTS);
    pairs.extend(proposals((right, of_right), (left, of_left), scale, progress).into_iter().map(|(r, l)| (l, r)));
    pairs.sort_unstable_by_key(in_order);
    pairs.dedup();
    pairs
}

/// A pair as one number, by left, then right passage: sorted in half the time.
pub fn in_order(&(left, right): &(u32, u32)) -> u64 {
    u64::from(left) << 32 | u64::from(right)
}

/// For each of `of_ours` the passages of `of_theirs` that share the most weight with it in rare terms.
fn proposals(
    (ours, of_ours): (&Passages, &[u32]),
    (theirs, of_theirs): (&Passages, &[u32]),
    scale: &Scale,
    progress: &Progress,
) -> Vec<(u32, u32)> {
    let index = Index::new(theirs, of_theirs, scale.terms.len());
    let rarity = index.rarity(&scale.marks);
    let mut found = vec![0_u32; theirs.len()];
    let mut touched: Vec<u32> = Vec::new();
    let mut rare: Vec<(u32, TermId)> = Vec::new();
    // The best partners of a passage, the best first.
    let mut near: Vec<(Reverse<u32>, u64, u32)> = Vec::with_capacity(PARTNERS + 1);
    let mut pairs = Vec::with_capacity(of_ours.len() * PARTNERS);
    let (length, other) = (u64::from(count(ours.len())), u64::from(count(theirs.len())));
    for passage in progress.over(of_ours.iter()) {
        rare.clear();
        let ranked = ours.terms(*passage).iter().map(|term| (rarity[*term as usize], *term));
        rare.extend(ranked.filter(|(rank, _)| *rank != NOWHERE));
        rare.sort_unstable();
        rare.dedup();
        let (mut looked_at, mut taken) = (0, 0);
        rare.retain(|(_, term)| {
            let places = index.places(*term).len();
            looked_at += places;
            let take = taken < RAREST && (places <= MOST_PLACES || taken < FEW && looked_at <= MOST_LOOKED_AT);
            taken += usize::from(take);
            take
        });
        let weight = |term: TermId| scale.of(term).weight().max(1);
        let (mut rest, mut best): (u32, u32) = (rare.iter().map(|(_, term)| weight(*term)).sum(), 0);
        for (_, term) in &rare {
            // What is met only now can share no more than the rest, which may no longer be worth it.
            let late = rest < best / WORTH;
            let weight = weight(*term);
            for place in index.places(*term) {
                let shared = &mut found[*place as usize];
                if *shared == 0 {
                    if late {
                        continue;
                    }
                    touched.push(*place);
                }
                *shared += weight;
                best = best.max(*shared);
            }
            rest -= weight;
        }
        // Of equally good partners the ones at a like depth of the article.
        let depth = |place: u32| (u64::from(*passage) * other).abs_diff(u64::from(place) * length);
        near.clear();
        for place in &touched {
            let shared = found[*place as usize];
            if near.len() == PARTNERS && near.last().is_some_and(|(least, ..)| shared < least.0) {
                continue;
            }
            let one = (Reverse(shared), depth(*place), *place);
            let at = near.partition_point(|known| *known < one);
            near.insert(at, one);
            near.truncate(PARTNERS);
        }
        let best = near.first().map_or(0, |(best, ..)| best.0);
        let worth = near.iter().filter(|(shared, ..)| shared.0 >= best / WORTH);
        pairs.extend(worth.map(|(_, _, place)| (*passage, *place)));
        for place in touched.drain(..) {
            found[place as usize] = 0;
        }
    }
    pairs
}

/// The rank of a term that stands in no passage.
const NOWHERE: u32 = u32::MAX;

/// In which passages each term stands.
struct Index {
    first: Vec<u32>,
    places: Vec<u32>,
}

impl Index {
    fn new(passages: &Passages, listed: &[u32], terms: usize) -> Self {
        let mut last = vec![u32::MAX; terms];
        let mut first = vec![0_u32; terms + 1];
        for passage in listed {
            for term in passages.terms(*passage) {
                if last[*term as usize] != *passage {
                    last[*term as usize] = *passage;
                    first[*term as usize + 1] += 1;
                }
            }
        }
        for term in 0..terms {
            first[term + 1] += first[term];
        }
        let mut next = first.clone();
        let mut places = vec![0; first[terms] as usize];
        last.fill(u32::MAX);
        for passage in listed {
            for term in passages.terms(*passage) {
                if last[*term as usize] != *passage {
                    last[*term as usize] = *passage;
                    places[next[*term as usize] as usize] = *passage;
                    next[*term as usize] += 1;
                }
            }
        }
        Self { first, places }
    }

    /// By term: its rank, the one in fewest passages first; [`NOWHERE`] in none.
    fn rarity(&self, marks: &[u64]) -> Vec<u32> {
        let mut found: Vec<TermId> = (0..count(marks.len())).filter(|term| !self.places(*term).is_empty()).collect();
        found.sort_unstable_by_key(|term| (self.places(*term).len(), marks[*term as usize], *term));
        let mut ranks = vec![NOWHERE; marks.len()];
        for (rank, term) in (0..).zip(found) {
            ranks[term as usize] = rank;
        }
        ranks
    }

    fn places(&self, term: TermId) -> &[u32] {
        let at = term as usize;
        &self.places[self.first[at] as usize..self.first[at + 1] as usize]
    }
}
