//! So many of something: what an amount says, in which unit, how exactly it is meant.

use super::{Key, fixed, meaning::Measure};

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
    pub(super) unit: &'static str,
    /// What the number must be multiplied by.
    pub(super) by: f64,
    pub(super) factor: f64,
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

    /// The same number as years of age.
    #[must_use]
    pub fn in_years(self) -> Self {
        Self { unit: "month", factor: 12.0, other: None, ..self.scaled(12.0) }
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

    pub(super) fn scaled(mut self, by: f64) -> Self {
        self.least *= by;
        self.most *= by;
        self.step *= by;
        self
    }

    pub(super) fn in_unit(self, measure: Measure) -> Self {
        let mut amount = self.scaled(measure.factor);
        amount.least += measure.shift;
        amount.most += measure.shift;
        let other = measure.other.map(|(unit, factor)| Other { unit, by: factor / measure.factor, factor });
        Self { unit: measure.name, factor: measure.factor, other, ..amount }
    }
}

/// The amount with a minus before it.
pub(super) fn negative(amount: Amount) -> Amount {
    Amount { least: -amount.most, most: -amount.least, signed: true, ..amount }
}
