//! Articles set side by side: which paragraphs stand in which row, whatever the width.

mod column;
mod levels;
mod parts;
mod row;
mod three;
mod ties;

use std::{collections::BTreeMap, sync::Arc};

use self::row::kind;
pub use self::{
    column::{Against, Column},
    row::{Group, RowKind, SpreadCell, SpreadRow},
};
use super::marks::{Marks, is_minor, side_at};
use crate::{
    comparison::PairComparison,
    story::{Article, ArticleId, PairId, ParagraphId, Side, Story},
    text::span::Span,
};

/// A compared pair with its marks.
#[derive(Clone, Debug)]
pub struct Compared {
    /// What was found.
    pub comparison: Arc<PairComparison>,
    /// What each of its passages is.
    pub marks: Arc<Marks>,
}

impl Compared {
    /// `comparison` with its marks.
    #[must_use]
    pub fn new(story: &Story, comparison: Arc<PairComparison>) -> Self {
        let marks = Arc::new(Marks::new(story, &comparison));
        Self { comparison, marks }
    }

    /// Which two.
    #[must_use]
    pub fn pair(&self) -> PairId {
        self.comparison.alignment.pair
    }
}

/// Articles set side by side.
#[derive(Clone, Debug)]
pub struct Spread {
    /// The articles.
    pub story: Arc<Story>,
    /// From left to right; the base is the first.
    pub columns: Vec<Column>,
    /// In reading order.
    pub rows: Vec<SpreadRow>,
    /// Neighbouring rows that may be folded into one line.
    pub groups: Vec<Group>,
    /// The rows that are set level in parts: for each part the stretch of each column's text.
    parts: BTreeMap<usize, Vec<Vec<Span>>>,
    /// The row of each paragraph of each column.
    row_of: Vec<Vec<u32>>,
    /// How far down its row each paragraph of each column stands.
    level_of: Vec<Vec<u32>>,
}

impl Spread {
    /// A compared pair, the article on side `base` of it on the left.
    #[must_use]
    pub fn pair(story: Arc<Story>, compared: &Compared, base: Side) -> Self {
        let pair = compared.pair();
        let columns = Side::BOTH
            .map(|place| {
                let side = side_at(base, place);
                Column { article: pair.on(side), place, against: vec![Against { compared: compared.clone(), side }] }
            })
            .to_vec();
        let order = Side::BOTH.map(|place| side_at(base, place).index());
        let rows = compared.comparison.alignment.rows.iter().map(|row| {
            let cells: Vec<SpreadCell> = order
                .iter()
                .map(|index| row.cells.get(*index).map_or_else(SpreadCell::default, |cell| SpreadCell::of(cell, 0)))
                .collect();
            SpreadRow { cells, grades: vec![row.grade], kind: RowKind::Differs }
        });
        let rows = rows.collect();
        Self::of(story, columns, rows)
    }

    /// One article of a compared pair alone, in its own order, with the marks of the pair.
    #[must_use]
    pub fn single(story: Arc<Story>, compared: &Compared, base: Side, place: Side) -> Self {
        let side = side_at(base, place);
        let against = vec![Against { compared: compared.clone(), side }];
        let column = Column { article: compared.pair().on(side), place, against };
        Self::alone(story, column)
    }

    /// Two articles that are not compared yet: the first paragraph level with the first, and so on.
    #[must_use]
    pub fn unaligned(story: Arc<Story>, left: ArticleId, right: ArticleId) -> Self {
        let columns = [(left, Side::Left), (right, Side::Right)]
            .map(|(article, place)| Column { article, place, against: Vec::new() })
            .to_vec();
        let count = |id| story.articles[id].paragraphs.len();
        let cell = |id, row| SpreadCell {
            paragraphs: if row < count(id) { vec![ParagraphId::new(row)] } else { Vec::new() },
            pointers: Vec::new(),
        };
        let rows = (0..count(left).max(count(right)))
            .map(|row| SpreadRow {
                cells: vec![cell(left, row), cell(right, row)],
                grades: vec![None],
                kind: RowKind::Differs,
            })
            .collect();
        Self::of(story, columns, rows)
    }

    fn alone(story: Arc<Story>, column: Column) -> Self {
        let rows = story.articles[column.article]
            .paragraph_ids()
            .map(|id| SpreadRow {
                cells: vec![SpreadCell { paragraphs: vec![id], pointers: Vec::new() }],
                grades: Vec::new(),
                kind: RowKind::Differs,
            })
            .collect();
        Self::of(story, vec![column], rows)
    }

    /// The rows of `columns`, each column but the first compared with the first.
    pub(super) fn of(story: Arc<Story>, columns: Vec<Column>, mut rows: Vec<SpreadRow>) -> Self {
        for row in &mut rows {
            row.kind = kind(&story, &columns, row);
        }
        let row_of = columns
            .iter()
            .enumerate()
            .map(|(index, column)| {
                let mut of = vec![0; story.articles[column.article].paragraphs.len()];
                for (number, row) in (0u32..).zip(&rows) {
                    for id in row.cells.get(index).into_iter().flat_map(|cell| &cell.paragraphs) {
                        if let Some(place) = of.get_mut(id.index()) {
                            *place = number;
                        }
                    }
                }
                of
            })
            .collect();
        let mut groups = Vec::<Group>::new();
        for (index, row) in rows.iter().enumerate().filter(|(_, row)| row.kind != RowKind::Differs) {
            match groups.last_mut() {
                Some(last) if last.rows.end == index && last.kind == row.kind => last.rows.end += 1,
                _ => groups.push(Group { rows: index..index + 1, kind: row.kind }),
            }
        }
        let long = rows.iter().enumerate();
        let parts = long.filter_map(|(index, row)| Some((index, parts::parts(&story, &columns, row)?))).collect();
        let mut spread = Self { story, columns, rows, groups, parts, row_of, level_of: Vec::new() };
        spread.level_of = spread.levels();
        spread
    }

    /// The article of column `index`.
    #[must_use]
    pub fn article(&self, index: usize) -> &Article {
        &self.story.articles[self.columns[index].article]
    }

    /// The comparisons that are shown: the first column's article held against those of the others, in their order.
    #[must_use]
    pub fn comparisons(&self) -> &[Against] {
        self.columns.first().map_or(&[], |column| &column.against)
    }

    /// The column that shows `article`, if one does.
    #[must_use]
    pub fn column_of(&self, article: ArticleId) -> Option<usize> {
        self.columns.iter().position(|column| column.article == article)
    }

    /// The row in which the text at byte `offset` of column `index` stands.
    #[must_use]
    pub fn row_at(&self, index: usize, offset: u32) -> usize {
        let paragraph = self.article(index).paragraph_at(offset);
        paragraph.and_then(|id| self.row_of[index].get(id.index())).map_or(0, |row| *row as usize)
    }

    /// As [`Spread::row_at`], with the byte of that column at which the next paragraph begins; none in the last one.
    #[must_use]
    pub fn row_until(&self, index: usize, offset: u32) -> (usize, Option<u32>) {
        let paragraphs = &self.article(index).paragraphs;
        let after = paragraphs.partition_point(|paragraph| paragraph.start <= offset);
        (self.row_at(index, offset), paragraphs.get(after).map(|paragraph| paragraph.start))
    }

    /// The parts that row `index` is laid out in, from top to bottom, each with the stretch of each column's text; none for a row
    /// that is laid out whole.
    #[must_use]
    pub fn parts_of(&self, index: usize) -> &[Vec<Span>] {
        self.parts.get(&index).map_or(&[], Vec::as_slice)
    }

    /// What the reader should know of how these articles were opened and compared: what was left out, decoded, cut, or left coarser
    /// than usual. A sentence each, those of an article with its letter.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let articles = self.columns.iter().flat_map(|column| {
            let article = &self.story.articles[column.article];
            article.notes.iter().map(|note| format!("{}: {note}", article.label))
        });
        let pairs = self.comparisons().iter().flat_map(|against| {
            let labels = Side::BOTH.map(|side| self.story.articles[against.compared.pair().on(side)].label.as_str());
            let notes = against.compared.comparison.alignment.notes.iter();
            notes.map(move |note| format!("{} and {}: {note}", labels[0], labels[1]))
        });
        self.story.notes.iter().cloned().chain(articles).chain(pairs).collect()
    }

    /// Whether something of row `index` differs in punctuation, case or typography.
    #[must_use]
    pub fn has_minor(&self, index: usize) -> bool {
        let cells = self.columns.iter().zip(self.rows.get(index).map_or(&[][..], |row| &row.cells));
        let minor = |(column, cell): (&Column, &SpreadCell)| {
            let spans = cell.paragraphs.iter().map(|id| self.story.articles[column.article].paragraph(*id).span());
            spans.into_iter().any(|span| {
                column.against.iter().any(|Against { compared, side }| {
                    let mut changes = compared.marks.changes_in(&compared.comparison, *side, span);
                    changes.any(|(_, change)| is_minor(change.class))
                })
            })
        };
        cells.into_iter().any(minor)
    }

    /// The group that row `index` belongs to, if it may be folded.
    #[must_use]
    pub fn group_of(&self, index: usize) -> Option<usize> {
        let at = self.groups.partition_point(|group| group.rows.end <= index);
        self.groups.get(at).filter(|group| group.rows.contains(&index)).map(|_| at)
    }
}
