//! An entry's words as a pattern over the words of one vocabulary.

use super::{
    entry::{Class, Form},
    inflection::{Irregular, forms},
    needs::is_needed,
    sets::{SetBits, WordSet},
    split,
};
use crate::text::{
    token::{Token, TokenKind},
    vocabulary::{Vocabulary, WordId},
};

/// A piece of a pattern after its first word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// One of these words.
    Word(Box<[(WordId, Form)]>),
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    pub first: Vec<(WordId, Form)>,
    pub rest: Vec<Piece>,
}

/// What patterns are made with.
pub struct Maker<'a> {
    pub vocabulary: &'a Vocabulary,
    pub irregular: &'a Irregular<'a>,
    pub sets: &'a [SetBits],
}

impl Maker<'_> {
    /// The patterns of the entry `text`: none when the vocabulary lacks a word that it needs, two when a word may be one token
    /// or be cut at its hyphens.
    pub fn patterns(&self, text: &str, class: Class) -> Vec<Pattern> {
        let words: Vec<&str> = split::words(text).collect();
        let Some((head, rest)) = words.split_first() else { return Vec::new() };
        let moved = text.as_bytes().contains(&b'~');
        let inflected = |index: usize, word: &str| match class {
            _ if word.ends_with('~') => {
                if class == Class::Fixed {
                    Class::Verb
                } else {
                    class
                }
            }
            _ if moved => Class::Fixed,
            Class::Verb if index == 0 => Class::Verb,
            Class::Noun | Class::Adjective if index + 1 == words.len() => class,
            _ => Class::Fixed,
        };
        // Most entries fail at a word that is not inflected, which is seen before anything is made.
        let lacks = |(index, word): (usize, &&str)| {
            let bent = |byte: &u8| matches!(byte, b'-' | b'*');
            let plain = is_needed(word) && !word.as_bytes().iter().any(bent) && inflected(index, word) == Class::Fixed;
            plain && split::parts(word, b'|').all(|choice| self.vocabulary.get(choice).is_none())
        };
        if words.iter().enumerate().any(lacks) {
            return Vec::new();
        }
        let mut out = Vec::new();
        let first = self.words(head, inflected(0, head));
        if !first.is_empty() {
            out.push(Pattern { first, rest: Vec::new() });
        }
        if let Some((start, rest)) = self.split(head, inflected(0, head)) {
            out.push(Pattern { first: vec![(start, Form::Listed)], rest });
        }
        for (index, word) in rest.iter().enumerate() {
            if out.is_empty() {
                return out;
            }
            let mut variants = self.piece(word, inflected(index + 1, word));
            // Mostly there is one pattern and one variant, which need not be copied.
            if let ([pattern], [only]) = (out.as_mut_slice(), variants.as_mut_slice()) {
                pattern.rest.append(only);
                continue;
            }
            let longer = |pattern: &Pattern, variant: &[Piece]| Pattern {
                first: pattern.first.clone(),
                rest: [&pattern.rest, variant].concat(),
            };
            out = out.iter().flat_map(|pattern| variants.iter().map(move |variant| longer(pattern, variant))).collect();
        }
        out
    }

    fn piece(&self, word: &str, class: Class) -> Vec<Vec<Piece>> {
        if word == "_" {
            return vec![vec![Piece::Any]];
        }
        if word == ".." {
            return vec![vec![Piece::Gap]];
        }
        if let Some(inside) = word.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            let piece = self.piece(inside, class).into_iter().flatten().next();
            return vec![piece.map(|piece| Piece::Maybe(Box::new(piece))).into_iter().collect()];
        }
        if let Some(bits) = set_bits(word) {
            return vec![vec![Piece::Set(bits)]];
        }
        let mut out = Vec::new();
        let ids = self.words(word, class);
        if !ids.is_empty() {
            out.push(vec![Piece::Word(ids.into())]);
        }
        if let Some((start, rest)) = self.split(word, class) {
            let mut pieces = vec![Piece::Word(Box::new([(start, Form::Listed)]))];
            pieces.extend(rest);
            out.push(pieces);
        }
        out
    }

    /// The words of the vocabulary that `word` stands for.
    fn words(&self, word: &str, class: Class) -> Vec<(WordId, Form)> {
        if let Some(bits) = set_bits(word) {
            return self
                .vocabulary
                .iter()
                .filter(|(id, _)| self.bits(*id) & bits != 0)
                .map(|(id, _)| (id, Form::Listed))
                .collect();
        }
        let mut ids = Vec::new();
        for choice in split::parts(word.trim_end_matches('~'), b'|') {
            if let Some(stem) = choice.strip_suffix('*') {
                let begins = self.vocabulary.iter().filter(|(_, form)| form.starts_with(stem));
                ids.extend(begins.map(|(id, _)| (id, Form::Listed)));
                continue;
            }
            forms(choice, class, self.irregular, &mut |form, which| {
                if let Some(id) = self.vocabulary.get(form)
                    && !ids.iter().any(|(known, _)| *known == id)
                {
                    ids.push((id, which));
                }
            });
        }
        ids
    }

    /// `tit-for-tat` as `tit`, `-`, `for`, `-`, `tat`, should the tokens be cut so.
    fn split(&self, word: &str, class: Class) -> Option<(WordId, Vec<Piece>)> {
        let dash = word.contains('-').then(|| self.vocabulary.get("-")).flatten()?;
        let mut parts = word.trim_end_matches('~').split('-').peekable();
        let start = self.vocabulary.get(parts.next()?)?;
        let mut rest = Vec::new();
        while let Some(part) = parts.next() {
            let ids = self.words(part, if parts.peek().is_none() { class } else { Class::Fixed });
            if ids.is_empty() {
                return None;
            }
            rest.push(Piece::Word(Box::new([(dash, Form::Listed)])));
            rest.push(Piece::Word(ids.into()));
        }
        Some((start, rest))
    }

    fn bits(&self, id: WordId) -> SetBits {
        self.sets.get(id.index()).copied().unwrap_or_default()
    }
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
