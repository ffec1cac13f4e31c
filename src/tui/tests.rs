//! The screen as a reader meets it: keys in, picture out.
#![allow(clippy::unwrap_used)]

mod alone;
mod colours;
mod counting;
mod jumps;
mod kinds;
mod memory;
mod notes;
mod overview;
mod panels;
mod prompts;
mod random;
mod right_to_left;
mod searching;
mod stopping;
mod three;
mod wide;

use std::sync::Arc;

use ratatui::{Terminal, backend::TestBackend};

use super::{
    action::{Action, Effect},
    key::Key,
    keymap::Keymap,
    search::Searchable,
    state::{Look, State, Walk},
    theme::{Depth, Themes},
    update::{start, update},
    view,
    worker::Comparing,
};
use crate::{intake, lexicon::Lexicon, page::Glyphs, progress::Progress, story::Story, text::bidi::Order};

/// A screen without a terminal.
struct Screen {
    state: State,
    comparing: Comparing,
}

impl Screen {
    fn new(story: Story, size: (u16, u16), glyphs: Glyphs) -> Self {
        let themes = Themes::bundled();
        let theme = themes.suited(Depth::None, None);
        let look = Look {
            keymap: Keymap::bundled(),
            glyphs,
            theme,
            themes,
            depth: Depth::None,
            background: None,
            follows_background: false,
            mouse: true,
            order: Order::Visual,
        };
        let pairs = story.pairs().collect();
        let mut state = State::new(Arc::new(story), pairs, look, size);
        let effects = start(&mut state);
        let mut screen = Self { state, comparing: Comparing::new(Arc::new(Lexicon::bundled())) };
        screen.perform(effects);
        screen
    }

    /// Does what a worker would, at once.
    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let action = match effect {
                Effect::Compare(story, pair) => {
                    let compared = self.comparing.compare(&story, pair, &Progress::default());
                    Action::Compared(story, compared.unwrap())
                }
                Effect::Count(story) => {
                    let speakers = self.comparing.count(&story, &Progress::default());
                    Action::Counted(story, speakers.unwrap())
                }
                Effect::Search(story, query, spread) => {
                    let found = Searchable::new(&story).find(&query, &Progress::default());
                    let walk = Walk::of(spread, &found);
                    Action::Found(story, query, found, walk)
                }
                _ => continue,
            };
            let more = update(&mut self.state, action);
            self.perform(more);
        }
    }

    fn take(&mut self, action: Action) {
        let effects = update(&mut self.state, action);
        self.perform(effects);
    }

    /// Presses keys, written as in the key table with blanks between; `…` is a pause.
    fn keys(mut self, keys: &str) -> Self {
        for key in keys.split_whitespace() {
            self.take(if key == "…" { Action::Paused } else { Action::Key(Key::parse(key).unwrap()) });
        }
        self
    }

    fn picture(&self) -> String {
        let (columns, rows) = self.state.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal.draw(|frame| view::draw(frame, &self.state)).unwrap();
        let buffer = terminal.backend().buffer();
        let row = |y| -> String { (0..columns).map(|x| buffer[(x, y)].symbol().to_owned()).collect() };
        let picture: String = (0..rows).map(|y| format!("{}\n", row(y).trim_end())).collect();
        // How sure a link is, to the hundredth, is the business of alignment's own tests.
        regex::Regex::new(r"1\.00|\.\d\d\b").unwrap().replace_all(&picture, ".##").into_owned()
    }

    /// The line under the cursor, without its gutter.
    fn line(&self) -> String {
        let reading = &self.state.reading;
        let at = reading.visible.iter().find(|(at, _)| *at == reading.cursor);
        at.map(|(at, lines)| lines[at.line].text()).unwrap_or_default()
    }
}

fn sample(size: (u16, u16)) -> Screen {
    Screen::new(intake::sample(), size, Glyphs::UNICODE)
}

fn small_left() -> &'static str {
    "The minister said on Monday that 15 soldiers were killed in the attack near the border.\n\n\
        Nobody claimed responsibility for the attack. Schools in the region stayed closed.\n\n\
        The president will visit the wounded on Friday morning.\n"
}

fn small() -> Story {
    let right = "The minister said on Monday that 17 soldiers were killed in the raid near the border.\n\n\
        Nobody claimed responsibility for the attack.\n\n\
        The president will visit the wounded on Friday morning.\n\nOil prices rose sharply afterwards.\n";
    intake::from_bytes([("a.txt", small_left()), ("b.txt", right)])
}

#[test]
fn the_first_screen() {
    insta::assert_snapshot!(Screen::new(small(), (80, 20), Glyphs::UNICODE).picture(), @"
     A (base) a.txt                         B b.txt
    ▌~ 1 The minister said on Monday     ~ │~ 1 The minister said on Monday      ~ ▐
    │    that 15 soldiers were killed in │ │    that 17 soldiers were killed in  ·◆▐
    │    the attack near the border.     │ │    the raid near the border.        · ▐
                                         │                                       · ▐
       2 Nobody claimed responsibility   =  = 2 Nobody claimed responsibility    · ▐
     −   for the attack. − Schools in    │      for the attack.                  − ▐
         the region stayed closed.       │                                       · ▐
                                         │                                       · ▐
     ⋯   1 paragraph alike · “The president will visit the wounded on Friday…”   · ▐
                                         │                                       · ▐
                                         │  + 4 Oil prices rose sharply          + ▐
                                         │      afterwards.                      · ▐
                                         │



     ~ reworded in B ¶1 · ◆ figure “15”
     A ⇄ B, pair 1/1 · base A · A ¶1/3 · difference 1/3 · ◆ 1 · hidden: 1 alike
     n next  N back  enter why  f list  s story  / search  e export  ? keys  q quit
    ");
}

#[test]
fn reading_begins_at_the_top_where_the_other_article_begins_with_something_new() {
    let right = format!("Oil prices rose sharply over the weekend, traders said.\n\n{}", small_left());
    let story = intake::from_bytes([("a.txt", small_left()), ("b.txt", &right)]);
    let screen = Screen::new(story, (80, 20), Glyphs::UNICODE);
    assert!(screen.line().contains("Oil prices"), "{}", screen.picture());
    assert!(screen.picture().contains("difference 1/1"), "{}", screen.picture());
}

#[test]
fn the_next_difference_and_why() {
    insta::assert_snapshot!(Screen::new(small(), (80, 24), Glyphs::ASCII).keys("n n enter").picture(), @r#"
     A (base) a.txt                         B b.txt
         the attack near the border.     |      the raid near the border.        ~*
                                         |                                       | #
       2 Nobody claimed responsibility   =  = 2 Nobody claimed responsibility    | #
     -   for the attack. - Schools in    |      for the attack.                  | #
         the region stayed closed.       |                                       - #
                                         |                                       | #
     :   1 paragraph alike | "The president will visit the wounded on Friday.."  | #
                                         |                                       | #
                                         | >+ 4 Oil prices rose sharply          | #
                                         | |    afterwards.                      + #
                                         |                                       | #
    -- Why -------------------------------------------------------------------------
      + only in B: no counterpart found in A
      B #4   Oil prices rose sharply afterwards.

      what was searched
      2 passages; shares no word that counts



     + only in B: no counterpart found in A
     A <> B, pair 1/1 | base A | B #4/4 | difference 3/3 | * 1 | hidden: 1 alike
     esc close  n next  N back  o counterpart  y copy  : commands            ? keys
    "#);
}

#[test]
fn who_asks_about_a_finding_is_told_about_it_first() {
    let told = |keys: &str| {
        let picture = Screen::new(small(), (100, 60), Glyphs::UNICODE).keys(keys).picture();
        let at = |words: &str| picture.find(words).unwrap();
        (at("◆ figure: “15” in A ⇄ “17” in B") < at("why the two are linked"), picture.clone())
    };
    let (first, picture) = told(") enter");
    assert!(first && picture.contains("· ranked by: "), "{picture}");
    assert!(!told("enter").0);
}

#[test]
fn the_way_out_and_the_keys_are_named_in_every_width() {
    for width in (30..160).step_by(7).chain([44, 60, 80, 200]) {
        let picture = Screen::new(small(), (width, 20), Glyphs::UNICODE).picture();
        let hints = picture.lines().last().unwrap();
        assert!(hints.contains("n next") && hints.ends_with("q quit"), "at {width}: {hints}");
        assert!(hints.contains("? keys") || width < 40, "at {width}: {hints}");
    }
    let hints = sample((80, 24)).picture();
    for way in ["n next", "enter why", "/ search", "e export", "? keys", "q quit"] {
        assert!(hints.contains(way), "{way} is not named at 80 columns:\n{hints}");
    }
}

#[test]
fn one_article_alone_and_back_keeps_the_place() {
    let screen = sample((120, 40)).keys("n n n n n n");
    let (there, before) = (screen.state.reading.anchor, screen.line());
    let screen = screen.keys(if there.unwrap().article.index() == 0 { "1 1" } else { "2 2" });
    assert_eq!(screen.state.reading.anchor, there);
    assert_eq!(screen.line(), before);
}

#[test]
fn turning_back_to_what_was_read_makes_nothing_anew() {
    let screen = sample((200, 40));
    let spread = |screen: &Screen| Arc::clone(&screen.state.reading.page.spread);
    let both = spread(&screen);
    let screen = screen.keys("1");
    let alone = spread(&screen);
    let screen = screen.keys("1");
    assert!(Arc::ptr_eq(&both, &spread(&screen)));
    let screen = screen.keys("1");
    assert!(Arc::ptr_eq(&alone, &spread(&screen)));
    let screen = screen.keys("1 x x 2 2");
    assert!(Arc::ptr_eq(&both, &spread(&screen)));
    assert_eq!(screen.keys("t").state.reading.page.spread.columns.len(), 3);
}

#[test]
fn the_end_is_a_line_of_text() {
    let screen = sample((60, 20)).keys("G");
    assert!(!screen.line().trim().is_empty(), "{}", screen.picture());
}

#[test]
fn the_passage_stays_under_the_cursor_when_the_window_changes() {
    let mut screen = sample((120, 40)).keys("n n n n n n n n");
    let there = screen.state.reading.anchor;
    for size in [(80, 24), (60, 20), (10, 3), (240, 70), (1, 1), (120, 40)] {
        screen.take(Action::Resize(size.0, size.1));
        assert_eq!(screen.state.reading.anchor, there, "at {size:?}");
        screen.picture();
    }
}

#[test]
fn n_stops_at_every_difference_once_and_back_again() {
    let mut screen = sample((100, 30));
    let all = screen.state.reading.stops.len();
    assert!(all > 10);
    let mut seen = Vec::new();
    for _ in 0..all + 3 {
        screen = screen.keys("n");
        seen.push(screen.state.reading.anchor);
    }
    seen.dedup();
    assert!(seen.len() >= all - 1, "{} of {all}", seen.len());
    for _ in 0..all + 3 {
        screen = screen.keys("N");
    }
    assert!(screen.state.reading.stop_number() <= 1);
}

#[test]
fn a_window_too_small_says_so_and_recovers() {
    let mut screen = sample((20, 5));
    assert!(screen.picture().contains("Too small"));
    screen.take(Action::Resize(80, 24));
    assert!(screen.picture().contains("next"));
}

#[test]
fn a_jump_to_the_counterpart_comes_back() {
    let screen = sample((120, 40)).keys("n n");
    let there = screen.state.reading.anchor;
    let screen = screen.keys("o");
    assert_ne!(screen.state.reading.anchor, there);
    assert_eq!(screen.keys("ctrl-o").state.reading.anchor, there);
}

#[test]
fn a_third_article_stands_beside_the_two_and_every_paragraph_of_the_three_is_there_once() {
    let mut screen = sample((200, 60)).keys("t");
    let spread = Arc::clone(&screen.state.reading.page.spread);
    assert_eq!(spread.columns.len(), 3);
    for column in 0..3 {
        let mut shown: Vec<_> = spread.rows.iter().flat_map(|row| row.cells[column].paragraphs.clone()).collect();
        shown.sort_unstable();
        let all: Vec<_> = spread.article(column).paragraph_ids().collect();
        assert_eq!(shown, all, "column {column}");
    }
    screen = screen.keys("l l j j d esc o ctrl-o y t t");
    screen.take(Action::Resize(60, 20));
    screen.keys("t t").picture();
}

/// Three tellings of one event.
fn three() -> Story {
    let a = "Five soldiers died in the attack near the border, the defence ministry said on Monday.\n\n\
        “We will find those who did this,” Minister Anna Berg said. The ministry opened an inquiry.\n\n\
        Schools in the region stayed closed for the day.\n";
    let b = "Five soldiers died in the attack near the border, the defence ministry said on Monday.\n\n\
        “We will find those who did this,” Minister Anna Berg claimed.\n";
    let c = "Schools in the region stayed closed for the day.\n\n\
        Oil prices rose sharply afterwards.\n\n\
        Five soldiers died in the attack near the border, the defence ministry said on Monday.\n";
    intake::from_bytes([("a.txt", a), ("b.txt", b), ("c.txt", c)])
}
