//! The whole story as a strip at the right: what differs where, and which part the screen shows.

use super::pen::Pen;
use crate::{
    page::{Role, Run, Sign},
    tui::state::{Area, State},
};

/// Draws the strip.
pub fn draw(pen: &mut Pen<'_>, state: &State, area: Area) {
    // Also where nothing is drawn: a theme may have a ground of its own.
    pen.fill(area, Role::Blank);
    let reading = &state.reading;
    let (ticks, (first, last)) = reading.strip();
    let x = area.x + 1;
    for (index, y) in (area.y..area.y + area.height).enumerate() {
        // Below the text of a story that ends on the screen there is nothing.
        let Some(tick) = ticks.get(index) else { break };
        match tick.sign {
            Some(sign) => pen.text(x, y, x + 1, state.look.glyphs.sign(sign), Role::Sign(sign)),
            None => pen.text(x, y, x + 1, state.look.glyphs.dot(), Role::Rule),
        };
        if tick.cue.is_some() {
            let sign = Run { cue: tick.cue, ..Run::new(state.look.glyphs.sign(Sign::Cue), Role::Sign(Sign::Cue)) };
            pen.runs(x + 1, y, x + 2, &[sign]);
        }
        // In a column of its own: a bar over the findings would hide them just where the reader is.
        if (first..=last).contains(&index) {
            pen.text(x + 2, y, x + 3, state.look.glyphs.viewport(), Role::Viewport);
        }
    }
}
