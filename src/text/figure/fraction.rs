//! Parts of a whole: `two-thirds`, `2/3`, `a quarter of`, `half of`, `one in five`; and of a unit: `half a mile`, `three quarters of an hour`.

use super::{
    Figure, Reader, Value, Written,
    amount::{Amount, Sort},
    meaning::Meaning,
    written::vulgar,
};
use crate::text::token::TokenKind;

impl Reader<'_> {
    /// The part that the token `at` begins.
    pub(super) fn fraction(&self, at: usize, floor: usize) -> Option<Figure> {
        match self.numbers.at(self.tokens, at) {
            Some((Meaning::Part(part), taken)) => {
                return Some(Figure { start: at, end: at + taken, value: share(part) });
            }
            Some((Meaning::PointPart(part), taken)) => {
                let amount = Amount { step: 0.1 * part, unit: "pp", sort: Sort::Part, ..Amount::exactly(part) };
                return Some(Figure { start: at, end: at + taken, value: Value::Amount(amount) });
            }
            _ => {}
        }
        let (start, end, part) = match self.part(at, floor) {
            Some(part) => part,
            None => {
                let (start, end, part) = self.one_in(at)?;
                return Some(Figure { start, end, value: share(part) });
            }
        };
        // "half a mile", "a quarter of a million dollars", "2/3 mile".
        let of = usize::from(self.meaning(end) == Some(Meaning::Of));
        let article = usize::from(self.meaning(end + of) == Some(Meaning::Article));
        if (article == 1 || of == 0)
            && let Some((amount, end)) = self.with_unit(part, 0.1 * part, end + of + article)
        {
            return Some(Figure { start, end, value: Value::Amount(amount) });
        }
        Some(Figure { start, end, value: share(part) })
    }

    /// Where a part begins and ends, and how much of one it is.
    fn part(&self, at: usize, floor: usize) -> Option<(usize, usize, f64)> {
        let token = self.tokens.get(at)?;
        let of = |end: usize| self.meaning(end) == Some(Meaning::Of);
        if token.kind == TokenKind::Figure {
            if let Some((0.0, part, whole)) = vulgar(token.span.of(self.text)) {
                return Some((at, at + 1, part / whole));
            }
            if let Some(Written::Part(part, whole)) = self.written(at) {
                return Some((at, at + 1, part / whole));
            }
        } else if let Some((part, whole)) = self.numbers.table().joined_fraction(self.form(at)) {
            return Some((at, at + 1, part / whole));
        }
        match (self.meaning(at)?, self.meaning(at + 1)) {
            // "two thirds"; "three quarters" may be three times three months.
            (Meaning::Number(part), Some(Meaning::Fraction(whole)))
                if part < whole && part > 0.0 && (whole != 4.0 || of(at + 2)) =>
            {
                Some((at, at + 2, part / whole))
            }
            (Meaning::Number(1.0), Some(Meaning::Ordinal(whole))) if whole > 2.0 && of(at + 2) => {
                Some((at, at + 2, 1.0 / whole))
            }
            // "a third of", "a quarter of".
            (Meaning::Ordinal(whole) | Meaning::Fraction(whole), Some(Meaning::Of))
                if whole > 2.0 && at > floor && self.meaning(at - 1) == Some(Meaning::Article) =>
            {
                Some((at - 1, at + 1, 1.0 / whole))
            }
            (Meaning::Fraction(2.0), _) => self.half(at, floor),
            _ => None,
        }
    }

    /// "Half of", "half the", "half a": not "the first half", "half-time", "one half".
    fn half(&self, at: usize, floor: usize) -> Option<(usize, usize, f64)> {
        let next = self.form(at + 1);
        let whole =
            matches!(next, "of" | "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "my" | "your" | "all");
        let before = at.checked_sub(1).filter(|before| *before >= floor);
        let counted = before.is_some_and(|before| {
            matches!(self.meaning(before), Some(Meaning::Ordinal(_)))
                || matches!(self.form(before), "the" | "other" | "last")
        });
        (self.form(at) == "half" && whole && !counted).then_some((at, at + 1, 0.5))
    }

    /// "One in five", "three out of four": not "two in 2015", "3 in 10 days".
    fn one_in(&self, at: usize) -> Option<(usize, usize, f64)> {
        let part = self.plain(at).filter(|part| (1.0..=20.0).contains(part) && part.fract() == 0.0)?;
        let (Meaning::In, length) = self.numbers.at(self.tokens, at + 1)? else { return None };
        let whole_at = at + 1 + length;
        let whole = self
            .plain(whole_at)
            .filter(|whole| *whole > part && (whole <= &20.0 || [100.0, 1000.0].contains(whole)))?;
        let unit = matches!(
            self.numbers.at(self.tokens, whole_at + 1),
            Some((Meaning::Unit(_) | Meaning::Scale(_) | Meaning::Percent | Meaning::Month(_), _))
        );
        (!unit).then_some((at, whole_at + 1, part / whole))
    }
}

/// So much of a whole, as a percentage; "two-thirds" may be anything near it.
fn share(part: f64) -> Value {
    let percent = part * 100.0;
    Value::Amount(Amount { step: 3.0, unit: "%", sort: Sort::Part, ..Amount::exactly(percent) })
}
