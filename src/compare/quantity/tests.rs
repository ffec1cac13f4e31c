#![allow(clippy::unwrap_used)]

use super::*;
use crate::{compare::pictures::story, story::ArticleId};

/// The figures of a text: `text = meaning`.
fn picture(text: &str, date: &str) -> String {
    let mut story = story(&[text]);
    story.articles[ArticleId::new(0)].date = Some(date.to_owned());
    let article = &story.articles[ArticleId::new(0)];
    let numbers = Numbers::of(&story);
    let found = quantities(&story, article, &article.tokens, &numbers);
    let shown = found.iter().map(|quantity| {
        let value = match &quantity.value {
            Value::Amount { amount, unit, open } => format!("{}{amount}{unit}", if *open { "~" } else { "" }),
            Value::Rank(rank) => format!("#{rank}"),
            Value::Day(day) => match day.range {
                Some((a, b)) if a == b => a.to_string(),
                _ => format!("{:?}-{:?}", day.year.unwrap_or_default(), day.month.unwrap_or_default()),
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
