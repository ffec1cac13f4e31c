//! The lists of `assets/abbreviations` taken apart, for `src/text/language.rs` and `src/text/language/recognise.rs`.

use std::collections::{BTreeMap, BTreeSet};

use super::{frozen, table, wordkind::WordKind};

/// The code and the lists of each language. English first: it is taken when nothing speaks for another one.
const LISTS: [(&str, &str); 26] = [
    ("en", include_str!("../assets/abbreviations/en.txt")),
    ("de", include_str!("../assets/abbreviations/de.txt")),
    ("fr", include_str!("../assets/abbreviations/fr.txt")),
    ("es", include_str!("../assets/abbreviations/es.txt")),
    ("it", include_str!("../assets/abbreviations/it.txt")),
    ("pt", include_str!("../assets/abbreviations/pt.txt")),
    ("nl", include_str!("../assets/abbreviations/nl.txt")),
    ("da", include_str!("../assets/abbreviations/da.txt")),
    ("no", include_str!("../assets/abbreviations/no.txt")),
    ("fi", include_str!("../assets/abbreviations/fi.txt")),
    ("cs", include_str!("../assets/abbreviations/cs.txt")),
    ("pl", include_str!("../assets/abbreviations/pl.txt")),
    ("hu", include_str!("../assets/abbreviations/hu.txt")),
    ("sv", include_str!("../assets/abbreviations/sv.txt")),
    ("ro", include_str!("../assets/abbreviations/ro.txt")),
    ("tr", include_str!("../assets/abbreviations/tr.txt")),
    ("sk", include_str!("../assets/abbreviations/sk.txt")),
    ("hr", include_str!("../assets/abbreviations/hr.txt")),
    ("ca", include_str!("../assets/abbreviations/ca.txt")),
    ("id", include_str!("../assets/abbreviations/id.txt")),
    ("ru", include_str!("../assets/abbreviations/ru.txt")),
    ("uk", include_str!("../assets/abbreviations/uk.txt")),
    ("el", include_str!("../assets/abbreviations/el.txt")),
    ("hi", include_str!("../assets/abbreviations/hi.txt")),
    ("bn", include_str!("../assets/abbreviations/bn.txt")),
    ("ar", include_str!("../assets/abbreviations/ar.txt")),
];

/// The words of `list`, each with the section that it stands in.
fn words(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    list.lines().filter(|line| !line.starts_with('#')).flat_map(move |line| {
        let name = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        section = name.unwrap_or(section);
        let section = section;
        let words = if name.is_some() { "" } else { line };
        words.split_ascii_whitespace().map(move |word| (section, word))
    })
}

/// The table of common words: which of the sets of languages has each, and these sets, as bits in the order of the lists.
pub fn common() -> String {
    let mut common: BTreeMap<&str, u32> = BTreeMap::new();
    for (bit, (_, list)) in LISTS.iter().enumerate() {
        for (_, word) in words(list).filter(|(section, _)| *section == "common") {
            *common.entry(word).or_insert(0) |= 1 << bit;
        }
    }
    let sets: BTreeSet<u32> = common.values().copied().collect();
    let sets: Vec<u32> = sets.into_iter().collect();
    let number = |bits| u16::try_from(sets.binary_search(bits).unwrap()).unwrap();
    let of_word = common.iter().map(|(word, bits)| (*word, number(bits))).collect();
    table("COMMON", &of_word) + &format!("static SETS: [u32; {}] = {sets:?};\n", sets.len())
}

/// How the sentences of each language end, as Rust.
pub fn languages() -> String {
    let abbreviations = [WordKind::Title, WordKind::Number, WordKind::Inner, WordKind::Time];
    let abbreviations = abbreviations.iter().fold(0, |bits, kind| bits | kind.bit());
    let language = |(code, list): &(&str, &'static str)| {
        assert_eq!(words(list).next().map(|(section, _)| section), Some("common"), "{code}");
        let ordinals = words(list).any(|(section, word)| section == "ordinal" && word == "yes");
        let mut of_word: BTreeMap<&str, u16> = BTreeMap::new();
        for (section, word) in words(list).filter(|(section, _)| !matches!(*section, "common" | "ordinal")) {
            let kind = kind(section);
            assert!(kind.is_some(), "unknown section [{section}] in the list of '{code}'");
            let kind = kind.unwrap();
            let bits = of_word.entry(word).or_default();
            if kind.bit() & abbreviations != 0 {
                // Of several sections of abbreviations the last one counts.
                *bits &= !abbreviations;
            }
            *bits |= kind.bit();
        }
        assert!(of_word.values().any(|bits| bits & abbreviations != 0), "{code}");
        format!("Language {{ code: {code:?}, words: {}, ordinals: {ordinals} }},\n", frozen(&of_word))
    };
    let count = LISTS.len();
    format!("static LANGUAGES: [Language; {count}] = [\n{}];\n", LISTS.iter().map(language).collect::<String>())
}

/// The kind of the words that a list has in `section`.
fn kind(section: &str) -> Option<WordKind> {
    Some(match section {
        "title" => WordKind::Title,
        "number" => WordKind::Number,
        "inner" => WordKind::Inner,
        "time" => WordKind::Time,
        "zone" => WordKind::Zone,
        "starter" => WordKind::Starter,
        "said" => WordKind::Said,
        "company" => WordKind::Company,
        _ => return None,
    })
}
