//! Words, figures and signs of a text.

use unicode_segmentation::UnicodeSegmentation;

use super::{
    fold::fold,
    span::Span,
    vocabulary::{Vocabulary, WordId},
};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word: letters, with the hyphens and apostrophes inside it.
    Word,
    /// A figure: digits, with its separators, currency sign and unit.
    Figure,
    /// Anything else that is not white space, one sign at a time.
    Sign,
}

/// A token and where it stands, in bytes of the text it was cut from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its folded form, as a number of the story's vocabulary.
    pub word: WordId,
    /// What it is.
    pub kind: TokenKind,
}

/// The tokens of `within` in `text`, in order; together they cover all but white space. Their folded forms are
/// added to `vocabulary`.
#[must_use]
pub fn tokens(text: &str, within: Span, vocabulary: &mut Vocabulary) -> Vec<Token> {
    let base = within.start as usize;
    within
        .of(text)
        .split_word_bound_indices()
        .filter(|(_, word)| !word.trim().is_empty())
        .map(|(at, word)| {
            let kind = match word.chars().next() {
                Some(c) if c.is_numeric() => TokenKind::Figure,
                Some(c) if c.is_alphanumeric() => TokenKind::Word,
                _ => TokenKind::Sign,
            };
            Token { span: Span::new(base + at, base + at + word.len()), word: vocabulary.intern(&fold(word)), kind }
        })
        .collect()
}
