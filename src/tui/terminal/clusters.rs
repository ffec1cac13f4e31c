//! Keeps columns where they belong on terminals that measure clusters of letters otherwise: one that knows no joiners draws a family of
//! four in eight columns, over what stands behind it; one draws a heart in one column and another in two; one may leave half of a wide
//! letter standing when the other half is written over.

use std::io::{self, Write};

use ratatui::{
    backend::{Backend, ClearType, CrosstermBackend, WindowSize},
    buffer::{Buffer, Cell, CellDiffOption},
    layout::{Position, Size},
};

use crate::text::width::{columns, columns_apart};

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

/// Whether terminals disagree about how wide `cluster` is.
fn is_uncertain(cluster: &str) -> bool {
    cluster.chars().nth(1).is_some() && columns(cluster) != columns_apart(cluster)
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
            if !is_uncertain(cell.symbol()) {
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
        self.to.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.to.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.to)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use ratatui::{layout::Rect, style::Style};

    use super::*;

    /// What is sent to show `after` where `before` is seen: each cell with its column.
    fn sent(before: &str, after: &str) -> String {
        let mut clusters = Clusters::default();
        let [before, after] = [before, after].map(|text| {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
            buffer.set_string(0, 0, text, Style::new());
            clusters.cover(&mut buffer);
            buffer
        });
        before.diff(&after).into_iter().map(|(x, _, cell)| format!("{x}{} ", cell.symbol())).collect()
    }

    #[test]
    fn what_a_cluster_may_be_drawn_over_is_sent_after_it() {
        assert_eq!(sent("", "👩‍👩‍👧‍👦"), "0👩‍👩‍👧‍👦 2  3  4  5  6  7  ");
        assert_eq!(sent("👩‍👩‍👧‍👦 and", "👩‍👩‍👧‍👦 and"), "2  3a 4n 5d 6  7  ");
        assert_eq!(sent("", "👍🏽京 |"), "0👍🏽 2京 5| ");
        assert_eq!(sent("", "🇮🇱"), "0🇮🇱 2  3  ");
    }

    #[test]
    fn both_halves_of_a_wide_letter_that_is_gone_are_sent() {
        assert_eq!(sent("東京", "  x"), "0  1  2x 3  ");
        assert_eq!(sent("a東京", "東京"), "0東 2京 4  ");
    }

    #[test]
    fn what_is_measured_alike_everywhere_is_sent_when_it_changes() {
        assert_eq!(sent("cafe\u{301} “東京” |", "cafe\u{301} “東京” |"), "");
    }

    #[test]
    fn behind_a_cluster_of_uncertain_width_the_place_is_told_anew_and_what_stood_under_it_is_gone() {
        let mut before = Buffer::empty(Rect::new(0, 0, 20, 1));
        before.set_string(0, 0, "abcdefgh", Style::new());
        let mut after = Buffer::empty(Rect::new(0, 0, 20, 1));
        after.set_string(0, 0, "a❤️ and", Style::new());
        let mut sent = Vec::new();
        Placed::new(&mut sent).draw(before.diff(&after).into_iter()).unwrap();
        let sent = String::from_utf8(sent).unwrap();
        let colours = regex::Regex::new("\x1b\\[[0-9;]*m").unwrap();
        assert_eq!(colours.replace_all(&sent, ""), "\x1b[1;3H \x1b[1;2H❤️\x1b[1;4H and ");
    }
}
