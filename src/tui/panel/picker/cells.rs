//! How the columns of the choice of articles share its width.

use crate::{
    page::Glyphs,
    story::{Article, Story},
    text::{bidi::isolated, width::columns},
    tui::panel::lines::{column, cut, one_line},
};

/// How the columns of the list share its width.
pub(super) struct Cells {
    headline: usize,
    outlet: usize,
    file: usize,
    date: usize,
}

impl Cells {
    const LABEL: usize = 4;
    const MARK: usize = 5;
    const DATE: usize = 12;
    const WORDS: usize = 8;
    const SHARED: usize = 7;
    /// The fewest columns that a headline is given beside anything else.
    const HEADLINE: usize = 28;

    /// As there is room: the headline tells most, then the date, the name of the file, the outlet; what no article has is left out.
    pub(super) fn fitting(story: &Story, width: usize) -> Self {
        let mut left = width.saturating_sub(Self::LABEL + Self::MARK + Self::WORDS + Self::SHARED + 1);
        let all = || story.articles.iter().map(|(_, article)| article);
        let widest = |text: fn(&Article) -> &str| all().map(|article| columns(text(article)).0).max().unwrap_or(0);
        let mut take = |wanted: usize| {
            let room = left.saturating_sub(Self::HEADLINE);
            let given = if wanted > 1 && room >= wanted.min(12) { wanted.min(room).min(width / 4) } else { 0 };
            left -= given;
            given
        };
        let date = if all().any(|article| article.date.is_some()) { take(Self::DATE) } else { 0 };
        let file = take(usize::from(widest(Article::file_name)) + 1);
        let widest_outlet = usize::from(widest(|article| article.source.as_deref().unwrap_or_default()));
        // As wide as its heading.
        let outlet = if widest_outlet > 0 { take(widest_outlet.max("outlet".len()) + 1) } else { 0 };
        Self { headline: left, outlet, file, date }
    }

    /// `headlines` as they are shown: where two would look alike, and no file is named beside them, the names of their files instead.
    pub(super) fn told_apart(&self, story: &Story, headlines: Vec<String>, glyphs: Glyphs) -> Vec<String> {
        let cut: Vec<String> =
            headlines.iter().map(|text| cut(text, self.headline.saturating_sub(1), glyphs)).collect();
        let alike = |shown: &String| self.file == 0 && cut.iter().filter(|other| *other == shown).count() > 1;
        let files = story.articles.iter().map(|(_, article)| one_line(article.file_name()));
        let all = headlines.into_iter().zip(&cut).zip(files);
        all.map(|((headline, shown), file)| if alike(shown) { file } else { headline }).collect()
    }

    pub(super) fn line(
        &self,
        [label, mark, headline, outlet, file, date, words, shared]: [&str; 8],
        glyphs: Glyphs,
    ) -> String {
        let left = |text: &str, width: usize| {
            if width == 0 { String::new() } else { column(&isolated(&cut(text, width - 1, glyphs)), width, glyphs) }
        };
        let [headline, outlet, file, date] =
            [(headline, self.headline), (outlet, self.outlet), (file, self.file), (date, self.date)]
                .map(|(text, width)| left(text, width));
        let (label, mark) = (left(label, Self::LABEL), left(mark, Self::MARK));
        format!("{label}{mark}{headline}{outlet}{file}{date}{words:>7} {shared:>6} ")
    }
}
