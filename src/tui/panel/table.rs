//! The whole story as a table: a line for each passage, a cell for each article that says whether it has the passage, how alike,
//! and in which paragraph.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    Outcome, Place,
    lines::{column, cut, filled, fitted, heading, one_line},
};
use crate::{
    align::{self, PairAlignment, Row},
    page::{Compared, Glyphs, Line, Role, Run, Sign, beginning, grade_sign},
    story::{ArticleId, PairId, ParagraphId, ParagraphRole, Side, Story},
    text::width::columns,
    tui::{
        command::Command,
        state::{Anchor, base_of, in_order},
    },
};

/// The fewest columns that the passage's words are given.
const WORDS: usize = 18;

/// The table of a story.
#[derive(Clone, Debug)]
pub struct Table {
    made_of: Option<(Arc<Story>, ArticleId, Vec<PairId>)>,
    base: ArticleId,
    /// Article by article, the base first; with those that are not compared yet.
    columns: Vec<TableColumn>,
    rows: Vec<TableRow>,
    boilerplate: usize,
    place: Place,
    column: usize,
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

/// What an article has of a passage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct TableCell {
    paragraph: Option<ParagraphId>,
    sign: Option<Sign>,
}

impl Table {
    /// An empty table, to be filled; the column of `chosen` is chosen.
    #[must_use]
    pub fn new(base: ArticleId, chosen: ArticleId) -> Self {
        let column = if chosen == base { 0 } else { chosen.index() + usize::from(chosen < base) };
        let (columns, rows) = (Vec::new(), Vec::new());
        Self { made_of: None, base, columns, rows, boilerplate: 0, place: Place::default(), column }
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
            others.iter().filter_map(|id| Some(Levels::of(base, *id, against(*id)?))).collect();
        let rows = align::rows_over(story, base, &others, &alignments);
        let all = rows.len();
        self.rows = rows.iter().filter_map(|row| self.row(story, row, &others, &levels)).collect();
        self.boilerplate = all - self.rows.len();
        if let Some(before) = before {
            self.place.at = self.rows.iter().position(|row| row.first == before).unwrap_or(self.place.at);
        }
        self.place.at = self.place.at.min(self.rows.len().saturating_sub(1));
        self.made_of = Some((Arc::clone(story), base, known));
    }

    /// A row of the table; none for what belongs to the page and not to the telling.
    fn row(&self, story: &Story, row: &Row, others: &[ArticleId], levels: &[Levels<'_>]) -> Option<TableRow> {
        let ids = [self.base].into_iter().chain(others.iter().copied());
        let telling = |id: ArticleId, paragraph: &&ParagraphId| {
            story.articles[id].paragraph(**paragraph).role != ParagraphRole::Boilerplate
        };
        let (id, first) = ids
            .clone()
            .zip(&row.cells)
            .find_map(|(id, cell)| Some((id, *cell.paragraphs.iter().find(|paragraph| telling(id, paragraph))?)))?;
        let own = row.cells.first().and_then(|cell| cell.paragraphs.first()).copied();
        let mut cells = vec![TableCell::default(); self.columns.len()];
        cells[0] = TableCell { paragraph: own, sign: None };
        for (number, (other, levels)) in others.iter().zip(levels).enumerate() {
            let Some(at) = self.columns.iter().position(|column| column.id == *other) else { continue };
            let theirs = row.cells.get(number + 1).map_or(&[][..], |cell| &cell.paragraphs);
            cells[at] = levels.cell(own, theirs);
            if own.is_none() && cells[0].paragraph.is_none() {
                cells[0] = levels.elsewhere(theirs);
            }
        }
        // What the base alone has is marked in the base's own cell, once all are compared.
        let alone = self.columns.iter().all(|column| column.compared)
            && cells.iter().skip(1).all(|cell| cell.paragraph.is_none());
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

    /// The passage of the chosen line, in the chosen article where that has it.
    fn chosen(&self, story: &Story) -> Option<Anchor> {
        let row = self.rows.get(self.place.at)?;
        let article = self.columns.get(self.column)?.id;
        let own = row.cells.get(self.column).and_then(|cell| cell.paragraph);
        let own = own.map(|paragraph| Anchor { article, offset: story.articles[article].paragraph(paragraph).start });
        Some(own.unwrap_or(row.first))
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
            Command::Next => self.walk(count, |at| at.checked_add(1)),
            Command::Previous => self.walk(count, |at| at.checked_sub(1)),
            _ => {
                self.place.step(command, count, self.rows.len(), rows_in(height));
            }
        }
        self.place.fit(self.rows.len(), rows_in(height));
        Outcome::Stay
    }

    /// Goes to the next row, in the direction of `step`, that not every article has.
    fn walk(&mut self, count: usize, step: impl Fn(usize) -> Option<usize>) {
        for _ in 0..count.max(1) {
            let mut at = self.place.at;
            while let Some(next) = step(at).filter(|next| *next < self.rows.len()) {
                at = next;
                if self.rows[at].cells.iter().any(|cell| cell.paragraph.is_none()) {
                    self.place.at = at;
                    break;
                }
            }
        }
    }

    /// Chooses the line at `row` of its lines, as a click does. Says whether there is one.
    pub fn click(&mut self, row: usize, height: usize) -> bool {
        self.place.click(row, 2, self.rows.len(), height)
    }

    /// Its lines: exactly `height` of `width` columns.
    #[must_use]
    pub fn lines(&self, story: &Story, width: usize, height: usize, glyphs: Glyphs) -> Vec<Line> {
        let missing: Vec<&str> =
            self.columns.iter().filter(|column| !column.compared).map(|column| column.label.as_str()).collect();
        let mut said = vec![format!("{} passages", self.rows.len())];
        if self.boilerplate > 0 {
            said.push(format!("{} of boilerplate hidden", self.boilerplate));
        }
        if !missing.is_empty() {
            let some = missing.iter().take(4).copied().collect::<Vec<_>>().join(", ");
            said.push(format!("comparing {some}{}", glyphs.ellipsis()));
        }
        let said = said.join(&format!(" {} ", glyphs.dot()));
        let mut lines = vec![heading("The whole story", &said, width, glyphs)];
        // Columns of a cell: a blank, the sign, the number; and so many of the articles as leave the words their room.
        let most = story.articles.iter().map(|(_, article)| article.paragraphs.len()).max().unwrap_or(1).max(1);
        let label = self.columns.iter().map(|column| column.label.len()).max().unwrap_or(1);
        let cell = (most.ilog10() as usize + 1).max(label).max(2) + 3;
        let fit = (width.saturating_sub(WORDS + 6) / cell).max(1).min(self.columns.len());
        let from = (self.column + 1).saturating_sub(fit);
        let shown = from..(from + fit).min(self.columns.len());
        let words = width.saturating_sub(fit * cell + 1);
        let labels = self.columns.get(shown.clone()).unwrap_or_default();
        let mut runs = vec![Run::new(" ".repeat(words), Role::Blank)];
        for (number, of) in labels.iter().enumerate() {
            let role = if from + number == self.column { Role::Panel } else { Role::Hint };
            let base = if of.id == self.base { "*" } else { "" };
            runs.push(Run::new(column(&format!("  {}{base}", of.label), cell, glyphs), role));
        }
        lines.push(fitted(runs, width, Role::Blank, glyphs));
        for index in self.place.shown(self.rows.len(), rows_in(height)) {
            let Some(row) = self.rows.get(index) else { continue };
            let chosen = index == self.place.at;
            lines.push(self.line(story, row, chosen, (shown.clone(), cell, words), width, glyphs));
        }
        filled(lines, width, height)
    }

    fn line(
        &self,
        story: &Story,
        row: &TableRow,
        chosen: bool,
        (shown, cell, words): (std::ops::Range<usize>, usize, usize),
        width: usize,
        glyphs: Glyphs,
    ) -> Line {
        let article = &story.articles[row.first.article];
        let id = article.paragraphs.partition_point(|paragraph| paragraph.start <= row.first.offset).max(1) - 1;
        let text = beginning(article.paragraph(ParagraphId::new(id)).span().of(&article.text), words, glyphs);
        let label = if row.first.article == self.base { String::new() } else { format!("{}: ", article.label) };
        let text =
            column(&cut(&format!("{label}{}", one_line(&text)), words.saturating_sub(2), glyphs), words - 1, glyphs);
        let plain = if chosen { Role::Selected } else { Role::PanelText };
        let mut runs = vec![Run::new(format!("{}{text}", if chosen { '>' } else { ' ' }), plain)];
        for at in shown {
            let here = row.cells.get(at).copied().unwrap_or_default();
            let pending = self.columns.get(at).is_some_and(|column| !column.compared);
            let mark = if chosen && at == self.column { ">" } else { " " };
            let sign = here.sign.map_or(" ", |sign| glyphs.sign(sign));
            let number = match here.paragraph {
                _ if pending => glyphs.ellipsis().to_owned(),
                Some(paragraph) => (paragraph.index() + 1).to_string(),
                None => String::new(),
            };
            let role = here.sign.filter(|_| !chosen).map_or(plain, Role::Sign);
            runs.push(Run::new(mark, plain));
            runs.push(Run::new(sign, role));
            let used = 1 + usize::from(columns(sign).0);
            runs.push(Run::new(column(&number, cell.saturating_sub(used), glyphs), plain));
        }
        fitted(runs, width, if chosen { Role::Selected } else { Role::Blank }, glyphs)
    }
}

/// What an article has of the base's paragraphs.
struct Levels<'a> {
    side: Side,
    compared: &'a Compared,
    /// The row of each paragraph of the base, and of the other article, as an index into the pair's rows.
    rows: [BTreeMap<ParagraphId, usize>; 2],
}

impl<'a> Levels<'a> {
    fn of(base: ArticleId, other: ArticleId, compared: &'a Compared) -> Self {
        let side = base_of(PairId { left: base, right: other });
        let mut rows = [BTreeMap::new(), BTreeMap::new()];
        for (at, row) in compared.comparison.alignment.rows.iter().enumerate() {
            let (own, theirs) = cells_of(side);
            for (places, cell) in rows.iter_mut().zip([own, theirs]) {
                places.extend(row.cells[cell].paragraphs.iter().map(|paragraph| (*paragraph, at)));
            }
        }
        Self { side, compared, rows }
    }

    /// What the article has of a row: `own` is the base's paragraph, `theirs` are the article's that stand level with it.
    fn cell(&self, own: Option<ParagraphId>, theirs: &[ParagraphId]) -> TableCell {
        let rows = &self.compared.comparison.alignment.rows;
        let at = |places: &BTreeMap<ParagraphId, usize>, id| places.get(&id).and_then(|at| rows.get(*at));
        if let Some(first) = theirs.first() {
            let sign = match at(&self.rows[1], *first).and_then(|row| row.grade) {
                Some(grade) if own.is_some() => grade_sign(grade),
                _ if self.elsewhere(theirs).paragraph.is_some() => {
                    return TableCell { paragraph: Some(*first), sign: None };
                }
                _ => Sign::Only(Side::Right),
            };
            return TableCell { paragraph: Some(*first), sign: Some(sign) };
        }
        // Not level: the passage may stand elsewhere.
        own.and_then(|own| pointed(at(&self.rows[0], own)?, cells_of(self.side).1, own)).unwrap_or_default()
    }

    /// Where the base has what `theirs` say, when it has it at another place.
    fn elsewhere(&self, theirs: &[ParagraphId]) -> TableCell {
        let rows = &self.compared.comparison.alignment.rows;
        let cell = theirs.iter().find_map(|id| pointed(rows.get(*self.rows[1].get(id)?)?, cells_of(self.side).0, *id));
        cell.unwrap_or_default()
    }
}

/// The partner that stands elsewhere, as the cell `cell` of `row` points to it, and in which direction from the paragraph `from`.
fn pointed(row: &Row, cell: usize, from: ParagraphId) -> Option<TableCell> {
    let pointer = row.cells.get(cell)?.pointers.first()?;
    let sign = if pointer.paragraph < from { Sign::MovedUp } else { Sign::MovedDown };
    Some(TableCell { paragraph: Some(pointer.paragraph), sign: Some(sign) })
}

/// The cells of the base and of the other article in a row of a pair in which `side` is the base.
fn cells_of(side: Side) -> (usize, usize) {
    if side == Side::Left { (0, 1) } else { (1, 0) }
}

/// Copies the whole paragraphs at `places`.
fn copied(story: &Story, places: impl IntoIterator<Item = Anchor>) -> Outcome {
    let sentences = |Anchor { article: id, offset }: Anchor| {
        let article = &story.articles[id];
        let at = article.paragraphs.partition_point(|paragraph| paragraph.start <= offset).max(1) - 1;
        (id, article.paragraph(ParagraphId::new(at)).sentence_ids().collect())
    };
    Outcome::Copy(places.into_iter().map(sentences).collect())
}

fn rows_in(height: usize) -> usize {
    height.saturating_sub(2).max(1)
}
