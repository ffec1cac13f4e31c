//! Which words two quotations keep: the longest run that both have, then the longest before it and after it (Ratcliff and Obershelp 1988), so that a short
//! quotation is held against the words it was taken from, and not against the same small words all over a long one.

use std::ops::Range;

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
    if left == right {
        return if left.is_empty() { Vec::new() } else { vec![(0, 0, left.len())] };
    }
    let places = Places::of(left, right);
    let mut ends = vec![End::default(); right.len()];
    let mut runs = Vec::new();
    let mut rest = vec![(0..left.len(), 0..right.len())];
    while let Some((on_left, on_right)) = rest.pop() {
        let Some((l, r, len)) = places.longest(on_left.clone(), on_right.clone(), &mut ends) else { continue };
        runs.push((l, r, len));
        rest.push((on_left.start..l, on_right.start..r));
        rest.push((l + len..on_left.end, r + len..on_right.end));
    }
    runs.sort_unstable();
    runs
}

/// Where each word of the left stands on the right, so that only the pairs of equal words are gone through: few of all pairs.
struct Places {
    /// The words of the right by number, then place.
    right: Vec<(WordId, usize)>,
    /// For each word of the left where it stands in `right`.
    of_left: Vec<Range<usize>>,
}

/// The run that ends at a word of the right: the last word of the left it was met with, counted from 1, and how long it was.
#[derive(Clone, Copy, Default)]
struct End {
    left: usize,
    length: usize,
}

impl Places {
    fn of(left: &[WordId], right: &[WordId]) -> Self {
        let mut places: Vec<(WordId, usize)> = right.iter().copied().zip(0..).collect();
        places.sort_unstable();
        let range = |word: &WordId| {
            let from = places.partition_point(|(known, _)| known < word);
            from..from + places[from..].partition_point(|(known, _)| known == word)
        };
        Self { of_left: left.iter().map(range).collect(), right: places }
    }

    /// The longest run of both in these stretches, of equals the first; none where they share nothing. Of `ends` only what this call
    /// has written is read: the word before on both sides is of these stretches, and was met there if it is met at all.
    fn longest(&self, on_left: Range<usize>, on_right: Range<usize>, ends: &mut [End]) -> Option<Run> {
        let mut best: Option<Run> = None;
        for l in on_left.clone() {
            let places = &self.right[self.of_left[l].clone()];
            let from = places.partition_point(|(_, r)| *r < on_right.start);
            // From the right, so that the run that ends one before is still that of the word before.
            for (_, r) in places[from..].iter().rev().skip_while(|(_, r)| *r >= on_right.end) {
                let before = if l > on_left.start && *r > on_right.start { ends[r - 1] } else { End::default() };
                let length = if before.left == l { before.length + 1 } else { 1 };
                ends[*r] = End { left: l + 1, length };
                let run = (l + 1 - length, r + 1 - length, length);
                let better = |known: Run| length > known.2 || length == known.2 && run.0 + run.1 < known.0 + known.1;
                if best.is_none_or(better) {
                    best = Some(run);
                }
            }
        }
        best
    }
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
        let up = |words: &[WordId], gap: &Range<usize>, begins: &dyn Fn(usize) -> bool| {
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
    use std::cmp::Reverse;

    use proptest::prelude::*;

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

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_longest_run_is_kept_and_of_equals_the_first(left in words(), right in words()) {
            let all = (0..left.len()).flat_map(|l| (0..right.len()).map(move |r| (l, r)));
            let run = |(l, r)| (l, r, left[l..].iter().zip(&right[r..]).take_while(|(a, b)| a == b).count());
            let longest = all.map(run).filter(|run| run.2 > 0).min_by_key(|(l, r, len)| (Reverse(*len), l + r, *l));
            prop_assert!(longest.is_none_or(|run| kept(&left, &right).contains(&run)));
        }
    }

    fn words() -> impl Strategy<Value = Vec<WordId>> {
        prop::collection::vec((0_u32..4).prop_map(WordId::beyond), 0..12)
    }
}
