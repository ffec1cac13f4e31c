//! What a word is when it is folded for comparison: case, accents, quotation marks, dashes and apostrophes aside.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// `word` in lower case, without accents, with straight quotes and plain hyphens. Two words that fold alike are equal for
/// alignment; their difference is one of case or typography.
#[must_use]
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(plain).collect()
}

fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{02bc}' | '`' | '\u{b4}' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}
