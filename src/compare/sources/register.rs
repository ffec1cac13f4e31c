//! Which row of the ledger a speaker belongs to, without holding each against all: a long text has thousands. Gives the answer that
//! asking every row in turn would give, unless more than [`MOST_ALIKE`] names look alike.

use rustc_hash::FxHashMap;

use super::unnamed;
use crate::{
    compare::{
        names::{one_letter_apart, same_name},
        quotations::{first_name, last_name},
    },
    text::name_key::name_key,
};

/// So many names that share a key or a half are looked at; more are no spellings of one name.
const MOST_ALIKE: usize = 64;

/// The speakers of a ledger, by whatever two names of one speaker share.
#[derive(Default)]
pub(super) struct Register {
    /// The row of each name met so far, as written.
    known: FxHashMap<String, usize>,
    /// The first row of each folded last name.
    last: FxHashMap<String, usize>,
    /// Last names and their rows by the key that spellings of one name share.
    alike: FxHashMap<String, Vec<(String, usize)>>,
    /// Last names and their rows by first name and half of the last one.
    halves: FxHashMap<(String, String), Vec<(String, usize)>>,
    /// The row of each speaker without a name, by the folded words.
    unnamed: FxHashMap<String, usize>,
}

impl Register {
    /// The first row whose speaker is the one called `name`, in whatever spelling; `new`, which then stands for him, if there is none.
    pub fn named(&mut self, name: &str, new: usize) -> usize {
        if let Some(row) = self.known.get(name) {
            return *row;
        }
        let (first, last) = (first_name(name), last_name(name));
        let row = self.find(first.as_deref(), &last).unwrap_or(new);
        self.known.insert(name.to_owned(), row);
        if row == new {
            self.last.entry(last.clone()).or_insert(new);
            self.alike.entry(name_key(&last)).or_default().push((last.clone(), new));
            for half in first.iter().flat_map(|_| halves(&last)) {
                let key = (first.clone().unwrap_or_default(), half.to_owned());
                self.halves.entry(key).or_default().push((last.clone(), new));
            }
        }
        row
    }

    /// The row of the speaker whom `words` stand for, `new` if there is none yet.
    pub fn unnamed(&mut self, words: &str, new: usize) -> usize {
        *self.unnamed.entry(unnamed(words)).or_insert(new)
    }

    /// The first row that [`same_speaker`](crate::compare::quotations::same_speaker) would find.
    fn find(&self, first: Option<&str>, last: &str) -> Option<usize> {
        let alike = self.alike.get(&name_key(last)).into_iter().flatten().take(MOST_ALIKE);
        let alike = alike.filter(|(other, _)| same_name(other, last));
        let beside = first.into_iter().flat_map(|first| {
            let of = |half: &str| self.halves.get(&(first.to_owned(), half.to_owned()));
            halves(last).filter_map(of).flat_map(|names| names.iter().take(MOST_ALIKE))
        });
        let beside = beside.filter(|(other, _)| one_letter_apart(other, last));
        let found = alike.chain(beside).map(|(_, row)| *row);
        found.chain(self.last.get(last).copied()).min()
    }
}

/// The halves of `name`, of which it shares one with every name that is one letter apart: the letter stands in the other.
fn halves(name: &str) -> impl Iterator<Item = &str> {
    let letters = name.chars().count();
    // A name that is a letter shorter has halves that may be a letter shorter.
    let lengths = [letters / 2, letters.saturating_sub(1) / 2];
    let distinct = if lengths[0] == lengths[1] { 1 } else { 2 };
    lengths.into_iter().take(distinct).flat_map(move |length| {
        let at = |index: usize| name.char_indices().nth(index).map_or(name.len(), |(at, _)| at);
        [name.get(..at(length)), name.get(at(letters - length)..)].into_iter().flatten()
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::compare::quotations::same_speaker;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn the_register_finds_what_asking_every_row_finds(
            names in prop::collection::vec("(Mr |Ann |Abu |)(Gh|Q|G|B)(a|e|u)(ss|s|d|rt)?(a|e|i)(m|n|mi|ni|hn|s)(i|an|)", 1..24)
        ) {
            let mut register = Register::default();
            let mut rows: Vec<&str> = Vec::new();
            for name in &names {
                let asked = rows.iter().position(|row| same_speaker(row, name)).unwrap_or(rows.len());
                prop_assert_eq!(register.named(name, rows.len()), asked, "{} in {:?}", name, rows);
                if asked == rows.len() {
                    rows.push(name);
                }
            }
        }
    }
}
