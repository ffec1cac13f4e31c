//! The line where a search is typed, and what it has found so far in each article.

use super::{Outcome, lines::fitted};
use crate::{
    page::{Glyphs, Line, Role, Run},
    text::width::columns,
    tui::{
        command::Command,
        fit::{self, Statement},
        history::{History, Walk},
        keymap::{Keymap, View},
        prompt::Prompt,
        search::{Found, Query},
        state::{Before, Searching},
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
    /// Where the reader was when the typing began: what is found is looked for from there, and shown only for a look.
    pub from: Option<Before>,
    /// The search that was on then.
    pub earlier: Option<Box<Searching>>,
    /// Where among earlier searches the reader is.
    at: Walk<Query>,
}

impl SearchLine {
    /// A search as `before` left it.
    #[must_use]
    pub fn new(before: Query) -> Self {
        Self {
            prompt: Prompt::new(before.text),
            regex: before.regex,
            found: Found::default(),
            from: None,
            earlier: None,
            at: Walk::default(),
        }
    }

    /// The same, begun where the reader was at `from`, with the search `earlier` on.
    #[must_use]
    pub fn from(self, from: Before, earlier: Option<Searching>) -> Self {
        Self { from: Some(from), earlier: earlier.map(Box::new), ..self }
    }

    /// Puts the search before the one that is shown into the line, when `older`, or the one after it. Says whether there is one.
    pub fn walk(&mut self, history: &History<Query>, older: bool) -> bool {
        let query = if older { self.at.older(history, self.query()) } else { self.at.newer(history) };
        let there = query.is_some();
        if let Some(Query { text, regex }) = query {
            (self.prompt, self.regex) = (Prompt::new(text), regex);
        }
        there
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
    pub fn line(&self, of: Searched<'_>, keymap: &Keymap, width: usize, glyphs: Glyphs) -> Line {
        let right = self.right(of, keymap, width, glyphs);
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
    pub fn cursor(&self, of: Searched<'_>, keymap: &Keymap, width: usize) -> usize {
        1 + self.prompt.shown(self.room(&self.right(of, keymap, width, Glyphs::UNICODE), width)).1
    }

    /// What stands behind the line that is typed: as much as leaves room for that, whole words.
    fn right(&self, of: Searched<'_>, keymap: &Keymap, width: usize, glyphs: Glyphs) -> String {
        let key = |command, does: &str| {
            let key = keymap.shown_key(View::Search, command);
            if key.is_empty() { key } else { format!("{key} {does}") }
        };
        let keys = key(Command::Help, "keys");
        let nothing = self.prompt.text().is_empty();
        let said = match &self.found.fault {
            None if nothing => Statement::new(1, ["case and accents do not matter", ""]),
            Some(fault) => Statement::new(3, [fault.clone()]),
            None => Statement::new(3, said(&self.found, of)),
        };
        let kind = match (self.regex, nothing) {
            (true, _) => Statement::new(2, ["regular expression", "regex"]),
            (false, true) => Statement::new(
                0,
                [key(Command::ToggleRegex, "regular expression"), key(Command::ToggleRegex, "regex"), String::new()],
            ),
            (false, false) => Statement::new(2, [""]),
        };
        // Who types has found the line; who has typed nothing yet may want to know what it can do: said twice, it is left out last.
        let keys = match nothing {
            true => Statement::new(2, [keys.clone(), keys, String::new()]),
            false => Statement::new(0, [keys, String::new()]),
        };
        let between = format!(" {} ", glyphs.dot());
        let room = width.saturating_sub(LEAST + 3);
        fit::line(&[kind, said, keys], &between, room, glyphs.ellipsis())
    }

    /// Columns for what is typed.
    fn room(&self, right: &str, width: usize) -> usize {
        width.saturating_sub(usize::from(columns(right).0) + 3).max(LEAST).min(width.saturating_sub(1))
    }
}

/// Columns that are always left for what is typed.
const LEAST: usize = 16;

/// What was searched.
#[derive(Clone, Copy)]
pub struct Searched<'a> {
    /// The letters of the articles.
    pub labels: &'a [&'a str],
    /// Whether that was only the beginning of them.
    pub beginning: bool,
}

/// How often it was found in each article, the fullest wording first.
#[must_use]
pub fn said(found: &Found, of: Searched<'_>) -> Vec<String> {
    let total = found.total();
    let place = if of.beginning { " in the beginning" } else { "" };
    if total == 0 {
        let short = if of.beginning { "not so far" } else { "not found" };
        return vec![format!("not found{place}"), short.to_owned()];
    }
    let count = |(label, count): (&&str, usize)| format!("{label} {count}");
    let counts: Vec<String> = of.labels.iter().zip(found.counts()).map(count).collect();
    let in_all = format!("{total} {}", if total == 1 { "place" } else { "places" });
    vec![format!("{}{place}", counts.join(", ")), counts.join(", "), format!("{in_all}{place}"), in_all]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        progress::Progress,
        story::{Article, Story},
        tui::search::Searchable,
    };

    const ABC: Searched<'_> = Searched { labels: &["A", "B", "C"], beginning: false };

    fn search(typed: &str, regex: bool) -> SearchLine {
        let article = |text: &str| Article { text: text.to_owned(), ..Article::default() };
        let articles = ["Iran and Russia. Iran!", "Russia", "iran"].map(article);
        let story = Story { articles: articles.into_iter().collect(), ..Story::default() };
        let query = Query { text: typed.to_owned(), regex };
        let found = Searchable::new(&story).find(&query, &Progress::default());
        SearchLine { found, ..SearchLine::new(query) }
    }

    fn shown(typed: &str, regex: bool) -> String {
        search(typed, regex).line(ABC, &Keymap::bundled(), 60, Glyphs::UNICODE).text()
    }

    #[test]
    fn the_line_counts_in_every_article_while_it_is_typed() {
        let lines = [("iran", false), ("syria", false), ("ira|ru", true), ("(", true)]
            .map(|(typed, regex)| shown(typed, regex));
        insta::assert_snapshot!(lines.join("\n"), @"
        /iran                               A 2, B 0, C 1 · f1 keys 
        /syria                                  not found · f1 keys 
        /ira|ru                  regular expression · A 3, B 1, C 1 
        /(                      regular expression · unclosed group
        ");
    }

    #[test]
    fn a_line_that_is_too_long_shows_its_end() {
        let search = search(&"long words ".repeat(20), false);
        let line = search.line(ABC, &Keymap::bundled(), 40, Glyphs::UNICODE);
        assert_eq!(line.columns(), 40);
        assert!(search.cursor(ABC, &Keymap::bundled(), 40) < 40);
    }
}
