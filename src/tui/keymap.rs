//! Which key does what in which view: `assets/keymap.toml`, with a file of the reader's merged in. May be asked for the command
//! of a key, the keys of a command, the rows of the help and the words of the hint line. Reads no files and does nothing.

mod file;
mod listing;
mod words;

use std::sync::OnceLock;

pub use listing::{Entry, listing};
pub use words::words;

use self::file::Binding;
use super::{command::Command, key::Key};
use crate::error::{Error, Result};

/// The table that comes with the program.
const BUNDLED: &str = include_str!("../../assets/keymap.toml");

/// What the reader is looking at, as far as keys are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// Holds wherever a view has no meaning of its own for a key; never where a line is typed.
    Everywhere,
    /// The articles side by side, or one alone.
    Read,
    /// Why a mark is here.
    Detail,
    /// The list of differences.
    List,
    /// The choice of articles.
    Picker,
    /// The keys.
    Help,
    /// Every article's reading of each passage.
    Story,
    /// Who speaks.
    Sources,
    /// A line is typed: what to search for.
    Search,
    /// A line is typed: which command to do.
    Palette,
    /// A line is typed: where to write a report.
    Export,
}

impl View {
    /// All of them, in the order of the help and the man page.
    pub const ALL: [Self; 11] = [
        Self::Read,
        Self::Everywhere,
        Self::Detail,
        Self::List,
        Self::Picker,
        Self::Help,
        Self::Story,
        Self::Sources,
        Self::Search,
        Self::Palette,
        Self::Export,
    ];

    /// Its name as a section of key files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Read => "read",
            Self::Detail => "detail",
            Self::List => "list",
            Self::Picker => "picker",
            Self::Help => "help",
            Self::Story => "story",
            Self::Sources => "sources",
            Self::Search => "search",
            Self::Palette => "palette",
            Self::Export => "export",
        }
    }

    /// Its heading for the reader.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Read => "Reading",
            Self::Detail => "Why a mark is here",
            Self::List => "List of differences",
            Self::Picker => "Choice of articles",
            Self::Help => "Keys",
            Self::Story => "The whole story",
            Self::Sources => "Sources",
            Self::Search => "Typing a search",
            Self::Palette => "Finding an action",
            Self::Export => "Writing a report",
        }
    }

    /// Whether keys type into a line there, so that only the view's own bindings hold.
    #[must_use]
    pub fn is_typed(self) -> bool {
        matches!(self, Self::Search | Self::Palette | Self::Export)
    }

    /// The view that goes by `name` in key files.
    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

/// The bindings of all views.
#[derive(Clone, Debug)]
pub struct Keymap {
    /// In the order of views, then of commands.
    bindings: Vec<Binding>,
}

impl Keymap {
    /// The table that comes with the program.
    #[must_use]
    pub fn bundled() -> Self {
        static TABLE: OnceLock<Keymap> = OnceLock::new();
        // A table that cannot be read would leave a screen without keys; the tests hold the bundled one to be right.
        let read = || {
            let mut bindings = file::read(BUNDLED).unwrap_or_default();
            // In a file merged with this one, faults are laid at that file's lines.
            bindings.iter_mut().for_each(|binding| binding.line = 0);
            Self { bindings }
        };
        TABLE.get_or_init(read).clone()
    }

    /// This table with a file of the reader's merged in: what `text` names replaces what stands here. `path` is named in errors.
    ///
    /// # Errors
    /// When `text` is not TOML of the form described in `assets/keymap.toml`, names a view, command or key that does not exist, or
    /// leaves one key with two commands in a view, or none for the way out of one; the message names the line and the things.
    pub fn merged(&self, path: &std::path::Path, text: &str) -> Result<Self> {
        let problem =
            |fault: file::Fault| Error::Settings { path: path.to_owned(), line: fault.line, problem: fault.problem };
        let mut bindings = self.bindings.clone();
        let read = file::read(text).map_err(problem)?;
        for new in &read {
            match bindings.iter_mut().find(|old| old.view == new.view && old.command == new.command) {
                Some(old) => {
                    old.keys.clone_from(&new.keys);
                    old.line = new.line;
                    if new.hint.is_some() {
                        old.hint.clone_from(&new.hint);
                    }
                }
                None => bindings.push(new.clone()),
            }
        }
        bindings.sort_by_key(|binding| (binding.view, binding.command));
        file::refuse_doubles(&bindings).map_err(problem)?;
        let merged = Self { bindings };
        // Without these the reader would be shut in.
        let typed = View::ALL.into_iter().filter(|view| view.is_typed()).map(|view| (view, Command::Cancel));
        for (view, command) in typed.chain([(View::Read, Command::Quit)]) {
            if merged.keys(view, command).is_empty() {
                let line = read.iter().find(|new| new.command == command).or(read.last()).map_or(1, |new| new.line);
                let what = format!("in [{}] no key is left for '{}'", view.name(), command.name());
                return Err(problem(file::Fault { line, problem: what }));
            }
        }
        Ok(merged)
    }

    /// What `key` does in `view`, if anything.
    #[must_use]
    pub fn command(&self, view: View, key: Key) -> Option<Command> {
        let find = |view| self.bindings.iter().find(|b| b.view == view && b.keys.contains(&key)).map(|b| b.command);
        find(view).or_else(|| if view.is_typed() { None } else { find(View::Everywhere) })
    }

    /// The keys that do `command` in `view`, the view's own first; a key that the view gives to something else is not among them.
    #[must_use]
    pub fn keys(&self, view: View, command: Command) -> Vec<Key> {
        let bound = |of: View| {
            self.bindings.iter().filter(move |b| b.view == of && b.command == command).flat_map(|b| &b.keys).copied()
        };
        let mut keys: Vec<Key> = bound(view).collect();
        if view != View::Everywhere && !view.is_typed() {
            keys.extend(bound(View::Everywhere).filter(|key| self.command(view, *key) == Some(command)));
        }
        let mut seen = Vec::new();
        keys.retain(|key| {
            !seen.contains(key) && {
                seen.push(*key);
                true
            }
        });
        keys
    }

    /// The hint line of `view`: a key, and the word for what it does, the most useful first.
    #[must_use]
    pub fn hints(&self, view: View) -> Vec<(Key, &str, Command)> {
        let shown = |b: &&Binding| b.view == view || (b.view == View::Everywhere && !view.is_typed());
        let mut hints: Vec<_> = self
            .bindings
            .iter()
            .filter(shown)
            .filter_map(|b| Some((b, b.hint.as_ref()?, *b.keys.first()?)))
            .filter(|(b, _, key)| self.command(view, *key) == Some(b.command))
            .collect();
        hints.sort_by_key(|(b, hint, _)| (std::cmp::Reverse(hint.rank), b.command));
        hints.into_iter().map(|(b, hint, key)| (key, hint.word.as_str(), b.command)).collect()
    }
}

#[cfg(test)]
mod tests;
