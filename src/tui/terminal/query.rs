//! Asking the terminal for its background (OSC 11) without losing a key: crossterm reports the answer as if it were typed, so it is
//! taken out of the keys here.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// The question.
pub(super) const QUERY: &str = "\x1b]11;?\x1b\\";

/// What an answer begins with, after the escape character.
const BEGINS: &str = "]11;";

/// No answer is longer: `]11;rgba:ffff/ffff/ffff/ffff` and its end.
const LONGEST: usize = 40;

/// The background of a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Background {
    /// Red, green and blue.
    pub rgb: [u8; 3],
}

impl Background {
    /// The background that the environment variable `COLORFGBG` of rxvt, Konsole and others names (`15;0`, `0;default;15`): its last part is
    /// one of the sixteen colours, of which 7 and those from 9 on are light in the terminals that set it.
    #[must_use]
    pub fn named(colorfgbg: &str) -> Option<Self> {
        let colour: u8 = colorfgbg.rsplit(';').next()?.parse().ok().filter(|colour| *colour < 16)?;
        let level = if colour == 7 || colour > 8 { 255 } else { 0 };
        Some(Self { rgb: [level; 3] })
    }

    /// Whether dark text stands out on it better than light text: its relative luminance (WCAG 2.2) is above .18, where black
    /// and white contrast alike.
    #[must_use]
    pub fn is_light(self) -> bool {
        let linear = self.rgb.map(|level| {
            let level = f32::from(level) / 255.0;
            if level <= 0.04045 { level / 12.92 } else { ((level + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] > 0.179
    }
}

/// What an event turned out to be.
#[derive(Debug, PartialEq)]
pub(super) enum Heard {
    /// Part of what may be an answer; wait for the rest.
    Part,
    /// The reader's own doing, in order.
    Events(Vec<Event>),
    /// The answer.
    Background(Background),
}

/// An answer that is coming in, as the events it is taken for.
#[derive(Debug, Default)]
pub(super) struct Reply {
    held: Vec<Event>,
    text: String,
}

impl Reply {
    pub(super) fn is_begun(&self) -> bool {
        !self.held.is_empty()
    }

    /// The events held back, when the rest of an answer does not come.
    pub(super) fn give_up(&mut self) -> Vec<Event> {
        self.text.clear();
        std::mem::take(&mut self.held)
    }

    pub(super) fn hear(&mut self, event: Event) -> Heard {
        let Event::Key(KeyEvent { code: KeyCode::Char(letter), modifiers, .. }) = event else {
            return self.typed(event);
        };
        let alt = modifiers.contains(KeyModifiers::ALT);
        let ends = (alt && letter == '\\') || (modifiers.contains(KeyModifiers::CONTROL) && letter == 'g');
        if self.held.is_empty() {
            // The answer opens with ESC and ']', which is how terminals send Alt-].
            if !(alt && letter == ']') {
                return Heard::Events(vec![event]);
            }
        } else if ends {
            return match colour(&self.text) {
                Some(background) => {
                    self.give_up();
                    Heard::Background(background)
                }
                None => self.typed(event),
            };
        } else if alt || modifiers.contains(KeyModifiers::CONTROL) {
            return self.typed(event);
        }
        self.text.push(letter);
        self.held.push(event);
        let fits =
            self.text.len() <= LONGEST && (BEGINS.starts_with(self.text.as_str()) || self.text.starts_with(BEGINS));
        if fits { Heard::Part } else { Heard::Events(self.give_up()) }
    }

    /// It was no answer: everything held back, and `event`.
    fn typed(&mut self, event: Event) -> Heard {
        let mut events = self.give_up();
        events.push(event);
        Heard::Events(events)
    }
}

/// The colour of an answer such as `]11;rgb:1e1e/1e1e/1e1e`.
fn colour(text: &str) -> Option<Background> {
    let (_, levels) = text.strip_prefix(BEGINS)?.split_once(':')?;
    // One to four digits each, as X has them (XParseColor); no sign, as a number might have.
    let mut rgb = levels.split('/').map(|level| {
        let digits = (1..=4).contains(&level.len()) && level.bytes().all(|digit| digit.is_ascii_hexdigit());
        let most = (1u32 << (4 * level.len().min(4))) - 1;
        u8::try_from(u32::from_str_radix(level, 16).ok().filter(|_| digits)? * 255 / most).ok()
    });
    Some(Background { rgb: [rgb.next()??, rgb.next()??, rgb.next()??] })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn keys(typed: &str) -> Vec<Event> {
        let mut events = Vec::new();
        let mut letters = typed.chars();
        while let Some(letter) = letters.next() {
            let (letter, modifiers) = match letter {
                '\x1b' => (letters.next().unwrap(), KeyModifiers::ALT),
                '\x07' => ('g', KeyModifiers::CONTROL),
                other => (other, KeyModifiers::NONE),
            };
            events.push(Event::Key(KeyEvent::new(KeyCode::Char(letter), modifiers)));
        }
        events
    }

    /// What comes through, and what background was heard.
    fn heard(typed: &str) -> (Vec<Event>, Option<Background>) {
        let (mut reply, mut through, mut background) = (Reply::default(), Vec::new(), None);
        for event in keys(typed) {
            match reply.hear(event) {
                Heard::Part => {}
                Heard::Events(events) => through.extend(events),
                Heard::Background(heard) => background = Some(heard),
            }
        }
        through.extend(reply.give_up());
        (through, background)
    }

    #[test]
    fn levels_of_other_lengths_are_no_colour() {
        for levels in ["fffffff/0/0", "fffff/0/0", "+f/0/0", "/0/0", "0/0", "gg/0/0", "é/0/0"] {
            assert_eq!(colour(&format!("{BEGINS}:{levels}")), None, "{levels}");
        }
        assert_eq!(colour(&format!("{BEGINS}:f/80/fff")), Some(Background { rgb: [255, 128, 255] }));
    }

    #[test]
    fn an_answer_is_taken_out_of_the_keys_around_it() {
        let white = Background { rgb: [255, 255, 255] };
        assert_eq!(heard("jj\x1b]11;rgb:ffff/ffff/ffff\x1b\\n"), (keys("jjn"), Some(white)));
        assert_eq!(heard("\x1b]11;rgb:FF/FF/FF\x07q"), (keys("q"), Some(white)));
        assert_eq!(
            heard("\x1b]11;rgba:1e1e/2020/2828/ffff\x07"),
            (vec![], Some(Background { rgb: [0x1e, 0x20, 0x28] }))
        );
    }

    #[test]
    fn keys_that_only_look_like_an_answer_come_through_in_order() {
        for typed in [
            "\x1b]",
            "\x1b]n",
            "\x1b]11;",
            "\x1b]11;jjj\x1b\\",
            "\x1b]11\x1b]1",
            "]11;rgb:0/0/0\x07",
            "\x1b]11;rgb:zz/0/0\x07",
        ] {
            assert_eq!(heard(typed), (keys(typed), None), "{typed:?}");
        }
        let long = format!("\x1b]11;rgb:{}", "f".repeat(60));
        assert_eq!(heard(&long), (keys(&long), None));
    }

    #[test]
    fn the_environment_may_name_the_background() {
        let light = |said| Background::named(said).map(Background::is_light);
        assert_eq!(["15;0", "0;15", "0;default;7", "7;8"].map(light), [false, true, true, false].map(Some));
        assert_eq!(["", "15", "0;default", "0;16", "0;-1"].map(light), [None, Some(true), None, None, None]);
    }

    #[test]
    fn light_and_dark_are_told_apart_by_what_can_be_read_on_them() {
        for (rgb, light) in [
            ([0, 0, 0], false),
            ([255, 255, 255], true),
            ([0, 43, 54], false),
            ([253, 246, 227], true),
            ([118, 118, 118], true),
            ([90, 90, 90], false),
        ] {
            assert_eq!(Background { rgb }.is_light(), light, "{rgb:?}");
        }
    }
}
