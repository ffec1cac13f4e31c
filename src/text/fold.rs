//! What a word is when it is folded for comparison: case, accents, quotation marks, dashes and apostrophes aside. May be asked to
//! fold a word, and for the accents that folding took from it: words that fold alike are sought and set level as one, and with other accents
//! they may be two all the same (*schon*, *schön*). Letters that only look like another with an accent (й, vowel signs of Indic scripts and Thai) stay.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::broken::whole;

/// `word` in lower case, without accents, with straight quotes and plain hyphens, without characters that have no width, and whole
/// if a line's end broke it. Two words that fold alike are level for alignment; their difference is one of [accents](accented), case or typography. A word of nothing but
/// zero-width characters folds to the empty string.
#[must_use]
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// As [`fold`], for words that are kept as long as the program runs; takes nothing for what is folded as it stands.
#[must_use]
pub fn fold_static(word: &'static str) -> &'static str {
    let plain = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b' ' | b'.' | b'#');
    if word.as_bytes().iter().all(plain) {
        return word;
    }
    let folded = fold(word);
    if folded == word { word } else { folded.leak() }
}

/// Adds the folded form of `word` to `out`, as [`fold`] gives it.
pub fn fold_into(word: &str, out: &mut String) {
    if word.contains('\n') { fold_unbroken(&whole(word), out) } else { fold_unbroken(word, out) }
}

/// The same for a word that is not broken at the end of a line.
fn fold_unbroken(word: &str, out: &mut String) {
    let start = out.len();
    if word.is_ascii() {
        out.push_str(word);
        if let Some(word) = out.get_mut(start..) {
            word.make_ascii_lowercase();
        }
        return settle(start, out);
    }
    for c in word.chars() {
        match c {
            '\u{201a}' | '\u{201b}' => out.push('\''),
            _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            _ => match sign(c) {
                Some(sign) => out.push_str(sign),
                None => {
                    out.truncate(start);
                    return fold_decomposed(word, out);
                }
            },
        }
    }
    settle(start, out);
}

/// The same for a word with letters that are not ASCII. Compatibility decomposition (Unicode Standard Annex 15) parts letters
/// from their accents and undoes ligatures and full-width forms.
fn fold_decomposed(word: &str, out: &mut String) {
    let start = out.len();
    for c in word.nfkd() {
        if let Some(whole) = out.get(start..).and_then(|folded| one_letter(folded.chars().next_back()?, c)) {
            out.pop();
            out.push(whole);
        } else if !is_accent(c) {
            for c in c.to_lowercase().filter(|c| !is_accent(*c)) {
                match sign(c).or_else(|| letter(c)) {
                    Some(plain) => out.push_str(plain),
                    None => out.push(c),
                }
            }
        }
    }
    settle(start, out);
}

/// The letters of `word` in lower case with the accents that [`fold`] takes from them, if it takes any: those of Latin, Greek and Cyrillic letters,
/// and strokes and ties. Two words that fold alike are one word when these are equal, and told as differing in their accents when they are not; points of Arabic
/// and Hebrew are no accents. Equal for the two ways in which Unicode writes an accented letter.
#[must_use]
pub fn accented(word: &str) -> Option<String> {
    if word.is_ascii() || !word.chars().any(may_be_accented) {
        return None;
    }
    let word = if word.contains('\n') { Cow::Owned(whole(word)) } else { Cow::Borrowed(word) };
    let (mut letters, mut any) = (String::with_capacity(word.len() + 2), false);
    for c in word.nfkd().flat_map(char::to_lowercase) {
        if let Some(whole) = letters.chars().next_back().and_then(|last| one_letter(last, c)) {
            letters.pop();
            letters.push(whole);
        } else if is_told(c) || letter(c).is_some() {
            letters.push(c);
            any = true;
        } else if c.is_alphanumeric() && !is_accent(c) {
            letters.push(c);
        }
    }
    any.then_some(letters)
}

/// Whether a word with `c` may have accents; it need not. Asked of every letter that is not ASCII.
fn may_be_accented(c: char) -> bool {
    matches!(c,
        '\u{c0}'..='\u{24f}' | '\u{300}'..='\u{390}' | '\u{3aa}'..='\u{3b0}' | '\u{3ca}'..='\u{3d4}' | '\u{400}'..='\u{40f}'
        | '\u{450}'..='\u{45f}' | '\u{476}'..='\u{4ff}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1fff}')
}

/// Whether `c` is an accent over, under or through a letter of an alphabet: no point of a consonants' script.
fn is_told(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}')
}

/// The Cyrillic letter that decomposition parts into `base` and the accent `mark`, and which is one of its alphabet, told from its base by everyone who writes.
/// Not ё: it is е to many.
fn one_letter(base: char, mark: char) -> Option<char> {
    Some(match (base, mark) {
        ('и', '\u{306}') => 'й',
        ('у', '\u{306}') => 'ў',
        ('і', '\u{308}') => 'ї',
        ('г', '\u{301}') => 'ѓ',
        ('к', '\u{301}') => 'ќ',
        _ => return None,
    })
}

/// Whether `folded` is an acronym with stops between its letters: `u.s`, `n.a.t.o`, `p.m`. The last stop is a sign of its own.
#[must_use]
pub fn is_acronym(folded: &str) -> bool {
    let bytes = folded.as_bytes();
    let pair = |pair: &[u8]| matches!(pair, [letter, b'.'] | [letter] if letter.is_ascii_alphabetic());
    bytes.len() >= 3 && bytes.len() % 2 == 1 && bytes.chunks(2).all(pair)
}

/// Signs written with two characters: `''` and ` `` ` are quotation marks, `--` and `---` a dash.
fn settle(start: usize, out: &mut String) {
    let plain = match out.get(start..) {
        Some("''" | "``") => "\"",
        Some("--" | "---") => "-",
        Some("`" | "\u{b4}") => "'",
        _ => return,
    };
    out.truncate(start);
    out.push_str(plain);
}

/// The plain sign that `c` is a typographer's form of; empty for what has no width.
fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{2018}'..='\u{201b}' | '\u{2032}' | '\u{2bc}' | '\u{2039}' | '\u{203a}' | '\u{ff07}' => "'",
        '\u{201c}'..='\u{201f}' | '\u{2033}' | '\u{ab}' | '\u{bb}' | '\u{300c}'..='\u{300f}' | '\u{ff02}' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => "-",
        '\u{2026}' => "...",
        '\u{ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => "",
        '\u{a0}' | '\u{2009}' | '\u{202f}' => "",
        _ => return None,
    })
}

/// Letters with a stroke or a tie, which decomposition leaves whole.
fn letter(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'ı' => "i",
        'þ' => "th",
        'ħ' => "h",
        _ => return None,
    })
}

/// Whether `c` is an accent that a writer may leave out: Latin, Greek and Cyrillic diacritics, Arabic and Hebrew points. The vowel
/// signs of Indic scripts, Thai vowels and kana voicing marks are letters and stay.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings_of_one_word_fold_alike() {
        for (one, other) in [
            ("Netanyahu’s", "netanyahu's"),
            ("de‑confliction", "DE-confliction"),
            ("Café", "cafe"),
            ("Straße", "STRASSE"),
            ("co\u{ad}operate", "cooperate"),
            ("pass\u{200b}word", "password"),
            ("volun-\n tary", "voluntary"),
            ("…", "..."),
            ("''", "“"),
            ("—", "--"),
            ("ＡＢＣ", "abc"),
            ("مُحَمَّد", "محمد"),
            ("Łódź", "lodz"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} {other}");
        }
        assert_ne!(fold("कि"), fold("की"));
        assert_ne!(fold("か"), fold("が"));
        assert_ne!(fold("‘"), fold("“"));
    }

    #[test]
    fn letters_that_decompose_stay_letters() {
        for (one, other) in [("мой", "мои"), ("Йод", "иод"), ("їх", "іх"), ("воў", "воу"), ("ќе", "ке")]
        {
            assert_ne!(fold(one), fold(other), "{one} {other}");
        }
        assert_eq!(fold("МО\u{418}\u{306}"), "мой", "written with its accent apart");
        assert_eq!(fold("ёлка"), fold("елка"));
    }

    #[test]
    fn accents_that_folding_takes_can_be_asked_for() {
        for (one, other) in [
            ("schön", "schon"),
            ("año", "ano"),
            ("Łódź", "Lodz"),
            ("résume", "resumé"),
            ("Å", "a"),
            ("Maße", "Masse"),
            ("ёлка", "елка"),
        ] {
            assert_eq!(fold(one), fold(other));
            assert_ne!(accented(one), accented(other), "{one} {other}");
        }
        for (one, other) in [
            ("Café", "CAFE\u{301}"),
            ("demi-\u{e9}cole", "demi\u{2011}École"),
            ("мой", "МОЙ"),
            ("مُحَمَّد", "محمد"),
            ("“so”", "so"),
            ("naï-\nve", "naïve"),
        ] {
            assert_eq!(accented(one), accented(other), "{one} {other}");
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]
        #[test]
        fn folding_twice_changes_nothing_more(word in "\\PC{0,12}") {
            let once = fold(&word);
            proptest::prop_assert_eq!(fold(&once), once);
        }
    }
}
