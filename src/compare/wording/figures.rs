//! Figures inside a link: those of one value are one word to the comparison, however they are written, and a changed figure stands alone.

use std::ops::Range;

use super::{blocks::Block, passage::Passage};
use crate::{
    compare::quantity::{Quantity, Value},
    text::{
        figure::{self, Key},
        token::TokenKind,
        vocabulary::WordId,
    },
};

/// Passages with more figures than this are tables, whose figures are compared as they are written.
const MOST: usize = 200;

/// Sets the figures that both passages have, and that one of them writes otherwise (`5%`, `five per cent`), as one word on both sides.
pub(super) fn fold(l: &mut Passage, r: &mut Passage) {
    if l.figures.is_empty() || r.figures.is_empty() || l.figures.len().max(r.figures.len()) > MOST {
        return;
    }
    let mut otherwise: Vec<Key> = Vec::new();
    for (left, key) in l.figures.iter().filter_map(|(range, quantity)| Some((range, quantity.key()?))) {
        let differs = |range: &Range<usize>| l.words[left.clone()] != r.words[range.clone()];
        if r.figures.iter().any(|(range, quantity)| quantity.key() == Some(key) && differs(range)) {
            otherwise.push(key);
        }
    }
    if otherwise.is_empty() {
        return;
    }
    // By value, so that the words do not hang on which side is named first.
    otherwise.sort_unstable();
    otherwise.dedup();
    let as_word = |quantity: &Quantity| {
        let at = otherwise.binary_search(&quantity.key()?).ok()?;
        Some(WordId::beyond(u32::try_from(at).ok()?))
    };
    l.set_as_one(as_word);
    r.set_as_one(as_word);
}

/// A figure in a changed stretch: its tokens, and what it is.
#[derive(Clone, Debug)]
struct Place<'a> {
    range: Range<usize>,
    quantity: Option<&'a Quantity>,
}

/// The figures in `range` of `passage`; tokens in digits that are read as no figure are among them.
fn places<'a>(passage: &Passage<'a>, range: &Range<usize>) -> Vec<Place<'a>> {
    let from = passage.figures.partition_point(|(figure, _)| figure.start < range.start);
    let mut known = passage.figures[from..].iter().take_while(|(figure, _)| figure.end <= range.end).peekable();
    let mut places = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if let Some((figure, quantity)) = known.next_if(|(figure, _)| figure.start <= at) {
            places.push(Place { range: figure.clone(), quantity: Some(quantity) });
            at = figure.end;
            continue;
        }
        let start = at;
        at += 1;
        if passage.tokens[start].kind == TokenKind::Figure {
            places.push(Place { range: start..at, quantity: None });
        } else if passage.is_numeral(start) {
            at += (at..range.end).take_while(|next| passage.is_numeral(*next)).count();
            places.push(Place { range: start..at, quantity: None });
        }
    }
    places
}

/// `kept` without what would tear a figure from its unit, or cut a number inside: `40km/h` and `50 km/h` are exchanged whole, and so are `a dozen`
/// and `two dozen`. Where the figures are built alike, what changed in them is enough: `12 million euros`, `21 million euros`.
pub(super) fn whole(l: &Passage, r: &Passage, kept: Vec<Block>) -> Vec<Block> {
    let (ls, rs) = (places(l, &(0..l.tokens.len())), places(r, &(0..r.tokens.len())));
    if ls.iter().chain(&rs).all(|place| place.range.len() < 2) {
        return kept;
    }
    const NONE: usize = usize::MAX;
    let (mut to, mut from) = (vec![NONE; l.tokens.len()], vec![NONE; r.tokens.len()]);
    for block in &kept {
        for at in 0..block.len {
            (to[block.left + at], from[block.right + at]) = (block.right + at, block.left + at);
        }
    }
    let mut torn = false;
    for left in ls {
        let Some(met) = left.range.clone().map(|at| to[at]).find(|met| *met != NONE) else { continue };
        let Some(right) =
            rs.get(rs.partition_point(|place| place.range.end <= met)).filter(|place| place.range.start <= met)
        else {
            continue;
        };
        let changed = left.range.clone().any(|at| to[at] == NONE) && right.range.clone().any(|at| from[at] == NONE);
        let digits = |at: usize, there: usize| {
            l.tokens[at].kind == TokenKind::Figure && r.tokens[there].kind == TokenKind::Figure
        };
        let alike = left.range.len() == right.range.len()
            && !l.is_numeral(left.range.start)
            && left.range.clone().zip(right.range.clone()).all(|(at, there)| {
                to[at] == there || to[at] == NONE && from[there] == NONE && (at > left.range.start || digits(at, there))
            });
        if changed && !alike {
            torn = true;
            let theirs: Vec<usize> = right.range.clone().map(|there| from[there]).filter(|at| *at != NONE).collect();
            for at in left.range.clone().chain(theirs) {
                if to[at] != NONE {
                    from[to[at]] = NONE;
                    to[at] = NONE;
                }
            }
        }
    }
    if !torn {
        return kept;
    }
    let mut blocks: Vec<Block> = Vec::with_capacity(kept.len());
    for (left, right) in to.into_iter().enumerate().filter(|(_, right)| *right != NONE) {
        match blocks.last_mut() {
            Some(last) if last.left + last.len == left && last.right + last.len == right => last.len += 1,
            _ => blocks.push(Block { left, right, len: 1 }),
        }
    }
    blocks
}

/// What kind of figure it is: a day, so many of a unit, a rank.
fn kind(quantity: &Quantity) -> (u8, &'static str) {
    match &quantity.value {
        Value::Day(_) => (0, ""),
        Value::Figure(figure::Value::Amount(amount)) => (1, amount.unit),
        Value::Figure(figure::Value::Rank(_)) => (2, ""),
        Value::Figure(figure::Value::Decade(_)) => (3, ""),
        Value::Figure(figure::Value::Clock(_)) => (4, ""),
        Value::Figure(figure::Value::Score(..)) => (5, ""),
    }
}

/// In longer stretches, in tokens, other words stand around the figures, and only what they count tells which stands for which.
const SHORT: usize = 12;
/// Stretches with more figures than this are tables.
const FEW: usize = 24;

/// Which figures of two changed stretches stand for one another, in order: as many of the same kind as can be had. Equal ones are no change.
pub(super) fn partners(
    l: &Passage,
    r: &Passage,
    left: &Range<usize>,
    right: &Range<usize>,
) -> Vec<(Range<usize>, Range<usize>)> {
    let (ls, rs) = (places(l, left), places(r, right));
    if ls.is_empty() || rs.is_empty() || ls.len().max(rs.len()) > FEW {
        return Vec::new();
    }
    let short = left.len().max(right.len()) <= SHORT;
    let as_many = ls.len() == rs.len();
    let once =
        |all: &[Place], of| all.iter().filter(|place| place.quantity.is_some_and(|known| known.of == of)).count() == 1;
    let counts_alike =
        |a: &Quantity, b: &Quantity| a.of.is_some() && a.of == b.of && once(&ls, a.of) && once(&rs, b.of);
    let alike = |i: usize, j: usize| {
        let (Some(a), Some(b)) = (ls[i].quantity, rs[j].quantity) else { return as_many && i == j };
        let (one, other) = (kind(a), kind(b));
        one.0 == other.0 && if short { one == other || as_many || counts_alike(a, b) } else { counts_alike(a, b) }
    };
    // The longest common subsequence of the kinds.
    let mut most = vec![vec![0_usize; rs.len() + 1]; ls.len() + 1];
    for i in (0..ls.len()).rev() {
        for j in (0..rs.len()).rev() {
            let both = most[i + 1][j + 1] + usize::from(alike(i, j));
            most[i][j] = both.max(most[i + 1][j]).max(most[i][j + 1]);
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < ls.len() && j < rs.len() {
        if alike(i, j) && most[i][j] == most[i + 1][j + 1] + 1 {
            let (one, other) = (ls[i].range.clone(), rs[j].range.clone());
            if l.words[one.clone()] != r.words[other.clone()] {
                pairs.push((one, other));
            }
            (i, j) = (i + 1, j + 1);
        } else if most[i + 1][j] >= most[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}
