//! What a command does in the words of one view, where what it does everywhere is said too broadly for that.

use super::View;
use crate::tui::command::Command;

/// What `command` does in `view`, for the help: without a capital and without a stop.
#[must_use]
pub fn words(view: View, command: Command) -> &'static str {
    match (view, command) {
        (View::List, Command::Accept) => "go to the chosen difference",
        (View::Picker, Command::Accept) => {
            "open the chosen article beside the base or the marked one, or the two that are marked"
        }
        (View::Picker, Command::Toggle) => "mark the chosen article, or not: two that are marked stand side by side",
        (View::Picker | View::Story, Command::MakeBase) => "make the chosen article the base",
        (View::Story, Command::Accept) => "go to the passage in the chosen article",
        (View::Story, Command::Next) => {
            "to the next row of which the chosen article leaves something out, or to which it adds"
        }
        (View::Story, Command::Previous) => {
            "to the row before of which the chosen article leaves something out, or to which it adds"
        }
        (View::Story, Command::LeftSide) => "choose the article on the left",
        (View::Story, Command::RightSide) => "choose the article on the right",
        (View::Story, Command::CopyPair) => "copy the row as every article has it, with their sources",
        (View::Sources, Command::Accept) => "go to the passage of the chosen line",
        (View::Sources, Command::CopyPassage) => "copy the passages of the chosen line, with their sources",
        (View::Search, Command::Accept) => "keep the search, and go to its first place",
        (View::Search, Command::Cancel) => "leave the search",
        (View::Search, Command::Older) => "the search before, of those typed earlier",
        (View::Search, Command::Newer) => "the search after that",
        (View::Palette, Command::Accept) => "do the chosen action, or go to the paragraph",
        (View::Palette | View::Export, Command::Cancel) => "leave it",
        (View::Palette, Command::NextChoice) => "the next action",
        (View::Palette, Command::PreviousChoice) => "the action before",
        (View::Export, Command::Accept) => "write the report",
        (View::Export, Command::NextChoice) => "the next format",
        (View::Export, Command::PreviousChoice) => "the format before",
        (View::Export, Command::Toggle) => "write what is shown, or everything",
        (View::Export, Command::Older) => "the name before, of those typed earlier",
        (View::Export, Command::Newer) => "the name after that",
        (View::Detail | View::Help, Command::Cancel) => "close it",
        _ => command.help(),
    }
}
