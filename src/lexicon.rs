//! The word lists of `assets/words` and of the reader, as values: reporting verbs, cues of framing, small classes of words. May be
//! asked which listed words and phrases stand in a text, in which form, with which sense and neutral counterpart. Lists come
//! in as text (bundled, or read by `cli/settings` from the reader's folder); this room reads no files and judges nothing.
//!
//! ```text
//! assets/words/<language>/<list>.txt ─┐
//! the reader's own lists, as text ────┴→ Lexicon ─ over(story) → StoryWords ─ of(article) → Words ─ at(tokens, i) → Found
//! ```

mod bundled;
mod class;
mod entry;
mod grammar;
mod index;
mod inflected;
mod inflection;
mod lists;
mod parse;
mod pattern;
mod plain;
mod sets;
mod shape;
mod speaking;
mod split;
mod starts;
mod words;

pub use entry::{Class, Entry, Form, Group, ListKind, Sense};
pub use lists::Lexicon;
pub use sets::{SetBits, WordSet};
pub use speaking::{Speaking, Speech, SpeechBits};
pub use words::{Found, StoryWords, Words};
