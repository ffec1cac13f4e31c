//! Which quotations of two articles answer to each other: those of linked passages that share most of the words of the shorter one.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use super::{
    TELLING, Utterance,
    kept::{Run, kept},
};
use crate::{
    align::PairAlignment,
    compare::{
        bag::{bag, common},
        quotations::Quotation,
    },
};

/// Two utterances answer to each other when they share this part of the shorter one's words.
const SHARED: f32 = 0.6;

/// Utterances that answer to each other, as indices.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub left: Vec<usize>,
    pub right: Vec<usize>,
    /// Whether another group has the same words in fuller form.
    pub repeat: bool,
    /// What its first two share, where that is known already; of a group of two it is what there is to know.
    pub runs: Option<Vec<Run>>,
}

/// Utterances that answer to each other: those in linked passages that share most of the words of the shorter one.
pub(super) fn groups(
    l: &[Utterance],
    r: &[Utterance],
    left: &[Quotation],
    right: &[Quotation],
    alignment: &PairAlignment,
) -> Vec<Group> {
    let within = |utterances: &[Utterance], quoted: &[Quotation], first: usize, last: usize| -> Vec<usize> {
        // Utterances stand in reading order.
        let from =
            utterances.partition_point(|u| u.parts.last().is_some_and(|at| quoted[*at].sentences.1.index() < first));
        (from..utterances.len())
            .take_while(|at| utterances[*at].parts.first().is_some_and(|at| quoted[*at].sentences.0.index() <= last))
            .collect()
    };
    let mut ties: Vec<(usize, usize)> = Vec::new();
    for link in &alignment.links {
        let (Some(lf), Some(ll), Some(rf), Some(rl)) =
            (link.left.first(), link.left.last(), link.right.first(), link.right.last())
        else {
            continue;
        };
        let on_right = within(r, right, rf.index(), rl.index());
        for a in within(l, left, lf.index(), ll.index()) {
            ties.extend(on_right.iter().map(|b| (a, *b)));
        }
    }
    ties.sort_unstable();
    ties.dedup();
    let bags = |utterances: &[Utterance]| utterances.iter().map(|u| bag(&u.words)).collect::<Vec<_>>();
    let (bags_left, bags_right) = (bags(l), bags(r));
    let mut ties: Vec<Tie> = ties
        .into_iter()
        .filter_map(|(a, b)| {
            #[expect(clippy::cast_precision_loss, reason = "counts of words in a quotation")]
            let needed = SHARED * l[a].words.len().min(r[b].words.len()) as f32;
            #[expect(clippy::cast_precision_loss, reason = "counts of words in a quotation")]
            let is_enough = |kept: usize| kept as f32 >= needed && kept >= TELLING.min(3);
            // No order keeps more words than both have.
            let runs = is_enough(common(&bags_left[a], &bags_right[b])).then(|| kept(&l[a].words, &r[b].words))?;
            let kept = runs.iter().map(|(_, _, len)| len).sum();
            is_enough(kept).then_some(Tie { left: a, right: b, kept, runs })
        })
        .collect();
    thin(&mut ties);
    let repeats = without_repeats(&mut ties);
    // Ties that share an utterance make one group.
    let mut groups: Vec<Group> = Vec::new();
    let (mut of_left, mut of_right) = (vec![None; l.len()], vec![None; r.len()]);
    for Tie { left: a, right: b, runs, .. } in ties {
        let known: Option<usize> = of_left[a].or(of_right[b]);
        let group = known.unwrap_or_else(|| {
            groups.push(Group { runs: Some(runs), ..Group::default() });
            groups.len() - 1
        });
        if of_left[a].replace(group).is_none() {
            groups[group].left.push(a);
        }
        if of_right[b].replace(group).is_none() {
            groups[group].right.push(b);
        }
    }
    for Tie { left: a, right: b, runs, .. } in repeats {
        if of_left[a].is_none() || of_right[b].is_none() {
            (of_left[a], of_right[b]) = (Some(groups.len()), Some(groups.len()));
            groups.push(Group { left: vec![a], right: vec![b], repeat: true, runs: Some(runs) });
        }
    }
    groups
}

/// Two utterances that share words.
#[derive(Clone, Debug, PartialEq)]
struct Tie {
    left: usize,
    right: usize,
    /// How many words they share.
    kept: usize,
    /// Which.
    runs: Vec<Run>,
}

impl Tie {
    /// How many of its words on a side, of which `start` gives where a run begins, `other` has too.
    fn overlap(&self, other: &Self, start: fn(&Run) -> usize) -> usize {
        let both = |a: &Run, b: &Run| (start(a) + a.2).min(start(b) + b.2).saturating_sub(start(a).max(start(b)));
        self.runs.iter().map(|a| other.runs.iter().map(|b| both(a, b)).sum::<usize>()).sum()
    }
}

/// Takes out of `ties` those of which half of the words have a stronger one: an article may quote the same words twice, in its headline and in its text.
fn without_repeats(ties: &mut Vec<Tie>) -> Vec<Tie> {
    let mut order: Vec<usize> = (0..ties.len()).collect();
    order.sort_by_key(|at| (Reverse(ties[*at].kept), ties[*at].left + ties[*at].right));
    let mut by_left: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut by_right: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut repeated = BTreeSet::new();
    for at in order {
        let tie = &ties[at];
        let half = |known: &usize, start: fn(&Run) -> usize| 2 * tie.overlap(&ties[*known], start) > tie.kept;
        let on_left = by_left.entry(tie.left).or_default();
        let on_right = by_right.entry(tie.right).or_default();
        if on_left.iter().any(|known| half(known, |run| run.0)) || on_right.iter().any(|known| half(known, |run| run.1))
        {
            repeated.insert(at);
        } else {
            on_left.push(at);
            on_right.push(at);
        }
    }
    let (mut kept, mut taken) = (Vec::new(), Vec::new());
    for (at, tie) in ties.drain(..).enumerate() {
        if repeated.contains(&at) { taken.push(tie) } else { kept.push(tie) }
    }
    *ties = kept;
    taken
}

/// An utterance that answers to more than this many of the other article, in passages that have no end, is tied to the one it
/// shares most with alone.
const MOST_ANSWERS: usize = 8;

/// Leaves of `ties` so many that a group stays one a reader can read.
fn thin(ties: &mut Vec<Tie>) {
    let most = |of: fn(&Tie) -> usize| {
        let mut counts = BTreeMap::new();
        ties.iter().for_each(|tie| *counts.entry(of(tie)).or_insert(0) += 1);
        counts.into_values().max().unwrap_or(0)
    };
    if most(|tie| tie.left).max(most(|tie| tie.right)) <= MOST_ANSWERS {
        return;
    }
    // The strongest first; of equals the ones at a like depth.
    ties.sort_by_key(|tie| (Reverse(tie.kept), tie.left.abs_diff(tie.right), tie.left + tie.right));
    let (mut left, mut right) = (BTreeSet::new(), BTreeSet::new());
    ties.retain(|tie| {
        !left.contains(&tie.left) && !right.contains(&tie.right) && left.insert(tie.left) && right.insert(tie.right)
    });
    ties.sort_by_key(|tie| (tie.left, tie.right));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_without_end_are_thinned_to_the_strongest_and_few_stay_as_they_are() {
        let tie = |left, right, kept| Tie { left, right, kept, runs: Vec::new() };
        let mut few = vec![tie(0, 0, 5), tie(0, 1, 4), tie(1, 1, 9)];
        thin(&mut few);
        assert_eq!(few.len(), 3);
        let mut many: Vec<Tie> =
            (0..20).flat_map(|a| (0..20).map(move |b| tie(a, b, if a == b { 9 } else { 8 }))).collect();
        thin(&mut many);
        assert_eq!(many, (0..20).map(|at| tie(at, at, 9)).collect::<Vec<_>>());
    }
}
