//! Going to a place that a panel or a typed number names.

use super::pairs;
use crate::{
    story::PairId,
    tui::{
        action::Effect,
        state::{Anchor, ShownDifference, State},
    },
};

/// Opens the fold that hides `row`, if one does.
pub fn open_fold(state: &mut State, row: usize) {
    let folded = state.reading.page.spread.group_of(row).filter(|group| state.reading.page.is_folded(*group));
    if let Some(group) = folded {
        state.reading.page.set_folded(group, false);
        state.reading.relay();
    }
}

/// Goes to the paragraph `number`, counted from 1, of the article where the reader is.
pub fn to_paragraph(state: &mut State, number: usize) {
    let Some((article, _, of)) = state.reading.paragraph() else { return };
    let id = number.clamp(1, of.max(1)) - 1;
    let offset = state.story.articles[article].paragraphs.get(id).map(|paragraph| paragraph.start);
    if let Some(offset) = offset {
        state.reading.jump(Anchor { article, offset });
    }
}

/// Goes to the passage, in the pair that is shown or in one of the base that shows it.
pub fn to_passage(state: &mut State, anchor: Anchor) -> Vec<Effect> {
    let PairId { left, right } = state.reading.pair;
    let mut effects = Vec::new();
    if anchor.article != left && anchor.article != right && state.reading.third != Some(anchor.article) {
        effects = pairs::turn_to(state, PairId { left, right: anchor.article });
    }
    if state.reading.page.spread.column_of(anchor.article).is_none() {
        // One article alone is shown, and not this one.
        state.reading.only = None;
        super::show(state);
    }
    if state.reading.jump(anchor) {
        open_fold(state, state.reading.row());
    }
    effects
}

/// Goes to a difference, an index into those of the articles shown.
pub fn to_difference(state: &mut State, index: usize) {
    let reading = &mut state.reading;
    let Some(ShownDifference { at, .. }) = reading.differences.get(index).copied() else { return };
    reading.jump(Anchor { article: reading.page.spread.columns[at.column].article, offset: at.offset });
    open_fold(state, at.row);
}
