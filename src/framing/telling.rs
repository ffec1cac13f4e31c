//! One side of a pair: its cues, and what they can be held against.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    cue::{self, Cue, Origin},
    fitting,
    reading::{Reading, Voice},
    verbs,
};
use crate::{
    align::{Grade, PairAlignment},
    compare::{Change, ChangeClass, Groundwork, Quotations, Speaker},
    lexicon::{Class, ListKind, WordSet},
    story::{SentenceId, Side, Story},
    text::{span::Span, token::TokenKind, vocabulary::WordId},
};

/// What makes two cues the same: the entry, or the pattern and its words.
pub type Key = (Origin, Vec<WordId>);

/// One side of a pair.
pub struct Telling<'a> {
    pub reading: Reading<'a>,
    pub cues: Vec<Cue>,
    /// Each sentence's cues, as a range of `cues`.
    of_sentence: Vec<(usize, usize)>,
    /// How often each stands in it.
    pub keys: FxHashMap<Key, u32>,
    /// The same, sentence by sentence.
    pub keys_at: FxHashSet<(SentenceId, Key)>,
    /// For each sentence the sentences of the other side that it is linked with, and whether the whole of it is.
    linked: Vec<Vec<(SentenceId, Grade)>>,
    /// How many of them have a counterpart.
    linked_sentences: usize,
    quotations: &'a Quotations,
    /// The changes on this side, by their place, with the other side's wording.
    changes: Vec<(Span, Option<Span>)>,
}

/// So many passages of the other article are looked at for one passage: links hold no more but on hostile input.
const MOST_PARTNERS: usize = 8;
/// So many tokens of a linked passage are searched for what answers to a cue: no sentence has more.
pub const MOST_SEARCHED: usize = 400;
/// How many changes before a place are looked at for one that holds it; longer ones than their neighbours are rare.
const NEAR: usize = 8;

impl<'a> Telling<'a> {
    pub fn new(
        story: &'a Story,
        alignment: &PairAlignment,
        changes: &[Change],
        groundwork: &'a Groundwork,
        side: Side,
    ) -> Option<Self> {
        let id = alignment.pair.on(side);
        let article = &story.articles[id];
        let reading = Reading::new(story, article, groundwork.words.of(id)?, groundwork.quotations.get(id)?);
        let cues = cue::cues(&reading);
        let mut of_sentence = vec![(0, 0); article.sentences.len()];
        let mut from = 0;
        for run in cues.chunk_by(|a, b| a.sentence == b.sentence) {
            if let Some(slot) = run.first().and_then(|cue| of_sentence.get_mut(cue.sentence.index())) {
                *slot = (from, from + run.len());
            }
            from += run.len();
        }
        let mut linked = vec![Vec::new(); article.sentences.len()];
        for link in &alignment.links {
            for id in link.on(side) {
                if let Some(slot) = linked.get_mut(id.index()) {
                    slot.extend(link.on(side.other()).iter().take(MOST_PARTNERS).map(|other| (*other, link.grade)));
                }
            }
        }
        let worded = |change: &&Change| {
            !change.moved && matches!(change.class, ChangeClass::Word | ChangeClass::Name | ChangeClass::Number)
        };
        let mut changes: Vec<(Span, Option<Span>)> = changes
            .iter()
            .filter(worded)
            .filter_map(|change| Some((change.on(side)?, change.on(side.other()))))
            .collect();
        changes.sort_by_key(|(span, other)| (span.start, span.end, *other));
        let linked_sentences = linked.iter().filter(|links| !links.is_empty()).count();
        let (keys, keys_at) = (FxHashMap::default(), FxHashSet::default());
        let quotations = groundwork.quotations.get(id)?;
        let mut telling =
            Self { reading, cues, of_sentence, keys, keys_at, linked, linked_sentences, quotations, changes };
        let mut keys: FxHashMap<Key, u32> = FxHashMap::default();
        for cue in &telling.cues {
            *keys.entry(telling.key(cue)).or_default() += 1;
        }
        telling.keys = keys;
        telling.keys_at = telling.cues.iter().map(|cue| (cue.sentence, telling.key(cue))).collect();
        Some(telling)
    }

    /// Whether enough of the article is linked for the two to tell one story: a tenth of its sentences.
    pub fn is_of_one_story(&self) -> bool {
        self.linked_sentences > 0 && self.linked_sentences * 10 >= self.linked.len()
    }

    pub fn key(&self, cue: &Cue) -> Key {
        let words = match cue.origin {
            Origin::Entry(_) => Vec::new(),
            Origin::Pattern(_) => self.words_of(cue),
        };
        (cue.origin, words)
    }

    /// The words of `cue`; of one that speaks for its clause those of the clause.
    pub fn words_of(&self, cue: &Cue) -> Vec<WordId> {
        let tokens = self.reading.article.tokens.get(cue.start..cue.reach.max(cue.end)).unwrap_or_default();
        tokens.iter().filter(|token| token.kind != TokenKind::Sign).map(|token| token.word).collect()
    }

    pub fn cues_of(&self, sentence: SentenceId) -> &[Cue] {
        let (from, to) = self.of_sentence.get(sentence.index()).copied().unwrap_or_default();
        self.cues.get(from..to).unwrap_or_default()
    }

    pub fn links_of(&self, sentence: SentenceId) -> &[(SentenceId, Grade)] {
        self.linked.get(sentence.index()).map(Vec::as_slice).unwrap_or_default()
    }

    /// The change that holds some of `span`.
    pub fn change_at(&self, span: Span) -> Option<(Span, Option<Span>)> {
        let before = self.changes.partition_point(|(change, _)| change.start < span.end);
        let near = self.changes.get(before.saturating_sub(NEAR)..before).unwrap_or_default();
        let mut meeting = near.iter().filter(|(change, _)| change.meets(span));
        meeting.clone().find(|(_, theirs)| theirs.is_some()).or_else(|| meeting.next()).copied()
    }

    /// The tokens of a sentence that are searched for what answers to a cue.
    pub fn searched(&self, sentence: SentenceId) -> (usize, usize) {
        let (from, to) = self.reading.range(sentence);
        (from, to.min(from + MOST_SEARCHED))
    }

    /// The reporting verbs in the narration of a sentence, and whether something is reported by them.
    pub fn verbs(&self, sentence: SentenceId) -> impl Iterator<Item = (Span, bool)> {
        self.verb_entries(sentence).map(|(_, verb, reports)| (verb, reports))
    }

    /// The same, with the entry of each.
    pub fn verb_entries(&self, sentence: SentenceId) -> impl Iterator<Item = (u32, Span, bool)> {
        let (from, to) = self.searched(sentence);
        let tokens = self.reading.article.tokens.get(..to).unwrap_or_default();
        (from..to).filter_map(move |at| {
            let (entry, found) = self.reading.words.reporting(tokens, at)?;
            let end = at + found.length;
            let meant = self.reading.voice(at) == Voice::Narration
                && fitting::fits(&self.reading, entry, found.form, at, end, (from, to), false);
            let reports = || verbs::reports(&self.reading, at, end, (from, to));
            (entry.kind == ListKind::Attribution && meant).then(|| (found.entry, self.reading.span(at, end), reports()))
        })
    }

    /// Whether a sentence reports something as said, in whatever words.
    pub fn attributes(&self, sentence: SentenceId) -> bool {
        let (from, to) = self.searched(sentence);
        self.verb_entries(sentence).next().is_some() || (from..to).any(|at| self.reading.form(at) == "according")
    }

    /// Who speaks by the reporting verb at `verb`, as far as the text says.
    pub fn speaker_of(&self, verb: Span) -> Option<&'a Speaker> {
        /// So many quotations are looked at on either side: a verb stands beside what it governs.
        const AROUND: usize = 4;
        let Quotations { quoted, reported } = self.quotations;
        let at = reported.partition_point(|report| report.verb.start < verb.start);
        let report = reported.get(at).filter(|report| report.verb.meets(verb)).and_then(|one| one.speaker.as_ref());
        let at = quoted.partition_point(|quotation| quotation.span.start < verb.start);
        let near = quoted.get(at.saturating_sub(AROUND)..quoted.len().min(at + AROUND)).unwrap_or_default();
        let quoted = || near.iter().find(|quotation| quotation.verb.is_some_and(|governs| governs.meets(verb)));
        report.or_else(|| quoted()?.speaker.as_ref())
    }

    /// How the entry behind a cue is inflected.
    pub fn class_of(&self, cue: &Cue) -> Class {
        match cue.origin {
            Origin::Entry(id) => self.reading.words.entry(id).group.class,
            Origin::Pattern(_) => Class::Fixed,
        }
    }

    /// Where `words` stand in the narration of a sentence, signs aside.
    pub fn find(&self, sentence: SentenceId, words: &[WordId]) -> Option<Span> {
        self.find_where(sentence, words, |voice| voice == Voice::Narration)
    }

    /// Where `words` stand in quotation marks in a sentence, signs aside.
    pub fn find_quoted(&self, sentence: SentenceId, words: &[WordId]) -> Option<Span> {
        self.find_where(sentence, words, |voice| voice != Voice::Narration)
    }

    /// Whether `span` holds a word that can stand in another's place: not signs alone, nor "it has".
    pub fn has_weight(&self, span: Span) -> bool {
        const LIGHT: [WordSet; 5] =
            [WordSet::Pronoun, WordSet::Have, WordSet::Be, WordSet::Preposition, WordSet::Conjunction];
        let tokens = &self.reading.article.tokens;
        let from = self.reading.article.token_at(span.start);
        tokens[from..].iter().take_while(|token| token.span.start < span.end).any(|token| {
            token.kind != TokenKind::Sign && !LIGHT.iter().any(|set| self.reading.words.is(token.word, *set))
        })
    }

    fn find_where(&self, sentence: SentenceId, words: &[WordId], told: impl Fn(Voice) -> bool) -> Option<Span> {
        let (from, to) = self.searched(sentence);
        let first = words.first()?;
        (from..to).find_map(|at| {
            if self.reading.token(at)?.word != *first || !told(self.reading.voice(at)) {
                return None;
            }
            let mut end = at;
            for word in words {
                while end < to && self.reading.is_sign(end) {
                    end += 1;
                }
                if end >= to || self.reading.token(end)?.word != *word {
                    return None;
                }
                end += 1;
            }
            Some(self.reading.span(at, end))
        })
    }
}
