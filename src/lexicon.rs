//! The word lists of `assets/words` and of the reader, as values: reporting verbs, cues, names. Lists come in as text (bundled, or read
//! by `cli/settings` from the reader's folder); this room reads no files.

/// The word lists of a language, made for looking up.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lists that come with the program.
    #[must_use]
    pub fn bundled() -> Self {
        Self::default()
    }
}
