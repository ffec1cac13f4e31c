//! The stem of a word. Asked wherever words are compared, and by `build.rs`, which cuts the words of the bundled lists beforehand; so it
//! names nothing outside the standard library.

/// `word` (folded) without the endings that only bend it: possessive, plural, *-ed*, *-ing*, *-ly*, a final *e* or doubled
/// consonant. A light stemmer in the manner of Harman 1991 ("How effective is suffixing?"): it cuts, never rewrites, so that
/// forms of one word meet and a wrong cut costs little.
#[must_use]
pub fn stem(word: &str) -> &str {
    let cut = |word: &'_ str, ending: &str, least: usize| -> Option<usize> {
        word.strip_suffix(ending).map(str::len).filter(|rest| *rest >= least)
    };
    let mut end = cut(word, "'s", 1).or_else(|| cut(word, "'", 1)).unwrap_or(word.len());
    if !word.bytes().take(end).all(|b| b.is_ascii_lowercase()) {
        return word.get(..end).unwrap_or(word);
    }
    let at = |end: usize| word.get(..end).unwrap_or_default();
    if let Some(rest) = cut(at(end), "ies", 3).or_else(|| cut(at(end), "ied", 3)).or_else(|| cut(at(end), "y", 4)) {
        return at(rest);
    }
    if !at(end).ends_with("ss") && !at(end).ends_with("us") && !at(end).ends_with("is") {
        end = cut(at(end), "s", 3).unwrap_or(end);
    }
    for ending in ["ing", "ed", "ly"] {
        if let Some(rest) = cut(at(end), ending, 3) {
            end = rest;
            break;
        }
    }
    while let Some(rest) = cut(at(end), "e", 3) {
        end = rest;
    }
    let tail = at(end).as_bytes();
    if end > 3 && tail[end - 1] == tail[end - 2] && !b"aeiou".contains(&tail[end - 1]) {
        end -= 1;
    }
    at(end)
}
