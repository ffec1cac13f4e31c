//! What an article quotes, and whom: every quotation with its speaker and verb, and what it reports of others' words without quotation
//! marks. Found once for each article and shared by all its pairs. May be asked whether a stretch is quoted and who speaks there; where
//! the text leaves it open, it says that nobody is named rather than guess.

mod attribution;
mod chain;
mod facts;
mod governing;
mod languages;
mod marks;
mod people;
mod phrase;
mod speaker;
mod subject;
mod verb;

use std::ops::Range;

use serde::Serialize;

use self::{
    attribution::{Attribution, Finder, attributions},
    facts::Facts,
    governing::Governing,
    marks::{Quoted, quoted},
    people::People,
};
use super::weights::Weights;
use crate::{
    lexicon::StoryWords,
    story::{Article, ArticleId, ParagraphRole, SentenceId, Story},
    text::{
        span::Span,
        token::{Token, TokenKind},
    },
};

#[cfg(test)]
pub(super) use self::speaker::same_speaker;
pub use self::speaker::{Speaker, SpeakerKind};
pub(super) use self::speaker::{first_name, last_name};

/// What one article quotes and reports.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Quotations {
    /// The quotations, in reading order; none lies in another.
    pub quoted: Vec<Quotation>,
    /// What is reported in the article's own words ("X said that …", "according to X, …"), in reading order.
    pub reported: Vec<Reported>,
}

/// Words between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quotation {
    /// Where it stands, with its quotation marks.
    pub span: Span,
    /// What is quoted, without them.
    pub inner: Span,
    /// Who speaks, if the text says.
    pub speaker: Option<Speaker>,
    /// The reporting verb that governs it.
    pub verb: Option<Span>,
    /// Whether it is of one to three words that the writer keeps at a distance, and no statement.
    pub scare: bool,
    /// The first and the last sentence it touches.
    pub sentences: (SentenceId, SentenceId),
    /// Which utterance it is part of: pieces parted by an attribution or by the end of a paragraph have the same number.
    pub utterance: u32,
}

/// Words of others in the article's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reported {
    /// The sentence's part that is reported.
    pub span: Span,
    /// Who is said to have said it.
    pub speaker: Option<Speaker>,
    /// The reporting verb, or `according to`.
    pub verb: Span,
    /// The sentence.
    pub sentence: SentenceId,
}

/// A quotation of up to this many words may be a scare quote.
const SCARE: usize = 3;

impl Quotations {
    /// Reads the article `id` of `story`.
    #[must_use]
    pub fn of(story: &Story, id: ArticleId, words: &StoryWords, weights: &Weights) -> Self {
        let article = &story.articles[id];
        let marks = quoted(article);
        let reading = Reading::new(story, article, &marks);
        let found = if let Some(speaking) = words.speaking(id) {
            languages::attributions(&reading, speaking, weights)
        } else if let Some(words) = words.of(id) {
            let facts = Facts::of(&reading, words, weights);
            let finder = Finder { reading: &reading, words, weights, facts };
            let mut found = attributions(&finder);
            People::of(&finder, &found).name(&mut found);
            found
        } else {
            Vec::new()
        };
        let mut quoted: Vec<Quotation> = marks.iter().enumerate().map(|(at, mark)| reading.bare(at, mark)).collect();
        let used = Governing { reading: &reading, marks: &marks, found: &found }.attribute(&mut quoted);
        let reported = reading.reported(&found, &used);
        Self { quoted, reported }
    }

    /// Whether all of `span` is quoted.
    #[must_use]
    pub fn is_quoted(&self, span: Span) -> bool {
        self.at(span).is_some()
    }

    /// The quotation that holds all of `span`.
    #[must_use]
    pub fn at(&self, span: Span) -> Option<&Quotation> {
        let after = self.quoted.partition_point(|quotation| quotation.span.start <= span.start);
        after.checked_sub(1).and_then(|at| self.quoted.get(at)).filter(|quotation| quotation.span.covers(span))
    }

    /// Who speaks in the quotation that holds all of `span`, if the text says.
    #[must_use]
    pub fn speaker_at(&self, span: Span) -> Option<&Speaker> {
        self.at(span).and_then(|quotation| quotation.speaker.as_ref())
    }

    /// What the article reports in `sentence` without quotation marks.
    #[must_use]
    pub fn reported_in(&self, sentence: SentenceId) -> &[Reported] {
        let from = self.reported.partition_point(|reported| reported.sentence < sentence);
        let to = self.reported.partition_point(|reported| reported.sentence <= sentence);
        self.reported.get(from..to).unwrap_or_default()
    }

    /// Whether what is said at `span` is a source's statement and not the writer's own: quoted, but for scare quotes.
    #[must_use]
    pub fn is_statement(&self, span: Span) -> bool {
        self.at(span).is_some_and(|quotation| !quotation.scare)
    }
}

/// An article with its quotation marks known.
pub(super) struct Reading<'a> {
    pub story: &'a Story,
    pub article: &'a Article,
    /// For each token the quotation that it stands in, if any; its marks count as inside.
    pub inside: Vec<Option<u32>>,
    /// The sentence of each token.
    pub sentence_of: Vec<SentenceId>,
    /// For each quotation where it stands among the tokens.
    places: Vec<Places>,
}

/// Where a quotation stands among the tokens of its article.
#[derive(Clone, Debug)]
struct Places {
    /// With its marks.
    outer: Range<usize>,
    /// Without them.
    inner: Range<usize>,
}

impl<'a> Reading<'a> {
    fn new(story: &'a Story, article: &'a Article, marks: &[Quoted]) -> Self {
        let edges = |mark: &Quoted| [mark.outer.start, mark.inner.start, mark.inner.end, mark.outer.end];
        let mut tokens = article.tokens_at(marks.iter().flat_map(edges));
        let mut next = || tokens.next().unwrap_or(article.tokens.len());
        let place = |_: &Quoted| {
            let [first, from, to, last] = [(); 4].map(|()| next());
            Places { outer: first..last, inner: from..to }
        };
        let places = marks.iter().map(place).collect();
        let mut inside = Vec::with_capacity(article.tokens.len());
        let mut marks = (0u32..).zip(marks).peekable();
        for token in &article.tokens {
            while marks.next_if(|(_, mark)| mark.outer.end <= token.span.start).is_some() {}
            inside.push(marks.peek().filter(|(_, mark)| mark.outer.start <= token.span.start).map(|(at, _)| *at));
        }
        let mut sentence_of = vec![SentenceId::default(); article.tokens.len()];
        for id in article.sentence_ids() {
            let range = &article.sentence(id).tokens;
            sentence_of[range.start as usize..range.end as usize].fill(id);
        }
        Self { story, article, inside, sentence_of, places }
    }

    pub fn form(&self, token: &Token) -> &'a str {
        self.story.vocabulary.form(token.word)
    }

    pub fn raw(&self, token: &Token) -> &'a str {
        token.span.of(&self.article.text)
    }

    /// The token at or after the byte `at`.
    fn token_at(&self, at: u32) -> usize {
        self.article.token_at(at)
    }

    fn sentence_at(&self, at: u32) -> SentenceId {
        self.article.sentence_at(at).unwrap_or_default()
    }

    fn bare(&self, at: usize, mark: &Quoted) -> Quotation {
        let tokens = self.article.tokens.get(self.places[at].inner.clone()).unwrap_or_default();
        let words: Vec<&Token> = tokens.iter().filter(|token| token.kind != TokenKind::Sign).collect();
        let capital = |token: &&Token| -> bool { self.raw(token).chars().next().is_some_and(char::is_uppercase) };
        let title = words.len() > 1 && words.iter().all(capital);
        let stops = |token: &Token| matches!(self.raw(token), "." | "!" | "?" | "\u{2026}");
        let whole = words.first().is_some_and(capital) && tokens.last().is_some_and(stops);
        Quotation {
            span: mark.outer,
            inner: mark.inner,
            speaker: None,
            verb: None,
            scare: (1..=SCARE).contains(&words.len()) && !title && !whole,
            sentences: (self.sentence_at(mark.inner.start), self.sentence_at(mark.inner.end.saturating_sub(1))),
            utterance: u32::try_from(at).unwrap_or(u32::MAX),
        }
    }

    /// What `found` reports without quotation marks: attributions that govern no statement.
    fn reported(&self, found: &[Attribution], used: &[bool]) -> Vec<Reported> {
        let unused = found.iter().zip(used).filter(|(attribution, used)| !**used && attribution.reports);
        unused.filter_map(|(attribution, _)| self.report(attribution)).collect()
    }

    /// The part of its sentence that an attribution reports: what stands after it, or the whole where it follows what is reported or
    /// interrupts it.
    fn report(&self, attribution: &Attribution) -> Option<Reported> {
        let verb = attribution.verb?;
        let sentence = self.sentence_of[attribution.at];
        let whole = self.article.sentence(sentence);
        let (start, end) = (whole.tokens.start as usize, whole.tokens.end as usize);
        let raw = |at: usize| self.article.tokens.get(at).map_or("", |token| self.raw(token));
        let form = |at: usize| self.article.tokens.get(at).map_or("", |token| self.form(token));
        let words = |range: Range<usize>| {
            self.article
                .tokens
                .get(range)
                .unwrap_or_default()
                .iter()
                .filter(|token| token.kind != TokenKind::Sign)
                .count()
        };
        let to = attribution.end;
        let that = attribution.clause.is_some()
            || (attribution.at + 1..end.min(to + 12)).any(|at| matches!(form(at), "that" | "whether" | "how" | "why"));
        let parted = attribution.from > start && raw(attribution.from - 1) == "," && words(start..attribution.from) > 2;
        let closed = matches!(raw(to), "," | "." | "") || words(to..end) < 2;
        let aside = parted && !that && (closed || attribution.aside);
        let span = if attribution.follows || aside || (closed && !that) {
            whole.span()
        } else {
            // "the men, who deny the charges, had planned it"
            let relative = (attribution.from..attribution.at).any(|at| matches!(form(at), "who" | "which"));
            let comma = (to..end).find(|at| relative && raw(*at) == "," && self.inside[*at].is_none());
            let to = comma.map_or(whole.end, |comma| self.article.tokens[comma].span.start);
            let from = attribution.clause.and_then(|clause| self.article.tokens.get(clause));
            Span { start: from.map_or(verb.end, |token| token.span.start), end: to }.trim(&self.article.text)
        };
        Some(Reported { span, speaker: Some(attribution.speaker.clone()), verb, sentence })
    }
}

/// Whether the paragraph of a sentence belongs to the telling.
fn is_told(article: &Article, sentence: SentenceId) -> bool {
    matches!(article.role_of(sentence), ParagraphRole::Body | ParagraphRole::Headline)
}

#[cfg(test)]
mod tests;
