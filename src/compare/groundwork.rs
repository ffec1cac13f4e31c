//! What is found in each article alone, once, and shared by all its pairs.

use super::{
    quantity::{Quantity, quantities},
    quotations::Quotations,
    weights::Weights,
};
use crate::{
    cores,
    lexicon::{Lexicon, StoryWords},
    progress::{Progress, Stage},
    story::{ArticleId, PerArticle, Story},
    text::figure::Numbers,
};

/// What is found in each article alone, once, and shared by all its pairs.
#[derive(Clone, Debug, Default)]
pub struct Groundwork {
    /// The word lists, held against the story.
    pub words: StoryWords,
    /// What each word of the vocabulary weighs, and whether it is a name.
    pub weights: Weights,
    /// The number words of the story.
    pub numbers: Numbers,
    /// The figures and days of each article.
    pub quantities: PerArticle<Vec<Quantity>>,
    /// What each article quotes and reports, and whom.
    pub quotations: PerArticle<Quotations>,
}

impl Groundwork {
    /// Reads every article of `story`.
    #[must_use]
    pub fn of(story: &Story, lexicon: &Lexicon) -> Self {
        Self::watched(story, lexicon, &Progress::default())
    }

    /// Reads every article of `story` while somebody waits for it. Stopped, it ends soon, and is hollow.
    #[must_use]
    pub fn watched(story: &Story, lexicon: &Lexicon, progress: &Progress) -> Self {
        progress.enter(Stage::Words);
        let (words, weights) = (lexicon.over(story), Weights::of(story));
        let ids: Vec<ArticleId> = story.articles.iter().map(|(id, _)| id).collect();
        let long = story.articles.iter().map(|(_, article)| article.text.len()).sum::<usize>() >= cores::WORTH;
        progress.begin(ids.len());
        let numbers = Numbers::of(&story.vocabulary);
        let found: Vec<(Vec<Quantity>, Quotations)> = cores::halves(&ids, long, |ids| {
            let read = |id: &ArticleId| {
                let quantities = quantities(story, &story.articles[*id], &numbers, words.of(*id));
                (quantities, Quotations::of(story, *id, &words, &weights))
            };
            progress.steps(ids.iter()).map(read).collect()
        });
        let (quantities, quotations): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        let (quantities, quotations) = (quantities.into_iter().collect(), quotations.into_iter().collect());
        Self { words, weights, numbers, quantities, quotations }
    }
}
