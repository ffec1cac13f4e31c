//! The wheel scrolls, a click selects, the overview bar drags.

use crate::tui::{
    action::Effect,
    command::Command,
    hints::hints,
    key::Key,
    state::{Area, Panel, State},
};

/// Lines of one turn of the wheel.
const TURN: isize = 3;

/// The left button went down.
pub fn press(state: &mut State, x: u16, y: u16) -> Vec<Effect> {
    let areas = state.areas();
    if let Some(area) = areas.panel.filter(|area| area.holds(x, y)) {
        return super::panels::press(state, area, x, y);
    } else if let Some(area) = areas.dock.filter(|area| area.holds(x, y)) {
        super::dock::press(state, area, y);
    } else if areas.overview.holds(x, y) {
        state.dragging = true;
        to_tick(state, y);
    } else if areas.hint.holds(x, y) {
        return hint(state, areas.hint, x);
    } else if areas.page.holds(x, y) {
        state.reading.point_at(usize::from(x - areas.page.x), usize::from(y - areas.page.y));
    }
    Vec::new()
}

/// A click on the line of keys, at column `x`: does what the key there does.
fn hint(state: &mut State, area: Area, x: u16) -> Vec<Effect> {
    let Some(hint) = hints(state, area).into_iter().find(|hint| hint.holds(x)) else { return Vec::new() };
    state.message = None;
    match (&state.panel, Key::parse(&hint.key)) {
        (Some(Panel::Export(export)), Some(key)) if export.is_asking() => super::typing::typed(state, key),
        _ => super::command::command(state, hint.command, 1),
    }
}

/// The mouse moved with the button down.
pub fn drag(state: &mut State, _x: u16, y: u16) -> Vec<Effect> {
    if state.dragging {
        to_tick(state, y);
    }
    Vec::new()
}

/// The wheel turned: scrolls what is under the pointer.
pub fn wheel(state: &mut State, x: u16, y: u16, lines: i16) -> Vec<Effect> {
    let areas = state.areas();
    let by = isize::from(lines) * TURN;
    match (&mut state.panel, areas.panel) {
        (Some(Panel::Detail(detail)), Some(area)) if area.holds(x, y) => {
            detail.top = detail.top.saturating_add_signed(by).min(detail.lines.len().saturating_sub(1));
        }
        (Some(_), Some(area)) if area.holds(x, y) => {
            let command = if by > 0 { Command::Down } else { Command::Up };
            super::panels::command(state, command, by.unsigned_abs());
        }
        _ => match areas.dock.filter(|area| area.holds(x, y)) {
            Some(area) => super::dock::wheel(state, area, by),
            // A page that is covered stays as it was.
            None if areas.page.height == 0 => {}
            None => state.reading.scroll(by),
        },
    }
    Vec::new()
}

/// Goes to the place that the strip's row at `y` of the screen stands for.
fn to_tick(state: &mut State, y: u16) {
    let area = state.areas().overview;
    let last = area.height.saturating_sub(1);
    let tick = y.saturating_sub(area.y).min(last);
    if tick == 0 {
        state.reading.go_to_top();
        return;
    }
    let reading = &mut state.reading;
    if let Some(anchor) = reading.passage_of(usize::from(tick)) {
        reading.show_at(anchor);
    }
}
