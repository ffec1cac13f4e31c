//! Names that are written in more than one way and whose letters do not tell it: `United States` and `U.S.`, `Kiev` and `Kyiv`, by the list of
//! `assets/spellings/names.txt`. May be asked which name begins at a word, and whether two wordings are one name.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::{
    fold::{fold, is_acronym},
    name_key::base,
};

/// What two writings of a name are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// The long and the short form.
    Short,
    /// Two names of one place or body.
    Other,
    /// Two spellings.
    Spelling,
}

/// One way to write a name.
#[derive(Debug)]
pub struct Way {
    /// The folded words, without stops.
    words: Vec<String>,
    /// Whether it is written in capitals.
    capitals: bool,
    /// The number of the name: equal for all ways to write it.
    pub name: u16,
    /// What the ways of this name are to each other.
    pub writing: Writing,
}

impl Way {
    /// Of how many words it is.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Never; no name is written with no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

static KNOWN: OnceLock<FxHashMap<String, Vec<Way>>> = OnceLock::new();

/// The ways by their first word, the longest first.
fn known() -> &'static FxHashMap<String, Vec<Way>> {
    KNOWN.get_or_init(|| {
        let mut known: FxHashMap<String, Vec<Way>> = FxHashMap::default();
        let mut writing = Writing::Short;
        let list = include_str!("../../assets/spellings/names.txt");
        for (name, line) in (0..).zip(list.lines()).filter(|(_, line)| !line.starts_with('#')) {
            match line {
                "[short]" => writing = Writing::Short,
                "[other]" => writing = Writing::Other,
                "[spelling]" => writing = Writing::Spelling,
                ways => {
                    for way in ways.split(" | ") {
                        let words: Vec<String> = way.split(' ').map(fold).collect();
                        let capitals = words.len() == 1 && way.chars().filter(|c| c.is_uppercase()).count() > 1;
                        let first = words.first().cloned().unwrap_or_default();
                        known.entry(first).or_default().push(Way { words, capitals, name, writing });
                    }
                }
            }
        }
        known.values_mut().for_each(|ways| ways.sort_by_key(|way| usize::MAX - way.len()));
        known
    })
}

/// The longest known name that begins with the first of `words`; each is a word as it is written.
pub fn name_at<'a>(first: &str, mut nth: impl FnMut(usize) -> Option<&'a str>) -> Option<&'static Way> {
    let known = known();
    // Most words begin no name, and are known by their letters before anything is folded.
    if !first.starts_with(char::is_uppercase) && !first.starts_with("al-") {
        return None;
    }
    let plain = |word: &str| -> String {
        let folded = fold(word);
        if is_acronym(&folded) { folded.replace('.', "") } else { folded }
    };
    let folded = plain(first);
    let ways = known.get(base(&folded)).or_else(|| known.get(&folded))?;
    let alike = |way: &&Way| {
        way.words.iter().enumerate().all(|(at, word)| {
            let last = at + 1 == way.words.len();
            let Some(there) = (if at == 0 { Some(first) } else { nth(at) }) else { return false };
            let there = plain(there);
            &there == word || last && base(&there) == word
        })
    };
    let way = ways.iter().find(alike)?;
    let small = || first.strip_suffix("'s").or_else(|| first.strip_suffix("’s")).unwrap_or(first);
    (!way.capitals || !small().chars().skip(1).all(char::is_lowercase)).then_some(way)
}

/// What `left` and `right` are to each other where both are the same known name, and nothing more; an article before them aside.
#[must_use]
pub fn same_name(left: &str, right: &str) -> Option<Writing> {
    let name = |text: &str| {
        let mut words: Vec<&str> = text.split_whitespace().collect();
        if words.first().is_some_and(|word| word.eq_ignore_ascii_case("the")) {
            words.remove(0);
        }
        let trimmed: Vec<&str> =
            words.iter().map(|word| word.trim_end_matches([',', '.', ';', ':', '!', '?'])).collect();
        let way = name_at(trimmed.first()?, |at| trimmed.get(at).copied())?;
        (way.len() == trimmed.len()).then_some(way)
    };
    let (left, right) = (name(left)?, name(right)?);
    (left.name == right.name).then_some(left.writing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_name_is_one_however_it_is_written() {
        for (left, right, writing) in [
            ("United States", "U.S.", Writing::Short),
            ("the US", "United States", Writing::Short),
            ("UN", "United Nations", Writing::Short),
            ("EU's", "European Union's", Writing::Short),
            ("Kiev", "Kyiv", Writing::Other),
            ("Köln", "Cologne", Writing::Other),
            ("Burma's", "Myanmar's", Writing::Other),
            ("Usama", "Osama", Writing::Spelling),
        ] {
            assert_eq!(same_name(left, right), Some(writing), "{left} {right}");
        }
        for (left, right) in
            [("us", "United States"), ("Kiev", "Lviv"), ("United Nations", "United States"), ("who", "WHO")]
        {
            assert_eq!(same_name(left, right), None, "{left} {right}");
        }
    }
}
