//! Going to a place that a panel or a typed number names.

use super::pairs;
use crate::{
    story::PairId,
    tui::{
        action::Effect,
        state::{Anchor, Message, Reading, ShownDifference, State, Stood},
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
    if number > of {
        let label = &state.story.articles[article].label;
        state.message = Some(Message::Done(format!("{label} has {of} paragraphs: this is the last")));
    }
}

/// Goes to the passage, in `pair` if one is named, else in the pair that is shown or in one of the base that shows it.
pub fn to_passage(state: &mut State, pair: Option<PairId>, anchor: Anchor) -> Vec<Effect> {
    let from = state.reading.stood();
    let mut effects = pair.map(|pair| pairs::turn_to(state, pair)).unwrap_or_default();
    let PairId { left, right } = state.reading.pair;
    if anchor.article != left && anchor.article != right && state.reading.third != Some(anchor.article) {
        effects.extend(pairs::turn_to(state, PairId { left, right: anchor.article }));
    }
    if state.reading.page.spread.column_of(anchor.article).is_none() {
        // One article alone is shown, and not this one.
        state.reading.only = None;
        super::show(state);
    }
    if state.reading.go_to(anchor) {
        open_fold(state, state.reading.row());
    }
    state.reading.came_from(from);
    effects
}

/// Goes back to where the last jump began, with the articles shown that were shown there, or `forward` again; none when there is no such
/// place.
pub fn back(state: &mut State, forward: bool) -> Option<Vec<Effect>> {
    let here = state.reading.stood();
    let Reading { back, forward: ahead, .. } = &mut state.reading;
    let (taken, left) = if forward { (ahead, back) } else { (back, ahead) };
    let there = taken.pop()?;
    left.extend(here);
    Some(stand(state, there))
}

/// Shows what was shown `there`, and goes to where the reader was in it.
pub fn stand(state: &mut State, there: Stood) -> Vec<Effect> {
    let Stood { pair, only, third, anchor } = there;
    let mut effects = Vec::new();
    let reading = &mut state.reading;
    if (reading.pair, reading.only, reading.third) != (pair, only, third) {
        (reading.pair, reading.only, reading.third) = (pair, only, third);
        super::show(state);
        effects = pairs::want(state);
        effects.extend(pairs::want_beside(state));
    }
    state.reading.go_to(anchor);
    effects
}

/// Goes to a difference, an index into those of the articles shown.
pub fn to_difference(state: &mut State, index: usize) {
    let reading = &mut state.reading;
    let Some(ShownDifference { at, .. }) = reading.differences.get(index).copied() else { return };
    reading.jump(Anchor { article: reading.page.spread.columns[at.column].article, offset: at.offset });
    open_fold(state, at.row);
}
