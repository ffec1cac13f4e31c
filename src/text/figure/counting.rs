//! Reads amounts and ranks, in digits and in words, with all that belongs to them: what stands before (a sign, a currency, "more than") and after (a scale,
//! a unit, the end of a range).

use super::{
    Figure, Reader, Value, Written,
    amount::{Amount, Hold, Other, negative},
    meaning::Meaning,
    table::sign,
    words::Numbers,
    written::{vulgar, written},
};
use crate::text::token::{Token, TokenKind, is_minus};

impl Reader<'_> {
    /// The amount or rank that the token `at` begins.
    pub(super) fn amount(&self, at: usize, floor: usize) -> Option<Figure> {
        let mut figure = self.single(at, floor)?;
        let Value::Amount(amount) = &mut figure.value else { return Some(figure) };
        // "More than a dozen" is about no dozen.
        if matches!(amount.hold, Hold::Exact | Hold::About)
            && let Some(hold) = self.hold(figure.start, figure.end)
        {
            amount.hold = hold;
        }
        let ranged = self.range(&figure);
        Some(ranged.unwrap_or(figure))
    }

    /// A part of a whole, as exactly as the words before it say.
    pub(super) fn held(&self, mut figure: Figure) -> Option<Figure> {
        if let (Value::Amount(amount), Some(hold)) = (&mut figure.value, self.hold(figure.start, figure.end)) {
            amount.hold = hold;
        }
        Some(figure)
    }

    /// How exactly the figure from `start` to `end` is meant.
    fn hold(&self, start: usize, end: usize) -> Option<Hold> {
        let (hold, taken) = hold_before(self.tokens, start, self.numbers)?;
        // "Over four years": more than that, or in the course of it. Behind a preposition or a verb that measures it is the former.
        let word = start - taken;
        let time = end.checked_sub(1).and_then(|last| self.meaning(last));
        let time = matches!(time, Some(Meaning::Unit(unit)) if matches!(unit.name, "s" | "month"));
        if taken == 1 && time && self.form(word) == "over" {
            let measured = word.checked_sub(1).is_some_and(|before| {
                matches!(self.meaning(before), Some(Meaning::Frame(_) | Meaning::In | Meaning::Of | Meaning::From))
                    || matches!(
                        self.form(before),
                        "is" | "are"
                            | "was"
                            | "were"
                            | "be"
                            | "been"
                            | "with"
                            | "took"
                            | "take"
                            | "takes"
                            | "taken"
                            | "lasted"
                            | "last"
                            | "lasts"
                            | "lasting"
                            | "spent"
                            | "spend"
                            | "just"
                            | "well"
                            | "aged"
                            | "by"
                            | "at"
                            | "to"
                    )
            });
            return measured.then_some(hold);
        }
        Some(hold)
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
                // "6.3-magnitude" is given to the tenth.
                let step = if number.fract() == 0.0 { 1.0 } else { 0.1 };
                let amount = Amount { step, ..Amount::exactly(number) };
                return rank(Value::Amount(
                    self.numbers.table().joined_unit(words).map_or(amount, |unit| amount.in_unit(unit)),
                ));
            }
            Written::Amount { least, most, step, signed, prefix, suffix } => {
                (Amount { least, most, step, signed, ..Amount::exactly(0.0) }, prefix, suffix)
            }
        };
        if !prefix.is_empty() {
            amount.unit = sign(prefix).or((prefix == "#").then_some("#"))?;
        }
        let mut end = at + 1;
        let mut amount = match (after, self.numbers.table().suffix(after)) {
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
        let (form, table) = (self.form(at), self.numbers.table());
        if self.meaning(at).is_none() && form.contains('-') {
            let joined = |amount: Amount| Figure { start: at, end: at + 1, value: Value::Amount(amount) };
            if let Some((number, unit)) = table.joined_measure(form) {
                return Some(joined(Amount::exactly(number).in_unit(unit)));
            }
            if let Some((digits, unit)) = table.joined_after(form)
                && let Written::Amount { least, most, step, suffix: "", .. } = written(digits, self.decimals)?
            {
                return Some(joined(Amount { least, most, step, ..Amount::exactly(0.0) }.in_unit(unit)));
            }
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
            Meaning::Times(times) => {
                let amount = Amount { unit: "×", step: 0.5, ..Amount::exactly(times) };
                Some(Figure { start: at, end: at + taken, value: Value::Amount(amount) })
            }
            Meaning::Number(_) | Meaning::Lone(_) => {
                let (number, end) = self.spoken(at)?;
                let figure = self.whole(at, floor, Amount::exactly(number), end)?;
                // "One" is as often no number.
                (number != 1.0 || figure.end > end).then_some(figure)
            }
            _ => None,
        }
    }

    /// "Two hundred and five", "twelve hundred", "treinta y cinco": what hundreds and smaller numbers say; greater scales are left.
    pub(super) fn spoken(&self, at: usize) -> Option<(f64, usize)> {
        let (Meaning::Number(mut number) | Meaning::Lone(mut number), taken) = self.numbers.at(self.tokens, at)? else {
            return None;
        };
        let mut end = at + taken;
        if number < 100.0 && matches!(self.meaning(end), Some(Meaning::Scale(100.0) | Meaning::Lone(100.0))) {
            number *= 100.0;
            end += 1;
        }
        if number >= 100.0 && number % 100.0 == 0.0 {
            let and = usize::from(self.meaning(end) == Some(Meaning::And));
            if let Some((Meaning::Number(more), taken)) =
                self.numbers.at(self.tokens, end + and).filter(|_| and == 1 || self.form(end).len() > 2)
                && more < 100.0
            {
                number += more;
                end += and + taken;
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
                    if sign(self.form(before)).is_some() && amount.unit.is_empty()
                        || amount.unit == "$" && self.glued(before) =>
                {
                    if let Some(name) = sign(self.form(before)) {
                        amount.unit = name;
                        start = before;
                    }
                }
                // "Magnitude 7.8", "a magnitude of 7.8".
                Some(Meaning::Unit(measure)) if amount.unit.is_empty() && measure.name == "magnitude" => {
                    (amount, start) = (amount.in_unit(measure), before);
                }
                Some(Meaning::Of)
                    if amount.unit.is_empty()
                        && before > floor
                        && matches!(self.meaning(before - 1), Some(Meaning::Unit(unit)) if unit.name == "magnitude") =>
                {
                    (amount.unit, start) = ("magnitude", before - 1);
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
