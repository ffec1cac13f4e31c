//! Words that two reports may put for one another where they tell of the same thing (*killed*, *died*; *Moscow*, *Russia*): by list, for
//! English. Where a language has no list its words have kin by their first letters alone.

use super::terms::Terms;
use crate::text::frozen::Frozen;

/// A line of the list, counted from 1: 0 for terms that stand in none.
pub type Line = u16;

// `KINDRED`: the lines of `assets/kindred/en.txt`, by stem.
include!(concat!(env!("OUT_DIR"), "/kindred.rs"));

/// By term: the line of the list that it stands on.
#[must_use]
pub fn kindred(terms: &Terms, english: bool) -> Vec<Line> {
    let line = |stem| if english { KINDRED.get(stem).unwrap_or(0) } else { 0 };
    terms.stems().map(line).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    #[test]
    fn every_line_of_the_list_has_kin_and_no_word_stands_twice() {
        let lines = include_str!("../../assets/kindred/en.txt").lines().filter(|line| !line.starts_with('#'));
        let mut seen = BTreeSet::new();
        for line in lines {
            assert!(line.split(' ').count() > 1, "{line}");
            line.split(' ').for_each(|word| assert!(seen.insert(word), "'{word}' stands twice"));
        }
    }
}
