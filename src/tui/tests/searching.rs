//! Searching: the preview while it is typed, walking from place to place through all articles, and what is said where there is none.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use super::{Screen, sample, small, three};
use crate::{
    page::Glyphs,
    tui::{action::Action, update::update},
};

/// The lowest lines: about the passage or the message, the status, the keys or what is typed.
fn foot(screen: &Screen) -> String {
    let picture = screen.picture();
    let lines: Vec<&str> = picture.lines().collect();
    lines[lines.len() - 3..].join("\n")
}

fn message(screen: &Screen) -> String {
    screen.picture().lines().rev().nth(2).unwrap_or_default().trim().to_owned()
}

#[test]
fn behind_the_last_place_found_comes_the_first_again_where_no_other_article_has_any() {
    let small = || Screen::new(small(), (80, 24), Glyphs::UNICODE);
    let screen = small().keys("/ s o l d i e r s enter");
    assert!(screen.picture().contains("/soldiers 1/2"), "{}", screen.picture());
    let screen = screen.keys("n n");
    assert!(screen.picture().contains("on from the first"), "{}", screen.picture());
    assert!(screen.picture().contains("/soldiers 1/2"), "{}", screen.picture());
    let screen = screen.keys("N");
    assert!(screen.picture().contains("on from the last") && screen.picture().contains("/soldiers 2/2"));
    // Who begins to search behind the last place is taken to the first.
    let screen = small().keys("G / s o l d i e r s enter");
    assert!(screen.picture().contains("/soldiers 1/2"), "{}", screen.picture());
}

#[test]
fn what_stands_in_another_open_article_is_said_with_its_name_and_shown_at_one_key() {
    let screen = Screen::new(three(), (100, 16), Glyphs::UNICODE).keys("/ o i l enter");
    insta::assert_snapshot!(foot(&screen), @"
    “oil” is not in A or B; 1 in C (c.txt): n goes on in C
    A ⇄ B, pair 1/3 · base A · A ¶1/3 · 1 finding · /oil: none here (A 0, B 0, C 1) · hidden: 1 alike
    n next  N back  enter why  f list  s story  / search  e export  p articles  z fold  ? keys  q quit
    ");
    let screen = screen.keys("n");
    assert!(screen.line().contains("Oil prices"), "{}", screen.picture());
    assert!(screen.picture().contains("A ⇄ C, pair 2/3") && screen.picture().contains("/oil 1/1 (A 0, B 0, C 1)"));
    assert_eq!(message(&screen), "the search goes on in C (c.txt)");
    // It is the only one: what is shown now has it, and the walk goes round there.
    assert!(message(&screen.keys("n")).contains("on from the first"));
}

#[test]
fn behind_the_last_place_shown_the_search_goes_on_in_the_other_articles_and_comes_round() {
    let mut screen = Screen::new(three(), (100, 16), Glyphs::UNICODE).keys("/ s c h o o l s enter");
    let mut told = vec![message(&screen)];
    for key in ["n", "n", "n", "n", "n", "N", "N"] {
        screen = screen.keys(key);
        let pair = screen.state.reading.pair;
        let letter = |at: usize| ["A", "B", "C"][at];
        let place = screen.state.reading.paragraph().map(|(id, at, _)| format!("{}{at}", letter(id.index())));
        let pair = format!("{}{}", letter(pair.left.index()), letter(pair.right.index()));
        told.push(format!("{key} {pair} {} | {}", place.unwrap_or_default(), message(&screen)));
    }
    insta::assert_snapshot!(told.join("\n"), @"
    − only in A: no counterpart found in B
    n AB A3 | the only one here; 1 in C (c.txt): n goes on in C
    n AC C1 | the search goes on in C (c.txt)
    n AC A3 | ↑ moved: stands at C ¶1; o goes there
    n AC C1 | behind the last place found: on from the first
    n AC A3 | ↑ moved: stands at C ¶1; o goes there
    N AC C1 | ↓ moved: stands at A ¶3; o goes there
    N AC A3 | before the first place found: on from the last
    ");
}

#[test]
fn who_reads_one_article_alone_goes_on_in_the_next_alone() {
    let screen = Screen::new(three(), (100, 16), Glyphs::UNICODE).keys("1 … / m i n i s t e r enter n n n");
    assert!(screen.state.reading.only.is_some());
    assert_eq!(screen.state.reading.passage().map(|(article, _)| article.index()), Some(1), "{}", screen.picture());
    let screen = Screen::new(three(), (100, 16), Glyphs::UNICODE).keys("1 … / o i l enter n");
    assert!(screen.state.reading.only.is_some() && screen.line().contains("Oil"), "{}", screen.picture());
}

#[test]
fn while_it_is_typed_the_first_place_is_shown_and_esc_goes_back() {
    let before = sample((100, 24)).keys("n n n j");
    let (picture, line) = (before.picture(), before.line());
    let screen = before.keys("/ s y r i a");
    let there = screen.state.reading.anchor;
    assert!(screen.picture().lines().last().unwrap().starts_with("/syria"), "{}", screen.picture());
    assert_ne!(screen.line(), line);
    // Another letter looks from where the reader stood, not from where the last one led.
    let back = screen.keys("q q backspace backspace");
    assert_eq!(back.state.reading.anchor, there);
    assert_eq!(back.keys("esc").picture(), picture);
    // What cannot be found leaves the reader where the typing began.
    assert_eq!(sample((100, 24)).keys("n n n j / s y r i a q q").line(), line);
    let screen = sample((100, 24)).keys("n n n j / s y r i a enter");
    assert_eq!(screen.state.reading.anchor, there);
    assert_eq!(screen.keys("esc ctrl-o").line(), line, "a search is a jump");
}

#[test]
fn a_fold_that_was_opened_for_a_look_is_folded_again() {
    let before = Screen::new(small(), (80, 20), Glyphs::UNICODE);
    let picture = before.picture();
    let screen = before.keys("/ w o u n d e d");
    assert!(!screen.picture().contains("1 paragraph alike"), "{}", screen.picture());
    assert_eq!(screen.keys("esc").picture(), picture);
}

#[test]
fn a_search_that_is_left_brings_the_one_before_it_back() {
    let screen = sample((100, 24)).keys("/ c o r r u p t i o n enter / i r a n esc");
    assert!(screen.picture().contains("/corruption 1/2"), "{}", screen.picture());
}

#[test]
fn earlier_searches_are_walked_through_with_the_arrows() {
    let typed = |screen: &Screen| {
        let picture = screen.picture();
        picture.lines().last().and_then(|line| line.split_whitespace().next()).unwrap_or_default().to_owned()
    };
    let mut screen = sample((100, 24)).keys("/ i r a n enter esc / ctrl-r c . r enter esc /");
    assert!(screen.state.searching.is_none());
    let mut shown = Vec::new();
    for key in ["x", "up", "ctrl-p", "up", "down", "ctrl-n", "down"] {
        screen = screen.keys(key);
        shown.push(typed(&screen));
    }
    assert_eq!(shown.join(" "), "/x /c.r /iran /iran /c.r /x /x");
    assert!(sample((100, 24)).keys("/ ctrl-r c . r enter esc / up").picture().contains("regular expression"));
}

#[test]
fn nothing_typed_and_kept_is_the_last_search_again() {
    let screen = sample((80, 24)).keys("/ c o r r u p t i o n enter esc g / enter");
    assert!(screen.picture().contains("/corruption 1/2"), "{}", screen.picture());
    assert!(sample((80, 24)).keys("/ enter").state.searching.is_none());
}

#[test]
fn the_line_says_what_fits_and_never_half_a_word() {
    for (width, keys) in [(40, "/"), (40, "/ s y r i a"), (40, "/ tab"), (30, "/ i r a n"), (60, "/"), (80, "/ x x")] {
        let picture = sample((width, 10)).keys(keys).picture();
        let line = picture.lines().last().unwrap();
        assert!(!line.contains('…'), "{width} {keys}: {line}");
    }
    let lines = [(40, "/"), (80, "/"), (80, "/ tab"), (40, "/ i r a n"), (80, "/ i r a n")]
        .map(|(width, keys)| sample((width, 10)).keys(keys).picture().lines().last().unwrap().to_owned());
    insta::assert_snapshot!(lines.join("\n"), @"
    /                               f1 keys
    /                       ctrl-r regex · case and accents do not matter · f1 keys
    /                 regular expression · case and accents do not matter · f1 keys
    /iran               52 places · f1 keys
    /iran                                     A 10, B 16, C 6, D 10, E 10 · f1 keys
    ");
}

#[test]
fn what_is_not_found_in_the_beginning_is_not_said_to_stand_nowhere() {
    let whole = Arc::new(small());
    let mut screen = Screen::new(whole.head(60), (160, 14), Glyphs::UNICODE);
    let _ = update(&mut screen.state, Action::Opened(Arc::clone(&whole)));
    let screen = screen.keys("esc j");
    assert!(screen.picture().contains("only the beginning; r compares the whole"), "{}", screen.picture());
    let screen = screen.keys("/ n o w h e r e");
    assert!(screen.picture().contains("not found in the beginning"), "{}", screen.picture());
    let screen = screen.keys("enter");
    assert!(screen.picture().contains("is not found in the beginning"), "{}", screen.picture());
}

#[test]
fn what_was_not_found_in_the_beginning_is_looked_for_again_in_the_whole() {
    let begun = |keys: &str| {
        let whole = Arc::new(small());
        let mut screen = Screen::new(whole.head(60), (120, 14), Glyphs::UNICODE);
        let effects = update(&mut screen.state, Action::Opened(whole));
        (screen.keys(keys), effects)
    };
    let (mut screen, effects) = begun("/ o i l enter");
    insta::assert_snapshot!(foot(&screen), @"
    “oil” is not found in the beginning, which is all that is shown; the rest is searched when it is compared
    comparing the whole… esc stops · A ⇄ B, pair 1/1 · base A · A ¶1/1 · 1 finding · /oil (not found in the beginning)
    n next  N back  enter why  f list  s story  / search  e export  p articles  z fold  tab pair  x swap    ? keys  q quit
    ");
    screen.perform(effects);
    assert!(screen.line().contains("Oil prices"), "{}", screen.picture());
    // Who reads on is not taken away.
    let (mut screen, effects) = begun("/ o i l enter j");
    screen.perform(effects);
    assert_eq!(message(&screen), "“oil” is found in what was compared since: n goes there");
    assert!(screen.keys("n").line().contains("Oil prices"));
    let (mut screen, effects) = begun("/ n o w h e r e enter");
    screen.perform(effects);
    assert!(screen.state.searching.is_none());
    assert_eq!(message(&screen), "“nowhere” is not found");
    // What was found in the beginning is marked in the rest, too, and nobody is moved.
    let (mut screen, effects) = begun("/ t h e enter");
    let (here, before) = (screen.state.reading.anchor, screen.state.searching.as_ref().unwrap().found.total());
    screen.perform(effects);
    assert_eq!(screen.state.reading.anchor, here);
    assert!(screen.state.searching.as_ref().unwrap().found.total() > before);
    // A search that is being typed meanwhile.
    let (mut screen, effects) = begun("/ o i l");
    screen.perform(effects);
    assert!(screen.picture().contains("A 0, B 1"), "{}", screen.picture());
}
