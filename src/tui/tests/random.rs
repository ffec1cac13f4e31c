//! Whatever a reader presses, every frame is whole.

use super::{
    super::{action::Action, key::Key},
    sample,
};

/// Keys and mouse at random, by a fixed rule, so that a failure comes again.
#[test]
fn two_thousand_random_keys_leave_every_frame_whole() {
    let keys = [
        "j", "k", "n", "N", "space", "ctrl-b", "ctrl-d", "ctrl-u", "g", "G", "tab", "[", "]", "x", "b", "z", "Z", "1",
        "2", "3", "m", "w", "o", "ctrl-o", "i", "d", "enter", "esc", "h", "l", "J", "K", "v", "T", ")", "(", "y", "Y",
        "R", "5", "f", "/", "?", ":", "p", "e", "s", "S", "t", "0", "F", "down", "up", "+", "~", "#", "Z",
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
            0 => Action::Resize(1 + random(250) as u16, 1 + random(70) as u16),
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
