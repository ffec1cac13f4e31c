//! Where a line is typed: its keys, its help, what is refused; and a few keys of the reading view.
#![allow(clippy::unwrap_used)]

use super::{Screen, sample, small, three};
use crate::{
    page::Glyphs,
    tui::{
        action::{Action, Effect},
        state::Message,
        update::update,
    },
};

#[test]
fn the_keys_of_a_prompt_are_shown_over_it_and_the_prompt_is_there_again() {
    for (keys, heading) in [
        ("/ i r a n", "Keys: typing a search"),
        (": s w a", "Keys: finding an action"),
        ("e x", "Keys: writing a report"),
    ] {
        let before = sample((60, 20)).keys(keys);
        let picture = before.picture();
        let screen = before.keys("f1");
        assert!(screen.picture().contains(heading), "{}", screen.picture());
        assert_eq!(screen.keys("esc").picture(), picture, "{keys}");
    }
    // So is a list whose keys were asked for.
    let before = sample((80, 24)).keys("f j j");
    let picture = before.picture();
    assert_eq!(before.keys("? esc").picture(), picture);
    // A search under the help that is left for another view is left.
    let screen = sample((80, 24)).keys("/ i r a n f1 : s t o r y enter esc");
    assert!(screen.state.searching.is_none() && screen.state.panel.is_none() && screen.state.beneath.is_empty());
}

#[test]
fn a_prompt_that_is_left_leaves_what_it_lay_over_as_it_was() {
    let mut told = Vec::new();
    for over in ["f j j", "s j l", "S j j", "n d j", "?", "p j", "f ?", "/ i r a n f1"] {
        for prompt in ["/", ":", "e", "E"] {
            let before = sample((80, 24)).keys(over);
            let picture = before.picture();
            let view = before.state.view();
            let screen = before.keys(prompt);
            if screen.state.view() == view {
                continue;
            }
            let opened = screen.state.view().name();
            let again = if screen.keys("esc").picture() == picture { "" } else { "NOT " };
            told.push(format!("{over:<14} {prompt} {opened:<8} esc: {again}as before"));
        }
    }
    insta::assert_snapshot!(told.join("\n"), @"
    f j j          / search   esc: as before
    f j j          : palette  esc: as before
    f j j          E export   esc: as before
    s j l          / search   esc: as before
    s j l          : palette  esc: as before
    s j l          e export   esc: as before
    S j j          / search   esc: as before
    S j j          : palette  esc: as before
    S j j          e export   esc: as before
    n d j          / search   esc: as before
    n d j          : palette  esc: as before
    ?              : palette  esc: as before
    p j            : palette  esc: as before
    f ?            : palette  esc: as before
    / i r a n f1   : palette  esc: as before
    ");
}

#[test]
fn what_is_called_by_name_over_a_view_is_done_in_that_view() {
    let screen = sample((100, 30)).keys("f : m o v e enter");
    assert!(screen.picture().contains("Differences"), "{}", screen.picture());
    let screen = sample((100, 30)).keys("f : s t o r y enter");
    assert!(screen.picture().contains("The whole story"), "{}", screen.picture());
    assert!(screen.keys("esc").state.panel.is_none());
}

#[test]
fn no_key_is_named_for_more_where_there_is_no_more() {
    let hints = |screen: Screen| screen.picture().lines().last().unwrap().to_owned();
    assert!(!hints(sample((80, 24)).keys("/ f1")).contains("more"));
    assert!(hints(sample((80, 24)).keys("?")).contains("space more"));
    assert!(!hints(sample((80, 24)).keys("? G")).contains("more"));
}

#[test]
fn hints_are_whole_words_in_the_smallest_windows() {
    let mut lines = Vec::new();
    for keys in [":", "e", ": f1"] {
        for width in [30, 40] {
            lines.push(sample((width, 10)).keys(keys).picture().lines().last().unwrap_or_default().to_owned());
        }
    }
    insta::assert_snapshot!(lines.join("\n"), @"
    enter do it          f1 keys
    enter do it  esc leave         f1 keys
    enter write          f1 keys
    enter write  esc leave         f1 keys
    esc close  space more
    esc close  space more  : commands
    ");
}

#[test]
fn exchanging_the_sides_of_one_article_alone_keeps_the_place() {
    for keys in ["1 …", "2 …"] {
        let screen = sample((100, 30)).keys(&format!("ctrl-d ctrl-d {keys} j j"));
        let (there, line) = (screen.state.reading.anchor, screen.state.reading.cursor);
        let screen = screen.keys("x");
        assert_eq!((screen.state.reading.anchor, screen.state.reading.cursor), (there, line), "{}", screen.picture());
        assert!(screen.picture().contains("what is read stays"), "{}", screen.picture());
    }
}

#[test]
fn turning_from_one_article_alone_to_another_goes_to_the_counterpart() {
    let at = |screen: &Screen| screen.state.reading.paragraph().map(|(id, at, _)| (id.index(), at));
    let read = || Screen::new(three(), (100, 30), Glyphs::UNICODE).keys("] 1 … j j j j j j j");
    let screen = read();
    assert_eq!(at(&screen), Some((0, 3)), "{}", screen.picture());
    // In C the schools stand first.
    let screen = screen.keys("2");
    assert_eq!(at(&screen), Some((2, 1)), "{}", screen.picture());
    // And from one alone to another that is held against the same base, by what both share with it.
    let screen = Screen::new(three(), (100, 30), Glyphs::UNICODE).keys("2 … g ]");
    assert_eq!(at(&screen), Some((2, 3)), "{}", screen.picture());
}

#[test]
fn the_palette_goes_to_a_paragraph_by_its_number_with_or_without_its_sign() {
    for keys in [": 7 enter", ": ¶ 7 enter", ": # 7 enter"] {
        assert_eq!(sample((100, 30)).keys(keys).state.reading.paragraph().map(|(_, at, _)| at), Some(7));
    }
}

#[test]
fn earlier_names_of_reports_are_walked_through() {
    let mut screen = Screen::new(small(), (80, 20), Glyphs::UNICODE).keys("e o n e enter");
    update(&mut screen.state, Action::Written("wrote this pair".into()));
    let screen = screen.keys("e t w o up");
    assert!(screen.picture().contains(" file   one.txt"), "{}", screen.picture());
    assert!(screen.keys("down").picture().contains(" file   two"));
}

#[test]
fn an_export_while_the_beginning_is_shown_is_said_to_be_of_the_whole() {
    let whole = std::sync::Arc::new(small());
    let mut screen = Screen::new(whole.head(60), (100, 20), Glyphs::UNICODE);
    let _ = update(&mut screen.state, Action::Opened(std::sync::Arc::clone(&whole)));
    let mut screen = screen.keys("esc e");
    assert!(
        screen.picture().contains("the whole of the two articles, not the beginning alone"),
        "{}",
        screen.picture()
    );
    let effects = update(&mut screen.state, Action::Key(super::Key::parse("enter").unwrap()));
    assert!(matches!(&effects[..], [Effect::Export(_, exported)] if std::sync::Arc::ptr_eq(exported, &whole)));
    update(&mut screen.state, Action::Written("wrote this pair as text to 'a.txt'".into()));
    let said = "wrote this pair as text to 'a.txt'; it is of the whole, not of the beginning alone";
    assert_eq!(screen.state.message, Some(Message::Done(said.into())));
}

#[test]
fn a_click_on_a_key_of_the_hint_line_does_what_the_key_does() {
    let click = |mut screen: Screen, word: &str| {
        let picture = screen.picture();
        let (y, line) = picture.lines().enumerate().find(|(_, line)| line.contains(word)).unwrap();
        let x = line.split(word).next().unwrap_or_default().chars().count();
        screen.take(Action::Press(x as u16 + 1, y as u16));
        screen
    };
    let screen = click(sample((80, 24)), "f list");
    assert!(screen.picture().contains("Differences"), "{}", screen.picture());
    let screen = click(screen, "m moved");
    assert!(screen.picture().contains("only: moved"), "{}", screen.picture());
    let screen = click(screen, "esc close");
    assert!(screen.state.panel.is_none());
    let screen = click(screen, "0 every kind");
    assert!(!screen.picture().contains("only: moved"), "{}", screen.picture());
}

#[test]
fn what_was_called_by_name_last_comes_first_the_next_time() {
    let screen = sample((100, 30)).keys(": s w a p enter : c l e a n enter :");
    let picture = screen.picture();
    let chosen = picture.lines().skip_while(|line| !line.contains("Actions")).nth(2).unwrap_or_default();
    assert!(chosen.starts_with("> clean"), "{picture}");
}

#[test]
fn a_number_beyond_the_end_goes_to_the_last_paragraph_and_says_so() {
    for keys in [": 9 9 enter", "9 9 G"] {
        let picture = sample((100, 30)).keys(keys).picture();
        assert!(picture.contains("A has 18 paragraphs: this is the last"), "{picture}");
    }
    let picture = sample((100, 30)).keys(": x y z z y enter").picture();
    assert_eq!(picture.matches("no action is called so").count(), 2, "{picture}");
}
