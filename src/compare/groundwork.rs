//! What is found in each article alone, once, and shared by all its pairs.

use super::weights::Weights;
use crate::{
    lexicon::{Lexicon, StoryWords},
    story::Story,
};

/// What is found in each article alone, once, and shared by all its pairs.
#[derive(Clone, Debug, Default)]
pub struct Groundwork {
    /// The word lists, held against the story.
    pub words: StoryWords,
    /// What each word of the vocabulary weighs, and whether it is a name.
    pub weights: Weights,
}

impl Groundwork {
    /// Reads every article of `story`.
    #[must_use]
    pub fn of(story: &Story, lexicon: &Lexicon) -> Self {
        Self { words: lexicon.over(story), weights: Weights::of(story) }
    }
}
