//! The line where a search is typed, and what it has found so far in each article.

use super::{Outcome, lines::fitted};
use crate::{
    page::{Glyphs, Line, Role, Run},
    text::width::columns,
    tui::{
        command::Command,
        prompt::Prompt,
        search::{Found, Query},
    },
};

/// A search that is being typed.
#[derive(Clone, Debug)]
pub struct SearchLine {
    /// What was typed.
    pub prompt: Prompt,
    /// Whether it is a regular expression.
    pub regex: bool,
    /// What was found of it, or of what was typed a moment ago.
    pub found: Found,
}

impl SearchLine {
    /// A search as `before` left it.
    #[must_use]
    pub fn new(before: Query) -> Self {
        Self { prompt: Prompt::new(before.text), regex: before.regex, found: Found::default() }
    }

    /// What it looks for.
    #[must_use]
    pub fn query(&self) -> Query {
        Query { text: self.prompt.text().to_owned(), regex: self.regex }
    }

    /// What `command` does to it.
    pub fn apply(&mut self, command: Command) -> Outcome {
        match command {
            Command::ToggleRegex => {
                self.regex = !self.regex;
                Outcome::Search
            }
            Command::Accept if self.prompt.text().is_empty() => Outcome::Close,
            Command::Accept => Outcome::Do(Command::Accept),
            Command::Cancel => Outcome::Close,
            _ => Outcome::Stay,
        }
    }

    /// Its line, exactly `width` columns: what is typed, and how often it was found in the articles of these `labels`.
    #[must_use]
    pub fn line(&self, labels: &[&str], width: usize, glyphs: Glyphs) -> Line {
        let said = said(&self.found, labels, &self.query());
        let kind = if self.regex { "regular expression" } else { "" };
        let right = [kind, &said].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ");
        let right = if glyphs.is_ascii() { right.replace('·', "|") } else { right };
        let room = self.room(&right, width);
        let (typed, _) = self.prompt.shown(room);
        let fill = room.saturating_sub(usize::from(columns(&typed).0));
        let role = if self.found.fault.is_some() { Role::Error } else { Role::Status };
        let runs =
            [Run::new(format!("/{typed}{}", " ".repeat(fill)), Role::Input), Run::new(format!(" {right} "), role)];
        fitted(runs, width, Role::Input, glyphs)
    }

    /// The column of the cursor.
    #[must_use]
    pub fn cursor(&self, labels: &[&str], width: usize) -> usize {
        let said = said(&self.found, labels, &self.query());
        let kind = if self.regex { "regular expression · " } else { "" };
        1 + self.prompt.shown(self.room(&format!("{kind}{said}"), width)).1
    }

    /// Columns for what is typed: a few at least.
    fn room(&self, right: &str, width: usize) -> usize {
        width.saturating_sub(usize::from(columns(right).0) + 3).max(16).min(width.saturating_sub(1))
    }
}

/// How often it was found in each article, or why it cannot be looked for.
#[must_use]
pub fn said(found: &Found, labels: &[&str], query: &Query) -> String {
    match &found.fault {
        Some(fault) => fault.clone(),
        None if query.text.is_empty() => "case and accents do not matter".to_owned(),
        None if found.total() == 0 => "not found".to_owned(),
        None => {
            let count = |(label, count): (&&str, usize)| format!("{label} {count}");
            labels.iter().zip(found.counts()).map(count).collect::<Vec<_>>().join(" · ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        progress::Progress,
        story::{Article, Story},
        tui::search::Searchable,
    };

    fn search(typed: &str, regex: bool) -> SearchLine {
        let article = |text: &str| Article { text: text.to_owned(), ..Article::default() };
        let articles = ["Iran and Russia. Iran!", "Russia", "iran"].map(article);
        let story = Story { articles: articles.into_iter().collect(), ..Story::default() };
        let query = Query { text: typed.to_owned(), regex };
        let found = Searchable::new(&story).find(&query, &Progress::default());
        SearchLine { found, ..SearchLine::new(query) }
    }

    fn shown(typed: &str, regex: bool) -> String {
        search(typed, regex).line(&["A", "B", "C"], 60, Glyphs::UNICODE).text()
    }

    #[test]
    fn the_line_counts_in_every_article_while_it_is_typed() {
        let lines = [("iran", false), ("syria", false), ("ira|ru", true), ("(", true)]
            .map(|(typed, regex)| shown(typed, regex));
        insta::assert_snapshot!(lines.join("\n"), @"
        /iran                                       A 2 · B 0 · C 1 
        /syria                                            not found 
        /ira|ru                regular expression · A 3 · B 1 · C 1 
        /(                      regular expression · unclosed group
        ");
    }

    #[test]
    fn a_line_that_is_too_long_shows_its_end() {
        let search = search(&"long words ".repeat(20), false);
        let line = search.line(&["A", "B", "C"], 40, Glyphs::UNICODE);
        assert_eq!(line.columns(), 40);
        assert!(search.cursor(&["A", "B", "C"], 40) < 40);
    }
}
