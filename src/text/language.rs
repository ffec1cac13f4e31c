//! What has to be known of a language to find its sentences: its abbreviations, and the words that begin sentences. The lists
//! are data in `assets/abbreviations`. May be asked which language a text is most likely in; never needs to be right, because
//! without a list the general rules of [`super::sentence`] still hold.

mod recognise;
mod wordkind;

pub use self::recognise::recognise;
use self::wordkind::WordKind;
use super::frozen::Frozen;

/// How a text's sentences end: the lists of one language.
#[derive(Debug)]
pub struct Language {
    /// ISO 639-1 code, such as `en`.
    pub code: &'static str,
    /// Words as written, each with the bits of what the lists say of it.
    words: Frozen,
    /// Whether a number with a stop may be an ordinal, as in "3. Mai".
    pub ordinals: bool,
}

/// What an abbreviation says about the stop behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abbreviation {
    /// A name or more of the sentence follows.
    Title,
    /// The sentence goes on when a figure or a month follows.
    Number,
    /// The sentence ends only before a word that begins sentences.
    Inner,
    /// The sentence ends unless a time zone or a day follows.
    Time,
}

// Made from `assets/abbreviations` when the program is built: LANGUAGES, English first.
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Language {
    /// The lists by which the sentences of `text` are found: those of the language it is most likely in, English ones if nothing speaks for another.
    #[must_use]
    pub fn guess(text: &str) -> &'static Self {
        recognise(text).1
    }

    /// The lists of the language with this code, if it has some.
    fn of(code: &str) -> Option<&'static Self> {
        LANGUAGES.iter().find(|language| language.code == code)
    }

    fn is(&self, word: &str, kind: WordKind) -> bool {
        self.words.get(word).is_some_and(|bits| bits & kind.bit() != 0)
    }

    /// What `word`, without its last stop, says about that stop if it is an abbreviation.
    #[must_use]
    pub fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        let bits = self.words.get(word)?;
        let kinds = [
            (WordKind::Title, Abbreviation::Title),
            (WordKind::Number, Abbreviation::Number),
            (WordKind::Inner, Abbreviation::Inner),
            (WordKind::Time, Abbreviation::Time),
        ];
        kinds.into_iter().find(|(kind, _)| bits & kind.bit() != 0).map(|(_, abbreviation)| abbreviation)
    }

    /// Whether `word`, as written, begins sentences and is no name.
    #[must_use]
    pub fn begins_sentences(&self, word: &str) -> bool {
        self.is(word, WordKind::Starter)
    }

    /// Whether `word` is a day, a month or a time zone that may follow an hour.
    #[must_use]
    pub fn is_zone(&self, word: &str) -> bool {
        self.is(word, WordKind::Zone)
    }

    /// Whether `word` is what a company is called behind its name.
    #[must_use]
    pub fn is_company(&self, word: &str) -> bool {
        self.is(word, WordKind::Company)
    }

    /// Whether `word` is a verb that follows a quotation.
    #[must_use]
    pub fn is_said(&self, word: &str) -> bool {
        self.is(word, WordKind::Said)
    }
}
