//! The screen as a reader meets it: keys in, picture out.
#![allow(clippy::unwrap_used)]

mod stopping;

use std::sync::Arc;

use ratatui::{Terminal, backend::TestBackend};

use super::{
    action::{Action, Effect},
    key::Key,
    keymap::Keymap,
    state::{Look, State},
    theme::{Depth, Themes},
    update::{start, update},
    view,
    worker::Comparing,
};
use crate::{comparison::Settings, intake, lexicon::Lexicon, page::Glyphs, progress::Progress, story::Story};

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
            follows_background: false,
            mouse: true,
        };
        let pairs = story.pairs().collect();
        let mut state = State::new(Arc::new(story), pairs, look, size);
        let effects = start(&mut state);
        let mut screen = Self { state, comparing: Comparing::new(Settings::default(), Arc::new(Lexicon::bundled())) };
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

    /// Presses keys, written as in the key table with blanks between.
    fn keys(mut self, keys: &str) -> Self {
        for key in keys.split_whitespace() {
            self.take(Action::Key(Key::parse(key).unwrap()));
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

fn small() -> Story {
    let left = "The minister said on Monday that 15 soldiers were killed in the attack near the border.\n\n\
        Nobody claimed responsibility for the attack. Schools in the region stayed closed.\n\n\
        The president will visit the wounded on Friday morning.\n";
    let right = "The minister said on Monday that 17 soldiers were killed in the raid near the border.\n\n\
        Nobody claimed responsibility for the attack.\n\n\
        The president will visit the wounded on Friday morning.\n\nOil prices rose sharply afterwards.\n";
    intake::from_bytes([("a.txt", left), ("b.txt", right)])
}

#[test]
fn the_first_screen() {
    insta::assert_snapshot!(Screen::new(small(), (80, 20), Glyphs::UNICODE).picture(), @"
     A (base) a.txt                          B b.txt
    ▌~ 1 The minister said on Monday that ~ │~ 1 The minister said on Monday that ~▐
    │    15 soldiers were killed in the   │ │    17 soldiers were killed in the   ·▐
    │    attack near the border.          │ │    raid near the border.            ·▐
                                          │                                       ·▐
       2 Nobody claimed responsibility    =  = 2 Nobody claimed responsibility    −▐
     −   for the attack. − Schools in the │      for the attack.                  ·▐
         region stayed closed.            │                                       ·▐
                                          │                                       ·▐
     ⋯   1 paragraph alike · “The president will visit the wounded on…”           ·▐
                                          │                                       ·▐
                                          │  + 4 Oil prices rose sharply          ·▐
                                          │      afterwards.                      ·▐
                                          │                                       ·▐
                                                                                  +▐
                                                                                  ·
                                                                                  ·
     ~ reworded in B ¶1 · ◆ figure “15”
     A ⇄ B, pair 1/1 · base A · A ¶1/3 · difference 1/3 · ◆ 1 · hidden: 1 alike
     n next  N back  ? keys  enter why  f list  / search  p articles  q quit  z fold
    ");
}

#[test]
fn the_next_difference_and_why() {
    insta::assert_snapshot!(Screen::new(small(), (80, 24), Glyphs::ASCII).keys("n n enter").picture(), @r#"
     A (base) a.txt                          B b.txt
         attack near the border.          |      raid near the border.            ~#
                                          |                                       |#
       2 Nobody claimed responsibility    =  = 2 Nobody claimed responsibility    |#
     -   for the attack. - Schools in the |      for the attack.                  -#
         region stayed closed.            |                                       |#
                                          |                                       |#
     :   1 paragraph alike | "The president will visit the wounded on~"           |#
                                          |                                       |#
                                          | >+ 4 Oil prices rose sharply          |#
                                          | |    afterwards.                      +#
                                          |                                       |
    -- Why -------------------------------------------------------------------------
      + only in B: no counterpart found in A
      B #4 "Oil prices rose sharply afterwards."

      what was searched
      2 passages; shares no word that counts
      the nearest, score .##:
      A #2 "Schools in the region stayed closed."

     + only in B: no counterpart found in A; the nearest is A #2 (score .##)
     A <> B, pair 1/1 | base A | B #4/4 | difference 3/3 | * 1 | hidden: 1 alike
     esc close  n next  ? keys  N back  o counterpart  y copy  : commands
    "#);
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

/// Keys and mouse at random, by a fixed rule, so that a failure comes again.
#[test]
fn two_thousand_random_keys_leave_every_frame_whole() {
    let keys = [
        "j", "k", "n", "N", "space", "ctrl-b", "ctrl-d", "ctrl-u", "g", "G", "tab", "[", "]", "x", "b", "z", "Z", "1",
        "2", "3", "m", "w", "o", "ctrl-o", "i", "d", "enter", "esc", "h", "l", "J", "K", "v", "T", ")", "(", "y", "Y",
        "R", "5", "f", "/", "?", ":", "p", "e", "s", "S", "t", "down", "up",
    ];
    let mut screen = sample((100, 30));
    let mut seed: u32 = 7;
    let mut random = move |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    for step in 0..2000 {
        let (columns, rows) = screen.state.size;
        let action = match random(40) {
            0 => Action::Resize(1 + random(200) as u16, 1 + random(70) as u16),
            1 => Action::Press(random(columns.into()) as u16, random(rows.into()) as u16),
            2 => Action::Drag(random(columns.into()) as u16, random(rows.into()) as u16),
            3 => Action::Wheel(random(columns.into()) as u16, random(rows.into()) as u16, [1, -1][random(2)]),
            4 => Action::Release,
            _ => Action::Key(Key::parse(keys[random(keys.len())]).unwrap()),
        };
        screen.take(action.clone());
        let reading = &screen.state.reading;
        if !screen.state.areas().too_small {
            assert!(reading.visible.iter().any(|(at, _)| *at == reading.cursor), "cursor lost at {step} by {action:?}");
            for (at, lines) in &reading.visible {
                assert_eq!(lines[at.line].columns(), reading.size.0, "at {step} by {action:?}");
            }
        }
        if step % 20 == 0 {
            assert!(!screen.picture().replace('\n', "").chars().any(char::is_control), "at {step} by {action:?}");
        }
    }
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

#[test]
fn the_story_is_a_table_of_passages_and_articles() {
    insta::assert_snapshot!(Screen::new(three(), (80, 14), Glyphs::UNICODE).keys("s").picture(), @"
     A (base) a.txt                          B b.txt
    ── The whole story ───────────────────────────────────────────────── 5 passages
                                                                      A*   B    C
    >C: Schools in the region stayed closed for the day.            >↓3         1
     C: Oil prices rose sharply afterwards.                                    +2
     Five soldiers died in the attack near the border, the defence…   1   =1   =3
     “We will find those who did this,” Minister Anna Berg said…      2   ~2
     Schools in the region stayed closed for the day.                 3        ↑1



     = the same in B ¶1
     A ⇄ B, pair 1/3 · base A · A ¶1/3 · difference 0/3 · ◆ 1 · hidden: 1 alike
     esc close  ? keys  enter go there  n next that some lack  l next article
    ");
    let screen = Screen::new(three(), (80, 14), Glyphs::UNICODE).keys("s l l b");
    insta::assert_snapshot!(screen.picture(), @"
     C (base) c.txt                          A a.txt
    ── The whole story ───────────────────────────────────────────────── 5 passages
                                                                      C*   A    B
    >Schools in the region stayed closed for the day.               > 1   ↓3
     Oil prices rose sharply afterwards.                             −2
     Five soldiers died in the attack near the border, the defence…   3   =1   =1
     A: “We will find those who did this,” Minister Anna Berg…            +2   +2
     A: Schools in the region stayed closed for the day.             ↑1    3



     C is the base now
     C ⇄ A, pair 1/3 · base C · A ¶1/3 · difference 2/4 · ◆ 1 · hidden: 1 alike
     esc close  ? keys  enter go there  n next that some lack  l next article
    ");
}

#[test]
fn a_cell_of_the_story_opens_its_pair_at_its_passage() {
    let screen = Screen::new(three(), (80, 14), Glyphs::UNICODE).keys("s j j l l enter");
    let pair = screen.state.reading.pair;
    assert_eq!((pair.left.index(), pair.right.index()), (0, 2));
    assert!(screen.line().contains("= 3 Five soldiers"), "{}", screen.line());
}

#[test]
fn the_sources_say_who_speaks_where() {
    insta::assert_snapshot!(Screen::new(three(), (80, 20), Glyphs::UNICODE).keys("S").picture(), @"
     A (base) a.txt                          B b.txt
    ── Who speaks ────────────────────────────────────────────────────── 2 speakers
       first in  quoted  reported  words     at  verbs
    >Anna Berg
        A ¶2           1         0      7   38 %  said
       not quoted or reported in B, C
     defence ministry (not named)
        A ¶1           0         1      0    0 %  said
        B ¶1           0         1      0    0 %  said
        C ¶3           0         1      0   50 %  said
     What became of the quotations, A ⇄ B
     in full
        A ¶2, Anna Berg: “We will find those who did this,”
        B ¶2, nobody named: “We will find those who did this,”



     = the same in B ¶1
     A ⇄ B, pair 1/3 · base A · A ¶1/3 · difference 0/3 · ◆ 1 · hidden: 1 alike
     esc close  ? keys  enter go there  y copy  : commands
    ");
    let screen = Screen::new(three(), (80, 20), Glyphs::UNICODE).keys("S j j j j j enter");
    assert!(screen.state.panel.is_none());
    assert_eq!(screen.state.reading.passage().map(|(article, _)| article.index()), Some(1));
}
