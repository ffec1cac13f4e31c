//! The screen before there is a story: a line says that the articles are read, and how far that is; Esc leaves.

use std::{
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, TryRecvError, channel},
    time::{Duration, Instant},
};

use super::{Event, look};
use crate::{
    error::Result,
    progress::{Progress, Reached},
    story::Story,
    tui::{
        Ending, Options,
        command::Command,
        key::Key,
        keymap::View,
        state::Look,
        terminal::{Input, Terminal, Wishes},
        view,
    },
};

/// How often it is looked at whether the articles are there.
const TICK: Duration = Duration::from_millis(4);
/// How often the line that says how far they are is drawn anew.
const FRAME: Duration = Duration::from_millis(40);

/// Articles that are being read by another thread.
pub struct Opening {
    /// How far that is, and how it is stopped.
    pub progress: Progress,
    /// Where the story comes from.
    pub opened: Receiver<Result<Story>>,
}

/// What came of waiting for the articles.
pub enum Opened {
    /// They are read; the screen goes on with them.
    Story(Box<(Story, Screen)>),
    /// The reader left before, or the screen was over for the reason given.
    Left(Option<Ending>),
}

/// The terminal, taken before there is something to show.
pub struct Screen {
    pub(super) look: Look,
    pub(super) terminal: Terminal,
    pub(super) events: Sender<Event>,
    pub(super) arrived: Receiver<Event>,
}

impl Screen {
    /// Takes the terminal. With `explicit`, letters are sent in the order they are drawn.
    ///
    /// # Errors
    /// When the terminal cannot be used, or the reader's keymap or theme is wrong.
    pub(super) fn enter(options: &Options, explicit: bool) -> Result<Self> {
        let look = look::look(options)?;
        // Whoever chose a theme may choose another one later.
        let asks = !options.no_color;
        let (events, arrived) = channel();
        let send = events.clone();
        let terminal = Terminal::enter(Wishes { mouse: look.mouse, background: asks, explicit }, move |input| {
            let _ = send.send(Event::Input(input));
        })?;
        Ok(Self { look, terminal, events, arrived })
    }
}

/// Shows that articles are read until they are, or the reader leaves. What is typed meanwhile waits for them.
///
/// # Errors
/// When they cannot be read, when the terminal cannot be used, or when the reader's keymap or theme is wrong.
pub fn open(options: &Options, opening: &Opening) -> Result<Opened> {
    let mut screen = Screen::enter(options, false)?;
    let mut held = Vec::new();
    let mut drawn: Option<((u16, u16), Reached, Instant)> = None;
    loop {
        match opening.opened.try_recv() {
            Ok(story) => {
                let story = story?;
                for event in held {
                    let _ = screen.events.send(event);
                }
                return Ok(Opened::Story(Box::new((story, screen))));
            }
            // A thread that fails says so itself: what ends the screen is on its way.
            Err(TryRecvError::Empty | TryRecvError::Disconnected) => {}
        }
        let (size, reached) = (screen.terminal.size(), opening.progress.reached());
        let stands =
            |(known, said, when): (_, _, Instant)| known == size && (said == reached || when.elapsed() < FRAME);
        if !drawn.is_some_and(stands) {
            drawn = Some((size, reached, Instant::now()));
            let Screen { look, terminal, .. } = &mut screen;
            terminal.draw(|frame| view::opening(frame, look, reached))?;
        }
        match screen.arrived.recv_timeout(TICK) {
            Ok(Event::Input(Input::End(ending))) => return Ok(Opened::Left(Some(ending))),
            Ok(Event::Input(Input::Key(key))) if leaves(&screen.look, key) => {
                opening.progress.stop();
                return Ok(Opened::Left(None));
            }
            Ok(Event::Input(Input::Suspend)) => screen.terminal.suspend()?,
            Ok(Event::Input(Input::Resumed)) => {
                screen.terminal.resume()?;
                drawn = None;
            }
            Ok(Event::Input(Input::Resize(..))) => {
                screen.terminal.redraw()?;
                drawn = None;
            }
            Ok(event) => held.push(event),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {}
        }
    }
}

/// Whether `key` means to leave, where there is nothing else to do.
fn leaves(look: &Look, key: Key) -> bool {
    matches!(look.keymap.command(View::Read, key), Some(Command::Cancel | Command::Quit))
}
