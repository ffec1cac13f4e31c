//! What panels are given to show.

use super::{Reading, State, in_order};
use crate::{
    story::{ArticleId, PairId, Side},
    tui::panel::list::Listed,
};

impl State {
    /// What the list of differences shows, once the articles shown are compared.
    #[must_use]
    pub fn listed(&self) -> Option<Listed<'_>> {
        let Reading { page, differences, chosen, counts, marking, .. } = &self.reading;
        (!page.spread.comparisons().is_empty()).then_some(Listed {
            spread: &page.spread,
            differences,
            chosen,
            counts,
            kinds: marking.kinds,
        })
    }

    /// What part of each article has a counterpart in the base, where that is known.
    #[must_use]
    pub fn shares(&self) -> Vec<Option<f32>> {
        let base = self.reading.pair.left;
        let of = |article: ArticleId| {
            let pair = in_order(PairId { left: base, right: article });
            let compared = self.compared.get(&pair)?;
            let side = if pair.left == article { Side::Left } else { Side::Right };
            Some(compared.marks.share(side))
        };
        (0..self.story.articles.len()).map(|index| of(ArticleId::new(index))).collect()
    }
}
