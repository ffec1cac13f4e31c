//! Walking over the lines of a page of which only those near the screen are ever laid out.

use super::{Position, Reading};

/// Lines kept between the cursor and the edge of the screen.
const MARGIN: usize = 2;

impl Reading {
    /// The line `by` lines below `from` (above, when negative), or the last (first) one.
    pub fn step(&mut self, from: Position, by: isize) -> Position {
        let mut at = from;
        let mut left = by.unsigned_abs();
        while left > 0 {
            if by > 0 {
                let below = self.lines(at.block).len().saturating_sub(at.line + 1);
                if left <= below {
                    return Position { line: at.line + left, ..at };
                }
                if at.block + 1 >= self.page.blocks().len() {
                    return Position { line: at.line + below, ..at };
                }
                left -= below + 1;
                at = Position { block: at.block + 1, line: 0 };
            } else {
                if left <= at.line {
                    return Position { line: at.line - left, ..at };
                }
                if at.block == 0 {
                    return Position::default();
                }
                left -= at.line + 1;
                let block = at.block - 1;
                at = Position { block, line: self.lines(block).len().saturating_sub(1) };
            }
        }
        at
    }

    /// The last line of the page.
    pub fn end(&mut self) -> Position {
        let block = self.page.blocks().len().saturating_sub(1);
        Position { block, line: self.lines(block).len().saturating_sub(1) }
    }

    /// How many lines `to` stands below `from`, at most `most`.
    pub fn distance(&mut self, from: Position, to: Position, most: usize) -> usize {
        let (mut at, mut sum) = (from, 0);
        while at.block < to.block && sum < most {
            sum += self.lines(at.block).len().saturating_sub(at.line);
            at = Position { block: at.block + 1, line: 0 };
        }
        (sum + to.line.saturating_sub(at.line)).min(most)
    }

    /// How many lines of the screen stand above the cursor.
    pub fn above(&mut self) -> usize {
        let (top, cursor, height) = (self.top, self.cursor, self.size.1);
        self.distance(top, cursor, height.saturating_sub(1))
    }

    /// Scrolls by `lines` (down when positive) and moves the cursor only if it would leave the screen.
    pub fn scroll(&mut self, lines: isize) {
        let (top, height) = (self.top, self.size.1);
        self.top = self.step(top, lines);
        self.hold_end();
        let margin = self.margin();
        let (first, last) = (self.top, self.step(self.top, height.saturating_sub(1 + margin).cast_signed()));
        let first = if self.top == Position::default() { first } else { self.step(first, margin.cast_signed()) };
        if self.cursor < first || self.cursor > last {
            self.cursor = self.cursor.clamp(first, last.max(first));
            self.take_anchor();
        }
        self.fill();
    }

    fn margin(&self) -> usize {
        MARGIN.min(self.size.1.saturating_sub(1) / 2)
    }

    /// Brings the cursor onto the screen by scrolling no more than needed, and fills the screen.
    pub fn settle(&mut self) {
        let (height, margin, cursor) = (self.size.1, self.margin(), self.cursor);
        let last = height.saturating_sub(1 + margin);
        let above = if cursor < self.top { 0 } else { self.distance(self.top, cursor, 2 * height + 1) };
        if cursor < self.top || above < margin {
            self.top = self.step(cursor, -margin.cast_signed());
        } else if above > last {
            self.top = self.step(cursor, -last.cast_signed());
        }
        self.hold_end();
        self.fill();
    }

    /// Shows the cursor with `above` lines over it.
    pub fn settle_at(&mut self, above: usize) {
        let cursor = self.cursor;
        self.top = self.step(cursor, -above.cast_signed());
        self.settle();
    }

    /// The page's end stays at the bottom of the screen, when the page is longer than the screen.
    fn hold_end(&mut self) {
        let height = self.size.1;
        // No block is without a line, so most of the time the end is known to be further down, and is not laid out.
        if self.page.blocks().len() > self.top.block + height {
            return;
        }
        let end = self.end();
        if self.distance(self.top, end, height) + 1 < height {
            self.top = self.step(end, -height.saturating_sub(1).cast_signed());
        }
    }

    fn fill(&mut self) {
        self.visible.clear();
        let mut at = self.top;
        while self.visible.len() < self.size.1 && at.block < self.page.blocks().len() {
            let lines = self.lines(at.block);
            for line in at.line..lines.len().min(at.line + self.size.1 - self.visible.len()) {
                self.visible.push((Position { block: at.block, line }, lines.clone()));
            }
            at = Position { block: at.block + 1, line: 0 };
        }
        self.draw_level();
    }
}
