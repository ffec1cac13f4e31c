//! Where the reader is: a line of the screen and the passage under it.

use std::sync::Arc;

use super::{Anchor, Position, Reading, Stop};
use crate::page::{Arrangement, Block, Line, Source};

impl Reading {
    /// Moves the cursor by `lines`, down when positive.
    pub fn move_by(&mut self, lines: isize) {
        let cursor = self.cursor;
        self.cursor = self.step(cursor, lines);
        self.take_anchor();
        self.settle();
    }

    /// Moves the cursor by half a screen or more, and the screen with it.
    pub fn page_by(&mut self, lines: isize) {
        let above = self.above();
        let cursor = self.cursor;
        self.cursor = self.step(cursor, lines);
        self.take_anchor();
        self.settle_at(above);
    }

    /// Moves to the first line.
    pub fn go_to_top(&mut self) {
        self.cursor = Position::default();
        self.take_anchor();
        self.settle();
    }

    /// Moves to the last line that is not the empty one behind the last row.
    pub fn go_to_end(&mut self) {
        let end = self.end();
        self.cursor = Position { line: end.line.saturating_sub(1), ..end };
        self.take_anchor();
        self.settle();
    }

    /// Moves by `rows` rows.
    pub fn row_by(&mut self, rows: isize) {
        let last = self.page.blocks().len().saturating_sub(1);
        let block = self.cursor.block.saturating_add_signed(rows).min(last);
        self.cursor = Position { block, line: 0 };
        self.take_anchor();
        self.settle();
    }

    /// Moves to the column `column`, if there is one, at the same height.
    pub fn go_to_column(&mut self, column: usize) {
        self.column = column.min(self.page.spread.columns.len().saturating_sub(1));
        if self.page.layout.arrangement == Arrangement::Stacked {
            let article = self.page.spread.columns[self.column].article;
            let lines = self.lines(self.cursor.block);
            let there = lines.iter().position(|line| sources(line).any(|source| source.article == article));
            if let Some(line) = there {
                self.cursor.line = line;
            }
        }
        self.take_anchor();
        self.settle();
    }

    /// Moves the cursor to the line and the column at `x`, `y` of the page's area.
    pub fn point_at(&mut self, x: usize, y: usize) {
        let Some((at, lines)) = self.visible.get(y).cloned() else { return };
        self.cursor = at;
        let layout = self.page.layout;
        if layout.arrangement == Arrangement::Beside {
            self.column =
                (1..layout.columns).rev().find(|column| x + layout.gutter >= layout.text_at(*column)).unwrap_or(0);
        }
        self.take_anchor();
        // A click means the very passage under it, not the first of the line.
        let mut left = 0;
        for run in lines.get(at.line).into_iter().flat_map(|line| &line.runs) {
            left += run.columns();
            if let Some(source) = run.source.filter(|_| x < left) {
                self.set_anchor(Anchor { article: source.article, offset: source.span.start });
                break;
            }
            if x < left {
                break;
            }
        }
        self.settle();
    }

    /// Jumps to `anchor` and remembers where from; says whether its article is shown.
    pub fn jump(&mut self, anchor: Anchor) -> bool {
        let from = self.stood();
        let there = self.go_to(anchor);
        self.came_from(from);
        there
    }

    /// Goes to `anchor` without remembering where from; says whether its article is shown.
    pub fn go_to(&mut self, anchor: Anchor) -> bool {
        let Some(at) = self.place_of(anchor) else { return false };
        self.land(at, anchor);
        true
    }

    /// Goes to a stop without remembering where from: `n` is a walk, not a jump.
    pub fn go_to_stop(&mut self, stop: Stop) {
        let article = self.page.spread.columns[stop.column].article;
        self.go_to(Anchor { article, offset: stop.offset });
    }

    /// The stop `by` stops further on (back, when negative) among `stops`, or the last (first) on the way.
    #[must_use]
    pub fn stop_from_here(&self, stops: &[Stop], by: isize) -> Option<Stop> {
        let here = self.stop().unwrap_or_default();
        if by > 0 {
            let next = stops.partition_point(|stop| *stop <= here);
            let rest = stops.get(next..)?;
            rest.get(by.unsigned_abs() - 1).or(rest.last()).copied()
        } else {
            let before = stops.get(..stops.partition_point(|stop| *stop < here))?;
            before.len().checked_sub(by.unsigned_abs()).and_then(|at| before.get(at)).or(before.first()).copied()
        }
    }

    /// Shows `anchor` at the upper part of the screen, without remembering where from.
    pub fn show_at(&mut self, anchor: Anchor) {
        if let Some(at) = self.place_of(anchor) {
            self.cursor = at;
            self.set_anchor(anchor);
            self.settle_at(self.size.1 / 4);
        }
    }

    fn land(&mut self, at: Position, anchor: Anchor) {
        let on_screen = self.visible.iter().position(|(shown, _)| *shown == at);
        self.cursor = at;
        self.set_anchor(anchor);
        match on_screen.filter(|above| above + 4 < self.size.1) {
            Some(above) => self.settle_at(above),
            None => self.settle_at(self.size.1 / 4),
        }
    }

    /// Puts the cursor on `anchor` with `above` lines over it; after the page was laid out anew.
    pub(super) fn go(&mut self, anchor: Option<Anchor>, above: usize) {
        let place = anchor.and_then(|anchor| Some((self.place_of(anchor)?, anchor)));
        if let Some((at, anchor)) = place {
            self.cursor = at;
            self.set_anchor(anchor);
        } else {
            self.cursor =
                Position { block: self.cursor.block.min(self.page.blocks().len().saturating_sub(1)), line: 0 };
            self.take_anchor();
        }
        self.settle_at(above);
    }

    fn set_anchor(&mut self, anchor: Anchor) {
        if let Some(column) = self.page.spread.column_of(anchor.article) {
            self.column = column;
        }
        self.anchor = Some(anchor);
    }

    /// The line in which the text at `anchor` begins; the fold it is hidden in.
    pub fn place_of(&mut self, anchor: Anchor) -> Option<Position> {
        let column = self.page.spread.column_of(anchor.article)?;
        let block = self.page.block_at(column, anchor.offset);
        let lines = self.lines(block);
        let holds = |line: &Line| {
            sources(line).any(|source| source.article == anchor.article && source.span.end > anchor.offset)
        };
        Some(Position { block, line: lines.iter().position(holds).unwrap_or(0) })
    }

    /// Makes the passage under the cursor the anchor: that of the cursor's column, else that of another; the one that begins
    /// in the line before the one that only goes on.
    pub(super) fn take_anchor(&mut self) {
        let lines = self.lines(self.cursor.block);
        if matches!(self.page.blocks().get(self.cursor.block), Some(Block::Fold(_))) {
            let row = self.page.rows_of(self.cursor.block).start;
            let spread = &self.page.spread;
            let cells = spread.rows.get(row).into_iter().flat_map(|row| row.cells.iter().enumerate());
            let first = cells.filter_map(|(column, cell)| Some((column, *cell.paragraphs.first()?)));
            let of_column = first.clone().find(|(column, _)| *column == self.column).or_else(|| first.clone().next());
            self.anchor = of_column.map(|(column, id)| Anchor {
                article: spread.columns[column].article,
                offset: spread.article(column).paragraph(id).start,
            });
            return;
        }
        let wanted = self.page.spread.columns.get(self.column).map(|column| column.article);
        let found = self.passage_near(&lines, |source| Some(source.article) == wanted);
        self.anchor = found.or_else(|| self.passage_near(&lines, |_| true)).or(self.anchor);
        if self.page.layout.arrangement == Arrangement::Stacked
            && let Some(source) = lines.get(self.cursor.line).and_then(|line| sources(line).next())
            && let Some(column) = self.page.spread.column_of(source.article)
        {
            // One above the other, the line says which article is meant.
            self.column = column;
            let article = source.article;
            self.anchor = self.passage_near(&lines, |source| source.article == article).or(self.anchor);
        }
    }

    fn passage_near(&self, lines: &Arc<[Line]>, meant: impl Fn(&Source) -> bool) -> Option<Anchor> {
        let at = self.cursor.line.min(lines.len().saturating_sub(1));
        let near = (0..=at).rev().chain(at + 1..lines.len());
        near.filter_map(|line| {
            let line = &lines[line];
            let begins = |source: &Source| {
                let sentences = &self.page.spread.story.articles[source.article].sentences;
                sentences.binary_search_by_key(&source.span.start, |sentence| sentence.start).is_ok()
            };
            let here = sources(line).filter(&meant);
            here.clone().find(begins).or_else(|| here.clone().next())
        })
        .next()
        .map(|source| Anchor { article: source.article, offset: source.span.start })
    }
}

fn sources(line: &Line) -> impl Iterator<Item = Source> + Clone {
    line.runs.iter().filter_map(|run| run.source)
}
