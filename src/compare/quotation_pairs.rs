//! What became of each quotation in the other article: full, trimmed, altered, merged, split, reported without marks, given to
//! another speaker, or only here. Compares utterances (a quotation that an attribution or a paragraph divides is one) that linked
//! passages hold; the words are compared folded, so that typography is no difference, and articles and conjunctions alone make no other
//! quotation.

mod alone;
mod held;
mod touching;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

pub(super) use self::touching::Touching;
use self::{alone::alone, held::Holding};
use super::{
    bag::{bag, common},
    change::LinkWording,
    groundwork::Groundwork,
    quotations::Quotation,
};
use crate::{
    align::PairAlignment,
    story::{Article, Side, Story},
    text::{
        span::Span,
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// What became of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// Word for word the same.
    Full,
    /// One side leaves words out.
    Trimmed,
    /// Words are exchanged.
    Altered,
    /// One quotation on one side, several on the other.
    Merged,
    /// Quoted on one side, told in the article's own words on the other.
    Reported,
    /// No counterpart was found.
    Only,
}

/// Quotations of two articles that answer to each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuotationPair {
    /// The quotations on the left, as indices into those of its article; empty when there are none.
    pub left: Vec<usize>,
    /// The same on the right.
    pub right: Vec<usize>,
    /// What became of it.
    pub fate: Fate,
    /// Whether the two name different speakers.
    pub other_speaker: bool,
    /// The stretches that only the left quotes, and those that it has in other words.
    pub left_words: Vec<Span>,
    /// The same on the right.
    pub right_words: Vec<Span>,
    /// What stands in the place of what, in reading order; none on a side that has nothing there.
    pub edits: Vec<Edit>,
    /// Where the words stand outside of quotation marks, on the side that reports them.
    pub reported: Option<Span>,
}

/// What one quotation has in the place of what the other has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// The words on the left.
    pub left: Option<Span>,
    /// The words on the right.
    pub right: Option<Span>,
    /// Whether it is a matter of articles, conjunctions and short forms alone.
    pub slight: bool,
}

impl Edit {
    /// The words on `side`.
    #[must_use]
    pub fn on(&self, side: Side) -> Option<Span> {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    /// Whether words are exchanged, and not left out.
    #[must_use]
    pub fn exchanges(&self) -> bool {
        self.left.is_some() && self.right.is_some()
    }
}

/// A quotation with fewer words is a name, a title or a scare quote and says nothing about how an article quotes.
const TELLING: usize = 4;
/// Two utterances answer to each other when they share this part of the shorter one's words.
const SHARED: f32 = 0.6;
/// Utterances of more words than this are compared by their start alone.
const LONGEST: usize = 2_000;

struct Utterance {
    /// Indices into the article's quotations.
    parts: Vec<usize>,
    tokens: Vec<Token>,
    words: Vec<WordId>,
}

impl QuotationPair {
    /// The quotations on `side`.
    #[must_use]
    pub fn on(&self, side: Side) -> &[usize] {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// The words that only `side` has.
    #[must_use]
    pub fn words(&self, side: Side) -> &[Span] {
        match side {
            Side::Left => &self.left_words,
            Side::Right => &self.right_words,
        }
    }
}

/// The quotations of `alignment`'s two articles, paired, in reading order of the left, then those of the right alone.
#[must_use]
pub fn quotation_pairs(
    story: &Story,
    alignment: &PairAlignment,
    wordings: &[LinkWording],
    groundwork: &Groundwork,
) -> Vec<QuotationPair> {
    let quoted = |side| groundwork.quotations.get(alignment.pair.on(side)).map_or(&[][..], |q| &q.quoted);
    let (left, right) = (quoted(Side::Left), quoted(Side::Right));
    let l = utterances(&story.articles[alignment.pair.left], left);
    let r = utterances(&story.articles[alignment.pair.right], right);
    let groups = groups(&l, &r, left, right, alignment);
    let held = Holding { story, alignment, groundwork, utterances: [&l, &r], quoted: [left, right] };
    let mut pairs: Vec<QuotationPair> = groups.iter().map(|group| held.against(group)).collect();
    let touching = [Touching::of(alignment, Side::Left), Touching::of(alignment, Side::Right)];
    for (side, own, all, touching) in [(Side::Left, &l, left, &touching[0]), (Side::Right, &r, right, &touching[1])] {
        let mut paired = vec![false; own.len()];
        for (ls, rs) in &groups {
            for at in if side == Side::Left { ls } else { rs } {
                paired[*at] = true;
            }
        }
        for (utterance, _) in own.iter().zip(&paired).filter(|(_, paired)| !**paired) {
            pairs.push(alone(story, alignment, wordings, groundwork, utterance, all, touching));
        }
    }
    let place = |pair: &QuotationPair| {
        let first = |parts: &[usize], all: &[Quotation]| parts.first().map_or(u32::MAX, |at| all[*at].span.start);
        (first(&pair.left, left), first(&pair.right, right))
    };
    pairs.sort_by_key(place);
    pairs
}

fn utterances(article: &Article, quoted: &[Quotation]) -> Vec<Utterance> {
    let mut out: Vec<(u32, Utterance)> = Vec::new();
    for (at, quotation) in quoted.iter().enumerate().filter(|(_, quotation)| !quotation.scare) {
        let first = article.token_at(quotation.inner.start);
        let inside = article.tokens[first..].iter().take_while(|token| token.span.start < quotation.inner.end);
        let tokens: Vec<Token> = inside.filter(|token| token.kind != TokenKind::Sign).copied().collect();
        match out.last_mut().filter(|(number, _)| *number == quotation.utterance) {
            Some((_, utterance)) => {
                utterance.parts.push(at);
                utterance.tokens.extend(tokens);
            }
            None => out.push((quotation.utterance, Utterance { parts: vec![at], tokens, words: Vec::new() })),
        }
    }
    out.into_iter()
        .map(|(_, mut utterance)| {
            utterance.tokens.truncate(LONGEST);
            utterance.words = utterance.tokens.iter().map(|token| token.word).collect();
            utterance
        })
        .filter(|utterance| utterance.words.len() >= TELLING)
        .collect()
}

/// Utterances on the left and on the right, as indices.
type Group = (Vec<usize>, Vec<usize>);

/// Utterances that answer to each other: those in linked passages that share most of the words of the shorter one.
fn groups(
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
    let mut ties: Vec<(usize, usize, usize)> = ties
        .into_iter()
        .filter_map(|(a, b)| {
            #[expect(clippy::cast_precision_loss, reason = "counts of words in a quotation")]
            let needed = SHARED * l[a].words.len().min(r[b].words.len()) as f32;
            #[expect(clippy::cast_precision_loss, reason = "counts of words in a quotation")]
            let is_enough = |kept: usize| kept as f32 >= needed && kept >= TELLING.min(3);
            // No order keeps more words than both have.
            let kept = || kept(&l[a].words, &r[b].words).iter().map(|(_, _, len)| len).sum();
            Some((a, b, is_enough(common(&bags_left[a], &bags_right[b])).then(kept).filter(|kept| is_enough(*kept))?))
        })
        .collect();
    thin(&mut ties);
    // Ties that share an utterance make one group.
    let mut groups: Vec<Group> = Vec::new();
    let (mut of_left, mut of_right) = (vec![None; l.len()], vec![None; r.len()]);
    for (a, b, _) in ties {
        let known: Option<usize> = of_left[a].or(of_right[b]);
        let group = known.unwrap_or_else(|| {
            groups.push((Vec::new(), Vec::new()));
            groups.len() - 1
        });
        if of_left[a].replace(group).is_none() {
            groups[group].0.push(a);
        }
        if of_right[b].replace(group).is_none() {
            groups[group].1.push(b);
        }
    }
    groups
}

/// An utterance that answers to more than this many of the other article, in passages that have no end, is tied to the one it
/// shares most with alone.
const MOST_ANSWERS: usize = 8;

/// Leaves of `ties` (on the left, on the right, words shared) so many that a group stays one a reader can read.
fn thin(ties: &mut Vec<(usize, usize, usize)>) {
    let most = |of: fn(&(usize, usize, usize)) -> usize| {
        let mut counts = BTreeMap::new();
        ties.iter().for_each(|tie| *counts.entry(of(tie)).or_insert(0) += 1);
        counts.into_values().max().unwrap_or(0)
    };
    if most(|tie| tie.0).max(most(|tie| tie.1)) <= MOST_ANSWERS {
        return;
    }
    // The strongest first; of equals the ones at a like depth.
    ties.sort_unstable_by_key(|(a, b, kept)| (Reverse(*kept), a.abs_diff(*b), a + b));
    let (mut left, mut right) = (BTreeSet::new(), BTreeSet::new());
    ties.retain(|(a, b, _)| !left.contains(a) && !right.contains(b) && left.insert(*a) && right.insert(*b));
    ties.sort_unstable();
}

/// Runs of words that both keep: where on the left, where on the right, how many.
fn kept(left: &[WordId], right: &[WordId]) -> Vec<(usize, usize, usize)> {
    capture_diff_slices(Algorithm::Myers, left, right)
        .iter()
        .filter_map(|op| match *op {
            DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_without_end_are_thinned_to_the_strongest_and_few_stay_as_they_are() {
        let mut few = vec![(0, 0, 5), (0, 1, 4), (1, 1, 9)];
        thin(&mut few);
        assert_eq!(few.len(), 3);
        let mut many: Vec<(usize, usize, usize)> =
            (0..20).flat_map(|a| (0..20).map(move |b| (a, b, if a == b { 9 } else { 8 }))).collect();
        thin(&mut many);
        assert_eq!(many, (0..20).map(|at| (at, at, 9)).collect::<Vec<_>>());
    }
}
