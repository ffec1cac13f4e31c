//! Names that are written in more than one way and whose letters do not tell it: `United States` and `U.S.`, `Kiev` and `Kyiv`, by the list of
//! `assets/spellings/names.txt`. May be asked which name begins at a word, and whether two wordings are one name.

use std::borrow::Cow;

use super::{
    fold::{fold, is_acronym},
    frozen::{Frozen, Joined},
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
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// Of how many words it is.
    pub count: usize,
    /// Whether it is written in capitals.
    capitals: bool,
    /// The number of the name: equal for all ways to write it.
    pub name: u16,
    /// What the ways of this name are to each other.
    pub writing: Writing,
}

impl Way {
    /// What the two are to each other where they are ways of one name.
    #[must_use]
    pub fn same(self, other: Self) -> Option<Writing> {
        (self.name == other.name).then_some(self.writing)
    }
}

// Made from `assets/spellings/names.txt` when the program is built: FIRST_WORDS, folded, each with a number; by this FIRST, the number of the
// first of the ways that begin with the word, the longest first; by this WAYS, and in WORDS the folded words of each, without stops.
include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// By FIRST_WORDS the number of `folded`, without its stops if it is an acronym.
fn begun(folded: &str) -> Option<usize> {
    let plain = if is_acronym(folded) { Cow::Owned(folded.replace('.', "")) } else { Cow::Borrowed(folded) };
    FIRST_WORDS.get(base(&plain)).or_else(|| FIRST_WORDS.get(&plain)).map(usize::from)
}

/// Whether a known name may begin with the word `folded`.
#[must_use]
pub fn may_begin(folded: &str) -> bool {
    begun(folded).is_some()
}

/// The longest known name that begins with the word written as `first`; `folded` gives this word, folded, and those behind it.
pub fn name_at<'a>(first: &str, mut folded: impl FnMut(usize) -> Option<Cow<'a, str>>) -> Option<&'static Way> {
    // Most words begin no name, and are known by their letters before anything is folded.
    if !first.starts_with(char::is_uppercase) && !first.starts_with("al-") {
        return None;
    }
    let begun = begun(&folded(0)?)?;
    let mut plain = |at: usize| {
        let folded = folded(at)?;
        Some(if is_acronym(&folded) { Cow::Owned(folded.replace('.', "")) } else { folded })
    };
    let mut alike = |way: &usize| {
        let count = WAYS[*way].count;
        WORDS.get(*way).split(' ').enumerate().all(|(at, word)| {
            let last = at + 1 == count;
            let Some(there) = plain(at) else { return false };
            there == word || last && base(&there) == word
        })
    };
    let way = &WAYS[(usize::from(FIRST[begun])..usize::from(FIRST[begun + 1])).find(&mut alike)?];
    let small = || first.strip_suffix("'s").or_else(|| first.strip_suffix("’s")).unwrap_or(first);
    (!way.capitals || !small().chars().skip(1).all(char::is_lowercase)).then_some(way)
}

/// The known name that `text` is, an article before it aside, and nothing more.
#[must_use]
pub fn known_name(text: &str) -> Option<Way> {
    let words = text.split_whitespace().map(|word| word.trim_end_matches([',', '.', ';', ':', '!', '?']));
    let article = |word: &str| word.eq_ignore_ascii_case("the");
    let words = words.clone().skip(usize::from(text.split_whitespace().next().is_some_and(article)));
    let way = name_at(words.clone().next()?, |at| words.clone().nth(at).map(|word| Cow::Owned(fold(word))))?;
    (way.count == words.count()).then_some(*way)
}

/// What `left` and `right` are to each other where both are the same [known name](known_name).
#[must_use]
pub fn same_name(left: &str, right: &str) -> Option<Writing> {
    known_name(left)?.same(known_name(right)?)
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
