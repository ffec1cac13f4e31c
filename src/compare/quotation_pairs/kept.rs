//! Which words two quotations keep: the longest run that both have, then the longest before it and after it (Ratcliff and Obershelp 1988), so that a short
//! quotation is held against the words it was taken from, and not against the same small words all over a long one.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::text::vocabulary::WordId;

/// A run of words that both keep: where on the left, where on the right, how many.
pub(super) type Run = (usize, usize, usize);

/// Above this product of their lengths the words are compared by the shortest edit instead, which costs less.
const MOST_PAIRS: usize = 60_000;

/// Runs of words that both keep, in order.
pub(super) fn kept(left: &[WordId], right: &[WordId]) -> Vec<Run> {
    if left.len().saturating_mul(right.len()) > MOST_PAIRS {
        let ops = capture_diff_slices(Algorithm::Myers, left, right);
        let equal = ops.iter().filter_map(|op| match *op {
            DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
            _ => None,
        });
        return equal.collect();
    }
    let mut runs = Vec::new();
    let mut rest = vec![(0, left.len(), 0, right.len())];
    let mut lengths = vec![0_usize; right.len() + 1];
    while let Some((l_from, l_to, r_from, r_to)) = rest.pop() {
        let Some((l, r, len)) = longest(&left[l_from..l_to], &right[r_from..r_to], &mut lengths) else { continue };
        let (l, r) = (l + l_from, r + r_from);
        runs.push((l, r, len));
        rest.push((l_from, l, r_from, r));
        rest.push((l + len, l_to, r + len, r_to));
    }
    runs.sort_unstable();
    runs
}

/// The longest run of both, of equals the first; none where they share nothing.
fn longest(left: &[WordId], right: &[WordId], lengths: &mut [usize]) -> Option<Run> {
    let mut best: Option<Run> = None;
    lengths.fill(0);
    for (i, l) in left.iter().enumerate() {
        // From the right, so that the run that ends one before is still that of the word before.
        for (j, r) in right.iter().enumerate().rev() {
            let length = if l == r { lengths[j] + 1 } else { 0 };
            lengths[j + 1] = length;
            let run = (i + 1 - length.min(i + 1), j + 1 - length.min(j + 1), length);
            let better = |known: Run| length > known.2 || length == known.2 && run.0 + run.1 < known.0 + known.1;
            if length > 0 && best.is_none_or(better) {
                best = Some(run);
            }
        }
        lengths[0] = 0;
    }
    best
}

/// The runs with each cut between two of them moved to where a phrase begins: "[The rate explains little, and] the maps explain the rest", not "The [rate
/// explains little, and the] maps". `begins` tells where one does, by the index of a word on the left and on the right.
pub(super) fn at_phrases(
    mut runs: Vec<Run>,
    (left, right): (&[WordId], &[WordId]),
    begins: (impl Fn(usize) -> bool, impl Fn(usize) -> bool),
) -> Vec<Run> {
    for at in 1..runs.len() {
        let (before, after) = (runs[at - 1], runs[at]);
        let (l_gap, r_gap) = (before.0 + before.2..after.0, before.1 + before.2..after.1);
        let up = |words: &[WordId], gap: &std::ops::Range<usize>, begins: &dyn Fn(usize) -> bool| {
            let fits = |n: &usize| words[gap.start - n] == words[gap.end - n];
            let most = (1..=before.2.min(gap.len())).take_while(fits).last().unwrap_or(0);
            if begins(gap.start) { None } else { (1..=most).find(|n| begins(gap.start - n)) }
        };
        let shift = match (l_gap.is_empty(), r_gap.is_empty()) {
            (false, true) => up(left, &l_gap, &begins.0),
            (true, false) => up(right, &r_gap, &begins.1),
            _ => None,
        };
        if let Some(n) = shift {
            runs[at - 1].2 -= n;
            runs[at] = (after.0 - n, after.1 - n, after.2 + n);
        }
    }
    runs.retain(|run| run.2 > 0);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::vocabulary::Vocabulary;

    #[test]
    fn a_short_quotation_is_held_against_the_words_it_was_taken_from() {
        let mut vocabulary = Vocabulary::default();
        let mut words = |text: &str| text.split(' ').map(|word| vocabulary.intern(word)).collect::<Vec<_>>();
        let (long, short) =
            (words("you did as we asked you you came when the letter came"), words("you came when the letter came"));
        assert_eq!(kept(&long, &short), [(6, 0, 6)]);
        let (long, short) =
            (words("the rate explains little and the maps explain the rest"), words("the maps explain the rest"));
        assert_eq!(kept(&long, &short), [(5, 0, 5)]);
    }
}
