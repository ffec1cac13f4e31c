//! The strip of the whole story, where the articles have few paragraphs or none.

use super::{super::action::Action, Screen, sample};
use crate::{intake, page::Glyphs, story::Story};

/// Two tellings in one paragraph each, as scrapers write them: figures differ first, then words, then each has something of its own.
fn flat() -> Story {
    let said = |n: usize, verb: &str, ships: usize| {
        format!("On day {n} envoy number{n} {verb} that {ships} ships had left port{n}. ")
    };
    let left: String = (0..40).map(|n| said(n, "said", 100 + n)).collect();
    let right = (0..40).map(|n| match n {
        0..10 => said(n, "said", 300 + n),
        10..20 => said(n, "declared", 100 + n),
        30 => said(n, "said", 100 + n) + "Nobody in the harbour town believed a word of it. ",
        _ => said(n, "said", 100 + n),
    });
    intake::from_bytes([("a.txt", left), ("b.txt", right.collect())])
}

/// The strip alone, a line for each of its rows.
fn strip(screen: &Screen) -> String {
    let area = screen.state.areas().overview;
    let picture = screen.picture();
    let rows = picture.lines().skip(usize::from(area.y)).take(usize::from(area.height));
    rows.map(|line| line.chars().skip(usize::from(area.x) + 1).collect::<String>() + "\n").collect()
}

#[test]
fn every_difference_of_a_long_paragraph_has_its_place() {
    let screen = Screen::new(flat(), (120, 24), Glyphs::UNICODE);
    insta::assert_snapshot!(strip(&screen), @"
    ~◆▐
    ~◆▐
    ~◆▐
    ~◆▐
    ~◆▐
    ~◆▐
    ~◆▐
    ~◆▐
    ~◆
    ~◆
    ·
    ·
    ·
    ·
    +
    ·
    ·
    ·
    ·
    ·
    ");
    insta::assert_snapshot!(strip(&screen.keys("G")), @"
    ~◆
    ~◆
    ~◆
    ~◆
    ~◆
    ~◆
    ~◆
    ~◆
    ~◆
    ~◆
    ·
    ·
    · ▐
    · ▐
    + ▐
    · ▐
    · ▐
    · ▐
    · ▐
    · ▐
    ");
}

#[test]
fn a_click_goes_to_the_passage_that_stands_there() {
    let mut screen = Screen::new(flat(), (120, 24), Glyphs::UNICODE);
    let area = screen.state.areas().overview;
    let mut seen = Vec::new();
    for y in 0..area.height {
        screen.take(Action::Press(area.x + 1, area.y + y));
        seen.push(screen.state.reading.anchor.unwrap().offset);
        let shown: Vec<usize> =
            (0..).zip(strip(&screen).lines()).filter(|(_, row)| row.ends_with('▐')).map(|(row, _)| row).collect();
        let [first, last] = [shown.first(), shown.last()].map(|row| *row.unwrap());
        assert!((first..=last + 1).contains(&usize::from(y)), "{y} is not among {first} to {last}");
    }
    assert!(seen.is_sorted() && seen.iter().collect::<std::collections::BTreeSet<_>>().len() > 15, "{seen:?}");
}

#[test]
fn the_strip_of_a_story_that_ends_on_the_screen_is_level_with_it() {
    let left = "The minister said on Monday that 15 soldiers were killed in the attack.\n\nSchools stayed closed for a week.\n";
    let right = "The minister said on Monday that 17 soldiers were killed in the attack.\n\nOil prices rose sharply afterwards.\n";
    let story = intake::from_bytes([("a.txt", left), ("b.txt", right)]);
    let mut screen = Screen::new(story, (100, 16), Glyphs::UNICODE);
    let rows: Vec<String> = screen.picture().lines().skip(1).take(9).map(str::to_owned).collect();
    insta::assert_snapshot!(rows.join("\n"), @"
    ▌~ 1 The minister said on Monday that 15       ~ │~ 1 The minister said on Monday that 17        ~◆▐
    │    soldiers were killed in the attack.       │ │    soldiers were killed in the attack.        · ▐
                                                   │                                                 · ▐
     − 2 Schools stayed closed for a week.         │                                                 − ▐
                                                   │                                                 · ▐
                                                   │  + 2 Oil prices rose sharply afterwards.        + ▐
                                                   │
    ");
    let area = screen.state.areas().overview;
    screen.take(Action::Press(area.x + 1, area.y + 3));
    assert!(screen.line().contains("Schools"), "{}", screen.line());
}

#[test]
fn what_is_rare_is_not_hidden_by_what_is_common() {
    let screen = sample((120, 24));
    let whole = strip(&screen);
    for sign in ['−', '+', '~', '≈', '↑', '↓'] {
        let stands =
            screen.state.reading.differences.iter().any(|shown| Glyphs::UNICODE.sign(shown.sign).starts_with(sign));
        assert!(!stands || whole.contains(sign), "no {sign} in\n{whole}");
    }
}
