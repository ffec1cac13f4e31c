//! Searching: what is typed, what is kept, and walking from hit to hit.

use std::sync::Arc;

use super::go;
use crate::{
    story::Story,
    tui::{
        action::Effect,
        search::{Found, Query},
        state::{Message, Panel, Searching, State},
    },
};

/// Asks for what is typed now.
pub fn ask(state: &mut State) -> Vec<Effect> {
    let Some(Panel::Search(search)) = &state.panel else { return Vec::new() };
    let query = search.query();
    (state.work.query, state.work.keep, state.work.searched) = (Some(query.clone()), false, None);
    vec![Effect::Search(Arc::clone(&state.story), query)]
}

/// What was asked for was found, or not: marks it, and goes to the first place if the reader waits for that. What was asked for
/// before the last is of no use.
pub fn found(state: &mut State, story: &Arc<Story>, query: Query, found: Found) {
    if !Arc::ptr_eq(story, &state.story) || state.work.query.as_ref() != Some(&query) {
        return;
    }
    let kept = std::mem::take(&mut state.work.keep);
    (state.work.query, state.work.searched) = (None, None);
    if let Some(Panel::Search(search)) = &mut state.panel {
        search.found = found.clone();
    } else if !kept {
        return;
    }
    let mut searching = Searching::new(query, found);
    searching.mark(&mut state.reading);
    state.searching = Some(searching);
    if kept {
        first(state);
    }
}

/// The typed search is kept: goes to its first place from here, as soon as it is found.
pub fn keep(state: &mut State) {
    if state.work.query.is_some() {
        state.work.keep = true;
    } else {
        first(state);
    }
}

fn first(state: &mut State) {
    let Some(searching) = &state.searching else { return };
    if searching.found.total() == 0 {
        let sought = state.look.glyphs.quoted(&searching.query.text);
        let text = match &searching.found.fault {
            Some(fault) => format!("{sought} cannot be looked for: {fault}"),
            None if state.shows_beginning() => {
                format!("{sought} is not found in the beginning, which is all that is shown")
            }
            None => format!("{sought} is not found"),
        };
        end(state);
        state.message = Some(Message::Failed(text));
    } else {
        step(state, 1);
    }
}

/// Stops searching; what was found stays.
pub fn stop(state: &mut State) -> Vec<Effect> {
    (state.work.query, state.work.keep, state.work.searched) = (None, false, None);
    vec![Effect::StopSearching]
}

/// Ends the search; says whether there was one.
pub fn end(state: &mut State) -> bool {
    let was = state.searching.take().is_some();
    if was {
        state.reading.page.hits = Arc::default();
        state.reading.relay();
    }
    was
}

/// Walks `by` places of the search on; behind the last one comes the first again, as in vim.
pub fn step(state: &mut State, by: isize) {
    let Some(searching) = &state.searching else { return };
    let (again, said) = match by > 0 {
        true => (searching.stops.first(), "behind the last place found: on from the first"),
        false => (searching.stops.last(), "before the first place found: on from the last"),
    };
    let next = state.reading.stop_from_here(&searching.stops, by);
    let Some(stop) = next.or(again.copied()) else {
        let text = "not in these articles; p chooses others";
        state.message = Some(Message::Done(text.to_owned()));
        return;
    };
    go::open_fold(state, stop.row);
    state.reading.go_to_stop(stop);
    if next.is_none() {
        state.message = Some(Message::Done(said.to_owned()));
    }
}
