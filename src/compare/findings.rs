//! What the links mean beyond words: quotations, figures, names, headline, placement.

use super::{finding::Finding, wording::Change};
use crate::{align::PairAlignment, lexicon::StoryWords, story::Story};

/// The findings of `alignment` that are not cues of framing, in reading order, left first.
#[must_use]
pub fn findings(_story: &Story, _alignment: &PairAlignment, _changes: &[Change], _words: &StoryWords) -> Vec<Finding> {
    Vec::new()
}
