//! Figures in a row: "aged 34 and 41". Where two rows share a figure, the one of each that has no partner stands for the same one.

use super::{Held, ties::Placed};
use crate::{
    story::Side,
    text::{figure::Meaning, token::TokenKind},
};

/// For each of the figures `all` of the article on `side`, in order, the number of the row that it stands in.
pub(super) fn rows(held: &Held, side: Side, all: &[Placed]) -> Vec<usize> {
    let tokens = &held.article(side).tokens;
    let numbers = held.numbers(side);
    let joins = |from: usize, to: usize| {
        let between = tokens.get(from..to).unwrap_or_default();
        (1..=2).contains(&between.len())
            && between.iter().all(|token| match token.kind {
                TokenKind::Sign => held.text(side, token.span) == ",",
                _ => numbers.and_then(|numbers| numbers.get(token.word)) == Some(Meaning::And),
            })
    };
    let mut row = 0;
    let mut rows = Vec::with_capacity(all.len());
    for (at, placed) in all.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| all[before].quantity.range().end);
        row += usize::from(!before.is_some_and(|end| joins(end, placed.quantity.range().start)));
        rows.push(row);
    }
    rows
}

/// The pairs of figures that are left over in rows of which `paired` are the same: one on each side, in rows of as many figures.
pub(super) fn left_over(rows: [&[usize]; 2], same: &[(usize, usize)], taken: [&[bool]; 2]) -> Vec<(usize, usize)> {
    let of = |side: usize, row: usize| {
        let from = rows[side].partition_point(|known| *known < row);
        from..rows[side].partition_point(|known| *known <= row)
    };
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (l, r) in same {
        let (left, right) = (of(0, rows[0][*l]), of(1, rows[1][*r]));
        let alone = |side: usize, row: std::ops::Range<usize>| {
            let mut free = row.filter(|at| !taken[side][*at]);
            free.next().filter(|_| free.next().is_none())
        };
        if left.len() == right.len()
            && let Some(pair) = alone(0, left).zip(alone(1, right))
            && !found.contains(&pair)
        {
            found.push(pair);
        }
    }
    found
}
