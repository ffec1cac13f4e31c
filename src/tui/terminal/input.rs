//! What the reader and the system do, as one stream, read in a thread of its own.

use std::{
    io::{self, IsTerminal as _},
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use ratatui::crossterm::event::{self, Event, KeyEventKind, MouseEvent};

use super::query::{Background, Heard, Reply};
use crate::tui::key::Key;

/// Something that the reader or the system did.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted; it may hold anything.
    Paste(String),
    /// The mouse.
    Mouse(MouseEvent),
    /// The window has this many columns and rows now.
    Resize(u16, u16),
    /// The terminal said what its background is.
    Background(Background),
    /// Another program asks this one to stand aside, as Ctrl-Z does.
    Suspend,
    /// The program goes on after it was stopped: the terminal must be taken again.
    Resumed,
    /// The screen is over.
    End(Ending),
}

/// Why the screen ended without the reader's asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A signal asked for it; its number.
    Signal(i32),
    /// The terminal is gone.
    Gone,
    /// A thread failed; its message stands on the ordinary screen.
    Panicked,
}

impl Ending {
    /// The exit status that shells expect: 128 and the signal's number, that of a hang-up for a lost terminal, and 101 for a panic.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Signal(number) => u8::try_from(128 + number).unwrap_or(u8::MAX),
            Self::Gone => 129,
            Self::Panicked => 101,
        }
    }
}

/// How long a terminal may take to answer a question.
const ANSWERS_WITHIN: Duration = Duration::from_secs(2);
/// How long the rest of a begun answer may take before it is taken for typed keys.
const REST_WITHIN: Duration = Duration::from_millis(50);
/// How often a terminal that says nothing is looked at to see whether it is still there.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Sends what the reader does, for as long as there is a terminal. `answered` is set when an answer to the question for the
/// background has been taken out of the stream; none when it was not asked.
pub(super) fn read(send: &(dyn Fn(Input) + Send + Sync), answered: Option<&AtomicBool>) {
    let asked = Instant::now();
    let mut reply = answered.map(|_| Reply::default());
    loop {
        let wait = if reply.as_ref().is_some_and(Reply::is_begun) { REST_WITHIN } else { LOOK_EVERY };
        match event::poll(wait) {
            Ok(true) => {
                let Ok(event) = event::read() else { break };
                let heard = match &mut reply {
                    Some(reply) => reply.hear(event),
                    None => Heard::Events(vec![event]),
                };
                match heard {
                    Heard::Part => {}
                    Heard::Events(events) => events.into_iter().filter_map(input).for_each(send),
                    Heard::Background(background) => {
                        reply = None;
                        if let Some(answered) = answered {
                            answered.store(true, Ordering::SeqCst);
                        }
                        send(Input::Background(background));
                    }
                }
            }
            // A terminal that was hung up reads as ready and empty for ever.
            Ok(false) if !has_terminal() => break,
            Ok(false) => {
                if let Some(typed) = reply.as_mut().map(Reply::give_up) {
                    typed.into_iter().filter_map(input).for_each(send);
                }
                if asked.elapsed() > ANSWERS_WITHIN {
                    reply = None;
                }
            }
            Err(_) => break,
        }
    }
    send(Input::End(Ending::Gone));
}

fn has_terminal() -> bool {
    io::stdout().is_terminal()
}

fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        Event::Key(key) => Key::pressed(key).map(Input::Key),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Mouse(mouse) => Some(Input::Mouse(mouse)),
        Event::Resize(columns, rows) => Some(Input::Resize(columns, rows)),
        Event::FocusGained | Event::FocusLost => None,
    }
}
