//! Amounts and ranks: in digits and in words, with scale, unit and how exactly they are meant.

use super::{
    Value,
    numbers::{Meaning, Numbers, unit},
};
use crate::{
    story::Story,
    text::token::{Token, TokenKind},
};

/// So many of something.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::compare) struct Amount {
    /// The number, or the least of a range, in the unit that `unit` names.
    pub least: f64,
    /// The number, or the most of a range.
    pub most: f64,
    /// `%`, `pp` (percentage points), a currency's sign, `km`, or nothing.
    pub unit: String,
    /// How many of `unit` the unit in the text is: 1.609 for a mile.
    pub factor: f64,
    /// How exactly it is meant.
    pub hold: Hold,
}

/// How exactly an amount is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::compare) enum Hold {
    /// As it stands.
    Exact,
    /// "About 100".
    About,
    /// "More than 100".
    Above,
    /// "Nearly 100", "up to 100".
    Below,
    /// "Dozens".
    Loose,
}

impl Amount {
    /// Whether it is a range: "10 to 15".
    pub fn is_range(&self) -> bool {
        self.least < self.most
    }

    /// The least and the most that it may mean; generous where the text is.
    pub fn bounds(&self) -> (f64, f64) {
        match self.hold {
            Hold::Exact => (self.least, self.most),
            Hold::About => (self.least * 0.9, self.most * 1.1),
            Hold::Above => (self.least, self.most * 2.0),
            Hold::Below => (self.least * 0.8, self.most),
            Hold::Loose => (self.least, self.most * 5.0),
        }
    }
}

/// What the words before the token `at` say of the amount that begins there, and how many they are.
pub(super) fn hold(tokens: &[Token], at: usize, numbers: &Numbers) -> (Hold, usize) {
    for before in [2, 1] {
        let Some((meaning, taken)) = at.checked_sub(before).and_then(|from| numbers.at(tokens, from)) else { continue };
        let hold = match meaning {
            Meaning::About => Hold::About,
            Meaning::Above => Hold::Above,
            Meaning::Below => Hold::Below,
            _ => continue,
        };
        if taken == before {
            return (hold, before);
        }
    }
    (Hold::Exact, 0)
}

/// The amount or rank that begins at the token `at`, and how many tokens it takes.
pub(super) fn amount(story: &Story, tokens: &[Token], at: usize, numbers: &Numbers) -> Option<(Value, usize)> {
    let (first, taken) = single(story, tokens, at, numbers)?;
    let Value::Amount(mut amount) = first else { return Some((first, taken)) };
    amount.hold = if amount.hold == Hold::Exact { hold(tokens, at, numbers).0 } else { amount.hold };
    let ranged = range(story, tokens, at, taken, &amount, numbers);
    Some(ranged.unwrap_or((Value::Amount(amount), taken)))
}

/// "10 to 15 km", "between 10 and 15 million": not "rose from 10 to 15", which is a change.
fn range(
    story: &Story,
    tokens: &[Token],
    at: usize,
    taken: usize,
    first: &Amount,
    numbers: &Numbers,
) -> Option<(Value, usize)> {
    let before = at.checked_sub(1).and_then(|before| numbers.get(tokens[before].word));
    let joins = match numbers.get(tokens.get(at + taken)?.word) {
        Some(Meaning::To) => before != Some(Meaning::From),
        Some(Meaning::And) => before == Some(Meaning::Between),
        _ => matches!(story.vocabulary.form(tokens[at + taken].word), "-" | "\u{2013}"),
    };
    if !joins || first.is_range() {
        return None;
    }
    let (Value::Amount(second), more) = single(story, tokens, at + taken + 1, numbers)? else { return None };
    let bare = first.unit.is_empty() || first.unit == second.unit;
    // "150 to 200 million" has its scale and unit once.
    let scaled = taken == 1 && first.least * 10.0 < second.least;
    let raw = written_value(story, &tokens[at + taken + 1]).filter(|raw| scaled && *raw > 0.0);
    let least = raw.map_or(first.least * second.factor / first.factor, |raw| first.least * (second.least / raw));
    (bare && least < second.least && !second.is_range()).then(|| {
        let range = Amount { least, most: second.most, hold: first.hold, ..second };
        (Value::Amount(range), taken + 1 + more)
    })
}

fn written_value(story: &Story, token: &Token) -> Option<f64> {
    match written(story.vocabulary.form(token.word))? {
        Written::Amount { least, .. } => Some(least),
        Written::Rank(_) => None,
    }
}

fn single(story: &Story, tokens: &[Token], at: usize, numbers: &Numbers) -> Option<(Value, usize)> {
    let token = tokens.get(at)?;
    let form = story.vocabulary.form(token.word);
    let plain = |value: f64| (value, value, String::new(), 1.0, Hold::Exact);
    let (mut least, mut most, mut unit, mut factor, hold) = match (token.kind, numbers.get(token.word)) {
        (TokenKind::Figure, _) => match written(form)? {
            Written::Amount { least, most, unit, factor } => (least, most, unit, factor, Hold::Exact),
            Written::Rank(rank) => return Some((Value::Rank(rank), 1)),
        },
        // "One" and "second" are words like others as often as figures.
        (_, Some(Meaning::Number(value))) if value >= 2.0 => plain(value),
        (_, Some(Meaning::Ordinal(rank))) => return Some((Value::Rank(rank), 1)),
        (_, Some(Meaning::Vague(value))) => (value, value, String::new(), 1.0, Hold::Loose),
        (TokenKind::Word, None) => plain(numbers.composite(token.word)?),
        _ => return None,
    };
    let mut taken = 1;
    // "15 million", "two hundred", "fifteen per cent", "3.5 million dollars", "93 miles".
    while let Some((meaning, words)) = numbers.at(tokens, at + taken) {
        match meaning {
            Meaning::Scale(scale) => (least, most) = (least * scale, most * scale),
            Meaning::Percent => "%".clone_into(&mut unit),
            Meaning::Points => "pp".clone_into(&mut unit),
            Meaning::Unit(name, each) if unit.is_empty() => {
                name.clone_into(&mut unit);
                (least, most, factor) = (least * each, most * each, each);
            }
            _ => break,
        }
        taken += words;
    }
    Some((Value::Amount(Amount { least, most, unit, factor, hold }), taken))
}

enum Written {
    Amount { least: f64, most: f64, unit: String, factor: f64 },
    Rank(f64),
}

/// A figure in digits: `1,200`, `$3.5m`, `15%`, `21st`, `150km`, `10-15`. None for what counts nothing: `8:30`, `2015-18`, `3/4`.
fn written(form: &str) -> Option<Written> {
    let digits_from = form.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = form.split_at_checked(digits_from)?;
    let digits_to = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(rest.len());
    let (digits, after) = rest.split_at_checked(digits_to)?;
    let value: f64 = number(digits.trim_end_matches(['.', ',']))?;
    let after = after.trim();
    if let Some(most) = after.strip_prefix(['-', '\u{2013}']) {
        let Written::Amount { least: most, unit, factor, .. } = written(most)? else { return None };
        let years = (1000.0..3000.0).contains(&value) && before.is_empty();
        let unit = if unit.is_empty() { before.to_owned() } else { unit };
        return (value * factor < most && !years).then_some(Written::Amount {
            least: value * factor,
            most,
            unit,
            factor,
        });
    }
    let scale = match after {
        "" | "%" => 1.0,
        "st" | "nd" | "rd" | "th" => return Some(Written::Rank(value)),
        "k" => 1e3,
        "m" | "mn" => 1e6,
        "bn" | "b" => 1e9,
        "tn" => 1e12,
        letters if letters.chars().all(char::is_alphabetic) => {
            let (unit, factor) = unit(letters).unwrap_or((letters, 1.0));
            let value = value * factor;
            return Some(Written::Amount { least: value, most: value, unit: unit.to_owned(), factor });
        }
        _ => return None,
    };
    let unit = if after == "%" { "%".to_owned() } else { before.to_owned() };
    Some(Written::Amount { least: value * scale, most: value * scale, unit, factor: 1.0 })
}

/// Digits with separators: a comma or stop before exactly three digits parts thousands, unless a lone stop may be a decimal.
fn number(digits: &str) -> Option<f64> {
    let groups: Vec<&str> = digits.split(',').collect();
    let thousands =
        groups.len() > 1 && groups[1..].iter().all(|group| group.split('.').next().is_some_and(|g| g.len() == 3));
    let plain = if thousands { digits.replace(',', "") } else { digits.replace(',', ".") };
    if plain.matches('.').count() > 1 { plain.replace('.', "").parse().ok() } else { plain.parse().ok() }
}
