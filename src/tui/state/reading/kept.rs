//! The spreads that were read last: turning back to one takes no time, however long the articles are.

use std::sync::Arc;

use crate::{
    page::{Compared, Spread},
    story::{PairId, Side, Story},
    tui::state::base_of,
};

/// So many: the two articles, and each of them alone.
const MOST: usize = 3;

/// What a spread shows.
#[derive(Clone, Debug)]
struct Shown {
    story: Arc<Story>,
    pair: PairId,
    only: Option<Side>,
    /// The comparison of the two, and that of the third with the base.
    compared: [Option<Compared>; 2],
}

impl Shown {
    fn is(&self, other: &Self) -> bool {
        let same = |(one, other): (&Option<Compared>, &Option<Compared>)| match (one, other) {
            (Some(one), Some(other)) => Arc::ptr_eq(&one.marks, &other.marks),
            (one, other) => one.is_none() && other.is_none(),
        };
        Arc::ptr_eq(&self.story, &other.story)
            && (self.pair, self.only) == (other.pair, other.only)
            && self.compared.iter().zip(&other.compared).all(same)
    }

    fn spread(&self) -> Spread {
        let (story, base) = (Arc::clone(&self.story), base_of(self.pair));
        match (&self.compared, self.only) {
            ([Some(compared), beside], None) => beside
                .as_ref()
                .and_then(|beside| Spread::three(story.clone(), self.pair.left, compared, beside))
                .unwrap_or_else(|| Spread::pair(story, compared, base)),
            ([Some(compared), _], Some(place)) => Spread::single(story, compared, base, place),
            ([None, _], _) => Spread::unaligned(story, self.pair.left, self.pair.right),
        }
    }
}

/// The spreads that were read last, the latest behind.
#[derive(Debug, Default)]
pub(super) struct Kept {
    spreads: Vec<(Shown, Arc<Spread>)>,
}

impl Kept {
    /// The spread of `pair`, base left, or of the `only` one of the two, as far as it is `compared`, with the third article that is compared with
    /// the base `beside` the two.
    pub(super) fn spread(
        &mut self,
        story: &Arc<Story>,
        (pair, only): (PairId, Option<Side>),
        compared: Option<&Compared>,
        beside: Option<&Compared>,
    ) -> Arc<Spread> {
        let wanted = Shown { story: Arc::clone(story), pair, only, compared: [compared.cloned(), beside.cloned()] };
        // What was made of texts that are gone is not held any longer.
        self.spreads.retain(|(shown, _)| Arc::ptr_eq(&shown.story, story));
        let spread = match self.spreads.iter().position(|(shown, _)| shown.is(&wanted)) {
            Some(at) => self.spreads.remove(at).1,
            None => Arc::new(wanted.spread()),
        };
        self.spreads.push((wanted, Arc::clone(&spread)));
        self.spreads.drain(..self.spreads.len().saturating_sub(MOST));
        spread
    }
}
