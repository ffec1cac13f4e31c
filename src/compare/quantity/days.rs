//! Days, months and years, resolved against the date of the article where it has one.

use jiff::{ToSpan, civil::Date};

use crate::{
    story::{Article, Story},
    text::{
        figure::{Meaning, Numbers},
        token::{Token, TokenKind},
    },
};

/// A day, as far as the text says.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// The first and the last day it may mean; none when nothing resolves it.
    pub range: Option<(Date, Date)>,
    /// The article's own date, where the range was reckoned from it.
    pub reckoned: Option<Date>,
    /// The article's own date, if it has one.
    pub written: Option<Date>,
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
        // Where both were written in the same days, what one reckons is held against what the other gives.
        let near = self.written.zip(other.written);
        let near = near.is_some_and(|(a, b)| a.duration_since(b).as_hours().abs() <= 24 * MOST_APART);
        match (self.days(), other.days()) {
            // The same day of the same month needs no year.
            _ if self.month.is_some() && self.month == other.month && self.day == other.day => true,
            // What one reckons from the article's date and the other gives with its year can be held together only if that date is the
            // news' own.
            (Some((a, _)), Some((c, _)))
                if !near
                    && self.reckoned.is_some() != other.reckoned.is_some()
                    && a.duration_since(c).as_hours().abs() > 24 * FAR =>
            {
                true
            }
            (Some(ours), Some(theirs)) => {
                meet(ours, theirs)
                    || self.coming().is_some_and(|ours| meet(ours, theirs))
                    || other.coming().is_some_and(|theirs| meet(ours, theirs))
            }
            _ => !differ(self.weekday, other.weekday),
        }
    }

    /// The day a lone weekday means where the news is of what is to come: "will meet on Friday".
    fn coming(&self) -> Option<(Date, Date)> {
        let (first, last) = self.range.filter(|_| self.weekday.is_some())?;
        first.checked_add(7.days()).ok().zip(last.checked_add(7.days()).ok())
    }

    /// The first and the last day it may mean, of a lone year too.
    fn days(&self) -> Option<(Date, Date)> {
        let lone = self.year.filter(|_| self.month.is_none());
        self.range.or_else(|| Date::new(lone?, 1, 1).ok().zip(Date::new(lone?, 12, 31).ok()))
    }

    /// Whether it says which day and not only which month or year.
    pub fn is_exact(&self) -> bool {
        self.weekday.is_some() || self.day.is_some() || self.range.is_some_and(|(a, b)| a == b)
    }
}

impl Day {
    /// How many months the article was written after it, at least and at most; none without a year or the article's date.
    pub fn months_since(&self) -> Option<(f64, f64)> {
        let (year, written) = (self.year?, self.written?);
        let months = |month: i8| f64::from(written.year() - year) * 12.0 + f64::from(written.month() - month);
        let (least, most) = self.month.map_or((months(12), months(1)), |month| (months(month), months(month)));
        (most >= 0.0).then_some((least.max(0.0), most))
    }
}

/// Whether two stretches of days have one in common.
fn meet((a, b): (Date, Date), (c, d): (Date, Date)) -> bool {
    a <= d && c <= b
}

/// The date of `article`, if it has one.
pub(super) fn date(article: &Article) -> Option<Date> {
    article.date.as_deref().and_then(|date| date.parse().ok())
}

const NONE: Day = Day { range: None, reckoned: None, written: None, weekday: None, month: None, day: None, year: None };

/// The day that the token `at` begins, and how many tokens it takes; `today` is the date of the article.
pub(super) fn day(
    story: &Story,
    article: &Article,
    today: Option<Date>,
    tokens: &[Token],
    at: usize,
    numbers: &Numbers,
) -> Option<(Day, usize)> {
    let (day, taken) = unwritten(story, article, today, tokens, at, numbers)?;
    Some((Day { written: today, ..day }, taken))
}

fn unwritten(
    story: &Story,
    article: &Article,
    today: Option<Date>,
    tokens: &[Token],
    at: usize,
    numbers: &Numbers,
) -> Option<(Day, usize)> {
    let reader = Reader { story, article, today, tokens, numbers };
    let token = tokens.get(at)?;
    // In English and German days and months are written with a capital, and "may" and "march" are other words.
    let small = article.language.as_deref().is_some_and(|language| !matches!(language, "en" | "de"));
    let capital = small || token.span.of(&article.text).starts_with(char::is_uppercase);
    match numbers.at(tokens, at) {
        Some((Meaning::Ago(each), length)) => {
            // "A week ago"; "two weeks ago" begins with its number.
            let article = at > 0 && matches!(numbers.get(tokens[at - 1].word), Some(Meaning::Article));
            return reader.ago(1, each).filter(|_| article).map(|day| (day, length));
        }
        Some((meaning, length)) if length >= 2 => {
            if let Some(range) = today.and_then(|today| period(meaning, today)) {
                return Some((Day { range: Some(range), reckoned: today, ..NONE }, length));
            }
        }
        _ => {}
    }
    match numbers.get(token.word) {
        Some(Meaning::Weekday(weekday)) if capital => Some((reader.weekday(at, weekday), 1)),
        Some(Meaning::Month(month)) if capital => reader.month_first(at, month),
        Some(Meaning::Day(offset)) => {
            let day = today.and_then(|today| today.checked_add(offset.days()).ok())?;
            Some((Day { range: Some((day, day)), reckoned: today, ..NONE }, 1))
        }
        _ => reader.number_first(at),
    }
}

struct Reader<'a> {
    story: &'a Story,
    article: &'a Article,
    today: Option<Date>,
    tokens: &'a [Token],
    numbers: &'a Numbers,
}

impl Reader<'_> {
    fn form(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| self.story.vocabulary.form(token.word))
    }

    fn meaning(&self, at: usize) -> Option<Meaning> {
        self.tokens.get(at).and_then(|token| self.numbers.get(token.word))
    }

    fn before(&self, at: usize) -> Option<&str> {
        at.checked_sub(1).map(|before| self.form(before))
    }

    fn whole(&self, at: usize) -> Option<i16> {
        self.tokens.get(at).filter(|token| token.kind == TokenKind::Figure)?;
        self.form(at).parse().ok()
    }

    fn year(&self, at: usize) -> Option<i16> {
        self.whole(at).filter(|year| (1000..=2999).contains(year))
    }

    /// The day of a month that the token `at` is: `3`, `3rd`, `third`.
    fn day_of_month(&self, at: usize) -> Option<i8> {
        let day = match self.meaning(at) {
            Some(Meaning::Ordinal(day)) => day,
            _ => {
                let form = self.form(at);
                let digits =
                    ["st", "nd", "rd", "th", "er"].iter().find_map(|ending| form.strip_suffix(ending)).unwrap_or(form);
                digits.parse().ok().filter(|_| digits.len() <= 2)?
            }
        };
        #[expect(clippy::cast_possible_truncation, reason = "a day of a month")]
        (1.0..=31.0).contains(&day).then_some(day as i8)
    }

    fn weekday(&self, at: usize, weekday: i8) -> Day {
        // News tells of the past as a rule: the last such day, today included. [`Day::agrees`] thinks of the coming one.
        let range = self.today.and_then(|today| {
            let back = i64::from((today.weekday().to_monday_one_offset() - weekday).rem_euclid(7));
            let day = today.checked_sub(back.days()).ok()?;
            Some((day, day))
        });
        // "next Monday" and "last Monday" may be others.
        let range = range.filter(|_| !matches!(self.before(at), Some("next" | "last" | "this" | "every" | "each")));
        Day { range, reckoned: self.today, weekday: Some(weekday), ..NONE }
    }

    /// "March", "March 1", "March 1st, 2019", "March 2019".
    fn month_first(&self, at: usize, month: i8) -> Option<(Day, usize)> {
        // The stop of "Oct." belongs to it.
        let dot = usize::from(
            self.form(at).len() <= 4
                && self.form(at + 1) == "."
                && self.tokens[at].span.end == self.tokens[at + 1].span.start,
        );
        let day = self.day_of_month(at + 1 + dot).filter(|_| self.year(at + 1 + dot).is_none());
        let mut taken = 1 + if day.is_some() { 1 + dot } else { 0 };
        let comma = self.form(at + taken) == ",";
        let year_at = at + taken + usize::from(comma && day.is_some());
        let year = self.year(year_at);
        if year.is_some() {
            taken = year_at + 1 - at;
        }
        let written = self.tokens[at].span.of(&self.article.text).starts_with(char::is_uppercase);
        let named =
            at.checked_sub(1).is_some_and(|before| matches!(self.meaning(before), Some(Meaning::In | Meaning::Of)));
        let no_month =
            matches!(self.before(at), None | Some("to" | "we" | "they" | "he" | "it")) || !(written || named);
        if day.is_none() && year.is_none() && no_month {
            return None;
        }
        Some((self.dated(year, month, day), taken))
    }

    /// "27 February 2019", "3rd of March", "2019-03-05", "two weeks ago", "2015".
    fn number_first(&self, at: usize) -> Option<(Day, usize)> {
        if let Some(day) = self.day_of_month(at) {
            // "3rd of March", "3 de marzo", "3. März".
            let dot = self.form(at + 1) == "." && self.tokens[at].span.end == self.tokens[at + 1].span.start;
            let of = usize::from(dot || self.meaning(at + 1) == Some(Meaning::Of));
            if let Some(Meaning::Month(month)) = self.meaning(at + 1 + of) {
                // "3 de marzo de 2019".
                let again = usize::from(of == 1 && !dot && self.meaning(at + 2 + of) == Some(Meaning::Of));
                let year = self.year(at + 2 + of + again);
                let taken = 2 + of + if year.is_some() { 1 + again } else { 0 };
                return Some((self.dated(year, month, Some(day)), taken));
            }
        }
        if let Some((Meaning::Ago(each), length)) = self.numbers.at(self.tokens, at + 1) {
            let number = match self.meaning(at) {
                Some(Meaning::Number(number)) => number,
                _ => self.form(at).parse().ok()?,
            };
            #[expect(clippy::cast_possible_truncation, reason = "so many days")]
            let number = Some(number).filter(|number| (1.0..1000.0).contains(number))? as i64;
            return self.ago(number, each).map(|day| (day, 1 + length));
        }
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Figure)?;
        let form = self.form(at);
        if form.len() == 10
            && let Ok(date) = form.parse::<Date>()
            && form.as_bytes().get(4) == Some(&b'-')
        {
            let (year, month, day) = (date.year(), date.month(), date.day());
            return Some((
                Day { range: Some((date, date)), year: Some(year), month: Some(month), day: Some(day), ..NONE },
                1,
            ));
        }
        let year = self.whole(at).filter(|year| form.len() == 4 && (1900..=2099).contains(year))?;
        (!self.counts_things(at, token)).then_some((Day { year: Some(year), ..NONE }, 1))
    }

    /// "2000 troops": not "in 2015", "the 2015 elections".
    fn counts_things(&self, at: usize, token: &Token) -> bool {
        let next = self
            .tokens
            .get(at + 1)
            .filter(|next| next.kind == TokenKind::Word && next.span.start == token.span.end + 1);
        let plural = next.is_some_and(|next| {
            let small = next.span.of(&self.article.text).starts_with(char::is_lowercase);
            small
                && (self.form(at + 1).ends_with('s') || self.form(at + 1) == "people")
                && !matches!(self.form(at + 1), "was" | "is" | "has" | "as" | "this")
        });
        let dated = matches!(
            self.before(at),
            Some(
                "in" | "since"
                    | "of"
                    | "by"
                    | "from"
                    | "until"
                    | "till"
                    | "to"
                    | "before"
                    | "after"
                    | "during"
                    | "late"
                    | "early"
                    | "and"
                    | "the"
                    | "its"
                    | "for"
                    | "mid"
            )
        );
        plural && !dated
    }

    /// So many times `each` days before the article's date, as exactly as such words are meant.
    fn ago(&self, number: i64, each: i64) -> Option<Day> {
        let today = self.today?;
        let loose = each / 2;
        let day = |days: i64| today.checked_sub(days.days()).ok();
        let range = (day(number * each + loose)?, day(number * each - loose)?);
        Some(Day { range: Some(range), reckoned: Some(today), ..NONE })
    }

    fn dated(&self, year: Option<i16>, month: i8, day: Option<i8>) -> Day {
        let (range, reckoned) = dated(self.today, year, month, day);
        Day { range, reckoned, month: Some(month), day, year, ..NONE }
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
