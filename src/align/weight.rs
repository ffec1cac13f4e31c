//! How much a term counts: the rarer in the two articles, and in the language, the more.

use super::{
    kindred::{Line, SENSES},
    terms::Terms,
};
use crate::text::{frozen::Frozen, vocabulary::WordId};

/// Weights are whole numbers, so that sums do not depend on the order of adding; this is the weight of a word that stands in
/// one passage of each article.
pub const ONE: u32 = 1024;

/// How steeply the weight of a term falls as it stands in more passages: what the whole story is about ties no two of its
/// sentences. Chosen by looking at all the labelled sets.
const STEEPNESS: f32 = 1.6;

/// How much each word of a story counts in one pair of its articles, and which words count as one another.
#[derive(Clone, Debug, Default)]
pub struct WordWeights {
    by_word: Vec<WordWeight>,
}

/// What a word counts. All nought for signs and for words of neither article.
#[derive(Clone, Copy, Debug, Default)]
pub struct WordWeight {
    /// In parts of [`ONE`].
    pub weight: u16,
    /// Equal for words that are one term (*kills*, *killed*; *fifteen*, *15*); 0 for none, as for compounds.
    pub term: u32,
    /// The groups of words that may be put for one another (*killed*, *died*) that it is of: lines of the list; 0 for none.
    pub kindred: [Line; SENSES],
}

impl WordWeights {
    /// The weights of words, in the order of their ids.
    #[must_use]
    pub fn new(by_word: Vec<WordWeight>) -> Self {
        Self { by_word }
    }

    /// What `word` counts, from 0 to about 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a weight of 16 bits")]
    pub fn of(&self, word: WordId) -> f32 {
        f32::from(self.get(word).weight) / ONE as f32
    }

    /// Whether `one` and `other` are forms of one word.
    #[must_use]
    pub fn are_one(&self, one: WordId, other: WordId) -> bool {
        one == other || self.get(one).term != 0 && self.get(one).term == self.get(other).term
    }

    /// Whether `one` and `other` may be put for one another.
    #[must_use]
    pub fn are_kindred(&self, one: WordId, other: WordId) -> bool {
        let theirs = self.get(other).kindred;
        self.get(one).kindred.iter().any(|group| *group != 0 && theirs.contains(group))
    }

    fn get(&self, word: WordId) -> WordWeight {
        self.by_word.get(word.index()).copied().unwrap_or_default()
    }
}

/// The weight of a term that stands in `found` of `passages` passages: inverse passage frequency over both articles (Spärck Jones
/// 1972), scaled so that a term of one passage has [`ONE`] and raised to [`STEEPNESS`], times what is known of it beforehand.
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts; 0 to 1024"
)]
pub fn weight(found: u32, passages: u32, prior: f32) -> u32 {
    let passages = (passages.max(2) as f32) / 2.0;
    let found = (found.max(2) as f32) / 2.0;
    let rarity = (1.0 + passages / found).ln() / (1.0 + passages).ln();
    (ONE as f32 * rarity.powf(STEEPNESS) * prior) as u32
}

/// The weight of a term before the articles are read, up to [`ONE`].
#[must_use]
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1024")]
pub fn plain_weight(prior: f32) -> u32 {
    (ONE as f32 * prior) as u32
}

/// The class of a word that `assets/frequency/en.txt` does not list.
const RARE: u16 = 9;

// `COMMON`: the classes of `assets/frequency/en.txt`, by stem.
include!(concat!(env!("OUT_DIR"), "/common.rs"));

/// What is known of each term without having read the articles, from 0 to 1: short words are the common ones in every language
/// (Zipf 1935, the law of abbreviation), figures are rare; of `english` words we know how common they are.
#[must_use]
pub fn priors(terms: &Terms, english: bool) -> Vec<f32> {
    let prior = |stem: &str| {
        if stem.bytes().any(|b| b.is_ascii_digit()) {
            1.0
        } else if english {
            of_class(COMMON.get(stem).unwrap_or(RARE))
        } else {
            of_length(stem)
        }
    };
    terms.stems().map(prior).collect()
}

fn of_class(class: u16) -> f32 {
    match class {
        ..=3 => 0.05,
        4 => 0.15,
        5 => 0.35,
        6 => 0.55,
        7 => 0.75,
        8 => 0.9,
        _ => 1.0,
    }
}

fn of_length(stem: &str) -> f32 {
    match stem.chars().count() {
        1 => 0.1,
        2 => {
            if super::terms::is_unspaced(stem) {
                1.0
            } else {
                0.15
            }
        }
        3 => 0.4,
        4 => 0.7,
        5 => 0.9,
        _ => 1.0,
    }
}
