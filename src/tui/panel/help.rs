//! The keys of the view it was asked for in, from the live key table.

mod legend;

use self::legend::signs;
use super::{
    Outcome, Place,
    lines::{filled, fitted, heading},
};
use crate::{
    page::{Glyphs, Line, Piece, Role, Run, wrap},
    text::width::columns,
    tui::{
        command::Command,
        key::Key,
        keymap::{Entry, Keymap, View},
    },
};

/// From this width on, the keys stand in two columns.
const TWO_COLUMNS_FROM: usize = 100;
/// Keys take no more columns than this; an action with more keys than fit shows the first.
const WIDEST_KEYS: usize = 16;

/// The actions of the reading view by what they are for, in the order they are shown.
const GROUPS: [(&str, &[Command]); 7] = [
    (
        "What differs",
        &[
            Command::Next,
            Command::Previous,
            Command::NextFinding,
            Command::PreviousFinding,
            Command::Detail,
            Command::Follow,
            Command::Back,
            Command::Forward,
            Command::List,
            Command::Dock,
            Command::ShowAll,
        ],
    ),
    (
        "Moving",
        &[
            Command::Down,
            Command::Up,
            Command::PageDown,
            Command::PageUp,
            Command::HalfDown,
            Command::HalfUp,
            Command::NextRow,
            Command::PreviousRow,
            Command::LeftSide,
            Command::RightSide,
            Command::Top,
            Command::Bottom,
        ],
    ),
    ("Other views", &[Command::Story, Command::Sources, Command::Search, Command::Palette, Command::Help]),
    (
        "Which articles",
        &[
            Command::PickPair,
            Command::NextPair,
            Command::PreviousPair,
            Command::Swap,
            Command::MakeBase,
            Command::Third,
            Command::Reload,
        ],
    ),
    (
        "How they are shown",
        &[
            Command::Fold,
            Command::FoldAll,
            Command::OnlyLeft,
            Command::OnlyRight,
            Command::Stacked,
            Command::Clean,
            Command::Minor,
            Command::Theme,
        ],
    ),
    ("Taking away", &[Command::Export, Command::CopyPassage, Command::CopyPair, Command::Mouse]),
    ("The program", &[Command::Cancel, Command::Suspend, Command::Redraw, Command::Quit]),
];

/// The help for a view.
#[derive(Clone, Debug)]
pub struct Help {
    /// The view whose keys are shown.
    pub view: View,
    top: Place,
}

impl Help {
    /// The help for `view`.
    #[must_use]
    pub fn new(view: View) -> Self {
        Self { view, top: Place::default() }
    }

    /// What `command` does to it, when it is shown in `height` lines of `width` columns.
    pub fn apply(&mut self, command: Command, count: usize, keymap: &Keymap, width: usize, height: usize) -> Outcome {
        let length = self.rows(keymap, width, Glyphs::UNICODE).len();
        let room = height.saturating_sub(1);
        match command {
            Command::Cancel => return Outcome::Close,
            // The last line is at the bottom, not at the top, when the end is reached.
            _ => self.top.step(command, count, (length + 1).saturating_sub(room).max(1), room),
        };
        Outcome::Stay
    }

    /// Whether its last line is among the `height` lines of `width` columns that are seen.
    #[must_use]
    pub fn is_at_end(&self, keymap: &Keymap, width: usize, height: usize) -> bool {
        self.rows(keymap, width, Glyphs::UNICODE).len() < self.top.at + height
    }

    /// Its lines: exactly `height` of `width` columns.
    #[must_use]
    pub fn lines(&self, keymap: &Keymap, width: usize, height: usize, glyphs: Glyphs) -> Vec<Line> {
        let rows = self.rows(keymap, width, glyphs);
        let room = height.saturating_sub(1);
        let top = self.top.at.min(rows.len().saturating_sub(room));
        let more = if rows.len() > room {
            format!("lines {}–{} of {}", top + 1, (top + room).min(rows.len()), rows.len())
        } else {
            String::new()
        };
        let more = if glyphs.is_ascii() { more.replace('–', "-") } else { more };
        let title = format!("Keys: {}", self.view.heading().to_lowercase());
        let mut lines = vec![heading(&title, &more, width, glyphs)];
        lines.extend(rows.into_iter().skip(top));
        filled(lines, width, height)
    }

    fn rows(&self, keymap: &Keymap, width: usize, glyphs: Glyphs) -> Vec<Line> {
        let entries = keymap.entries(self.view);
        if self.view == View::Read {
            let counts = counts(keymap, width, glyphs);
            return signs(width, glyphs).into_iter().chain(groups(&entries, width, glyphs)).chain(counts).collect();
        }
        let mut own: Vec<Entry> = entries.clone();
        let mut shared = Vec::new();
        if self.view != View::Everywhere && !self.view.is_typed() {
            let everywhere = keymap.entries(View::Everywhere);
            shared.extend(
                entries.into_iter().filter(|entry| everywhere.iter().any(|other| other.command == entry.command)),
            );
            own.retain(|entry| shared.iter().all(|other| other.command != entry.command));
        }
        // What the hint line shows first is what readers look for first.
        let hints = keymap.hints(self.view);
        let rank = |entry: &Entry| hints.iter().position(|(.., command)| *command == entry.command);
        own.sort_by_key(|entry| rank(entry).unwrap_or(hints.len()));
        let mut rows = section(&own, keys_of(&own, width), width, glyphs);
        if !shared.is_empty() {
            rows.push(fitted([], width, Role::Blank, glyphs));
            rows.push(title(View::Everywhere.heading(), width, glyphs));
            rows.extend(section(&shared, keys_of(&shared, width), width, glyphs));
        }
        rows
    }
}

/// The rule of numbers typed before a key.
fn counts(keymap: &Keymap, width: usize, glyphs: Glyphs) -> Vec<Line> {
    let key = |command| keymap.shown_key(View::Read, command);
    let (next, bottom) = (key(Command::Next), key(Command::Bottom));
    let digits: Vec<String> = ('1'..='9')
        .map(|digit| digit.to_string())
        .filter(|digit| Key::parse(digit).is_some_and(|key| keymap.command(View::Read, key).is_some()))
        .collect();
    let rule = format!("A number before a key repeats it (3{next}), before {bottom} it is a paragraph's (15{bottom})");
    let rule = if digits.is_empty() {
        format!("{rule}.")
    } else {
        format!(
            "{rule}; {} at once, and where a number goes on from there without a pause, that is taken back.",
            match &digits[..] {
                [one] => format!("{one} acts"),
                several => format!("{} act", several.join(" ")),
            }
        )
    };
    let lines = wrap(&[Piece::new(&rule, Role::Hint)], width.saturating_sub(4).max(8));
    let beside = |runs: Vec<Run>| fitted([Run::blank(2)].into_iter().chain(runs), width, Role::Blank, glyphs);
    [title("Counts", width, glyphs)].into_iter().chain(lines.into_iter().map(beside)).collect()
}

/// How many columns the keys of `entries` are given of `width`.
fn keys_of(entries: &[Entry], width: usize) -> usize {
    let columns_of = |entry: &Entry| usize::from(columns(&entry.keys).0);
    entries.iter().map(columns_of).max().unwrap_or(0).min(WIDEST_KEYS).min(width / 3)
}

fn title(text: &str, width: usize, glyphs: Glyphs) -> Line {
    fitted([Run::new(format!(" {text}"), Role::Panel)], width, Role::Blank, glyphs)
}

/// The actions of the reading view in their groups, in two columns of about the same height where there is room.
fn groups(entries: &[Entry], width: usize, glyphs: Glyphs) -> Vec<Line> {
    let wide = width >= TWO_COLUMNS_FROM;
    let left = if wide { width / 2 } else { width };
    let keys = keys_of(entries, left);
    let group = |(name, commands): &(&str, &[Command])| -> Vec<Line> {
        let known = commands.iter().filter_map(|command| entries.iter().find(|entry| entry.command == *command));
        let rows: Vec<Line> = known.flat_map(|entry| row(entry, keys, left, glyphs)).collect();
        let after = fitted([], left, Role::Blank, glyphs);
        if rows.is_empty() {
            rows
        } else {
            [title(name, left, glyphs)].into_iter().chain(rows).chain([after]).collect()
        }
    };
    let groups: Vec<Vec<Line>> = GROUPS.iter().map(group).collect();
    if !wide {
        return groups.into_iter().flatten().collect();
    }
    let height = |of: &[Vec<Line>]| of.iter().map(Vec::len).sum::<usize>();
    let split = (0..groups.len()).min_by_key(|at| height(&groups[..*at]).abs_diff(height(&groups[*at..])));
    let (first, second) = groups.split_at(split.unwrap_or(0));
    beside(first.concat(), second.concat(), left, width - left)
}

/// Two columns of lines, `left` and `right` columns wide.
fn beside(mut first: Vec<Line>, mut second: Vec<Line>, left: usize, right: usize) -> Vec<Line> {
    let length = first.len().max(second.len());
    first.resize_with(length, || Line { runs: vec![Run::blank(left)] });
    second.resize_with(length, || Line { runs: vec![Run::blank(right)] });
    let join = |(mut left, right): (Line, Line)| {
        left.runs.extend(right.runs);
        left
    };
    first.into_iter().zip(second).map(join).collect()
}

fn section(entries: &[Entry], keys: usize, width: usize, glyphs: Glyphs) -> Vec<Line> {
    let one = |entries: &[Entry], width: usize| {
        entries.iter().flat_map(|entry| row(entry, keys, width, glyphs)).collect::<Vec<_>>()
    };
    if width < TWO_COLUMNS_FROM {
        return one(entries, width);
    }
    let (first, second) = entries.split_at(entries.len().div_ceil(2));
    let left = width / 2;
    beside(one(first, left), one(second, width - left), left, width - left)
}

/// One action: its keys, and what it does, wrapped beside them.
fn row(entry: &Entry, keys: usize, width: usize, glyphs: Glyphs) -> Vec<Line> {
    // Blanks before the keys, behind them, and before the next column or the window's end.
    let room = width.saturating_sub(keys + 6).max(8);
    let mut shown = entry.keys.as_str();
    while usize::from(columns(shown).0) > keys {
        shown = shown.rsplit_once(' ').map_or("", |(first, _)| first);
    }
    let pad = keys.saturating_sub(usize::from(columns(shown).0));
    let does = wrap(&[Piece::new(entry.does, Role::Hint)], room);
    let beside = |(index, runs): (usize, Vec<Run>)| {
        let first = if index == 0 {
            vec![Run::blank(2), Run::new(shown, Role::Key), Run::blank(pad + 2)]
        } else {
            vec![Run::blank(keys + 4)]
        };
        fitted(first.into_iter().chain(runs), width, Role::Blank, glyphs)
    };
    does.into_iter().enumerate().map(beside).collect()
}

#[cfg(test)]
mod tests;
