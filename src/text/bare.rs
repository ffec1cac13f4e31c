//! Words without the signs around them. Knows nothing of the signs inside.

/// `word` without what is neither letter nor digit at its ends.
#[must_use]
pub fn bare(word: &str) -> &str {
    if has_plain_ends(word) { word } else { word.trim_matches(|c: char| !c.is_alphanumeric()) }
}

/// Whether `text` begins and ends with a letter or digit of ASCII: nearly all words do, and there is nothing to be taken off them.
#[must_use]
pub fn has_plain_ends(text: &str) -> bool {
    let bytes = text.as_bytes();
    [bytes.first(), bytes.last()].iter().all(|byte| byte.is_some_and(u8::is_ascii_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_taken_off_the_ends_alone() {
        let words = ["word", "“word”", "(U.S.-led),", "élan", "…é…", "7", "—", ""];
        assert_eq!(words.map(bare), ["word", "word", "U.S.-led", "élan", "é", "7", "", ""]);
    }
}
