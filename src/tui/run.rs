//! The loop: waits for something to happen, takes all that has happened into the state, does what has effects, draws once.

mod look;
mod opening;

use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::{Duration, Instant},
};

use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

pub use self::{
    look::check_theme,
    opening::{Opened, Opening, Screen, open},
};
use super::{
    Left, Open, Setup,
    action::{Action, Effect},
    history::History,
    memory::Spot,
    searcher::Searcher,
    state::{Anchor, State},
    terminal::{Ending, Input, Terminal},
    update::{resume, start, update},
    view,
    watch::watch,
    worker::{Comparing, Done, Worker},
};
use crate::{
    error::{Error, Result},
    progress::Progress,
    text::bidi::{Order, has_rtl},
};

/// Bytes of text up to which the first pair is compared before the first frame: that takes less than a tenth of a second.
const AT_ONCE: usize = 40_000;

/// Bytes of each article that are compared before the first frame when the whole is longer: some five screens. So short a text is compared
/// in full, at a cost that grows with its square.
const HEAD: usize = 12_000;
/// How often the window's size is looked at when nothing happens, and how far the worker is.
const FIT: Duration = Duration::from_millis(250);
/// How long the second key of a number may be waited for whose first digit is a key of its own: as long as GNU readline waits for the
/// rest of a sequence that is a key as it stands (`keyseq-timeout`, half a second).
const PAUSE: Duration = Duration::from_millis(500);
/// How often when the reader waits for it.
const TICK: Duration = Duration::from_millis(100);

/// Something to take into the state.
enum Event {
    Input(Input),
    Action(Action),
}

/// What effects need.
struct Hands {
    worker: Worker,
    searcher: Searcher,
    reopen: Option<Open>,
    export: super::Export,
    events: Sender<Event>,
    /// The articles that are being read.
    reading: Progress,
    /// The report that is being written.
    writing: Progress,
}

/// Shows the screen until the reader leaves it.
///
/// # Errors
/// When the terminal cannot be used, or the reader's keymap or theme is wrong.
pub fn run(setup: Setup, screen: Option<Screen>) -> Result<Left> {
    let mut memory = setup.options.memory.clone();
    let mixed = setup.story.articles.iter().any(|(_, article)| has_rtl(&article.text));
    let explicit = mixed && setup.options.order == Order::Visual;
    let Screen { look, mut terminal, events, arrived } = match screen {
        Some(mut screen) => {
            screen.terminal.set_explicit(explicit)?;
            screen
        }
        None => Screen::enter(&setup.options, explicit)?,
    };
    let began_with = look.theme.name().to_owned();
    let bytes: usize = setup.story.articles.iter().map(|(_, article)| article.text.len()).sum();
    let whole = (bytes > AT_ONCE).then(|| Arc::clone(&setup.story));
    let story = whole.as_ref().map_or(setup.story, |whole| Arc::new(whole.head(HEAD)));
    let mut state = State::new(story, setup.pairs, look, terminal.size());
    state.take_on(memory.habits);
    state.typed.searches = History::of(memory.searches.drain(..));
    let mut comparing = Comparing::new(setup.lexicon);
    let mut effects = Vec::new();
    for effect in start(&mut state) {
        match effect {
            Effect::Compare(story, pair) => {
                let compared = comparing.compare(&story, pair, &Progress::default());
                effects.extend(
                    compared
                        .into_iter()
                        .flat_map(|compared| update(&mut state, Action::Compared(Arc::clone(&story), compared))),
                );
            }
            other => effects.push(other),
        }
    }
    if let Some(whole) = &whole {
        effects.extend(update(&mut state, Action::Opened(Arc::clone(whole))));
    }
    state.resume = memory.spot(whole.as_ref().unwrap_or(&state.story));
    resume(&mut state);
    if let Some(notice) = setup.options.notice {
        update(&mut state, Action::Failed(notice));
    }
    if let Some(unused) = terminal.unused() {
        update(&mut state, Action::Done(unused));
    }
    terminal.draw(|frame| view::draw(frame, &state))?;
    let done = events.clone();
    let worker = Worker::start(comparing, move |what| {
        let action = match what {
            Done::Compared(story, compared) => Action::Compared(story, compared),
            Done::Counted(story, speakers) => Action::Counted(story, speakers),
        };
        let _ = done.send(Event::Action(action));
    });
    let finds = events.clone();
    let searcher = Searcher::start(move |story, query, found, walk| {
        let _ = finds.send(Event::Action(Action::Found(story, query, found, walk)));
    });
    if let Some(changed) = setup.changed {
        let noticed = events.clone();
        watch(changed, move |what| noticed.send(Event::Action(Action::ChangedOnDisk(what))).is_ok());
    }
    let (reading, writing) = (Progress::default(), Progress::default());
    let mut hands = Hands { worker, searcher, reopen: setup.reopen, export: setup.export, events, reading, writing };
    for effect in effects {
        hands.perform(effect, &mut terminal)?;
    }
    let ending = match read(&mut state, &mut terminal, &mut hands, &arrived) {
        // It could be drawn on before, so it is gone now, and the signal that says so may come a moment later.
        Err(Error::Terminal { .. }) => Some(Ending::Gone),
        ended => ended?,
    };
    drop(terminal);
    hands.worker.stop();
    hands.reading.stop();
    let ending = ending.or_else(|| written(&mut state, &arrived));
    let chosen = !state.look.follows_background && state.look.theme.name() != began_with && !setup.options.no_color;
    if chosen {
        memory.theme = Some(state.look.theme.name().to_owned());
    } else if setup.options.theme.as_deref() == Some("auto") {
        memory.theme = None;
    }
    memory.habits = state.habits();
    memory.searches = state.typed.searches.lines().to_vec();
    // Who left before the place was reached again has not left it.
    if let Some(Anchor { article, offset }) = state.reading.anchor.filter(|_| state.resume.is_none()) {
        memory.keep(&state.story, Spot { pair: state.reading.pair, article, offset });
    }
    Ok(Left { ending, memory })
}

/// Waits for the report that is still being written when the reader leaves. A signal is not waited out.
fn written(state: &mut State, arrived: &Receiver<Event>) -> Option<Ending> {
    while state.work.writing {
        match arrived.recv().ok()? {
            Event::Action(action @ (Action::Written(_) | Action::NotWritten(_) | Action::Exists)) => {
                update(state, action);
            }
            Event::Input(Input::End(ending)) => return Some(ending),
            Event::Input(_) | Event::Action(_) => {}
        }
    }
    None
}

/// Reads until the reader leaves or the screen is over.
fn read(
    state: &mut State,
    terminal: &mut Terminal,
    hands: &mut Hands,
    arrived: &Receiver<Event>,
) -> Result<Option<Ending>> {
    let mut typed = Instant::now();
    loop {
        let wait = if state.waits() { TICK } else { FIT };
        let pause = PAUSE.saturating_sub(typed.elapsed());
        let wait = if state.count.is_begun() { wait.min(pause) } else { wait };
        let mut next = match arrived.recv_timeout(wait) {
            Ok(first) => Some(first),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return Ok(None),
        };
        let waited = next.is_none();
        let (mut changed, mut keyed) = (false, false);
        // All that waits is taken in before a frame, so that a held key never lags behind.
        while let Some(event) = next {
            changed = true;
            keyed |= matches!(event, Event::Input(Input::Key(_)));
            match take(state, terminal, hands, event)? {
                ControlFlow::Continue(()) => next = arrived.try_recv().ok(),
                ControlFlow::Break(ending) => return Ok(ending),
            }
        }
        // A key that came while something else was done waits in line: only an empty line is a pause.
        if waited && state.count.is_begun() && typed.elapsed() >= PAUSE {
            changed = true;
            update(state, Action::Paused);
        }
        let reached = hands.worker.reached();
        if reached != state.work.reached {
            changed |= state.awaited().is_some();
            update(state, Action::Reached(reached));
        }
        let searched = hands.searcher.reached();
        // What is found in a moment is not worth a word.
        if state.work.query.is_some() && searched != state.work.searched && (waited || state.work.searched.is_some()) {
            changed = true;
            update(state, Action::Searched(searched));
        }
        if terminal.size() != state.size {
            changed = true;
            resize(state, terminal, hands)?;
        }
        if changed {
            terminal.draw(|frame| view::draw(frame, state))?;
        }
        if keyed {
            typed = Instant::now();
        }
    }
}

/// Fits the state to the window as it is now. What an event says of it may be of a moment ago, and of a change between taking
/// the terminal and listening to it no event tells.
fn resize(state: &mut State, terminal: &mut Terminal, hands: &mut Hands) -> Result<()> {
    terminal.redraw()?;
    let (columns, rows) = terminal.size();
    for effect in update(state, Action::Resize(columns, rows)) {
        hands.perform(effect, terminal)?;
    }
    if let Some(unused) = terminal.unused() {
        update(state, Action::Done(unused));
    }
    Ok(())
}

fn take(
    state: &mut State,
    terminal: &mut Terminal,
    hands: &mut Hands,
    event: Event,
) -> Result<ControlFlow<Option<Ending>>> {
    let action = match event {
        Event::Action(action) => Some(action),
        Event::Input(Input::Key(key)) => Some(Action::Key(key)),
        Event::Input(Input::Paste(text)) => Some(Action::Paste(text)),
        Event::Input(Input::Mouse(mouse)) => self::mouse(mouse),
        Event::Input(Input::Resize(..)) => {
            // A window that shrank and grew again before this was heard has the size it had, and nothing of what stood in it.
            resize(state, terminal, hands)?;
            None
        }
        Event::Input(Input::Background(background)) => Some(Action::Background(background)),
        Event::Input(Input::Suspend) => {
            terminal.suspend()?;
            None
        }
        Event::Input(Input::Resumed) => {
            terminal.resume()?;
            resize(state, terminal, hands)?;
            None
        }
        Event::Input(Input::End(ending)) => return Ok(ControlFlow::Break(Some(ending))),
    };
    if let Some(action) = action {
        for effect in update(state, action) {
            hands.perform(effect, terminal)?;
        }
    }
    Ok(if state.quit { ControlFlow::Break(None) } else { ControlFlow::Continue(()) })
}

fn mouse(event: MouseEvent) -> Option<Action> {
    let (x, y) = (event.column, event.row);
    Some(match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Action::Press(x, y),
        MouseEventKind::Drag(MouseButton::Left) => Action::Drag(x, y),
        MouseEventKind::Up(MouseButton::Left) => Action::Release,
        MouseEventKind::ScrollDown => Action::Wheel(x, y, 1),
        MouseEventKind::ScrollUp => Action::Wheel(x, y, -1),
        _ => return None,
    })
}

impl Hands {
    /// Does `effect`. What takes long is done by a thread and comes back as an action.
    fn perform(&mut self, effect: Effect, terminal: &mut Terminal) -> Result<()> {
        match effect {
            Effect::Compare(story, pair) => self.worker.compare(story, pair),
            Effect::Count(story) => self.worker.count(story),
            Effect::Search(story, query, spread) => self.searcher.search(story, query, spread),
            Effect::StopSearching => self.searcher.stop(),
            Effect::Stop => {
                self.worker.stop();
                self.reading.stop();
            }
            Effect::StopWriting => self.writing.stop(),
            Effect::Reopen => match self.reopen.clone() {
                Some(open) => self.open(open),
                None => self.tell(Action::NotOpened("these articles cannot be read a second time".to_owned())),
            },
            Effect::Export(request, story) => {
                let (export, events) = (Arc::clone(&self.export), self.events.clone());
                let progress = Progress::watched();
                self.writing = progress.clone();
                thread::spawn(move || {
                    // Told however the thread ends: who leaves waits for the report.
                    let mut outcome =
                        Outcome { events, action: Some(Action::NotWritten("no report was written".into())) };
                    outcome.action = Some(match export(&request, &story, &progress) {
                        Ok(said) => Action::Written(said),
                        Err(Error::Exists { .. }) => Action::Exists,
                        Err(_) if progress.is_stopped() => Action::NotWritten("stopped: no report was written".into()),
                        Err(error) => Action::NotWritten(said(&error)),
                    });
                });
            }
            Effect::Copy(text) => {
                terminal.copy(&text)?;
                self.tell(Action::Done("sent to the clipboard of the terminal".to_owned()));
            }
            Effect::Mouse(on) => terminal.set_mouse(on)?,
            Effect::Suspend => terminal.suspend()?,
            Effect::Redraw => terminal.redraw()?,
        }
        Ok(())
    }

    fn open(&mut self, open: Open) {
        let events = self.events.clone();
        let progress = Progress::watched();
        self.reading.stop();
        self.reading = progress.clone();
        thread::spawn(move || {
            let action = match open(&progress) {
                Ok(story) => Action::Opened(Arc::new(story)),
                // A name that is near is no help: the file was there.
                Err(error @ Error::Missing { .. }) => {
                    Action::NotOpened(format!("{error} any more; what was read of it before is shown on"))
                }
                Err(error) => Action::NotOpened(said(&error)),
            };
            if !progress.is_stopped() {
                let _ = events.send(Event::Action(action));
            }
        });
    }

    fn tell(&self, action: Action) {
        let _ = self.events.send(Event::Action(action));
    }
}

/// What has come of a thread's work, sent when the thread ends.
struct Outcome {
    events: Sender<Event>,
    action: Option<Action>,
}

impl Drop for Outcome {
    fn drop(&mut self) {
        if let Some(action) = self.action.take() {
            let _ = self.events.send(Event::Action(action));
        }
    }
}

/// An error as one sentence, with its hint.
fn said(error: &Error) -> String {
    match error.hint() {
        Some(hint) => format!("{error}: {hint}"),
        None => error.to_string(),
    }
}
