//! What happened to those whom a figure counts: 15 killed, 15 hurt, 15 missing. Two figures of people speak of the same thing only if that
//! agrees; looks for the nearest such word of the figure's clause.

use super::super::Held;
use crate::{
    compare::quantity::{Quantity, Value},
    lexicon::WordSet,
    story::Side,
    text::{
        figure::{self, Meaning},
        token::{Token, TokenKind},
    },
};

/// So many tokens after a figure, and before it, are looked at.
const AFTER: usize = 7;
const BEFORE: usize = 8;

/// What happened to those whom the figure counts, as a class of `assets/words/*/numbers.txt`; `within`: the tokens of its sentence. None
/// where nothing is said, and for figures that measure.
pub(super) fn fate(held: &Held, side: Side, quantity: &Quantity, within: (usize, usize)) -> Option<u8> {
    if !matches!(&quantity.value, Value::Figure(figure::Value::Amount(amount)) if amount.unit.is_empty()) {
        return None;
    }
    let tokens = &held.article(side).tokens;
    let numbers = held.numbers(side)?;
    let fate = |at: usize| match numbers.at(tokens, at) {
        Some((Meaning::Fate(class), _)) => Some(class),
        _ => None,
    };
    let form = |at: usize| tokens.get(at).map_or("", |token| held.story.vocabulary.form(token.word));
    let range = quantity.range();
    let after = (range.end..within.1.min(range.end + AFTER)).take_while(|at| !ends(held, side, &tokens[*at]));
    // "15 of the wounded died": of whom it is said, not what.
    let whose = |at: usize| at > range.end && matches!(form(at - 1), "the" | "of");
    if let Some(class) = after.filter(|at| !whose(*at)).find_map(fate) {
        return Some(class);
    }
    // "Killed 15 men and 20 women": the verb is the first one's.
    let joins = |at: usize| numbers.get(tokens[at].word) == Some(Meaning::And);
    let listed = range.start.checked_sub(1).is_some_and(|before| before >= within.0 && joins(before));
    (within.0.max(range.start.saturating_sub(BEFORE))..range.start)
        .rev()
        .take_while(|at| !ends(held, side, &tokens[*at]) || listed && tokens[*at].kind != TokenKind::Sign)
        .find_map(fate)
}

/// Whether a clause ends at `token`: another figure, a sign, "and", "because".
fn ends(held: &Held, side: Side, token: &Token) -> bool {
    let number = held.numbers(side).and_then(|numbers| numbers.get(token.word));
    let words = held.groundwork.words.of(held.alignment.pair.on(side));
    token.kind != TokenKind::Word
        || matches!(number, Some(Meaning::Number(_) | Meaning::Vague(_) | Meaning::And))
        || words
            .is_some_and(|words| words.is(token.word, WordSet::Conjunction) && !words.is(token.word, WordSet::Relative))
}
