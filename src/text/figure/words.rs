//! What words say of numbers and units, looked up once for each story.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::{
    token::{Token, TokenKind},
    vocabulary::{Vocabulary, WordId},
};

/// The bundled words for numbers and for units.
const LISTS: [&str; 2] =
    [include_str!("../../../assets/words/en/numbers.txt"), include_str!("../../../assets/words/en/units.txt")];

/// What a word, or a phrase of words, says of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meaning {
    /// `five`.
    Number(f64),
    /// `fifth`.
    Ordinal(f64),
    /// `half`, `quarters`: so many make one.
    Fraction(f64),
    /// `million`.
    Scale(f64),
    /// `dozen`.
    Dozen(f64),
    /// `dozens`: at least about so many.
    Vague(f64),
    /// `about`.
    About,
    /// `more than`.
    Above,
    /// `nearly`, `up to`.
    Below,
    /// `minus`.
    Minus,
    /// `plus`.
    Plus,
    /// `from`.
    From,
    /// `between`.
    Between,
    /// `to`.
    To,
    /// `and`.
    And,
    /// `of`.
    Of,
    /// `a`.
    Article,
    /// `in`, `out of`.
    In,
    /// `per`.
    Per,
    /// `percent`.
    Percent,
    /// `percentage points`, and how many of them one is.
    Points(f64),
    /// A unit.
    Unit(Measure),
    /// A currency's sign or code, which may stand before its figure.
    Sign(&'static str),
    /// From Monday, 1.
    Weekday(i8),
    /// From January, 1.
    Month(i8),
    /// So many days ahead.
    Day(i64),
    /// So many weeks ahead.
    Week(i64),
    /// So many months ahead.
    Months(i64),
    /// So many years ahead.
    Years(i64),
    /// `days ago`: so many days each.
    Ago(i64),
    /// `p.m.`: so many minutes into the day.
    HalfDay(u16),
    /// `noon`: the minute of the day.
    Minute(u16),
    /// `o'clock`.
    OClock,
    /// `GMT`.
    Zone(&'static str),
}

/// A unit as a measure in the unit that stands for all of its kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// The name of that unit.
    pub name: &'static str,
    /// How many of it one is.
    pub factor: f64,
    /// What must be added, for scales that begin elsewhere.
    pub shift: f64,
    /// What the word may mean besides: "pounds" are money and weight.
    pub other: Option<(&'static str, f64)>,
}

/// The lists, read once.
struct Table {
    words: FxHashMap<&'static str, Meaning>,
    /// By their first words, the longest first.
    phrases: FxHashMap<&'static str, Vec<(&'static str, Meaning)>>,
    /// What letters mean that stand right after digits.
    suffixes: FxHashMap<&'static str, Meaning>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table =
        Table { words: FxHashMap::default(), phrases: FxHashMap::default(), suffixes: FxHashMap::default() };
    for (kind, words, value, shift) in LISTS.into_iter().flat_map(entries) {
        let Some(meaning) = meaning(kind, words, value, shift) else { continue };
        if kind == "short-scale" || kind.starts_with("suffix ") {
            table.suffixes.entry(words).or_insert(meaning);
            continue;
        }
        if let Some((first, _)) = words.split_once(' ') {
            table.phrases.entry(first).or_default().push((words, meaning));
            continue;
        }
        match (table.words.get_mut(words), meaning) {
            // A second meaning of a unit.
            (Some(Meaning::Unit(known)), Meaning::Unit(other)) if known.name != other.name => {
                known.other = Some((other.name, other.factor));
            }
            (Some(Meaning::Sign(_)), Meaning::Unit(_)) | (None, _) => drop(table.words.insert(words, meaning)),
            _ => {}
        }
        if matches!(meaning, Meaning::Sign(_)) {
            table.suffixes.entry(words).or_insert(meaning);
        }
    }
    for phrases in table.phrases.values_mut() {
        phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.split(' ').count()));
    }
    table
});

/// The phrases that begin with a word: the words that follow, and what they mean then.
type Phrases = Vec<(Vec<WordId>, Meaning)>;

/// The meanings of the number words that occur in a story.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    meanings: FxHashMap<WordId, Meaning>,
    phrases: FxHashMap<WordId, Phrases>,
    /// For each word of the vocabulary: whether a figure or day may begin with it.
    opening: Vec<bool>,
}

impl Numbers {
    /// Looks the words up in the story's vocabulary.
    #[must_use]
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let table = &*TABLE;
        let mut found = Self { opening: vec![false; vocabulary.len()], ..Self::default() };
        for (id, form) in vocabulary.iter() {
            if let Some(meaning) = table.words.get(form).copied().or_else(|| composite(form)) {
                found.meanings.insert(id, meaning);
                found.opening[id.index()] |= opens(meaning);
            }
            if form.contains('-') && (joined_fraction(form).is_some() || joined_measure(form).is_some()) {
                found.opening[id.index()] = true;
            }
            for (words, meaning) in table.phrases.get(form).into_iter().flatten() {
                let rest: Option<Vec<WordId>> = words.split(' ').skip(1).map(|word| vocabulary.get(word)).collect();
                if let Some(rest) = rest {
                    found.phrases.entry(id).or_default().push((rest, *meaning));
                    found.opening[id.index()] |= opens(*meaning);
                }
            }
        }
        found
    }

    /// Whether a figure or day may begin with `token`: few do, and the others need not be looked at.
    #[must_use]
    pub fn may_open(&self, token: &Token) -> bool {
        token.kind == TokenKind::Figure || self.opening.get(token.word.index()).copied().unwrap_or(false)
    }

    /// What `word` alone says.
    #[must_use]
    pub fn get(&self, word: WordId) -> Option<Meaning> {
        self.meanings.get(&word).copied()
    }

    /// What the word at `at` says, with the next ones or by itself, and how many words that takes.
    #[must_use]
    pub fn at(&self, tokens: &[Token], at: usize) -> Option<(Meaning, usize)> {
        let first = tokens.get(at)?.word;
        let follow = |rest: &[WordId]| {
            tokens.get(at + 1..at + 1 + rest.len()).is_some_and(|next| next.iter().map(|token| &token.word).eq(rest))
        };
        let phrase = self.phrases.get(&first).and_then(|phrases| phrases.iter().find(|(rest, _)| follow(rest)));
        phrase.map(|(rest, meaning)| (*meaning, rest.len() + 1)).or_else(|| Some((self.get(first)?, 1)))
    }
}

fn opens(meaning: Meaning) -> bool {
    use Meaning::{
        Ago, Day, Dozen, Fraction, Minute, Month, Months, Number, Ordinal, Scale, Vague, Week, Weekday, Years,
    };
    matches!(meaning, Number(_) | Ordinal(_) | Fraction(_) | Scale(_) | Dozen(_) | Vague(_) | Minute(_))
        || matches!(meaning, Weekday(_) | Month(_) | Day(_) | Week(_) | Months(_) | Years(_) | Ago(_))
}

/// The number of a plain word for one, such as "sixty" or "twenty-five".
pub(super) fn plain(form: &str) -> Option<f64> {
    match TABLE.words.get(form).copied().or_else(|| composite(form))? {
        Meaning::Number(number) => Some(number),
        _ => None,
    }
}

/// What letters or signs say that stand right after digits.
pub(super) fn suffix(letters: &str) -> Option<Meaning> {
    TABLE.suffixes.get(letters).or_else(|| TABLE.words.get(letters)).copied()
}

/// What multiplies the digits before `letters`: `bn`.
pub(super) fn suffix_scale(letters: &str) -> Option<f64> {
    match TABLE.suffixes.get(letters)? {
        Meaning::Scale(scale) => Some(*scale),
        _ => None,
    }
}

/// The currency that `sign` stands for, written before the figure.
pub(super) fn sign(sign: &str) -> Option<&'static str> {
    match TABLE.suffixes.get(sign)? {
        Meaning::Sign(name) => Some(name),
        _ => None,
    }
}

/// The unit that begins `words` joined by hyphens: `year-old`, `day`.
pub(super) fn joined_unit(words: &str) -> Option<Measure> {
    let unit = |words: &str| match TABLE.words.get(words) {
        Some(Meaning::Unit(measure)) => Some(*measure),
        _ => None,
    };
    unit(words).or_else(|| unit(words.split('-').next()?))
}

/// Words joined by hyphens: "twenty-five", "twenty-first", "two-thirds".
fn composite(form: &str) -> Option<Meaning> {
    let hyphen = form.bytes().position(|byte| byte == b'-')?;
    let (first, rest) = (TABLE.words.get(form.get(..hyphen)?)?, form.get(hyphen + 1..)?);
    let Meaning::Number(tens) = *first else { return None };
    match TABLE.words.get(rest) {
        Some(Meaning::Number(ones)) if tens >= 20.0 && (1.0..10.0).contains(ones) => Some(Meaning::Number(tens + ones)),
        Some(Meaning::Ordinal(ones)) if tens >= 20.0 && *ones < 10.0 => Some(Meaning::Ordinal(tens + ones)),
        _ => None,
    }
}

/// Numerator and denominator of "two-thirds", "one-fifth", "three-quarters".
pub(super) fn joined_fraction(form: &str) -> Option<(f64, f64)> {
    let (first, rest) = form.split_once('-')?;
    let Meaning::Number(parts) = TABLE.words.get(first)? else { return None };
    let whole = match TABLE.words.get(rest)? {
        Meaning::Fraction(whole) => *whole,
        Meaning::Ordinal(whole) if *parts == 1.0 && *whole > 2.0 => *whole,
        _ => return None,
    };
    (*parts < whole && *parts > 0.0).then_some((*parts, whole))
}

/// The number and the unit of "three-day", "five-year-old".
pub(super) fn joined_measure(form: &str) -> Option<(f64, Measure)> {
    let (first, rest) = form.split_once('-')?;
    let Meaning::Number(number) = TABLE.words.get(first)? else { return None };
    joined_unit(rest).map(|unit| (*number, unit))
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
