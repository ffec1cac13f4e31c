//! One word in two spellings that no reader takes for two words: British and American English (`organised`, `organized`), an umlaut and the
//! vowels that are written for it (`Müller`, `Mueller`), a negation and its short form (`did not`, `didn't`). May be asked for what the
//! spellings of a word have in common; knows nothing of names.

use std::borrow::Cow;

use super::frozen::{Frozen, Joined};

// The spellings that no rule gives, made from `assets/spellings/en.txt` when the program is built: British STEMS and WORDS, each with the number
// of the AMERICAN one.
include!(concat!(env!("OUT_DIR"), "/spellings.rs"));

/// No listed stem has fewer letters.
const SHORTEST_STEM: usize = 4;

/// `folded` as an American would write it, as far as lists and rules tell; what has one spelling stays as it is, or becomes what nobody writes.
/// Only meant to be held against another word that was made so too.
#[must_use]
pub fn american(folded: &str) -> Cow<'_, str> {
    let (word, plural) = match WORDS.get(folded) {
        Some(word) => (Some(word), ""),
        None => (folded.strip_suffix('s').and_then(|one| WORDS.get(one)), "s"),
    };
    if let Some(word) = word {
        let word = AMERICAN.get(word.into());
        return Cow::Owned(format!("{word}{plural}"));
    }
    let mut word = Cow::Borrowed(folded);
    let stems = (SHORTEST_STEM..=folded.len()).rev().filter_map(|end| Some((folded.get(..end)?, folded.get(end..)?)));
    if let Some((stem, rest)) = stems.filter_map(|(stem, rest)| Some((STEMS.get(stem)?, rest))).next() {
        let stem = AMERICAN.get(stem.into());
        word = Cow::Owned(format!("{stem}{rest}"));
    }
    for (ending, british, american) in VERBS {
        let Some(stem) = word.strip_suffix(ending).and_then(|stem| stem.strip_suffix(british)) else { continue };
        if stem.len() >= 3 && (*british != "ll" || doubles(stem)) {
            return Cow::Owned(format!("{stem}{american}{ending}"));
        }
    }
    word
}

/// Whether a last `l` is doubled behind `stem` by the British alone: where a vowel stands before it and another syllable before that
/// (`travelled`, not `called` or `filled`; `refilled` is no `refiled`).
fn doubles(stem: &str) -> bool {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut letters = stem.chars().rev();
    let before = letters.next().is_some_and(vowel);
    before && !stem.ends_with("fi") && letters.skip_while(|c| vowel(*c)).any(vowel)
}

/// Endings of verbs, each with what stands before it in British and in American.
#[rustfmt::skip]
const VERBS: &[(&str, &str, &str)] = &[
    ("e", "is", "iz"), ("es", "is", "iz"), ("ed", "is", "iz"), ("ing", "is", "iz"), ("er", "is", "iz"), ("ers", "is", "iz"),
    ("ation", "is", "iz"), ("ations", "is", "iz"), ("ational", "is", "iz"),
    ("e", "ys", "yz"), ("es", "ys", "yz"), ("ed", "ys", "yz"), ("ing", "ys", "yz"), ("er", "ys", "yz"), ("ers", "ys", "yz"),
    ("ed", "ll", "l"), ("ing", "ll", "l"), ("ings", "ll", "l"), ("er", "ll", "l"), ("ers", "ll", "l"),
];

/// `word`, as it is written, with the vowels that stand for an umlaut: `mueller` for `Müller`. Folded otherwise.
#[must_use]
pub fn without_umlauts(word: &str) -> String {
    let mut plain = String::with_capacity(word.len() + 2);
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' | 'æ' => plain.push_str("ae"),
            'ö' | 'ø' | 'œ' => plain.push_str("oe"),
            'ü' => plain.push_str("ue"),
            'å' => plain.push_str("aa"),
            other => plain.push(other),
        }
    }
    super::fold::fold(&plain)
}

/// Whether `word` has a letter that [`without_umlauts`] writes otherwise.
#[must_use]
pub fn has_umlaut(word: &str) -> bool {
    let umlaut = |c| matches!(c, 'ä' | 'æ' | 'ö' | 'ø' | 'œ' | 'ü' | 'å' | 'Ä' | 'Æ' | 'Ö' | 'Ø' | 'Œ' | 'Ü' | 'Å');
    !word.is_ascii() && word.chars().any(umlaut)
}

/// The two words that the folded `word` is short for: `did not` for `didn't`.
#[must_use]
pub fn in_full(word: &str) -> Option<(&str, &'static str)> {
    let (before, after) = word.split_once('\'')?;
    match (before, after) {
        ("can", "t") => Some(("can", "not")),
        ("won", "t") => Some(("will", "not")),
        ("shan", "t") => Some(("shall", "not")),
        (verb, "t") => Some((verb.strip_suffix('n').filter(|verb| NEGATED.contains(verb))?, "not")),
        ("i", "m") => Some((before, "am")),
        ("you" | "we" | "they", "re") => Some((before, "are")),
        ("i" | "you" | "he" | "she" | "it" | "we" | "they", "ll") => Some((before, "will")),
        ("i" | "you" | "we" | "they", "ve") => Some((before, "have")),
        _ => None,
    }
}

/// Verbs that `n't` is written behind.
const NEGATED: &[&str] = &[
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "could", "should", "would", "must", "might",
    "need",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn british_and_american_spellings_are_one_word() {
        for (british, american_) in [
            ("organised", "organized"),
            ("realised", "realized"),
            ("organisation", "organization"),
            ("organisations", "organizations"),
            ("colour", "color"),
            ("colourful", "colorful"),
            ("labour", "labor"),
            ("analyse", "analyze"),
            ("paralysed", "paralyzed"),
            ("travelled", "traveled"),
            ("cancelling", "canceling"),
            ("travellers", "travelers"),
            ("tyres", "tires"),
            ("grey", "gray"),
            ("centres", "centers"),
            ("defence", "defense"),
            ("programmes", "programs"),
            ("neighbouring", "neighboring"),
        ] {
            assert_eq!(american(british), american(american_), "{british} {american_}");
        }
    }

    #[test]
    fn other_words_stay_apart() {
        for (one, other) in [
            ("filled", "filed"),
            ("refilled", "refiled"),
            ("polled", "poled"),
            ("four", "for"),
            ("tour", "tor"),
            ("prise", "prize"),
            ("hour", "hor"),
            ("rise", "rize"),
        ] {
            assert_ne!(american(one), american(other), "{one} {other}");
        }
    }

    #[test]
    fn umlauts_and_short_forms() {
        assert_eq!(without_umlauts("Müller"), "mueller");
        assert_eq!(without_umlauts("Köln"), "koeln");
        assert_eq!(in_full("didn't"), Some(("did", "not")));
        assert_eq!(in_full("won't"), Some(("will", "not")));
        assert_eq!(in_full("netanyahu's"), None);
    }
}
