//! The line of keys: which ones it shows and where each stands, so that it can be drawn and clicked.

use super::{
    command::Command,
    keymap::View,
    state::{Area, Panel, State},
};
use crate::text::width::columns;

/// The most keys that the line shows: more would be read by nobody.
const MOST: usize = 12;

/// In windows narrower than this, the shortest key of each command is shown, and the way back of a way on is left out, so that more
/// commands are.
const NARROW: u16 = 72;

/// A key of the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The column it begins in.
    pub x: u16,
    /// The key.
    pub key: String,
    /// What it does, in a word or two.
    pub word: String,
    /// What it does.
    pub command: Command,
}

impl Hint {
    fn new(key: String, word: &str, command: Command) -> Self {
        Self { x: 0, key, word: word.to_owned(), command }
    }

    /// Its columns: the key, a blank, the word.
    fn width(&self) -> u16 {
        columns(&self.key).0 + columns(&self.word).0 + 1
    }

    /// Whether it stands in column `x`.
    #[must_use]
    pub fn holds(&self, x: u16) -> bool {
        (self.x..self.x + self.width()).contains(&x)
    }
}

/// The keys that matter now, as many as fit `area`: at the right, in every window, the one that shows all keys and the one that leaves.
#[must_use]
pub fn hints(state: &State, area: Area) -> Vec<Hint> {
    let keymap = &state.look.keymap;
    let view = if state.panel.is_none() { View::Read } else { state.view() };
    let all = keymap.hints(view).into_iter().map(|(key, word, command)| Hint::new(key.to_string(), word, command));
    let narrow = view == View::Read && area.width < NARROW;
    let all = all.filter(|hint| !(narrow && hint.command == Command::Previous)).map(|hint| {
        let shortest = keymap.shortest_key(view, hint.command).filter(|_| narrow);
        Hint { key: shortest.unwrap_or(hint.key), ..hint }
    });
    let (mut ways_out, mut others): (Vec<Hint>, Vec<Hint>) =
        all.partition(|hint| matches!(hint.command, Command::Help | Command::Quit));
    if let Some(Panel::Export(export)) = state.panel.as_ref().filter(|_| view == View::Export)
        && export.is_asking()
    {
        let answers = [("y", "replace it", Command::Accept), ("esc", "keep it", Command::Cancel)];
        others = answers.map(|(key, word, command)| Hint::new(key.to_owned(), word, command)).into();
    }
    if let Some((Panel::Help(help), area)) = state.panel.as_ref().zip(state.areas().panel)
        && help.is_at_end(keymap, usize::from(area.width), usize::from(area.height))
    {
        others.retain(|hint| hint.command != Command::PageDown);
    }
    if view == View::Read && state.reading.marking.kinds.is_on() {
        let key = keymap.shown_key(View::Read, Command::ShowAll);
        others.insert(others.len().min(2), Hint::new(key, "every kind", Command::ShowAll));
    }
    let needed = |of: &[Hint]| of.iter().map(|hint| hint.width() + 2).sum::<u16>();
    let first = others.first().map_or(0, |hint| hint.width() + 2);
    while needed(&ways_out) + first > area.width.saturating_sub(1) && !ways_out.is_empty() {
        ways_out.remove(0);
    }
    let end = area.x + area.width;
    let border = end - needed(&ways_out).min(area.width);
    // Two blanks before the ways out, as between any two.
    let before = if ways_out.is_empty() { border } else { border.saturating_sub(1) };
    others.truncate(MOST);
    let mut placed = place(others, area.x + 1, before);
    placed.extend(place(ways_out, border + 1, end));
    placed
}

/// As many of `hints` as fit from column `x` on, before column `end`.
fn place(hints: Vec<Hint>, mut x: u16, end: u16) -> Vec<Hint> {
    let placed = hints.into_iter().map_while(|hint| {
        let (at, next) = (x, x + hint.width());
        x = next + 2;
        (next <= end).then_some(Hint { x: at, ..hint })
    });
    placed.collect()
}
