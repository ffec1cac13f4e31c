//! Words that two reports may put for one another where they tell of the same thing (*killed*, *died*; *Moscow*, *Russia*): by list, for
//! English. Where a language has no list its words have kin by their first letters alone.

use super::{stem::stem, terms::Terms};
use crate::text::frozen::Frozen;

/// A line of the list, counted from 1.
pub type Line = u16;

/// In how many lines of the list a word may stand: *strike* is kin of *attack* and of *walkout*, which are no kin of each other.
pub const SENSES: usize = 3;

// `KINDRED`: by stem, which of the `SETS` of lines of `assets/kindred/en.txt` it stands on.
include!(concat!(env!("OUT_DIR"), "/kindred.rs"));

/// By term: the lines of the list that it stands on, in their order, then 0 for none.
#[must_use]
pub fn kindred(terms: &Terms, english: bool) -> Vec<[Line; SENSES]> {
    let set = |stem| if english { KINDRED.get(stem) } else { None };
    terms.stems().map(|stem| set(stem).map_or([0; SENSES], |set| SETS[usize::from(set)])).collect()
}

/// Whether the folded words of English stand on one line of the list. Words that begin with the same letters are kin without it.
#[must_use]
pub fn are_kin(one: &str, other: &str) -> bool {
    let lines = |word: &str| KINDRED.get(stem(word)).map(|set| SETS[usize::from(set)]);
    lines(one).zip(lines(other)).is_some_and(|(one, other)| one.iter().any(|line| *line != 0 && other.contains(line)))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::super::terms::kin;
    use super::*;
    use crate::text::vocabulary::Vocabulary;

    /// Words that may not be listed, each with the unrelated word whose stem it shares and which would become kin with it.
    const LEFT_OUT: &str = "allies all, armies arm, bite bit, briefing brief, care car, cities cite, county count, evening even, \
        fare far, goods good, hug huge, ladies lad, leaves leave, lives live, male mall, news new, note not, noted not, \
        outing out, party part, premiere premier, putt put, rap rape, rate rat, rating rat, sever severe, skies ski, story store, \
        trainee train, training train, units united, willing will, wine win, writ write";

    /// Listed words that meet an unrelated one all the same: the listed one is far the commoner in news.
    const MET: &str = "chile chill, committee commit, factory factor, file fill, hate hat, hope hop, plane plan, poll pole, \
        pope pop, quit quite, site sit, treaty treat, wales wall, police policy";

    /// Words that do little but bind a sentence: none may come to have kin by the stem of another word.
    const BINDING: &str = "a all almost also although always am among an and any are as at be because been being both but by can could \
        did do does each even ever every for from had has have he her here him his how however i if in into is it its let may might \
        most much must my never no nor not of off on only or other our out over own per put quite rather shall she should since so \
        some still such than that the their them then there these they this those though through thus to too under until upon us \
        very was we well were what when where which while who whom whose why will with within without would yet you your";

    /// The groups of the list.
    fn lines() -> impl Iterator<Item = &'static str> {
        include_str!("../../assets/kindred/en.txt").lines().filter(|line| !line.starts_with('#'))
    }

    fn pairs(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
        list.split(", ").map(|pair| pair.split_once(' ').unwrap_or_default())
    }

    #[test]
    fn words_of_a_line_have_different_stems_and_some_begin_differently() {
        for line in lines() {
            let mut stems = BTreeSet::new();
            line.split(' ')
                .for_each(|word| assert!(stems.insert(stem(word)), "the stem of '{word}' stands twice: {line}"));
            let beginnings: BTreeSet<_> = stems.iter().map(|stem| kin(stem).unwrap_or(stem)).collect();
            assert!(beginnings.len() > 1, "kin without the list: {line}");
            assert_eq!(line, line.to_lowercase());
        }
    }

    #[test]
    fn a_word_stands_in_three_lines_at_most_and_no_line_within_another() {
        let mut of: BTreeMap<&str, Vec<BTreeSet<&str>>> = BTreeMap::new();
        for line in lines() {
            let stems: BTreeSet<_> = line.split(' ').map(stem).collect();
            for stem in &stems {
                let others = of.entry(stem).or_default();
                for other in &*others {
                    assert!(!other.is_subset(&stems) && !stems.is_subset(other), "within another line: {line}");
                }
                others.push(stems.clone());
                assert!(others.len() <= SENSES, "'{stem}' stands too often: {line}");
            }
        }
    }

    #[test]
    fn no_unrelated_word_gets_kin_by_the_stem_it_shares() {
        let listed: BTreeSet<_> = lines().flat_map(|line| line.split(' ')).collect();
        for (word, unrelated) in pairs(LEFT_OUT) {
            assert!(!listed.contains(word) && stem(word) == stem(unrelated), "{word} {unrelated}");
        }
        for (word, unrelated) in pairs(MET) {
            assert!(listed.contains(word) && stem(word) == stem(unrelated), "{word} {unrelated}");
        }
        let binding: BTreeMap<_, _> = BINDING.split(' ').map(|word| (stem(word), word)).collect();
        for word in listed.iter().filter(|word| !BINDING.split(' ').any(|binding| binding == **word)) {
            let met = binding.get(stem(word)).copied();
            assert!(met.is_none_or(|met| pairs(MET).any(|pair| pair == (*word, met))), "{word} {met:?}");
        }
    }

    #[test]
    fn a_word_of_two_senses_has_the_kin_of_both() {
        let mut vocabulary = Vocabulary::default();
        let words = ["strike", "attack", "walkout", "plane", "aircraft", "judges", "court", "xyzzy"];
        let ids = words.map(|word| vocabulary.intern(word));
        let terms = Terms::new(&vocabulary, None);
        let senses = kindred(&terms, true);
        let of = |at: usize| senses[terms.parts_of(ids[at])[0] as usize];
        let meet = |one, other| of(one).iter().any(|line| *line != 0 && of(other).contains(line));
        assert_eq!([meet(0, 1), meet(0, 2), meet(1, 2), meet(3, 4), meet(5, 6)], [true, true, false, true, true]);
        assert_eq!(of(7), [0; SENSES]);
        assert!(kindred(&terms, false).iter().all(|lines| *lines == [0; SENSES]));
    }
}
