//! The choice of articles: which two stand side by side, and which is the base.

mod cells;

use self::cells::Cells;
use super::{
    Outcome, Place,
    lines::{filled, fitted, heading, one_line},
};
use crate::{
    page::{Glyphs, Line, Role, Run, beginning},
    story::{Article, ArticleId, PairId, ParagraphRole, Story},
    text::{bidi::isolated, token::TokenKind},
    tui::command::Command,
};

/// The choice of articles.
#[derive(Clone, Debug)]
pub struct Picker {
    base: ArticleId,
    /// The article held against the base when the choice was opened.
    other: ArticleId,
    /// The articles marked to stand side by side, two at most, the base first; with one of them goes the chosen one.
    marked: Vec<ArticleId>,
    place: Place,
    /// Whether its numbers are of the beginning of long articles alone.
    pub beginning: bool,
}

impl Picker {
    /// The choice among the articles of a story while `pair` is shown, base first. The article held against the base is chosen.
    #[must_use]
    pub fn new(pair: PairId) -> Self {
        let place = Place { at: pair.right.index(), ..Place::default() };
        Self { base: pair.left, other: pair.right, marked: Vec::new(), place, beginning: false }
    }

    /// What `command` does to it, when it is shown in `height` lines.
    pub fn apply(&mut self, command: Command, count: usize, story: &Story, height: usize) -> Outcome {
        let chosen = ArticleId::new(self.place.at);
        match command {
            Command::Cancel => Outcome::Close,
            Command::Accept => {
                let base = self.marked.first().copied().unwrap_or(self.base);
                // The base against itself is no pair: it stays with the other one.
                let right = match self.marked.get(1) {
                    Some(second) => *second,
                    None if chosen == base => self.other,
                    None => chosen,
                };
                if base == right { Outcome::Close } else { Outcome::Pair(PairId { left: base, right }) }
            }
            Command::Toggle => {
                if self.marked.contains(&chosen) {
                    self.marked.retain(|marked| *marked != chosen);
                } else {
                    // Of three the first one is let go.
                    self.marked.push(chosen);
                    self.marked.drain(..self.marked.len().saturating_sub(2));
                }
                Outcome::Stay
            }
            Command::MakeBase => {
                if chosen == self.other {
                    self.other = self.base;
                }
                self.base = chosen;
                Outcome::Base(chosen)
            }
            other => {
                self.place.step(other, count, story.articles.len(), rows_in(height));
                Outcome::Stay
            }
        }
    }

    /// The chosen article and what goes by it: its outlet, its file, its date and its headline, as far as they are known.
    #[must_use]
    pub fn chosen(&self, story: &Story, glyphs: Glyphs) -> Option<String> {
        let article = story.articles.get(ArticleId::new(self.place.at))?;
        let known = [article.source.as_deref(), Some(article.file_name()), article.date.as_deref()];
        let known = known.into_iter().flatten().map(|text| isolated(&one_line(text)).into_owned());
        let said: Vec<String> = known.chain([isolated(&headline(article, glyphs)).into_owned()]).collect();
        Some(format!("{}: {}", article.label, said.join(&format!(" {} ", glyphs.dot()))))
    }

    /// Chooses the line at `row` of its lines, as a click does. Says whether there is one.
    pub fn click(&mut self, row: usize, story: &Story, height: usize) -> bool {
        self.place.click(row, 2, story.articles.len(), height)
    }

    /// Its lines: exactly `height` of `width` columns. `shares` says for each article what part of it has a counterpart in the
    /// base, from 0 to 1, where that is known yet.
    #[must_use]
    pub fn lines(
        &self,
        story: &Story,
        shares: &[Option<f32>],
        width: usize,
        height: usize,
        glyphs: Glyphs,
    ) -> Vec<Line> {
        let label = |id: &ArticleId| story.articles.get(*id).map_or("", |article| article.label.as_str());
        let said = match self.marked.as_slice() {
            [] if self.beginning => format!("{} articles; words and shares so far", story.articles.len()),
            [] => format!("{} articles", story.articles.len()),
            [one] => format!("{} and the chosen one", label(one)),
            [one, other, ..] => format!("{} and {}", label(one), label(other)),
        };
        let mut lines = vec![heading("Articles", &said, width, glyphs)];
        let cells = Cells::fitting(story, width);
        let headlines: Vec<String> = story.articles.iter().map(|(_, article)| headline(article, glyphs)).collect();
        let headlines = cells.told_apart(story, headlines, glyphs);
        lines.push(fitted(
            [Run::new(
                cells.line(["", "", "headline", "outlet", "file", "date", "words", "shared"], glyphs),
                Role::Hint,
            )],
            width,
            Role::Blank,
            glyphs,
        ));
        for index in self.place.shown(story.articles.len(), rows_in(height)) {
            let id = ArticleId::new(index);
            let Some(article) = story.articles.get(id) else { continue };
            let chosen = index == self.place.at;
            let mark = if id == self.base {
                "base"
            } else if self.marked.contains(&id) {
                "mark"
            } else {
                ""
            };
            let shared = if id == self.base {
                String::new()
            } else {
                let share = shares.get(index).copied().flatten();
                share.map_or_else(
                    || if glyphs.is_ascii() { ".." } else { "…" }.to_owned(),
                    |share| format!("{:.0} %", share * 100.0),
                )
            };
            let text = cells.line(
                [
                    &format!("{}{}", if chosen { '>' } else { ' ' }, article.label),
                    mark,
                    headlines.get(index).map_or("", String::as_str),
                    &one_line(article.source.as_deref().unwrap_or_default()),
                    &one_line(article.file_name()),
                    &one_line(article.date.as_deref().unwrap_or_default()),
                    &grouped(words(article)),
                    &shared,
                ],
                glyphs,
            );
            let role = if chosen { Role::Selected } else { Role::PanelText };
            lines.push(fitted(
                [Run::new(text, role)],
                width,
                if chosen { Role::Selected } else { Role::Blank },
                glyphs,
            ));
        }
        filled(lines, width, height)
    }
}

fn rows_in(height: usize) -> usize {
    height.saturating_sub(2).max(1)
}

/// Its headline, else its first words in quotation marks, else the name of its file; in one line.
fn headline(article: &Article, glyphs: Glyphs) -> String {
    let first = |role| article.paragraphs.iter().find(|paragraph| paragraph.role == role);
    let own = || Some(first(ParagraphRole::Headline)?.span().of(&article.text));
    if let Some(title) = article.title.as_deref().or_else(own) {
        return one_line(title);
    }
    match first(ParagraphRole::Body) {
        Some(body) => glyphs.quoted(&one_line(&beginning(body.span().of(&article.text), 120, glyphs))),
        None => one_line(article.file_name()),
    }
}

fn words(article: &Article) -> usize {
    article.tokens.iter().filter(|token| token.kind != TokenKind::Sign).count()
}

/// `number` with commas between thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{super::lines::picture, *};

    fn story() -> Story {
        let article = |label: &str, title: &str, source: Option<&str>, date: Option<&str>| Article {
            label: label.into(),
            title: (!title.is_empty()).then(|| title.into()),
            path: format!("news/{label}-telling.txt"),
            source: source.map(Into::into),
            date: date.map(Into::into),
            ..Article::default()
        };
        let articles = [
            article(
                "A",
                "After Netanyahu’s Moscow visit Iran insists Moscow ties ‘strong’",
                Some("i24news"),
                Some("2018-07-16"),
            ),
            article("B", "Iran dismisses\u{1b}[31m reports", None, Some("2018-07-16")),
            article("C", "伊朗外交部发言人表示", Some("新华社"), None),
        ];
        Story { articles: articles.into_iter().collect(), ..Story::default() }
    }

    fn picker() -> Picker {
        Picker::new(PairId { left: ArticleId::new(0), right: ArticleId::new(1) })
    }

    #[test]
    fn articles_are_listed_with_what_they_share_with_the_base() {
        let shares = [None, Some(0.31), None];
        insta::assert_snapshot!(picture(&picker().lines(&story(), &shares, 100, 6, Glyphs::UNICODE)), @"
        ── Articles ──────────────────────────────────────────────────────────────────────────── 3 articles
                 headline                                 outlet  file          date          words shared
         A  base After Netanyahu’s Moscow visit Iran…     i24news A-telling.txt 2018-07-16        0
        >B       Iran dismisses␛[31m reports                      B-telling.txt 2018-07-16        0   31 %
         C       伊朗外交部发言人表示                     新华社  C-telling.txt                   0      …
        ");
        insta::assert_snapshot!(picture(&picker().lines(&story(), &shares, 56, 6, Glyphs::ASCII)), @"
        -- Articles -------------------------------- 3 articles
                 headline                         words shared
         A  base After Netanyahu’s Moscow..           0
        >B       Iran dismisses␛[31m reports          0   31 %
         C       伊朗外交部发言人表示                 0     ..
        ");
    }

    #[test]
    fn articles_that_would_look_alike_go_by_their_files() {
        let text = |path: &str| Article {
            label: path.to_uppercase(),
            path: format!("news/{path}-report.txt"),
            title: Some("Iranian foreign ministry dismisses reports".into()),
            date: Some("2018-07-13".into()),
            ..Article::default()
        };
        let story = Story { articles: ["a", "b"].map(text).into_iter().collect(), ..Story::default() };
        insta::assert_snapshot!(picture(&picker().lines(&story, &[], 56, 4, Glyphs::UNICODE)), @"
        ── Articles ──────────────────────────────── 2 articles
                 headline                         words shared
         A  base a-report.txt                         0
        >B       b-report.txt                         0      …
        ");
        insta::assert_snapshot!(picker().chosen(&story, Glyphs::UNICODE).unwrap_or_default(), @"B: b-report.txt · 2018-07-13 · Iranian foreign ministry dismisses reports");
    }

    #[test]
    fn enter_holds_the_chosen_article_against_the_base_or_the_marked_one() {
        let pair = |left, right| Outcome::Pair(PairId { left: ArticleId::new(left), right: ArticleId::new(right) });
        let after = |commands: &[Command]| {
            let (story, mut picker) = (story(), picker());
            commands.iter().map(|command| picker.apply(*command, 1, &story, 10)).last()
        };
        assert_eq!(after(&[Command::Accept]), Some(pair(0, 1)));
        assert_eq!(after(&[Command::Down, Command::Accept]), Some(pair(0, 2)));
        assert_eq!(after(&[Command::Toggle, Command::Down, Command::Accept]), Some(pair(1, 2)));
        assert_eq!(after(&[Command::Top, Command::Accept]), Some(pair(0, 1)));
        assert_eq!(after(&[Command::Bottom, Command::MakeBase]), Some(Outcome::Base(ArticleId::new(2))));
        assert_eq!(after(&[Command::MakeBase, Command::Up, Command::Accept]), Some(pair(1, 0)));
    }

    #[test]
    fn every_line_is_as_wide_as_the_panel() {
        for width in [30, 44, 60, 80, 160] {
            for line in picker().lines(&story(), &[], width, 8, Glyphs::UNICODE) {
                assert_eq!(line.columns(), width, "{}", line.text());
            }
        }
    }
}
