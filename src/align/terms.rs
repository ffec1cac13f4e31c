//! What a word counts as when passages are compared: its stem, the parts of a compound, or, in scripts without spaces, the pair
//! it makes with its neighbour. Language-independent but for a handful of English suffixes that do no harm elsewhere.

use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::{numbers::number, stem::stem};
use crate::text::vocabulary::{Vocabulary, WordId};

/// A term: an index into [`Terms`].
pub type TermId = u32;

/// How many letters two stems must begin with alike to count as kin (*Iran*, *Iranian*). Stems of four letters serve many
/// European languages about as well as a stemmer does (McNamee and Mayfield 2004, "Character n-gram tokenization for European
/// language text retrieval").
const KIN_LETTERS: usize = 4;

/// The terms of a story's vocabulary.
#[derive(Debug, Default)]
pub struct Terms {
    /// The terms of a word, as `first[word] .. first[word + 1]` of `parts`.
    first: Vec<u32>,
    parts: Vec<TermId>,
    /// What each term is written as, by its number.
    stems: Vocabulary,
    /// By word: a number that depends on its letters alone, whichever article was read first.
    marks: Vec<u64>,
    /// Words of a script without spaces, one character each.
    unspaced: FxHashSet<WordId>,
    pairs: FxHashMap<(WordId, WordId), TermId>,
}

impl Terms {
    /// The terms of `vocabulary`.
    #[must_use]
    pub fn new(vocabulary: &Vocabulary) -> Self {
        let mut terms = Self { first: vec![0], ..Self::default() };
        for (word, form) in vocabulary.iter() {
            let mut hasher = FxHasher::default();
            hasher.write(form.as_bytes());
            terms.marks.push(hasher.finish());
            if is_unspaced(form) {
                terms.unspaced.insert(word);
            }
            if let Some(number) = number(form) {
                let term = terms.intern(&number.to_string());
                terms.parts.push(term);
            } else {
                for part in form.split('-').filter(|part| part.chars().any(char::is_alphanumeric)) {
                    let term = terms.intern(stem(part));
                    terms.parts.push(term);
                }
            }
            terms.first.push(u32::try_from(terms.parts.len()).unwrap_or(u32::MAX));
        }
        terms
    }

    /// A number that depends on the letters of `word` alone.
    #[must_use]
    pub fn mark(&self, word: WordId) -> u64 {
        self.marks.get(word.index()).copied().unwrap_or(0)
    }

    fn intern(&mut self, stem: &str) -> TermId {
        u32::try_from(self.stems.intern(stem).index()).unwrap_or(u32::MAX)
    }

    /// The terms of `word`, which follows `before` in its passage: several for a compound, none for a sign.
    pub fn of(&mut self, word: WordId, before: Option<WordId>, out: &mut Vec<TermId>) {
        if !self.unspaced.is_empty() && self.unspaced.contains(&word) {
            if let Some(before) = before.filter(|before| self.unspaced.contains(before)) {
                let term = self.pair(before, word);
                out.push(term);
            }
            return;
        }
        out.extend_from_slice(self.parts_of(word));
    }

    /// The terms of `word` standing alone.
    #[must_use]
    pub fn parts_of(&self, word: WordId) -> &[TermId] {
        let at = word.index();
        match (self.first.get(at), self.first.get(at + 1)) {
            (Some(from), Some(to)) => &self.parts[*from as usize..*to as usize],
            _ => &[],
        }
    }

    /// The term that two neighbouring characters of a script without spaces make: such scripts are compared by character pairs.
    fn pair(&mut self, before: WordId, word: WordId) -> TermId {
        if let Some(term) = self.pairs.get(&(before, word)) {
            return *term;
        }
        let stem_of = |word| self.parts_of(word).first().map_or("", |term| self.stem(*term));
        let both = format!("{}{}", stem_of(before), stem_of(word));
        let term = self.intern(&both);
        self.pairs.insert((before, word), term);
        term
    }

    /// What `term` is written as.
    #[must_use]
    pub fn stem(&self, term: TermId) -> &str {
        self.stems.nth(term as usize)
    }

    /// What each term is written as, in their order.
    pub fn stems(&self) -> impl Iterator<Item = &str> {
        self.stems.iter().map(|(_, stem)| stem)
    }

    /// How many terms there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.stems.len()
    }
}

/// The first letters of `stem` by which it has kin, if it is a word long enough to have any.
#[must_use]
pub fn kin(stem: &str) -> Option<&str> {
    let mut letters = stem.char_indices();
    let long_enough = stem.chars().take(KIN_LETTERS).filter(|c| c.is_alphabetic()).count() == KIN_LETTERS;
    let end = letters.nth(KIN_LETTERS).map_or(stem.len(), |(at, _)| at);
    stem.get(..end).filter(|_| long_enough && !is_unspaced(stem))
}

/// Whether `form` is written in a script that sets no spaces between words (South-East Asian, Chinese, Japanese).
#[must_use]
pub fn is_unspaced(form: &str) -> bool {
    matches!(
        form.chars().next(),
        Some(
            '\u{0e00}'..='\u{0eff}'
            | '\u{1000}'..='\u{109f}'
            | '\u{1780}'..='\u{17ff}'
            | '\u{2e80}'..='\u{31ff}'
            | '\u{3400}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}',
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet() {
        let meets = [
            ("accept", "accepted"),
            ("agree", "agreed"),
            ("studies", "study"),
            ("force", "forces"),
            ("stop", "stopped"),
            ("israel's", "israel"),
            ("killed", "kills"),
            ("countries", "country"),
            ("lying", "lying"),
            ("1.5", "1.5"),
        ];
        for (a, b) in meets {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        assert_eq!(kin(stem("iran")), kin(stem("iranian")));
        assert_eq!((kin("war"), kin("2011"), kin("俄罗")), (None, None, None));
    }
}
