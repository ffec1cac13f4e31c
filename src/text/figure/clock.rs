//! Times of day: `3 p.m.`, `3pm`, `15:00`, `1500 GMT`, `noon`.

use super::{Figure, Reader, Value, meaning::Meaning};
use crate::text::token::TokenKind;

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    /// Minutes since midnight.
    pub minute: u16,
    /// Whether it says which half of the day is meant: `15:30` and `3:30 pm` do, `3:30` does not.
    pub sure: bool,
    /// The zone, as named.
    pub zone: &'static str,
}

impl Clock {
    /// Whether the two can be one time; in two zones nothing is known.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        let zones = self.zone != other.zone && (!self.zone.is_empty() || !other.zone.is_empty());
        let half = !(self.sure && other.sure) && self.minute % 720 == other.minute % 720;
        zones || half || self.minute == other.minute
    }
}

impl Reader<'_> {
    /// The time of day that the token `at` begins.
    pub(super) fn clock(&self, at: usize) -> Option<Figure> {
        let token = self.tokens.get(at)?;
        let form = self.form(at);
        if let Some((Meaning::Minute(minute), length)) = self.numbers.at(self.tokens, at) {
            return Some(self.zoned(at, at + length, minute, true));
        }
        if token.kind != TokenKind::Figure {
            // "three p.m."
            let hour = self.plain(at).filter(|hour| (1.0..=12.0).contains(hour) && hour.fract() == 0.0)?;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an hour")]
            return self.of_day(at, at + 1, hour as u16, 0);
        }
        let digits = form.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 4 {
            return None;
        }
        let (first, rest) = form.split_at_checked(digits)?;
        let first: u16 = first.parse().ok()?;
        if digits == 4 {
            let zone = matches!(self.numbers.at(self.tokens, at + 1), Some((Meaning::Zone(_), _)));
            let minute = first / 100 * 60 + first % 100;
            return (rest.is_empty() && zone && first < 2400 && first % 100 < 60)
                .then(|| self.zoned(at, at + 1, minute, true));
        }
        let minutes = rest
            .strip_prefix([':', '.'])
            .and_then(|after| Some((after.get(..2)?.parse::<u16>().ok()?, after.get(2..)?)));
        let minutes = minutes.filter(|(minute, _)| *minute < 60);
        let (minute, after) = minutes.unwrap_or((0, rest));
        let colon = rest.starts_with(':') && minutes.is_some();
        match after {
            "am" | "pm" if (1..=12).contains(&first) => {
                let minute = first % 12 * 60 + minute + if after == "pm" { 720 } else { 0 };
                Some(self.zoned(at, at + 1, minute, true))
            }
            "" if (1..=12).contains(&first) => self
                .of_day(at, at + 1, first, minute)
                .or_else(|| colon.then(|| self.zoned(at, at + 1, first * 60 + minute, false))),
            "" if colon && first < 24 => Some(self.zoned(at, at + 1, first * 60 + minute, true)),
            _ => None,
        }
    }

    /// An hour that ends before the token `end`, with the half of the day that follows.
    fn of_day(&self, start: usize, end: usize, hour: u16, minute: u16) -> Option<Figure> {
        match self.meaning(end)? {
            Meaning::HalfDay(half) => {
                // The stop of "p.m." belongs to it unless the sentence may end there.
                let dotted = self.form(end).contains('.') && self.form(end + 1) == "." && self.glued(end);
                let goes_on = self.tokens.get(end + 2).is_some_and(|next| {
                    next.span
                        .of(self.text)
                        .starts_with(|c: char| c.is_lowercase() || c.is_numeric() || matches!(c, ',' | ';' | ')'))
                });
                let end = if dotted && goes_on { end + 2 } else { end + 1 };
                Some(self.zoned(start, end, hour % 12 * 60 + minute + half, true))
            }
            Meaning::OClock => Some(self.zoned(start, end + 1, hour * 60 + minute, false)),
            _ => None,
        }
    }

    fn zoned(&self, start: usize, end: usize, minute: u16, sure: bool) -> Figure {
        let (zone, end) = match self.numbers.at(self.tokens, end) {
            Some((Meaning::Zone(zone), length)) => (zone, end + length),
            _ => ("", end),
        };
        Figure { start, end, value: Value::Clock(Clock { minute, sure, zone }) }
    }
}
