//! What the rules of who speaks ask of every token again and again: found out once, and then a bit.

use super::{Reading, phrase::SMALL};
use crate::{
    compare::weights::Weights,
    lexicon::{WordSet, Words},
    text::{
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// What a token is, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts(u8);

impl Facts {
    /// It stands in quotation marks, or is one.
    pub const QUOTED: Self = Self(1);
    pub const WORD: Self = Self(1 << 1);
    pub const FIGURE: Self = Self(1 << 2);
    /// It begins with a capital letter.
    pub const CAPITAL: Self = Self(1 << 3);
    /// It may be part of a name.
    pub const NAME: Self = Self(1 << 4);
    /// It may name a source without a verb of reporting: "citing two officials", "is how X put it", "called the plan “…”".
    pub const CITING: Self = Self(1 << 5);
    /// It ends as a verb of the past does.
    pub const PAST: Self = Self(1 << 6);
    /// Of a word of the vocabulary: it was looked at.
    const KNOWN: Self = Self(1 << 7);

    /// Those of every token of an article, in their order.
    pub fn of(reading: &Reading<'_>, words: &Words, weights: &Weights) -> Vec<Self> {
        // A word of the vocabulary is looked at once, however often it occurs.
        let mut by_word = vec![Self::default(); reading.story.vocabulary.len()];
        let mut one = |(token, quoted): (&Token, &Option<u32>)| {
            let mut facts = Self::default();
            if let Some(known) = by_word.get_mut(token.word.index()) {
                if !known.has(Self::KNOWN) {
                    *known = Self::of_word(reading.form(token), token.word, words, weights);
                }
                facts = *known;
            }
            facts.of_token(token.kind, reading.raw(token), quoted.is_some())
        };
        reading.article.tokens.iter().zip(&reading.inside).map(&mut one).collect()
    }

    fn of_word(form: &str, word: WordId, words: &Words, weights: &Weights) -> Self {
        let citing = matches!(form, "citing" | "in" | "is" | "quoted" | "quotes");
        Self::KNOWN
            .with(Self::NAME, weights.may_be_name(word) && !words.any(word, SMALL))
            .with(Self::CITING, citing || words.any(word, WordSet::Calling.bit()))
            .with(Self::PAST, form.ends_with("ed"))
    }

    /// Those of a token that is written as `raw`, by those of its word.
    fn of_token(self, kind: TokenKind, raw: &str, quoted: bool) -> Self {
        let capital = match raw.as_bytes().first() {
            Some(byte) if byte.is_ascii() => byte.is_ascii_uppercase(),
            _ => raw.chars().next().is_some_and(char::is_uppercase),
        };
        let word = kind == TokenKind::Word;
        let name = word && if capital { self.has(Self::NAME) } else { is_behind_article(raw) || is_brand(raw) };
        Self(self.0 & !Self::NAME.0)
            .with(Self::NAME, name)
            .with(Self::CAPITAL, capital)
            .with(Self::WORD, word)
            .with(Self::FIGURE, kind == TokenKind::Figure)
            .with(Self::QUOTED, quoted)
    }

    pub fn has(self, fact: Self) -> bool {
        self.0 & fact.0 != 0
    }

    fn with(self, fact: Self, holds: bool) -> Self {
        Self(self.0 | if holds { fact.0 } else { 0 })
    }
}

/// "al-Sharif"
fn is_behind_article(raw: &str) -> bool {
    // No article is longer than three letters; nearly all words are told apart by that.
    raw.as_bytes().iter().take(4).any(|byte| *byte == b'-')
        && raw.split_once('-').is_some_and(|(article, name)| {
            PARTICLES.contains(&article) && name.chars().next().is_some_and(char::is_uppercase)
        })
}

/// "i24news", "eBay": a name that is written with a small letter first.
pub(super) fn is_brand(raw: &str) -> bool {
    let bytes = raw.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_lowercase)
        && bytes.iter().any(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && bytes.iter().all(u8::is_ascii_alphanumeric)
}

/// Small words inside names.
pub(super) const PARTICLES: [&str; 16] =
    ["al", "el", "bin", "ibn", "ben", "von", "van", "der", "den", "ter", "de", "da", "di", "du", "la", "le"];
