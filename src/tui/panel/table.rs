//! The whole story as a table: a line for each passage, a cell for each article that says whether it has the passage, how alike,
//! and in which paragraph.

mod levels;
mod lines;
mod whole;

use std::{collections::BTreeMap, sync::Arc};

use self::levels::Levels;
use super::{Outcome, Place};
use crate::{
    align::{self, PairAlignment, Row},
    page::{Compared, Sign},
    story::{ArticleId, PairId, ParagraphId, ParagraphRole, Side, Story},
    tui::{
        command::Command,
        state::{Anchor, in_order},
    },
};

/// The fewest columns that the passage's words are given.
const WORDS: usize = 12;

/// The table of a story.
#[derive(Clone, Debug)]
pub struct Table {
    made_of: Option<(Arc<Story>, ArticleId, Vec<PairId>)>,
    base: ArticleId,
    /// Article by article, the base first; with those that are not compared yet.
    columns: Vec<TableColumn>,
    rows: Vec<TableRow>,
    /// How many rows belong to the page and not to the telling.
    furniture: usize,
    place: Place,
    column: usize,
    /// Whether its numbers are of the beginning of long articles alone.
    pub beginning: bool,
    /// Where the reader was when it was opened.
    here: Option<Anchor>,
}

#[derive(Clone, Debug)]
struct TableColumn {
    id: ArticleId,
    label: String,
    compared: bool,
}

#[derive(Clone, Debug)]
struct TableRow {
    /// The paragraph whose words stand for the row.
    first: Anchor,
    cells: Vec<TableCell>,
}

/// What an article has of a passage, and what it lacks of it or has beyond it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct TableCell {
    paragraph: Option<ParagraphId>,
    /// The last one, where several paragraphs share the row.
    last: Option<ParagraphId>,
    sign: Option<Sign>,
    /// How many differences of the pair say that the base alone has something of the row.
    left_out: usize,
    /// How many say so of this article; and where in it the first stands, in bytes.
    added: usize,
    first_added: Option<u32>,
}

impl TableCell {
    /// Whether it only says where the passage stands.
    fn is_pointer(self) -> bool {
        matches!(self.sign, Some(Sign::MovedUp | Sign::MovedDown))
    }

    /// How often something is left out or added there, as the list of the pair counts.
    fn count(self, side: Side) -> usize {
        if side == Side::Left { self.left_out } else { self.added }
    }
}

impl TableRow {
    fn cell(&self, at: usize) -> TableCell {
        self.cells.get(at).copied().unwrap_or_default()
    }

    /// Whether the article of the column `at` leaves something of the base out here, or adds something.
    fn differs(&self, at: usize) -> bool {
        Side::BOTH.into_iter().any(|side| self.cell(at).count(side) > 0)
    }
}

impl Table {
    /// An empty table, to be filled; the column of `chosen` is chosen, and the passage where the reader is.
    #[must_use]
    pub fn new(base: ArticleId, chosen: ArticleId, here: Option<Anchor>) -> Self {
        let column = if chosen == base { 0 } else { chosen.index() + usize::from(chosen < base) };
        let (columns, rows) = (Vec::new(), Vec::new());
        Self {
            made_of: None,
            base,
            columns,
            rows,
            furniture: 0,
            place: Place::default(),
            column,
            beginning: false,
            here,
        }
    }

    /// Makes the rows anew if they are of another story or base, or more has been compared since; the chosen passage stays chosen.
    pub fn fill(&mut self, story: &Arc<Story>, base: ArticleId, compared: &BTreeMap<PairId, Compared>) {
        let known: Vec<PairId> = compared.keys().copied().collect();
        let same = self
            .made_of
            .as_ref()
            .is_some_and(|(of, old, pairs)| Arc::ptr_eq(of, story) && *old == base && *pairs == known);
        if same {
            return;
        }
        let before = self.rows.get(self.place.at).map(|row| row.first);
        let chosen = self.columns.get(self.column).map(|column| column.id);
        let against = |id: ArticleId| compared.get(&in_order(PairId { left: base, right: id }));
        self.base = base;
        self.columns = [base]
            .into_iter()
            .chain(story.articles.iter().map(|(id, _)| id).filter(|id| *id != base))
            .map(|id| TableColumn {
                id,
                label: story.articles[id].label.clone(),
                compared: id == base || against(id).is_some(),
            })
            .collect();
        if let Some(chosen) = chosen {
            self.column = self.columns.iter().position(|column| column.id == chosen).unwrap_or(0);
        }
        let others: Vec<ArticleId> =
            self.columns.iter().skip(1).filter(|column| column.compared).map(|column| column.id).collect();
        let alignments: Vec<&PairAlignment> = compared.values().map(|of| &of.comparison.alignment).collect();
        let levels: Vec<Levels<'_>> =
            others.iter().filter_map(|id| Some(Levels::of(story, (base, *id), against(*id)?))).collect();
        let marks: Vec<&Compared> = compared.values().collect();
        let rows = align::rows_over(story, base, &others, &alignments);
        let all = rows.len();
        self.rows = rows.iter().filter_map(|row| self.row(story, row, &others, &levels, &marks)).collect();
        self.furniture = all - self.rows.len();
        let chosen = match before {
            Some(before) => self.rows.iter().position(|row| row.first == before),
            None => self.here.and_then(|here| self.row_of(story, here)),
        };
        self.place.at = chosen.unwrap_or(self.place.at);
        self.place.at = self.place.at.min(self.rows.len().saturating_sub(1));
        self.made_of = Some((Arc::clone(story), base, known));
    }

    /// The row in which the paragraph at `here` stands, or the last one before it.
    fn row_of(&self, story: &Story, here: Anchor) -> Option<usize> {
        let column = self.columns.iter().position(|column| column.id == here.article)?;
        let paragraph = story.articles[here.article].paragraph_at(here.offset)?.index();
        // What moved is there twice, once as a pointer from where its counterpart stands.
        let own = |row: &TableRow| {
            row.cells
                .get(column)
                .filter(|cell| !cell.is_pointer())
                .and_then(|cell| cell.paragraph)
                .map(ParagraphId::index)
        };
        let before = self.rows.iter().enumerate().filter_map(|(at, row)| Some((own(row)?, at)));
        before.filter(|(number, _)| *number <= paragraph).max().map(|(_, at)| at)
    }

    /// A row of the table; none for what belongs to the page and not to the telling.
    fn row(
        &self,
        story: &Story,
        row: &Row,
        others: &[ArticleId],
        levels: &[Levels<'_>],
        compared: &[&Compared],
    ) -> Option<TableRow> {
        let ids = [self.base].into_iter().chain(others.iter().copied());
        // What one comparison has a counterpart for is told.
        let telling = |id: ArticleId, paragraph: &&ParagraphId| {
            let is_told = |of: &&Compared| {
                let side = Side::BOTH.into_iter().find(|side| of.pair().on(*side) == id);
                side.is_some_and(|side| !of.marks.is_furniture(side, **paragraph))
            };
            match story.articles[id].paragraph(**paragraph).role {
                ParagraphRole::Headline | ParagraphRole::Body => true,
                ParagraphRole::Dateline | ParagraphRole::Caption => compared.iter().any(is_told),
                ParagraphRole::Boilerplate => false,
            }
        };
        let (id, first) = ids
            .clone()
            .zip(&row.cells)
            .find_map(|(id, cell)| Some((id, *cell.paragraphs.iter().find(|paragraph| telling(id, paragraph))?)))?;
        let ours = row.cells.first().map_or(&[][..], |cell| &cell.paragraphs);
        let own = ours.first().copied();
        let mut cells = vec![TableCell::default(); self.columns.len()];
        cells[0] = TableCell { paragraph: own, ..TableCell::default() };
        for (number, (other, levels)) in others.iter().zip(levels).enumerate() {
            let Some(at) = self.columns.iter().position(|column| column.id == *other) else { continue };
            let theirs = row.cells.get(number + 1).map_or(&[][..], |cell| &cell.paragraphs);
            cells[at] = levels.cell(ours, theirs);
            if own.is_none() && cells[0].paragraph.is_none() {
                cells[0] = levels.elsewhere(theirs);
            }
        }
        for (number, id) in ids.enumerate() {
            let paragraphs = row.cells.get(number).map_or(&[][..], |cell| &cell.paragraphs);
            let at = self.columns.iter().position(|column| column.id == id);
            if let (Some(cell), [first, .., last]) = (at.and_then(|at| cells.get_mut(at)), paragraphs)
                && cell.paragraph == Some(*first)
                && !cell.is_pointer()
            {
                cell.last = Some(*last);
            }
        }
        // What the base alone has is marked in the base's own cell, once all are compared.
        let alone = self.columns.iter().all(|column| column.compared)
            && cells.iter().skip(1).all(|cell| cell.sign == Some(Sign::Only(Side::Left)));
        if let Some(cell) = cells.first_mut().filter(|cell| alone && cell.paragraph.is_some()) {
            cell.sign = Some(Sign::Only(Side::Left));
        }
        Some(TableRow { first: Anchor { article: id, offset: story.articles[id].paragraph(first).start }, cells })
    }

    /// The pairs with the base that are not compared yet, the first article's last.
    #[must_use]
    pub fn wanted(&self) -> Vec<PairId> {
        let missing = self.columns.iter().filter(|column| !column.compared);
        missing.rev().map(|column| in_order(PairId { left: self.base, right: column.id })).collect()
    }

    /// The passage of the chosen line, in the chosen article where that has it: what it adds there, if it adds something.
    #[must_use]
    pub fn chosen(&self, story: &Story) -> Option<Anchor> {
        let row = self.rows.get(self.place.at)?;
        let article = self.columns.get(self.column)?.id;
        let cell = row.cell(self.column);
        let start = |paragraph| story.articles[article].paragraph(paragraph).start;
        let own = cell.first_added.or(cell.paragraph.map(start));
        Some(own.map_or(row.first, |offset| Anchor { article, offset }))
    }

    /// What `command` does to it, when it is shown in `height` lines while `pair` is read, base first.
    pub fn apply(&mut self, command: Command, count: usize, story: &Story, pair: PairId, height: usize) -> Outcome {
        let column = self.columns.get(self.column).map_or(self.base, |column| column.id);
        match command {
            Command::Cancel => return Outcome::Close,
            Command::Accept => {
                let Some(at) = self.chosen(story) else { return Outcome::Stay };
                // The base against itself is no pair: it is read against the article that has the passage, or as before.
                let candidates = [column, at.article, pair.right, pair.left];
                let right = candidates.into_iter().find(|id| *id != self.base).unwrap_or(pair.right);
                return Outcome::Row(PairId { left: self.base, right }, at);
            }
            Command::CopyPassage => return self.chosen(story).map_or(Outcome::Stay, |at| copied(story, [at])),
            Command::CopyPair => {
                let cells = self.rows.get(self.place.at).map_or(&[][..], |row| &row.cells);
                let own = |(column, cell): (&TableColumn, &TableCell)| {
                    let offset = story.articles[column.id].paragraph(cell.paragraph?).start;
                    Some(Anchor { article: column.id, offset })
                };
                return copied(story, self.columns.iter().zip(cells).filter_map(own));
            }
            Command::MakeBase => return Outcome::Base(column),
            Command::LeftSide => self.column = self.column.saturating_sub(count.max(1)),
            Command::RightSide => self.column = (self.column + count.max(1)).min(self.columns.len().saturating_sub(1)),
            Command::Next | Command::Previous => {
                let walked = self.walk(count, command == Command::Next);
                self.place.fit(self.rows.len(), rows_in(height));
                return if walked { Outcome::Stay } else { Outcome::Say(self.nothing_more(command == Command::Next)) };
            }
            _ => {
                self.place.step(command, count, self.rows.len(), rows_in(height));
            }
        }
        self.place.fit(self.rows.len(), rows_in(height));
        Outcome::Stay
    }

    /// Goes to the next row, or the one before, in which the chosen article leaves something out or adds something; with the base chosen,
    /// any article. Says whether there is one.
    fn walk(&mut self, count: usize, forward: bool) -> bool {
        let columns = if self.column == 0 { 1..self.columns.len() } else { self.column..self.column + 1 };
        let differs = |at: &usize| columns.clone().any(|column| self.rows[*at].differs(column));
        let here = self.place.at;
        let behind = |count: usize, rows: &mut dyn Iterator<Item = usize>| rows.take(count.max(1)).last();
        let goal = match forward {
            true => behind(count, &mut (here + 1..self.rows.len()).filter(differs)),
            false => behind(count, &mut (0..here).rev().filter(differs)),
        };
        self.place.at = goal.unwrap_or(here);
        goal.is_some()
    }

    /// What is said at the last row that the chosen article leaves out or adds, or at the first.
    fn nothing_more(&self, forward: bool) -> String {
        let whom = match self.columns.get(self.column).filter(|column| column.id != self.base) {
            Some(column) => format!(" by {}", column.label),
            None => String::new(),
        };
        format!("nothing {} is left out or added{whom}", if forward { "further down" } else { "further up" })
    }

    /// Chooses the line at `row` of its lines, as a click does. Says whether there is one.
    pub fn click(&mut self, row: usize, height: usize) -> bool {
        self.place.click(row, ABOVE, self.rows.len(), height)
    }
}

/// Copies the whole paragraphs at `places`.
fn copied(story: &Story, places: impl IntoIterator<Item = Anchor>) -> Outcome {
    let sentences = |Anchor { article: id, offset }: Anchor| {
        let article = &story.articles[id];
        let paragraph = article.paragraph_at(offset).unwrap_or_default();
        (id, article.paragraph(paragraph).sentence_ids().collect())
    };
    Outcome::Copy(places.into_iter().map(sentences).collect())
}

/// Lines above those of passages: the heading, the articles' letters, what each leaves out, what it adds.
const ABOVE: usize = 4;

/// From so many lines on, the last one says what the signs mean.
const EXPLAINED_FROM: usize = 10;

fn rows_in(height: usize) -> usize {
    height.saturating_sub(ABOVE + usize::from(height >= EXPLAINED_FROM)).max(1)
}
