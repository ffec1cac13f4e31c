//! The panels that lie over the reading view: each is what it holds, what keys do to it, and its lines. A panel asks for what
//! shall happen by an [`Outcome`]; it changes nothing but itself, and draws nothing.

pub mod export;
pub mod help;
mod lines;
pub mod list;
pub mod palette;
pub mod picker;
pub mod search;
pub mod sources;
pub mod table;

pub use lines::heading;

use super::{ExportRequest, command::Command, state::Anchor};
use crate::{
    story::{ArticleId, PairId, SentenceId, Story},
    text::span::Span,
};

/// What a panel asks the screen to do after a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing more; it stays open.
    Stay,
    /// It wants to be closed.
    Close,
    /// To close it and do this.
    Do(Command),
    /// To close it and go to the paragraph of this number, counted from 1, in the current article.
    Paragraph(usize),
    /// To close it and show this pair, base first.
    Pair(PairId),
    /// To make this article the base; it stays open.
    Base(ArticleId),
    /// To close it and go to this difference, an index into those of the articles shown.
    Difference(usize),
    /// To close it and go to this passage, in whichever pair shows it.
    Passage(Anchor),
    /// To close it and show this passage in this pair, base first.
    Row(PairId, Anchor),
    /// To copy these sentences of these articles with their sources; it stays open.
    Copy(Vec<(ArticleId, Vec<SentenceId>)>),
    /// To say this; it stays open.
    Say(String),
    /// To look for what is typed now, as it is typed; it stays open.
    Search,
    /// To write this; it stays open until that is done.
    Export(ExportRequest),
}

/// The whole sentences of the article `id` that `span` touches.
fn sentences_at(story: &Story, id: ArticleId, span: Span) -> (ArticleId, Vec<SentenceId>) {
    let article = &story.articles[id];
    let meets = |id: &SentenceId| article.sentence(*id).span().meets(span);
    let first = article.sentences.partition_point(|sentence| sentence.end <= span.start);
    (id, (first..article.sentences.len()).map(SentenceId::new).take_while(meets).collect())
}

/// `said`, and that it is so of the beginning of long articles, whose whole is still being compared.
fn so_far(said: String, beginning: bool) -> String {
    if beginning { format!("{said} so far") } else { said }
}

/// A place in a list that is longer than its window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The chosen line, counted from 0.
    pub at: usize,
    /// The first line shown.
    top: usize,
    /// Whether the window was moved by itself and need not show the chosen line.
    free: bool,
}

impl Place {
    /// Moves by `command`, `count` times, in a list of `length` lines of which `height` are shown. Says whether the command moves.
    pub fn step(&mut self, command: Command, count: usize, length: usize, height: usize) -> bool {
        self.free = false;
        let page = height.max(1);
        let by = |step: usize| step.saturating_mul(count.max(1));
        self.at = match command {
            Command::Down | Command::NextChoice => self.at.saturating_add(by(1)),
            Command::Up | Command::PreviousChoice => self.at.saturating_sub(by(1)),
            Command::HalfDown => self.at.saturating_add(by(page.div_ceil(2))),
            Command::HalfUp => self.at.saturating_sub(by(page.div_ceil(2))),
            Command::PageDown => self.at.saturating_add(by(page)),
            Command::PageUp => self.at.saturating_sub(by(page)),
            Command::Top => 0,
            Command::Bottom => usize::MAX,
            _ => return false,
        };
        self.fit(length, height);
        true
    }

    /// Keeps the chosen line in the list, and in the window.
    pub fn fit(&mut self, length: usize, height: usize) {
        self.at = self.at.min(length.saturating_sub(1));
        self.top = self.shown(length, height).start;
    }

    /// Chooses the line at `row` of a panel of `height` lines, as a click does, when the list of `length` lines begins below `above`
    /// lines. Says whether there is one.
    pub fn click(&mut self, row: usize, above: usize, length: usize, height: usize) -> bool {
        let index = self.shown(length, height.saturating_sub(above).max(1)).start + row.saturating_sub(above);
        let there = row >= above && index < length;
        if there {
            self.at = index;
        }
        self.free &= !there;
        there
    }

    /// Moves the window by `lines` (down when positive) and leaves the chosen line where it is, until another is chosen.
    pub fn scroll(&mut self, lines: isize, length: usize, height: usize) {
        self.top = self.shown(length, height).start.saturating_add_signed(lines);
        self.free = true;
        self.top = self.shown(length, height).start;
    }

    /// Chooses the line `at`, and shows it where it is another than before.
    pub fn choose(&mut self, at: usize) {
        self.free &= at == self.at;
        self.at = at;
    }

    /// The lines shown.
    #[must_use]
    pub fn shown(&self, length: usize, height: usize) -> std::ops::Range<usize> {
        let top = self.top.min(length.saturating_sub(height));
        let held = top.min(self.at).max((self.at + 1).saturating_sub(height));
        let top = if self.free { top } else { held };
        top..(top + height).min(length)
    }
}
