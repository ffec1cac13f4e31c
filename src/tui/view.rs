//! Draws the state. Reads it and writes nothing but cells; every letter comes through `text::visible`.

mod about;
mod columns;
mod detail;
mod overview;
mod panel;
mod pen;
mod status;
mod title;

use ratatui::Frame;

use self::pen::Pen;
use super::{
    command::Command,
    keymap::View,
    state::{Area, LOWEST, Look, NARROWEST, Panel, State},
};
use crate::{page::Role, progress::Reached};

/// Draws, on `frame`, how far the articles are read before there is something to show.
pub fn opening(frame: &mut Frame<'_>, look: &Look, reached: Reached) {
    let size = frame.area();
    let mut pen = Pen::new(frame.buffer_mut(), look);
    pen.fill(Area { x: 0, y: 0, width: size.width, height: size.height }, Role::Blank);
    let keys = look.keymap.shown_keys(View::Read, Command::Cancel);
    let percent = reached.percent.map(|percent| format!(": {percent} %")).unwrap_or_default();
    let text = format!(" reading the articles{percent}{} {keys} leaves", look.glyphs.ellipsis());
    pen.line(0, size.height.saturating_sub(2), size.width, &text, Role::Status);
}

/// Draws `state` on `frame`.
pub fn draw(frame: &mut Frame<'_>, state: &State) {
    let mut pen = Pen::new(frame.buffer_mut(), &state.look);
    let areas = state.areas();
    if areas.too_small {
        let needed = format!("needs {NARROWEST} x {LOWEST}");
        let leaves = format!("{} leaves", state.look.keymap.shown_key(View::Read, Command::Quit));
        for (y, (text, role)) in (0..).zip([("Too small", Role::Error), (&needed, Role::Hint), (&leaves, Role::Hint)]) {
            pen.line(0, y, state.size.0, text, role);
        }
        return;
    }
    title::draw(&mut pen, state, areas.title);
    columns::draw(&mut pen, state, areas.page);
    overview::draw(&mut pen, state, areas.overview);
    if let Some(area) = areas.dock {
        panel::dock(&mut pen, state, area);
    }
    let mut cursor = None;
    if let (Some(panel), Some(area)) = (&state.panel, areas.panel) {
        match panel {
            Panel::Detail(detail) => detail::draw(&mut pen, state, detail, area),
            // A search is typed over the line of keys.
            Panel::Search(_) => {}
            panel => cursor = panel::draw(&mut pen, state, panel, area),
        }
    }
    about::draw(&mut pen, state, areas.about);
    status::draw(&mut pen, state, areas.status);
    status::hints(&mut pen, state, areas.hint);
    if let (Some(panel @ Panel::Search(_)), Some(area)) = (&state.panel, areas.panel) {
        cursor = panel::draw(&mut pen, state, panel, area);
    }
    if let Some(cell) = cursor {
        frame.set_cursor_position(cell);
    }
}
