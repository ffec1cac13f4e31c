//! What has to be known of a language to find its sentences: its abbreviations, and the words that begin sentences. The lists
//! are data in `assets/abbreviations`. May be asked which language a text is most likely in; never needs to be right, because
//! without a list the general rules of [`super::sentence`] still hold.

mod lists;
mod recognise;

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use self::lists::{LISTS, words};
pub use self::recognise::recognise;

/// How a text's sentences end: the lists of one language.
#[derive(Debug)]
pub struct Language {
    /// ISO 639-1 code, such as `en`.
    pub code: &'static str,
    abbreviations: FxHashMap<&'static str, Abbreviation>,
    starters: FxHashSet<&'static str>,
    zones: FxHashSet<&'static str>,
    said: FxHashSet<&'static str>,
    companies: FxHashSet<&'static str>,
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

/// The languages in the order of [`LISTS`], each read when a text is first taken to be in it.
static LANGUAGES: [OnceLock<Language>; LISTS.len()] = [const { OnceLock::new() }; LISTS.len()];

impl Language {
    /// The lists by which the sentences of `text` are found: those of the language it is most likely in, English ones if nothing speaks for another.
    #[must_use]
    pub fn guess(text: &str) -> &'static Self {
        recognise(text).1
    }

    /// The lists of the language at `index` of [`LISTS`].
    fn at(index: usize) -> &'static Self {
        LANGUAGES[index].get_or_init(|| Self::read(LISTS[index].0, LISTS[index].1))
    }

    /// The lists of the language with this code, if it has some.
    fn of(code: &str) -> Option<&'static Self> {
        LISTS.iter().position(|(known, _)| *known == code).map(Self::at)
    }

    fn read(code: &'static str, list: &'static str) -> Self {
        let mut language = Self {
            code,
            abbreviations: FxHashMap::default(),
            starters: FxHashSet::default(),
            zones: FxHashSet::default(),
            said: FxHashSet::default(),
            companies: FxHashSet::default(),
            ordinals: false,
        };
        // About as many as it has, so that no table is laid out twice.
        language.abbreviations.reserve(list.len() / 16);
        language.starters.reserve(list.len() / 16);
        for (section, word) in words(list) {
            language.take(section, word);
        }
        language
    }

    fn take(&mut self, section: &str, word: &'static str) {
        match section {
            "common" => {}
            "starter" => drop(self.starters.insert(word)),
            "zone" => drop(self.zones.insert(word)),
            "said" => drop(self.said.insert(word)),
            "company" => drop(self.companies.insert(word)),
            "ordinal" => self.ordinals = word == "yes",
            "title" => self.abbreviate(word, Abbreviation::Title),
            "number" => self.abbreviate(word, Abbreviation::Number),
            "inner" => self.abbreviate(word, Abbreviation::Inner),
            "time" => self.abbreviate(word, Abbreviation::Time),
            _ => debug_assert!(false, "unknown section [{section}] in the list of '{}'", self.code),
        }
    }

    fn abbreviate(&mut self, word: &'static str, kind: Abbreviation) {
        self.abbreviations.insert(word, kind);
    }

    /// What `word`, without its last stop, says about that stop if it is an abbreviation.
    #[must_use]
    pub fn abbreviation(&self, word: &str) -> Option<Abbreviation> {
        self.abbreviations.get(word).copied()
    }

    /// Whether `word`, as written, begins sentences and is no name.
    #[must_use]
    pub fn begins_sentences(&self, word: &str) -> bool {
        self.starters.contains(word)
    }

    /// Whether `word` is a day, a month or a time zone that may follow an hour.
    #[must_use]
    pub fn is_zone(&self, word: &str) -> bool {
        self.zones.contains(word)
    }

    /// Whether `word` is what a company is called behind its name.
    #[must_use]
    pub fn is_company(&self, word: &str) -> bool {
        self.companies.contains(word)
    }

    /// Whether `word` is a verb that follows a quotation.
    #[must_use]
    pub fn is_said(&self, word: &str) -> bool {
        self.said.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_names_common_words_and_no_unknown_section() {
        for (code, list) in LISTS {
            let language = Language::read(code, list);
            assert!(!language.abbreviations.is_empty(), "{code}");
            assert_eq!(words(list).next().map(|(section, _)| section), Some("common"), "{code}");
        }
    }
}
