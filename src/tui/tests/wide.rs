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
                                                                   │                                                                  · ▐ ◆ figure           A ¶1    15 ↔ 17
    − 2 Nobody claimed responsibility for the attack. − Schools in =  = 2 Nobody claimed responsibility for the attack.               − ▐ − only in the base A ¶2    Schools in the region stayed closed.
        the region stayed closed.                                  │                                                                  · ▐▌+ not in the base  B ¶4    Oil prices rose sharply afterwards.
                                                                   │                                                                  · ▐
    ⋯   1 paragraph alike · “The president will visit the wounded on Friday morning.”                                                 · ▐
                                                                   │                                                                  · ▐
                                                                   │ ▌+ 4 Oil prices rose sharply afterwards.                         + ▐
                                                                   │                                                                  ·
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
