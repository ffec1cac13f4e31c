//! An entry's words as a pattern over the words of one vocabulary.

use std::{iter::repeat_n, ops::Deref};

use super::{
    entry::{Class, Form},
    inflection::{Irregular, forms},
    sets::{SetBits, WordSet},
    split,
};
use crate::text::{
    token::{Token, TokenKind},
    vocabulary::{Vocabulary, WordId},
};

/// Words of which one will do, each in its form. Mostly there is one, for which nothing need be allocated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    One([(WordId, Form); 1]),
    Several(Box<[(WordId, Form)]>),
}

impl Choice {
    fn one(word: WordId) -> Self {
        Self::One([(word, Form::Listed)])
    }

    /// None when there are no `words`.
    fn of(words: &[(WordId, Form)]) -> Option<Self> {
        match words {
            [] => None,
            [only] => Some(Self::One([*only])),
            several => Some(Self::Several(several.into())),
        }
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

/// What patterns are made with.
pub struct Maker<'a> {
    pub vocabulary: &'a Vocabulary,
    pub irregular: &'a Irregular<'a>,
    pub sets: &'a [SetBits],
    /// The words last asked for; kept, because thousands of times there are one or none.
    pub found: Vec<(WordId, Form)>,
}

impl Maker<'_> {
    /// Puts into `patterns` those of the entry `text` of `class`: none when the vocabulary lacks a word that it needs, two when a word may
    /// be one token or be cut at its hyphens.
    pub fn patterns(&mut self, text: &str, class: Class, patterns: &mut Vec<Pattern>) {
        patterns.clear();
        let mut words = class.of_words(split::words(text));
        let Some((head, class)) = words.next() else { return };
        let whole = Choice::of(self.words(head, class)).map(|first| Pattern { first, rest: Vec::new() });
        let cut = self.split(head, class).map(|(start, rest)| Pattern { first: Choice::one(start), rest });
        patterns.extend(whole.into_iter().chain(cut));
        for (word, class) in words {
            if patterns.is_empty() {
                return;
            }
            let cut = self.split(word, class);
            match (self.piece(word, class), cut) {
                (Some(piece), None) => {
                    // The last of the patterns, which is mostly the only one, takes the piece itself.
                    let pieces = repeat_n(piece, patterns.len());
                    patterns.iter_mut().zip(pieces).for_each(|(pattern, piece)| pattern.rest.push(piece));
                }
                (None, None) if optional(word).is_some() => {}
                (whole, cut) => {
                    let cut = cut.map(|(start, rest)| [vec![Piece::Word(Choice::one(start))], rest].concat());
                    let variants: Vec<Vec<Piece>> = whole.map(|piece| vec![piece]).into_iter().chain(cut).collect();
                    let longer = |pattern: &Pattern, variant: &[Piece]| Pattern {
                        first: pattern.first.clone(),
                        rest: [&pattern.rest, variant].concat(),
                    };
                    let before = std::mem::take(patterns);
                    let both = |pattern| variants.iter().map(move |variant| longer(pattern, variant));
                    patterns.extend(before.iter().flat_map(both));
                }
            }
        }
    }

    /// What `word` is as one piece; none when the vocabulary has no such word.
    fn piece(&mut self, word: &str, class: Class) -> Option<Piece> {
        if word == "_" {
            return Some(Piece::Any);
        }
        if word == ".." {
            return Some(Piece::Gap);
        }
        if let Some(inside) = optional(word) {
            let cut = |maker: &mut Self| Some(Piece::Word(Choice::one(maker.split(inside, class)?.0)));
            return self.piece(inside, class).or_else(|| cut(self)).map(|piece| Piece::Maybe(Box::new(piece)));
        }
        if let Some(bits) = set_bits(word) {
            return Some(Piece::Set(bits));
        }
        Choice::of(self.words(word, class)).map(Piece::Word)
    }

    /// The words of the vocabulary that `word` stands for.
    fn words(&mut self, word: &str, class: Class) -> &[(WordId, Form)] {
        let (vocabulary, found) = (self.vocabulary, &mut self.found);
        found.clear();
        if let Some(bits) = set_bits(word) {
            let of = vocabulary.ids().zip(self.sets).filter(|(_, sets)| **sets & bits != 0);
            found.extend(of.map(|(id, _)| (id, Form::Listed)));
            return found;
        }
        for choice in split::parts(word.strip_suffix('~').unwrap_or(word), b'|') {
            if let Some(stem) = choice.strip_suffix('*') {
                let begins = vocabulary.iter().filter(|(_, form)| form.starts_with(stem));
                found.extend(begins.map(|(id, _)| (id, Form::Listed)));
                continue;
            }
            forms(choice, class, self.irregular, &mut |form, which| {
                if let Some(id) = vocabulary.get(form)
                    && !found.iter().any(|(known, _)| *known == id)
                {
                    found.push((id, which));
                }
            });
        }
        found
    }

    /// `tit-for-tat` as `tit`, `-`, `for`, `-`, `tat`, should the tokens be cut so.
    fn split(&mut self, word: &str, class: Class) -> Option<(WordId, Vec<Piece>)> {
        // Most words have none, which a plain walk tells sooner than a search.
        let dash = word.as_bytes().contains(&b'-').then(|| self.vocabulary.get("-")).flatten()?;
        let mut parts = word.strip_suffix('~').unwrap_or(word).split('-').peekable();
        let start = self.vocabulary.get(parts.next()?)?;
        let mut rest = Vec::new();
        while let Some(part) = parts.next() {
            let words = self.words(part, if parts.peek().is_none() { class } else { Class::Fixed });
            rest.extend([Piece::Word(Choice::one(dash)), Piece::Word(Choice::of(words)?)]);
        }
        Some((start, rest))
    }
}

/// What stands between the brackets of a word that may be missing.
fn optional(word: &str) -> Option<&str> {
    word.strip_prefix('(')?.strip_suffix(')')
}

/// The bits of `<set>` or `<set|set>`.
fn set_bits(word: &str) -> Option<SetBits> {
    let inside = word.strip_prefix('<')?.strip_suffix('>')?;
    Some(inside.split('|').filter_map(WordSet::named).fold(0, |bits, set| bits | set.bit()))
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
