//! The lists held against the words of one story: which entries may begin at a word, and where they end.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    beginnings::Beginnings,
    entry::{Entry, Form, ListKind},
    index,
    inflection::Irregular,
    lists::{Content, List},
    parse::{self, Listed},
    pattern::{Maker, Pattern, Piece, holds},
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

/// One bit for each [`WordSet`].
pub type SetBits = u64;

macro_rules! sets {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// A small class of words, listed in `grammar.txt`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum WordSet { $($(#[$doc])* $name,)* }

        impl WordSet {
            /// The set called `name` in `grammar.txt`.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$name),)* _ => None }
            }
        }
    };
}

sets! {
    /// `the`, `a`, `that`.
    Article = "article",
    /// `the`, `this`, `every`, `his`.
    Determiner = "determiner",
    /// `he`, `they`.
    Pronoun = "pronoun",
    /// `in`, `of`.
    Preposition = "preposition",
    /// `and`, `that`, `because`.
    Conjunction = "conjunction",
    /// `who`, `which`.
    Relative = "relative",
    /// `is`, `were`, `been`.
    Be = "be",
    /// `has`, `had`.
    Have = "have",
    /// `will`, `could`.
    Modal = "modal",
    /// `not`, `never`.
    Negation = "negation",
    /// `also`, `then`: adverbs that stand between a verb and its subject.
    Adverb = "adverb",
    /// `Monday`, `yesterday`.
    Day = "day",
    /// `some`, `many`, `numerous`.
    Quantity = "quantity",
    /// `critics`, `observers`: those who are quoted in the mass.
    Speaker = "speaker",
    /// `president`, `spokesman`: offices.
    Office = "office",
    /// `reporters`, `parliament`: those who are told.
    Hearer = "hearer",
    /// `two`, `dozens`.
    Number = "number",
    /// `ministry`, `court`: bodies that speak.
    Institution = "institution",
    /// `said`, `reported`: forms of verbs whose subject may follow them.
    Inverting = "inverting",
    /// `calls`, `described`: verbs that give a name to a thing.
    Calling = "calling",
    /// `say`, `argued`: verbs by which those who are quoted in the mass speak.
    Opining = "opining",
    /// `slew`, `string`: more of a thing than one would count.
    Amount = "amount",
    /// `flood`, `wave`: the same, as a force of nature or of war.
    Flood = "flood",
    /// `charges`, `allegations`: what one may be held to account for.
    Charge = "charge",
    /// `fuelling`, `prompting`: participles that say what came of it.
    Consequence = "consequence",
    /// `criticism`, `fears`: what is in the air.
    Mood = "mood",
    /// `annually`, `locally`: adverbs that judge nothing.
    PlainAdverb = "plain-adverb",
    /// `beginning`, `scored`: verbs of the plain course of events.
    PlainVerb = "plain-verb",
    /// `latest`, `forest`: words on -est that compare nothing.
    PlainSuperlative = "plain-superlative",
    /// `mention`, `explain`: what one can be said not to have done.
    Telling = "telling",
    /// `rose`, `gained`: of a figure that becomes more.
    Rising = "rising",
    /// `fell`, `lost`: of a figure that becomes less.
    Falling = "falling",
    /// `only`, `once`, `still`: what gives a plain clause a slant.
    Slant = "slant",
    /// `we`, `your`, `readers`: those who are spoken for or to.
    Reader = "reader",
    /// `said`, `added`: forms of the plainest verbs of saying.
    Saying = "saying",
    /// `mere`, `whopping`: words that make little or much of a figure.
    Weight = "weight",
    /// `suspected`, `rumoured`: reports made into adjectives.
    ReportedAs = "reported-as",
    /// `paid`, `torn`: participles without -ed.
    Participle = "participle",
    /// `former`, `longtime`: what someone was or has long been.
    Once = "once",
    /// `twice`, `half`, `third`: shares and multiples.
    Share = "share",
    /// `convicted`, `defaulted`: what an earlier matter is told by.
    Trouble = "trouble",
    /// `injured`, `arrested`: what a report may say did not happen.
    Outcome = "outcome",
    /// `irony`, `upshot`: what a sentence sums up the one before as.
    Upshot = "upshot",
    /// `wife`, `village`, `company`: what someone or something plainly is.
    PlainNoun = "plain-noun",
    /// `chief`, `former`: ranks.
    Rank = "rank",
    /// `backed`, `run`: the ends of compounds that say whose side a thing is on.
    BoundEnd = "bound-end",
    /// `ill`, `eco`: the beginnings of compounds that judge.
    ChargedStart = "charged-start",
    /// `long`, `badly`: the beginnings of compounds that judge before a participle.
    ChargedAdverb = "charged-adverb",
    /// `ridden`, `mongering`: the ends of compounds that judge.
    ChargedEnd = "charged-end",
    /// `based`, `lasting`: the ends of compounds that say when, where or how long.
    PlainEnd = "plain-end",
    /// `serious`, `useful`: adjectives with an ending that judges, which judge nothing.
    PlainAdjective = "plain-adjective",
}

impl WordSet {
    /// Its bit.
    #[must_use]
    pub fn bit(self) -> SetBits {
        1 << self as u32
    }
}

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
    /// For each word of the vocabulary: whether a verb of reporting begins with it.
    reporting: Vec<bool>,
    starts: Starts,
    rests: Vec<Vec<Piece>>,
    sets: Vec<SetBits>,
}

impl Words {
    /// The entries of `lists` that may occur among the words of `vocabulary`. The reader's own go first.
    pub(super) fn new<'l>(language: &str, lists: &[&'l List], vocabulary: &Vocabulary) -> Self {
        let mut irregular = Irregular::default();
        let mut sets = vec![0; vocabulary.len()];
        for list in lists {
            match list.content {
                Content::Grammar => read_sets(&list.text, vocabulary, &mut sets),
                Content::Irregular => read_irregular(&list.text, &mut irregular),
                Content::Entries(_) => {}
            }
        }
        let maker = Maker { vocabulary, irregular: &irregular, sets: &sets };
        let beginnings = Beginnings::of(vocabulary, &irregular);
        let mut words = Self { language: language.into(), ..Self::default() };
        let (mut removed, mut seen) = (FxHashSet::default(), FxHashSet::default());
        let mut hold = |kind: ListKind, own: bool, listed: Listed<'l>| {
            let patterns = maker.patterns(listed.text, listed.group.class);
            if !patterns.is_empty() && seen.insert((kind, listed.group.class, listed.text)) {
                words.add(kind, &listed, own, patterns);
            }
        };
        // The reader's own go first, the last one before the others.
        for list in lists.iter().copied().filter(|list| list.is_own()).rev() {
            let Content::Entries(kind) = list.content else { continue };
            for listed in parse::entries(kind, &list.text).flatten() {
                if listed.removal {
                    removed.insert((kind, listed.text));
                } else if beginnings.may_hold(listed.text) && !removed.contains(&(kind, listed.text)) {
                    hold(kind, true, listed);
                }
            }
        }
        for list in lists {
            let (Content::Entries(kind), Some(bundled)) = (list.content, list.bundled) else { continue };
            for listed in index::entries(bundled, kind, &beginnings) {
                // Most entries need a word that the story does not have.
                if beginnings.may_hold(listed.text) && !removed.contains(&(kind, listed.text)) {
                    hold(kind, false, listed);
                }
            }
        }
        words.starts.settle(vocabulary.len());
        words.reporting = words.starts.reporting(vocabulary.len());
        words.sets = sets;
        words
    }

    fn add(&mut self, kind: ListKind, listed: &Listed<'_>, own: bool, patterns: Vec<Pattern>) {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let entry = count(self.entries.len());
        for Pattern { first, rest } in patterns {
            self.starts.add(entry, &first, &rest, count(self.rests.len()), kind == ListKind::Attribution);
            self.rests.push(rest);
        }
        self.entries.push(Entry {
            kind,
            group: listed.group,
            text: listed.text.into(),
            neutral: listed.neutral.map(Into::into),
            own,
        });
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

    /// The entries that begin at the token `at` of `tokens`, in the order of the lists.
    pub fn at<'s>(&'s self, tokens: &'s [Token], at: usize) -> impl Iterator<Item = Found> + use<'s> {
        self.starts_at(tokens, at).filter_map(move |start| self.held(start, tokens, at))
    }

    fn starts_at<'s>(&'s self, tokens: &[Token], at: usize) -> impl Iterator<Item = &'s Start> + use<'s> {
        let word = |at: usize| tokens.get(at).map(|token| token.word);
        let (second, third) = (word(at + 1), word(at + 2));
        let sets = second.map_or(0, |second| self.sets.get(second.index()).copied().unwrap_or_default());
        word(at).into_iter().flat_map(move |first| self.starts.at(first, (second, sets), third))
    }

    /// What `start` finds at the token `at` of `tokens`.
    fn held(&self, start: &Start, tokens: &[Token], at: usize) -> Option<Found> {
        let (end, form) = holds(&self.rests[start.rest as usize], tokens, at + 1, &self.sets)?;
        Some(Found { entry: start.entry, length: end - at, form: start.form.max(form) })
    }

    /// The reporting verb, neutral or not, that begins at the token `at` of `tokens`: the longest if several do. Whether it
    /// stands there *as* a verb of reporting is for the asker to see.
    #[must_use]
    pub fn reporting(&self, tokens: &[Token], at: usize) -> Option<(&Entry, Found)> {
        let reporting = tokens.get(at).and_then(|token| self.reporting.get(token.word.index()));
        if reporting != Some(&true) {
            return None;
        }
        let mut best: Option<Found> = None;
        for start in self.starts_at(tokens, at).filter(|start| start.reports) {
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
        self.sets.get(word.index()).is_some_and(|bits| bits & sets != 0)
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

/// The sets whose words tell one language from another.
const SMALL: SetBits = 1 << WordSet::Determiner as u32
    | 1 << WordSet::Pronoun as u32
    | 1 << WordSet::Preposition as u32
    | 1 << WordSet::Conjunction as u32
    | 1 << WordSet::Be as u32
    | 1 << WordSet::Have as u32;

fn read_sets(text: &str, vocabulary: &Vocabulary, sets: &mut [SetBits]) {
    let (mut starts, mut ends) = (FxHashMap::<&str, SetBits>::default(), FxHashMap::<&str, SetBits>::default());
    for (_, name, content) in split::groups(text) {
        let Some(set) = WordSet::named(name) else { continue };
        let words = || content.split([',', ' ']).filter(|word| !word.is_empty());
        for id in words().filter_map(|word| vocabulary.get(word)) {
            if let Some(bits) = sets.get_mut(id.index()) {
                *bits |= set.bit();
            }
        }
        let part = if set.bit() & STARTS != 0 { &mut starts } else { &mut ends };
        for word in words().filter(|_| set.bit() & (STARTS | ENDS) != 0) {
            *part.entry(word).or_default() |= set.bit();
        }
    }
    // "debt-ridden" may be one word of the vocabulary.
    for (id, form) in vocabulary.iter() {
        if let (Some((start, _)), Some((_, end))) = (form.split_once('-'), form.rsplit_once('-'))
            && let Some(bits) = sets.get_mut(id.index())
        {
            *bits |= starts.get(start).copied().unwrap_or_default() | ends.get(end).copied().unwrap_or_default();
        }
    }
}

/// The sets that a compound is of by its beginning.
const STARTS: SetBits = 1 << WordSet::ChargedStart as u32 | 1 << WordSet::ChargedAdverb as u32;
/// The sets that a compound is of by its end.
const ENDS: SetBits = 1 << WordSet::BoundEnd as u32 | 1 << WordSet::ChargedEnd as u32 | 1 << WordSet::PlainEnd as u32;

pub(super) fn read_irregular<'a>(text: &'a str, irregular: &mut Irregular<'a>) {
    for (_, name, content) in split::groups(text) {
        let mut words = content.split_ascii_whitespace();
        if name == "doubling" {
            irregular.doubling.extend(words);
        } else if let Some(word) = words.next() {
            irregular.forms.insert(word, words.collect());
        }
    }
}

/// The lists held against a story: for each article those of its language.
#[derive(Clone, Debug, Default)]
pub struct StoryWords {
    languages: Vec<Words>,
    of: Vec<Option<usize>>,
}

impl StoryWords {
    /// Below this share of small words a text is not taken for the language. English news has .40 to .50; other languages
    /// that happen to use the same letters for some of their words stay below .15.
    const LEAST_SHARE: f32 = 0.22;

    pub(super) fn new(languages: Vec<Words>, story: &Story) -> Self {
        let of = story.articles.iter().map(|(_, article)| Self::language(&languages, article)).collect();
        Self { languages, of }
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
        best.map(|(index, _)| index).or_else(|| match named() {
            Some(index) => Some(index).filter(bare),
            None => shares.iter().position(Option::is_none),
        })
    }

    /// The lists for the article `id`; none when there are none for its language.
    #[must_use]
    pub fn of(&self, id: ArticleId) -> Option<&Words> {
        self.of.get(id.index()).copied().flatten().and_then(|index| self.languages.get(index))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::{
        lexicon::Lexicon,
        story::PerArticle,
        text::{span::Span, token::tokens},
    };

    fn story(text: &str) -> Story {
        let mut vocabulary = Vocabulary::default();
        let article = Article {
            text: text.to_owned(),
            tokens: tokens(text, Span::new(0, text.len()), &mut vocabulary),
            ..Article::default()
        };
        Story { articles: PerArticle::from_iter([article]), vocabulary, ..Story::default() }
    }

    /// The reporting verbs of a text as `entry (sense)`.
    fn verbs(lexicon: &Lexicon, text: &str) -> String {
        let story = story(text);
        let words = lexicon.over(&story);
        let id = ArticleId::new(0);
        let Some(words) = words.of(id) else { return "no lists".to_owned() };
        let tokens = &story.articles[id].tokens;
        let found = (0..tokens.len()).filter_map(|at| words.reporting(tokens, at));
        found.map(|(entry, _)| format!("{} ({})", entry.text, entry.group.sense.name())).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn reporting_verbs_are_found_in_every_form_with_their_sense() {
        let text = "He said that she claimed it, and they were shrugging off what the minister had admitted.";
        assert_eq!(verbs(&Lexicon::bundled(), text), "say (neutral), claim (doubt), shrug off (guilt), admit (guilt)");
    }

    #[test]
    fn the_readers_list_goes_before_and_takes_out() {
        let mut lexicon = Lexicon::bundled();
        lexicon.with_user("en", "attribution", "[heat 3 verb]\nsay, harrumph\n-claim").unwrap();
        assert_eq!(verbs(&lexicon, "He said it and she claimed it; they harrumphed."), "say (heat), harrumph (heat)");
    }

    #[test]
    fn an_entry_is_found_over_whatever_may_stand_inside_it() {
        let mut lexicon = Lexicon::bundled();
        lexicon
            .with_user("en", "loaded", "grim (_) news, grim (..) tidings, grim <article> end, grim, grim _ _ night")
            .unwrap();
        let text = "It was the grim old news and the grim news of the grim and very sad tidings; it is grim the end in a grim way.";
        let story = story(text);
        let words = lexicon.over(&story);
        let words = words.of(ArticleId::new(0)).unwrap();
        let tokens = &story.articles[ArticleId::new(0)].tokens;
        let own = |at| words.at(tokens, at).map(|found| words.entry(found.entry)).filter(|entry| entry.own);
        let found = (0..tokens.len()).map(|at| own(at).map(|entry| &*entry.text).collect::<Vec<_>>().join(", "));
        assert_eq!(
            found.filter(|here| !here.is_empty()).collect::<Vec<_>>(),
            [
                "grim (_) news, grim",
                "grim (_) news, grim",
                "grim (..) tidings, grim",
                "grim <article> end, grim",
                "grim"
            ]
        );
    }

    #[test]
    fn a_text_in_a_language_without_lists_finds_nothing() {
        let german = "Der Minister sagte am Montag in Berlin, die Regierung habe das Gesetz noch nicht beschlossen.";
        assert_eq!(verbs(&Lexicon::bundled(), german), "no lists");
    }
}
