//! How much a term counts: the rarer in the two articles, and in the language, the more.

use super::{
    passage::Counts,
    terms::{TermId, Terms},
};

/// Weights are whole numbers, so that sums do not depend on the order of adding; this is the weight of a word that stands in
/// one passage of each article.
pub const ONE: u32 = 1024;

/// How much each word of a story counts in one pair of its articles.
#[derive(Clone, Debug, Default)]
pub struct WordWeights {
    /// By word; 0 for signs and for words of neither article.
    by_word: Vec<u16>,
}

impl WordWeights {
    /// The weights of words, in the order of their ids.
    #[must_use]
    pub fn new(by_word: Vec<u16>) -> Self {
        Self { by_word }
    }

    /// What `word` counts, from 0 to about 1.
    #[must_use]
    pub fn of(&self, word: crate::text::vocabulary::WordId) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a weight of 16 bits")]
        self.by_word.get(word.index()).map_or(0.0, |weight| f32::from(*weight) / ONE as f32)
    }
}

/// The weight of `term`: inverse passage frequency over both articles (Spärck Jones 1972), scaled so that a term of one passage
/// has [`ONE`], times what is known of the word beforehand ([`prior`]).
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts; 0 to 1024"
)]
pub fn weight(terms: &Terms, term: TermId, counts: &Counts) -> u32 {
    let passages = (counts.passages.max(2) as f32) / 2.0;
    let found = (counts.of(term).max(2) as f32) / 2.0;
    let rarity = (1.0 + passages / found).ln() / (1.0 + passages).ln();
    (ONE as f32 * rarity * prior(terms.stem(term))) as u32
}

/// What is known of a word without having read the articles: short words are the common ones in every language (Zipf 1935, the
/// law of abbreviation), figures are rare.
fn prior(stem: &str) -> f32 {
    if stem.bytes().any(|b| b.is_ascii_digit()) {
        return 1.0;
    }
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
