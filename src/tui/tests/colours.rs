//! The ground that text stands on.

use ratatui::{Terminal, backend::TestBackend, style::Color};

use super::{Depth, sample, view};

#[test]
fn a_theme_with_a_ground_of_its_own_covers_the_whole_window() {
    for (size, keys) in [((80, 24), ""), ((80, 24), "d"), ((80, 24), "f"), ((240, 70), "G"), ((60, 20), "?")] {
        let mut screen = sample(size).keys(keys);
        screen.state.look.theme = screen.state.look.themes.get("high-contrast", Depth::Full).unwrap();
        let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        terminal.draw(|frame| view::draw(frame, &screen.state)).unwrap();
        let buffer = terminal.backend().buffer();
        let bare = (0..size.1).flat_map(|y| (0..size.0).map(move |x| (x, y))).find(|at| buffer[*at].bg == Color::Reset);
        assert_eq!(bare, None, "{size:?} {keys}");
    }
}
