//! The only place that touches the terminal: raw mode, the alternate screen, the mouse, the clipboard, signals. May be asked to draw a frame, to
//! send what the reader does, to stand aside and to come back. Leaves the terminal as it was found, however the program ends:
//! by leaving, by an error, by a panic in any thread, by a signal. Knows nothing of articles or views.

mod clusters;
mod frames;
mod input;
mod query;
#[cfg(unix)]
mod signals;

use std::{
    io::{self, IsTerminal as _, Write as _},
    mem::ManuallyDrop,
    panic, process,
    sync::{
        Arc, Mutex, Once, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use ratatui::{
    Frame,
    crossterm::{
        clipboard::CopyToClipboard,
        cursor, event, execute, style, terminal,
        terminal::{EnterAlternateScreen, LeaveAlternateScreen},
    },
    layout::{Position, Rect},
};

use self::{
    clusters::{Clusters, Placed},
    frames::Frames,
    query::QUERY,
};
pub use self::{
    input::{Ending, Input},
    query::Background,
};
use crate::error::{Error, Result};

/// Buttons, dragging and the wheel, but not every move of the mouse, in the form that knows wide screens.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// Asks the terminal not to set right-to-left letters in another order than they are sent (ECMA-48, bidirectional support mode, reset:
/// explicit; <https://terminal-wg.pages.freedesktop.org/bidi/>), and to do again what it does by itself. Who does not know it
/// does nothing.
const EXPLICIT_ON: &str = "\x1b[8l";
const EXPLICIT_OFF: &str = "\x1b[8h";

/// A terminal that is asked for its background and left before it answered would type the answer into the shell; so long is it
/// waited for.
const PATIENCE: Duration = Duration::from_millis(150);

/// Whether the terminal is ours. The guard and the panic hook both restore it; whoever comes second finds nothing to do.
static ENTERED: AtomicBool = AtomicBool::new(false);

/// Whether the terminal was asked to leave letters in the order they are sent.
static EXPLICIT: AtomicBool = AtomicBool::new(false);

/// Where the panic hook reports that the screen is gone.
static LISTENER: Mutex<Option<Listener>> = Mutex::new(None);

type Listener = Arc<dyn Fn(Input) + Send + Sync>;

/// What is asked of the terminal.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes {
    /// Whether clicks and the wheel are sent to the program; otherwise the terminal keeps its own selection.
    pub mouse: bool,
    /// Whether to ask the terminal for its background. It is asked only when standard input and output are terminals; the
    /// answer, if any, comes as [`Input::Background`].
    pub background: bool,
    /// Whether letters are sent in the order they are drawn, also those that are read from right to left.
    pub explicit: bool,
}

/// The terminal, while it is ours. Dropping it gives it back.
pub struct Terminal {
    /// Never dropped: it would then tell standard error that it cannot show the cursor of a terminal that is gone, and panic where
    /// that is the same terminal. [`restore`] shows the cursor.
    screen: ManuallyDrop<ratatui::Terminal<Placed<Frames>>>,
    clusters: Clusters,
    mouse: bool,
    explicit: bool,
    asked: Option<Instant>,
    answered: Arc<AtomicBool>,
}

impl Terminal {
    /// Takes the terminal, and from now on calls `send`, from other threads, with all that the reader and the system do.
    ///
    /// # Errors
    /// When there is no terminal to draw on or to read keys from.
    pub fn enter(wishes: Wishes, send: impl Fn(Input) + Send + Sync + 'static) -> Result<Self> {
        let send: Listener = Arc::new(send);
        restore_on_panic();
        *LISTENER.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&send));
        #[cfg(unix)]
        signals::listen(Arc::clone(&send)).map_err(|source| Error::Terminal { source })?;
        let asks = wishes.background && io::stdin().is_terminal() && io::stdout().is_terminal();
        let screen = ratatui::Terminal::new(Placed::new(Frames::new(io::stdout())));
        let mut this = Self {
            screen: ManuallyDrop::new(screen.map_err(|source| Error::Terminal { source })?),
            clusters: Clusters::default(),
            mouse: wishes.mouse,
            explicit: wishes.explicit,
            asked: asks.then(Instant::now),
            answered: Arc::new(AtomicBool::new(false)),
        };
        this.take()?;
        if asks {
            // A terminal that does not know the question stays silent; the first frame does not wait for the answer.
            execute!(io::stdout(), style::Print(QUERY)).map_err(|source| Error::Terminal { source })?;
        }
        let answered = Arc::clone(&this.answered);
        thread::Builder::new()
            .name("keys".to_owned())
            .spawn(move || input::read(&*send, asks.then_some(&*answered)))
            .map_err(|source| Error::Terminal { source })?;
        Ok(this)
    }

    /// Draws a frame, unless the terminal is not ours at the moment.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> Result<()> {
        if ENTERED.load(Ordering::SeqCst) {
            let clusters = &mut self.clusters;
            let covered = |frame: &mut Frame<'_>| {
                render(frame);
                clusters.cover(frame.buffer_mut());
            };
            self.screen.draw(covered).map_err(|source| Error::Terminal { source })?;
        }
        Ok(())
    }

    /// Columns and rows.
    #[must_use]
    pub fn size(&self) -> (u16, u16) {
        self.screen.size().map_or((80, 24), |size| (size.width, size.height))
    }

    /// What is said to a reader whose window is larger than what is drawn on; none where all of it is.
    #[must_use]
    pub fn unused(&self) -> Option<String> {
        let whole = terminal::size().ok()?;
        let used = self.size();
        let said = |(columns, rows): (u16, u16)| format!("{columns} x {rows}");
        (used.0 < whole.0 || used.1 < whole.1)
            .then(|| format!("the window is {}: {} of it are used", said(whole), said(used)))
    }

    /// Makes the next frame draw every cell anew.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn redraw(&mut self) -> Result<()> {
        // Not `clear`, which asks the terminal for its cursor and would wait in vain while another thread reads the answers.
        let redraw = self.screen.size().and_then(|size| self.screen.resize(Rect::from((Position::ORIGIN, size))));
        redraw.map_err(|source| Error::Terminal { source })
    }

    /// Asks for the mouse, or lets it go so that the terminal can select text.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn set_mouse(&mut self, on: bool) -> Result<()> {
        self.mouse = on;
        let switch = if on { MOUSE_ON } else { MOUSE_OFF };
        execute!(io::stdout(), style::Print(switch)).map_err(|source| Error::Terminal { source })
    }

    /// Asks for letters to be left in the order they are sent.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn set_explicit(&mut self, on: bool) -> Result<()> {
        if on && !self.explicit {
            self.explicit = true;
            EXPLICIT.store(true, Ordering::SeqCst);
            execute!(io::stdout(), style::Print(EXPLICIT_ON)).map_err(|source| Error::Terminal { source })?;
        }
        Ok(())
    }

    /// Sends `text` to the terminal's clipboard by OSC 52. Whether the terminal took it cannot be known.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn copy(&mut self, text: &str) -> Result<()> {
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text)).map_err(|source| Error::Terminal { source })
    }

    /// Gives the terminal back and stops the program, as Ctrl-Z does outside the screen. Returns when it goes on; then
    /// [`Input::Resumed`] arrives.
    ///
    /// # Errors
    /// When the system refuses to stop.
    pub fn suspend(&mut self) -> Result<()> {
        self.settle();
        restore();
        #[cfg(unix)]
        signals::stop().map_err(|source| Error::Terminal { source })?;
        #[cfg(not(unix))]
        self.resume()?;
        Ok(())
    }

    /// Takes the terminal again and makes the next frame draw every cell.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn resume(&mut self) -> Result<()> {
        // What ran meanwhile may have changed the modes, so they are taken anew even if they seem ours.
        restore();
        self.take()?;
        self.redraw()
    }

    fn take(&mut self) -> Result<()> {
        let take = || {
            terminal::enable_raw_mode()?;
            ENTERED.store(true, Ordering::SeqCst);
            execute!(io::stdout(), EnterAlternateScreen, event::EnableBracketedPaste, cursor::Hide)?;
            if self.explicit {
                EXPLICIT.store(true, Ordering::SeqCst);
                execute!(io::stdout(), style::Print(EXPLICIT_ON))?;
            }
            if self.mouse { execute!(io::stdout(), style::Print(MOUSE_ON)) } else { Ok(()) }
        };
        take().map_err(|source| {
            restore();
            Error::Terminal { source }
        })
    }

    /// Waits a moment for an answer that is still on its way.
    fn settle(&mut self) {
        let Some(asked) = self.asked.take() else { return };
        while !self.answered.load(Ordering::SeqCst) && asked.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if !thread::panicking() {
            self.settle();
        }
        restore();
        // A frame that was on its way when another thread restored the terminal has hidden the cursor once more.
        let _ = execute!(io::stdout(), cursor::Show);
        *LISTENER.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Gives the terminal back as it was found; does nothing when it is not ours.
fn restore() {
    if ENTERED.swap(false, Ordering::SeqCst) {
        // Nothing can be done about a terminal that does not listen any more.
        let _ = execute!(
            io::stdout(),
            terminal::EndSynchronizedUpdate,
            style::Print(MOUSE_OFF),
            event::DisableBracketedPaste,
            style::ResetColor,
            LeaveAlternateScreen,
            cursor::Show
        );
        if EXPLICIT.swap(false, Ordering::SeqCst) {
            let _ = execute!(io::stdout(), style::Print(EXPLICIT_OFF));
        }
        let _ = terminal::disable_raw_mode();
        let _ = io::stdout().flush();
    }
}

/// Restores the terminal before the message of a panic, in whichever thread, and ends the screen.
fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |why| {
            let is_ours = ENTERED.load(Ordering::SeqCst);
            if is_ours {
                restore();
                let listener = LISTENER.try_lock().ok().and_then(|listener| listener.clone());
                if let Some(send) = listener {
                    send(Input::End(Ending::Panicked));
                }
            }
            before(why);
            // A release does not unwind, so that no loop is left to end with the status of the ending.
            if is_ours && cfg!(panic = "abort") {
                process::exit(Ending::Panicked.exit_code().into());
            }
        }));
    });
}
