//! What is found in each article alone, once, and shared by all its pairs.

use super::{quantity::Numbers, quotations::Quotations, weights::Weights};
use crate::{
    lexicon::{Lexicon, StoryWords},
    story::{PerArticle, Story},
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
    /// What each article quotes and reports, and whom.
    pub quotations: PerArticle<Quotations>,
}

impl Groundwork {
    /// Reads every article of `story`.
    #[must_use]
    pub fn of(story: &Story, lexicon: &Lexicon) -> Self {
        let (words, weights) = (lexicon.over(story), Weights::of(story));
        let quotations = story.articles.iter().map(|(id, _)| Quotations::of(story, id, &words, &weights)).collect();
        Self { words, weights, numbers: Numbers::of(story), quotations }
    }
}
