//! The list of differences beside the page: it follows the reader through the text.

use super::go;
use crate::tui::{
    panel::list::List,
    state::{Area, Message, State, dock_from},
};

/// Brings the list beside the page to where the reader is.
pub fn follow(state: &mut State) {
    let Some(area) = state.areas().dock else { return };
    let mut list = std::mem::take(&mut state.list);
    let here = state.reading.difference_here().unwrap_or(0);
    if let Some(listed) = state.listed() {
        list.follow(listed, here);
        list.fit(listed, List::rows(listed, &state.look.keymap, size(area), false));
    }
    state.list = list;
}

/// A click at row `y` of the list in `area`: goes to the difference there.
pub fn press(state: &mut State, area: Area, y: u16) {
    let mut list = std::mem::take(&mut state.list);
    let chosen = state.listed().and_then(|listed| {
        let there = list.click(usize::from(y - area.y), listed, &state.look.keymap, size(area), false);
        list.chosen(listed).filter(|_| there)
    });
    state.list = list;
    if let Some(index) = chosen {
        go::to_difference(state, index);
    }
}

/// The wheel over the list in `area`: moves its window, and the reader stays where they are.
pub fn wheel(state: &mut State, area: Area, lines: isize) {
    let mut list = std::mem::take(&mut state.list);
    if let Some(listed) = state.listed() {
        list.scroll(lines, listed, List::rows(listed, &state.look.keymap, size(area), false));
    }
    state.list = list;
}

/// Puts the list beside the page, or takes it away.
pub fn toggle(state: &mut State) {
    let from = dock_from(state.reading.page.spread.columns.len());
    let text = if state.size.0 < from {
        format!("the list stands beside the text from {from} columns on; this window has {}", state.size.0)
    } else {
        state.docking = !state.docking;
        let what = if state.docking { "the list stands beside the text" } else { "the list is away" };
        what.to_owned()
    };
    state.message = Some(Message::Done(text));
}

fn size(area: Area) -> (usize, usize) {
    (usize::from(area.width), usize::from(area.height))
}
