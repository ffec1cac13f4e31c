//! A key as the reader writes it: `n`, `G`, `ctrl-d`, `shift-tab`, `f1`. Reads and writes that notation, and takes what the
//! terminal reports into it; knows nothing of what keys do.

use std::fmt;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A key with what is held down beside it. Letters carry their shift in themselves (`G`), as terminals differ in reporting it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Hash)]
pub struct Key {
    code: KeyCode,
    held: KeyModifiers,
}

/// The keys that go by a name; of two names for one key the first is the one shown.
const NAMED: &[(&str, KeyCode)] = &[
    ("enter", KeyCode::Enter),
    ("return", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("escape", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("space", KeyCode::Char(' ')),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
];

const HELD: &[(&str, KeyModifiers)] =
    &[("ctrl-", KeyModifiers::CONTROL), ("alt-", KeyModifiers::ALT), ("shift-", KeyModifiers::SHIFT)];

impl Key {
    /// The key that `notation` names, if it names one.
    #[must_use]
    pub fn parse(notation: &str) -> Option<Self> {
        let mut held = KeyModifiers::NONE;
        let mut rest = notation;
        while let Some((bare, modifier)) = HELD
            .iter()
            .find_map(|(name, modifier)| Some((rest.strip_prefix(name)?, *modifier)))
            .filter(|(bare, _)| !bare.is_empty())
        {
            held |= modifier;
            rest = bare;
        }
        let mut letters = rest.chars();
        let code = match (letters.next(), letters.next()) {
            (Some(letter), None) if !letter.is_control() && letter != ' ' => KeyCode::Char(letter),
            _ => named(rest)?,
        };
        Some(Self::new(code, held))
    }

    /// The key of a terminal's event; none for the release of a key, which some terminals report too.
    #[must_use]
    pub fn pressed(event: KeyEvent) -> Option<Self> {
        (event.kind != KeyEventKind::Release).then(|| Self::new(event.code, event.modifiers))
    }

    /// Brings the several ways of reporting one key to one.
    fn new(code: KeyCode, held: KeyModifiers) -> Self {
        let mut held = held & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        let code = match code {
            KeyCode::BackTab => {
                held |= KeyModifiers::SHIFT;
                KeyCode::Tab
            }
            KeyCode::Char(letter) if letter != ' ' => {
                let letter = match held.contains(KeyModifiers::SHIFT) {
                    // Only one-to-one: 'ß' has no capital of one letter.
                    true if letter.to_uppercase().count() == 1 => letter.to_uppercase().next().unwrap_or(letter),
                    _ => letter,
                };
                held -= KeyModifiers::SHIFT;
                // Control has no case: terminals send the same byte for ctrl-d and ctrl-D.
                let folded = if held.contains(KeyModifiers::CONTROL) { letter.to_ascii_lowercase() } else { letter };
                KeyCode::Char(folded)
            }
            other => other,
        };
        Self { code, held }
    }

    /// The letter it types into a line, if it types one.
    #[must_use]
    pub fn letter(self) -> Option<char> {
        match self.code {
            KeyCode::Char(letter) if !self.held.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => Some(letter),
            _ => None,
        }
    }

    /// The digit it types, if it is one of 0 to 9.
    #[must_use]
    pub fn digit(self) -> Option<u32> {
        self.letter().and_then(|letter| letter.to_digit(10))
    }
}

fn named(name: &str) -> Option<KeyCode> {
    let known = NAMED.iter().find(|(known, _)| *known == name).map(|(_, code)| *code);
    known.or_else(|| {
        let number: u8 = name.strip_prefix('f')?.parse().ok()?;
        (1..=12).contains(&number).then_some(KeyCode::F(number))
    })
}

/// The notation that [`Key::parse`] reads.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, modifier) in HELD {
            if self.held.contains(*modifier) {
                f.write_str(name)?;
            }
        }
        match self.code {
            KeyCode::F(number) => write!(f, "f{number}"),
            code => match NAMED.iter().find(|(_, known)| *known == code) {
                Some((name, _)) => f.write_str(name),
                None => match code {
                    KeyCode::Char(letter) => write!(f, "{letter}"),
                    _ => f.write_str("(another key)"),
                },
            },
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyEventState, KeyModifiers};

    use super::Key;

    #[test]
    fn keys_are_written_as_they_are_read() {
        for notation in [
            "n",
            "N",
            "/",
            "?",
            "-",
            "ctrl-d",
            "shift-tab",
            "f1",
            "f12",
            "space",
            "alt-x",
            "ctrl-left",
            "é",
            "pagedown",
        ] {
            assert_eq!(Key::parse(notation).unwrap().to_string(), notation);
        }
    }

    #[test]
    fn other_ways_of_writing_a_key_mean_the_same_key() {
        for (written, shown) in [
            ("escape", "esc"),
            ("shift-g", "G"),
            ("ctrl-D", "ctrl-d"),
            ("ctrl-shift-d", "ctrl-d"),
            ("ctrl--", "ctrl--"),
        ] {
            assert_eq!(Key::parse(written).unwrap().to_string(), shown, "{written}");
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for notation in ["", "ctrl-", "f13", "f0", "nn", "Esc", " ", "\n", "ctrl-alt-"] {
            assert_eq!(Key::parse(notation), None, "{notation:?}");
        }
    }

    #[test]
    fn the_terminal_s_several_reports_of_one_key_are_one_key() {
        let event = |code, modifiers| Key::pressed(KeyEvent::new(code, modifiers)).unwrap();
        assert_eq!(event(KeyCode::Char('G'), KeyModifiers::SHIFT), event(KeyCode::Char('G'), KeyModifiers::NONE));
        assert_eq!(event(KeyCode::Char('g'), KeyModifiers::SHIFT), event(KeyCode::Char('G'), KeyModifiers::NONE));
        assert_eq!(event(KeyCode::BackTab, KeyModifiers::NONE), event(KeyCode::Tab, KeyModifiers::SHIFT));
        assert_eq!(event(KeyCode::Char('?'), KeyModifiers::SHIFT).to_string(), "?");
    }

    #[test]
    fn a_released_key_is_no_key() {
        let released = KeyEvent {
            code: KeyCode::Char('n'),
            modifiers: KeyModifiers::NONE,
            kind: KeyEventKind::Release,
            state: KeyEventState::NONE,
        };
        assert_eq!(Key::pressed(released), None);
    }
}
