//! What the links mean beyond words: quotations, figures, names, headline, placement.

use super::{change::Change, finding::Finding, groundwork::Groundwork};
use crate::{align::PairAlignment, story::Story};

/// The findings of `alignment` that are not cues of framing, in reading order, left first.
#[must_use]
pub fn findings(
    _story: &Story,
    _alignment: &PairAlignment,
    _changes: &[Change],
    _groundwork: &Groundwork,
) -> Vec<Finding> {
    Vec::new()
}
