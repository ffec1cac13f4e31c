//! The same figure of another noun: 15 persons here, 15 servicemen there. Tells it only where the nouns are neither forms of one word nor
//! listed as kindred, and where the two figures are the same thing by more than their value.

use super::{
    super::{finding, said},
    Pair,
    relation::Relation,
    telling::Telling,
    ties::same_stem,
};
use crate::{
    align::are_kin,
    compare::{
        finding::{Finding, FindingKind},
        quantity::{Quantity, Value},
    },
    lexicon::WordSet,
    story::Side,
    text::{
        figure::{self, Meaning},
        span::Span,
        token::{Token, TokenKind},
    },
};

/// So many words after a figure may be the phrase that it counts.
const LONGEST: usize = 4;
/// Equal figures below this may meet by chance.
const FEW: f64 = 10.0;
/// Plurals without -s.
const PLURAL: [&str; 13] = [
    "people",
    "children",
    "police",
    "personnel",
    "troops",
    "staff",
    "crew",
    "clergy",
    "cattle",
    "youth",
    "infantry",
    "faithful",
    "folk",
];

/// The finding that the figures of `pair`, which are equal, count two kinds of things or people.
pub(super) fn other_noun(telling: &Telling, pair: &Pair) -> Option<Finding> {
    let (l, r) = (pair.left.quantity, pair.right.quantity);
    let Value::Figure(figure::Value::Amount(amount)) = &l.value else { return None };
    let tie = pair.tie;
    let plain = pair.relation == Relation::Same && amount.unit.is_empty() && amount.least >= 2.0;
    if !plain || tie.other_part || tie.fate == Some(false) || tie.role == Some(false) {
        return None;
    }
    let (left, right) = (phrase(telling, Side::Left, l)?, phrase(telling, Side::Right, r)?);
    let form = |token: &Token| telling.held.story.vocabulary.form(token.word);
    let kin = |a: &Token, b: &Token| {
        let (a, b) = (form(a), form(b));
        a == b || same_stem(a, b) || are_kin(a, b)
    };
    let ([.., l_head], [.., r_head]) = (left, right) else { return None };
    if left.iter().any(|a| kin(a, r_head)) || right.iter().any(|b| kin(l_head, b)) {
        return None;
    }
    let swapped = telling.held.changes.iter().any(|change| {
        change.left.is_some_and(|span| span.meets(l_head.span))
            && change.right.is_some_and(|span| span.meets(r_head.span))
    });
    let same = if pair.reworded {
        swapped || tie.context == Some(true)
    } else {
        tie.context == Some(true) && amount.least >= FEW
    };
    if !(same || tie.fate == Some(true) && amount.least >= FEW) {
        return None;
    }
    let whole = |all: &[Token]| -> Option<Span> { Some(all.first()?.span.join(all.last()?.span)) };
    let (side, here, there) = telling.held.higher(whole(left)?, whole(right)?);
    let held = telling.held;
    let words = |side: Side| {
        let (quantity, noun) = if side == Side::Left { (l, whole(left)) } else { (r, whole(right)) };
        said(held.text(side, noun.map_or(quantity.whole, |noun| quantity.whole.join(noun))))
    };
    let (own, other) = (held.label(side), held.label(side.other()));
    let why = format!(
        "The same figure, another word for what it counts: {own} has {}, {other} {}.",
        words(side),
        words(side.other())
    );
    let strength = if pair.reworded { 2 } else { 1 };
    Some(finding(side, here, FindingKind::Naming, Some(there), strength, "figures: other noun", why))
}

/// What the figure counts, from the word after it to the first plural: "Russian servicemen".
fn phrase<'a>(telling: &Telling<'a, '_>, side: Side, quantity: &Quantity) -> Option<&'a [Token]> {
    let held = telling.held;
    let tokens = &held.article(side).tokens;
    let (words, numbers) = (held.groundwork.words.of(held.alignment.pair.on(side)), held.numbers(side)?);
    let form = |token: &Token| held.story.vocabulary.form(token.word);
    let small = |token: &&Token| matches!(form(token), "of" | "the");
    let from = quantity.range().end;
    let from = from + tokens.get(from..)?.iter().take_while(small).count();
    let ends = |token: &Token| {
        let binds = words.is_some_and(|words| WordSet::SMALL.iter().any(|set| words.is(token.word, *set)));
        token.kind != TokenKind::Word
            || binds
            || matches!(numbers.get(token.word), Some(Meaning::Fate(_) | Meaning::Number(_)))
    };
    let run = tokens.get(from..)?.iter().take(LONGEST).take_while(|token| !ends(token)).count();
    let plural = |token: &Token| {
        let form = form(token);
        form.len() >= 4
            && (form.ends_with('s') && !form.ends_with("ss") && !form.ends_with("'s") || form.ends_with("men"))
            || PLURAL.contains(&form)
    };
    let head = tokens.get(from..from + run)?.iter().position(plural)?;
    tokens.get(from..=from + head)
}
