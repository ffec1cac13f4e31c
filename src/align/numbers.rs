//! English numbers in words, which stand for the same figure in another report (*ninety-four*, *94*). In other languages these words
//! are rare or mean the same.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The list that figures are compared by as well; here its plain numbers will do.
const WORDS: &str = include_str!("../../assets/words/en/numbers.txt");

static NUMBERS: LazyLock<FxHashMap<&str, u32>> = LazyLock::new(|| {
    let numbers =
        WORDS.lines().skip_while(|line| *line != "[number]").skip(1).take_while(|line| !line.starts_with('['));
    let entries = numbers.flat_map(|line| line.split(','));
    entries
        .filter_map(|entry| entry.trim().split_once(' '))
        .filter_map(|(word, n)| Some((word, n.parse().ok()?)))
        .collect()
});

/// The number that `word` (folded) is, from 2 on: *one* is too often no number.
#[must_use]
pub fn number(word: &str) -> Option<u32> {
    let known = |word: &str| NUMBERS.get(word).copied();
    let number = match word.split_once('-') {
        Some((tens, ones)) => {
            let (tens, ones) = (known(tens)?, known(ones)?);
            (tens >= 20 && (1..10).contains(&ones)).then_some(tens + ones)
        }
        None => known(word),
    };
    number.filter(|number| *number > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_figures() {
        assert_eq!(
            ["two", "fifteen", "ninety-four", "twenty-one"].map(number),
            [Some(2), Some(15), Some(94), Some(21)]
        );
        assert_eq!(["one", "zero", "four-ninety", "two-state", "94", "tender"].map(number), [None; 6]);
    }
}
