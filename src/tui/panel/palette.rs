//! Every action, found by typing some of its letters; or a paragraph, found by its number.

use super::{
    Outcome, Place,
    lines::{filled, fitted, heading},
};
use crate::{
    page::{Glyphs, Line, Role, Run},
    text::width::columns,
    tui::{
        command::Command,
        keymap::{Keymap, View, words},
        prompt::Prompt,
    },
};

/// The palette, opened over a view.
#[derive(Clone, Debug)]
pub struct Palette {
    /// The view it was opened over: its keys are shown, and its actions come first.
    pub over: View,
    /// What was typed.
    pub prompt: Prompt,
    place: Place,
    /// The actions called before, the last one last: they come first while nothing is typed.
    recent: Vec<Command>,
}

/// From this width on, the name of an action stands before what it does.
const NAMED_FROM: usize = 76;

/// Actions that make no sense to call by name: they move inside a panel or belong to a typed line.
const NOT_OFFERED: [Command; 7] = [
    Command::Accept,
    Command::Toggle,
    Command::NextChoice,
    Command::PreviousChoice,
    Command::ToggleRegex,
    Command::Older,
    Command::Newer,
];

impl Palette {
    /// A palette over the view `over`, nothing typed yet.
    #[must_use]
    pub fn new(over: View, recent: Vec<Command>) -> Self {
        Self { over, prompt: Prompt::default(), place: Place::default(), recent }
    }

    /// The line was edited: the best match is chosen again.
    pub fn typed(&mut self) {
        self.place = Place::default();
    }

    /// What `command` does to it, when it is shown in `height` lines.
    pub fn apply(&mut self, command: Command, keymap: &Keymap, height: usize) -> Outcome {
        let matches = self.matches(keymap);
        match command {
            Command::Cancel => Outcome::Close,
            Command::Accept => match (self.paragraph(), matches.get(self.place.at)) {
                (Some(number), _) => Outcome::Paragraph(number),
                (None, Some(command)) => Outcome::Do(*command),
                (None, None) => Outcome::Say("no action is called so".to_owned()),
            },
            other => {
                self.place.step(other, 1, matches.len(), height.saturating_sub(2));
                Outcome::Stay
            }
        }
    }

    /// The number typed, if it is one; the sign for a paragraph may stand before it, in Unicode or ASCII.
    fn paragraph(&self) -> Option<usize> {
        let typed = self.prompt.text().trim();
        let signs = [Glyphs::UNICODE, Glyphs::ASCII].map(|glyphs| glyphs.paragraph());
        let number = signs.iter().find_map(|sign| typed.strip_prefix(sign)).unwrap_or(typed);
        number.trim_start().parse().ok()
    }

    /// The actions that match what was typed, the best first; all of them while nothing is typed.
    fn matches(&self, keymap: &Keymap) -> Vec<Command> {
        let here: Vec<Command> = keymap.entries(self.over).into_iter().map(|entry| entry.command).collect();
        // While nothing is typed, what the line of keys shows first comes first.
        let hints = keymap.hints(self.over);
        let known = |command| hints.iter().position(|(.., hint)| *hint == command).unwrap_or(hints.len());
        let empty = self.prompt.text().is_empty();
        let usual = |command| if empty { known(command) } else { 0 };
        // The last one called comes first.
        let called = |command| self.recent.iter().rev().position(|recent| *recent == command).filter(|_| empty);
        let called = |command| called(command).unwrap_or(usize::MAX);
        let offered = Command::ALL.iter().copied().filter(|command| !NOT_OFFERED.contains(command));
        let mut ranked: Vec<_> = offered
            .enumerate()
            .filter_map(|(order, command)| {
                let score = score(self.prompt.text(), command)?;
                let first = (std::cmp::Reverse(score), called(command), !here.contains(&command));
                Some((first, usual(command), order, command))
            })
            .collect();
        ranked.sort();
        ranked.into_iter().map(|(.., command)| command).collect()
    }

    /// Its lines: exactly `height` of `width` columns. The second is the one that is typed; the cursor stands in column
    /// [`Palette::cursor`] of it.
    #[must_use]
    pub fn lines(&self, keymap: &Keymap, width: usize, height: usize, glyphs: Glyphs) -> Vec<Line> {
        let matches = self.matches(keymap);
        let said = match (self.paragraph(), matches.len()) {
            (Some(number), _) => {
                let key = keymap.shown_key(View::Palette, Command::Accept);
                format!("{key} goes to paragraph {number}")
            }
            (None, 0) => "no action is called so".to_owned(),
            (None, 1) => "1 action".to_owned(),
            (None, count) => format!("{count} actions"),
        };
        let (typed, _) = self.prompt.shown(width.saturating_sub(3));
        let mut lines = vec![heading("Actions", &said, width, glyphs)];
        lines.push(fitted([Run::new(format!(" :{typed}"), Role::Input)], width, Role::Input, glyphs));
        if self.paragraph().is_none() {
            let widest = matches.iter().map(|command| command.name().len()).max().unwrap_or(0);
            for index in self.place.shown(matches.len(), height.saturating_sub(2)) {
                let Some(command) = matches.get(index) else { continue };
                lines.push(self.row(*command, index == self.place.at, widest, keymap, width, glyphs));
            }
        }
        filled(lines, width, height)
    }

    fn row(
        &self,
        command: Command,
        chosen: bool,
        widest: usize,
        keymap: &Keymap,
        width: usize,
        glyphs: Glyphs,
    ) -> Line {
        let role = |own| if chosen { Role::Selected } else { own };
        // Keys of other views would do something else here.
        let keys = keymap.keys(self.over, command).iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let keys_wide = usize::from(columns(&keys).0).min(width / 4);
        // Where there is no room for both, what it does tells more than what it is called.
        let named = if width < NAMED_FROM { String::new() } else { format!("{:widest$}  ", command.name()) };
        let name = format!("{} {named}", if chosen { '>' } else { ' ' });
        let room = width.saturating_sub(name.len() + keys_wide + 2);
        let does = if keys.is_empty() { command.help() } else { words(self.over, command) };
        let left = fitted(
            [Run::new(name.clone(), role(Role::Key)), Run::new(does, role(Role::Hint))],
            name.len() + room,
            role(Role::Blank),
            glyphs,
        );
        let right = [Run::new(" ", role(Role::Blank)), Run::new(keys, role(Role::Key))];
        fitted(left.runs.into_iter().chain(right), width, role(Role::Blank), glyphs)
    }

    /// The column of the cursor in the second line.
    #[must_use]
    pub fn cursor(&self, width: usize) -> usize {
        2 + self.prompt.shown(width.saturating_sub(3)).1
    }
}

/// How well `typed` matches: every letter must occur, in order, in the name or in the words of what it does. Letters that begin a word
/// and letters that follow one another count more, and the name counts more than the words.
fn score(typed: &str, command: Command) -> Option<u32> {
    let wanted: Vec<char> = typed.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let name =
        subsequence(&wanted, command.name()).map(|score| score * 2 + u32::from(typed.trim() == command.name()) * 100);
    let words = subsequence(&wanted, command.help());
    name.max(words)
}

/// The best of the greedy matches of `wanted` that begin at each of its first letters in `text`.
fn subsequence(wanted: &[char], text: &str) -> Option<u32> {
    let letters: Vec<char> = text.chars().flat_map(char::to_lowercase).collect();
    let Some(first) = wanted.first() else { return Some(0) };
    let starts = letters.iter().enumerate().filter(|(_, letter)| *letter == first).map(|(at, _)| at);
    starts.filter_map(|start| greedy(wanted, &letters, start)).max()
}

fn greedy(wanted: &[char], letters: &[char], start: usize) -> Option<u32> {
    let mut at = start;
    let mut before = None;
    let mut score = 0;
    for letter in wanted {
        at += letters.get(at..)?.iter().position(|other| other == letter)?;
        let begins_word =
            at.checked_sub(1).and_then(|before| letters.get(before)).is_none_or(|before| !before.is_alphanumeric());
        score += 1 + 4 * u32::from(begins_word) + 3 * u32::from(before == Some(at));
        at += 1;
        before = Some(at);
    }
    Some(score)
}

#[cfg(test)]
mod tests {
    use super::{super::lines::picture, *};

    fn best(typed: &str) -> &'static str {
        let mut palette = Palette::new(View::Read, Vec::new());
        palette.prompt.insert(typed);
        palette.matches(&Keymap::bundled()).first().map_or("nothing", |command| command.name())
    }

    #[test]
    fn a_few_letters_find_the_action() {
        let typed = [
            "quit",
            "np",
            "nextpair",
            "swap",
            "expo",
            "fold all",
            "fa",
            "colours",
            "shell",
            "why",
            "counterpart",
            "sources",
            "zzz",
        ];
        assert_eq!(
            typed.map(best).join(" "),
            "quit next-pair next-pair swap export fold-all fold-all theme suspend detail follow sources nothing"
        );
    }

    #[test]
    fn every_action_is_found_by_its_own_name() {
        for command in
            Command::ALL.iter().filter(|command| !NOT_OFFERED.contains(command) && !command.name().starts_with("show-"))
        {
            assert_eq!(best(command.name()), command.name());
        }
    }

    #[test]
    fn a_number_goes_to_the_paragraph() {
        for typed in ["17", "¶17", "¶ 17", "#17"] {
            let mut palette = Palette::new(View::Read, Vec::new());
            palette.prompt.insert(typed);
            assert_eq!(palette.apply(Command::Accept, &Keymap::bundled(), 10), Outcome::Paragraph(17), "{typed}");
        }
    }

    #[test]
    fn the_chosen_action_is_done() {
        let keymap = Keymap::bundled();
        let mut palette = Palette::new(View::Read, Vec::new());
        palette.prompt.insert("pair");
        palette.apply(Command::NextChoice, &keymap, 10);
        assert_eq!(palette.apply(Command::Accept, &keymap, 10), Outcome::Do(Command::PreviousPair));
        insta::assert_snapshot!(picture(&palette.lines(&keymap, 60, 6, Glyphs::UNICODE)), @"
        ── Actions ────────────────────────────────────── 9 actions
         :pair
          the next pair of articles                           tab ]
        > the previous pair of articles                 shift-tab [
          choose two of the articles                              p
          copy both passages, with their sources                  Y
        ");
    }
}
