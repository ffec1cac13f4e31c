//! Numbers typed before a key. A digit that is itself a key for how things are shown acts at once; the number it begins is a count
//! only if it goes on without a pause, and then what the digit did is taken back. So `1` shows one article without waiting, and
//! `15G` is still the fifteenth paragraph of the view it was typed in.

use super::{command, show};
use crate::tui::{
    action::Effect,
    command::Command,
    key::Key,
    keymap::View,
    panel::list::kinds,
    state::{Before, Count, State},
};

/// Takes a digit that begins a number or goes on with one; none when `key` is no such digit, and does what any key does.
pub fn digit(state: &mut State, view: View, key: Key) -> Option<Vec<Effect>> {
    let digit = key.digit()?;
    let number = state.count.with(digit);
    let first = state.count.number().is_none();
    if first && digit == 0 {
        return None;
    }
    if !first && !state.count.is_begun() {
        state.count = Count::plain(number);
        return Some(Vec::new());
    }
    let Some(bound) = state.look.keymap.command(view, key) else {
        // Now it can be nothing but a number.
        let (_, before) = state.count.take();
        if let Some(before) = before {
            put_back(state, &before);
            state.message = None;
        }
        state.count = Count::plain(number);
        return Some(Vec::new());
    };
    // What cannot be taken back begins no number.
    if !is_view(state, bound) {
        return None;
    }
    let (_, before) = state.count.take();
    let before = before.unwrap_or_else(|| Box::new(state.keep()));
    state.message = None;
    let effects = command::command(state, bound, 1);
    state.count = Count::begun(number, before);
    Some(effects)
}

/// Nothing was typed for a moment: digits that acted were meant as the keys they are.
pub fn paused(state: &mut State) {
    if state.count.is_begun() {
        state.count.take();
    }
}

/// The number that was typed before `key`, which means `command`, if it counts for that; what its digits did is taken back then.
pub fn taken(state: &mut State, command: Option<Command>) -> Option<u32> {
    let (number, before) = state.count.take();
    let Some(before) = before else { return number };
    let number = number?;
    // Once is what a key does without a number; but a paragraph may be the first.
    let counts = match command? {
        Command::Top | Command::Bottom => true,
        command => number > 1 && repeats(command),
    };
    counts.then(|| {
        put_back(state, &before);
        number
    })
}

/// Says, unless something else is to be said, why one digit that acted was taken for a `number`: who wanted what it does would wonder.
pub fn explain(state: &mut State, view: View, number: Option<u32>) {
    let Some(number) = number.filter(|number| *number < 10) else { return };
    let alone = Key::parse(&number.to_string()).and_then(|key| state.look.keymap.command(view, key));
    if let (Some(alone), None) = (alone, &state.message) {
        command::say(state, &format!("{number} was counted; {number} and a pause: {}", alone.help()));
    }
}

/// Whether `command` only changes how things are shown, so that it can be taken back.
fn is_view(state: &State, command: Command) -> bool {
    matches!(
        command,
        Command::OnlyLeft
            | Command::OnlyRight
            | Command::Third
            | Command::Stacked
            | Command::Clean
            | Command::Minor
            | Command::Dock
            | Command::Fold
    ) || kinds::chosen(state.reading.marking.kinds, command).is_some()
}

/// Whether a number before it repeats `command`.
fn repeats(command: Command) -> bool {
    matches!(
        command,
        Command::Down
            | Command::Up
            | Command::HalfDown
            | Command::HalfUp
            | Command::PageDown
            | Command::PageUp
            | Command::NextRow
            | Command::PreviousRow
            | Command::Next
            | Command::Previous
            | Command::NextFinding
            | Command::PreviousFinding
            | Command::Back
            | Command::Forward
            | Command::NextPair
            | Command::PreviousPair
    )
}

/// Shows things as they were, with the reader where the reader stood.
pub fn put_back(state: &mut State, kept: &Before) {
    let now = state.shown_as();
    let Before { view, standing } = kept;
    if now != *view {
        let reading = &mut state.reading;
        (reading.pair, reading.only, reading.third) = (view.pair, view.only, view.third);
        (reading.stacked, reading.marking.clean, reading.marking.minor) = (view.stacked, view.clean, view.minor);
        reading.marking.kinds = view.kinds;
        state.docking = view.docking;
        show(state);
    }
    state.reading.stand(standing);
}
