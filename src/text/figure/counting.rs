//! Reads amounts and ranks, in digits and in words, with all that belongs to them: what stands before (a sign, a currency, "more than") and after (a scale,
//! a unit, the end of a range).

use super::{
    Figure, Reader, Value, Written,
    amount::{Amount, Hold, Other, negative},
    meaning::Meaning,
    words::{Numbers, joined_measure, joined_unit, sign, suffix},
    written::vulgar,
};
use crate::text::token::{Token, TokenKind, is_minus};

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

    pub(super) fn single(&self, at: usize, floor: usize) -> Option<Figure> {
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
        let (mut amount, prefix, after) = match self.written(at)? {
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
    pub(super) fn spoken(&self, at: usize) -> Option<(f64, usize)> {
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
