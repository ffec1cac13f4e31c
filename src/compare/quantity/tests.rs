#![allow(clippy::unwrap_used)]

use super::*;
use crate::{compare::pictures::story, lexicon::Lexicon, story::ArticleId, text::figure::Hold};

/// The figures of a text: `text = meaning (what it counts)`.
fn picture(text: &str, date: &str) -> String {
    picture_in("en", text, date)
}

fn picture_in(language: &str, text: &str, date: &str) -> String {
    let mut story = story(&[text]);
    story.articles[ArticleId::new(0)].date = Some(date.to_owned());
    story.articles[ArticleId::new(0)].language = Some(language.to_owned());
    let article = &story.articles[ArticleId::new(0)];
    let numbers = Numbers::of(&story.vocabulary, Some(language));
    let words = Lexicon::bundled().over(&story);
    let found = quantities(&story, article, &numbers, words.of(ArticleId::new(0)));
    let rounded = |number: f64| (number * 100.0).round() / 100.0;
    let shown = found.iter().map(|quantity| {
        let value = match &quantity.value {
            Value::Figure(figure::Value::Amount(amount)) => {
                let sign = match amount.hold {
                    Hold::Exact => "",
                    Hold::About | Hold::Loose => "~",
                    Hold::Above => ">",
                    Hold::Below => "<",
                };
                let range = if amount.is_range() { format!("..{}", rounded(amount.most)) } else { String::new() };
                format!("{sign}{}{range}{}", rounded(amount.least), amount.unit)
            }
            Value::Figure(figure::Value::Rank(rank)) => format!("#{rank}"),
            Value::Figure(figure::Value::Decade(year)) => format!("{year}s"),
            Value::Figure(figure::Value::Score(one, other)) => format!("{one}:{other}"),
            Value::Figure(figure::Value::Clock(clock)) => {
                let sure = if clock.sure { "" } else { "?" };
                format!("{:02}:{:02}{sure}{}", clock.minute / 60, clock.minute % 60, clock.zone)
            }
            Value::Day(day) => match day.range {
                Some((a, b)) if a == b => a.to_string(),
                Some((a, b)) => format!("{a}..{b}"),
                None => format!(
                    "{}-{}-{}",
                    day.year.unwrap_or_default(),
                    day.month.unwrap_or_default(),
                    day.day.unwrap_or_default()
                ),
            },
        };
        let of = quantity.of.map(|of| format!(" ({})", story.vocabulary.form(of))).unwrap_or_default();
        format!("{} = {value}{of}", quantity.span.of(text))
    });
    shown.collect::<Vec<_>>().join("; ")
}

/// Holds each line `text => picture` of an article of Tuesday, 5 March 2019.
#[track_caller]
fn read(lines: &[(&str, &str)]) {
    for (text, expected) in lines {
        assert_eq!(picture(text, "2019-03-05"), *expected, "{text}");
    }
}

#[test]
fn figures_in_words_and_digits_mean_the_same() {
    read(&[
        (
            "Fifteen of twenty-five, 1,200 and 1.3 million.",
            "Fifteen = 15; twenty-five = 25; 1,200 = 1200; 1.3 million = 1300000",
        ),
        ("sixty men, one hundred and twenty-five men", "sixty = 60 (men); one hundred and twenty-five = 125 (men)"),
        (
            "two hundred thousand people, twelve hundred",
            "two hundred thousand = 200000 (people); twelve hundred = 1200",
        ),
        ("5%, 5 percent, five per cent", "5% = 5%; 5 percent = 5%; five per cent = 5%"),
        ("two and a half million, 1½ hours", "two and a half million = 2500000; 1½ hours = 5400s"),
        ("the 21st and the third, the twenty-first", "21st = #21; third = #3; twenty-first = #21"),
        (
            "dozens of people, several hundred, a dozen eggs",
            "dozens = ~24 (people); several hundred = ~300; a dozen = ~12 (eggs)",
        ),
        ("one man, one million, one per cent", "one million = 1000000; one per cent = 1%"),
        ("٣٥ and ३५", "٣٥ = 35; ३५ = 35"),
    ]);
}

#[test]
fn a_currency_stands_before_or_after() {
    read(&[
        (
            "$1.5bn, 1.5 billion dollars, US$1.5 billion",
            "$1.5bn = 1500000000$; 1.5 billion dollars = 1500000000$; US$1.5 billion = 1500000000$",
        ),
        (
            "1,200 dollars or $1,200; A$5m; USD 5 million",
            "1,200 dollars = 1200$; $1,200 = 1200$; A$5m = 5000000A$; USD 5 million = 5000000$",
        ),
        (
            "between €10 million and €15 million, $10-15m",
            "€10 million and €15 million = 10000000..15000000€; $10-15m = 10000000..15000000$",
        ),
    ]);
}

#[test]
fn parts_of_a_whole_are_shares() {
    read(&[
        ("two-thirds of voters, 2/3 of voters", "two-thirds = 66.67% (voters); 2/3 = 66.67% (voters)"),
        ("a third of voters, half the voters", "a third = 33.33% (voters); half = 50% (voters)"),
        ("one in five, three out of four", "one in five = 20%; three out of four = 75%"),
        ("half a mile, three quarters of an hour", "half a mile = 804.67m; three quarters of an hour = 2700s"),
        (
            "the first half, a third term, 3 in 10 days",
            "first = #1 (half); third = #3 (term); 3 = 3; 10 days = 864000s",
        ),
        ("24/7 and 9/11", ""),
    ]);
}

#[test]
fn times_scores_and_decades_are_read() {
    read(&[
        (
            "at 3 p.m. on time, at 15:00, 3.30pm, 1500 GMT",
            "3 p.m. = 15:00; 15:00 = 15:00; 3.30pm = 15:30; 1500 GMT = 15:00gmt",
        ),
        ("at 8:30, at noon, 3 o'clock", "8:30 = 08:30?; noon = 12:00; 3 o'clock = 03:00?"),
        ("won 52-48, 52 to 48, 3-1", "52-48 = 52:48; 52 to 48 = 52:48; 3-1 = 3:1"),
        ("in the 1990s, in the 90s", "1990s = 1990s; 90s = 90s"),
        (
            "in 2:21:40, two hours, 21 minutes and 40 seconds",
            "2:21:40 = 8500s; two hours, 21 minutes and 40 seconds = 8500s",
        ),
    ]);
}

#[test]
fn units_are_measured_in_one() {
    read(&[
        ("3 metres, 10 feet, 5 feet 10 inches", "3 metres = 3m; 10 feet = 3.05m; 5 feet 10 inches = 1.78m"),
        ("240 sq km, 93 square miles", "240 sq km = 240000000m²; 93 square miles = 240868894.26m²"),
        ("150 km an hour, 93 mph, 150km/h", "150 km an hour = 41.67m/s; 93 mph = 41.57m/s; 150km/h = 41.67m/s"),
        (
            "-3°C, 86 degrees Fahrenheit, 3 degrees below zero",
            "-3°C = -3°C; 86 degrees Fahrenheit = 30°C; 3 degrees below zero = -3°",
        ),
        (
            "15-year-old, a three-day visit, 72-hour",
            "15-year-old = 180month; three-day = 259200s (visit); 72-hour = 259200s",
        ),
    ]);
}

#[test]
fn ranges_and_precision_are_read() {
    read(&[
        (
            "10 to 15 km, 10-15 seats, two or three men",
            "10 to 15 km = 10000..15000m; 10-15 = 10..15 (seats); two or three = 2..3 (men)",
        ),
        ("more than 100, nearly 30, 100+ people", "100 = >100; 30 = <30; 100+ = >100 (people)"),
        ("some 100 people, no fewer than 20", "100 = ~100 (people); 20 = >20"),
        ("It rose from 10 to 15 and was open from 2015-18.", "10 = 10; 15 = 15"),
    ]);
}

#[test]
fn days_are_resolved_against_the_articles_date() {
    read(&[
        (
            "On Monday, yesterday, on 27 February 2019",
            "Monday = 2019-03-04; yesterday = 2019-03-04; 27 February 2019 = 2019-02-27",
        ),
        (
            "March 1, 2019, October 3rd, Oct. 3",
            "March 1, 2019 = 2019-03-01; October 3rd = 2018-10-03; Oct. 3 = 2018-10-03",
        ),
        ("the third of March, 2019-03-05", "third of March = 2019-03-03; 2019-03-05 = 2019-03-05"),
        ("in 2015, the 2015 elections, 2000 troops", "2015 = 2015-0-0; 2015 = 2015-0-0; 2000 = 2000 (troops)"),
        (
            "Last week, next month, last year",
            "Last week = 2019-02-25..2019-03-03; next month = 2019-04-01..2019-04-30; last year = 2018-01-01..2018-12-31",
        ),
        ("a week ago, three days ago", "week ago = 2019-02-23..2019-03-01; three days ago = 2019-03-02"),
        ("on March 1 and on December 30", "March 1 = 2019-03-01; December 30 = 2018-12-30"),
    ]);
}

#[test]
fn digits_in_names_count_nothing() {
    read(&[("according to 24 News", ""), ("Boeing 737, A320, F-16", "737 = 737")]);
}

#[test]
fn the_language_says_which_sign_parts_the_decimals() {
    let text = "1.200 and 1,5 and 1.200,50 and 12.345.678 and 4.2";
    let german = "1.200 = 1200; 1,5 = 1.5; 1.200,50 = 1200.5; 12.345.678 = 12345678; 4.2 = 4.2";
    assert_eq!(picture_in("de", text, "2025-06-11"), german);
    assert_eq!(picture_in("en", "1.200 and 1,200.5", "2025-06-11"), "1.200 = 1.2; 1,200.5 = 1200.5");
}

#[test]
fn numbers_in_words_are_read_in_seven_languages() {
    for (language, text, expected) in [
        ("de", "fünfzehn Soldaten, 15 Soldaten", "fünfzehn = 15 (soldaten); 15 = 15 (soldaten)"),
        (
            "de",
            "einundzwanzig Häuser, zweihundertdreißig Euro",
            "einundzwanzig = 21 (hauser); zweihundertdreißig Euro = 230€",
        ),
        (
            "de",
            "Die zweihunderttausend Menschen und der Rat sind am 3. März nicht da.",
            "zweihunderttausend = 200000 (menschen); 3. März = 2019-03-03",
        ),
        ("de", "in diesem Jahrhundert, rund 12 Prozent", "12 Prozent = ~12%"),
        (
            "fr",
            "quatre-vingt-dix-sept morts, deux cent cinquante mille euros",
            "quatre-vingt-dix-sept = 97 (morts); deux cent cinquante mille euros = 250000€",
        ),
        (
            "fr",
            "vingt et un blessés, la moitié des élèves, le 3 mars",
            "vingt et un = 21 (blesses); la moitié = 50% (eleves); 3 mars = 2019-03-03",
        ),
        (
            "es",
            "treinta y cinco heridos, dos mil trescientos soldados",
            "treinta y cinco = 35 (heridos); dos mil trescientos = 2300 (soldados)",
        ),
        ("es", "el 3 de marzo de 2019, once muertos", "3 de marzo de 2019 = 2019-03-03; once = 11 (muertos)"),
        (
            "it",
            "duecentotrenta feriti, cinquemila persone",
            "duecentotrenta = 230 (feriti); cinquemila = 5000 (persone)",
        ),
        (
            "pt",
            "vinte e cinco mortos, mais de cem mil pessoas",
            "vinte e cinco = 25 (mortos); cem mil = >100000 (pessoas)",
        ),
        (
            "nl",
            "tweehonderddertig soldaten, eenentwintig doden",
            "tweehonderddertig = 230 (soldaten); eenentwintig = 21 (doden)",
        ),
    ] {
        assert_eq!(picture_in(language, text, "2019-03-05"), expected, "{text}");
    }
}

#[test]
fn a_lone_weekday_is_the_last_one_or_the_coming_one() {
    let day = |text: &str| {
        let mut story = story(&[text]);
        story.articles[ArticleId::new(0)].date = Some("2025-12-01".to_owned());
        story.articles[ArticleId::new(0)].language = Some("en".to_owned());
        let numbers = Numbers::of(&story.vocabulary, Some("en"));
        let words = Lexicon::bundled().over(&story);
        let article = &story.articles[ArticleId::new(0)];
        let found = quantities(&story, article, &numbers, words.of(ArticleId::new(0)));
        found.into_iter().find_map(|one| if let Value::Day(day) = one.value { Some(day) } else { None }).unwrap()
    };
    let friday = day("The council meets on Friday.");
    for other in ["on December 5", "on November 28"].map(|when| day(&format!("The council meets {when}."))) {
        assert!(friday.agrees(&other) && other.agrees(&friday), "{other:?}");
    }
    for other in ["on December 4", "on December 12"].map(|when| day(&format!("The council meets {when}."))) {
        assert!(!friday.agrees(&other) && !other.agrees(&friday), "{other:?}");
    }
}
