//! Which links touch the sentences that a quotation stands in.

use crate::{align::PairAlignment, compare::quotations::Quotation, story::Side};

/// Which links touch each sentence of one side.
pub(in crate::compare) struct Touching {
    /// The side.
    pub side: Side,
    /// Sentence and link, sorted.
    pairs: Vec<(u32, u32)>,
}

impl Touching {
    /// The links of `alignment`, by their sentences on `side`.
    pub fn of(alignment: &PairAlignment, side: Side) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut pairs: Vec<(u32, u32)> = (0u32..)
            .zip(&alignment.links)
            .flat_map(|(at, link)| link.on(side).iter().map(move |id| (count(id.index()), at)))
            .collect();
        pairs.sort_unstable();
        Self { side, pairs }
    }

    /// The links that touch a sentence of `quotations`, ascending, as indices into those of the pair.
    pub fn by(&self, quotations: &[&Quotation]) -> Vec<u32> {
        let from = |sentence: usize| self.pairs.partition_point(|(known, _)| (*known as usize) < sentence);
        let of = |quotation: &&Quotation| {
            let (first, last) = quotation.sentences;
            // An empty quotation may end before the sentence in which it begins.
            let range = from(first.index())..from(last.index() + 1);
            self.pairs.get(range).unwrap_or_default().iter().map(|(_, link)| *link)
        };
        let mut links: Vec<u32> = quotations.iter().flat_map(of).collect();
        links.sort_unstable();
        links.dedup();
        links
    }
}
