//! The lists of `assets/roles` taken apart, for `src/intake/role/lists.rs`.

use std::collections::BTreeMap;

use super::{
    first_of,
    fold::fold,
    frozen, joined,
    kinds::{LineKind, WordKind, is_aside},
    table,
};

/// The code and the text of each language's lists.
const LANGUAGES: [(&str, &str); 7] = [
    ("en", include_str!("../assets/roles/en.txt")),
    ("de", include_str!("../assets/roles/de.txt")),
    ("fr", include_str!("../assets/roles/fr.txt")),
    ("es", include_str!("../assets/roles/es.txt")),
    ("it", include_str!("../assets/roles/it.txt")),
    ("pt", include_str!("../assets/roles/pt.txt")),
    ("nl", include_str!("../assets/roles/nl.txt")),
];

/// The lists of all languages and the names of their months, as Rust.
pub fn roles() -> String {
    let lists: String = LANGUAGES.iter().map(|(code, list)| Lists::read(code, list).rust(code)).collect();
    let mut months = BTreeMap::new();
    for (_, section) in LANGUAGES.iter().filter_map(|(_, list)| list.split_once("\n[months]\n")) {
        let names = section.split("\n[").next().unwrap().split_whitespace();
        for (number, names) in (1..).zip(names) {
            for name in names.split('/').map(fold) {
                months.entry(name).or_insert(number);
            }
        }
    }
    let count = LANGUAGES.len();
    format!("static LISTS: [Lists; {count}] = [\n{lists}];\n{}", table("MONTHS", &borrowed(&months)))
}

/// The lists of one language.
#[derive(Default)]
struct Lists {
    /// Whole lines without the signs at their ends, each with the number of its kind.
    exact: BTreeMap<String, u16>,
    /// Patterns without their ellipsis, by their first word and in the order of the list; then those that may stand anywhere.
    prefixes: BTreeMap<String, Vec<(String, LineKind)>>,
    inside: Vec<(String, LineKind)>,
    words: BTreeMap<String, u16>,
}

impl Lists {
    fn read(code: &str, list: &str) -> Self {
        let mut lists = Self::default();
        let mut section = "";
        // A pattern may begin with `#`, the sign of a figure; a remark has a space behind it and stands above all sections.
        for line in list.lines().map(str::trim_ascii).filter(|line| !line.is_empty()) {
            if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                section = name;
            } else if let Some(kind) = line_kind(section) {
                lists.pattern(line, kind);
                if section == "comments" {
                    lists.word(fold(line).trim_matches(is_aside), WordKind::Comments);
                }
            } else if let Some(kind) = word_kind(section) {
                let apart = |c: char| c.is_whitespace() || section == "weekdays" && c == '/';
                let words = line.split(apart).filter(|word| !word.is_empty());
                words.for_each(|word| lists.word(&fold(word), kind));
            } else {
                assert!(matches!(section, "" | "months"), "unknown section [{section}] in the list of '{code}'");
            }
        }
        lists
    }

    fn word(&mut self, word: &str, kind: WordKind) {
        *self.words.entry(word.to_owned()).or_default() |= kind.bit();
    }

    fn pattern(&mut self, pattern: &str, kind: LineKind) {
        let is_ellipsis = |c| matches!(c, '…' | '.');
        let core = fold(pattern.trim_matches(|c| is_ellipsis(c) || c == ' '));
        if pattern.starts_with(is_ellipsis) {
            return self.inside.push((core, kind));
        }
        let first = core.split(' ').next().unwrap().to_owned();
        self.word(first.trim_matches(is_aside), WordKind::First);
        if pattern.ends_with(is_ellipsis) {
            self.prefixes.entry(first).or_default().push((core, kind));
        } else {
            self.exact.insert(core.trim_matches(is_aside).to_owned(), kind as u16);
        }
    }

    /// The lists as a value of the program's `Lists`.
    fn rust(&self, code: &str) -> String {
        let starts = first_of(self.prefixes.values().map(Vec::len));
        let first_words = (0..).zip(self.prefixes.keys()).map(|(number, word)| (word.as_str(), number)).collect();
        let patterns: Vec<&(String, LineKind)> = self.prefixes.values().flatten().chain(&self.inside).collect();
        let texts: Vec<&String> = patterns.iter().map(|(text, _)| text).collect();
        let kinds: Vec<String> = patterns.iter().map(|(_, kind)| format!("LineKind::{kind:?}")).collect();
        format!(
            "Lists {{ code: {code:?}, exact: {}, words: {}, first_words: {}, first: &{starts:?}, patterns: {}, kinds: \
             &[{}] }},\n",
            frozen(&borrowed(&self.exact)),
            frozen(&borrowed(&self.words)),
            frozen(&first_words),
            joined(&texts),
            kinds.join(","),
        )
    }
}

fn borrowed(words: &BTreeMap<String, u16>) -> BTreeMap<&str, u16> {
    words.iter().map(|(word, number)| (word.as_str(), *number)).collect()
}

/// The kind of the patterns that a list has in `section`, if it has patterns there.
fn line_kind(section: &str) -> Option<LineKind> {
    Some(match section {
        "page" | "comments" => LineKind::Page,
        "author" => LineKind::AuthorHeading,
        "bio" => LineKind::Bio,
        "credit" => LineKind::Credit,
        "byline" => LineKind::Byline,
        _ => return None,
    })
}

/// The kind of the words that a list has in `section`, if it has words there.
fn word_kind(section: &str) -> Option<WordKind> {
    Some(match section {
        "weekdays" | "date" => WordKind::Date,
        "relative" => WordKind::Relative,
        "agency" => WordKind::Agency,
        "telling" => WordKind::Telling,
        "site" => WordKind::Site,
        "office" => WordKind::Office,
        "contributing" => WordKind::Contributing,
        "reporting" => WordKind::Reporting,
        "contact" => WordKind::Contact,
        "sign-off" => WordKind::SignOff,
        "label" => WordKind::Label,
        "speaking" => WordKind::Speaking,
        _ => return None,
    })
}
