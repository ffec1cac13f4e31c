//! What may happen to the state: the reader's commands, typed text, the mouse, the window, and what workers bring back.

use std::sync::Arc;

use super::state::Compared;
use crate::story::{PairId, Story};

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
    /// A pair was compared.
    Compared(PairId, Arc<Compared>),
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

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $variant:ident $name:literal $help:literal,)*) => {
        /// What the reader can ask for. Each has a name for the key table and the palette, and a few words for the help.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $($(#[doc = $doc])* $variant,)*
        }

        impl Command {
            /// All of them, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in the key table, as in `next-difference`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// What it does, for the help and the palette.
            #[must_use]
            pub fn help(self) -> &'static str {
                match self { $(Self::$variant => $help,)* }
            }
        }
    };
}

commands! {
    /// One line down.
    Down "down" "one line down",
    /// One line up.
    Up "up" "one line up",
    /// Half a screen down.
    HalfDown "half-down" "half a screen down",
    /// Half a screen up.
    HalfUp "half-up" "half a screen up",
    /// A screen down.
    PageDown "page-down" "a screen down",
    /// A screen up.
    PageUp "page-up" "a screen up",
    /// To the beginning.
    Top "top" "to the beginning",
    /// To the end.
    Bottom "bottom" "to the end",
    /// To the left side.
    LeftSide "left-side" "cursor to the left side",
    /// To the right side.
    RightSide "right-side" "cursor to the right side",
    /// To the next difference; to the next hit while a search is on.
    Next "next" "next difference, or next hit",
    /// To the previous difference or hit.
    Previous "previous" "previous difference, or hit",
    /// To the next finding.
    NextFinding "next-finding" "next finding",
    /// To the previous finding.
    PreviousFinding "previous-finding" "previous finding",
    /// To the partner of a moved passage.
    Follow "follow" "to the counterpart of a moved passage",
    /// Back from a jump.
    Back "back" "back from a jump",
    /// The next pair of articles.
    NextPair "next-pair" "next pair of articles",
    /// The previous pair.
    PreviousPair "previous-pair" "previous pair of articles",
    /// Choose a pair from a list.
    PickPair "pick-pair" "choose the articles",
    /// Swap the two sides; what was right becomes the base.
    Swap "swap" "swap the sides",
    /// Make the article under the cursor the base.
    MakeBase "make-base" "make this article the base",
    /// Open or close one fold.
    Fold "fold" "fold or unfold here",
    /// Open or close all folds.
    FoldAll "fold-all" "fold or unfold all",
    /// Show the base alone.
    OnlyLeft "only-left" "read the left article alone",
    /// Show the other article alone.
    OnlyRight "only-right" "read the right article alone",
    /// Show a third article beside the two.
    Third "third" "a third article beside the two",
    /// Text without marks, or with them.
    Clean "clean" "clean text, without marks",
    /// Show or hide changes of typography, case and punctuation.
    Minor "minor" "show or hide typography changes",
    /// Why this mark is here.
    Detail "detail" "why: the evidence",
    /// Every difference as a line.
    List "list" "list of differences",
    /// Which article has what.
    Story "story" "story table: which article has what",
    /// Who speaks.
    Sources "sources" "sources: who speaks",
    /// Search in all articles.
    Search "search" "search in all articles",
    /// Write to a file.
    Export "export" "export to a file",
    /// Copy the passage.
    CopyPassage "copy-passage" "copy the passage",
    /// Copy the passage and its counterpart with their sources.
    CopyPair "copy-pair" "copy passage and counterpart",
    /// The next theme.
    Theme "theme" "next theme",
    /// Every action, found by typing.
    Palette "palette" "every action, by name",
    /// The keys.
    Help "help" "the keys",
    /// Open the articles again.
    Reload "reload" "read the files again",
    /// Close, cancel, clear.
    Cancel "cancel" "close, cancel, clear",
    /// Do what the chosen line says.
    Accept "accept" "do what the chosen line says",
    /// Give the terminal back for a while.
    Suspend "suspend" "suspend",
    /// Draw the whole screen again.
    Redraw "redraw" "draw the screen again",
    /// Leave.
    Quit "quit" "leave",
}
