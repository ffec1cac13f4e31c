//! What follows a number: its scale, its unit, smaller units ("5 feet 10 inches").

use super::{
    Reader,
    amount::{Amount, Hold},
    meaning::{Meaning, Measure},
};
use crate::text::token::TokenKind;

impl Reader<'_> {
    /// `number` of the scale or unit that the token `at` begins; none where none begins.
    pub(super) fn with_unit(&self, number: f64, step: f64, at: usize) -> Option<(Amount, usize)> {
        let (amount, end) = self.with_unit_of(Amount { step, ..Amount::exactly(number) }, at);
        (end > at).then_some((amount, end))
    }

    /// "15 million", "two and a half million", "fifteen per cent", "3.5 million dollars", "93 square miles", "150 km an hour".
    pub(super) fn with_unit_of(&self, mut amount: Amount, mut end: usize) -> (Amount, usize) {
        let mut scaled = false;
        while let Some((meaning, words)) = self.numbers.at(self.tokens, end) {
            match meaning {
                Meaning::Scale(scale) | Meaning::Lone(scale) if !amount.is_range() || amount.most < scale => {
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
                // "A 6.3 earthquake" gives its strength, "two earthquake victims" do not.
                Meaning::Unit(measure)
                    if measure.name == "magnitude" && amount.step >= 1.0 && self.form(end) != "magnitude" =>
                {
                    break;
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
    pub(super) fn per(&self, measure: Measure, at: usize) -> (Measure, usize) {
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
    pub(super) fn compound(&self, mut amount: Amount, mut end: usize) -> (Amount, usize) {
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
