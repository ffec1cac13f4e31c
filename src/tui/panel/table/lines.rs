//! The table drawn: a line for each passage, a cell for each article, and above them how much each leaves out and adds.

use std::ops::Range;

use super::{Table, TableRow, WORDS, rows_in};
use crate::{
    page::{Glyphs, Line, Role, Run, Sign, beginning},
    story::{ParagraphId, Side, Story},
    text::width::columns,
    tui::panel::lines::{column, cut, filled, fitted, heading, one_line},
};

impl Table {
    /// Its lines: exactly `height` of `width` columns.
    #[must_use]
    pub fn lines(&self, story: &Story, width: usize, height: usize, glyphs: Glyphs) -> Vec<Line> {
        let missing: Vec<&str> =
            self.columns.iter().filter(|column| !column.compared).map(|column| column.label.as_str()).collect();
        let mut said = vec![format!("{} passages", self.rows.len())];
        if self.furniture > 0 {
            said.push(format!("{} of page furniture hidden", self.furniture));
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
        let labels = self.columns.get(shown.clone()).unwrap_or_default();
        let mut runs = vec![Run::new(" ".repeat(words), Role::Blank)];
        for (number, of) in labels.iter().enumerate() {
            let role = if from + number == self.column { Role::Panel } else { Role::Hint };
            let base = if of.id == self.base { "*" } else { "" };
            runs.push(Run::new(column(&format!("  {}{base}", of.label), cell, glyphs), role));
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
        filled(lines, width, height)
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
                Some(paragraph) => numbers(paragraph, here.last),
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

/// The number of a paragraph, or of the first and the last of several.
fn numbers(first: ParagraphId, last: Option<ParagraphId>) -> String {
    match last {
        Some(last) => format!("{}-{}", first.index() + 1, last.index() + 1),
        None => (first.index() + 1).to_string(),
    }
}
