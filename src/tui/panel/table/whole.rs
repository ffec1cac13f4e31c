//! The chosen passage in full, below a table that leaves room: in the base and in the chosen article.

use super::Table;
use crate::{
    page::{Glyphs, Line, MEASURE, Role, Run},
    story::{ArticleId, ParagraphId, Story},
    text::{bidi::isolated, width::columns},
    tui::{
        fit,
        panel::lines::{fitted, one_line},
    },
};

/// Fewer lines than this show nothing that the table does not.
const LOWEST: usize = 4;

/// Columns for the place of a passage, `A ¶12`, beside its words.
const PLACE: usize = 8;

impl Table {
    /// At most `room` lines of `width` columns: none where that is little.
    pub(super) fn whole(&self, story: &Story, width: usize, room: usize, glyphs: Glyphs) -> Vec<Line> {
        if room < LOWEST {
            return Vec::new();
        }
        let passages = self.passages(story);
        let mut lines = vec![fitted([], width, Role::Blank, glyphs)];
        for (number, (id, paragraph)) in passages.iter().enumerate() {
            let article = &story.articles[*id];
            let text = one_line(article.paragraph(*paragraph).span().of(&article.text));
            // Each gets its share of what is left, so that one does not hide the other.
            let most = room.saturating_sub(lines.len()) / (passages.len() - number).max(1);
            let measure = width.saturating_sub(PLACE + 2).min(MEASURE);
            let place = format!(" {} {}{}", article.label, glyphs.paragraph(), paragraph.index() + 1);
            for (line, words) in fit::lines(&text, measure, most, glyphs.ellipsis()).iter().enumerate() {
                let place = if line == 0 { place.as_str() } else { "" };
                let pad = PLACE.saturating_sub(usize::from(columns(place).0));
                let runs =
                    [Run::new(place, Role::Number), Run::blank(pad + 1), Run::new(isolated(words), Role::PanelText)];
                lines.push(fitted(runs, width, Role::Blank, glyphs));
            }
        }
        lines.extend(
            self.lacking().map(|text| fitted([Run::new(format!(" {text}"), Role::Note)], width, Role::Blank, glyphs)),
        );
        lines.truncate(room);
        lines
    }

    /// That the chosen article, or the base where it adds something, has nothing there.
    fn lacking(&self) -> Option<String> {
        let (row, column) = (self.rows.get(self.place.at)?, self.columns.get(self.column)?);
        let lacks = |at: usize| row.cell(at).paragraph.is_none();
        let other = (self.column > 0 && column.compared && lacks(self.column)).then_some(column);
        let whose = other.or_else(|| self.columns.first().filter(|_| lacks(0)))?;
        Some(format!("{}: no counterpart found", whose.label))
    }

    /// The paragraphs of the chosen row: the base's, then the chosen article's; of neither the one that the row tells of.
    fn passages(&self, story: &Story) -> Vec<(ArticleId, ParagraphId)> {
        let Some(row) = self.rows.get(self.place.at) else { return Vec::new() };
        let mut columns = vec![0, self.column];
        columns.dedup();
        let of = |at: usize| {
            let (cell, id) = (row.cell(at), self.columns.get(at)?.id);
            let first = cell.paragraph?.index();
            let last = cell.last.map_or(first, ParagraphId::index);
            Some((first..=last).map(move |paragraph| (id, ParagraphId::new(paragraph))))
        };
        let passages: Vec<_> = columns.into_iter().filter_map(of).flatten().collect();
        if passages.is_empty() {
            let article = &story.articles[row.first.article];
            return article.paragraph_at(row.first.offset).map(|id| (row.first.article, id)).into_iter().collect();
        }
        passages
    }
}
