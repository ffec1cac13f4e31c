//! What words say of numbers and units, looked up once for each story.

use rustc_hash::FxHashMap;

use super::meaning::{Meaning, Measure};
use crate::text::{
    frozen::Frozen,
    token::{Token, TokenKind},
    vocabulary::{Vocabulary, WordId},
};

// `WORDS`, `SUFFIXES`: which of `MEANINGS` a word has, alone and right after digits. `OPENERS`: which of `PHRASES` begin with a word.
include!(concat!(env!("OUT_DIR"), "/numbers.rs"));

/// What `word` says by the lists.
fn listed(word: &str) -> Option<Meaning> {
    WORDS.get(word).map(|at| MEANINGS[usize::from(at)])
}

/// What `letters` say by the lists where they stand right after digits, and only there.
fn listed_suffix(letters: &str) -> Option<Meaning> {
    SUFFIXES.get(letters).map(|at| MEANINGS[usize::from(at)])
}

/// The phrases that begin with a word: the words that follow, and what they mean then.
type Phrases = Vec<(Vec<WordId>, Meaning)>;

/// The meanings of the number words that occur in a story.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    meanings: FxHashMap<WordId, Meaning>,
    phrases: FxHashMap<WordId, Phrases>,
    /// For each word of the vocabulary: whether a figure or day may begin with it.
    opening: Vec<bool>,
}

impl Numbers {
    /// Looks the words up in the story's vocabulary.
    #[must_use]
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let mut found = Self { opening: vec![false; vocabulary.len()], ..Self::default() };
        for (id, form) in vocabulary.iter() {
            if let Some(meaning) = listed(form).or_else(|| composite(form)) {
                found.meanings.insert(id, meaning);
                found.opening[id.index()] |= opens(meaning);
            }
            if form.contains('-') && (joined_fraction(form).is_some() || joined_measure(form).is_some()) {
                found.opening[id.index()] = true;
            }
            for (words, meaning) in OPENERS.get(form).into_iter().flat_map(|at| PHRASES[usize::from(at)]) {
                let rest: Option<Vec<WordId>> = words.split(' ').skip(1).map(|word| vocabulary.get(word)).collect();
                if let Some(rest) = rest {
                    found.phrases.entry(id).or_default().push((rest, *meaning));
                    found.opening[id.index()] |= opens(*meaning);
                }
            }
        }
        found
    }

    /// Whether a figure or day may begin with `token`: few do, and the others need not be looked at.
    #[must_use]
    pub fn may_open(&self, token: &Token) -> bool {
        token.kind == TokenKind::Figure || self.opening.get(token.word.index()).copied().unwrap_or(false)
    }

    /// What `word` alone says.
    #[must_use]
    pub fn get(&self, word: WordId) -> Option<Meaning> {
        self.meanings.get(&word).copied()
    }

    /// What the word at `at` says, with the next ones or by itself, and how many words that takes.
    #[must_use]
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<(Meaning, usize)> {
        let first = tokens.get(at)?.word;
        let follow = |rest: &[WordId]| {
            tokens.get(at + 1..at + 1 + rest.len()).is_some_and(|next| next.iter().map(|token| &token.word).eq(rest))
        };
        let phrase = self.phrases.get(&first).and_then(|phrases| phrases.iter().find(|(rest, _)| follow(rest)));
        phrase.map(|(rest, meaning)| (*meaning, rest.len() + 1)).or_else(|| Some((self.get(first)?, 1)))
    }
}

fn opens(meaning: Meaning) -> bool {
    use Meaning::{
        Ago, Day, Dozen, Fraction, Minute, Month, Months, Number, Ordinal, Scale, Vague, Week, Weekday, Years,
    };
    matches!(meaning, Number(_) | Ordinal(_) | Fraction(_) | Scale(_) | Dozen(_) | Vague(_) | Minute(_))
        || matches!(meaning, Weekday(_) | Month(_) | Day(_) | Week(_) | Months(_) | Years(_) | Ago(_))
}

/// The number of a plain word for one, such as "sixty" or "twenty-five".
pub(super) fn plain(form: &str) -> Option<f64> {
    match listed(form).or_else(|| composite(form))? {
        Meaning::Number(number) => Some(number),
        _ => None,
    }
}

/// What letters or signs say that stand right after digits.
pub(super) fn suffix(letters: &str) -> Option<Meaning> {
    listed_suffix(letters).or_else(|| listed(letters))
}

/// What multiplies the digits before `letters`: `bn`.
pub(super) fn suffix_scale(letters: &str) -> Option<f64> {
    match listed_suffix(letters)? {
        Meaning::Scale(scale) => Some(scale),
        _ => None,
    }
}

/// The currency that `sign` stands for, written before the figure.
pub(super) fn sign(sign: &str) -> Option<&'static str> {
    match listed_suffix(sign)? {
        Meaning::Sign(name) => Some(name),
        _ => None,
    }
}

/// The unit that begins `words` joined by hyphens: `year-old`, `day`.
pub(super) fn joined_unit(words: &str) -> Option<Measure> {
    let unit = |words: &str| match listed(words) {
        Some(Meaning::Unit(measure)) => Some(measure),
        _ => None,
    };
    unit(words).or_else(|| unit(words.split('-').next()?))
}

/// Words joined by hyphens: "twenty-five", "twenty-first", "two-thirds".
fn composite(form: &str) -> Option<Meaning> {
    let hyphen = form.bytes().position(|byte| byte == b'-')?;
    let (first, rest) = (listed(form.get(..hyphen)?)?, form.get(hyphen + 1..)?);
    let Meaning::Number(tens) = first else { return None };
    match listed(rest) {
        Some(Meaning::Number(ones)) if tens >= 20.0 && (1.0..10.0).contains(&ones) => {
            Some(Meaning::Number(tens + ones))
        }
        Some(Meaning::Ordinal(ones)) if tens >= 20.0 && ones < 10.0 => Some(Meaning::Ordinal(tens + ones)),
        _ => None,
    }
}

/// Numerator and denominator of "two-thirds", "one-fifth", "three-quarters".
pub(super) fn joined_fraction(form: &str) -> Option<(f64, f64)> {
    let (first, rest) = form.split_once('-')?;
    let Meaning::Number(parts) = listed(first)? else { return None };
    let whole = match listed(rest)? {
        Meaning::Fraction(whole) => whole,
        Meaning::Ordinal(whole) if parts == 1.0 && whole > 2.0 => whole,
        _ => return None,
    };
    (parts < whole && parts > 0.0).then_some((parts, whole))
}

/// The number and the unit of "three-day", "five-year-old".
pub(super) fn joined_measure(form: &str) -> Option<(f64, Measure)> {
    let (first, rest) = form.split_once('-')?;
    let Meaning::Number(number) = listed(first)? else { return None };
    joined_unit(rest).map(|unit| (number, unit))
}

#[cfg(test)]
mod tests {
    use super::{super::lists::Table, *};

    #[test]
    fn the_words_found_when_the_program_was_built_are_those_of_the_lists() {
        let Table { words, phrases, suffixes } = Table::read();
        assert!(words.iter().all(|(word, meaning)| listed(word) == Some(*meaning)));
        assert!(suffixes.iter().all(|(letters, meaning)| listed_suffix(letters) == Some(*meaning)));
        assert!(phrases.iter().all(|(first, of)| OPENERS.get(first).map(|at| PHRASES[usize::from(at)]) == Some(of)));
        assert_eq!([listed("thx"), listed_suffix("thx")], [None, None]);
    }
}
