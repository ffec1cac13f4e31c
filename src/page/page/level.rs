//! Long rows set level again and again: where linked passages have slipped apart, the shorter column waits for the longer one.
//!
//! A row begins level, but a paragraph may run for screens, and whatever one article has more of pushes everything below it out of line.
//! So wherever two linked passages would stand further apart than the eye follows, both begin a new line at the same height.

use super::Page;
use crate::{
    page::{
        cell::{self, CellLine, CellOf},
        layout::Arrangement,
        spread::SpreadCell,
    },
    text::span::Span,
};

/// Rows of no more lines stay as they are: all of such a row is in sight at once.
const LONG: usize = 12;

/// Linked passages that stand fewer lines apart stay so: the eye finds them, and a paragraph is not taken to pieces.
const APART: usize = 4;

impl Page {
    /// The lines of each column in row `row`, those of its text `within` stretches alone where these are given.
    pub(super) fn cells(&self, row: usize, within: Option<&[Span]>) -> Vec<Vec<CellLine>> {
        let nothing = SpreadCell::default();
        let cells = self.spread.rows.get(row).map_or(&[][..], |row| &row.cells);
        let within = |column: usize| within.map(|spans| spans.get(column).copied().unwrap_or_default());
        let mut columns: Vec<Flow<'_>> = (0..self.layout.columns)
            .map(|column| {
                let of = cells.get(column).unwrap_or(&nothing);
                let cell = self.cell(column);
                let rough = cell::lay(&cell, of, within(column), self.layout.text);
                let rest = within(column).unwrap_or_else(|| self.spread.stretch(row, column));
                Flow { cell, of, width: self.layout.text, rough, ends: Vec::new(), rest, lines: Vec::new(), gap: false }
            })
            .collect();
        let is_long = columns.iter().any(|column| column.rough.len() > LONG);
        if is_long && self.layout.arrangement == Arrangement::Beside && columns.len() > 1 {
            columns.iter_mut().for_each(Flow::measure);
            self.spread.ties(row, |tie| level(&mut columns, tie));
        }
        columns.into_iter().map(Flow::done).collect()
    }
}

/// Sets the columns level where the passages of `tie` begin, if these have slipped apart.
fn level(columns: &mut [Flow<'_>], tie: &[Option<u32>]) {
    let tied = || tie.iter().enumerate().filter_map(|(column, there)| Some((column, (*there)?)));
    if tied().any(|(column, there)| !columns[column].is_ahead(there)) {
        return;
    }
    let heights = || tied().map(|(column, there)| columns[column].height_of(there));
    let (Some(highest), Some(lowest)) = (heights().min(), heights().max()) else { return };
    if lowest - highest < APART {
        return;
    }
    let height = tied().map(|(column, there)| columns[column].lay_to(there)).max().unwrap_or_default();
    for (column, _) in tied() {
        columns[column].lines.resize_with(height, CellLine::default);
    }
}

/// A column of a row while it is laid out, part by part.
struct Flow<'a> {
    cell: CellOf<'a>,
    of: &'a SpreadCell,
    width: usize,
    /// All of it laid out in one.
    rough: Vec<CellLine>,
    /// For each of those lines, where what was shown down to it ends, in bytes.
    ends: Vec<u32>,
    /// What is not laid out yet.
    rest: Span,
    /// What is, with empty lines where it waits for another column.
    lines: Vec<CellLine>,
    /// Whether the empty line before the paragraph that comes next is there already.
    gap: bool,
}

impl Flow<'_> {
    /// Takes down where each line ends.
    fn measure(&mut self) {
        let mut reached = self.rest.start;
        self.ends = self
            .rough
            .iter()
            .map(|line| {
                let ends = line.text.iter().filter_map(|run| run.source).map(|source| source.span.end);
                reached = ends.max().map_or(reached, |end| end.max(reached));
                reached
            })
            .collect();
    }

    /// Whether the passage that begins at `offset` is yet to be laid out, and nothing waited for it.
    fn is_ahead(&self, offset: u32) -> bool {
        let begins = self.lines.is_empty() && offset == self.rest.start;
        (begins || self.rest.start < offset) && offset < self.rest.end
    }

    /// The line in which the passage at `offset` would stand, if nothing waited any more.
    fn height_of(&self, offset: u32) -> usize {
        let line = |offset: u32| self.ends.partition_point(|end| *end <= offset);
        self.lines.len() + line(offset).saturating_sub(line(self.rest.start))
    }

    /// Lays out what stands before `offset`; gives the line that the passage there could begin.
    fn lay_to(&mut self, offset: u32) -> usize {
        if offset == self.rest.start {
            return self.lines.len();
        }
        self.lay(Span { end: offset, ..self.rest });
        self.rest.start = offset;
        let paragraphs = &self.cell.article.paragraphs;
        self.gap = paragraphs.binary_search_by_key(&offset, |paragraph| paragraph.start).is_ok();
        self.lines.len() + usize::from(self.gap)
    }

    fn lay(&mut self, part: Span) {
        let lines = cell::lay(&self.cell, self.of, Some(part), self.width);
        self.lines.extend(lines.into_iter().skip(usize::from(self.gap)));
    }

    /// All lines.
    fn done(mut self) -> Vec<CellLine> {
        if self.lines.is_empty() {
            return self.rough;
        }
        self.lay(self.rest);
        self.lines
    }
}
