//! Every difference among the articles shown as a line: its kind, its place, its words. Kinds are chosen with one key each.

pub mod kinds;
mod row;

pub use self::row::Look;
use self::row::row;
use super::{
    Outcome, Place,
    lines::{filled, fitted, heading},
    sentences_at, so_far,
};
use crate::{
    page::{Difference, Glyphs, Kind, Kinds, Line, Role, Run, Spread},
    story::{ArticleId, SentenceId},
    text::span::Span,
    tui::{
        command::Command,
        keymap::{Keymap, View},
        state::ShownDifference,
    },
};

/// The list of differences.
#[derive(Clone, Debug, Default)]
pub struct List {
    place: Place,
    /// Whether it lists the beginning of long articles alone.
    pub beginning: bool,
}

/// What the list shows.
#[derive(Clone, Copy)]
pub struct Listed<'a> {
    /// The articles shown.
    pub spread: &'a Spread,
    /// What differs among them.
    pub differences: &'a [ShownDifference],
    /// Those that the reader wants to see, as indices into all.
    pub chosen: &'a [usize],
    /// How many there are of each kind, in the order of [`Kind::ALL`].
    pub counts: &'a [usize; Kind::ALL.len()],
    /// The kinds that the reader wants to see.
    pub kinds: Kinds,
}

impl<'a> Listed<'a> {
    /// What `shown` is in its comparison.
    fn difference(&self, shown: &ShownDifference) -> Option<&'a Difference> {
        self.spread.comparisons().get(shown.comparison)?.compared.marks.differences.get(shown.difference)
    }

    /// The words of `shown` where it is read, then those of the counterpart if there is one.
    fn words(&self, shown: &ShownDifference) -> Vec<(ArticleId, Span)> {
        let Some(against) = self.spread.comparisons().get(shown.comparison) else { return Vec::new() };
        let Some(difference) = self.difference(shown) else { return Vec::new() };
        let pair = against.compared.pair();
        let own = (pair.on(difference.side), difference.span);
        let other = difference.counterpart.map(|span| (pair.on(difference.side.other()), span));
        let mut words: Vec<_> = [own].into_iter().chain(other).collect();
        if self.spread.columns.get(shown.at.column).is_some_and(|column| column.article != own.0) {
            words.reverse();
        }
        words
    }

    /// The whole sentences of the first `most` of [`Listed::words`].
    fn passages(&self, shown: &ShownDifference, most: usize) -> Vec<(ArticleId, Vec<SentenceId>)> {
        let sentences = |(id, span)| sentences_at(&self.spread.story, id, span);
        self.words(shown).into_iter().take(most).map(sentences).collect()
    }
}

impl List {
    /// The list, with the difference `at` chosen (an index into all of them), or the last before it that is of the kinds chosen.
    #[must_use]
    pub fn new(listed: Listed<'_>, at: usize) -> Self {
        let mut list = Self::default();
        list.follow(listed, at);
        list
    }

    /// Chooses the difference `at` (an index into all of them), or the last before it that is of the kinds chosen.
    pub fn follow(&mut self, listed: Listed<'_>, at: usize) {
        self.place.choose(listed.chosen.partition_point(|index| *index <= at).saturating_sub(1));
    }

    /// The difference that is chosen, as an index into all of them.
    #[must_use]
    pub fn chosen(&self, listed: Listed<'_>) -> Option<usize> {
        listed.chosen.get(self.place.at).copied()
    }

    /// What `command` does to it, when `rows` of its lines are shown.
    pub fn apply(&mut self, command: Command, count: usize, listed: Listed<'_>, rows: usize) -> Outcome {
        match command {
            Command::Cancel => return Outcome::Close,
            Command::Accept => return self.chosen(listed).map_or(Outcome::Stay, Outcome::Difference),
            Command::CopyPassage | Command::CopyPair => {
                let shown = self.chosen(listed).and_then(|at| listed.differences.get(at));
                let most = if command == Command::CopyPair { 2 } else { 1 };
                return shown.map_or(Outcome::Stay, |shown| Outcome::Copy(listed.passages(shown, most)));
            }
            _ => {}
        }
        let length = listed.chosen.len();
        self.place.step(command, count, length, rows);
        self.place.fit(length, rows);
        Outcome::Stay
    }

    /// The lines above those of differences: the heading, and the kinds while keys choose among them.
    fn above(listed: Listed<'_>, keymap: &Keymap, size: (usize, usize), focused: bool) -> usize {
        1 + if focused { kinds::lines(listed, keymap, size, Glyphs::UNICODE).len() } else { 0 }
    }

    /// How many lines of differences fit a panel of `height` lines of `width` columns.
    #[must_use]
    pub fn rows(listed: Listed<'_>, keymap: &Keymap, size: (usize, usize), focused: bool) -> usize {
        size.1.saturating_sub(Self::above(listed, keymap, size, focused)).max(1)
    }

    /// Keeps the chosen line where it is seen, when `rows` of its lines are shown.
    pub fn fit(&mut self, listed: Listed<'_>, rows: usize) {
        self.place.fit(listed.chosen.len(), rows);
    }

    /// Moves its window by `lines`, when `rows` of its lines are shown; the chosen difference stays chosen.
    pub fn scroll(&mut self, lines: isize, listed: Listed<'_>, rows: usize) {
        self.place.scroll(lines, listed.chosen.len(), rows);
    }

    /// Chooses the difference at `row` of its lines, as a click does. Says whether there is one.
    pub fn click(
        &mut self,
        row: usize,
        listed: Listed<'_>,
        keymap: &Keymap,
        size: (usize, usize),
        focused: bool,
    ) -> bool {
        let above = Self::above(listed, keymap, size, focused);
        self.place.click(row, above, listed.chosen.len(), size.1)
    }

    /// Its lines: exactly `height` of `width` columns. The line of the chosen difference looks like `chosen`.
    #[must_use]
    pub fn lines(
        &self,
        listed: Listed<'_>,
        keymap: &Keymap,
        (width, height): (usize, usize),
        glyphs: Glyphs,
        chosen: Look,
    ) -> Vec<Line> {
        let focused = chosen == Look::Chosen;
        let all = listed.differences.len();
        let said = match (listed.chosen.len(), listed.kinds.is_on()) {
            (shown, true) => format!("{shown} of {all}"),
            (shown, false) if self.beginning => format!("{shown}"),
            (shown, false) => format!("{shown} in all"),
        };
        let said = so_far(said, self.beginning);
        let said = match keymap.keys(View::Read, Command::List).first() {
            Some(key) if !focused => format!("{said}; {key} to choose"),
            _ => said,
        };
        let mut lines = vec![heading("Differences", &said, width, glyphs)];
        if focused {
            lines.extend(kinds::lines(listed, keymap, (width, height), glyphs));
        }
        let rows = height.saturating_sub(lines.len());
        if listed.chosen.is_empty() {
            let key = keymap.shown_key(View::List, Command::ShowAll);
            let why = match all {
                0 => " Nothing differs.".to_owned(),
                _ => format!(" None of this kind here; {key} shows every kind."),
            };
            lines.push(fitted([Run::new(why, Role::Note)], width, Role::Blank, glyphs));
        }
        for index in self.place.shown(listed.chosen.len(), rows) {
            let Some(shown) = listed.chosen.get(index).and_then(|at| listed.differences.get(*at)) else { continue };
            let look = if index == self.place.at { chosen } else { Look::Plain };
            lines.push(row(listed, shown, look, width, glyphs));
        }
        filled(lines, width, height)
    }
}

#[cfg(test)]
mod tests;
