//! The ground that text stands on.

use ratatui::{Terminal, backend::TestBackend, style::Color};

use super::{Depth, Screen, sample, view};
use crate::{
    page::Role,
    tui::{action::Action, terminal::Background},
};

#[test]
fn a_theme_with_a_ground_of_its_own_covers_the_whole_window() {
    for (size, keys) in [((80, 24), ""), ((80, 24), "d"), ((80, 24), "f"), ((240, 70), "G"), ((60, 20), "?")] {
        let mut screen = sample(size).keys(keys);
        screen.state.look.theme = screen.state.look.themes.get("high-contrast", Depth::Full, None).unwrap();
        let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        terminal.draw(|frame| view::draw(frame, &screen.state)).unwrap();
        let buffer = terminal.backend().buffer();
        let bare = (0..size.1).flat_map(|y| (0..size.0).map(move |x| (x, y))).find(|at| buffer[*at].bg == Color::Reset);
        assert_eq!(bare, None, "{size:?} {keys}");
    }
}

#[test]
fn the_sixteen_colours_follow_the_background_that_the_terminal_tells() {
    let mut screen = sample((80, 24));
    let look = &mut screen.state.look;
    (look.depth, look.theme) = (Depth::Full, look.themes.get("sixteen", Depth::Full, None).unwrap());
    let removed = |screen: &Screen| screen.state.look.theme.style(Role::Removed).fg;
    assert_eq!(removed(&screen), Some(Color::LightYellow));
    screen.take(Action::Background(Background { rgb: [255; 3] }));
    assert_eq!((removed(&screen), screen.state.look.theme.name()), (Some(Color::Red), "sixteen"));
    let screen = screen.keys("T T T");
    assert_eq!((screen.state.look.theme.name(), removed(&screen).is_some()), ("high-contrast", true));
    assert_eq!(removed(&screen.keys("T")), Some(Color::Red));
}
