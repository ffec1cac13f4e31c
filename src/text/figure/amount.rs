//! Amounts and ranks: in digits and in words, with scale, unit and how exactly they are meant.

use super::{
    Figure, Key, Reader, Value, Written, fixed,
    words::{Meaning, Measure, Numbers, joined_measure, joined_unit, sign, suffix},
    written::{vulgar, written},
};
use crate::text::token::{Token, TokenKind, is_minus};

/// So many of something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The number, or the least of a range, in the unit that `unit` names.
    pub least: f64,
    /// The number, or the most of a range.
    pub most: f64,
    /// What the last digit that is given counts, in the same unit.
    pub step: f64,
    /// `%`, `pp` (percentage points), a currency's sign, `m`, or nothing.
    pub unit: &'static str,
    /// How many of `unit` the unit in the text is: 1609.344 for a mile.
    pub factor: f64,
    /// How exactly it is meant.
    pub hold: Hold,
    /// How it is said.
    pub sort: Sort,
    /// Whether a plus or minus stands before it.
    pub signed: bool,
    /// What else its unit may be: "pounds" are money and weight, "5m" millions and metres.
    pub other: Option<Other>,
}

/// What else an amount may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Other {
    unit: &'static str,
    /// What the number must be multiplied by.
    by: f64,
    factor: f64,
}

/// How an amount is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// As a number.
    Number,
    /// As a part of a whole: "two-thirds".
    Part,
}

/// How exactly an amount is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
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
    /// `number` of no unit.
    #[must_use]
    pub fn exactly(number: f64) -> Self {
        Self {
            least: number,
            most: number,
            step: 1.0,
            unit: "",
            factor: 1.0,
            hold: Hold::Exact,
            sort: Sort::Number,
            signed: false,
            other: None,
        }
    }

    /// Whether it is a range: "10 to 15".
    #[must_use]
    pub fn is_range(&self) -> bool {
        self.least < self.most
    }

    /// The least and the most that it may mean; generous where the text is.
    #[must_use]
    pub fn bounds(&self) -> (f64, f64) {
        match self.hold {
            Hold::Exact => (self.least, self.most),
            Hold::About => (self.least * 0.9, self.most * 1.1),
            Hold::Above => (self.least, self.most * 2.0),
            Hold::Below => (self.least * 0.8, self.most),
            Hold::Loose => (self.least * 0.9, self.most * 5.0),
        }
    }

    /// The same in the other unit that its word may mean, if it has one called `unit`.
    #[must_use]
    pub fn read_as(&self, unit: &str) -> Option<Self> {
        let Other { unit, by, factor } = self.other.filter(|other| other.unit == unit)?;
        Some(Self { unit, factor, other: None, ..self.scaled(by) })
    }

    pub(super) fn key(&self) -> Option<Key> {
        let sort = match (self.hold, self.sort) {
            (Hold::Loose, _) => return None,
            (Hold::About, _) => 2,
            (_, Sort::Part) => 1,
            _ => 0,
        };
        let numbers = (fixed(self.least / self.factor), fixed(self.most / self.factor));
        // Miles and kilometres are two ways to measure.
        Some(Key { sort, unit: self.unit, factor: fixed(self.factor), numbers })
    }

    fn scaled(mut self, by: f64) -> Self {
        self.least *= by;
        self.most *= by;
        self.step *= by;
        self
    }

    fn in_unit(self, measure: Measure) -> Self {
        let mut amount = self.scaled(measure.factor);
        amount.least += measure.shift;
        amount.most += measure.shift;
        let other = measure.other.map(|(unit, factor)| Other { unit, by: factor / measure.factor, factor });
        Self { unit: measure.name, factor: measure.factor, other, ..amount }
    }
}

impl Reader<'_> {
    /// The amount or rank that the token `at` begins.
    pub(super) fn amount(&self, at: usize, floor: usize) -> Option<Figure> {
        let mut figure = self.single(at, floor)?;
        let Value::Amount(amount) = &mut figure.value else { return Some(figure) };
        let before = hold_before(self.tokens, figure.start, self.numbers);
        if amount.hold == Hold::Exact
            && let Some((hold, _)) = before
        {
            amount.hold = hold;
        }
        let ranged = self.range(&figure);
        Some(ranged.unwrap_or(figure))
    }

    /// "10 to 15 km", "between 10 and 15 million": not "rose from 10 to 15", which is a change. "52 to 48" is a score.
    fn range(&self, figure: &Figure) -> Option<Figure> {
        let Value::Amount(first) = figure.value else { return None };
        let before = figure.start.checked_sub(1).and_then(|before| self.meaning(before));
        let joins = match self.meaning(figure.end) {
            Some(Meaning::To) => before != Some(Meaning::From),
            Some(Meaning::And) => before == Some(Meaning::Between),
            // "$10-$15".
            _ => self.form(figure.end) == "-" && self.glued(figure.end - 1) && self.glued(figure.end),
        };
        if !joins || first.is_range() {
            return None;
        }
        let next = self.single(figure.end + 1, figure.end + 1)?;
        let Value::Amount(second) = next.value else { return None };
        let bare = first.unit.is_empty() || first.unit == second.unit;
        let word = self.form(figure.end);
        if word == "to"
            && first.least > second.least
            && first.unit.is_empty()
            && second.unit.is_empty()
            && first.most < 1000.0
        {
            return Some(Figure { start: figure.start, end: next.end, value: Value::Score(first.least, second.least) });
        }
        // "150 to 200 million" has its scale and unit once.
        let raw = match self.meaning(figure.end + 1) {
            Some(Meaning::Number(number)) => Some(number),
            _ => match written(self.form(figure.end + 1)) {
                Some(Written::Amount { least, suffix: "", .. }) => Some(least),
                _ => None,
            },
        };
        let once =
            raw.filter(|raw| figure.end == figure.start + 1 && first.least * 10.0 < second.least && first.least < *raw);
        let in_unit = if first.unit.is_empty() { second.factor } else { 1.0 };
        let least = once.map_or(first.least * in_unit, |raw| first.least * (second.least / raw));
        let near = word != "or" || second.least <= least.max(1.0) * 3.0;
        (bare && near && least < second.least && !second.is_range() && !first.signed && !second.signed).then(|| {
            let range = Amount { least, most: second.most, hold: first.hold, ..second };
            Figure { start: figure.start, end: next.end, value: Value::Amount(range) }
        })
    }

    fn single(&self, at: usize, floor: usize) -> Option<Figure> {
        let token = self.tokens.get(at)?;
        if token.kind == TokenKind::Figure { self.in_digits(at, floor) } else { self.in_words(at, floor) }
    }

    fn in_digits(&self, at: usize, floor: usize) -> Option<Figure> {
        let raw = self.tokens.get(at)?.span.of(self.text);
        let rank = |value| Some(Figure { start: at, end: at + 1, value });
        let whole = |amount, end| self.whole(at, floor, amount, end);
        if let Some((units, part, of)) = vulgar(raw) {
            return whole(Amount { step: 0.1, ..Amount::exactly(units + part / of) }, at + 1);
        }
        let (mut amount, prefix, after) = match written(self.form(at))? {
            Written::Rank(number) => return rank(Value::Rank(number)),
            Written::Decade(year) => return rank(Value::Decade(year)),
            Written::Score(one, other) => return rank(Value::Score(one, other)),
            Written::Part(..) => return None,
            Written::Duration(seconds) => {
                let amount = Amount { unit: "s", ..Amount::exactly(seconds) };
                return rank(Value::Amount(amount));
            }
            Written::Joined(number, words) => {
                let amount = Amount::exactly(number);
                return rank(Value::Amount(joined_unit(words).map_or(amount, |unit| amount.in_unit(unit))));
            }
            Written::Amount { least, most, step, signed, prefix, suffix } => {
                (Amount { least, most, step, signed, ..Amount::exactly(0.0) }, prefix, suffix)
            }
        };
        if !prefix.is_empty() {
            amount.unit = sign(prefix).or((prefix == "#").then_some("#"))?;
        }
        let mut end = at + 1;
        let mut amount = match (after, suffix(after)) {
            ("", _) => amount,
            ("%", _) => Amount { unit: "%", ..amount },
            ("plus" | "strong", _) => {
                Amount { hold: if after == "plus" { Hold::Above } else { Hold::Exact }, ..amount }
            }
            (_, Some(Meaning::Scale(scale))) => {
                // "5m" are millions unless they are metres.
                let metres = Other { unit: "m", by: 1.0 / scale, factor: 1.0 };
                let other = (after == "m" && amount.unit.is_empty()).then_some(metres);
                Amount { other, ..amount.scaled(scale) }
            }
            (_, Some(Meaning::Unit(measure))) if amount.unit.is_empty() => {
                let (measure, more) = self.per(measure, end);
                end += more;
                amount.in_unit(measure)
            }
            (_, Some(Meaning::Sign(name))) if amount.unit.is_empty() => Amount { unit: name, ..amount },
            _ => return None,
        };
        // "100+".
        if after.is_empty() && self.form(end) == "+" && self.glued(at) {
            amount.hold = Hold::Above;
            end += 1;
        }
        whole(amount, end)
    }

    fn in_words(&self, at: usize, floor: usize) -> Option<Figure> {
        if let Some((number, unit)) = self.meaning(at).is_none().then(|| joined_measure(self.form(at))).flatten() {
            let amount = Amount::exactly(number).in_unit(unit);
            return Some(Figure { start: at, end: at + 1, value: Value::Amount(amount) });
        }
        let (meaning, taken) = self.numbers.at(self.tokens, at)?;
        let article = at > floor && self.meaning(at - 1) == Some(Meaning::Article);
        match meaning {
            Meaning::Vague(number) => {
                let loose = Amount { hold: Hold::Loose, step: number, ..Amount::exactly(number) };
                self.whole(at, floor, loose, at + taken)
            }
            Meaning::Ordinal(rank) => Some(Figure { start: at, end: at + 1, value: Value::Rank(rank) }),
            // "a million", "a dozen".
            Meaning::Scale(_) | Meaning::Dozen(_) if article => self.whole(at - 1, floor, Amount::exactly(1.0), at),
            Meaning::Number(_) => {
                let (number, end) = self.spoken(at)?;
                let figure = self.whole(at, floor, Amount::exactly(number), end)?;
                // "One" is as often no number.
                (number > 1.0 || figure.end > end).then_some(figure)
            }
            _ => None,
        }
    }

    /// "Two hundred and five", "twelve hundred": what hundreds and smaller numbers say; greater scales are left.
    fn spoken(&self, at: usize) -> Option<(f64, usize)> {
        let Some(Meaning::Number(mut number)) = self.meaning(at) else { return None };
        let mut end = at + 1;
        if number < 100.0 && self.meaning(end) == Some(Meaning::Scale(100.0)) {
            number *= 100.0;
            end += 1;
            let and = usize::from(self.meaning(end) == Some(Meaning::And));
            if let Some(Meaning::Number(more)) =
                self.meaning(end + and).filter(|_| and == 1 || self.form(end).len() > 2)
                && more < 100.0
            {
                number += more;
                end += and + 1;
            }
        }
        Some((number, end))
    }

    /// An amount of which the number ends before `end`, with its scale, its unit and what stands before.
    fn whole(&self, start: usize, floor: usize, amount: Amount, end: usize) -> Option<Figure> {
        let (mut amount, mut end) = self.with_unit_of(amount, end);
        if amount.unit.is_empty() || matches!(amount.unit, "m" | "s" | "month" | "kg") {
            (amount, end) = self.compound(amount, end);
        }
        let mut start = start;
        // A minus, a currency.
        if start > floor {
            let before = start - 1;
            match self.meaning(before) {
                Some(Meaning::Sign(_) | Meaning::Unit(_))
                    if amount.unit.is_empty() || amount.unit == "$" && self.glued(before) =>
                {
                    if let Some(name) = sign(self.form(before)) {
                        amount.unit = name;
                        start = before;
                    }
                }
                Some(Meaning::Minus) if !amount.signed => (amount, start) = (negative(amount), before),
                Some(Meaning::Plus) if !amount.signed && !self.counts(before) => {
                    amount.signed = true;
                    start = before;
                }
                _ => {
                    let form = self.form(before);
                    if amount.unit == "$" && self.glued(before) && form.len() <= 2 {
                        if let Some(name) = sign(&format!("{form}$")) {
                            amount.unit = name;
                            start = before;
                        }
                    } else if is_minus(self.text, self.tokens, before) {
                        (amount, start) = (negative(amount), before);
                    }
                }
            }
        }
        // "3 degrees below zero".
        if amount.unit.starts_with('°')
            && self.form(end) == "below"
            && matches!(self.form(end + 1), "zero" | "freezing")
        {
            amount = negative(amount);
            end += 2;
        }
        Some(Figure { start, end, value: Value::Amount(amount) })
    }

    /// Whether the token before `at` is a number too: "two plus three".
    fn counts(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.plain(before).is_some())
    }

    /// `number` of the scale or unit that the token `at` begins; none where none begins.
    pub(super) fn with_unit(&self, number: f64, step: f64, at: usize) -> Option<(Amount, usize)> {
        let (amount, end) = self.with_unit_of(Amount { step, ..Amount::exactly(number) }, at);
        (end > at).then_some((amount, end))
    }

    /// "15 million", "two and a half million", "fifteen per cent", "3.5 million dollars", "93 square miles", "150 km an hour".
    fn with_unit_of(&self, mut amount: Amount, mut end: usize) -> (Amount, usize) {
        let mut scaled = false;
        while let Some((meaning, words)) = self.numbers.at(self.tokens, end) {
            match meaning {
                Meaning::Scale(scale) if !amount.is_range() || amount.most < scale => {
                    amount = amount.scaled(scale);
                    amount.other = None;
                    scaled = true;
                }
                Meaning::Dozen(scale) => {
                    amount = amount.scaled(scale);
                    amount.hold = if amount.hold == Hold::Exact { Hold::About } else { amount.hold };
                }
                Meaning::And
                    if !scaled && amount.unit.is_empty() && self.meaning(end + 1) == Some(Meaning::Article) =>
                {
                    let part = match self.meaning(end + 2) {
                        Some(Meaning::Fraction(part)) => 1.0 / part,
                        Some(Meaning::Ordinal(part)) if part > 2.0 => 1.0 / part,
                        _ => break,
                    };
                    (amount.least, amount.most, amount.step) = (amount.least + part, amount.most + part, 0.5);
                    end += 3;
                    continue;
                }
                Meaning::Percent if amount.unit.is_empty() => amount.unit = "%",
                Meaning::Points(each) => {
                    amount = amount.scaled(each);
                    (amount.unit, amount.factor) = ("pp", each);
                }
                Meaning::Unit(measure) if amount.unit.is_empty() => {
                    let (measure, more) = self.per(measure, end + words);
                    amount = amount.in_unit(measure);
                    end += words + more;
                    continue;
                }
                // "$5 million US dollars", "€5 euros": said twice.
                Meaning::Unit(measure) if amount.unit == measure.name && amount.factor == 1.0 => {}
                _ => break,
            }
            end += words;
        }
        if amount.unit.is_empty()
            && let Some((power, length)) = self.power(end)
            && let Some((Meaning::Unit(measure), words)) = self.numbers.at(self.tokens, end + length)
            && measure.name == "m"
        {
            let (name, each) = if power == 2 { ("m²", 1.0) } else { ("l", 1000.0) };
            amount =
                amount.in_unit(Measure { name, factor: measure.factor.powi(power) * each, shift: 0.0, other: None });
            end += length + words;
        }
        (amount, end)
    }

    /// What "square" and "cubic" raise a length to, and how many tokens they are.
    fn power(&self, at: usize) -> Option<(i32, usize)> {
        match self.form(at) {
            "square" | "sq" => Some((2, 1 + usize::from(self.form(at + 1) == "." && self.glued(at)))),
            "cubic" => Some((3, 1)),
            _ => None,
        }
    }

    /// A length that is followed by "an hour", "per second" is a speed.
    fn per(&self, measure: Measure, at: usize) -> (Measure, usize) {
        let per = self.form(at) == "/" || matches!(self.meaning(at), Some(Meaning::Article | Meaning::Per));
        let seconds = match self.form(at + 1) {
            "hour" | "h" | "hr" => 3600.0,
            "second" | "s" | "sec" => 1.0,
            _ => return (measure, 0),
        };
        if !per || measure.name != "m" {
            return (measure, 0);
        }
        (Measure { name: "m/s", factor: measure.factor / seconds, shift: 0.0, other: None }, 2)
    }

    /// "Two hours, 21 minutes and 40 seconds", "5 feet 10 inches", "three thousand two hundred": what follows in a smaller unit or scale belongs to it.
    fn compound(&self, mut amount: Amount, mut end: usize) -> (Amount, usize) {
        for _ in 0..3 {
            let mut at = end;
            while at < end + 2 && (self.form(at) == "," || self.meaning(at) == Some(Meaning::And)) {
                at += 1;
            }
            let spoken = self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
            let next = if spoken { self.spoken(at) } else { self.plain(at).map(|number| (number, at + 1)) };
            let Some((number, number_end)) = next else { break };
            let (next, next_end) = self.with_unit_of(Amount::exactly(number), number_end);
            let fits = if amount.unit.is_empty() {
                // Numbers in words alone run on: "two thousand and five"; not "in 2000 five".
                spoken
                    && amount.least >= 1000.0
                    && next.unit.is_empty()
                    && self.is_word(end - 1)
                    && self.form(at - 1) != ","
                    && next.most < amount.step.max(1000.0)
                    && amount.least % 1000.0 == 0.0
            } else {
                next.unit == amount.unit
                    && next.factor < amount.factor
                    && next_end > number_end
                    && next.most < amount.factor
            };
            if !fits || amount.is_range() {
                break;
            }
            amount.least += next.least;
            amount.most = amount.least;
            amount.step = next.step;
            end = next_end;
        }
        (amount, end)
    }

    fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }
}

fn negative(amount: Amount) -> Amount {
    Amount { least: -amount.most, most: -amount.least, signed: true, ..amount }
}

/// What the words before the token `at` say of the amount that begins there, and how many they are.
pub(super) fn hold_before(tokens: &[Token], at: usize, numbers: &Numbers) -> Option<(Hold, usize)> {
    for before in [4, 3, 2, 1] {
        let Some((meaning, taken)) = at.checked_sub(before).and_then(|from| numbers.at(tokens, from)) else {
            continue;
        };
        let hold = match meaning {
            Meaning::About => Hold::About,
            Meaning::Above => Hold::Above,
            Meaning::Below => Hold::Below,
            _ => continue,
        };
        if taken == before {
            return Some((hold, before));
        }
    }
    None
}
