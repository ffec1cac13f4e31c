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

/// A date so many days from one that is reckoned from the article's date is not of the same week's news.
const FAR: i64 = 60;

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
            // The same day of the same month needs no year.
            _ if self.month.is_some() && self.month == other.month && self.day == other.day => true,
            // What one reckons from the article's date and the other gives with its year can be held together only if that date is the
            // news' own.
            (Some((a, _)), Some((c, _)))
                if self.reckoned.is_some() != other.reckoned.is_some()
                    && a.duration_since(c).as_hours().abs() > 24 * FAR =>
            {
                true
            }
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
    let spoken = numbers.at(tokens, at).filter(|(_, words)| *words == 2);
    if let Some(range) = spoken.zip(today).and_then(|((meaning, _), today)| period(meaning, today)) {
        return Some((Value::Day(Day { range: Some(range), reckoned: today, ..none }), 2));
    }
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
            let (range, reckoned) = dated(today, year, month, day);
            Some((Value::Day(Day { range, reckoned, month: Some(month), day, year, ..none }), taken))
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
                let (range, reckoned) = dated(today, year, month, day);
                return Some((
                    Value::Day(Day { range, reckoned, month: Some(month), day, year, ..none }),
                    2 + usize::from(year.is_some()),
                ));
            }
            let year = whole(at).filter(|year| (1900..=2099).contains(year))?;
            let plain = story.vocabulary.form(token.word).len() == 4;
            plain.then_some((Value::Day(Day { year: Some(year), ..none }), 1))
        }
    }
}

/// The first and the last day of "last week", "this month", "next year", said on `today`.
fn period(meaning: Meaning, today: Date) -> Option<(Date, Date)> {
    match meaning {
        Meaning::Week(ahead) => {
            let monday = i64::from(today.weekday().to_monday_zero_offset());
            let first = today.checked_add((7 * ahead - monday).days()).ok()?;
            Some((first, first.checked_add(6.days()).ok()?))
        }
        Meaning::Months(ahead) => {
            let day = today.first_of_month().checked_add(i32::try_from(ahead).ok()?.months()).ok()?;
            Some((day, day.last_of_month()))
        }
        Meaning::Years(ahead) => {
            let day = today.first_of_year().checked_add(i32::try_from(ahead).ok()?.years()).ok()?;
            Some((day, day.last_of_year()))
        }
        _ => None,
    }
}

/// The date, if it has a day: of its year, or of the year that brings it nearest to the article's own date, which is then given too.
fn dated(today: Option<Date>, year: Option<i16>, month: i8, day: Option<i8>) -> (Option<(Date, Date)>, Option<Date>) {
    let of = |year: i16| Date::new(year, month, day?).ok();
    if let Some(year) = year {
        return (of(year).map(|date| (date, date)), None);
    }
    let Some(today) = today else { return (None, None) };
    let near = (-1..=1).filter_map(|years| of(today.year() + years));
    let nearest = near.min_by_key(|date| date.duration_since(today).as_hours().abs());
    (nearest.map(|date| (date, date)), nearest.map(|_| today))
}
