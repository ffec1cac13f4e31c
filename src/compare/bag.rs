//! Passages as bags of words: what two of them have in common in whatever order, which is the most that any order can keep.

use std::cmp::Ordering;

use crate::text::vocabulary::WordId;

/// The words of a passage by their numbers.
pub(super) fn bag(words: &[WordId]) -> Vec<WordId> {
    let mut words = words.to_vec();
    words.sort_unstable();
    words
}

/// How many words two bags have in common.
pub(super) fn common(left: &[WordId], right: &[WordId]) -> usize {
    let (mut l, mut r, mut both) = (0, 0, 0);
    while l < left.len() && r < right.len() {
        match left[l].cmp(&right[r]) {
            Ordering::Less => l += 1,
            Ordering::Greater => r += 1,
            Ordering::Equal => (l, r, both) = (l + 1, r + 1, both + 1),
        }
    }
    both
}
