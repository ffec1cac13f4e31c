//! Words that two reports may put for one another where they tell of the same thing (*killed*, *died*; *Moscow*, *Russia*): by list, for
//! English. Where a language has no list its words have kin by their first letters alone.

use super::terms::{Terms, stem};

/// A line of the list: 0 for terms that stand in none.
pub type Line = u16;

const ENGLISH: &str = include_str!("../../assets/kindred/en.txt");

/// By term: the line of the list that it stands on.
#[must_use]
pub fn kindred(terms: &Terms, english: bool) -> Vec<Line> {
    let mut lines = vec![0; terms.len()];
    if english {
        for (number, line) in (1..).zip(ENGLISH.lines().filter(|line| !line.starts_with('#'))) {
            for term in line.split(' ').filter_map(|word| terms.get(stem(word))) {
                // Words that two lines have in common once their endings are cut belong to the first.
                let known: &mut Line = &mut lines[term as usize];
                *known = if *known == 0 { number } else { *known };
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_line_of_the_list_has_kin_and_no_word_stands_twice() {
        let lines = ENGLISH.lines().filter(|line| !line.starts_with('#'));
        let mut seen = BTreeSet::new();
        for line in lines {
            assert!(line.split(' ').count() > 1, "{line}");
            line.split(' ').for_each(|word| assert!(seen.insert(word), "'{word}' stands twice"));
        }
    }
}
