//! The small classes of words held against a vocabulary. Those of the bundled lists were found when the program was built, because they
//! have more words than two reports.

use rustc_hash::FxHashMap;

use super::{
    lists::List,
    sets::{SetBits, WordSet},
    split,
};
use crate::text::{frozen::Frozen, vocabulary::Vocabulary};

/// The words of one list: by word, the index of the sets it is of.
type Grammar = (Frozen, &'static [SetBits]);

// `GRAMMARS`: for each list of `BUNDLED` its words; none for the lists of entries.
include!(concat!(env!("OUT_DIR"), "/grammar.rs"));

/// The sets that a compound is of by its beginning.
const STARTS: SetBits = 1 << WordSet::ChargedStart as u32 | 1 << WordSet::ChargedAdverb as u32;
/// The sets that a compound is of by its end.
const ENDS: SetBits = 1 << WordSet::BoundEnd as u32 | 1 << WordSet::ChargedEnd as u32 | 1 << WordSet::PlainEnd as u32;

/// Adds to the `sets` of each word of `vocabulary` those that `list` has it in.
pub fn mark(list: &List, vocabulary: &Vocabulary, sets: &mut [SetBits]) {
    match list.bundled.and_then(|bundled| GRAMMARS[bundled].as_ref()) {
        Some((words, of)) => mark_by(|word| words.get(word).map_or(0, |at| of[usize::from(at)]), vocabulary, sets),
        None => {
            let mut words: FxHashMap<&str, SetBits> = FxHashMap::default();
            for (word, set) in split::grammar(&list.text).filter_map(|(name, word)| Some((word, WordSet::named(name)?)))
            {
                *words.entry(word).or_default() |= set.bit();
            }
            mark_by(|word| words.get(word).copied().unwrap_or_default(), vocabulary, sets);
        }
    }
}

fn mark_by(of: impl Fn(&str) -> SetBits, vocabulary: &Vocabulary, sets: &mut [SetBits]) {
    for ((_, form), sets) in vocabulary.iter().zip(sets) {
        *sets |= of(form);
        // "debt-ridden" may be one word of the vocabulary.
        if let Some((start, rest)) = form.split_once('-') {
            let end = rest.rsplit_once('-').map_or(rest, |(_, end)| end);
            *sets |= of(start) & STARTS | of(end) & ENDS;
        }
    }
}
