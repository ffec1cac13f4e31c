//! The panel that says why a mark is here.

use super::pen::Pen;
use crate::{
    page::Role,
    tui::{
        command::Command,
        keymap::View,
        panel::heading,
        state::{Area, Detail, State},
    },
};

/// Draws the panel: a heading, then as many lines as fit from the first one shown.
pub fn draw(pen: &mut Pen<'_>, state: &State, detail: &Detail, area: Area) {
    pen.fill(area, Role::PanelText);
    let end = area.x + area.width;
    let below = detail.lines.len().saturating_sub(detail.top + usize::from(area.height.saturating_sub(1)));
    let down = state.look.keymap.shown_key(View::Detail, Command::Down);
    let more = match below {
        0 => String::new(),
        1 => format!("1 more line: {down}"),
        _ => format!("{below} more lines: {down}"),
    };
    pen.runs(area.x, area.y, end, &heading("Why", &more, usize::from(area.width), state.look.glyphs).runs);
    for (y, line) in (area.y + 1..area.y + area.height).zip(detail.lines.iter().skip(detail.top)) {
        pen.runs(area.x + 2, y, end, line);
    }
}
