//! What two passages of a `partial` link share: the stretches where their words agree most, found by local alignment (Smith and
//! Waterman 1981), the best first, in any order, so that an attribution that stands before the quotation in one and after it in the
//! other is found too.

use std::ops::Range;

use super::passage::Passage;
use crate::{
    align::WordWeights,
    compare::weights::Weights,
    text::{
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// A stretch on the left and on the right, as token indices.
type Region = (Range<usize>, Range<usize>);

/// What a word that only one side holds costs, inside a shared stretch.
const GAP: f32 = 0.35;
/// What a word costs that stands in the place of another. A figure in the place of a figure costs nothing: it is what the stretch is about.
const EXCHANGE: f32 = 0.5;
/// What a small word is worth, where one that tells is worth up to 1, and a sign.
const SMALL_WORD: f32 = 0.3;
const SIGN: f32 = 0.1;
/// What a stretch must be worth to be shown as shared: a word that tells and a small one.
const WORTH: f32 = 1.15;
/// How many stretches are looked for.
const REGIONS: usize = 4;
/// Where neither side has more words than this beyond a stretch, these are exchanged, and not two things that each has for itself.
const SHORT_REST: usize = 2;
/// Longer passages are not searched, they count as shared whole; the product of their lengths in words. Two passages of 500 words
/// each are still searched; text without a stop would otherwise cost seconds a passage.
const MOST_PAIRS: usize = 250_000;

/// The shared stretches, the best first. If there is none worth showing, the words that tie the two, one by one: the same, forms of one, or words that
/// may be put for one another. None at all where there are no such words either.
pub(super) fn regions(left: &Passage, right: &Passage, weights: &Weights, pair: &WordWeights) -> Vec<Region> {
    if left.words.len().saturating_mul(right.words.len()) > MOST_PAIRS {
        return vec![(0..left.words.len(), 0..right.words.len())];
    }
    let says = |passage: &Passage| -> Vec<f32> {
        let says = |(token, word): (&Token, &WordId)| match token.kind {
            TokenKind::Sign => SIGN,
            _ if weights.tells(*word, pair) => weights.weight(*word),
            _ => SMALL_WORD,
        };
        passage.tokens.iter().zip(&passage.words).map(says).collect()
    };
    let figure = |passage: &Passage| -> Vec<bool> {
        let mut figure: Vec<bool> = passage.tokens.iter().map(|token| token.kind == TokenKind::Figure).collect();
        passage.figures.iter().for_each(|(range, _)| figure[range.clone()].fill(true));
        figure
    };
    let there = |word: &WordId| {
        let alike = |r: &WordId| r == word;
        right.words.iter().position(alike).map(|first| first..right.words.iter().rposition(alike).unwrap_or(first) + 1)
    };
    let there = left.words.iter().map(there).collect();
    let field = Field { left, right, says: says(left), there, figure: [figure(left), figure(right)] };
    let mut free = (vec![true; left.words.len()], vec![true; right.words.len()]);
    let mut found: Vec<Region> = Vec::new();
    while found.len() < REGIONS {
        let Some(region) = field.best(&free) else { break };
        let (l, r) = field.to_its_borders(region, &free);
        free.0[l.clone()].fill(false);
        free.1[r.clone()].fill(false);
        found.push((l, r));
    }
    if found.is_empty() { together(left, right, ties(left, right, weights, pair), weights, pair) } else { found }
}

/// `ties` as one stretch where they follow one another on both sides and one of the passages tells nothing but them: "Plane shot down" and "Aircraft
/// downed". What the other has between them then stands in no other place.
fn together(left: &Passage, right: &Passage, ties: Vec<Region>, weights: &Weights, pair: &WordWeights) -> Vec<Region> {
    let mut by_left = ties.clone();
    by_left.sort_by_key(|(l, _)| l.start);
    let follow = by_left.windows(2).all(|two| two[0].1.end <= two[1].1.start);
    let telling = |passage: &Passage| {
        let tells = |(token, word): &(&Token, &WordId)| token.kind != TokenKind::Sign && weights.tells(**word, pair);
        passage.tokens.iter().zip(&passage.words).filter(tells).count()
    };
    let all = || telling(left).min(telling(right)) == ties.len();
    match &*by_left {
        [first, .., last] if follow && all() => vec![(first.0.start..last.0.end, first.1.start..last.1.end)],
        _ => ties,
    }
}

/// The words of the two that tie them, each with its counterpart, the equal ones first.
fn ties(left: &Passage, right: &Passage, weights: &Weights, pair: &WordWeights) -> Vec<Region> {
    let mut free = vec![true; right.words.len()];
    let mut tied = vec![false; left.words.len()];
    let mut found = Vec::new();
    let are_one: &dyn Fn(WordId, WordId) -> bool = &|l, r| pair.are_one(l, r);
    for alike in [are_one, &|l, r| pair.are_kindred(l, r)] {
        for (at, word) in left.words.iter().enumerate() {
            if tied[at] || !weights.tells(*word, pair) || found.len() >= 2 * REGIONS {
                continue;
            }
            if let Some(there) = (0..free.len()).find(|there| free[*there] && alike(*word, right.words[*there])) {
                (free[there], tied[at]) = (false, true);
                found.push((at..at + 1, there..there + 1));
            }
        }
    }
    found
}

/// Two passages, to be searched.
struct Field<'a, 'p> {
    left: &'p Passage<'a>,
    right: &'p Passage<'a>,
    /// What each word of the left one is worth where the right one has it too.
    says: Vec<f32>,
    /// For each word of the left one from where to where it stands on the right, if it does; does not hang on what is free.
    there: Vec<Option<Range<usize>>>,
    /// Which words are figures, on the left and on the right.
    figure: [Vec<bool>; 2],
}

/// The best stretch that ends at a cell: its worth, and the cell it begins in.
#[derive(Clone, Copy, Default)]
struct Cell {
    worth: f32,
    from: (u32, u32),
}

impl Field<'_, '_> {
    /// The stretch worth most among the words that are `free`; it begins and ends with words that both have.
    fn best(&self, free: &(Vec<bool>, Vec<bool>)) -> Option<Region> {
        let (left, right) = (&self.left.words, &self.right.words);
        let mut above = vec![Cell::default(); right.len()];
        let mut best: Option<(Cell, (u32, u32))> = None;
        // All cells of the row above that are worth anything stand between these columns.
        let mut held = 0..0;
        for (row, l) in left.iter().enumerate() {
            let (i, free_left) = (u32::try_from(row).unwrap_or(u32::MAX), free.0[row]);
            let there = self.there[row].clone().filter(|_| free_left);
            // One more, for an exchange behind the last of them.
            let last = if held.is_empty() { 0 } else { right.len().min(held.end + 1) };
            let columns = match there {
                Some(there) if held.is_empty() => there,
                Some(there) => there.start.min(held.start)..there.end.max(last),
                None => held.start..last.max(held.start),
            };
            held = 0..0;
            if !free_left {
                above[columns].fill(Cell::default());
                continue;
            }
            let (mut diagonal, mut beside) = (Cell::default(), Cell::default());
            if columns.start > 0 {
                diagonal = above[columns.start - 1];
            }
            for j in columns.start..right.len() {
                let (r, up) = (&right[j], above[j]);
                if j >= columns.end && beside.worth <= GAP {
                    break;
                }
                let both_figures = self.figure[0][row] && self.figure[1][j];
                let exchange = if both_figures { 0.0 } else { EXCHANGE };
                // Most cells are worth nothing, for want of a shared word there or near.
                if !free.1[j] || l != r && up.worth <= GAP && beside.worth <= GAP && diagonal.worth <= exchange {
                    (diagonal, beside, above[j]) = (up, Cell::default(), Cell::default());
                    continue;
                }
                let at = (i, u32::try_from(j).unwrap_or(u32::MAX));
                let mut cell = Cell::default();
                if l == r {
                    let from = if diagonal.worth > 0.0 { diagonal.from } else { at };
                    cell = Cell { worth: diagonal.worth + self.says[row], from };
                } else if diagonal.worth > exchange {
                    cell = Cell { worth: diagonal.worth - exchange, from: diagonal.from };
                }
                for other in [up, beside] {
                    if other.worth - GAP > cell.worth {
                        cell = Cell { worth: other.worth - GAP, from: other.from };
                    }
                }
                if l == r && best.is_none_or(|(b, _)| cell.worth > b.worth) {
                    best = Some((cell, at));
                }
                held = if held.is_empty() { j..j + 1 } else { held.start..j + 1 };
                (diagonal, beside, above[j]) = (up, cell, cell);
            }
        }
        let (cell, (i, j)) = best?;
        let range = |from: u32, to: u32| from as usize..to as usize + 1;
        (cell.worth >= WORTH).then(|| (range(cell.from.0, i), range(cell.from.1, j)))
    }

    /// `region` with what belongs to it at its ends: a figure that stands in the place of another, and the last words before the end of both
    /// passages where neither has more than a few.
    fn to_its_borders(&self, (mut l, mut r): Region, free: &(Vec<bool>, Vec<bool>)) -> Region {
        loop {
            let (more_l, more_r) = (self.figure_after(0, l.end, &free.0), self.figure_after(1, r.end, &free.1));
            if more_l == l.end || more_r == r.end {
                break;
            }
            (l.end, r.end) = (more_l, more_r);
        }
        loop {
            let (more_l, more_r) = (self.figure_before(0, l.start, &free.0), self.figure_before(1, r.start, &free.1));
            if more_l == l.start || more_r == r.start {
                break;
            }
            (l.start, r.start) = (more_l, more_r);
        }
        let rest = |passage: &Passage, range: Range<usize>, free: &[bool]| {
            let words = passage.tokens[range.clone()].iter().filter(|token| token.kind != TokenKind::Sign).count();
            (1..=SHORT_REST).contains(&words) && free[range].iter().all(|free| *free)
        };
        let (ends_l, ends_r) = (self.left.words.len(), self.right.words.len());
        if rest(self.left, l.end..ends_l, &free.0) && rest(self.right, r.end..ends_r, &free.1) {
            (l.end, r.end) = (ends_l, ends_r);
        }
        if rest(self.left, 0..l.start, &free.0) && rest(self.right, 0..r.start, &free.1) {
            (l.start, r.start) = (0, 0);
        }
        (l, r)
    }

    /// Where the figure ends that begins at the token `at`; `at` where there is none, or its words are not `free`.
    fn figure_after(&self, side: usize, at: usize, free: &[bool]) -> usize {
        let figure = &self.figure[side];
        at + (at..figure.len()).take_while(|at| figure[*at] && free[*at]).count()
    }

    /// Where the figure begins that ends before the token `at`.
    fn figure_before(&self, side: usize, at: usize, free: &[bool]) -> usize {
        let figure = &self.figure[side];
        at - (0..at).rev().take_while(|at| figure[*at] && free[*at]).count()
    }
}
