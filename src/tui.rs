//! The reading screen. Keys become actions, `update` changes the state and does the layout, `view` only reads it, `run` does
//! what has effects. Never writes a report itself: whoever starts the screen says how to export and how to open again.

pub mod action;
pub mod clipboard;
pub mod command;
mod fit;
mod hints;
mod history;
pub mod key;
pub mod keymap;
pub mod memory;
pub mod panel;
pub mod prompt;
mod run;
pub mod search;
mod searcher;
mod state;
pub mod still;
pub mod terminal;
pub mod theme;
mod update;
mod view;
mod watch;
mod worker;

use std::sync::Arc;

use crate::{
    error::Result,
    lexicon::Lexicon,
    page::Kinds,
    progress::Progress,
    story::{PairId, Story},
    text::bidi::Order,
};

pub use command::Command;
pub use memory::Memory;
pub use run::{Opened, Opening, Screen, check_theme, open};
pub use terminal::Ending;

/// What the screen is started with.
pub struct Setup {
    /// The story to show; of long articles only the beginning at first.
    pub story: Arc<Story>,
    /// Opens the articles again, as they are now. None when they cannot be opened twice (standard input).
    pub reopen: Option<Open>,
    /// Tells which article changed since it was last read. None when nothing can change (standard input, the sample).
    pub changed: Option<Changed>,
    /// The pairs in the order of the reader's wish: the first is shown first. Every unordered pair once.
    pub pairs: Vec<PairId>,
    /// The word lists.
    pub lexicon: Arc<Lexicon>,
    /// Writes what was asked for.
    pub export: Export,
    /// How it looks and listens.
    pub options: Options,
}

/// Opens a story; may take long, is called by a worker. What comes of it is thrown away when the reader stopped it.
pub type Open = Arc<dyn Fn(&Progress) -> Result<Story> + Send + Sync>;

/// Says in a few words which article changed since it was read, each change once; asked about once a second, off the screen's
/// thread.
pub type Changed = Arc<dyn Fn() -> Option<String> + Send + Sync>;

/// Writes an export of the story and returns one sentence that says what was written; may take long, is called by a worker. When the reader
/// stops it, it fails and leaves what was there before.
pub type Export = Arc<dyn Fn(&ExportRequest, &Arc<Story>, &Progress) -> Result<String> + Send + Sync>;

/// What the reader asked to have written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportRequest {
    /// The file, as typed. Its ending chooses the format: `.txt`, `.json`, `.html`, `.csv`, `.md`.
    pub path: String,
    /// Whether a file that exists may be replaced.
    pub overwrite: bool,
    /// The pairs to write, base first; none for every pair.
    pub pairs: Vec<PairId>,
    /// The kinds of differences to mark and list; all unless some are chosen.
    pub kinds: Kinds,
}

/// How the screen looks and listens.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Only ASCII glyphs.
    pub ascii: bool,
    /// Whether the mouse is asked for; false leaves the terminal's own selection alone.
    pub mouse: bool,
    /// Who sets right-to-left letters in the order they are read.
    pub order: Order,
    /// The name of the theme; none to ask the terminal for its background.
    pub theme: Option<String>,
    /// No colours at all (`NO_COLOR`).
    pub no_color: bool,
    /// What the environment variable `COLORTERM` says of the terminal's colours.
    pub colorterm: Option<String>,
    /// What the environment variable `COLORFGBG` says of the terminal's background, until the terminal says it itself.
    pub colorfgbg: Option<String>,
    /// What the environment variable `TERM` says of the terminal.
    pub term: Option<String>,
    /// The reader's own keys, as the text of a TOML file, with the path it came from.
    pub keymap: Option<(String, String)>,
    /// The reader's own themes, each as the path and the text of a TOML file; a later one may build on an earlier one.
    pub themes: Vec<(String, String)>,
    /// What was remembered of earlier readings.
    pub memory: Memory,
    /// What the reader should be told at the start, in one sentence.
    pub notice: Option<String>,
}

/// How a reading ended.
#[derive(Clone, Debug)]
pub struct Left {
    /// Why it ended, if the reader did not end it.
    pub ending: Option<Ending>,
    /// What is to be remembered.
    pub memory: Memory,
}

/// Shows the screen until the reader leaves it, on a `screen` that was taken already if there is one. The terminal is left as it was
/// found.
///
/// # Errors
/// When the terminal cannot be used, or the reader's keymap or theme is wrong.
pub fn run(setup: Setup, screen: Option<Screen>) -> Result<Left> {
    run::run(setup, screen)
}

#[cfg(test)]
mod tests;
