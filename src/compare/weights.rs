//! What each word of a story's vocabulary weighs, and whether it is a name: found once, looked up ever after. May be asked about
//! a [`WordId`] of the same story; never reads a text twice and knows no word list, so it serves every language.

use crate::{
    align::WordWeights,
    story::{Article, Story},
    text::{
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// What is known of the words of a story.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    traits: Vec<Traits>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Traits {
    /// How much the word says, from 0 to 1.
    weight: f32,
    /// Whether it is written with a capital where a sentence does not ask for one.
    name: bool,
    /// Whether it is never written without one.
    capital: bool,
    /// Whether it is a word of an alphabet with small letters: no sign, figure or ideograph.
    lettered: bool,
}

/// A sign ties next to nothing together.
const SIGN: f32 = 0.1;
/// Weights of up to three letters are mostly articles, prepositions and auxiliaries, in every language with an alphabet; lists would say
/// it better for one language only.
const LIGHT: f32 = 0.4;
const SHORT: usize = 3;
/// The weight in a pair of articles up to which a word is a small one: the most that the fifty commonest words of English have.
const SMALL: f32 = 0.15;
/// The same for words of up to three letters: the most that those of languages have whose words are known by their length alone.
const SMALL_AND_SHORT: f32 = 0.4;

impl Weights {
    /// Looks at every word of `story`.
    #[must_use]
    pub fn of(story: &Story) -> Self {
        let mut cases = vec![Cases::default(); story.vocabulary.len()];
        for (_, article) in story.articles.iter() {
            count_cases(article, &mut cases);
        }
        let traits = story
            .vocabulary
            .iter()
            .zip(&cases)
            .map(|((_, form), cases)| Traits {
                weight: weight(form),
                name: cases.is_name(),
                capital: cases.small == 0,
                lettered: form.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase),
            })
            .collect();
        Self { traits }
    }

    /// How much `word` says, from 0 to 1: signs least, then short words. What is no word of the story stands for a figure of several words.
    #[must_use]
    pub fn weight(&self, word: WordId) -> f32 {
        self.traits.get(word.index()).map_or(1.0, |traits| traits.weight)
    }

    /// Whether `word` tells something by itself: a figure, an ideograph, a name, and of other words those that count in the two articles that
    /// `pair` weighs; not a sign or one of the small words that stand in any sentence.
    #[must_use]
    pub fn tells(&self, word: WordId, pair: &WordWeights) -> bool {
        let Some(traits) = self.traits.get(word.index()) else { return true };
        if !traits.lettered {
            return traits.weight > SIGN;
        }
        traits.name || pair.of(word) > if traits.weight < 1.0 { SMALL_AND_SHORT } else { SMALL }
    }

    /// Whether `word` is mostly written with a capital inside sentences, in the articles of this story.
    #[must_use]
    pub fn is_name(&self, word: WordId) -> bool {
        self.traits.get(word.index()).is_some_and(|traits| traits.name)
    }

    /// Whether `word` is a name for all that is known: it [is one](Self::is_name), or it stands only where a sentence asks for a
    /// capital anyway.
    #[must_use]
    pub fn may_be_name(&self, word: WordId) -> bool {
        self.traits.get(word.index()).is_some_and(|traits| traits.name || traits.capital)
    }
}

/// How often a word stands inside a sentence with and without a capital.
#[derive(Clone, Copy, Debug, Default)]
struct Cases {
    capital: u32,
    small: u32,
}

impl Cases {
    fn is_name(self) -> bool {
        self.capital > self.small
    }
}

/// A headline may capitalise every word, so it has no say. Neither has the first word of a sentence or of a quotation.
fn count_cases(article: &Article, cases: &mut [Cases]) {
    for sentence in article.sentence_ids() {
        if article.is_headline(sentence) {
            continue;
        }
        let mut inside = false;
        for token in article.sentence_tokens(sentence) {
            if token.kind != TokenKind::Word {
                // Full stops of abbreviations aside, a sign may begin a clause with a capital of its own.
                inside = inside && is_quiet(token, article);
                continue;
            }
            if inside && let Some(cases) = cases.get_mut(token.word.index()) {
                match token.span.of(&article.text).chars().next() {
                    Some(c) if c.is_uppercase() => cases.capital += 1,
                    Some(c) if c.is_lowercase() => cases.small += 1,
                    _ => {}
                }
            }
            inside = true;
        }
    }
}

fn is_quiet(token: &Token, article: &Article) -> bool {
    token.kind == TokenKind::Figure
        || matches!(token.span.of(&article.text), "," | "-" | "." | "'" | "\u{2019}" | "(" | ")")
}

fn weight(form: &str) -> f32 {
    let mut letters = form.chars().filter(|c| c.is_alphanumeric());
    match letters.next() {
        None => SIGN,
        // A figure or an ideograph says much in little.
        Some(c) if c.is_numeric() || !c.is_lowercase() => 1.0,
        Some(_) if letters.nth(SHORT - 1).is_none() => LIGHT,
        Some(_) => 1.0,
    }
}
