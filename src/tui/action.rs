//! What may happen to the state: the reader's commands, typed text, the mouse, the window, and what workers bring back.

use std::sync::Arc;

use super::command::Command;
use crate::{
    page::Compared,
    story::Story,
};

/// Something that happened. `update` makes a new state of it.
#[derive(Clone, Debug)]
pub enum Action {
    /// The reader asked for a command, `count` times (1 unless a number was typed before).
    Do(Command, usize),
    /// The reader typed a letter into a line.
    Type(char),
    /// The reader edited the line they type.
    Edit(Edit),
    /// A digit of a count before a command.
    Digit(u8),
    /// The left button went down at a column and a row of the screen.
    Press(u16, u16),
    /// The mouse moved there with the button down.
    Drag(u16, u16),
    /// The button was let go.
    Release,
    /// The wheel turned at a column and row: lines down (positive) or up.
    Wheel(u16, u16, i32),
    /// The window has this many columns and rows now.
    Resize(u16, u16),
    /// A pair of this story was compared.
    Compared(Arc<Story>, Compared),
    /// The whole story was opened, or opened again.
    Opened(Arc<Story>),
    /// A worker has done this much of its work, from 0 to 1000, with what it does.
    Progress(u16, &'static str),
    /// Something was done, said in one sentence.
    Done(String),
    /// Something went wrong, said in one sentence with its hint.
    Failed(String),
    /// An article changed on disk.
    ChangedOnDisk(String),
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
