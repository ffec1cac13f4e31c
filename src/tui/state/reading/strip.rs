//! The strip of the whole story where all of it is on the screen: each row of the strip is then about the line beside it.

use super::Reading;
use crate::tui::state::{
    Anchor,
    overview::{Tick, ticks},
};

impl Reading {
    /// The rows of the strip, and the first and the last that stand for what the screen shows.
    #[must_use]
    pub fn strip(&self) -> (&[Tick], (usize, usize)) {
        match &self.level {
            Some(level) => (level, (0, level.len().saturating_sub(1))),
            None => (&self.overview.ticks, self.overview.viewport(&self.page, &self.visible)),
        }
    }

    /// The passage that the row `tick` of the strip stands for.
    #[must_use]
    pub fn passage_of(&self, tick: usize) -> Option<Anchor> {
        if self.level.is_none() {
            return self.overview.passage_of(&self.page.spread, tick);
        }
        let lines = self.visible.get(..=tick.min(self.visible.len().checked_sub(1)?))?;
        let sources = |y: usize| lines[y].1.get(lines[y].0.line).into_iter().flat_map(|line| &line.runs);
        let source = (0..lines.len()).rev().find_map(|y| sources(y).find_map(|run| run.source))?;
        Some(Anchor { article: source.article, offset: source.span.start })
    }

    /// Draws the strip level with the lines, where the whole page is on the screen.
    pub(super) fn draw_level(&mut self) {
        self.level = self.is_whole().then(|| {
            let mut rows: Vec<Option<usize>> = vec![None; self.chosen.len()];
            for (y, (at, lines)) in self.visible.iter().enumerate() {
                for source in lines.get(at.line).into_iter().flat_map(|line| &line.runs).filter_map(|run| run.source) {
                    let Some(column) = self.page.spread.column_of(source.article) else { continue };
                    for (row, index) in rows.iter_mut().zip(&self.chosen).filter(|(row, _)| row.is_none()) {
                        let at = self.differences[*index].at;
                        if at.column == column && (source.span.start..source.span.end).contains(&at.offset) {
                            *row = Some(y);
                        }
                    }
                }
            }
            let placed = rows.iter().zip(&self.chosen);
            let placed = placed.filter_map(|(row, index)| Some(((*row)?, &self.differences[*index])));
            ticks(placed, self.visible.len().saturating_sub(1))
        });
    }

    /// Whether the screen shows all of the page, from its first to its last line.
    fn is_whole(&self) -> bool {
        let last = self.page.blocks().len().saturating_sub(1);
        let ends = self.visible.last().is_some_and(|(at, lines)| at.block == last && at.line + 1 == lines.len());
        self.top == super::Position::default() && ends
    }
}
