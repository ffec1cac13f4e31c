//! What words say of numbers, looked up once for each story.

use rustc_hash::FxHashMap;

use crate::{
    story::Story,
    text::{
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// The bundled words for numbers.
const NUMBERS: &str = include_str!("../../../assets/words/en/numbers.txt");

/// What a word, or a pair of words, says of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    Number(f64),
    Ordinal(f64),
    Scale(f64),
    Vague(f64),
    About,
    Above,
    Below,
    From,
    Between,
    To,
    And,
    Percent,
    Points,
    /// A unit, and how many of the unit of that name one of it is.
    Unit(&'static str, f64),
    Weekday(i8),
    Month(i8),
    /// So many days ahead.
    Day(i64),
    Week(i64),
    Months(i64),
    Years(i64),
}

/// The meanings of the number words that occur in a story.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    meanings: FxHashMap<WordId, Meaning>,
    pairs: FxHashMap<(WordId, WordId), Meaning>,
    /// Words like "twenty-five" and what they count.
    composites: FxHashMap<WordId, f64>,
    /// For each word of the vocabulary: whether a figure or day may begin with it.
    opening: Vec<bool>,
}

impl Numbers {
    /// Looks the words up in the story's vocabulary.
    #[must_use]
    pub fn of(story: &Story) -> Self {
        let mut found = Self::default();
        for (kind, words, value) in entries() {
            let Some(meaning) = meaning(kind, value) else { continue };
            let id = |word: &str| story.vocabulary.get(word);
            match words.split_once(' ') {
                None => {
                    if let Some(word) = id(words) {
                        found.meanings.insert(word, meaning);
                    }
                }
                Some((first, second)) => {
                    if let (Some(first), Some(second)) = (id(first), id(second)) {
                        found.pairs.insert((first, second), meaning);
                    }
                }
            }
        }
        let plain: FxHashMap<&str, f64> =
            entries().filter(|(kind, ..)| *kind == "number").map(|(_, word, value)| (word, value)).collect();
        found.composites =
            story.vocabulary.iter().filter_map(|(word, form)| Some((word, composite(form, &plain)?))).collect();
        found.opening = vec![false; story.vocabulary.len()];
        let pairs = found.pairs.keys().map(|(first, _)| first);
        for word in found.meanings.keys().chain(found.composites.keys()).chain(pairs) {
            found.opening[word.index()] = true;
        }
        found
    }

    /// Whether a figure or day may begin with `token`: few do, and the others need not be looked at.
    pub(in crate::compare) fn may_open(&self, token: &Token) -> bool {
        token.kind == TokenKind::Figure || self.opening.get(token.word.index()).copied().unwrap_or(false)
    }

    /// What `word` alone says.
    pub(super) fn get(&self, word: WordId) -> Option<Meaning> {
        self.meanings.get(&word).copied()
    }

    /// What `word` counts if it is one like "twenty-five".
    pub(super) fn composite(&self, word: WordId) -> Option<f64> {
        self.composites.get(&word).copied()
    }

    /// What the word at `at` says, by itself or with the next one, and how many words that takes.
    pub(super) fn at(&self, tokens: &[Token], at: usize) -> Option<(Meaning, usize)> {
        let first = tokens.get(at)?.word;
        let pair = tokens.get(at + 1).and_then(|second| self.pairs.get(&(first, second.word)));
        pair.map(|meaning| (*meaning, 2)).or_else(|| Some((self.get(first)?, 1)))
    }
}

/// The entries of the list: kind, word or words, value.
fn entries() -> impl Iterator<Item = (&'static str, &'static str, f64)> {
    let mut kind = "";
    NUMBERS.lines().map(str::trim).filter(|line| !line.starts_with('#')).flat_map(move |line| {
        let name = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        if let Some(name) = name {
            kind = name;
        }
        let entries = if name.is_some() { "" } else { line };
        entries.split(',').filter_map(move |entry| {
            let (words, value) = entry.trim().rsplit_once(' ')?;
            Some((kind, words, value.parse().ok()?))
        })
    })
}

/// What "twenty-five" counts; `plain`: the words for numbers.
fn composite(form: &str, plain: &FxHashMap<&str, f64>) -> Option<f64> {
    let hyphen = form.bytes().position(|byte| byte == b'-')?;
    let (tens, ones) = (plain.get(form.get(..hyphen)?)?, plain.get(form.get(hyphen + 1..)?)?);
    (*tens >= 20.0 && *ones < 10.0).then_some(tens + ones)
}

/// The unit that is written `word`, and how many of it one is.
pub(super) fn unit(word: &str) -> Option<(&'static str, f64)> {
    let (kind, _, value) = entries().find(|(kind, known, _)| kind.starts_with("unit ") && *known == word)?;
    Some((kind.strip_prefix("unit ")?, value))
}

#[expect(clippy::cast_possible_truncation, reason = "the list's days, months and periods are small whole numbers")]
fn meaning(kind: &'static str, value: f64) -> Option<Meaning> {
    Some(match kind {
        "number" => Meaning::Number(value),
        "ordinal" => Meaning::Ordinal(value),
        "scale" => Meaning::Scale(value),
        "vague" => Meaning::Vague(value),
        "about" => Meaning::About,
        "above" => Meaning::Above,
        "below" => Meaning::Below,
        "from" => Meaning::From,
        "between" => Meaning::Between,
        "to" => Meaning::To,
        "and" => Meaning::And,
        "percent" => Meaning::Percent,
        "points" => Meaning::Points,
        "weekday" => Meaning::Weekday(value as i8),
        "month" => Meaning::Month(value as i8),
        "day" => Meaning::Day(value as i64),
        "week" => Meaning::Week(value as i64),
        "months" => Meaning::Months(value as i64),
        "years" => Meaning::Years(value as i64),
        _ => Meaning::Unit(kind.strip_prefix("unit ")?, value),
    })
}
