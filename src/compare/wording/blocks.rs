//! Which words two sequences keep: the longest common subsequence, read as a person would read it.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::passage::Passage;
use crate::{
    align::WordWeights,
    compare::{
        bag::{bag, common},
        weights::Weights,
    },
    text::{script::is_syllabic, vocabulary::WordId},
};

/// Words kept by both sides, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub left: usize,
    pub right: usize,
    pub len: usize,
}

/// Above this product of the lengths (after the common start and end are set aside) two passages are not compared word by word: some
/// 3,000 words against as many. No passage a person wrote comes near.
const MOST_PAIRS: usize = 10_000_000;

/// Above this many steps the search for kept words (Myers 1986: the words of both times the words that differ) is not begun: two
/// passages of 300 words that share little. Text without a stop is cut into passages of 700 words, and each would cost milliseconds.
const MOST_STEPS: usize = 400_000;

/// The blocks of words that `left` and `right` both keep, in order; none when the two are too long to be compared.
pub(super) fn blocks(left: &[WordId], right: &[WordId]) -> Option<Vec<Block>> {
    let start = left.iter().zip(right).take_while(|(l, r)| l == r).count();
    let (l, r) = (&left[start..], &right[start..]);
    let end = l.iter().rev().zip(r.iter().rev()).take_while(|(l, r)| l == r).count();
    let (l, r) = (&l[..l.len() - end], &r[..r.len() - end]);
    if l.len().saturating_mul(r.len()) > MOST_PAIRS || fewest_steps(l, r) > MOST_STEPS {
        return None;
    }
    let ops = capture_diff_slices(Algorithm::Myers, l, r);
    let mut blocks = Vec::with_capacity(ops.len() + 2);
    blocks.push(Block { left: 0, right: 0, len: start });
    blocks.extend(ops.iter().filter_map(|op| match *op {
        DiffOp::Equal { old_index, new_index, len } => {
            Some(Block { left: start + old_index, right: start + new_index, len })
        }
        _ => None,
    }));
    blocks.push(Block { left: start + l.len(), right: start + r.len(), len: end });
    Some(joined(blocks))
}

/// How many steps it takes at least to find what the two keep: they cannot keep more words than both have, in whatever order.
fn fewest_steps(left: &[WordId], right: &[WordId]) -> usize {
    let all = left.len() + right.len();
    if all.saturating_mul(all) <= MOST_STEPS {
        return 0;
    }
    let both = common(&bag(left), &bag(right));
    all * (all - 2 * both)
}

/// Without empty blocks, and with neighbours that touch on both sides made one.
fn joined(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks.into_iter().filter(|block| block.len > 0) {
        match out.last_mut() {
            Some(last) if last.left + last.len == block.left && last.right + last.len == block.right => {
                last.len += block.len
            }
            _ => out.push(block),
        }
    }
    out
}

/// How much a block must say to stand between two changes, for each word of the smaller of them, and at most.
const STANDS_PER_WORD: f32 = 0.25;
const STANDS_AT_MOST: f32 = 2.0;
/// What a small word says between two exchanges of words.
const SMALL_WORD: f32 = 0.05;

/// Passages that keep less than this share of what they tell are mostly changed.
const MOSTLY: f32 = 0.5;

/// What two passages keep, seen by what it says.
pub(super) struct Kept<'a, 'p> {
    pub left: &'p Passage<'a>,
    pub right: &'p Passage<'a>,
    pub weights: &'p Weights,
    pub pair: &'p WordWeights,
}

impl Kept<'_, '_> {
    /// Drops the islands: blocks that say so little between two changes that the reader would see confetti. The smallest goes first, because
    /// its going makes the changes beside it longer. Where most of what the passages tell is changed, small words between two exchanges of words
    /// are no island; beside an exchange of figures they are, since that stands alone.
    pub fn without_islands(&self, mut blocks: Vec<Block>) -> Vec<Block> {
        let (left, right) = (&self.left.words, &self.right.words);
        let mostly_changed = blocks.len() > 2 && self.share(&blocks) < MOSTLY;
        loop {
            let drowned = (0..blocks.len())
                .filter_map(|at| {
                    let block = blocks[at];
                    let before =
                        gap(at.checked_sub(1).map(|before| blocks[before]), Some(block), (left.len(), right.len()));
                    let after = gap(Some(block), blocks.get(at + 1).copied(), (left.len(), right.len()));
                    let least = before.0.len().max(before.1.len()).min(after.0.len().max(after.1.len()));
                    if least == 0 {
                        return None;
                    }
                    #[expect(clippy::cast_precision_loss, reason = "counts of words in a passage")]
                    let needed = (STANDS_PER_WORD * least as f32).min(STANDS_AT_MOST);
                    let exchanges = || self.exchanges_words(&before) && self.exchanges_words(&after);
                    let content = self.says(block, mostly_changed && exchanges());
                    (content < needed).then_some((content, at))
                })
                .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            match drowned {
                Some((_, at)) => {
                    blocks.remove(at);
                }
                None => return blocks,
            }
        }
    }

    /// How much `block` says; little where its small words count for little.
    fn says(&self, block: Block, small_are_little: bool) -> f32 {
        if self.is_part_of_a_word(block) {
            return 0.0;
        }
        let says = |word: &WordId| match small_are_little && !self.tells(*word) {
            true => SMALL_WORD,
            false => self.weights.weight(*word),
        };
        self.left.words[block.left..][..block.len].iter().map(says).sum()
    }

    /// Whether `block` is a single letter of a script that sets no spaces and writes a word with several.
    fn is_part_of_a_word(&self, block: Block) -> bool {
        let first = || self.left.tokens[block.left].span.of(&self.left.article.text).chars().next();
        block.len == 1 && first().is_some_and(is_syllabic)
    }

    fn tells(&self, word: WordId) -> bool {
        self.weights.tells(word, self.pair)
    }

    /// Whether words stand on both sides of a gap, and not figures alone.
    fn exchanges_words(&self, (left, right): &(Range<usize>, Range<usize>)) -> bool {
        let figures = self.left.is_of_figures(left) && self.right.is_of_figures(right);
        !figures && !left.is_empty() && !right.is_empty()
    }

    /// Holds on to a word that tells where a small word was kept in its stead: "in [1961 in] Ystad [in 1962]" and not "in [1961 > Ystad] in
    /// [Ystad > 1962]".
    pub fn anchored(&self, mut blocks: Vec<Block>) -> Vec<Block> {
        let ends = (self.left.words.len(), self.right.words.len());
        for at in 0..blocks.len() {
            let block = blocks[at];
            let island = &self.left.words[block.left..][..block.len];
            if block.len > LONGEST_ISLAND || island.iter().any(|word| self.tells(*word)) {
                continue;
            }
            let before = gap(at.checked_sub(1).map(|before| blocks[before]), Some(block), ends);
            let after = gap(Some(block), blocks.get(at + 1).copied(), ends);
            let near = |range: &Range<usize>| (1..=FAR).contains(&range.len());
            if ![&before.0, &before.1, &after.0, &after.1].into_iter().all(near) {
                continue;
            }
            let kept = |lefts: &Range<usize>, rights: &Range<usize>| {
                let (l, r) = (&self.left.words, &self.right.words);
                let pair = |left: usize| rights.clone().find(|right| l[left] == r[*right]).map(|right| (left, right));
                // A figure stands where it counts something.
                let tells = |at: &usize| self.tells(l[*at]) && !self.left.is_of_figures(&(*at..at + 1));
                let (left, right) = lefts.clone().filter(tells).find_map(pair)?;
                let more = (left..lefts.end).zip(right..rights.end).take_while(|(left, right)| l[*left] == r[*right]);
                Some(Block { left, right, len: more.count() })
            };
            // Both at once would cross: then nothing is better than what there is.
            match (kept(&after.0, &before.1), kept(&before.0, &after.1)) {
                (Some(block), None) | (None, Some(block)) => blocks[at] = block,
                _ => {}
            }
        }
        blocks
    }

    /// The share of what the two passages tell that `blocks` keep, from 0 to 1; two passages that tell nothing keep everything.
    pub fn share(&self, blocks: &[Block]) -> f32 {
        let (left, right) = (&self.left.words, &self.right.words);
        let by = |says: &dyn Fn(&WordId) -> f32| {
            let all: f32 = left.iter().chain(right).map(says).sum();
            let kept: f32 = blocks.iter().flat_map(|block| &left[block.left..][..block.len]).map(says).sum();
            (all > 0.0).then_some(2.0 * kept / all)
        };
        let told = |word: &WordId| if self.tells(*word) { self.weights.weight(*word) } else { 0.0 };
        by(&told).or_else(|| by(&|word| self.weights.weight(*word))).unwrap_or(1.0)
    }
}

/// Longer islands, in words, are not looked at again, nor gaps beside them.
const LONGEST_ISLAND: usize = 3;
const FAR: usize = 12;

/// What stands between two blocks on either side; from the beginning and to the end where there is none.
fn gap(before: Option<Block>, after: Option<Block>, ends: (usize, usize)) -> (Range<usize>, Range<usize>) {
    let from = before.map_or((0, 0), |block| (block.left + block.len, block.right + block.len));
    let to = after.map_or(ends, |block| (block.left, block.right));
    (from.0..to.0, from.1..to.1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::text::vocabulary::Vocabulary;

    #[test]
    fn endless_passages_are_compared_where_they_share_most_words_and_not_where_they_share_few() {
        let mut vocabulary = Vocabulary::default();
        let mut words = |from: usize| -> Vec<WordId> {
            (from..from + 700).map(|n| vocabulary.intern(&format!("word{}", n * 7919 % 100_003))).collect()
        };
        let (one, other) = (words(0), words(400));
        let mut edited = one.clone();
        edited.swap(100, 400);
        assert_eq!(blocks(&one, &other), None);
        let kept = blocks(&one, &edited).unwrap();
        assert_eq!(kept.iter().map(|block| block.len).sum::<usize>(), 698);
    }
}
