//! What became of each quotation in the other article: full, trimmed, altered, merged, split, reported without marks, given to
//! another speaker, or only here. Compares utterances (a quotation that an attribution or a paragraph divides is one) that linked
//! passages hold; the words are compared folded, so that typography is no difference, and articles and conjunctions alone make no other
//! quotation.

mod alone;
mod held;
mod kept;
mod short;
mod speakers;
mod touching;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use serde::Serialize;

pub(super) use self::touching::Touching;
use self::{
    alone::Alone,
    held::Holding,
    kept::{Run, kept},
    short::short_answers,
};
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

/// How two articles that have one quotation say who speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Speakers {
    /// Alike, or the text leaves it open.
    #[default]
    Alike,
    /// Two persons, each by name.
    Other,
    /// Two offices or bodies, neither by name.
    Office,
    /// One by name, the other by an office, a body or no one in particular, and the name is not in that article.
    Unnamed,
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
    /// What the two say of who speaks, where it is not the same.
    pub speakers: Speakers,
    /// Whether another pair has the same words in fuller form: an article may quote them twice.
    pub repeat: bool,
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
    /// Whether it is a word or two that the writer keeps at a distance.
    scare: bool,
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
    let (mut l, l_short) = utterances(&story.articles[alignment.pair.left], left);
    let (mut r, r_short) = utterances(&story.articles[alignment.pair.right], right);
    let touching = [Touching::of(alignment, Side::Left), Touching::of(alignment, Side::Right)];
    let mut groups = groups(&l, &r, left, right, alignment);
    let telling = (l.len(), r.len());
    l.extend(l_short);
    r.extend(r_short);
    short_answers(&mut groups, alignment, [&l, &r], [telling.0, telling.1], [left, right], &touching);
    let held = Holding { story, alignment, groundwork, utterances: [&l, &r], quoted: [left, right] };
    let mut pairs: Vec<QuotationPair> = groups.iter().map(|group| held.against(group)).collect();
    for side in Side::BOTH {
        let (own, count) = if side == Side::Left { (&l, telling.0) } else { (&r, telling.1) };
        let mut paired = vec![false; own.len()];
        for group in &groups {
            for at in if side == Side::Left { &group.left } else { &group.right } {
                paired[*at] = true;
            }
        }
        let quoted = if side == Side::Left { left } else { right };
        let alone = Alone {
            story,
            alignment,
            wordings,
            groundwork,
            quoted,
            touching: &touching[usize::from(side == Side::Right)],
        };
        let lone = own.iter().zip(&paired).take(count).filter(|(_, paired)| !**paired);
        pairs.extend(lone.map(|(utterance, _)| alone.pair(utterance)));
    }
    let place = |pair: &QuotationPair| {
        let first = |parts: &[usize], all: &[Quotation]| parts.first().map_or(u32::MAX, |at| all[*at].span.start);
        (first(&pair.left, left), first(&pair.right, right))
    };
    pairs.sort_by_key(place);
    pairs
}

/// The utterances of an article, those that tell something by themselves and those of few words, each in reading order.
fn utterances(article: &Article, quoted: &[Quotation]) -> (Vec<Utterance>, Vec<Utterance>) {
    let mut out: Vec<(u32, Utterance)> = Vec::new();
    for (at, quotation) in quoted.iter().enumerate() {
        let first = article.tokens.partition_point(|token| token.span.end <= quotation.inner.start);
        let inside = article.tokens[first..].iter().take_while(|token| token.span.start < quotation.inner.end);
        let tokens: Vec<Token> = inside.filter(|token| token.kind != TokenKind::Sign).copied().collect();
        match out
            .last_mut()
            .filter(|(number, known)| *number == quotation.utterance && !known.scare && !quotation.scare)
        {
            Some((_, utterance)) => {
                utterance.parts.push(at);
                utterance.tokens.extend(tokens);
            }
            None => {
                let scare = quotation.scare;
                out.push((quotation.utterance, Utterance { parts: vec![at], tokens, words: Vec::new(), scare }));
            }
        }
    }
    let all = out.into_iter().map(|(_, mut utterance)| {
        utterance.tokens.truncate(LONGEST);
        utterance.words = utterance.tokens.iter().map(|token| token.word).collect();
        utterance
    });
    all.partition(|utterance| !utterance.scare && utterance.words.len() >= TELLING)
}

/// Utterances that answer to each other, as indices.
#[derive(Clone, Debug, Default)]
struct Group {
    left: Vec<usize>,
    right: Vec<usize>,
    /// Whether another group has the same words in fuller form.
    repeat: bool,
}

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
    for Tie { left: a, right: b, .. } in ties {
        let known: Option<usize> = of_left[a].or(of_right[b]);
        let group = known.unwrap_or_else(|| {
            groups.push(Group::default());
            groups.len() - 1
        });
        if of_left[a].replace(group).is_none() {
            groups[group].left.push(a);
        }
        if of_right[b].replace(group).is_none() {
            groups[group].right.push(b);
        }
    }
    for Tie { left: a, right: b, .. } in repeats {
        if of_left[a].is_none() || of_right[b].is_none() {
            (of_left[a], of_right[b]) = (Some(groups.len()), Some(groups.len()));
            groups.push(Group { left: vec![a], right: vec![b], repeat: true });
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
