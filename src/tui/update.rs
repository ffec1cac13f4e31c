//! What an action makes of the state. Pure: the same state and action give the same state and effects. Does the layout, so that
//! `view` only reads; touches nothing outside.

mod command;
mod copy;
mod counting;
mod dock;
mod go;
mod mouse;
mod pairs;
mod panels;
mod search;
mod switches;
mod typing;

use std::sync::Arc;

pub use self::pairs::number as pair_number;
use super::{
    action::{Action, Effect},
    command::Command,
    key::Key,
    keymap::View,
    memory::Spot,
    state::{Anchor, Count, Detail, Message, Panel, State, in_order},
};

/// Takes `action` into `state`; gives what is to be done outside.
pub fn update(state: &mut State, action: Action) -> Vec<Effect> {
    if matches!(action, Action::Key(_) | Action::Do(..) | Action::Press(..) | Action::Wheel(..)) {
        // Who reads on does not want to be taken away.
        state.resume = None;
    }
    if matches!(action, Action::Paste(_) | Action::Do(..) | Action::Press(..) | Action::Wheel(..)) {
        state.count = Count::default();
    }
    let effects = match action {
        Action::Key(key) => self::key(state, key),
        Action::Paused => {
            counting::paused(state);
            Vec::new()
        }
        Action::Paste(text) => typing::paste(state, &text),
        Action::Background(background) => {
            let look = &mut state.look;
            look.background = Some(background);
            let named = (!look.follows_background).then(|| look.theme.name().to_owned());
            look.theme = named
                .and_then(|name| look.themes.get(&name, look.depth, look.background))
                .unwrap_or_else(|| look.themes.suited(look.depth, look.background));
            Vec::new()
        }
        Action::Do(command, count) => command::command(state, command, count),
        Action::Press(x, y) => mouse::press(state, x, y),
        Action::Drag(x, y) => mouse::drag(state, x, y),
        Action::Release => {
            state.dragging = false;
            Vec::new()
        }
        Action::Wheel(x, y, lines) => mouse::wheel(state, x, y, lines),
        Action::Resize(columns, rows) => {
            state.size = (columns, rows);
            Vec::new()
        }
        Action::Compared(story, compared) => pairs::compared(state, &story, compared),
        Action::Counted(story, speakers) => {
            if Arc::ptr_eq(&story, &state.story) {
                state.work.counting = false;
                state.speakers = Some(speakers);
            }
            Vec::new()
        }
        Action::Found(story, query, found, walk) => {
            search::found(state, &story, query, found, walk);
            Vec::new()
        }
        Action::Searched(reached) => {
            state.work.searched = reached;
            Vec::new()
        }
        Action::Opened(story) => pairs::opened(state, story),
        Action::Reached(reached) => {
            state.work.reached = reached;
            Vec::new()
        }
        Action::NotOpened(text) => {
            state.work.reading = false;
            state.message = Some(Message::Failed(text));
            Vec::new()
        }
        Action::NotWritten(text) => {
            state.work.writing = false;
            state.message = Some(Message::Failed(text));
            Vec::new()
        }
        Action::Exists => {
            state.work.writing = false;
            panels::ask(state);
            Vec::new()
        }
        Action::Written(text) => {
            state.work.writing = false;
            panels::written(state);
            // A report of half the differences would be taken for one of all, so it is of the whole whatever is shown.
            let whole = if state.shows_beginning() { "; it is of the whole, not of the beginning alone" } else { "" };
            state.message = Some(Message::Done(format!("{text}{whole}")));
            Vec::new()
        }
        Action::Done(text) => {
            state.message = Some(Message::Done(text));
            Vec::new()
        }
        Action::Failed(text) => {
            state.message = Some(Message::Failed(text));
            Vec::new()
        }
        Action::ChangedOnDisk(text) => {
            // What was read of it and put off is of yesterday.
            state.work.put_off = None;
            state.work.changed = Some(text);
            Vec::new()
        }
    };
    refresh(state);
    effects
}

/// What shows the first pair: called once, before the first frame.
pub fn start(state: &mut State) -> Vec<Effect> {
    let effects = pairs::want(state);
    refresh(state);
    effects
}

/// Goes where the reader left off, once that part of the text is there; unless another pair is shown.
pub fn resume(state: &mut State) {
    let Some(Spot { pair, article, offset }) = state.resume else { return };
    let there = state.story.articles.get(article).is_some_and(|article| (offset as usize) < article.text.len());
    let shown = in_order(pair) == in_order(state.reading.pair);
    if shown && !there && state.work.incoming.is_some() {
        return;
    }
    state.resume = None;
    if shown && there && offset > 0 {
        state.reading.show_at(Anchor { article, offset });
        let first = state.look.keymap.shown_key(View::Read, Command::Top);
        state.message = Some(Message::Done(format!("where you left off; {first} goes to the beginning")));
    }
}

fn key(state: &mut State, key: Key) -> Vec<Effect> {
    let view = state.view();
    if !view.is_typed()
        && let Some(effects) = counting::digit(state, view, key)
    {
        return effects;
    }
    let command = state.look.keymap.command(view, key);
    let was_begun = state.count.is_begun();
    let count = counting::taken(state, command);
    let Some(command) = command else { return typing::typed(state, key) };
    match (command, count) {
        // The number goes before anything else does.
        (Command::Cancel, Some(_)) => return Vec::new(),
        // As in vi: a number before it is a paragraph's.
        (Command::Top | Command::Bottom, Some(number)) if view == View::Read => {
            state.message = None;
            go::to_paragraph(state, number as usize);
            counting::explain(state, view, count.filter(|_| was_begun));
            return Vec::new();
        }
        _ => {}
    }
    state.message = None;
    let effects = command::command(state, command, count.map_or(1, |count| count.max(1) as usize));
    counting::explain(state, view, count.filter(|_| was_begun));
    effects
}

/// Brings what depends on the window, the panel and the cursor up to date.
fn refresh(state: &mut State) {
    let areas = state.areas();
    if areas.too_small {
        return;
    }
    let size = areas.page_size();
    // A panel that covers the page leaves it as it was, so that nothing has moved when it closes.
    if size.1 > 0 {
        state.reading.resize(size);
    }
    if let Some(searching) = &mut state.searching {
        searching.show(&mut state.reading);
    }
    panels::fill(state);
    dock::follow(state);
    if let (Some(Panel::Detail(detail)), Some(area)) = (&mut state.panel, areas.panel) {
        let width = usize::from(area.width.saturating_sub(4));
        let mut new = Detail::of(&state.reading, width);
        if new.about == detail.about {
            let height = usize::from(area.height.saturating_sub(1));
            new.top = detail.top.min(new.lines.len().saturating_sub(height));
        }
        *detail = new;
    }
}

/// Shows the pair of the reading anew, keeping the place.
fn show(state: &mut State) {
    let compared = state.compared.get(&in_order(state.reading.pair)).cloned();
    let story = Arc::clone(&state.story);
    let beside = state.beside().cloned();
    state.reading.show(&story, compared.as_ref(), beside.as_ref());
    if let Some(searching) = &mut state.searching {
        searching.mark(&mut state.reading, None);
    }
}
