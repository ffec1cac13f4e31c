//! What has to be known of a language to find its sentences: its abbreviations, and the words that begin sentences. The lists
//! are data in `assets/abbreviations`. May be asked which language a text is most likely in; never needs to be right, because
//! without a list the general rules of [`super::sentence`] still hold.

mod lists;

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use self::lists::{LISTS, words};
use super::{bare::bare, frozen::Frozen};

/// How a text's sentences end: the lists of one language.
#[derive(Debug)]
pub struct Language {
    /// ISO 639-1 code, such as `en`.
    pub code: &'static str,
    abbreviations: FxHashMap<&'static str, Abbreviation>,
    starters: FxHashSet<&'static str>,
    zones: FxHashSet<&'static str>,
    said: FxHashSet<&'static str>,
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

// `COMMON`: the languages that have each common word, as bits in the order of [`LISTS`].
include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// A guess looks at this many words; more do not change it.
const GUESS_WORDS: usize = 1_000;

impl Language {
    /// The language whose common words are most frequent in the beginning of `text`; English if none speaks for another.
    #[must_use]
    pub fn guess(text: &str) -> &'static Self {
        let mut counts = [0_u16; LISTS.len()];
        for word in text.split_whitespace().take(GUESS_WORDS) {
            let mut languages = COMMON.get(bare(word)).unwrap_or(0);
            while languages != 0 {
                counts[languages.trailing_zeros() as usize] += 1;
                languages &= languages - 1;
            }
        }
        let best = (0..counts.len()).rev().max_by_key(|bit| counts[*bit]).unwrap_or(0);
        LANGUAGES[best].get_or_init(|| Self::read(LISTS[best].0, LISTS[best].1))
    }

    fn read(code: &'static str, list: &'static str) -> Self {
        let mut language = Self {
            code,
            abbreviations: FxHashMap::default(),
            starters: FxHashSet::default(),
            zones: FxHashSet::default(),
            said: FxHashSet::default(),
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

    #[test]
    fn a_language_is_known_by_its_small_words() {
        for (text, code) in [
            ("The ties of the two states are strong, he said on Monday.", "en"),
            ("Das Treffen der beiden Minister ist nicht geplant und wird noch geprüft.", "de"),
            ("Le ministre a déclaré que les liens avec la Russie sont une priorité pour son pays.", "fr"),
            ("El ministro dijo que las relaciones con los rusos no se han roto por la guerra.", "es"),
            ("O ministro disse que não é uma prioridade para os dois, mas foi ao Brasil.", "pt"),
            ("Ministeren sagde, at det ikke er den bedste vej, og at han ville tale med de andre.", "da"),
            ("Statsråden sa at det ikke er den beste veien, og at hun ville snakke med seg selv etter møtet.", "no"),
            ("Ministeri sanoi, että se ei ole totta ja että hän on jo matkalla.", "fi"),
            ("Ministr řekl, že to není pravda a že se o tom jednalo i na schůzce.", "cs"),
            ("Minister powiedział, że to nie jest prawda i że nie był na spotkaniu.", "pl"),
            ("A miniszter szerint ez nem igaz, és az sem, hogy már volt ott egy ember.", "hu"),
            ("Министр сказал, что это не так и что он не был на встрече.", "ru"),
            ("12345", "en"),
        ] {
            assert_eq!(Language::guess(text).code, code, "{text}");
        }
    }
}
