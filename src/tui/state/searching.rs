//! A search that is on: what is looked for, where it was found, where `n` stops.

use std::sync::Arc;

use super::{
    Reading,
    place::{Anchor, Stop},
};
use crate::{
    page::{Hits, Spread},
    story::ArticleId,
    tui::search::{Found, Query},
};

/// A search that is on.
#[derive(Clone, Debug)]
pub struct Searching {
    /// What is looked for.
    pub query: Query,
    /// Where it was found, in every article of the story.
    pub found: Found,
    /// Its places in the articles that are shown, in the order in which they are read.
    pub stops: Arc<Vec<Stop>>,
    /// At which end of what is shown, and where, the reader was told that the search goes on in another article: forward or back.
    pub asked: Option<(bool, Option<Anchor>)>,
    /// Where the reader was when nothing was found in the beginning of the articles, while the rest is still to be searched.
    pub waits: Option<Option<Anchor>>,
    /// The places for the page to mark.
    hits: Arc<Hits>,
}

/// The places of a search in the order in which they are read in a spread. For a long text that takes a moment, so the searcher makes it.
#[derive(Clone, Debug)]
pub struct Walk {
    spread: Arc<Spread>,
    stops: Arc<Vec<Stop>>,
}

impl Walk {
    /// The places that `found` has in the articles of `spread`.
    #[must_use]
    pub fn of(spread: Arc<Spread>, found: &Found) -> Self {
        let mut stops = Vec::new();
        for (column, shown) in spread.columns.iter().enumerate() {
            let (mut row, mut end, mut below) = (0, Some(0u32), 0);
            for place in found.places.get(shown.article.index()).into_iter().flatten() {
                // Places stand in order: most are of the row of the one before.
                if end.is_none_or(|end| place.start >= end) {
                    (row, end) = spread.row_until(column, place.start);
                    below = spread.level_at(row, column, place.start).1;
                }
                let level = (spread.part_at(row, column, place.start), below);
                stops.push(Stop { row, level, column, offset: place.start });
            }
        }
        // Those of each column are in order already, and a stable sort makes use of that.
        stops.sort();
        Self { spread, stops: Arc::new(stops) }
    }
}

impl Searching {
    /// The search for `query`, which `found` has found.
    #[must_use]
    pub fn new(query: Query, found: Found) -> Self {
        let hits = Arc::new(found.hits(None));
        Self { query, found, stops: Arc::default(), asked: None, waits: None, hits }
    }

    /// Marks the places on the page of `reading`, if they are not, and sets the stops: those of `walk` if that is of this page.
    pub fn mark(&mut self, reading: &mut Reading, walk: Option<Walk>) {
        let spread = &reading.page.spread;
        let walk = walk.filter(|walk| Arc::ptr_eq(&walk.spread, spread));
        self.stops = walk.unwrap_or_else(|| Walk::of(Arc::clone(spread), &self.found)).stops;
        self.show(reading);
    }

    /// The articles that are not shown and have places, with how many, in the order in which the search goes on through them: the one behind
    /// those shown first, or when not `forward` the one before them.
    #[must_use]
    pub fn elsewhere(&self, reading: &Reading, forward: bool) -> Vec<(ArticleId, usize)> {
        let spread = &reading.page.spread;
        let last = spread.columns.last().map_or(0, |column| column.article.index());
        let count = self.found.places.len();
        let around = (1..count).map(|step| (if forward { last + step } else { last + count - step }) % count);
        let places = |index: usize| (ArticleId::new(index), self.found.places[index].len());
        let other = |(id, places): &(ArticleId, usize)| *places > 0 && spread.column_of(*id).is_none();
        around.map(places).filter(other).collect()
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
