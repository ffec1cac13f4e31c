//! Whatever a reader presses, every frame is whole.

use ratatui::{Terminal, backend::TestBackend, buffer::Buffer};

use super::{
    super::{action::Action, key::Key, view},
    Screen, three,
};
use crate::{
    intake,
    page::{Arrangement, Glyphs, Role},
    story::Story,
};

/// Keys of every view, those that open one more often than others.
const KEYS: &str = "j k n N space ctrl-b ctrl-d ctrl-u g G tab [ ] x b z Z 1 2 3 m w o ctrl-o i d enter esc h l J K v T ) ( y Y R \
    5 1 2 1 0 G f / ? : p e s S t 0 F down up + ~ # Z ctrl-t ctrl-r shift-tab backspace left right home end pagedown pageup \
    delete % - a c esc esc enter n n d f s S M ctrl-l f1";

/// Two tellings that hold what slips: wide letters, joined emoji, letters read from the right, marks, tabs, escape codes, a word longer
/// than any column.
fn world() -> Story {
    let family = "👨\u{200d}👩\u{200d}👧\u{200d}👦";
    let long = "Donaudampfschifffahrt".repeat(15);
    let telling = |verb: &str, number: &str| {
        format!(
            "伊朗外交部发言人星期一{verb}，德黑兰与莫斯科的关系“牢固”，两国将举行第{number}轮会谈。\n\n\
             ראש הממשלה {verb} ביום רביעי כי הפגישה (Putin) נמשכה {number} שעות. هل زار موسكو {number} مرات؟\n\n\
             The crowd {family}{family} {verb} ❤\u{fe0f} 👩🏽\u{200d}🚀 🇫🇷 at {number}\u{ad}00; e\u{301}clair z\u{351}\u{352}algo.\n\n\
             {long} {verb} nothing.\n\n\tA\ttabbed\tline with {number} columns and \u{1b}[31mred\u{1b}[0m, \u{202e}turned\u{202c}.\n\n\
             โฆษกกล่าวเมื่อวันจันทร์ว่าความสัมพันธ์แข็งแกร่ง {number}\n\nईरान के प्रवक्ता ने {number} कहा।\n"
        )
    };
    intake::from_bytes([("a.txt", telling("said", "3")), ("b\u{1b}[1m名.txt", telling("claimed", "4") + "\nNew.\n")])
}

/// Presses keys and moves the mouse and the window at random, by a fixed rule, so that a failure comes again.
fn walk(story: Story, glyphs: Glyphs, mut seed: u32, steps: usize) {
    let mut screen = Screen::new(story, (100, 30), glyphs);
    let keys: Vec<&str> = KEYS.split_whitespace().collect();
    let mut random = move |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below.max(1)
    };
    for step in 0..steps {
        let (columns, rows) = screen.state.size;
        let action = match random(40) {
            0 => Action::Resize(1 + random(250) as u16, 1 + random(70) as u16),
            1 => Action::Resize([1, 30, 60, 80, 120, 240][random(6)], [1, 8, 20, 24, 40, 70][random(6)]),
            2 => Action::Press(random(columns.into()) as u16, random(rows.into()) as u16),
            3 => Action::Drag(random(columns.into()) as u16, random(rows.into()) as u16),
            4 => Action::Wheel(random(columns.into()) as u16, random(rows.into()) as u16, [1, -1][random(2)]),
            5 => Action::Release,
            6 => Action::Paused,
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
        if step % 10 == 0 {
            whole(&screen, &format!("at {step} by {action:?}"));
        }
    }
}

/// The frame holds nothing that a terminal obeys, and whatever the letters before it, the line between two columns stands where it does
/// in every other line.
fn whole(screen: &Screen, when: &str) {
    let state = &screen.state;
    let mut terminal = Terminal::new(TestBackend::new(state.size.0, state.size.1)).unwrap();
    terminal.draw(|frame| view::draw(frame, state)).unwrap();
    let buffer: &Buffer = terminal.backend().buffer();
    assert!(buffer.content().iter().all(|cell| !cell.symbol().chars().any(char::is_control)), "{when}");
    let (areas, reading) = (state.areas(), &state.reading);
    let layout = reading.page.layout;
    if areas.too_small || layout.arrangement == Arrangement::Stacked {
        return;
    }
    for (y, (at, lines)) in (areas.page.y..areas.page.y + areas.page.height).zip(&reading.visible) {
        let between = |role: Role| matches!(role, Role::Rule | Role::Sign(_));
        for column in 1..layout.columns {
            let x = layout.text_at(column) - layout.gutter - 2;
            let mut before = 0;
            let runs = lines[at.line].runs.iter();
            let run = runs.clone().find(|run| {
                let here = before == x;
                before += run.columns();
                here && between(run.role)
            });
            // A fold is one line over all columns; a message may lie over the lowest lines.
            if let Some(run) = run.filter(|_| state.message.is_none()) {
                assert_eq!(buffer[(areas.page.x + x as u16, y)].symbol(), run.text, "{when}\n{}", screen.picture());
            }
        }
    }
}

#[test]
fn a_thousand_random_keys_on_the_sample_story_leave_every_frame_whole() {
    walk(intake::sample(), Glyphs::UNICODE, 7, 1000);
}

#[test]
fn a_thousand_random_keys_on_texts_of_the_world_leave_every_frame_whole() {
    walk(world(), Glyphs::UNICODE, 11, 1000);
}

#[test]
fn random_keys_in_ascii_on_three_short_tellings_leave_every_frame_whole() {
    walk(three(), Glyphs::ASCII, 3, 700);
}
