//! The ground that text stands on.

use ratatui::{
    Terminal,
    backend::TestBackend,
    buffer::Buffer,
    style::{Color, Modifier},
};

use super::{Depth, Screen, sample, view};
use crate::{
    compare::FindingKind,
    page::{Role, Sign},
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

/// The screen as it is drawn.
fn drawn(screen: &Screen) -> Buffer {
    let (columns, rows) = screen.state.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(|frame| view::draw(frame, &screen.state)).unwrap();
    terminal.backend().buffer().clone()
}

#[test]
fn the_sign_of_a_finding_has_the_colour_of_its_kind_in_the_line_below_too() {
    let mut screen = sample((120, 40)).keys("f l f n");
    screen.state.look.theme = screen.state.look.themes.get("dark", Depth::Full, None).unwrap();
    let (buffer, line) = (drawn(&screen), screen.state.areas().about.y);
    let signs: Vec<Color> =
        (0..120).filter(|x| buffer[(*x, line)].symbol() == "◆").map(|x| buffer[(x, line)].fg).collect();
    let loaded = screen.state.look.theme.marked(Role::Sign(Sign::Cue), Some(FindingKind::Loaded)).fg;
    assert!(!signs.is_empty() && signs.iter().all(|colour| Some(*colour) == loaded), "{signs:?}");
}

#[test]
fn whoever_goes_to_a_finding_sees_where_it_stands() {
    // Quotations, headlines, placements: `c`, `t` and `p` in the list.
    for kind in ["c", "t", "p"] {
        let screen = sample((120, 40)).keys(&format!("f {kind} enter"));
        if screen.state.reading.findings.is_empty() {
            continue;
        }
        let (buffer, page) = (drawn(&screen), screen.state.areas().page);
        let cells = (page.y..page.y + page.height).flat_map(|y| (page.x..page.x + page.width).map(move |x| (x, y)));
        let underlined = cells.filter(|at| buffer[*at].modifier.contains(Modifier::UNDERLINED)).count();
        assert!(underlined > 0, "{kind}\n{}", screen.picture());
    }
}
