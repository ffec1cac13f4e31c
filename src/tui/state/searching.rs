//! A search that is on: what is looked for, where it was found, where `n` stops.

use std::sync::Arc;

use super::{Reading, place::Stop};
use crate::{
    page::Hits,
    tui::search::{Found, Query},
};

/// A search that is on.
#[derive(Debug)]
pub struct Searching {
    /// What is looked for.
    pub query: Query,
    /// Where it was found, in every article of the story.
    pub found: Found,
    /// Its places in the articles that are shown, in the order in which they are read.
    pub stops: Vec<Stop>,
    /// The same for the page to mark.
    hits: Arc<Hits>,
}

impl Searching {
    /// The search for `query`, which `found` has found.
    #[must_use]
    pub fn new(query: Query, found: Found) -> Self {
        let hits = Arc::new(found.hits(None));
        Self { query, found, stops: Vec::new(), hits }
    }

    /// Marks the places on the page of `reading`, if they are not, and sets the stops.
    pub fn mark(&mut self, reading: &mut Reading) {
        let spread = &reading.page.spread;
        let mut stops = Vec::new();
        for (column, shown) in spread.columns.iter().enumerate() {
            let (mut row, mut end) = (0, Some(0u32));
            for place in self.found.places.get(shown.article.index()).into_iter().flatten() {
                // Places stand in order: most are of the row of the one before.
                if end.is_none_or(|end| place.start >= end) {
                    (row, end) = spread.row_until(column, place.start);
                }
                stops.push(Stop { row, column, offset: place.start });
            }
        }
        // Those of each column are in order already, and a stable sort makes use of that.
        stops.sort();
        self.stops = stops;
        self.show(reading);
    }

    /// Makes the place where `reading` is the current one.
    pub fn show(&mut self, reading: &mut Reading) {
        let anchor = reading.anchor;
        let current = anchor.and_then(|anchor| {
            let places = self.found.places.get(anchor.article.index())?;
            let at = places.partition_point(|place| place.start < anchor.offset);
            places.get(at).filter(|place| place.start == anchor.offset).map(|place| (anchor.article, *place))
        });
        if self.hits.current != current {
            self.hits = Arc::new(self.found.hits(current));
        }
        if !Arc::ptr_eq(&reading.page.hits, &self.hits) {
            reading.page.hits = Arc::clone(&self.hits);
            reading.relay();
        }
    }
}
