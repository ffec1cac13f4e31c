//! The whole story as a strip at the right: what differs where, and which part the screen shows.

use super::pen::Pen;
use crate::{
    page::{Role, Sign},
    tui::state::{Area, State},
};

/// Draws the strip.
pub fn draw(pen: &mut Pen<'_>, state: &State, area: Area) {
    // Also where nothing is drawn: a theme may have a ground of its own.
    pen.fill(area, Role::Blank);
    let reading = &state.reading;
    let strip = &reading.overview;
    let first = reading.visible.first().map(|(at, _)| reading.page.rows_of(at.block).start).unwrap_or_default();
    let last = reading.visible.last().map(|(at, _)| reading.page.rows_of(at.block).end).unwrap_or_default();
    let (first, last) = (strip.tick_of(first), strip.tick_of(last.saturating_sub(1)));
    let x = area.x + 1;
    for (index, y) in (area.y..area.y + area.height).enumerate() {
        let tick = strip.ticks.get(index).copied().unwrap_or_default();
        match tick.sign {
            Some(sign) => pen.text(x, y, x + 1, state.look.glyphs.sign(sign), Role::Sign(sign)),
            None => pen.text(x, y, x + 1, state.look.glyphs.dot(), Role::Rule),
        };
        if tick.cue {
            pen.text(x + 1, y, x + 2, state.look.glyphs.sign(Sign::Cue), Role::Sign(Sign::Cue));
        }
        // In a column of its own: a bar over the findings would hide them just where the reader is.
        if (first..=last).contains(&index) {
            pen.text(x + 2, y, x + 3, state.look.glyphs.viewport(), Role::Viewport);
        }
    }
}
