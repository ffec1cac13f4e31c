//! What may happen to the state: the reader's commands, typed text, the mouse, the window, and what workers bring back.

use std::sync::Arc;

use super::{
    ExportRequest,
    command::Command,
    key::Key,
    panel::sources::Speakers,
    search::{Found, Query},
    state::Walk,
    terminal::Background,
};
use crate::{
    page::{Compared, Spread},
    progress::Reached,
    story::{PairId, Story},
};

/// Something that happened. `update` makes a new state of it.
#[derive(Clone, Debug)]
pub enum Action {
    /// A key was pressed.
    Key(Key),
    /// No key came for a moment while a number was begun by digits that are keys of their own.
    Paused,
    /// Text was pasted; it may hold anything.
    Paste(String),
    /// The reader asked for a command, `count` times (1 unless a number was typed before).
    Do(Command, usize),
    /// The left button went down at a column and a row of the screen.
    Press(u16, u16),
    /// The mouse moved there with the button down.
    Drag(u16, u16),
    /// The button was let go.
    Release,
    /// The wheel turned at a column and row: lines down (positive) or up.
    Wheel(u16, u16, i16),
    /// The window has this many columns and rows now.
    Resize(u16, u16),
    /// The terminal said what its background is.
    Background(Background),
    /// A pair of this story was compared.
    Compared(Arc<Story>, Compared),
    /// The speakers of this story were counted.
    Counted(Arc<Story>, Arc<Speakers>),
    /// What was searched for in this story was found, or not; with the order of the places in the spread that was shown.
    Found(Arc<Story>, Query, Found, Walk),
    /// The searcher is so far with what it is doing; none when it rests.
    Searched(Option<Reached>),
    /// The whole story was opened, or opened again.
    Opened(Arc<Story>),
    /// The file that was to be written exists, and was not replaced.
    Exists,
    /// A report was written, said in one sentence.
    Written(String),
    /// The worker is so far with what it is doing; none when it rests.
    Reached(Option<Reached>),
    /// The articles could not be read again, said in one sentence with its hint.
    NotOpened(String),
    /// A report was not written, said in one sentence with its hint.
    NotWritten(String),
    /// Something was done, said in one sentence.
    Done(String),
    /// Something went wrong, said in one sentence with its hint.
    Failed(String),
    /// An article changed on disk, said in one sentence.
    ChangedOnDisk(String),
}

/// What is to be done outside the state, by `run`. What comes of it comes back as an [`Action`].
#[derive(Clone, Debug)]
pub enum Effect {
    /// Compares the pair of the story, before those asked for earlier.
    Compare(Arc<Story>, PairId),
    /// Counts the speakers of the story.
    Count(Arc<Story>),
    /// Searches the story, and nothing that was asked for before; the places are put in the order of the spread.
    Search(Arc<Story>, Query, Arc<Spread>),
    /// Stops searching.
    StopSearching,
    /// Stops what is being compared, counted and read, and forgets what else was asked for.
    Stop,
    /// Stops the report that is being written.
    StopWriting,
    /// Opens the articles again.
    Reopen,
    /// Writes an export of the story.
    Export(ExportRequest, Arc<Story>),
    /// Sends text to the terminal's clipboard.
    Copy(String),
    /// Asks for the mouse, or lets it go.
    Mouse(bool),
    /// Stands aside, as Ctrl-Z does.
    Suspend,
    /// Draws every cell anew.
    Redraw,
}

/// How a typed line is edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Deletes the letter before the cursor.
    Backspace,
    /// Deletes the letter under the cursor.
    Delete,
    /// Deletes the word before the cursor.
    DeleteWord,
    /// Deletes all before the cursor.
    DeleteAll,
    /// One letter to the left.
    Left,
    /// One letter to the right.
    Right,
    /// To the line's beginning.
    Start,
    /// To the line's end.
    End,
}
