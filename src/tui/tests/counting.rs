//! Numbers typed before a key, also where their digits are keys of their own.

use std::path::Path;

use super::{Screen, sample};
use crate::{intake, page::Glyphs, story::Side, tui::keymap::Keymap};

/// Two articles of twenty short paragraphs each, all but two of which differ.
fn twenty(size: (u16, u16)) -> Screen {
    const TOWNS: [&str; 20] = [
        "Aachen",
        "Bern",
        "Calais",
        "Dresden",
        "Essen",
        "Fulda",
        "Genoa",
        "Hanover",
        "Innsbruck",
        "Jena",
        "Kiel",
        "Lyon",
        "Malmo",
        "Nancy",
        "Oslo",
        "Padua",
        "Quebec",
        "Riga",
        "Siena",
        "Turin",
    ];
    let telling = |day: &str| -> String {
        let paragraph = |(at, town): (usize, &&str)| {
            let day = if [6, 11].contains(&at) { "Friday" } else { day };
            format!("The minister spoke about the bridge of {town} before a crowd on {day} morning.\n\n")
        };
        TOWNS.iter().enumerate().map(paragraph).collect()
    };
    let story = intake::from_bytes([("a.txt", telling("Monday")), ("b.txt", telling("Tuesday"))]);
    Screen::new(story, size, Glyphs::UNICODE)
}

/// Which article is read alone, the paragraph and the lines moved from the top, and the number that the status line shows.
fn told(screen: &Screen) -> String {
    let alone = match screen.state.reading.only {
        None => "both",
        Some(Side::Left) => "left",
        Some(Side::Right) => "right",
    };
    let (article, paragraph, _) = screen.state.reading.paragraph().unwrap();
    let status = screen.picture().lines().rev().nth(1).unwrap_or_default().to_owned();
    let count = status.split_whitespace().last().filter(|last| last.ends_with('×')).unwrap_or("-").to_owned();
    format!("{alone} {}{paragraph} {count}", ["A", "B", "C", "D", "E"][article.index()])
}

#[test]
fn a_number_is_a_count_whatever_it_begins_with_and_one_article_is_still_one_key() {
    let mut lines = Vec::new();
    for keys in [
        "1",
        "2",
        "1 …",
        "1 … 2",
        "1 2",
        "1 1",
        "2 …  2",
        "1 5",
        "1 0",
        "1 5 G",
        "1 … 5 G",
        "1 2 G",
        "1 G",
        "1 … G",
        "2 G",
        "2 … G",
        "1 j j j j",
        "1 … j j j j",
        "2 j j",
        "2 … j j",
        "5 G",
        "0 5 G",
        "1 5 esc",
        "1 5 y",
        "1 f",
        "1 5 … G",
        "l 1 6 G",
        "1 esc",
        "2 x",
    ] {
        lines.push(format!("{keys:<14} {}", told(&twenty((120, 30)).keys(keys))));
    }
    insta::assert_snapshot!(lines.join("\n"), @"
    1              left A1 1×
    2              right B1 2×
    1 …            left A1 -
    1 … 2          right B1 2×
    1 2            right B1 12×
    1 1            both A1 11×
    2 …  2         both B1 2×
    1 5            both A1 15×
    1 0            left A1 10×
    1 5 G          both A15 -
    1 … 5 G        left A5 -
    1 2 G          both A12 -
    1 G            both A1 -
    1 … G          left A20 -
    2 G            both A2 -
    2 … G          right B20 -
    1 j j j j      left A3 -
    1 … j j j j    left A3 -
    2 j j          both A2 -
    2 … j j        right B2 -
    5 G            both A5 -
    0 5 G          both A5 -
    1 5 esc        both A1 -
    1 5 y          both A1 -
    1 f            left A1 -
    1 5 … G        both A15 -
    l 1 6 G        both B16 -
    1 esc          left A1 -
    2 x            left B1 -
    ");
}

/// Where the reader stands: passage, first line of the screen, line of the cursor, how much is folded.
fn place(screen: &Screen) -> String {
    let reading = &screen.state.reading;
    format!("{:?} {:?} {:?} {:?}", reading.anchor, reading.top, reading.cursor, reading.page.folds())
}

#[test]
fn what_the_first_digit_did_is_taken_back_to_the_line() {
    let before = sample((100, 24)).keys("n n n z n n n ctrl-d k");
    let picture = before.picture();
    let there = place(&before);
    let screen = before.keys("1 2 1");
    assert_eq!(screen.state.reading.only, Some(Side::Left));
    // A number that goes on with a digit that is no key is one at once.
    let screen = screen.keys("5");
    assert_eq!(place(&screen), there, "{}", screen.picture());
    let status = |picture: &str| picture.lines().rev().nth(1).unwrap_or_default().to_owned();
    assert_eq!(screen.picture().replace(&status(&screen.picture()), ""), picture.replace(&status(&picture), ""));
}

#[test]
fn twelve_differences_on_are_twelve_times_one() {
    let at = |keys: &str| {
        let reading = twenty((100, 24)).keys(keys).state.reading;
        (reading.only, reading.stop_number())
    };
    assert_eq!(at("n n n n n n n n n n n n"), (None, 13));
    assert_eq!(at("1 2 n"), (None, 13));
    assert_eq!(at("1 0 n"), (None, 11));
    assert_eq!(at("1 2 … n"), (Some(Side::Right), 2));
}

#[test]
fn who_meant_the_view_is_told_why_a_digit_was_counted() {
    let screen = twenty((100, 24)).keys("2 j");
    assert!(screen.picture().contains(" 2 was counted; 2 and a pause: read the right article alone"));
    assert!(!twenty((100, 24)).keys("1 2 j").picture().contains("was counted"));
    assert!(!twenty((100, 24)).keys("1 j").picture().contains("was counted"));
}

#[test]
fn any_digit_may_be_a_key_and_one_that_cannot_be_taken_back_begins_no_number() {
    let own = "[read]\nonly-left = \"3\"\nonly-right = \"8\"\nnext = [\"n\", \"4\"]\n";
    let keymap = Keymap::bundled().merged(Path::new("keys.toml"), own).unwrap();
    let typed = |keys: &str| {
        let mut screen = twenty((120, 30));
        screen.state.look.keymap = keymap.clone();
        let screen = screen.keys(keys);
        (told(&screen), screen.state.reading.stop_number())
    };
    assert_eq!(typed("3").0, "left A1 3×");
    assert_eq!(typed("3 8 …").0, "right B1 -");
    assert_eq!(typed("1 3 G").0, "both A13 -");
    assert_eq!(typed("3 1 G").0, typed("g 3 1 G").0);
    assert_eq!((typed("4").1, typed("4 2 n").1, typed("1 4 n").1), (2, 4, 15));
}

#[test]
fn the_rule_stands_in_the_help_with_the_keys_of_the_reader() {
    let help = |own: &str| {
        let mut screen = twenty((120, 70));
        screen.state.look.keymap = Keymap::bundled().merged(Path::new("keys.toml"), own).unwrap();
        let picture = screen.keys("?").picture();
        let rule = picture.split(" Counts\n").nth(1).unwrap_or_default();
        rule.lines().take(2).map(str::trim).collect::<Vec<_>>().join(" ").trim().to_owned()
    };
    insta::assert_snapshot!(help(""), @"A number before a key repeats it (3n), before G it is a paragraph's (15G); 1 2 act at once, and where a number goes on from there without a pause, that is taken back.");
    insta::assert_snapshot!(help("[read]\nonly-left = []\nonly-right = []\nbottom = \"E\"\n"), @"A number before a key repeats it (3n), before E it is a paragraph's (15E).");
}
