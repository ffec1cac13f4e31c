//! Words of force, size and matter in their own sense, in which they judge nothing.

use super::reading::Reading;
use crate::lexicon::{
    Class, Entry, ListKind,
    WordSet::{Adverb, Be, Have, Matter, Number, Past, Physical},
};

/// Whether a figure or a number stands at `at`.
pub fn counted(reading: &Reading<'_>, at: usize) -> bool {
    reading.is_figure(at) || reading.is(at, Number)
}

/// `a rocky hillside`, `twisted metal`, `struck rocks`, `grabbed his bag`, `the fire swept through`, `a wave of heat`: the word in its own
/// sense, with a thing that one can touch or measure.
pub fn is_literal(reading: &Reading<'_>, entry: &Entry, at: usize, end: usize, title_case: bool) -> bool {
    /// How many words may stand between: "the ruins of two collapsed buildings".
    const BETWEEN: usize = 3;
    let of = end >= at + 2 && end <= at + 3 && reading.form(end - 1) == "of";
    let word = if of { end - 2 } else { at };
    let single = end == at + 1 && !title_case;
    let judges = matches!(entry.kind, ListKind::Evaluation | ListKind::Loaded);
    // "a brutal wall of fire" judges; "brutal" has no sense but one.
    if !judges || !(single || of) || !reading.is(word, Physical) {
        return false;
    }
    let acts = entry.group.class == Class::Verb;
    let far = of || reading.form(end) == "of" || acts;
    let thing = reading.is(end, Matter)
        || reading.is_figure(end)
        || reading.is(end + 1, Matter) && !reading.is_sign(end)
        || far
            && (end + 1..=end + BETWEEN).take_while(|word| reading.is_word(*word)).any(|word| reading.is(word, Matter));
    let before =
        || (at.saturating_sub(3)..at).rev().find(|word| !reading.any(*word, Be.bit() | Have.bit() | Adverb.bit()));
    let through = before().is_some_and(|word| reading.is(word, Matter) || word + 1 == at && reading.is(word, Past));
    thing || through
}
