//! What an article quotes, and whom: every quotation with its speaker and verb, and what it reports of others' words without quotation
//! marks. Found once for each article and shared by all its pairs. May be asked whether a stretch is quoted and who speaks there; where
//! the text leaves it open, it says that nobody is named rather than guess.

mod attribution;
mod marks;
mod speaker;
mod subject;

use std::ops::Range;

use serde::Serialize;

use self::{
    attribution::{Attribution, attributions},
    marks::{Quoted, quoted},
    speaker::People,
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
/// How many tokens may stand between a quotation and the verb that makes a statement of even a single word.
const BESIDE: usize = 4;

impl Quotations {
    /// Reads the article `id` of `story`.
    #[must_use]
    pub fn of(story: &Story, id: ArticleId, words: &StoryWords, weights: &Weights) -> Self {
        let article = &story.articles[id];
        let marks = quoted(article);
        let reading = Reading::new(story, article, &marks);
        let Some(words) = words.of(id) else {
            let quoted = marks.iter().enumerate().map(|(at, mark)| reading.bare(at, mark)).collect();
            return Self { quoted, reported: Vec::new() };
        };
        let mut found = attributions(&reading, words, weights);
        People::of(&reading, words, weights, &found).name(&reading, &mut found);
        let mut quoted: Vec<Quotation> = marks.iter().enumerate().map(|(at, mark)| reading.bare(at, mark)).collect();
        let mut used = vec![false; found.len()];
        attribute(&reading, &marks, &found, &mut quoted, &mut used);
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
        let after = self.article.sentences.partition_point(|sentence| sentence.start <= at);
        SentenceId::new(after.saturating_sub(1))
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

    /// Whether a comma outside of quotations parts an attribution from the quotation `at`.
    fn comma_between(&self, attribution: &Attribution, at: usize) -> bool {
        let Range { start: first, end: last } = self.places[at].outer;
        let between = if attribution.at < first { attribution.to..first } else { last..attribution.from.max(last) };
        between.clone().any(|at| self.inside[at].is_none() && self.raw(&self.article.tokens[at]) == ",")
    }

    /// What `found` reports without quotation marks: attributions that govern no quotation.
    fn reported(&self, found: &[Attribution], used: &[bool]) -> Vec<Reported> {
        let mut reported = Vec::new();
        for (attribution, used) in found.iter().zip(used) {
            if *used || !attribution.clause || attribution.speaker.is_none() {
                continue;
            }
            let sentence = self.sentence_of[attribution.at];
            let span = self.article.sentence(sentence).span();
            let after = Span { start: attribution.verb.end, end: span.end }.trim(&self.article.text);
            // "According to X, …" and "…, X said" report what stands on the other side.
            let span = if after.len() < 12 || attribution.speaker_follows { span } else { after };
            reported.push(Reported { span, speaker: attribution.speaker.clone(), verb: attribution.verb, sentence });
        }
        reported
    }
}

/// Gives every quotation its attribution: the one after it in its sentence where a comma hands over to it, else the one before it, else one
/// that ends in a colon; and carries a speaker on over the pieces of one utterance.
fn attribute(reading: &Reading, marks: &[Quoted], found: &[Attribution], quoted: &mut [Quotation], used: &mut [bool]) {
    for at in 0..quoted.len() {
        let mark = &marks[at];
        let governing = governing(reading, mark, at, found);
        // A word or two that another clause sets apart are the writer's own marks.
        let governing = governing.filter(|(which, apart)| {
            !quoted[at].scare || *apart <= BESIDE || !reading.comma_between(&found[*which], at)
        });
        if let Some((which, apart)) = governing {
            used[which] = true;
            let attribution = &found[which];
            quoted[at].speaker.clone_from(&attribution.speaker);
            quoted[at].verb = Some(attribution.verb);
            quoted[at].scare &= apart > BESIDE;
        }
        let Some(before) = at.checked_sub(1) else { continue };
        let same_paragraph = marks[before].paragraph == mark.paragraph;
        let goes_on = marks[before].goes_on;
        let nothing_between = || {
            let (from, to) = (reading.places[before].outer.end, reading.places[at].outer.start);
            let between = reading.article.tokens.get(from..to.max(from)).unwrap_or_default();
            // The attribution of the piece before, and nothing else that tells.
            let governing = quoted[before].verb.and_then(|verb| {
                let which = found.partition_point(|attribution| attribution.verb.start < verb.start);
                found.get(which).filter(|attribution| attribution.verb == verb)
            });
            let governed = |token: &Token| governing.is_some_and(|attribution| attribution.covers(token.span));
            let telling = between.iter().filter(|token| token.kind != TokenKind::Sign && !governed(token));
            if telling.take(BESIDE + 1).count() <= BESIDE {
                return true;
            }
            // "…,” said X, who has lived there for years. “…": a new sentence of the same speaker, after the rest of the attribution's.
            let said_in = governing.map(|attribution| reading.sentence_of[attribution.at]);
            let rest = (from..to).all(|at| Some(reading.sentence_of[at]) == said_in);
            rest && Some(reading.sentence_at(mark.outer.start)) != said_in
        };
        if quoted[at].scare || quoted[before].scare {
            continue;
        }
        let same_verb = quoted[at].verb.is_some() && quoted[at].verb == quoted[before].verb;
        let inherits = quoted[at].verb.is_none() && (goes_on || (same_paragraph && nothing_between()));
        if inherits || same_verb {
            quoted[at].utterance = quoted[before].utterance;
        }
        if inherits {
            let (speaker, verb) = (quoted[before].speaker.clone(), quoted[before].verb);
            quoted[at].speaker = speaker;
            quoted[at].verb = verb;
        }
    }
    // A quotation that runs on over paragraphs may be attributed at its end alone.
    for at in (1..quoted.len()).rev() {
        if marks[at - 1].goes_on && quoted[at - 1].verb.is_none() && quoted[at].verb.is_some() {
            let (speaker, verb, utterance) = (quoted[at].speaker.clone(), quoted[at].verb, quoted[at - 1].utterance);
            quoted[at - 1].speaker = speaker;
            quoted[at - 1].verb = verb;
            quoted[at].utterance = utterance;
        }
    }
}

/// How far from a quotation its verb may stand, in tokens.
const REACH_AFTER: usize = 16;
const REACH_BEFORE: usize = 40;

/// The attribution that governs the quotation `at`, and how many tokens lie between.
fn governing(reading: &Reading, mark: &Quoted, at: usize, found: &[Attribution]) -> Option<(usize, usize)> {
    let Range { start: first, end: last } = reading.places[at].outer;
    let tokens = &reading.article.tokens;
    let start_sentence = reading.sentence_at(mark.outer.start);
    let end_sentence = reading.sentence_at(mark.outer.end.saturating_sub(1));
    let next_mark = reading.places.get(at + 1).map_or(usize::MAX, |next| next.outer.start);
    let sentence_end = reading.article.sentence(end_sentence).tokens.end as usize;
    let sentence_start = reading.article.sentence(start_sentence).tokens.start as usize;
    // A sentence may end with the quotation though its attribution follows: "…!" he said.
    let follows_small = tokens.get(last).filter(|_| last >= sentence_end).is_some_and(|token| {
        token.kind == TokenKind::Word && reading.raw(token).chars().next().is_some_and(char::is_lowercase)
    });
    let end = if follows_small {
        reading.article.sentence(reading.sentence_of[last]).tokens.end as usize
    } else {
        sentence_end
    };
    let after = found
        .iter()
        .enumerate()
        .skip(found.partition_point(|attribution| attribution.at < last))
        .take_while(|(_, attribution)| attribution.at < end.min(next_mark).min(last + REACH_AFTER))
        .find(|(_, attribution)| attribution.speaker.is_some())
        .map(|(which, attribution)| (which, attribution.from.saturating_sub(last).min(attribution.at - last)));
    let before = found[..found.partition_point(|attribution| attribution.at < first)]
        .iter()
        .enumerate()
        .rev()
        .take_while(|(_, attribution)| attribution.at >= sentence_start && attribution.at + REACH_BEFORE > first)
        .find(|(_, attribution)| attribution.speaker.is_some())
        .map(|(which, attribution)| (which, first.saturating_sub(attribution.to)));
    let hands_over = last
        .checked_sub(2)
        .and_then(|at| tokens.get(at))
        .is_some_and(|token| matches!(reading.raw(token), "," | "?" | "!"))
        || tokens.get(last).is_some_and(|token| reading.raw(token) == ",");
    let chosen = match (before, after) {
        (Some(before), Some(after)) => Some(if hands_over && after.1 <= before.1.max(2) { after } else { before }),
        (before, after) => before.or(after),
    };
    chosen.or_else(|| {
        // "X told reporters:" at the end of the sentence or paragraph before.
        let colon = first.checked_sub(1).filter(|at| tokens.get(*at).is_some_and(|token| reading.raw(token) == ":"))?;
        let sentence = reading.sentence_of[colon];
        found[..found.partition_point(|attribution| attribution.at <= colon)]
            .iter()
            .enumerate()
            .rev()
            .take_while(|(_, attribution)| reading.sentence_of[attribution.at] == sentence)
            .find(|(_, attribution)| attribution.speaker.is_some())
            .map(|(which, _)| (which, 0))
    })
}

/// Whether the paragraph of a sentence belongs to the telling.
fn is_told(article: &Article, sentence: SentenceId) -> bool {
    matches!(article.role_of(sentence), ParagraphRole::Body | ParagraphRole::Headline)
}

#[cfg(test)]
mod tests;
