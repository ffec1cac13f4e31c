//! Which way a figure goes: rose by 4 percent, fell by 4 percent. May be asked of a figure in its place; says nothing where the words beside it
//! point neither way, or both.

use super::Held;
use crate::{compare::quantity::Quantity, lexicon::WordSet, story::Side, text::token::TokenKind};

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Up,
    Down,
}

/// So many tokens before a figure are looked at, and so many after it.
const BEFORE: usize = 5;
const AFTER: usize = 2;

/// Which way the figure goes, with the word that says so.
pub(super) fn direction<'a>(held: &Held<'a>, side: Side, quantity: &Quantity) -> Option<(Direction, &'a str)> {
    let id = held.alignment.pair.on(side);
    let words = held.groundwork.words.of(id)?;
    let article = held.article(side);
    let first = article.token_at(quantity.whole.start);
    let last = article.tokens.partition_point(|token| token.span.start < quantity.whole.end);
    let before = article.tokens.get(first.saturating_sub(BEFORE)..first).unwrap_or_default().iter().rev();
    let after = article.tokens.get(last..).unwrap_or_default().iter().take(AFTER);
    let way = |token: &crate::text::token::Token| match token.kind {
        TokenKind::Word if words.is(token.word, WordSet::Rising) => Some(Direction::Up),
        TokenKind::Word if words.is(token.word, WordSet::Falling) => Some(Direction::Down),
        _ => None,
    };
    // The nearest before it, else one right after it; another figure or the clause's end lies between the rest and it.
    let near = before.take_while(|token| token.kind == TokenKind::Word).find_map(|token| Some((way(token)?, token)));
    let (direction, token) = near.or_else(|| {
        after.take_while(|token| token.kind == TokenKind::Word).find_map(|token| Some((way(token)?, token)))
    })?;
    Some((direction, token.span.of(&article.text)))
}
