//! Finds the cues that differ between two aligned articles.

use crate::{align::PairAlignment, compare::Finding, lexicon::StoryWords, story::Story};

/// The cues of `alignment`'s two articles that the other does not share, in reading order, left first.
#[must_use]
pub fn cues(_story: &Story, _alignment: &PairAlignment, _words: &StoryWords) -> Vec<Finding> {
    Vec::new()
}
