//! The lists of words for numbers and units. The English one is read by `build.rs`, which makes a table of it, the others when a story has an article
//! in their language; names nothing outside the standard library but what the words may mean.

use std::collections::BTreeMap;

use super::meaning::{Meaning, Measure};

/// The units, which most languages write alike; words of a language's own stand before them.
const UNITS: &str = include_str!("../../../assets/words/en/units.txt");

/// The languages with number words, English first: ISO 639-1 code and list.
pub const LISTS: [(&str, &str); 7] = [
    ("en", include_str!("../../../assets/words/en/numbers.txt")),
    ("de", include_str!("../../../assets/words/de/numbers.txt")),
    ("fr", include_str!("../../../assets/words/fr/numbers.txt")),
    ("es", include_str!("../../../assets/words/es/numbers.txt")),
    ("it", include_str!("../../../assets/words/it/numbers.txt")),
    ("pt", include_str!("../../../assets/words/pt/numbers.txt")),
    ("nl", include_str!("../../../assets/words/nl/numbers.txt")),
];

/// All that the lists of a language say.
#[derive(Debug, Default)]
pub struct Table {
    /// By word.
    pub words: BTreeMap<&'static str, Meaning>,
    /// Phrases by their first words, the longest first.
    pub phrases: BTreeMap<&'static str, Vec<(&'static str, Meaning)>>,
    /// What letters mean that stand right after digits.
    pub suffixes: BTreeMap<&'static str, Meaning>,
    /// Where numbers are written as one word, the parts that are no numbers by themselves, with what they add: "ein", "und".
    pub glue: Vec<(&'static str, f64)>,
}

impl Table {
    /// Reads `list`, of which `folded` gives each word as texts are compared by it.
    pub fn read(list: &'static str, folded: impl Fn(&'static str) -> &'static str) -> Self {
        let mut table = Self::default();
        for (kind, words, value, shift) in [list, UNITS].into_iter().flat_map(entries) {
            let words = folded(words);
            if kind == "glue" {
                table.glue.push((words, value));
            } else if let Some(meaning) = meaning(kind, words, value, shift) {
                table.add(kind, words, meaning);
            }
        }
        for phrases in table.phrases.values_mut() {
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.split(' ').count()));
        }
        table
    }

    fn add(&mut self, kind: &str, words: &'static str, meaning: Meaning) {
        if kind == "short-scale" || kind.starts_with("suffix ") {
            self.suffixes.entry(words).or_insert(meaning);
            return;
        }
        if let Some((first, _)) = words.split_once(' ') {
            self.phrases.entry(first).or_default().push((words, meaning));
            return;
        }
        match (self.words.get_mut(words), meaning) {
            // A second meaning of a unit.
            (Some(Meaning::Unit(known)), Meaning::Unit(other)) if known.name != other.name => {
                known.other = Some((other.name, other.factor));
            }
            (Some(Meaning::Sign(_)), Meaning::Unit(_)) | (None, _) => drop(self.words.insert(words, meaning)),
            _ => {}
        }
        if matches!(meaning, Meaning::Sign(_)) {
            self.suffixes.entry(words).or_insert(meaning);
        }
    }
}

/// The entries of a list: kind, words, value, and what must be added.
fn entries(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str, f64, f64)> {
    let mut kind = "";
    list.lines().map(str::trim).filter(|line| !line.starts_with('#')).flat_map(move |line| {
        let name = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
        if let Some(name) = name {
            kind = name;
        }
        let entries = if name.is_some() { "" } else { line };
        entries.split(',').filter_map(move |entry| {
            let (words, last) = entry.trim().rsplit_once(' ')?;
            let last: f64 = last.parse().ok()?;
            Some(match words.rsplit_once(' ').and_then(|(words, value)| Some((words, value.parse().ok()?))) {
                Some((words, value)) => (kind, words, value, last),
                None => (kind, words, last, 0.0),
            })
        })
    })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the list's days, months, minutes and periods are small whole numbers"
)]
fn meaning(kind: &'static str, words: &'static str, value: f64, shift: f64) -> Option<Meaning> {
    let unit = |name| Meaning::Unit(Measure { name, factor: value, shift, other: None });
    Some(match kind {
        "number" => Meaning::Number(value),
        "ordinal" => Meaning::Ordinal(value),
        "fraction" => Meaning::Fraction(value),
        "scale" | "short-scale" => Meaning::Scale(value),
        "lone-scale" => Meaning::Lone(value),
        "part" => Meaning::Part(value),
        "times" => Meaning::Times(value),
        "point-part" => Meaning::PointPart(value),
        "votes" => Meaning::Votes,
        "fate" => Meaning::Fate(value as u8),
        "frame" => Meaning::Frame(value as u8),
        "dozen" => Meaning::Dozen(value),
        "vague" => Meaning::Vague(value),
        "about" => Meaning::About,
        "above" => Meaning::Above,
        "below" => Meaning::Below,
        "minus" => Meaning::Minus,
        "plus" => Meaning::Plus,
        "from" => Meaning::From,
        "between" => Meaning::Between,
        "to" => Meaning::To,
        "and" => Meaning::And,
        "of" => Meaning::Of,
        "article" => Meaning::Article,
        "in" => Meaning::In,
        "per" => Meaning::Per,
        "percent" => Meaning::Percent,
        "points" => Meaning::Points(value),
        "weekday" => Meaning::Weekday(value as i8),
        "month" => Meaning::Month(value as i8),
        "day" => Meaning::Day(value as i64),
        "week" => Meaning::Week(value as i64),
        "months" => Meaning::Months(value as i64),
        "years" => Meaning::Years(value as i64),
        "ago" => Meaning::Ago(value as i64),
        "half-day" => Meaning::HalfDay(value as u16),
        "minute" => Meaning::Minute(value as u16),
        "clock" => Meaning::OClock,
        "zone" => Meaning::Zone(words),
        _ => match kind.split_once(' ')? {
            ("unit" | "suffix", name) => unit(name),
            ("sign", name) => Meaning::Sign(name),
            _ => return None,
        },
    })
}
