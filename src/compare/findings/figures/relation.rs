//! How two figures stand to one another by their values alone: the same, the same in another unit or more or less exactly, another.

use crate::{
    compare::quantity::Value,
    text::figure::{self, Amount, Hold, Sort},
};

/// How two figures stand to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// They say the same.
    Same,
    /// The same measure in another unit: miles and kilometres.
    Unit,
    /// The same number, held more or less exactly: "more than 100" and "100".
    Hold,
    /// The same, more or less exactly: "more than 100" and "112", "1.2 million" and "1,234,000".
    Precision,
    /// The same figure with another sign.
    Sign,
    /// As many percent as the other percentage points.
    Points,
    /// The same number of another currency.
    Currency,
    /// Two sums of two currencies, which may be worth the same.
    Money,
    /// Another value of the same kind.
    Other,
    /// Two kinds of figure, which cannot differ.
    Apart,
}

impl Relation {
    /// Whether the two figures can both be true of one thing.
    pub fn agrees(self) -> bool {
        matches!(self, Self::Same | Self::Unit | Self::Hold | Self::Precision)
    }
}

/// How `l` and `r` stand to one another; the same for `r` and `l`.
pub(super) fn relation(l: &Value, r: &Value) -> Relation {
    use figure::Value::{Amount, Clock, Decade, Rank, Score};
    let same = |is| if is { Relation::Same } else { Relation::Other };
    match (l, r) {
        (Value::Day(a), Value::Day(b)) => same(a.agrees(b)),
        (Value::Figure(Decade(decade)), Value::Day(day)) | (Value::Day(day), Value::Figure(Decade(decade))) => {
            match day.year.filter(|_| day.month.is_none() && *decade >= 1000).and_then(|year| u16::try_from(year).ok())
            {
                Some(year) if year / 10 == decade / 10 => Relation::Precision,
                Some(_) => Relation::Other,
                None => Relation::Apart,
            }
        }
        (Value::Figure(l), Value::Figure(r)) => match (*l, *r) {
            (Amount(a), Amount(b)) => amounts(a, b),
            (Rank(a), Rank(b)) => same(equal(a, b)),
            (Decade(a), Decade(b)) => same(a == b || (a.min(b) < 100 && a % 100 == b % 100)),
            (Clock(a), Clock(b)) => same(a.agrees(&b)),
            // The loser's report turns a score round.
            (Score(a, b), Score(c, d)) => same((equal(a, c) && equal(b, d)) || (equal(a, d) && equal(b, c))),
            (Score(a, b), Amount(c)) | (Amount(c), Score(a, b))
                if equal(a.min(b), c.least) && equal(a.max(b), c.most) =>
            {
                Relation::Same
            }
            _ => Relation::Apart,
        },
        _ => Relation::Apart,
    }
}

/// What is exchanged into another unit is rounded, by no more than this share.
const ROUNDED: f64 = 0.02;

fn amounts(a: Amount, b: Amount) -> Relation {
    if a.unit != b.unit {
        if let Some(read) = a.read_as(b.unit) {
            return amounts(read, b);
        }
        if let Some(read) = b.read_as(a.unit) {
            return amounts(a, read);
        }
        let even = equal(a.least / a.factor, b.least / b.factor) && equal(a.most / a.factor, b.most / b.factor);
        let vague = |unit: &str, other: &str| unit.is_empty() || (unit == "°" && other == "°C");
        return match (a.unit, b.unit) {
            // "A quarter point" is how a quarter of one percent is said where rates are told.
            ("%", "pp") | ("pp", "%") if even && (a.sort == Sort::Part || b.sort == Sort::Part) => held(a, b),
            ("%", "pp") | ("pp", "%") if even => Relation::Points,
            (l, r) if even && (vague(l, r) || vague(r, l)) => held(a, b),
            (l, r) if is_money(l) && is_money(r) => {
                if even {
                    Relation::Currency
                } else {
                    Relation::Money
                }
            }
            _ => Relation::Apart,
        };
    }
    if equal(a.least, b.least) && equal(a.most, b.most) {
        return if equal(a.factor, b.factor) { held(a, b) } else { Relation::Unit };
    }
    let opposite = equal(a.least, -b.least) && equal(a.most, -b.most);
    if opposite && (a.signed || b.signed) {
        return Relation::Sign;
    }
    // "Two thirds have power again", "a third are without": the two parts of one whole say the same.
    let whole = if a.unit == "%" { 100.0 } else { 1.0 };
    if a.sort == Sort::Part && b.sort == Sort::Part && equal(a.least + b.least, whole) && !equal(a.least, b.least) {
        return Relation::Same;
    }
    let apart = (a.least - b.least).abs().max((a.most - b.most).abs());
    if !equal(a.factor, b.factor) {
        let rounded = ROUNDED * a.least.abs().max(b.least.abs());
        let near = apart <= rounded.max(0.5 * a.step.max(b.step)) || overlap(a, b);
        return if near { Relation::Unit } else { Relation::Other };
    }
    let exactness = (a.hold, a.is_range(), a.sort) != (b.hold, b.is_range(), b.sort) || a.hold == Hold::Loose;
    let part = a.sort != b.sort && apart <= a.step.max(b.step);
    let coarser = a.step.max(b.step);
    let bound = |amount: Amount| matches!(amount.hold, Hold::Above | Hold::Below);
    let rounded = a.sort == Sort::Number
        && b.sort == Sort::Number
        && !(bound(a) || bound(b))
        && !equal(a.step, b.step)
        && apart <= 0.5001 * coarser;
    if (exactness && overlap(a, b)) || part || rounded { Relation::Precision } else { Relation::Other }
}

/// Whether a unit is a currency: what is no measure.
fn is_money(unit: &str) -> bool {
    !matches!(
        unit,
        "" | "%"
            | "pp"
            | "#"
            | "×"
            | "magnitude"
            | "m"
            | "m/s"
            | "m²"
            | "l"
            | "kg"
            | "s"
            | "month"
            | "°C"
            | "°"
            | "W"
            | "Wh"
            | "byte"
    )
}

/// Equal amounts, held more or less exactly.
fn held(a: Amount, b: Amount) -> Relation {
    if a.hold == b.hold { Relation::Same } else { Relation::Hold }
}

/// Whether two amounts can be the same one.
fn overlap(a: Amount, b: Amount) -> bool {
    let ((from, to), (other_from, other_to)) = (a.bounds(), b.bounds());
    from <= other_to && other_from <= to
}

fn equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}
