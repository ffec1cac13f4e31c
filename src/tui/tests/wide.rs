//! The list of differences beside the text on wide screens.

use super::{super::action::Action, Screen, sample, small};
use crate::page::Glyphs;

#[test]
fn the_list_stands_beside_the_text_and_follows_the_reader() {
    let screen = Screen::new(small(), (200, 14), Glyphs::UNICODE).keys("n n");
    insta::assert_snapshot!(screen.picture(), @"
    A (base) a.txt: “The minister said on Monday that 15…”            B b.txt: “The minister said on Monday that 17 soldiers were…”
    ~ 1 The minister said on Monday that 15 soldiers were killed   ~  ~ 1 The minister said on Monday that 17 soldiers were killed    ~◆▐── Differences ──────────────────────────── 4 in all; f to choose
        in the attack near the border.                             │      in the raid near the border.                                · ▐ ~ reworded         A ¶1    The minister said on Monday that 15…
                                                                   │                                                                  · ▐ ◆ figure, name     A ¶1    15 ↔ 17
    − 2 Nobody claimed responsibility for the attack. − Schools in =  = 2 Nobody claimed responsibility for the attack.               − ▐ − only in the base A ¶2    Schools in the region stayed closed.
        the region stayed closed.                                  │                                                                  · ▐▌+ not in the base  B ¶4    Oil prices rose sharply afterwards.
                                                                   │                                                                  · ▐
    ⋯   1 paragraph alike · “The president will visit the wounded on Friday morning.”                                                 · ▐
                                                                   │                                                                  · ▐
                                                                   │ ▌+ 4 Oil prices rose sharply afterwards.                         + ▐
                                                                   │
    + only in B: no counterpart found in A
    A ⇄ B, pair 1/1 · base A · B ¶4/4 · difference 3/3 · 1 finding · hidden: 1 alike
    n next  N back  enter why  f list  s story  / search  e export  p articles  z fold  tab pair  x swap  b base                                                                            ? keys  q quit
    ");
}

#[test]
fn f_moves_into_the_list_and_enter_goes_to_the_chosen_place() {
    let screen = Screen::new(small(), (200, 14), Glyphs::UNICODE).keys("f G enter");
    assert!(screen.state.panel.is_none() && screen.state.areas().dock.is_some());
    assert!(screen.line().contains("Oil prices"), "{}", screen.line());
}

#[test]
fn a_click_on_a_line_of_the_list_goes_there() {
    let mut screen = Screen::new(small(), (200, 14), Glyphs::UNICODE);
    let dock = screen.state.areas().dock.unwrap();
    screen.take(Action::Press(dock.x + 5, dock.y + 4));
    assert_eq!(screen.state.reading.difference_here(), Some(3));
}

#[test]
fn the_list_may_be_put_away_and_gives_its_room_to_the_text() {
    let screen = sample((200, 40));
    let narrow = screen.state.reading.size.0;
    let screen = screen.keys("F");
    assert!(screen.state.areas().dock.is_none() && screen.state.reading.size.0 > narrow);
    assert!(screen.keys("F").state.areas().dock.is_some());
    assert!(sample((120, 40)).keys("F").picture().contains("from 200 columns on; this window has 120"));
}

#[test]
fn why_a_mark_is_here_is_told_below_the_list() {
    let screen = sample((240, 60)).keys("n enter");
    let areas = screen.state.areas();
    let (dock, panel) = (areas.dock.unwrap(), areas.panel.unwrap());
    assert_eq!((dock.x, dock.width, dock.y + dock.height), (panel.x, panel.width, panel.y));
    assert_eq!(areas.page.width + areas.overview.width, panel.x);
}

#[test]
fn the_wheel_scrolls_what_is_under_the_pointer() {
    let mut screen = sample((200, 24));
    let dock = screen.state.areas().dock.unwrap();
    let listed = |screen: &Screen| {
        let lines: Vec<String> =
            screen.picture().lines().map(|line| line.chars().skip(usize::from(dock.x)).collect()).collect();
        lines[2..20].join("\n")
    };
    let (text, list) = ((screen.line(), screen.state.reading.top), listed(&screen));
    screen.take(Action::Wheel(dock.x + 5, dock.y + 4, 1));
    assert_eq!((screen.line(), screen.state.reading.top), text, "the text stays");
    let moved = listed(&screen);
    assert_eq!(moved.lines().next(), list.lines().nth(3), "the list has moved by three lines");
    screen.take(Action::Wheel(dock.x + 5, dock.y + 4, -1));
    assert_eq!(listed(&screen), list);
    screen.take(Action::Wheel(5, 5, 1));
    assert_ne!(screen.state.reading.top, text.1, "the text has moved");
    screen.take(Action::Wheel(dock.x + 5, dock.y + 4, 9));
    let far = listed(&screen);
    let screen = screen.keys("n");
    assert_ne!(listed(&screen), far, "the list comes back to the reader who goes on");
    assert!(listed(&screen).contains('▌'), "{}", listed(&screen));
}

#[test]
fn the_wheel_over_the_text_leaves_an_open_list_alone() {
    let mut screen = sample((160, 24)).keys("f");
    let panel = screen.state.areas().panel.unwrap();
    let chosen = |screen: &Screen| screen.picture().lines().find(|line| line.contains('>')).map(str::to_owned);
    let (before, top) = (chosen(&screen), screen.state.reading.top);
    screen.take(Action::Wheel(5, 5, 1));
    let part = |line: Option<String>| line.map(|line| line.chars().skip(usize::from(panel.x)).collect::<String>());
    assert_eq!(part(chosen(&screen)), part(before.clone()));
    assert_ne!(screen.state.reading.top, top);
    screen.take(Action::Wheel(panel.x + 2, 5, 1));
    assert_ne!(part(chosen(&screen)), part(before));
    let mut screen = screen.keys("esc s");
    let top = screen.state.reading.top;
    screen.take(Action::Wheel(5, 22, 1));
    assert_eq!(screen.state.reading.top, top, "a page that is covered stays where it is");
}
