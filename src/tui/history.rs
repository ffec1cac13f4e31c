//! What was typed into prompts before, and walking through it as in a shell. Knows lines of any kind, not what they are for.

use super::{command::Command, search::Query};

/// Lines remembered of a prompt; the oldest is forgotten for a new one.
const MOST: usize = 50;

/// What was typed into the prompts before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// What was searched for.
    pub searches: History<Query>,
    /// Where reports were written to.
    pub exports: History<String>,
    /// What was called by its name; not remembered when the program ends.
    pub actions: History<Command>,
}

/// Lines typed before, the last one last, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History<T> {
    lines: Vec<T>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { lines: Vec::new() }
    }
}

impl<T: Clone + PartialEq> History<T> {
    /// A history of `lines`, the last one last; the oldest of too many are left out.
    pub fn of(lines: impl IntoIterator<Item = T>) -> Self {
        let mut history = Self::default();
        lines.into_iter().for_each(|line| history.add(line));
        history
    }

    /// Remembers `line` as the last one.
    pub fn add(&mut self, line: T) {
        self.lines.retain(|known| *known != line);
        self.lines.push(line);
        let excess = self.lines.len().saturating_sub(MOST);
        self.lines.drain(..excess);
    }

    /// The lines, the last one last.
    #[must_use]
    pub fn lines(&self) -> &[T] {
        &self.lines
    }
}

/// Where in a history the reader is who walks through it from a prompt, and what was typed there before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk<T> {
    /// How many lines back, and what was typed when the walk began; none while the line is the reader's own.
    at: Option<(usize, T)>,
}

impl<T: Clone + PartialEq> Walk<T> {
    /// The line before the one that is shown, while `now` stands in the prompt; none where there is no earlier one.
    pub fn older(&mut self, history: &History<T>, now: T) -> Option<T> {
        let (back, typed) = self.at.clone().map_or((1, now), |(back, typed)| (back + 1, typed));
        let line = history.lines.len().checked_sub(back).and_then(|at| history.lines.get(at))?;
        self.at = Some((back, typed));
        Some(line.clone())
    }

    /// The line after the one that is shown, and behind the last one what the reader had typed; none where that stands already.
    pub fn newer(&mut self, history: &History<T>) -> Option<T> {
        let (back, typed) = self.at.take()?;
        if back <= 1 {
            return Some(typed);
        }
        self.at = Some((back - 1, typed));
        history.lines.get(history.lines.len().checked_sub(back - 1)?).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_goes_to_earlier_lines_and_down_back_to_what_was_being_typed() {
        let history = History::of(["iran", "syria", "iran", "moscow"].map(str::to_owned));
        let mut walk = Walk::default();
        let mut shown = vec!["dra".to_owned()];
        let mut press = |key: char| {
            let line = match key {
                'u' => walk.older(&history, shown.last().cloned().unwrap_or_default()),
                _ => walk.newer(&history),
            };
            shown.push(line.unwrap_or_else(|| "-".to_owned()));
        };
        "uuuudddd".chars().for_each(&mut press);
        assert_eq!(shown.join(" "), "dra moscow iran syria - iran moscow dra -");
    }

    #[test]
    fn each_line_is_remembered_once_and_the_oldest_are_forgotten() {
        let mut history = History::of((0..60).map(|n: u32| n));
        history.add(30);
        assert_eq!(history.lines().len(), MOST);
        assert_eq!((history.lines().first(), history.lines().last()), (Some(&10), Some(&30)));
    }
}
