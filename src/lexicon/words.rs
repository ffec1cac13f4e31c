//! The lists held against the words of one story: which entries may begin at a word, and where they end.

use rustc_hash::FxHashSet;

use super::{
    entry::{Class, Entry, Form, ListKind},
    grammar,
    index::{self, Filled},
    inflected::Inflecting,
    inflection::Irregular,
    lists::{Content, List},
    parse::{self, Listed},
    pattern::{Pattern, Piece, holds},
    sets::{SetBits, WordSet},
    speaking::Speaking,
    split,
    starts::{Start, Starts},
};
use crate::{
    story::{Article, ArticleId, Story},
    text::{
        token::{Token, TokenKind},
        vocabulary::{Vocabulary, WordId},
    },
};

/// An entry found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which entry of [`Words::entry`].
    pub entry: u32,
    /// How many tokens it takes.
    pub length: usize,
    /// In which form its inflected word stands.
    pub form: Form,
}

/// The lists of one language as far as the words of one story call for them.
#[derive(Clone, Debug, Default)]
pub struct Words {
    language: Box<str>,
    entries: Vec<Entry>,
    starts: Starts,
    /// Those of the verbs of reporting once more: they are asked for by themselves at every word of a text.
    reporting: Starts,
    rests: Vec<Vec<Piece>>,
    sets: Vec<SetBits>,
}

impl Words {
    /// The entries of `lists` that may occur among the words of `vocabulary`. The reader's own go first.
    pub(super) fn new(language: &str, lists: &[&List], vocabulary: &Vocabulary) -> Self {
        let (own, bundled): (Vec<&List>, Vec<&List>) = lists.iter().copied().partition(|list| list.is_own());
        let mut sets = vec![0; vocabulary.len()];
        for list in lists.iter().filter(|list| list.content == Content::Grammar) {
            grammar::mark(list, vocabulary, &mut sets);
        }
        let mut irregular = Irregular::default();
        let of_forms = lists.iter().filter(|list| !own.is_empty() && list.content == Content::Irregular);
        of_forms.for_each(|list| irregular.read(&list.text));
        let inflecting = Inflecting { vocabulary, irregular: &irregular, sets: &sets };

        let mut words = Self { language: language.into(), ..Self::default() };
        let mut removed = FxHashSet::default();
        // What a list has twice, or the reader has too, counts as it stood first.
        let mut seen = FxHashSet::default();
        // The reader's own go first, the last one before the others.
        for (kind, listed) in entries(own.iter().rev()) {
            if listed.removal {
                removed.insert((kind, listed.text));
            } else if !removed.contains(&(kind, listed.text)) {
                let patterns = inflecting.patterns(listed.text, listed.group.class);
                if !patterns.is_empty() && seen.insert((kind, listed.group.class, listed.text)) {
                    words.add(anew(kind, &listed, true), patterns);
                }
            }
        }
        if own.iter().any(|list| list.content == Content::Irregular) {
            for (kind, listed) in entries(bundled.iter()).filter(|(kind, listed)| !is_removed(&removed, *kind, listed))
            {
                let patterns = inflecting.patterns(listed.text, listed.group.class);
                if !patterns.is_empty() && seen.insert((kind, listed.group.class, listed.text)) {
                    words.add(anew(kind, &listed, false), patterns);
                }
            }
        } else {
            let numbers: Vec<usize> = bundled.iter().filter_map(|list| list.bundled).collect();
            for (number, kind, listed, patterns) in index::entries(&Filled::by(vocabulary), &sets) {
                let known =
                    is_removed(&removed, kind, &listed) || seen.contains(&(kind, listed.group.class, listed.text));
                let Listed { group, text, neutral, .. } = listed;
                if numbers.contains(&number) && !known {
                    words.add(
                        Entry { kind, group, text: text.into(), neutral: neutral.map(Into::into), own: false },
                        patterns,
                    );
                }
            }
        }
        words.starts.settle(vocabulary.len());
        words.reporting.settle(vocabulary.len());
        words.sets = sets;
        words
    }

    fn add(&mut self, entry: Entry, patterns: Vec<Pattern>) {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let number = count(self.entries.len());
        for Pattern { first, rest } in patterns {
            self.starts.add(number, &first, &rest, count(self.rests.len()));
            if entry.kind == ListKind::Attribution {
                self.reporting.add(number, &first, &rest, count(self.rests.len()));
            }
            self.rests.push(rest);
        }
        self.entries.push(entry);
    }

    /// The language's code: `en`.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The entry `id` of a [`Found`]. Panics when it is of other words, as slices do.
    #[must_use]
    pub fn entry(&self, id: u32) -> &Entry {
        &self.entries[id as usize]
    }

    /// Whether an entry may begin with `word`.
    #[must_use]
    #[inline]
    pub fn may_begin(&self, word: WordId) -> bool {
        self.starts.has(word)
    }

    /// The entries that begin at the token `at` of `tokens`, in the order of the lists.
    pub fn at<'s>(&'s self, tokens: &'s [Token], at: usize) -> impl Iterator<Item = Found> + use<'s> {
        let starts = self.starts.at(tokens, at, self.sets_behind(tokens, at));
        starts.filter_map(move |start| self.held(start, tokens, at))
    }

    fn sets_behind(&self, tokens: &[Token], at: usize) -> SetBits {
        tokens.get(at + 1).map_or(0, |second| self.sets(second.word))
    }

    /// What `start` finds at the token `at` of `tokens`.
    fn held(&self, start: &Start, tokens: &[Token], at: usize) -> Option<Found> {
        let (end, form) = holds(&self.rests[start.rest as usize], tokens, at + 1, &self.sets)?;
        Some(Found { entry: start.entry, length: end - at, form: start.form.max(form) })
    }

    /// Whether a verb of reporting may begin with `word`.
    #[must_use]
    #[inline]
    pub fn may_report(&self, word: WordId) -> bool {
        self.reporting.has(word)
    }

    /// The reporting verb, neutral or not, that begins at the token `at` of `tokens`: the longest if several do. Whether it
    /// stands there *as* a verb of reporting is for the asker to see.
    #[must_use]
    #[inline]
    pub fn reporting(&self, tokens: &[Token], at: usize) -> Option<(&Entry, Found)> {
        // Asked at every word of a text, nearly always in vain.
        if self.may_report(tokens.get(at)?.word) { self.longest_reporting(tokens, at) } else { None }
    }

    fn longest_reporting(&self, tokens: &[Token], at: usize) -> Option<(&Entry, Found)> {
        let mut best: Option<Found> = None;
        for start in self.reporting.at(tokens, at, self.sets_behind(tokens, at)) {
            if let Some(found) = self.held(start, tokens, at)
                && best.is_none_or(|known| found.length > known.length)
            {
                best = Some(found);
            }
        }
        best.map(|found| (self.entry(found.entry), found))
    }

    /// Whether `word` is of the `set`.
    #[must_use]
    pub fn is(&self, word: WordId, set: WordSet) -> bool {
        self.any(word, set.bit())
    }

    /// Whether `word` is of one of the sets whose bits are given.
    #[must_use]
    pub fn any(&self, word: WordId, sets: SetBits) -> bool {
        self.sets(word) & sets != 0
    }

    /// The sets that `word` is of.
    #[must_use]
    pub fn sets(&self, word: WordId) -> SetBits {
        self.sets.get(word.index()).copied().unwrap_or_default()
    }

    /// Whether small words of the language are listed, and the story has some.
    #[must_use]
    pub fn has_grammar(&self) -> bool {
        self.sets.iter().any(|bits| *bits != 0)
    }

    /// The share of an article's words that are small words of this language, from 0 to 1; none when the language lists no
    /// such words. Looks at the first 4,000 tokens.
    fn share_of_small_words(&self, article: &Article) -> Option<f32> {
        if !self.has_grammar() {
            return None;
        }
        let words = article.tokens.iter().take(4000).filter(|token| token.kind == TokenKind::Word);
        let (mut small, mut all) = (0u16, 0u16);
        for token in words {
            all += 1;
            small += u16::from(self.any(token.word, SMALL));
        }
        Some(f32::from(small) / f32::from(all.max(1)))
    }
}

/// An entry with words of its own.
fn anew(kind: ListKind, listed: &Listed<'_>, own: bool) -> Entry {
    let neutral = listed.neutral.map(|neutral| neutral.to_owned().into());
    Entry { kind, group: listed.group, text: listed.text.to_owned().into(), neutral, own }
}

/// The entries of `lists`, in their order; lines that cannot be read are passed over.
fn entries<'l: 'a, 'a>(lists: impl Iterator<Item = &'a &'l List>) -> impl Iterator<Item = (ListKind, Listed<'l>)> {
    let kind = |list: &'l List| match list.content {
        Content::Entries(kind) => Some((kind, &list.text)),
        Content::Grammar | Content::Irregular => None,
    };
    let of = |(kind, text): (ListKind, &'l str)| parse::entries(kind, text).flatten().map(move |listed| (kind, listed));
    lists.filter_map(move |list| kind(list)).flat_map(move |(kind, text)| of((kind, text)))
}

/// Whether the reader took an entry of the list `kind` out: by its text, or by that of the verb whose family it is of, as `-insist` takes
/// out `insist on`.
fn is_removed(removed: &FxHashSet<(ListKind, &str)>, kind: ListKind, listed: &Listed<'_>) -> bool {
    let head = split::words(listed.text).next().filter(|_| listed.group.class == Class::Verb);
    !removed.is_empty()
        && (removed.contains(&(kind, listed.text)) || head.is_some_and(|head| removed.contains(&(kind, head))))
}

/// The sets whose words tell one language from another.
const SMALL: SetBits = 1 << WordSet::Determiner as u32
    | 1 << WordSet::Pronoun as u32
    | 1 << WordSet::Preposition as u32
    | 1 << WordSet::Conjunction as u32
    | 1 << WordSet::Be as u32
    | 1 << WordSet::Have as u32;

/// The lists held against a story: for each article those of its language.
#[derive(Clone, Debug, Default)]
pub struct StoryWords {
    languages: Vec<Words>,
    of: Vec<Option<usize>>,
    /// Small classes of other languages, and for each article which.
    speaking: Vec<Speaking>,
    speaking_of: Vec<Option<usize>>,
}

impl StoryWords {
    /// Below this share of small words a text is not taken for the language. English news has .40 to .50; other languages
    /// that happen to use the same letters for some of their words stay below .15.
    const LEAST_SHARE: f32 = 0.22;

    pub(super) fn new(languages: Vec<Words>, story: &Story) -> Self {
        let of: Vec<Option<usize>> =
            story.articles.iter().map(|(_, article)| Self::language(&languages, article)).collect();
        let mut speaking: Vec<Speaking> = Vec::new();
        let speaks = |((_, article), of): ((_, &Article), &Option<usize>)| {
            // Lists with small words say more than a guess at the language.
            if of.and_then(|of| languages.get(of)).is_some_and(Words::has_grammar) {
                return None;
            }
            let language = article.language.as_deref()?;
            let known = speaking.iter().position(|speaking| speaking.language == language);
            known.or_else(|| {
                speaking.push(Speaking::of(language, &story.vocabulary)?);
                Some(speaking.len() - 1)
            })
        };
        let speaking_of = story.articles.iter().zip(&of).map(speaks).collect();
        Self { languages, of, speaking, speaking_of }
    }

    /// The small classes of the language of the article `id` by which it is read who speaks; none where its [`Words`](Self::of) have such, and where
    /// there are none.
    #[must_use]
    pub fn speaking(&self, id: ArticleId) -> Option<&Speaking> {
        self.speaking_of.get(id.index()).copied().flatten().and_then(|index| self.speaking.get(index))
    }

    /// The language with the largest share of small words, or, when none has enough, one that lists none.
    fn language(languages: &[Words], article: &Article) -> Option<usize> {
        let shares: Vec<Option<f32>> = languages.iter().map(|words| words.share_of_small_words(article)).collect();
        let known = shares.iter().enumerate().filter_map(|(index, share)| Some((index, (*share)?)));
        let best = known.filter(|(_, share)| *share >= Self::LEAST_SHARE);
        let best = best.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        // Lists without small words are for the articles that intake takes for their language, or for none that has lists.
        let named = || languages.iter().position(|words| Some(words.language()) == article.language.as_deref());
        let bare = |index: &usize| shares.get(*index).is_some_and(Option::is_none);
        // A short text may be taken for a language whose small words it lacks: that guess counts for nothing.
        let guessed = || named().filter(bare).or_else(|| shares.iter().position(Option::is_none));
        best.map(|(index, _)| index).or_else(guessed)
    }

    /// The lists for the article `id`; none when there are none for its language.
    #[must_use]
    pub fn of(&self, id: ArticleId) -> Option<&Words> {
        self.of.get(id.index()).copied().flatten().and_then(|index| self.languages.get(index))
    }
}

#[cfg(test)]
mod tests;
