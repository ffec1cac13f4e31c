//! Everything the screen knows. Changed by `update` alone, read by `view`.

use std::sync::Arc;

use crate::story::Story;

/// Everything the screen knows.
#[derive(Debug)]
pub struct State {
    /// The articles.
    pub story: Arc<Story>,
    /// The window: columns and rows.
    pub size: (u16, u16),
    /// The panel that lies over the reading view and takes the keys, if any.
    pub panel: Option<Panel>,
    /// What was done or went wrong last.
    pub message: Option<Message>,
    /// A count that is being typed before a command.
    pub count: Option<usize>,
    /// Whether the reader wants to leave.
    pub quit: bool,
}

/// A panel over the reading view. Each has its own file in `state/` and in `view/`.
#[derive(Debug)]
pub enum Panel {}

/// What was done or went wrong last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Something was done.
    Done(String),
    /// Something went wrong.
    Failed(String),
}
