//! An entry's words as a pattern over the words of one vocabulary.

use std::ops::Deref;

use super::{entry::Form, sets::SetBits, shape::Part};
use crate::text::{
    token::{Token, TokenKind},
    vocabulary::WordId,
};

/// Words of which one will do, each in its form. Mostly there is one, for which nothing need be allocated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    One([(WordId, Form); 1]),
    Several(Box<[(WordId, Form)]>),
}

impl Choice {
    /// None when there are no `words`.
    pub fn of(words: impl IntoIterator<Item = (WordId, Form)>) -> Option<Self> {
        let mut words = words.into_iter();
        let first = words.next()?;
        Some(match words.next() {
            None => Self::One([first]),
            Some(second) => Self::Several([first, second].into_iter().chain(words).collect()),
        })
    }

    /// The words that are of one of the sets `bits`, by the `sets` of each word.
    fn of_set(bits: SetBits, sets: &[SetBits]) -> Option<Self> {
        let of = WordId::all(sets.len()).zip(sets).filter(|(_, sets)| **sets & bits != 0);
        Self::of(of.map(|(id, _)| (id, Form::Listed)))
    }
}

impl Deref for Choice {
    type Target = [(WordId, Form)];

    fn deref(&self) -> &Self::Target {
        match self {
            Self::One(one) => one,
            Self::Several(several) => several,
        }
    }
}

/// A piece of a pattern after its first word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// One of these words.
    Word(Choice),
    /// A word of one of the sets.
    Set(SetBits),
    /// Any one word or figure.
    Any,
    /// Up to three words, no signs.
    Gap,
    /// The piece may be missing.
    Maybe(Box<Piece>),
}

/// The words a pattern may begin with, and what follows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    pub first: Choice,
    pub rest: Vec<Piece>,
}

impl Pattern {
    /// The pattern of `shape`, its words as `choice` gives those of a vocabulary; none when this lacks one that is needed. `sets`: those of
    /// each word.
    pub fn of<W>(
        shape: impl IntoIterator<Item = (Part<W>, bool)>,
        sets: &[SetBits],
        mut choice: impl FnMut(W) -> Option<Choice>,
    ) -> Option<Self> {
        let mut parts = shape.into_iter();
        let first = match parts.next()?.0 {
            Part::Word(word) => choice(word)?,
            Part::Set(bits) => Choice::of_set(bits, sets)?,
            Part::Any | Part::Gap => return None,
        };
        let mut rest = Vec::with_capacity(parts.size_hint().0);
        for (part, optional) in parts {
            let piece = match part {
                Part::Word(word) => match choice(word) {
                    Some(choice) => Piece::Word(choice),
                    None if optional => continue,
                    None => return None,
                },
                Part::Set(bits) => Piece::Set(bits),
                Part::Any => Piece::Any,
                Part::Gap => Piece::Gap,
            };
            rest.push(if optional { Piece::Maybe(Box::new(piece)) } else { piece });
        }
        Some(Self { first, rest })
    }
}

/// Where the pattern `rest` ends when it is held against `tokens` from `at` on, and the form of the last inflected word in it.
pub fn holds(rest: &[Piece], tokens: &[Token], at: usize, sets: &[SetBits]) -> Option<(usize, Form)> {
    let (mut rest, mut at, mut form) = (rest, at, Form::Listed);
    while let [piece, after @ ..] = rest {
        match piece {
            // One token, and on; what may take several ways is gone into.
            Piece::Any => drop(tokens.get(at).filter(|token| token.kind != TokenKind::Sign)?),
            Piece::Set(bits) => {
                let of = sets.get(tokens.get(at)?.word.index()).copied().unwrap_or_default();
                (of & bits != 0).then_some(())?;
            }
            Piece::Word(ids) => {
                let word = tokens.get(at)?.word;
                form = form.max(ids.iter().find(|(id, _)| *id == word)?.1);
            }
            Piece::Maybe(inner) => {
                let with = holds(std::slice::from_ref(&**inner), tokens, at, sets);
                let with = with.and_then(|(next, _)| holds(after, tokens, next, sets));
                let (end, later) = with.or_else(|| holds(after, tokens, at, sets))?;
                return Some((end, later.max(form)));
            }
            Piece::Gap => {
                let closed = |skip: &usize| tokens.get(at + skip).is_none_or(|token| token.kind == TokenKind::Sign);
                let last = (0..3).find(closed).unwrap_or(3);
                let (end, later) = (0..=last).find_map(|skip| holds(after, tokens, at + skip, sets))?;
                return Some((end, later.max(form)));
            }
        }
        (rest, at) = (after, at + 1);
    }
    Some((at, form))
}
