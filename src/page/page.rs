//! A spread at a width: lines of runs, row by row, each made only when it is asked for.

mod folding;
mod level;

use std::{collections::BTreeSet, ops::Range, sync::Arc};

use super::{
    cell::{CellLine, CellOf},
    layout::{Arrangement, BETWEEN, Layout},
    line::{Line, Run},
    marking::Marking,
    role::{Role, Sign},
    spread::{RowKind, Spread},
};
use crate::{align::Grade, story::ArticleId, text::span::Span};

/// A part of a page: a row, or rows folded into one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A row of the spread.
    Row(usize),
    /// A part of a row that is set level in parts; counted from 0.
    Part(usize, usize),
    /// A group of the spread, folded into one line.
    Fold(usize),
}

/// Hits of a search, found by whoever searches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Where, in each article by index, in order.
    pub spans: Arc<Vec<Vec<Span>>>,
    /// The one the reader is at.
    pub current: Option<(ArticleId, Span)>,
}

/// A spread at a width.
#[derive(Clone, Debug)]
pub struct Page {
    /// What is laid out.
    pub spread: Arc<Spread>,
    /// The widths.
    pub layout: Layout,
    /// How text is marked.
    pub marking: Marking,
    /// Hits of the search.
    pub hits: Arc<Hits>,
    blocks: Vec<Block>,
    folded: BTreeSet<usize>,
}

impl Page {
    /// `spread` at `width` columns, with the rows of the kinds `fold` folded.
    #[must_use]
    pub fn new(spread: Arc<Spread>, width: usize, stack: bool, marking: Marking, fold: &[RowKind]) -> Self {
        let folded = (0..spread.groups.len()).filter(|group| fold.contains(&spread.groups[*group].kind)).collect();
        let layout = layout(&spread, width, stack);
        let mut page = Self { spread, layout, marking, hits: Arc::default(), blocks: Vec::new(), folded };
        page.arrange();
        page
    }

    /// The same at another width.
    pub fn resize(&mut self, width: usize, stack: bool) {
        self.layout = layout(&self.spread, width, stack);
    }

    /// The parts, from top to bottom.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The rows that the block `index` stands for.
    #[must_use]
    pub fn rows_of(&self, index: usize) -> Range<usize> {
        match self.blocks.get(index) {
            Some(Block::Row(row) | Block::Part(row, _)) => *row..row + 1,
            Some(Block::Fold(group)) => self.spread.groups[*group].rows.clone(),
            None => self.spread.rows.len()..self.spread.rows.len(),
        }
    }

    /// Whether the block `index` is rows folded into one line.
    #[must_use]
    pub fn is_fold(&self, index: usize) -> bool {
        matches!(self.blocks.get(index), Some(Block::Fold(_)))
    }

    /// The block in which the row `row` is shown or folded, or begins.
    #[must_use]
    pub fn block_of(&self, row: usize) -> usize {
        let after = self.blocks.partition_point(|block| match block {
            Block::Row(first) => *first <= row,
            Block::Part(first, part) => *first < row || (*first == row && *part == 0),
            Block::Fold(group) => self.spread.groups[*group].rows.start <= row,
        });
        after.saturating_sub(1)
    }

    /// The block in which the text at byte `offset` of column `column` is shown or folded.
    #[must_use]
    pub fn block_at(&self, column: usize, offset: u32) -> usize {
        let row = self.spread.row_at(column, offset);
        let block = self.block_of(row);
        if !matches!(self.blocks.get(block), Some(Block::Part(..))) {
            return block;
        }
        block + self.spread.part_at(row, column, offset)
    }

    /// The lines of the block `index`, each exactly as wide as the page, and an empty one after them unless the row goes on. All articles' cells
    /// are equally high.
    #[must_use]
    pub fn lines(&self, index: usize) -> Vec<Line> {
        match self.blocks.get(index) {
            Some(Block::Row(row)) => self.row(*row, None),
            Some(Block::Part(row, part)) => self.row(*row, Some(*part)),
            Some(Block::Fold(group)) => self.fold(*group),
            None => Vec::new(),
        }
    }

    fn row(&self, row: usize, part: Option<usize>) -> Vec<Line> {
        let Some(of) = self.spread.rows.get(row) else { return Vec::new() };
        let within = part.and_then(|part| self.spread.parts_of(row).get(part));
        let goes_on = part.is_some_and(|part| part + 1 < self.spread.parts_of(row).len());
        let cells = self.cells(row, within.map(Vec::as_slice));
        let mut lines = match self.layout.arrangement {
            Arrangement::Beside => self.beside(cells, if part.is_none_or(|part| part == 0) { &of.grades } else { &[] }),
            Arrangement::Stacked => self.stacked(cells),
        };
        if !goes_on {
            lines.push(self.between(Vec::new(), &vec![None; self.layout.columns.saturating_sub(1)]));
        }
        lines
    }

    fn beside(&self, cells: Vec<Vec<CellLine>>, grades: &[Option<Grade>]) -> Vec<Line> {
        let height = cells.iter().map(Vec::len).max().unwrap_or_default();
        let mut cells: Vec<_> = cells.into_iter().map(Vec::into_iter).collect();
        (0..height)
            .map(|line| {
                let parts = cells.iter_mut().map(|cell| cell.next().unwrap_or_default()).collect();
                let first = line == 0 && !self.marking.clean;
                let marked = |grade: &Grade| first && self.marking.kinds.admits_grade(*grade);
                let grades: Vec<_> = (1..self.layout.columns)
                    .map(|column| grades.get(column - 1).copied().flatten().filter(marked).map(grade_sign))
                    .collect();
                self.between(parts, &grades)
            })
            .collect()
    }

    /// A line of `parts`, one for each column, with the grades between them.
    fn between(&self, parts: Vec<CellLine>, grades: &[Option<Sign>]) -> Line {
        let mut runs = vec![Run::blank(self.layout.margin)];
        let stacked = self.layout.arrangement == Arrangement::Stacked;
        let mut parts = parts.into_iter();
        for column in 0..if stacked { 1 } else { self.layout.columns } {
            if column > 0 {
                let grade = grades.get(column - 1).copied().flatten();
                runs.push(Run::blank(1));
                runs.push(match grade {
                    Some(sign) => Run::new(self.marking.glyphs.sign(sign), Role::Sign(sign)),
                    None => Run::new(self.marking.glyphs.vertical(), Role::Rule),
                });
                // Beside a third article stands the second, and not the one that the sign is about.
                let base = &self.spread.article(0).label;
                runs.push(if grade.is_some() && self.layout.columns > 2 && base.len() == BETWEEN - 2 {
                    Run::new(base.as_str(), Role::Number)
                } else {
                    Run::blank(BETWEEN - 2)
                });
            }
            self.part(parts.next().unwrap_or_default(), None, &mut runs);
        }
        self.close(runs)
    }

    fn stacked(&self, cells: Vec<Vec<CellLine>>) -> Vec<Line> {
        let mut lines = Vec::new();
        for (column, cell) in cells.into_iter().enumerate() {
            // A part that begins with a further paragraph has an empty line before it.
            let first = cell.iter().position(|line| !line.text.is_empty()).unwrap_or_default();
            for (number, part) in cell.into_iter().enumerate() {
                let mut runs = vec![Run::blank(self.layout.margin)];
                let label = self.spread.article(column).label.clone();
                self.part(part, Some(if number == first { label } else { String::new() }), &mut runs);
                lines.push(self.close(runs));
            }
        }
        lines
    }

    /// The gutter and the text of one column.
    fn part(&self, part: CellLine, label: Option<String>, runs: &mut Vec<Run>) {
        let mut digits = self.layout.gutter - 3;
        runs.push(Run::blank(1));
        if let Some(label) = label {
            digits -= 2;
            runs.push(Run::new(format!("{label:<2}"), Role::Number));
        }
        runs.push(match part.sign {
            Some(sign) => Run::new(self.marking.glyphs.sign(sign), Role::Sign(sign)),
            None => Run::blank(1),
        });
        runs.push(match part.number {
            Some(number) => Run::new(format!("{number:>digits$} "), Role::Number),
            None => Run::blank(digits + 1),
        });
        let used: usize = part.text.iter().map(Run::columns).sum();
        let rest = Run::blank(self.layout.text.saturating_sub(used));
        if part.from_right {
            runs.push(rest);
            runs.extend(part.text);
        } else {
            runs.extend(part.text);
            runs.push(rest);
        }
    }

    fn close(&self, mut runs: Vec<Run>) -> Line {
        let used: usize = runs.iter().map(Run::columns).sum();
        runs.push(Run::blank(self.layout.width.saturating_sub(used)));
        runs.retain(|run| !run.text.is_empty());
        Line { runs }
    }

    fn cell(&self, column: usize) -> CellOf<'_> {
        let of = &self.spread.columns[column];
        CellOf {
            story: &self.spread.story,
            column: of,
            article: self.spread.article(column),
            marking: self.marking,
            hits: self.hits.spans.get(of.article.index()).map_or(&[], Vec::as_slice),
            current_hit: self.hits.current.filter(|(article, _)| *article == of.article).map(|(_, span)| span),
        }
    }
}

/// A row as one block, or as one for each of its parts.
fn blocks(spread: &Spread, row: usize) -> impl Iterator<Item = Block> {
    let parts = spread.parts_of(row).len();
    let whole = (parts == 0).then_some(Block::Row(row));
    whole.into_iter().chain((0..parts).map(move |part| Block::Part(row, part)))
}

fn layout(spread: &Spread, width: usize, stack: bool) -> Layout {
    let most =
        (0..spread.columns.len()).map(|column| spread.article(column).paragraphs.len()).max().unwrap_or_default();
    let digits = most.max(1).ilog10() as usize + 1;
    Layout::new(width, spread.columns.len(), digits.max(2), stack)
}

/// The sign of a grade.
#[must_use]
pub fn grade_sign(grade: Grade) -> Sign {
    match grade {
        Grade::Same => Sign::Same,
        Grade::Reworded => Sign::Reworded,
        Grade::Partial => Sign::Partial,
    }
}
