//! Keeps columns where they belong on terminals that measure clusters of letters otherwise: one that knows no joiners draws a family of
//! four in eight columns, over what stands behind it; one draws a heart in one column and another in two; a vowel sign of Devanagari takes
//! a column here and none there; one may leave half of a wide letter standing when the other half is written over. After every frame the
//! screen is what it would be if the frame were drawn on an empty one.

use std::io::{self, Write};

use ratatui::{
    backend::{Backend, ClearType, CrosstermBackend, WindowSize},
    buffer::{Buffer, Cell, CellDiffOption},
    layout::{Position, Size},
};

use crate::text::width::{columns, columns_apart, is_disputed};

/// What has to be sent though nothing has changed in it.
#[derive(Debug, Default)]
pub(super) struct Clusters {
    /// The second columns of the wide letters of the last frame, by row.
    halves: Vec<(u16, u16)>,
}

impl Clusters {
    /// Has all cells of `frame` sent, whether they have changed or not, that a cluster before them might be drawn over, and those where
    /// the second half of a wide letter stood in the last frame.
    pub(super) fn cover(&mut self, frame: &mut Buffer) {
        for (x, y) in self.halves.drain(..) {
            if let Some(cell) = frame.cell_mut((x, y)) {
                cell.set_diff_option(CellDiffOption::AlwaysUpdate);
            }
        }
        let area = frame.area;
        for y in area.top()..area.bottom() {
            let mut drawn_over = area.left();
            for x in area.left()..area.right() {
                let Some(cell) = frame.cell_mut((x, y)) else { continue };
                if x < drawn_over {
                    cell.set_diff_option(CellDiffOption::AlwaysUpdate);
                }
                // Letters of two bytes and less are one column wide, as nearly all are.
                if cell.symbol().len() < 3 {
                    continue;
                }
                let (wide, apart) = (columns(cell.symbol()).0, columns_apart(cell.symbol()).0);
                self.halves.extend((1..wide).map(|more| (x.saturating_add(more), y)));
                if apart > wide {
                    drawn_over = drawn_over.max(x.saturating_add(apart));
                }
            }
        }
    }
}

/// The most columns and rows that are drawn on: more than any screen shows, and few enough to be held in memory twice. A window may
/// say that it is 65,535 by 65,535, which would be hundreds of gigabytes.
pub(super) const MOST: Size = Size { width: 1500, height: 600 };

/// As much of a window of `size` as is drawn on.
pub(super) fn within(size: Size) -> Size {
    Size { width: size.width.min(MOST.width), height: size.height.min(MOST.height) }
}

/// Sends cells to the terminal, each where it belongs, whatever the terminal takes the one before for.
pub(super) struct Placed<W: Write> {
    to: CrosstermBackend<W>,
}

impl<W: Write> Placed<W> {
    pub(super) fn new(to: W) -> Self {
        Self { to: CrosstermBackend::new(to) }
    }
}

impl<W: Write> Backend for Placed<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut plain = Vec::new();
        let mut under = Position::default()..Position::default();
        for (x, y, cell) in content {
            if y == under.start.y && (under.start.x..under.end.x).contains(&x) {
                continue;
            }
            if !is_disputed(cell.symbol()) {
                plain.push((x, y, cell));
                continue;
            }
            // What stood there goes first: it would show beside a cluster that is drawn narrower, and be drawn into one that is not.
            let end = x.saturating_add(columns(cell.symbol()).0);
            let mut blank = cell.clone();
            blank.set_symbol(" ");
            self.to.draw(plain.drain(..))?;
            self.to.draw((x.saturating_add(1)..end).map(|x| (x, y, &blank)))?;
            // The next one is placed anew, as every beginning is.
            self.to.draw(std::iter::once((x, y, cell)))?;
            under = Position { x: x.saturating_add(1), y }..Position { x: end, y };
        }
        self.to.draw(plain.into_iter())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.to.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.to.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.to.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.to.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.to.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.to.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.to.size().map(within)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.to.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.to)
    }
}

#[cfg(test)]
mod tests;
