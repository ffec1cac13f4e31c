//! What words say of numbers and units, looked up once for each story and language.

use rustc_hash::FxHashMap;

use super::{
    meaning::Meaning,
    table::{Table, table},
};
use crate::text::{
    token::{Token, TokenKind},
    vocabulary::{Vocabulary, WordId},
};

/// The phrases that begin with a word: the words that follow, and what they mean then.
type Phrases = Vec<(Vec<WordId>, Meaning)>;

/// The meanings of the number words of one language that occur in a story.
#[derive(Clone, Debug)]
pub struct Numbers {
    table: &'static Table,
    meanings: FxHashMap<WordId, Meaning>,
    phrases: FxHashMap<WordId, Phrases>,
    /// For each word of the vocabulary: whether a figure or day may begin with it.
    opening: Vec<bool>,
}

impl Default for Numbers {
    /// The words of English, of which the story has none.
    fn default() -> Self {
        Self { table: table(None), meanings: FxHashMap::default(), phrases: FxHashMap::default(), opening: Vec::new() }
    }
}

impl Numbers {
    /// Looks the words of `language`, an ISO 639-1 code, up in the story's vocabulary; those of English for a language without a list.
    #[must_use]
    pub fn of(vocabulary: &Vocabulary, language: Option<&str>) -> Self {
        let table = table(language);
        let opening = vec![false; vocabulary.len()];
        let mut found = Self { table, meanings: FxHashMap::default(), phrases: FxHashMap::default(), opening };
        for (id, form) in vocabulary.iter() {
            let meaning = table.listed(form).or_else(|| table.composite(form)).or_else(|| table.glued(form));
            if let Some(meaning) = meaning {
                found.meanings.insert(id, meaning);
                found.opening[id.index()] |= opens(meaning);
            }
            if form.contains('-')
                && (table.joined_fraction(form).is_some()
                    || table.joined_measure(form).is_some()
                    || table.joined_after(form).is_some())
            {
                found.opening[id.index()] = true;
            }
            for (words, meaning) in table.phrases(form) {
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

    /// The words of the language.
    pub(super) fn table(&self) -> &'static Table {
        self.table
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
        Ago, Day, Dozen, Fraction, Lone, Minute, Month, Months, Number, Ordinal, Part, PointPart, Scale, Times, Vague,
        Week, Weekday, Years,
    };
    matches!(meaning, Number(_) | Ordinal(_) | Fraction(_) | Scale(_) | Dozen(_) | Vague(_) | Minute(_))
        || matches!(meaning, Lone(_) | Part(_) | Times(_) | PointPart(_))
        || matches!(meaning, Weekday(_) | Month(_) | Day(_) | Week(_) | Months(_) | Years(_) | Ago(_))
}
