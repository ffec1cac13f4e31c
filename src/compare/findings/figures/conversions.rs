//! The same measure in two units beside one another: "40C (104F)", "5 km (3 miles)", "£3m ($3.9m)". It is one figure, which may be held against
//! either.

use super::{
    super::Held,
    relation::{Relation, relation},
    ties::Placed,
};
use crate::story::Side;

/// The figures of `all`, those that say again what stands before them in another unit as conversions of that one.
pub(super) fn joined<'a>(held: &Held<'a>, side: Side, all: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
    let mut joined: Vec<Placed<'a>> = Vec::with_capacity(all.len());
    for placed in all {
        match joined.last_mut().filter(|last| is_conversion(held, side, last, &placed)) {
            Some(last) => last.converted = Some(placed.quantity),
            None => joined.push(placed),
        }
    }
    joined
}

/// Whether `next` says in another unit what `first` says.
fn is_conversion(held: &Held, side: Side, first: &Placed, next: &Placed) -> bool {
    let tokens = &held.article(side).tokens;
    let between = tokens.get(first.quantity.range().end..next.quantity.range().start).unwrap_or_default();
    let words: Vec<&str> = between.iter().map(|token| held.text(side, token.span)).collect();
    let bracket = matches!(words.first(), Some(&("(" | "[")));
    let beside = bracket || matches!(*words, ["/" | "or"] | [",", "or"]);
    if !beside || words.len() > LONGEST || first.converted.is_some() {
        return false;
    }
    match relation(&first.quantity.value, &next.quantity.value) {
        Relation::Unit => true,
        // What a currency is worth is not known.
        Relation::Money => bracket,
        _ => false,
    }
}

/// So many words and signs may stand before what a measure is in another unit: "(or about".
const LONGEST: usize = 4;
