//! Which words two sequences keep: the longest common subsequence, read as a person would read it.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::{
    compare::{
        bag::{bag, common},
        weights::Weights,
    },
    text::vocabulary::{Vocabulary, WordId},
};

/// Weights kept by both sides, one after the other.
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

/// The blocks of words that `left` and `right` both keep, in order; none when the two are too long to be compared. Exchanging the
/// sides exchanges the result.
pub(super) fn blocks(left: &[WordId], right: &[WordId], vocabulary: &Vocabulary) -> Option<Vec<Block>> {
    let start = left.iter().zip(right).take_while(|(l, r)| l == r).count();
    let (l, r) = (&left[start..], &right[start..]);
    let end = l.iter().rev().zip(r.iter().rev()).take_while(|(l, r)| l == r).count();
    let (l, r) = (&l[..l.len() - end], &r[..r.len() - end]);
    if l.len().saturating_mul(r.len()) > MOST_PAIRS || fewest_steps(l, r) > MOST_STEPS {
        return None;
    }
    let mut blocks = vec![Block { left: 0, right: 0, len: start }];
    // The shorter side goes first, then the one whose first word is first in the alphabet (the first words differ), so that the
    // result does not hang on which article was named first. Figures of several words have no form, and ids by their values.
    let beyond = |word: &WordId| if vocabulary.form(*word).is_empty() { word.index() } else { 0 };
    let rank =
        |words: &[WordId]| (words.len(), words.first().map(|word| vocabulary.form(*word)), words.first().map(beyond));
    let swap = rank(r) < rank(l);
    let ops =
        if swap { capture_diff_slices(Algorithm::Myers, r, l) } else { capture_diff_slices(Algorithm::Myers, l, r) };
    blocks.extend(ops.iter().filter_map(|op| match *op {
        DiffOp::Equal { old_index, new_index, len } => {
            let (left, right) = if swap { (new_index, old_index) } else { (old_index, new_index) };
            Some(Block { left: start + left, right: start + right, len })
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

/// Drops the islands: blocks that say so little between two changes that the reader would see confetti. The smallest goes first,
/// because its going makes the changes beside it longer.
pub(super) fn without_islands(
    left: &[WordId],
    right: &[WordId],
    mut blocks: Vec<Block>,
    weights: &Weights,
) -> Vec<Block> {
    let content =
        |block: &Block| -> f32 { left[block.left..][..block.len].iter().map(|word| weights.weight(*word)).sum() };
    loop {
        let drowned = (0..blocks.len())
            .filter_map(|at| {
                let block = blocks[at];
                let before = blocks.get(at.wrapping_sub(1)).map_or((0, 0), |b| (b.left + b.len, b.right + b.len));
                let after = blocks.get(at + 1).map_or((left.len(), right.len()), |b| (b.left, b.right));
                let gap_before = (block.left - before.0).max(block.right - before.1);
                let gap_after = (after.0 - block.left - block.len).max(after.1 - block.right - block.len);
                #[expect(clippy::cast_precision_loss, reason = "counts of words in a passage")]
                let needed = (STANDS_PER_WORD * gap_before.min(gap_after) as f32).min(STANDS_AT_MOST);
                let content = content(&block);
                (gap_before > 0 && gap_after > 0 && content < needed).then_some((content, at))
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn endless_passages_are_compared_where_they_share_most_words_and_not_where_they_share_few() {
        let mut vocabulary = Vocabulary::default();
        let mut words = |from: usize| -> Vec<WordId> {
            (from..from + 700).map(|n| vocabulary.intern(&format!("word{}", n * 7919 % 100_003))).collect()
        };
        let (one, other) = (words(0), words(400));
        let mut edited = one.clone();
        edited.swap(100, 400);
        assert_eq!(blocks(&one, &other, &vocabulary), None);
        let kept = blocks(&one, &edited, &vocabulary).unwrap();
        assert_eq!(kept.iter().map(|block| block.len).sum::<usize>(), 698);
    }
}
