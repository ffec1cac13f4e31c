//! Days, months and years, resolved against the date of the article where it has one.

use jiff::{ToSpan, civil::Date};

use super::{Meaning, Numbers, Value};
use crate::{
    story::{Article, Story},
    text::token::{Token, TokenKind},
};

/// A day, as far as the text says.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::compare) struct Day {
    /// The first and the last day it may mean; none when nothing resolves it.
    pub range: Option<(Date, Date)>,
    /// The article's own date, where the range was reckoned from it.
    pub reckoned: Option<Date>,
    /// The day of the week, from Monday (1), if that is all that is said.
    pub weekday: Option<i8>,
    /// The month, if named.
    pub month: Option<i8>,
    /// The day of the month, if given.
    pub day: Option<i8>,
    /// The year, if given.
    pub year: Option<i16>,
}

/// Articles dated further apart than this, in days, are not taken to reckon "Monday" from the same week.
const MOST_APART: i64 = 10;

impl Day {
    /// Whether the two can mean the same day.
    pub fn agrees(&self, other: &Self) -> bool {
        // An article saved under the date of another day reckons from the wrong one; then nothing can be said.
        let reckoned = self.reckoned.or(other.reckoned);
        if let Some((a, b)) = self.reckoned.or(reckoned).zip(other.reckoned.or(reckoned))
            && (a != b && (self.weekday.is_some() && self.weekday == other.weekday)
                || a.duration_since(b).as_hours().abs() > 24 * MOST_APART)
        {
            return true;
        }
        let differ = |a: Option<i8>, b: Option<i8>| a.is_some() && b.is_some() && a != b;
        if self.year.is_some() && other.year.is_some() && self.year != other.year {
            return false;
        }
        if differ(self.month, other.month) || (self.month.is_some() && differ(self.day, other.day)) {
            return false;
        }
        match (self.range, other.range) {
            (Some((a, b)), Some((c, d))) => a <= d && c <= b,
            _ => !differ(self.weekday, other.weekday),
        }
    }

    /// Whether it says which day and not only which month or year.
    pub fn is_exact(&self) -> bool {
        self.weekday.is_some() || self.day.is_some() || self.range.is_some_and(|(a, b)| a == b)
    }
}

/// The day that the token `at` begins, and how many tokens it takes.
pub(super) fn day(
    story: &Story,
    article: &Article,
    tokens: &[Token],
    at: usize,
    numbers: &Numbers,
) -> Option<(Value, usize)> {
    let today = article.date.as_deref().and_then(|date| date.parse::<Date>().ok());
    let token = &tokens[at];
    let capital = token.span.of(&article.text).chars().next().is_some_and(char::is_uppercase);
    let none = Day { range: None, reckoned: None, weekday: None, month: None, day: None, year: None };
    let whole = |at: usize| -> Option<i16> {
        let token = tokens.get(at).filter(|token| token.kind == TokenKind::Figure)?;
        story.vocabulary.form(token.word).parse().ok()
    };
    match numbers.get(token.word) {
        Some(Meaning::Weekday(weekday)) if capital => {
            // News tells of the past: the last such day, today included.
            let range = today.and_then(|today| {
                let back = i64::from((today.weekday().to_monday_one_offset() - weekday).rem_euclid(7));
                let day = today.checked_sub(back.days()).ok()?;
                Some((day, day))
            });
            // "next Monday" and "last Monday" may be others.
            let before = at.checked_sub(1).map(|before| story.vocabulary.form(tokens[before].word));
            let range = if matches!(before, Some("next" | "last" | "this")) { None } else { range };
            Some((Value::Day(Day { range, reckoned: today, weekday: Some(weekday), ..none }), 1))
        }
        Some(Meaning::Month(month)) if capital => {
            let day_after = whole(at + 1).filter(|day| (1..=31).contains(day));
            let mut taken = 1 + usize::from(day_after.is_some());
            let comma = tokens.get(at + taken).is_some_and(|token| token.span.of(&article.text) == ",");
            let year_at = at + taken + usize::from(comma && day_after.is_some());
            let year = whole(year_at).filter(|year| (1000..=2999).contains(year));
            if year.is_some() {
                taken = year_at + 1 - at;
            }
            let before = at.checked_sub(1).map(|before| story.vocabulary.form(tokens[before].word));
            if day_after.is_none()
                && year.is_none()
                && matches!(before, None | Some("to" | "we" | "they" | "he" | "it"))
            {
                return None;
            }
            let day = day_after.and_then(|day| i8::try_from(day).ok());
            let range = year.zip(day).and_then(|(year, day)| Date::new(year, month, day).ok()).map(|date| (date, date));
            Some((Value::Day(Day { range, month: Some(month), day, year, ..none }), taken))
        }
        Some(Meaning::Day(offset)) => {
            let day = today.and_then(|today| today.checked_add(offset.days()).ok())?;
            Some((Value::Day(Day { range: Some((day, day)), reckoned: today, ..none }), 1))
        }
        // "27 February 2019".
        _ => {
            if let Some(day) = whole(at).filter(|day| (1..=31).contains(day))
                && let Some(Meaning::Month(month)) = tokens.get(at + 1).and_then(|next| numbers.get(next.word))
            {
                let year = whole(at + 2).filter(|year| (1000..=2999).contains(year));
                let day = i8::try_from(day).ok();
                let range =
                    year.zip(day).and_then(|(year, day)| Date::new(year, month, day).ok()).map(|date| (date, date));
                return Some((
                    Value::Day(Day { range, month: Some(month), day, year, ..none }),
                    2 + usize::from(year.is_some()),
                ));
            }
            let year = whole(at).filter(|year| (1900..=2099).contains(year))?;
            let plain = story.vocabulary.form(token.word).len() == 4;
            plain.then_some((Value::Day(Day { year: Some(year), ..none }), 1))
        }
    }
}
