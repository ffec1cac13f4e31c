//! Stretches of a text that may lie over one another. May be asked which of them meet a place, without looking at all of them.

use super::span::Span;

/// Stretches by their place, each with what it is of.
#[derive(Debug)]
pub struct Overlapping<T> {
    places: Vec<(Span, T)>,
    /// For each of them, how far it or any before it reaches, in bytes: ascending, so that a place is found by halving.
    reach: Vec<u32>,
}

impl<T> Default for Overlapping<T> {
    fn default() -> Self {
        Self { places: Vec::new(), reach: Vec::new() }
    }
}

impl<T: Ord> Overlapping<T> {
    /// The stretches `places`, in any order.
    #[must_use]
    pub fn new(mut places: Vec<(Span, T)>) -> Self {
        places.sort_unstable();
        let furthest = |reach: &mut u32, (span, _): &(Span, T)| {
            *reach = span.end.max(*reach);
            Some(*reach)
        };
        let reach = places.iter().scan(0, furthest).collect();
        Self { places, reach }
    }

    /// Those that share a byte with `within`, by their place.
    pub fn meeting(&self, within: Span) -> impl Iterator<Item = &(Span, T)> {
        let first = self.reach.partition_point(|reach| *reach <= within.start);
        let end = self.places.partition_point(|(place, _)| place.start < within.end);
        let near = self.places.get(first..end).unwrap_or_default();
        near.iter().filter(move |(place, _)| place.meets(within))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn all_that_meet_are_found(spans in prop::collection::vec((0_usize..60, 0_usize..40), 0..12), at in 0_usize..60, long in 0_usize..20) {
            let within = Span::new(at, at + long);
            let mut places: Vec<(Span, usize)> =
                spans.iter().enumerate().map(|(n, (start, long))| (Span::new(*start, start + long), n)).collect();
            let found: Vec<_> = Overlapping::new(places.clone()).meeting(within).copied().collect();
            places.retain(|(span, _)| span.meets(within));
            places.sort_unstable();
            prop_assert_eq!(found, places);
        }
    }
}
