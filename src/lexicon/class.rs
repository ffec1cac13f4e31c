//! How the words of an entry are inflected. Asked when an entry is held against a story, and by `build.rs`, which inflects the bundled
//! ones beforehand; so it names nothing outside the standard library.

/// How the words of an entry are inflected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// As they stand.
    Fixed,
    /// The first word is a verb.
    Verb,
    /// The last word is a noun.
    Noun,
    /// The last word is an adjective: its comparatives and its adverb count too.
    Adjective,
}

/// Which form of the inflected word was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// As listed.
    #[default]
    Listed,
    /// `says`; the plural of a noun.
    S,
    /// `said`: past tense or participle.
    Ed,
    /// `saying`.
    Ing,
}

impl Class {
    /// The class called `name` in a group line.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "verb" => Some(Self::Verb),
            "noun" => Some(Self::Noun),
            "adjective" => Some(Self::Adjective),
            _ => None,
        }
    }

    /// How `word`, the one numbered `index` of `count` words of an entry of this class, is inflected; `moved` says that one of them has
    /// a tilde, which is then the one that is.
    #[must_use]
    pub fn of_word(self, word: &str, moved: bool, index: usize, count: usize) -> Self {
        match self {
            Self::Fixed if word.ends_with('~') => Self::Verb,
            _ if word.ends_with('~') => self,
            _ if moved => Self::Fixed,
            Self::Verb if index == 0 => Self::Verb,
            Self::Noun | Self::Adjective if index + 1 == count => self,
            _ => Self::Fixed,
        }
    }

    /// Each of `words`, all those of one entry, with how it is inflected.
    pub fn of_words<'a>(self, words: impl Iterator<Item = &'a str> + Clone) -> impl Iterator<Item = (&'a str, Self)> {
        let (moved, count) =
            words.clone().fold((false, 0), |(moved, n), word| (moved || word.as_bytes().contains(&b'~'), n + 1));
        words.enumerate().map(move |(index, word)| (word, self.of_word(word, moved, index, count)))
    }
}
