//! The key table as rows for people: the help screen, the palette, the man page and the README are written from these.

use super::{Keymap, View, words};
use crate::{
    text::width::columns,
    tui::{command::Command, key::Key},
};

/// A command of a view, with its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its keys, as they are written, set apart by spaces; empty when it has none.
    pub keys: String,
    /// What it does in that view.
    pub does: &'static str,
}

impl Keymap {
    /// What can be done in `view` and with which keys: first what is the view's own, then what holds everywhere and is not
    /// taken by the view.
    #[must_use]
    pub fn entries(&self, view: View) -> Vec<Entry> {
        let own = |of: View| self.bindings.iter().filter(move |b| b.view == of).map(|b| b.command);
        let mut entries: Vec<Entry> = Vec::new();
        let shared = own(View::Everywhere).filter(|_| !view.is_typed());
        for command in own(view).chain(shared) {
            let keys: Vec<String> = self.keys(view, command).iter().map(ToString::to_string).collect();
            if !keys.is_empty() && entries.iter().all(|entry| entry.command != command) {
                entries.push(Entry { command, keys: keys.join(" "), does: words(view, command) });
            }
        }
        entries
    }

    /// The keys of `command` where the reader is most likely to press them: in `view` if it has some there, else in any view.
    #[must_use]
    pub fn shown_keys(&self, view: View, command: Command) -> String {
        self.likely_keys(view, command).iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    /// The first of them, where a sentence names one key; empty where the command has none.
    #[must_use]
    pub fn shown_key(&self, view: View, command: Command) -> String {
        self.likely_keys(view, command).first().map(ToString::to_string).unwrap_or_default()
    }

    /// The key of `command` in `view` that takes the fewest columns, the first of several; none where the command has none.
    #[must_use]
    pub fn shortest_key(&self, view: View, command: Command) -> Option<String> {
        self.likely_keys(view, command).iter().map(ToString::to_string).min_by_key(|key| columns(key).0)
    }

    fn likely_keys(&self, view: View, command: Command) -> Vec<Key> {
        let places = [view, View::Read, View::Everywhere].into_iter().chain(View::ALL);
        places.map(|place| self.keys(place, command)).find(|keys| !keys.is_empty()).unwrap_or_default()
    }
}

/// Every view with its own keys, as rows of `keys` and words, for the man page and the README. Needs no terminal.
#[must_use]
pub fn listing(keymap: &Keymap) -> Vec<(View, Vec<Entry>)> {
    let own = |view: View| {
        keymap.bindings.iter().filter(move |b| b.view == view && !b.keys.is_empty()).map(move |b| Entry {
            command: b.command,
            keys: b.keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
            does: words(view, b.command),
        })
    };
    View::ALL.into_iter().map(|view| (view, own(view).collect())).collect()
}
