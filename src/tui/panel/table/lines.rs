//! The table drawn: a line for each passage, a cell for each article, and above them how much each leaves out and adds.

use std::ops::Range;

use super::{EXPLAINED_FROM, Table, TableCell, TableRow, WORDS, rows_in};
use crate::{
    page::{Glyphs, Line, Role, Run, Sign, beginning},
    story::{ParagraphId, Side, Story},
    text::{bidi::isolated, width::columns},
    tui::{
        fit::{self, Statement},
        panel::{
            lines::{column, cut, filled, fitted, heading, one_line},
            so_far,
        },
    },
};

impl Table {
    /// Its lines: exactly `height` of `width` columns.
    #[must_use]
    pub fn lines(&self, story: &Story, width: usize, height: usize, glyphs: Glyphs) -> Vec<Line> {
        let missing: Vec<&str> =
            self.columns.iter().filter(|column| !column.compared).map(|column| column.label.as_str()).collect();
        // Columns of a cell: a blank, the sign, the number; and so many of the articles as leave the words their room.
        let most = story.articles.iter().map(|(_, article)| article.paragraphs.len()).max().unwrap_or(1).max(1);
        let label = self.columns.iter().map(|column| column.label.len()).max().unwrap_or(1);
        let wide = |cell: &TableCell| {
            let tail: usize = parts(*cell, glyphs).iter().map(|(text, _)| usize::from(columns(text).0)).sum();
            tail + cell.paragraph.map_or(0, |first| numbers(first, cell.last).len())
        };
        let widest = self.rows.iter().flat_map(|row| &row.cells).map(wide).max();
        let sums = Side::BOTH.into_iter().flat_map(|side| (0..self.columns.len()).map(move |at| (side, at)));
        let sums = sums.map(|(side, at)| self.sum(at, side).to_string().len()).max();
        let numbers = (most.ilog10() as usize + 1).max(label).max(2);
        let cell = numbers.max(widest.unwrap_or(0)).max(sums.unwrap_or(0)) + 3;
        let fit = (width.saturating_sub(WORDS + 6) / cell).max(1).min(self.columns.len());
        let from = (self.column + 1).saturating_sub(fit);
        let shown = from..(from + fit).min(self.columns.len());
        let words = width.saturating_sub(fit * cell + 1);
        let said = self.said((fit, &missing), width.saturating_sub("-- The whole story   ".len()), glyphs);
        let mut lines = vec![heading("The whole story", &said, width, glyphs)];
        let base = &story.articles[self.base].label;
        let legend = [
            format!(" base {base}; numbers are of paragraphs"),
            format!(" base {base}; numbers: {}", glyphs.paragraph()),
            format!(" base {base}"),
        ];
        let legend = legend.iter().find(|text| usize::from(columns(text).0) <= words).map_or("", String::as_str);
        let labels = self.columns.get(shown.clone()).unwrap_or_default();
        let mut runs = vec![Run::new(column(legend, words, glyphs), Role::Hint)];
        for (number, of) in labels.iter().enumerate() {
            let role = if from + number == self.column { Role::Panel } else { Role::Hint };
            runs.push(Run::new(column(&format!("  {}", of.label), cell, glyphs), role));
        }
        lines.push(fitted(runs, width, Role::Blank, glyphs));
        for (what, side) in [("left out", Side::Left), ("added", Side::Right)] {
            lines.push(self.sums(what, side, (shown.clone(), cell, words), width, glyphs));
        }
        for index in self.place.shown(self.rows.len(), rows_in(height)) {
            let Some(row) = self.rows.get(index) else { continue };
            let chosen = index == self.place.at;
            lines.push(self.line(story, row, chosen, (shown.clone(), cell, words), width, glyphs));
        }
        if height < EXPLAINED_FROM {
            return filled(lines, width, height);
        }
        // What the table leaves empty shows the chosen passage in full.
        let spare = (height - 1).saturating_sub(lines.len());
        lines.extend(self.whole(story, width, spare, glyphs));
        let mut lines = filled(lines, width, height - 1);
        lines.push(meanings(width, glyphs));
        lines
    }

    /// What stands in the heading, in `room` columns: how much there is, of which `fit` articles are seen and some are `missing`.
    fn said(&self, (fit, missing): (usize, &[&str]), room: usize, glyphs: Glyphs) -> String {
        let count = self.rows.len();
        let passages = if count == 1 { "1 passage".to_owned() } else { format!("{count} passages") };
        let mut said = vec![Statement::new(90, [so_far(passages, self.beginning)])];
        if fit < self.columns.len() {
            said.push(Statement::new(80, [format!("{fit} of {} articles", self.columns.len()), String::new()]));
        }
        if self.furniture > 0 {
            said.push(Statement::new(10, [format!("{} of page furniture hidden", self.furniture), String::new()]));
        }
        if !missing.is_empty() {
            let some = missing.iter().take(4).copied().collect::<Vec<_>>().join(", ");
            said.push(Statement::new(70, [format!("comparing {some}{}", glyphs.ellipsis()), String::new()]));
        }
        fit::line(&said, &format!(" {} ", glyphs.dot()), room, glyphs.ellipsis())
    }

    /// How much the article of the column `at` leaves out of the base, or adds to it, as the list of the two counts.
    fn sum(&self, at: usize, side: Side) -> usize {
        self.rows.iter().map(|row| row.cell(at).count(side)).sum()
    }

    /// How much each article leaves out of the base, or how much it adds.
    fn sums(
        &self,
        what: &str,
        side: Side,
        (shown, cell, words): (Range<usize>, usize, usize),
        width: usize,
        glyphs: Glyphs,
    ) -> Line {
        let sign = Sign::Only(side);
        let mut runs = vec![Run::new(format!("{what:>0$} ", words - 1), Role::Hint)];
        for at in shown {
            let of = self.columns.get(at).filter(|column| column.compared && column.id != self.base);
            let text = of.map(|_| format!(" {}{}", glyphs.sign(sign), self.sum(at, side))).unwrap_or_default();
            runs.push(Run::new(column(&text, cell, glyphs), Role::Sign(sign)));
        }
        fitted(runs, width, Role::Blank, glyphs)
    }

    fn line(
        &self,
        story: &Story,
        row: &TableRow,
        chosen: bool,
        (shown, cell, words): (Range<usize>, usize, usize),
        width: usize,
        glyphs: Glyphs,
    ) -> Line {
        let article = &story.articles[row.first.article];
        let id = article.paragraph_at(row.first.offset).unwrap_or_default();
        let text = beginning(article.paragraph(id).span().of(&article.text), words, glyphs);
        let label = if row.first.article == self.base { String::new() } else { format!("{}: ", article.label) };
        let room = words.saturating_sub(2 + usize::from(columns(&label).0));
        let text = column(&format!("{label}{}", isolated(&cut(&one_line(&text), room, glyphs))), words - 1, glyphs);
        let plain = if chosen { Role::Selected } else { Role::PanelText };
        let mut runs = vec![Run::new(format!("{}{text}", if chosen { '>' } else { ' ' }), plain)];
        for at in shown {
            let here = row.cell(at);
            let pending = self.columns.get(at).is_some_and(|column| !column.compared);
            let mark = if chosen && at == self.column { ">" } else { " " };
            let sign = here.sign.map_or(" ", |sign| glyphs.sign(sign));
            let number = match here.paragraph {
                _ if pending => glyphs.ellipsis().to_owned(),
                Some(paragraph) => numbers(paragraph, here.last),
                None => String::new(),
            };
            let role = |sign: Option<Sign>| sign.filter(|_| !chosen).map_or(plain, Role::Sign);
            let mut own = vec![Run::new(sign, role(here.sign)), Run::new(number, plain)];
            own.extend(parts(here, glyphs).into_iter().map(|(text, sign)| Run::new(text, role(Some(sign)))));
            runs.push(Run::new(mark, plain));
            runs.extend(fitted(own, cell.saturating_sub(1), plain, glyphs).runs);
        }
        fitted(runs, width, if chosen { Role::Selected } else { Role::Blank }, glyphs)
    }
}

/// What stands behind the number of a cell: a sign for each part of the row that is left out, or added, beside what the sign before it tells.
fn parts(cell: TableCell, glyphs: Glyphs) -> Vec<(String, Sign)> {
    let parts = Side::BOTH.map(|side| {
        let sign = Sign::Only(side);
        let count = cell.count(side) - usize::from(cell.sign == Some(sign) && cell.count(side) > 0);
        let drawn = glyphs.sign(sign);
        (if count > MOST_SIGNS { format!("{drawn}x{count}") } else { drawn.repeat(count) }, sign)
    });
    parts.into_iter().filter(|(text, _)| !text.is_empty()).collect()
}

/// More parts of a row than so many are counted, and not drawn one by one.
const MOST_SIGNS: usize = 3;

/// What the signs of the cells mean, as many as fit.
fn meanings(width: usize, glyphs: Glyphs) -> Line {
    const MEANT: [(&[Sign], [&str; 2]); 6] = [
        (&[Sign::Same], ["same", "same"]),
        (&[Sign::Reworded], ["reworded", "reworded"]),
        (&[Sign::Partial], ["shares a part", "part"]),
        (&[Sign::MovedUp, Sign::MovedDown], ["stands elsewhere", "moved"]),
        (&[Sign::Only(Side::Left)], ["left out, or a part of it", "left out"]),
        (&[Sign::Only(Side::Right)], ["added, or a part of it", "added"]),
    ];
    let runs = |short: usize| {
        let mut runs = vec![Run::blank(1)];
        for (signs, means) in MEANT {
            runs.extend(signs.iter().map(|sign| Run::new(glyphs.sign(*sign), Role::Sign(*sign))));
            runs.push(Run::new(format!(" {}  ", means[short]), Role::Hint));
        }
        runs
    };
    let fits = |runs: &Vec<Run>| runs.iter().map(Run::columns).sum::<usize>() <= width + 2;
    let full = runs(0);
    fitted(if fits(&full) { full } else { runs(1) }, width, Role::Blank, glyphs)
}

/// The number of a paragraph, or of the first and the last of several.
fn numbers(first: ParagraphId, last: Option<ParagraphId>) -> String {
    match last {
        Some(last) => format!("{}-{}", first.index() + 1, last.index() + 1),
        None => (first.index() + 1).to_string(),
    }
}
