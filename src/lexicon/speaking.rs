//! The small classes of words by which it is read who speaks in languages other than English: `assets/words/<language>/speakers.txt`, held against
//! a vocabulary. Read when a story has an article in the language.

use rustc_hash::FxHashMap;

use super::split;
use crate::text::{
    fold::fold,
    token::Token,
    vocabulary::{Vocabulary, WordId},
};

/// One bit for each [`Speech`].
pub type SpeechBits = u32;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// A small class of words, listed in `speakers.txt`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Speech { $($(#[$doc])* $name,)* }

        impl Speech {
            fn named(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

classes! {
    /// `der`, `la`, `su`: before a noun that is known.
    Determiner = "determiner",
    /// `ein`, `plusieurs`, `dos`: before one that is not.
    Indefinite = "indefinite",
    /// `von`, `de`, `del`: what ties a noun to the one before.
    Binder = "binder",
    /// Other prepositions, and days.
    Preposition = "preposition",
    /// `er`, `il`.
    Man = "man",
    /// `sie`, `elle`.
    Woman = "woman",
    /// `they`.
    They = "they",
    /// `man`, `on`, `je`: pronouns that name no speaker.
    Nobody = "nobody",
    /// `und`, `mais`.
    Conjunction = "conjunction",
    /// `und`, `et`: those that may join two speakers.
    And = "and",
    /// `dass`, `que`: before what is said.
    That = "that",
    /// `qui`, `quien`.
    Relative = "relative",
    /// `wie`, `comme`: before a clause that says who told it.
    As = "as",
    /// `so`: stands for a verb of saying.
    So = "so",
    /// `hat`, `a`, `ha`: before a participle.
    Auxiliary = "auxiliary",
    /// `nicht`, `no`.
    Negation = "negation",
    /// `se`, `lui`: pronouns that lean on the verb.
    Clitic = "clitic",
    /// `auch`, `ayer`: adverbs that stand between a verb and its subject.
    Adverb = "adverb",
    /// `sagte`, `affirme`: finite verbs of saying.
    Say = "say",
    /// `teilte_mit`: verbs of saying whose particle stands further on.
    Apart = "apart",
    /// `gesagt`, `déclaré`: their participles.
    Said = "said",
    /// `laut`, `selon`: before a source.
    According = "according",
    /// `zufolge`: after one.
    After = "after",
    /// `pour`: before a source, where a quotation follows.
    For = "for",
    /// Offices and titles.
    Office = "office",
    /// Trades, kin, those who are quoted in the mass.
    People = "people",
    /// Bodies that speak.
    Body = "body",
}

impl Speech {
    /// Its bit.
    #[must_use]
    pub const fn bit(self) -> SpeechBits {
        1 << self as u32
    }
}

/// Language and list.
const LISTS: [(&str, &str); 5] = [
    ("de", include_str!("../../assets/words/de/speakers.txt")),
    ("es", include_str!("../../assets/words/es/speakers.txt")),
    ("fr", include_str!("../../assets/words/fr/speakers.txt")),
    ("it", include_str!("../../assets/words/it/speakers.txt")),
    ("pt", include_str!("../../assets/words/pt/speakers.txt")),
];

/// Shorter ends of a compound are no listed noun: "Rat" is one in "Gemeinderat", and not in "Heirat".
const SHORTEST_END: usize = 4;

/// What nouns say of who speaks.
const NOUNS: SpeechBits = Speech::Office.bit() | Speech::People.bit() | Speech::Body.bit();

/// Phrases by their first words, the longest first, each with its class.
type Phrases = FxHashMap<WordId, Vec<(Box<[WordId]>, SpeechBits)>>;

/// The small classes of one language, held against a vocabulary.
#[derive(Clone, Debug)]
pub struct Speaking {
    /// The language's code: `de`.
    pub language: &'static str,
    /// For each word its classes; of `l'agence` those of `agence`.
    classes: Vec<SpeechBits>,
    /// Those of what an apostrophe parts from a word: `l'`.
    before: FxHashMap<WordId, SpeechBits>,
    /// Phrases by their first words.
    phrases: Phrases,
}

impl Speaking {
    /// The classes of `language`; none where it has no list.
    #[must_use]
    pub fn of(language: &str, vocabulary: &Vocabulary) -> Option<Self> {
        let (language, list) = LISTS.iter().find(|(code, _)| *code == language)?;
        let mut words: FxHashMap<String, SpeechBits> = FxHashMap::default();
        let mut phrases = Phrases::default();
        for (name, word) in split::grammar(list) {
            let Some(class) = Speech::named(name) else { continue };
            if !word.contains('_') {
                *words.entry(fold(word)).or_default() |= class.bit();
                continue;
            }
            let parts: Option<Box<[WordId]>> = word.split('_').map(|part| vocabulary.get(&fold(part))).collect();
            if let Some(parts) = parts
                && let Some(first) = parts.first()
            {
                phrases.entry(*first).or_default().push((parts, class.bit()));
            }
        }
        for known in phrases.values_mut() {
            known.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        let of = |word: &str| words.get(word).copied().unwrap_or_default();
        let (mut classes, mut before) = (Vec::with_capacity(vocabulary.len()), FxHashMap::default());
        for (id, form) in vocabulary.iter() {
            let mut bits = of(form);
            if let Some((start, rest)) = form.split_once('\'').filter(|_| bits == 0) {
                bits = of(rest);
                before.insert(id, of(form.get(..=start.len()).unwrap_or_default()));
            }
            // "dit-il", "a-t-elle": the verb with its subject.
            if bits == 0
                && let Some((verb, _)) = form.split_once('-')
                && let Some((_, subject)) = form.rsplit_once('-')
            {
                const PRONOUNS: SpeechBits =
                    Speech::Man.bit() | Speech::Woman.bit() | Speech::They.bit() | Speech::Nobody.bit();
                let subject = of(subject) & PRONOUNS;
                let verb = of(verb) & (Speech::Say.bit() | Speech::Auxiliary.bit());
                bits = if subject == 0 || verb == 0 { 0 } else { subject | verb };
            }
            // "Verkehrsminister", "Polizeisprecherin".
            if bits == 0 && *language == "de" && form.len() > SHORTEST_END {
                let ends = form.char_indices().skip(2).filter_map(|(at, _)| form.get(at..));
                bits = ends
                    .take_while(|end| end.len() >= SHORTEST_END)
                    .map(of)
                    .find(|bits| bits & NOUNS != 0)
                    .unwrap_or(0)
                    & NOUNS;
            }
            classes.push(bits);
        }
        Some(Self { language, classes, before, phrases })
    }

    /// The classes of `word`; of `l'agence` those of `agence`.
    #[must_use]
    #[inline]
    pub fn classes(&self, word: WordId) -> SpeechBits {
        self.classes.get(word.index()).copied().unwrap_or_default()
    }

    /// Those of what an apostrophe parts from the rest of `word`: none where nothing does.
    #[must_use]
    pub fn before(&self, word: WordId) -> Option<SpeechBits> {
        self.before.get(&word).copied()
    }

    /// The listed phrase of one of `classes` that begins at the token `at`, as the number of its tokens. Of a verb with a particle it is the first alone,
    /// and the particle stands before the token `limit`.
    #[must_use]
    pub fn phrase(&self, tokens: &[Token], at: usize, limit: usize, classes: SpeechBits) -> Option<usize> {
        let known = self.phrases.get(&tokens.get(at)?.word)?;
        known.iter().filter(|(_, class)| class & classes != 0).find_map(|(words, class)| {
            let rest = tokens.get(at + 1..limit)?;
            if class & Speech::Apart.bit() != 0 {
                let particle = words.last()?;
                return rest.iter().any(|token| token.word == *particle).then_some(1);
            }
            let holds = rest.len() + 1 >= words.len()
                && rest.iter().zip(words.iter().skip(1)).all(|(token, word)| token.word == *word);
            holds.then_some(words.len())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_the_lists_is_known() {
        for (language, list) in LISTS {
            assert!(list.starts_with('#'), "{language} does not state its origin");
            for (_, name, _) in split::groups(list) {
                assert!(Speech::named(name).is_some(), "{language}: [{name}]");
            }
        }
    }
}
