//! The lists of words for numbers and units. Read by `build.rs` alone, which makes the tables of `words` of them, and by the test of
//! these; names nothing outside the standard library but what the words may mean.

use std::collections::BTreeMap;

use super::meaning::{Meaning, Measure};

/// The bundled words for numbers and for units.
const LISTS: [&str; 2] =
    [include_str!("../../../assets/words/en/numbers.txt"), include_str!("../../../assets/words/en/units.txt")];

/// All the lists say.
#[derive(Debug, Default)]
pub struct Table {
    /// By word.
    pub words: BTreeMap<&'static str, Meaning>,
    /// Phrases by their first words, the longest first.
    pub phrases: BTreeMap<&'static str, Vec<(&'static str, Meaning)>>,
    /// What letters mean that stand right after digits.
    pub suffixes: BTreeMap<&'static str, Meaning>,
}

impl Table {
    /// Reads the lists.
    pub fn read() -> Self {
        let mut table = Self::default();
        for (kind, words, value, shift) in LISTS.into_iter().flat_map(entries) {
            if let Some(meaning) = meaning(kind, words, value, shift) {
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
