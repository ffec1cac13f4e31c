//! Which ties of paragraphs can be set level together, and weigh most.

use std::collections::BTreeMap;

/// Which of `ties`, each (paragraph on the left, paragraph on the right, weight) and in this order, are on the heaviest chain that rows can be made
/// of: each stands below the one before it on both sides, or goes on where that one ends: with the same paragraph of one article
/// and the next of the other. A chain that skips a paragraph on one side and repeats one on the other has no row.
///
/// By dynamic programming over the ties, the best chain above and to the left kept in a Fenwick tree of running maxima, in O(n log n). Of
/// equally heavy chains that of the first tie wins; weights should differ.
#[must_use]
pub fn levels(ties: &[(u32, u32, u64)]) -> Vec<bool> {
    let places = ties.iter().map(|tie| tie.1 as usize + 1).max().unwrap_or(0);
    // At a place on the right: the heaviest chain that ends there or before it, of the lines of the left above the present one.
    let mut tree: Vec<(u64, Option<usize>)> = vec![(0, None); places + 1];
    let mut reached: Vec<(u64, Option<usize>)> = Vec::with_capacity(ties.len());
    let mut at_place: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    let mut line = 0;
    for (at, (left, right, weight)) in ties.iter().enumerate() {
        // What ends in this line of the left is no chain for another tie of it.
        while ties.get(line).is_some_and(|tie| tie.0 < *left) {
            let (sum, mut node) = (reached[line].0, ties[line].1 as usize + 1);
            while node <= places {
                if sum > tree[node].0 {
                    tree[node] = (sum, Some(line));
                }
                node += node & node.wrapping_neg();
            }
            line += 1;
        }
        let mut best = (0, None);
        let mut node = *right as usize;
        while node > 0 {
            if tree[node].0 > best.0 {
                best = tree[node];
            }
            node &= node - 1;
        }
        let goes_on =
            [left.checked_sub(1).map(|left| (left, *right)), right.checked_sub(1).map(|right| (*left, right))];
        for before in goes_on.into_iter().flatten().filter_map(|place| at_place.get(&place)) {
            if reached[*before].0 > best.0 {
                best = (reached[*before].0, Some(*before));
            }
        }
        at_place.insert((*left, *right), at);
        reached.push((best.0 + (*weight).max(1), best.1));
    }
    let mut on = vec![false; ties.len()];
    let mut last = (0..ties.len()).reduce(|best, at| if reached[at].0 > reached[best].0 { at } else { best });
    while let Some(at) = last {
        on[at] = true;
        last = reached[at].1;
    }
    on
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heavier_of_two_ties_that_no_row_can_hold_together_stays() {
        assert_eq!(levels(&[(2, 2, 1), (2, 4, 9)]), [false, true]);
        assert_eq!(levels(&[(2, 2, 9), (2, 4, 1)]), [true, false]);
        assert_eq!(levels(&[(2, 2, 1), (2, 3, 1), (3, 3, 1)]), [true, true, true], "a split that goes on as a merge");
        assert_eq!(levels(&[(1, 1, 3), (1, 3, 4), (2, 2, 3)]), [true, false, true], "below on both sides");
        assert_eq!(levels(&[(0, 2, 5), (1, 1, 3), (2, 2, 3)]), [false, true, true]);
        assert!(levels(&[]).is_empty());
    }
}
