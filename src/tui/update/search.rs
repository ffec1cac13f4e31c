//! Searching: what is typed, what is kept, and walking from hit to hit.

use std::sync::Arc;

use super::go;
use crate::tui::state::{Message, Panel, Searching, State};

/// Marks what the search that is typed has found so far.
pub fn look(state: &mut State) {
    if let Some(Panel::Search(search)) = &state.panel {
        let mut searching = Searching::new(search.query(), search.found.clone());
        searching.mark(&mut state.reading);
        state.searching = Some(searching);
    }
}

/// The typed search is kept: goes to its first place from here.
pub fn keep(state: &mut State) {
    let Some(searching) = &state.searching else { return };
    if searching.found.total() == 0 {
        let text = searching.found.fault.clone().unwrap_or_else(|| format!("“{}” is not found", searching.query.text));
        end(state);
        state.message = Some(Message::Failed(text));
    } else {
        step(state, 1);
    }
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

/// Walks `by` places of the search on.
pub fn step(state: &mut State, by: isize) {
    let Some(searching) = &state.searching else { return };
    let Some(stop) = state.reading.stop_from_here(&searching.stops, by) else {
        let text = match (searching.stops.is_empty(), by > 0) {
            (true, _) => "not in these articles; p chooses others",
            (false, true) => "the last place found",
            (false, false) => "the first place found",
        };
        state.message = Some(Message::Done(text.to_owned()));
        return;
    };
    go::open_fold(state, stop.row);
    state.reading.go_to_stop(stop);
}
