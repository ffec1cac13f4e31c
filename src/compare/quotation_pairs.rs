//! What became of each quotation in the other article: full, trimmed, altered, merged, split, reported without marks, given to
//! another speaker, or only here. Compares utterances (a quotation that an attribution or a paragraph divides is one) that linked
//! passages hold; the words are compared folded, so that typography is no difference, and articles and conjunctions alone make no other
//! quotation.

mod alone;
mod held;
mod kept;
mod short;
mod speakers;
mod ties;
mod touching;

use serde::Serialize;

pub(super) use self::touching::Touching;
use self::{
    alone::Alone,
    held::Holding,
    kept::kept,
    short::short_answers,
    ties::{Group, groups},
};
use super::{change::LinkWording, groundwork::Groundwork, quotations::Quotation};
use crate::{
    align::PairAlignment,
    story::{Article, Side, Story},
    text::{
        span::Span,
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// What became of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// Word for word the same.
    Full,
    /// One side leaves words out.
    Trimmed,
    /// Words are exchanged.
    Altered,
    /// One quotation on one side, several on the other.
    Merged,
    /// Quoted on one side, told in the article's own words on the other.
    Reported,
    /// No counterpart was found.
    Only,
}

impl Fate {
    /// Its name for the reader.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "in full",
            Self::Trimmed => "trimmed",
            Self::Altered => "altered",
            Self::Merged => "merged or split",
            Self::Reported => "reported in other words",
            Self::Only => "only here",
        }
    }
}

/// How two articles that have one quotation say who speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Speakers {
    /// Alike, or the text leaves it open.
    #[default]
    Alike,
    /// Two persons, each by name.
    Other,
    /// Two offices or bodies, neither by name.
    Office,
    /// One by name, the other by an office, a body or no one in particular, and the name is not in that article.
    Unnamed,
}

/// Quotations of two articles that answer to each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuotationPair {
    /// The quotations on the left, as indices into those of its article; empty when there are none.
    pub left: Vec<usize>,
    /// The same on the right.
    pub right: Vec<usize>,
    /// What became of it.
    pub fate: Fate,
    /// Whether the two name different speakers.
    pub other_speaker: bool,
    /// What the two say of who speaks, where it is not the same.
    pub speakers: Speakers,
    /// Where pieces of one utterance have other speakers: which quotation on the left and on the right.
    #[serde(skip)]
    pub apart: Option<(usize, usize)>,
    /// Whether another pair has the same words in fuller form: an article may quote them twice.
    pub repeat: bool,
    /// The stretches that only the left quotes, and those that it has in other words.
    pub left_words: Vec<Span>,
    /// The same on the right.
    pub right_words: Vec<Span>,
    /// What stands in the place of what, in reading order; none on a side that has nothing there.
    pub edits: Vec<Edit>,
    /// Where the words stand outside of quotation marks, on the side that reports them.
    pub reported: Option<Span>,
}

/// What one quotation has in the place of what the other has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// The words on the left.
    pub left: Option<Span>,
    /// The words on the right.
    pub right: Option<Span>,
    /// Whether it is a matter of articles, conjunctions and short forms alone.
    pub slight: bool,
}

impl Edit {
    /// The words on `side`.
    #[must_use]
    pub fn on(&self, side: Side) -> Option<Span> {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }

    /// Whether words are exchanged, and not left out.
    #[must_use]
    pub fn exchanges(&self) -> bool {
        self.left.is_some() && self.right.is_some()
    }
}

/// A quotation with fewer words is a name, a title or a scare quote and says nothing about how an article quotes.
const TELLING: usize = 4;
/// Utterances of more words than this are compared by their start alone.
const LONGEST: usize = 2_000;

struct Utterance {
    /// Indices into the article's quotations.
    parts: Vec<usize>,
    tokens: Vec<Token>,
    words: Vec<WordId>,
    /// Whether it is a word or two that the writer keeps at a distance.
    scare: bool,
}

impl QuotationPair {
    /// The quotations on `side`.
    #[must_use]
    pub fn on(&self, side: Side) -> &[usize] {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// The words that only `side` has.
    #[must_use]
    pub fn words(&self, side: Side) -> &[Span] {
        match side {
            Side::Left => &self.left_words,
            Side::Right => &self.right_words,
        }
    }
}

/// The quotations of `alignment`'s two articles, paired, in reading order of the left, then those of the right alone.
#[must_use]
pub fn quotation_pairs(
    story: &Story,
    alignment: &PairAlignment,
    wordings: &[LinkWording],
    groundwork: &Groundwork,
) -> Vec<QuotationPair> {
    let quoted = |side| groundwork.quotations.get(alignment.pair.on(side)).map_or(&[][..], |q| &q.quoted);
    let (left, right) = (quoted(Side::Left), quoted(Side::Right));
    let (mut l, l_short) = utterances(&story.articles[alignment.pair.left], left);
    let (mut r, r_short) = utterances(&story.articles[alignment.pair.right], right);
    let touching = [Touching::of(alignment, Side::Left), Touching::of(alignment, Side::Right)];
    let mut groups = groups(&l, &r, left, right, alignment);
    let telling = (l.len(), r.len());
    l.extend(l_short);
    r.extend(r_short);
    short_answers(&mut groups, alignment, [&l, &r], [telling.0, telling.1], [left, right], &touching);
    let held = Holding::new(story, alignment, groundwork, [&l, &r], [left, right]);
    let mut pairs: Vec<QuotationPair> = groups.iter().map(|group| held.against(group)).collect();
    for side in Side::BOTH {
        let (own, count) = if side == Side::Left { (&l, telling.0) } else { (&r, telling.1) };
        let mut paired = vec![false; own.len()];
        for group in &groups {
            for at in if side == Side::Left { &group.left } else { &group.right } {
                paired[*at] = true;
            }
        }
        let quoted = if side == Side::Left { left } else { right };
        let alone = Alone { story, alignment, wordings, groundwork, quoted, touching: &touching[side.index()] };
        let lone = own.iter().zip(&paired).take(count).filter(|(_, paired)| !**paired);
        pairs.extend(lone.map(|(utterance, _)| alone.pair(utterance)));
    }
    let place = |pair: &QuotationPair| {
        let first = |parts: &[usize], all: &[Quotation]| parts.first().map_or(u32::MAX, |at| all[*at].span.start);
        (first(&pair.left, left), first(&pair.right, right))
    };
    pairs.sort_by_key(place);
    pairs
}

/// The utterances of an article, those that tell something by themselves and those of few words, each in reading order.
fn utterances(article: &Article, quoted: &[Quotation]) -> (Vec<Utterance>, Vec<Utterance>) {
    let mut out: Vec<(u32, Utterance)> = Vec::new();
    let firsts = article.tokens_at(quoted.iter().map(|quotation| quotation.inner.start));
    for ((at, quotation), first) in quoted.iter().enumerate().zip(firsts) {
        let inside = article.tokens[first..].iter().take_while(|token| token.span.start < quotation.inner.end);
        let tokens: Vec<Token> = inside.filter(|token| token.kind != TokenKind::Sign).copied().collect();
        match out
            .last_mut()
            .filter(|(number, known)| *number == quotation.utterance && !known.scare && !quotation.scare)
        {
            Some((_, utterance)) => {
                utterance.parts.push(at);
                utterance.tokens.extend(tokens);
            }
            None => {
                let scare = quotation.scare;
                out.push((quotation.utterance, Utterance { parts: vec![at], tokens, words: Vec::new(), scare }));
            }
        }
    }
    let all = out.into_iter().map(|(_, mut utterance)| {
        utterance.tokens.truncate(LONGEST);
        utterance.words = utterance.tokens.iter().map(|token| token.word).collect();
        utterance
    });
    all.partition(|utterance| !utterance.scare && utterance.words.len() >= TELLING)
}
