//! Keys and pasted text where a line is typed.

use super::{panels::settle, search};
use crate::tui::{
    action::Effect,
    key::Key,
    prompt::{self, Prompt},
    state::{Panel, State},
};

/// A key in a panel where a line is typed, that is no command.
pub fn typed(state: &mut State, key: Key) -> Vec<Effect> {
    if let Some(Panel::Export(export)) = &mut state.panel
        && export.is_asking()
    {
        let outcome = export.answer(key.letter().unwrap_or('n'));
        return state.panel.take().map(|panel| settle(state, panel, outcome)).unwrap_or_default();
    }
    let Some(prompt) = prompt_of(state) else { return Vec::new() };
    match (prompt::edit(key), key.letter()) {
        (Some(edit), _) => prompt.edit(edit),
        (None, Some(letter)) => prompt.insert(letter.encode_utf8(&mut [0; 4])),
        (None, None) => return Vec::new(),
    }
    changed(state)
}

/// Text was pasted.
pub fn paste(state: &mut State, text: &str) -> Vec<Effect> {
    let Some(prompt) = prompt_of(state) else { return Vec::new() };
    prompt.insert(text);
    changed(state)
}

/// Puts what was typed here before into the line, or after that.
pub fn walk(state: &mut State, older: bool) -> Vec<Effect> {
    let typed = &state.typed;
    match &mut state.panel {
        Some(Panel::Search(search)) => {
            let there = search.walk(&typed.searches, older);
            if there { search::ask(state) } else { Vec::new() }
        }
        Some(Panel::Export(export)) if !state.work.writing => {
            export.walk(&typed.exports, older);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn prompt_of(state: &mut State) -> Option<&mut Prompt> {
    let writing = state.work.writing;
    match state.panel.as_mut()? {
        Panel::Search(search) => Some(&mut search.prompt),
        Panel::Palette(palette) => Some(&mut palette.prompt),
        // What is typed while a report is written is not its name.
        Panel::Export(export) => (!writing).then_some(&mut export.prompt),
        Panel::Detail(_) | Panel::Help(_) | Panel::Picker(_) | Panel::List(_) | Panel::Story(_) | Panel::Sources(_) => {
            None
        }
    }
}

fn changed(state: &mut State) -> Vec<Effect> {
    match &mut state.panel {
        Some(Panel::Palette(palette)) => palette.typed(),
        Some(Panel::Search(_)) => return search::ask(state),
        Some(Panel::Export(export)) => export.typed(),
        _ => {}
    }
    Vec::new()
}
