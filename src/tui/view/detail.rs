//! The panel that says why a mark is here.

use super::pen::Pen;
use crate::{
    page::Role,
    tui::state::{Area, Detail, State},
};

/// Draws the panel: a heading, then as many lines as fit from the first one shown.
pub fn draw(pen: &mut Pen<'_>, state: &State, detail: &Detail, area: Area) {
    pen.fill(area, Role::PanelText);
    let end = area.x + area.width;
    let below = detail.lines.len().saturating_sub(detail.top + usize::from(area.height.saturating_sub(1)));
    let more = if below > 0 { format!(" {below} more lines: j") } else { String::new() };
    let rule = state.look.glyphs.horizontal().repeat(2);
    let x = pen.text(area.x, area.y, end, &format!("{rule} Why{more} "), Role::Panel);
    pen.text(x, area.y, end, &state.look.glyphs.horizontal().repeat(usize::from(end.saturating_sub(x))), Role::Rule);
    for (y, line) in (area.y + 1..area.y + area.height).zip(detail.lines.iter().skip(detail.top)) {
        pen.runs(area.x + 2, y, end, line);
    }
}
