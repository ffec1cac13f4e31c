//! The table drawn: a line for each passage, a cell for each article, and above them how much each leaves out and adds.

use std::ops::Range;

use super::{Table, TableRow, WORDS, rows_in};
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
        let shared = self
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .filter_map(|cell| Some(numbers(cell.paragraph?, Some(cell.last?)).len()));
        let cell = (most.ilog10() as usize + 1).max(label).max(2).max(shared.max().unwrap_or(0)) + 3;
        let fit = (width.saturating_sub(WORDS + 6) / cell).max(1).min(self.columns.len());
        let from = (self.column + 1).saturating_sub(fit);
        let shown = from..(from + fit).min(self.columns.len());
        let words = width.saturating_sub(fit * cell + 1);
        let said = self.said((fit, &missing), width.saturating_sub("-- The whole story   ".len()), glyphs);
        let mut lines = vec![heading("The whole story", &said, width, glyphs)];
        let base = &story.articles[self.base].label;
        let legend = [format!(" base {base}; numbers are of paragraphs"), format!(" base {base}")];
        let legend = legend.iter().find(|text| usize::from(columns(text).0) < words).map_or("", String::as_str);
        let labels = self.columns.get(shown.clone()).unwrap_or_default();
        let mut runs = vec![Run::new(column(legend, words, glyphs), Role::Hint)];
        for (number, of) in labels.iter().enumerate() {
            let role = if from + number == self.column { Role::Panel } else { Role::Hint };
            runs.push(Run::new(column(&format!("  {}", of.label), cell, glyphs), role));
        }
        lines.push(fitted(runs, width, Role::Blank, glyphs));
        for (what, sign) in [("left out", Sign::Only(Side::Left)), ("added", Sign::Only(Side::Right))] {
            lines.push(self.sums(what, sign, (shown.clone(), cell, words), width, glyphs));
        }
        for index in self.place.shown(self.rows.len(), rows_in(height)) {
            let Some(row) = self.rows.get(index) else { continue };
            let chosen = index == self.place.at;
            lines.push(self.line(story, row, chosen, (shown.clone(), cell, words), width, glyphs));
        }
        if lines.len() + 1 < height {
            lines.push(Line { runs: vec![Run::blank(width)] });
            lines.push(meanings(width, glyphs));
        }
        filled(lines, width, height)
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

    /// How many of the base's passages each article leaves out, or how many it adds.
    fn sums(
        &self,
        what: &str,
        sign: Sign,
        (shown, cell, words): (Range<usize>, usize, usize),
        width: usize,
        glyphs: Glyphs,
    ) -> Line {
        let mut runs = vec![Run::new(format!("{what:>0$} ", words - 1), Role::Hint)];
        for at in shown {
            let of = self.columns.get(at).filter(|column| column.compared && column.id != self.base);
            let text = of.map(|_| self.rows.iter().filter(|row| row.differs(at) == Some(sign)).count().to_string());
            let text = text.map(|count| format!(" {}{count}", glyphs.sign(sign))).unwrap_or_default();
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
        let id = article.paragraphs.partition_point(|paragraph| paragraph.start <= row.first.offset).max(1) - 1;
        let text = beginning(article.paragraph(ParagraphId::new(id)).span().of(&article.text), words, glyphs);
        let label = if row.first.article == self.base { String::new() } else { format!("{}: ", article.label) };
        let room = words.saturating_sub(2 + usize::from(columns(&label).0));
        let text = column(&format!("{label}{}", isolated(&cut(&one_line(&text), room, glyphs))), words - 1, glyphs);
        let plain = if chosen { Role::Selected } else { Role::PanelText };
        let mut runs = vec![Run::new(format!("{}{text}", if chosen { '>' } else { ' ' }), plain)];
        for at in shown {
            let here = row.cells.get(at).copied().unwrap_or_default();
            let pending = self.columns.get(at).is_some_and(|column| !column.compared);
            let mark = if chosen && at == self.column { ">" } else { " " };
            // What the base has and this article has not would else be an empty cell, as is what neither of them has.
            let left_out = Some(Sign::Only(Side::Left)).filter(|sign| !pending && row.differs(at) == Some(*sign));
            let marked = here.sign.or(left_out);
            let sign = marked.map_or(" ", |sign| glyphs.sign(sign));
            let number = match here.paragraph {
                _ if pending => glyphs.ellipsis().to_owned(),
                Some(paragraph) => numbers(paragraph, here.last),
                None => String::new(),
            };
            let role = marked.filter(|_| !chosen).map_or(plain, Role::Sign);
            runs.push(Run::new(mark, plain));
            runs.push(Run::new(sign, role));
            let used = 1 + usize::from(columns(sign).0);
            runs.push(Run::new(column(&number, cell.saturating_sub(used), glyphs), plain));
        }
        fitted(runs, width, if chosen { Role::Selected } else { Role::Blank }, glyphs)
    }
}

/// What the signs of the cells mean, as many as fit.
fn meanings(width: usize, glyphs: Glyphs) -> Line {
    const MEANT: [(&[Sign], &str); 6] = [
        (&[Sign::Same], "same"),
        (&[Sign::Reworded], "reworded"),
        (&[Sign::Partial], "shares a part"),
        (&[Sign::MovedUp, Sign::MovedDown], "stands elsewhere"),
        (&[Sign::Only(Side::Left)], "left out"),
        (&[Sign::Only(Side::Right)], "added"),
    ];
    let mut runs = vec![Run::blank(1)];
    let mut used = 1;
    for (signs, means) in MEANT {
        let wide = 2 * signs.len() + means.len() + 2;
        if used + wide > width + 2 {
            break;
        }
        runs.extend(signs.iter().map(|sign| Run::new(format!("{} ", glyphs.sign(*sign)), Role::Sign(*sign))));
        runs.push(Run::new(format!("{means}  "), Role::Hint));
        used += wide;
    }
    fitted(runs, width, Role::Blank, glyphs)
}

/// The number of a paragraph, or of the first and the last of several.
fn numbers(first: ParagraphId, last: Option<ParagraphId>) -> String {
    match last {
        Some(last) => format!("{}-{}", first.index() + 1, last.index() + 1),
        None => (first.index() + 1).to_string(),
    }
}
