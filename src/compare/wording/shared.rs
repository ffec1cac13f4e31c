//! What two passages of a `partial` link share: the stretches where their words agree most, found by local alignment (Smith and
//! Waterman 1981), the best first, in any order, so that an attribution that stands before the quotation in one and after it in the
//! other is found too.

use std::ops::Range;

use super::passage::Passage;
use crate::{compare::weights::Weights, text::vocabulary::WordId};

/// A stretch on the left and on the right, as token indices.
type Region = (Range<usize>, Range<usize>);

/// What a word that only one side holds costs, inside a shared stretch.
const GAP: f32 = 0.35;
/// What a stretch must be worth to be shown as shared.
const WORTH: f32 = 1.2;
/// How many stretches are looked for.
const REGIONS: usize = 4;
/// Longer passages are not searched, they count as shared whole; the product of their lengths in words. Two passages of 500 words
/// each are still searched; text without a stop would otherwise cost seconds a passage.
const MOST_PAIRS: usize = 250_000;

/// The shared stretches, the best first. If there is none worth showing, both passages whole.
pub(super) fn regions(left: &Passage, right: &Passage, weights: &Weights) -> Vec<Region> {
    let whole = (0..left.words.len(), 0..right.words.len());
    if left.words.len().saturating_mul(right.words.len()) > MOST_PAIRS {
        return vec![whole];
    }
    let mut free = (vec![true; left.words.len()], vec![true; right.words.len()]);
    let mut found: Vec<Region> = Vec::new();
    while found.len() < REGIONS {
        let Some((l, r)) = best(&left.words, &right.words, weights, &free) else { break };
        free.0[l.clone()].fill(false);
        free.1[r.clone()].fill(false);
        found.push((l, r));
    }
    if found.is_empty() { vec![whole] } else { found }
}

/// The best stretch that ends at a cell: its worth, and the cell it begins in.
#[derive(Clone, Copy, Default)]
struct Cell {
    worth: f32,
    from: (u32, u32),
}

fn best(left: &[WordId], right: &[WordId], weights: &Weights, free: &(Vec<bool>, Vec<bool>)) -> Option<Region> {
    let mut above = vec![Cell::default(); right.len()];
    let mut best: Option<(Cell, (u32, u32))> = None;
    // All cells of the row above that are worth anything stand between these columns.
    let mut held = 0..0;
    for ((i, l), free_left) in (0..).zip(left).zip(&free.0) {
        let alike = |r: &WordId| r == l;
        let first = if *free_left { right.iter().position(alike) } else { None };
        let columns = match first {
            Some(first) if held.is_empty() => first..right.iter().rposition(alike).unwrap_or(first) + 1,
            Some(first) => first.min(held.start)..right.iter().rposition(alike).unwrap_or(first).max(held.end - 1) + 1,
            None => held.clone(),
        };
        held = 0..0;
        if !free_left {
            above[columns].fill(Cell::default());
            continue;
        }
        let (mut diagonal, mut beside) = (Cell::default(), Cell::default());
        for j in columns.start..right.len() {
            let (r, up) = (&right[j], above[j]);
            if j >= columns.end && beside.worth <= GAP {
                break;
            }
            // Most cells are worth nothing, for want of a shared word there or near.
            if !free.1[j] || l != r && up.worth <= GAP && beside.worth <= GAP {
                (diagonal, beside, above[j]) = (up, Cell::default(), Cell::default());
                continue;
            }
            let at = (i, u32::try_from(j).unwrap_or(u32::MAX));
            let mut cell = Cell::default();
            if l == r {
                let from = if diagonal.worth > 0.0 { diagonal.from } else { at };
                cell = Cell { worth: diagonal.worth + weights.weight(*l), from };
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
