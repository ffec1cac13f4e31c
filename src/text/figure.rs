//! Figures of a text: which number is meant, of what unit, how exactly, whatever the spelling (`5%`, `five per cent`; `$1.5bn`, `1.5 billion dollars`;
//! `two-thirds`, `2/3`; `3 p.m.`, `15:00`). May be asked for the figures of a run of tokens, or for the value of a single word; knows neither
//! what a figure counts nor on which day an article was written. Reads digits in any language and words in those of `assets/words/*/numbers.txt`;
//! `units.txt` of English holds for all.

mod amount;
mod clock;
mod counting;
mod fraction;
mod lists;
mod meaning;
mod range;
mod table;
mod units;
mod words;
mod written;

use self::written::{Written, written};
pub use self::{
    amount::{Amount, Hold, Sort},
    clock::Clock,
    meaning::Meaning,
    words::Numbers,
};
use super::{token::Token, vocabulary::Vocabulary};

/// A figure among tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// Its first token.
    pub start: usize,
    /// The token after its last.
    pub end: usize,
    /// What it says.
    pub value: Value,
}

/// What a figure says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// So many.
    Amount(Amount),
    /// The third, the 21st.
    Rank(f64),
    /// The 1990s, the 90s: the first year.
    Decade(u16),
    /// A time of day.
    Clock(Clock),
    /// One against the other: a match, a vote.
    Score(f64, f64),
}

/// What two figures of one value have in common, however they are written; equal keys mean that one may stand for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    sort: u8,
    unit: &'static str,
    factor: i64,
    numbers: (i64, i64),
}

impl Key {
    /// The key of a date, as far as it is given.
    #[must_use]
    pub fn of_day(year: Option<i16>, month: i8, day: Option<i8>) -> Self {
        let month = i64::from(month) * 100 + day.map_or(0, i64::from);
        Self { sort: 14, unit: "", factor: 0, numbers: (year.map_or(0, i64::from), month) }
    }
}

impl Value {
    /// What it has in common with the same figure written otherwise. None where the words say less than a figure would ("dozens"). Figures in
    /// two units, a share and a percentage, or a rounded figure and its exact one have two keys.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        let key = |sort, unit, numbers| Some(Key { sort, unit, factor: 0, numbers });
        match *self {
            Self::Amount(amount) => amount.key(),
            Self::Rank(rank) => key(10, "", (fixed(rank), 0)),
            Self::Decade(year) => key(11, "", (i64::from(year), 0)),
            Self::Clock(clock) => clock.sure.then(|| key(12, clock.zone, (i64::from(clock.minute), 0))).flatten(),
            Self::Score(one, other) => key(13, "", (fixed(one), fixed(other))),
        }
    }
}

/// A number as millionths, so that what was reckoned in two ways is equal.
#[expect(clippy::cast_possible_truncation, reason = "a number too great for it is held at the greatest")]
fn fixed(number: f64) -> i64 {
    (number * 1e6).round() as i64
}

/// Which sign parts the whole from its decimals; the other one parts the thousands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Decimals {
    /// `1,200.5`, as in English.
    #[default]
    Stop,
    /// `1.200,5`, as on the continent.
    Comma,
}

impl Decimals {
    /// What is usual in `language`, an ISO 639-1 code: the comma in the languages below (Unicode's CLDR, symbols of numbers), else the stop.
    /// Spanish is read as in Spain and most of South America, not as in Mexico; German not as in Switzerland.
    #[must_use]
    pub fn of(language: Option<&str>) -> Self {
        const COMMA: [&str; 14] = ["de", "fr", "es", "it", "pt", "nl", "da", "no", "sv", "fi", "cs", "pl", "hu", "ru"];
        if language.is_some_and(|code| COMMA.contains(&code)) { Self::Comma } else { Self::Stop }
    }
}

/// What is read.
#[derive(Clone, Copy)]
struct Reader<'a> {
    decimals: Decimals,
    text: &'a str,
    tokens: &'a [Token],
    vocabulary: &'a Vocabulary,
    numbers: &'a Numbers,
}

/// The figure that begins at the token `at` of `tokens` in `text`. What belongs to it and stands before (a sign, a currency, an article) is taken in
/// unless it stands before `floor`. `decimals`: as in the language of `text`.
#[must_use]
pub fn figure(
    text: &str,
    tokens: &[Token],
    at: usize,
    floor: usize,
    vocabulary: &Vocabulary,
    numbers: &Numbers,
    decimals: Decimals,
) -> Option<Figure> {
    let reader = Reader { decimals, text, tokens, vocabulary, numbers };
    reader.clock(at).or_else(|| reader.held(reader.fraction(at, floor)?)).or_else(|| reader.amount(at, floor))
}

/// How many tokens before the amount that begins at the token `at` say how exactly it is meant: two for "more than 100".
#[must_use]
pub fn before(tokens: &[Token], at: usize, numbers: &Numbers) -> usize {
    counting::hold_before(tokens, at, numbers).map_or(0, |(_, taken)| taken)
}

impl<'a> Reader<'a> {
    fn form(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| self.vocabulary.form(token.word))
    }

    fn meaning(&self, at: usize) -> Option<Meaning> {
        self.tokens.get(at).and_then(|token| self.numbers.get(token.word))
    }

    /// Whether nothing stands between the tokens `at` and `at + 1`.
    fn glued(&self, at: usize) -> bool {
        matches!((self.tokens.get(at), self.tokens.get(at + 1)), (Some(one), Some(other)) if one.span.end == other.span.start)
    }

    fn written(&self, at: usize) -> Option<Written<'a>> {
        written(self.form(at), self.decimals)
    }

    /// The number that the token `at` is, in digits or in words, without a unit.
    fn plain(&self, at: usize) -> Option<f64> {
        match self.meaning(at) {
            Some(Meaning::Number(number) | Meaning::Lone(number)) => Some(number),
            Some(_) => None,
            None => match self.written(at)? {
                Written::Amount { least, most, prefix: "", suffix: "", .. } if least >= most => Some(least),
                _ => None,
            },
        }
    }
}

/// The number that a single folded word of English means: `1,200`, `$5`, `15%`, `sixty`, `twenty-five`; without its unit. None for ranks, ranges, times and words
/// that are no number.
#[must_use]
pub fn number(form: &str) -> Option<f64> {
    if let Some(number) = table::plain(form) {
        return Some(number);
    }
    match written(form, Decimals::Stop)? {
        Written::Amount { least, most, suffix, .. } if least >= most => {
            Some(least * table::suffix_scale(suffix).unwrap_or(1.0))
        }
        _ => None,
    }
}

/// Whether a single folded word of English may stand beside a number for what can also be a sign or letters of it: `million`, `percent`, `dollar`.
#[must_use]
pub fn may_be_sign(form: &str) -> bool {
    table::may_be_sign(form)
}
