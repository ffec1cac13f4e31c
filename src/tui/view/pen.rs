//! Writes text in roles into the cells of a frame.

use std::borrow::Cow;

use ratatui::buffer::Buffer;

use crate::{
    compare::FindingKind,
    page::{Role, Run},
    text::{
        bidi::{Order, has_rtl, safe, unmarked, visual},
        plain::plain,
        visible::visible,
        width::{Columns, columns, shortened},
    },
    tui::{
        state::{Area, Look},
        theme::Theme,
    },
};

/// Writes text in roles into the cells of a frame.
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
    order: Order,
    /// Whether typographers' signs are written in ASCII, the articles' too.
    ascii: bool,
}

impl<'a> Pen<'a> {
    /// Writes into `buffer` as `look` says: its theme, its signs, its order of letters that are read from right to left.
    pub fn new(buffer: &'a mut Buffer, look: &'a Look) -> Self {
        Self { buffer, theme: &look.theme, order: look.order, ascii: look.glyphs.is_ascii() }
    }

    /// Writes `text` at `x`, `y`, no further than before column `end`, shortened where it does not fit; gives the column after it.
    pub fn text(&mut self, x: u16, y: u16, end: u16, text: &str, role: Role) -> u16 {
        if self.order == Order::Logical || !has_rtl(text) {
            return self.marked(x, y, end, &unmarked(text), role, None);
        }
        // Cut before it is set in order: what is read last is left out, wherever it stands.
        let fits = shortened(&safe(text), Columns(end.saturating_sub(x)));
        self.marked(x, y, end, &visual(&fits), role, None)
    }

    /// Writes `runs` that are each a text of its own and not laid out in visual order, from `x` on; gives the column after them.
    pub fn texts(&mut self, mut x: u16, y: u16, end: u16, runs: &[Run]) -> u16 {
        for run in runs {
            let text = if self.order == Order::Visual { visual(&run.text) } else { unmarked(&run.text) };
            x = self.marked(x, y, end, &text, run.role, run.cue);
        }
        x
    }

    fn marked(&mut self, x: u16, y: u16, end: u16, text: &str, role: Role, cue: Option<FindingKind>) -> u16 {
        let area = self.buffer.area;
        let end = end.min(area.width);
        if x >= end || y >= area.height {
            return x;
        }
        let safe = visible(text);
        let fits = shortened(&safe, Columns(end - x));
        let fits = if self.ascii { plain(&fits) } else { Cow::Borrowed(fits.as_str()) };
        let style = self.theme.marked(role, cue);
        self.buffer.set_stringn(x, y, &fits, usize::from(end - x), style);
        x + columns(&fits).0
    }

    /// Writes `text` at `x`, `y` and fills the row up to column `end` in the same role.
    pub fn line(&mut self, x: u16, y: u16, end: u16, text: &str, role: Role) {
        self.fill(Area { x, y, width: end.saturating_sub(x), height: 1 }, role);
        self.text(x, y, end, text, role);
    }

    /// Writes `runs` from `x` on; gives the column after them.
    pub fn runs(&mut self, mut x: u16, y: u16, end: u16, runs: &[Run]) -> u16 {
        for run in runs {
            x = self.marked(x, y, end, &run.text, run.role, run.cue);
        }
        x
    }

    /// Gives the cells of `area` the look of `role`, without text.
    pub fn fill(&mut self, area: Area, role: Role) {
        let style = self.theme.style(role);
        for y in area.y..area.y + area.height {
            for x in area.x..area.x + area.width {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                    cell.set_style(style);
                }
            }
        }
    }
}
