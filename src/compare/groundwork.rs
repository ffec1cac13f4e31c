//! What is found in each article alone, once, and shared by all its pairs.

use std::sync::Arc;

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
    /// The number words of the story, for each article in its language.
    pub numbers: PerArticle<Arc<Numbers>>,
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
        let numbers = numbers(story);
        let found: Vec<(Vec<Quantity>, Quotations)> = cores::halves(&ids, long, |ids| {
            let read = |id: &ArticleId| {
                let quantities = quantities(story, &story.articles[*id], &numbers[*id], words.of(*id));
                (quantities, Quotations::of(story, *id, &words, &weights))
            };
            progress.steps(ids.iter()).map(read).collect()
        });
        let (quantities, quotations): (Vec<_>, Vec<_>) = found.into_iter().unzip();
        let (quantities, quotations) = (quantities.into_iter().collect(), quotations.into_iter().collect());
        Self { words, weights, numbers, quantities, quotations }
    }
}

/// The number words for each article, looked up once for each language.
fn numbers(story: &Story) -> PerArticle<Arc<Numbers>> {
    let mut known: Vec<(Option<&str>, Arc<Numbers>)> = Vec::new();
    let mut all = Vec::with_capacity(story.articles.len());
    for (_, article) in story.articles.iter() {
        let language = article.language.as_deref();
        let found = known.iter().find(|(known, _)| *known == language).map(|(_, numbers)| Arc::clone(numbers));
        all.push(found.unwrap_or_else(|| {
            let numbers = Arc::new(Numbers::of(&story.vocabulary, language));
            known.push((language, Arc::clone(&numbers)));
            numbers
        }));
    }
    all.into_iter().collect()
}
