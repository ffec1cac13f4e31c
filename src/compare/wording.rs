//! Word-level changes inside links.

use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::{
    align::{Grade, Link, PairAlignment},
    story::{Article, Side, Story},
    text::{
        span::Span,
        token::{Token, TokenKind},
    },
};

/// A word-level difference inside a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The wording on the left; none where the right inserts.
    pub left: Option<Span>,
    /// The wording on the right; none where the right deletes.
    pub right: Option<Span>,
    /// What kind of change it is.
    pub class: ChangeClass,
}

/// What kind of change it is, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeClass {
    /// A figure has another value.
    Number,
    /// A name is another one, or spelt otherwise.
    Name,
    /// Other words.
    Word,
    /// Other punctuation.
    Punctuation,
    /// Capital letters only.
    Case,
    /// Curly and straight quotes, dashes, accents, white space only.
    Typography,
}

impl Change {
    /// The wording on `side`.
    #[must_use]
    pub fn on(&self, side: Side) -> Option<Span> {
        match side {
            Side::Left => self.left,
            Side::Right => self.right,
        }
    }
}

/// The changes inside the links of `alignment`, by their place on the left, then on the right.
#[must_use]
pub fn changes(story: &Story, alignment: &PairAlignment) -> Vec<Change> {
    let (left, right) = (&story.articles[alignment.pair.left], &story.articles[alignment.pair.right]);
    alignment
        .links
        .iter()
        .filter(|link| link.grade != Grade::Partial)
        .flat_map(|link| inside(left, right, link))
        .collect()
}

fn inside(left: &Article, right: &Article, link: &Link) -> Vec<Change> {
    let of = |article: &Article, side| -> Vec<Token> {
        link.on(side).iter().flat_map(|id| article.sentence_tokens(*id).iter().copied()).collect()
    };
    let (l, r) = (of(left, Side::Left), of(right, Side::Right));
    let words = |tokens: &[Token]| -> Vec<_> { tokens.iter().map(|token| token.word).collect() };
    let ops = capture_diff_slices(Algorithm::Myers, &words(&l), &words(&r));
    ops.iter()
        .filter(|op| op.tag() != DiffTag::Equal)
        .map(|op| Change {
            left: cover(&l[op.old_range()]),
            right: cover(&r[op.new_range()]),
            class: class(l[op.old_range()].iter().chain(&r[op.new_range()])),
        })
        .collect()
}

fn cover(tokens: &[Token]) -> Option<Span> {
    Some(tokens.first()?.span.join(tokens.last()?.span))
}

fn class<'a>(mut tokens: impl Iterator<Item = &'a Token> + Clone) -> ChangeClass {
    if tokens.clone().any(|token| token.kind == TokenKind::Figure) {
        ChangeClass::Number
    } else if tokens.all(|token| token.kind == TokenKind::Sign) {
        ChangeClass::Punctuation
    } else {
        ChangeClass::Word
    }
}
