//! Where a pair of passages stands against the links that keep their order: in its place, in a narrow gap, or out of order.

use super::chain::chain;

/// The links that keep their order, to be asked by place.
#[derive(Debug)]
pub struct Order {
    /// On the chain, by left passage: (left, right), ascending on both sides.
    kept: Vec<(u32, u32)>,
}

/// Where a pair stands against the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Between its neighbours' partners; so many passages are between these at the side with fewer.
    InOrder(u32),
    /// Beyond a neighbour's partner.
    Crossing,
}

impl Order {
    /// The order kept by the heaviest chain of `links`, each (left, right, weight).
    #[must_use]
    pub fn new(mut links: Vec<(u32, u32, u64)>) -> Self {
        links.sort_unstable();
        let on = chain(&links);
        Self { kept: links.iter().zip(on).filter(|(_, on)| *on).map(|((l, r, _), _)| (*l, *r)).collect() }
    }

    /// Where `l` and `r` stand. A pair that shares one of its passages with a link of the order may still stand in order.
    #[must_use]
    pub fn of(&self, l: u32, r: u32) -> Standing {
        let before = self.kept.partition_point(|kept| kept.0 < l);
        let after = self.kept.partition_point(|kept| kept.0 <= l);
        let floor = before.checked_sub(1).map(|at| self.kept[at]);
        let roof = self.kept.get(after);
        if floor.is_some_and(|kept| kept.1 > r) || roof.is_some_and(|kept| kept.1 < r) {
            return Standing::Crossing;
        }
        let gap =
            |from: Option<u32>, to: Option<u32>| to.unwrap_or(u32::MAX).saturating_sub(from.map_or(0, |from| from + 1));
        let on_left = gap(floor.map(|kept| kept.0), roof.map(|kept| kept.0));
        let on_right = gap(floor.map(|kept| kept.1), roof.map(|kept| kept.1));
        Standing::InOrder(on_left.min(on_right))
    }
}
