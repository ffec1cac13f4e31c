//! Where a pair of passages stands against the links that keep their order: in its place, in a narrow gap, or out of order.

use super::chain::chain;

/// How many links of the order on either side of a place tell where its line runs.
const AROUND: usize = 3;
/// What is farther off the line is not told apart.
const FAR: u32 = 12;

/// The links that keep their order, to be asked by place.
#[derive(Debug)]
pub struct Order {
    /// On the chain, by left passage: (left, right), ascending on both sides.
    kept: Vec<(u32, u32)>,
    /// By left passage, how many of them stand before it; likewise for the passage after the last one of all.
    before_left: Vec<u32>,
    /// The same by right passage.
    before_right: Vec<u32>,
}

/// Where a pair stands against the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Between its neighbours' partners; so many passages are between these at the side with fewer, and at the other.
    InOrder(u32, u32),
    /// Beyond a neighbour's partner.
    Crossing,
}

impl Order {
    /// The order kept by the heaviest chain of `links`, each (left, right, weight), between articles of so many passages.
    #[must_use]
    pub fn new(mut links: Vec<(u32, u32, u64)>, (left, right): (usize, usize)) -> Self {
        links.sort_unstable();
        let on = chain(&links);
        let kept: Vec<(u32, u32)> = links.iter().zip(on).filter(|(_, on)| *on).map(|((l, r, _), _)| (*l, *r)).collect();
        let before_left = counted(kept.iter().map(|kept| kept.0), left);
        let before_right = counted(kept.iter().map(|kept| kept.1), right);
        Self { kept, before_left, before_right }
    }

    /// Where `l` and `r` stand. A pair that shares one of its passages with a link of the order may still stand in order.
    #[must_use]
    pub fn of(&self, l: u32, r: u32) -> Standing {
        // What shares a passage with the pair is neither before it nor after it, whichever side the passage is on.
        let (below_l, below_r) = (self.before_left[l as usize] as usize, self.before_right[r as usize] as usize);
        let (up_to_l, up_to_r) =
            (self.before_left[l as usize + 1] as usize, self.before_right[r as usize + 1] as usize);
        let at = |at: usize| self.kept.get(at);
        if below_l.checked_sub(1).and_then(at).is_some_and(|kept| kept.1 > r)
            || at(up_to_l).is_some_and(|kept| kept.1 < r)
        {
            return Standing::Crossing;
        }
        let floor = below_l.min(below_r).checked_sub(1).and_then(at);
        let roof = at(up_to_l.max(up_to_r));
        // Before the first link of the order, and after its last, an article runs from its beginning and to its end.
        let (first_l, first_r) = floor.map_or((0, 0), |kept| (kept.0 + 1, kept.1 + 1));
        let (end_l, end_r) =
            roof.copied().unwrap_or((self.before_left.len() as u32 - 1, self.before_right.len() as u32 - 1));
        let (on_left, on_right) = (end_l.saturating_sub(first_l), end_r.saturating_sub(first_r));
        Standing::InOrder(on_left.min(on_right), on_left.max(on_right))
    }

    /// How many passages `l` and `r` are off the line that the links of the order around them follow, at most [`FAR`].
    #[must_use]
    pub fn astray(&self, l: u32, r: u32) -> u32 {
        let around = [self.before_left[l as usize], self.before_right[r as usize]].into_iter().flat_map(|at| {
            let at = at as usize;
            let range = at.saturating_sub(AROUND)..(at + AROUND).min(self.kept.len());
            self.kept.get(range).unwrap_or_default()
        });
        let off = |kept: &(u32, u32)| {
            (i64::from(l) - i64::from(kept.0)).abs_diff(i64::from(r) - i64::from(kept.1)).min(u64::from(FAR)) as u32
        };
        around.map(off).min().unwrap_or(FAR)
    }
}

/// For each of so many `passages`, and for the one after the last, how many of `ascending` stand before it.
fn counted(ascending: impl Iterator<Item = u32>, passages: usize) -> Vec<u32> {
    let mut before = vec![0; passages + 1];
    ascending.for_each(|passage| before[passage as usize + 1] += 1);
    for passage in 0..passages {
        before[passage + 1] += before[passage];
    }
    before
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_pair_that_shares_a_passage_stands_between_what_it_shares_none_with() {
        let order = Order::new(vec![(0, 0, 9), (3, 5, 9), (4, 5, 9), (6, 7, 9)], (8, 8));
        assert_eq!(order.of(5, 5), Standing::InOrder(5, 6), "in the gap from (0, 0) to (6, 7)");
        assert_eq!(order.of(5, 6), Standing::InOrder(1, 1));
        assert_eq!(order.of(5, 4), Standing::Crossing);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn the_side_does_not_matter(links in prop::collection::vec((0_u32..8, 0_u32..8), 0..12), l in 0_u32..8, r in 0_u32..8) {
            // Weights that no two sums of share, so that there is one heaviest chain.
            let links: Vec<(u32, u32, u64)> = (0..).zip(links).map(|(at, (l, r))| (l, r, (1 << 20) + (1 << at))).collect();
            let mirrored = links.iter().map(|(l, r, weight)| (*r, *l, *weight)).collect();
            prop_assert_eq!(Order::new(links, (8, 8)).of(l, r), Order::new(mirrored, (8, 8)).of(r, l));
        }
    }
}
