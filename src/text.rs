//! Letters and words, no news. May be asked where words and sentences begin and end, how wide text is on a terminal, what
//! a word is when folded for comparison, and how a character is shown safely. Knows nothing of articles; cannot fail.

pub mod bare;
pub mod bidi;
pub mod broken;
pub mod figure;
pub mod fold;
pub mod frozen;
pub mod joining;
pub mod known_names;
pub mod language;
pub mod name_key;
pub mod overlapping;
pub mod plain;
pub mod run;
pub mod script;
pub mod sentence;
pub mod span;
pub mod spelling;
pub mod token;
pub mod visible;
pub mod vocabulary;
pub mod width;
