//! The heaviest part of a set of crossing pairs that keeps its order.

/// `weight` with its last bits taken from `mark`, which depends on what the pair says and not on where it stands: of two crossing
/// pairs of one weight the same one moves, whichever article stands on the left.
#[must_use]
pub fn told_apart(weight: u32, mark: u64) -> u64 {
    const BITS: u32 = 12;
    u64::from(weight) << BITS | mark >> (u64::BITS - BITS)
}

/// Which of `pairs`, each (place on the left, place on the right, weight), are on the heaviest chain that ascends on both sides.
/// Pairs that share a place on one side do not cross. The others are the lightest set whose moving explains the crossings.
///
/// A heaviest increasing subsequence (Gusfield 1997, 12.5) in O(n log n) by a Fenwick tree of running maxima. Of equally heavy chains the one with
/// the smaller sum of places wins at each step, then the one whose places are nearer to one another; where these are equal too, what stands
/// first on the left does, so that weights should differ ([`told_apart`]) where swapping the sides is to swap nothing.
#[must_use]
pub fn chain(pairs: &[(u32, u32, u64)]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_unstable_by_key(|at| (pairs[*at].0, pairs[*at].1));
    let places = pairs.iter().map(|pair| pair.1 as usize + 1).max().unwrap_or(0);
    // At a place on the right: the heaviest chain that ends there or before it, and its last pair.
    let mut tree: Vec<(u64, usize)> = vec![(0, usize::MAX); places + 1];
    let mut before = vec![usize::MAX; pairs.len()];
    let better = |a: (u64, usize), b: (u64, usize)| {
        let spread = |at: usize| {
            pairs.get(at).map_or((0, 0), |pair| (u64::from(pair.0) + u64::from(pair.1), pair.0.abs_diff(pair.1)))
        };
        a.0 > b.0 || (a.0 == b.0 && spread(a.1) < spread(b.1))
    };
    for at in order {
        let (_, right, weight) = pairs[at];
        let mut best = (0, usize::MAX);
        let mut node = right as usize + 1;
        while node > 0 {
            if better(tree[node], best) {
                best = tree[node];
            }
            node &= node - 1;
        }
        before[at] = best.1;
        let reached = (best.0 + weight.max(1), at);
        let mut node = right as usize + 1;
        while node <= places {
            if better(reached, tree[node]) {
                tree[node] = reached;
            }
            node += node & node.wrapping_neg();
        }
    }
    let mut on = vec![false; pairs.len()];
    let mut best = (0, usize::MAX);
    let mut node = places;
    while node > 0 {
        if better(tree[node], best) {
            best = tree[node];
        }
        node &= node - 1;
    }
    let mut at = best.1;
    while let Some(mark) = on.get_mut(at) {
        *mark = true;
        at = before[at];
    }
    on
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lighter_side_of_a_crossing_moves() {
        assert_eq!(chain(&[(0, 2, 1), (1, 0, 1), (2, 1, 1)]), [false, true, true]);
        assert_eq!(chain(&[(0, 2, 5), (1, 0, 1), (2, 1, 1)]), [true, false, false]);
        assert_eq!(chain(&[(0, 0, 1), (0, 1, 1), (1, 1, 1)]), [true, true, true], "a split and a merge do not cross");
        assert!(chain(&[]).is_empty());
    }
}
