#![allow(clippy::unwrap_used)]

use super::*;
use crate::{compare::pictures::story, story::ArticleId};

/// The figures of a text: `text = meaning`.
fn picture(text: &str, date: &str) -> String {
    let mut story = story(&[text]);
    story.articles[ArticleId::new(0)].date = Some(date.to_owned());
    let article = &story.articles[ArticleId::new(0)];
    let numbers = Numbers::of(&story);
    let found = quantities(&story, article, &article.tokens, &numbers, None);
    let shown = found.iter().map(|quantity| {
        let value = match &quantity.value {
            Value::Amount(Amount { least, most, unit, hold, .. }) => {
                let sign = match hold {
                    Hold::Exact => "",
                    Hold::About | Hold::Loose => "~",
                    Hold::Above => ">",
                    Hold::Below => "<",
                };
                let range = if least < most { format!("..{most}") } else { String::new() };
                format!("{sign}{least}{range}{unit}")
            }
            Value::Rank(rank) => format!("#{rank}"),
            Value::Day(day) => match day.range {
                Some((a, b)) if a == b => a.to_string(),
                Some((a, b)) => format!("{a}..{b}"),
                None => format!("{:?}-{:?}", day.year.unwrap_or_default(), day.month.unwrap_or_default()),
            },
        };
        format!("{} = {value}", quantity.span.of(text))
    });
    shown.collect::<Vec<_>>().join("; ")
}

#[test]
fn figures_in_words_and_digits_mean_the_same() {
    assert_eq!(
        picture(
            "Fifteen of twenty-five, 1,200 and 1.3 million, 15 per cent or 15%, $3.5bn, dozens, the 21st and third.",
            ""
        ),
        "Fifteen = 15; twenty-five = 25; 1,200 = 1200; 1.3 million = 1300000; 15 per cent = 15%; 15% = 15%; \
         $3.5bn = 3500000000$; dozens = ~24; 21st = #21; third = #3"
    );
}

#[test]
fn days_are_resolved_against_the_articles_date() {
    assert_eq!(
        picture("On Monday, yesterday, on 27 February 2019, on March 1, 2019 and in 2015.", "2019-03-05"),
        "Monday = 2019-03-04; yesterday = 2019-03-04; 27 February 2019 = 2019-02-27; March 1, 2019 = 2019-03-01; 2015 = 2015-0"
    );
}

#[test]
fn ranges_units_and_precision_are_read() {
    assert_eq!(
        picture("10 to 15 km, between 150 and 200 million euros, 12 percentage points, more than 100, nearly 30.", ""),
        "10 to 15 km = 10..15km; 150 and 200 million euros = 150000000..200000000€; 12 percentage points = 12pp; \
         100 = >100; 30 = <30"
    );
    assert_eq!(picture("10-15 seats, 100 miles.", ""), "10-15 = 10..15; 100 miles = 160.9344km");
}

#[test]
fn a_change_and_a_span_of_years_are_no_ranges() {
    let shown = picture("It rose from 10 to 15 and was open from 2015-18.", "");
    assert!(!shown.contains(".."), "{shown}");
}

#[test]
fn spoken_periods_and_days_without_a_year_are_reckoned_from_the_articles_date() {
    assert_eq!(
        picture("Last week, next month, last year, on March 1 and on December 30.", "2019-03-05"),
        "Last week = 2019-02-25..2019-03-03; next month = 2019-04-01..2019-04-30; \
         last year = 2018-01-01..2018-12-31; March 1 = 2019-03-01; December 30 = 2018-12-30"
    );
}
