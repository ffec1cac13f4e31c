//! Colours for terminals that show fewer of them.

use ratatui::style::{Color, Style};

/// The levels of each primary in the colour cube of xterm's 256 colours.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// Red, green and blue of the sixteen colours, as xterm has them; other terminals differ a little.
const SIXTEEN: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

/// `style` in the 256 colours of xterm.
pub(super) fn indexed(style: Style) -> Style {
    each(style, |colour| match colour {
        Color::Rgb(r, g, b) => Color::Indexed(nearest_index([r, g, b])),
        other => other,
    })
}

/// `style` in the sixteen colours.
pub(super) fn sixteen(style: Style) -> Style {
    each(style, |colour| match (colour, levels(colour)) {
        (Color::Rgb(..) | Color::Indexed(_), Some(rgb)) => {
            SIXTEEN.iter().min_by_key(|(_, known)| distance(*known, rgb)).map_or(colour, |(near, _)| *near)
        }
        _ => colour,
    })
}

/// `style` without colours.
pub(super) fn colourless(style: Style) -> Style {
    Style { fg: None, bg: None, underline_color: None, ..style }
}

fn each(style: Style, shown: impl Fn(Color) -> Color) -> Style {
    Style {
        fg: style.fg.map(&shown),
        bg: style.bg.map(&shown),
        underline_color: style.underline_color.map(&shown),
        ..style
    }
}

/// Red, green and blue of `colour`, as xterm shows it; none for the terminal's own.
pub(super) fn levels(colour: Color) -> Option<[u8; 3]> {
    match colour {
        Color::Rgb(r, g, b) => Some([r, g, b]),
        Color::Indexed(index @ 16..=231) => {
            let index = usize::from(index - 16);
            Some([LEVELS[index / 36], LEVELS[index / 6 % 6], LEVELS[index % 6]])
        }
        Color::Indexed(index @ 232..) => Some([8 + (index - 232) * 10; 3]),
        Color::Indexed(index) => SIXTEEN.get(usize::from(index)).map(|(_, rgb)| *rgb),
        other => SIXTEEN.iter().find(|(known, _)| *known == other).map(|(_, rgb)| *rgb),
    }
}

fn nearest_index(rgb: [u8; 3]) -> u8 {
    let shown = |index: &u8| levels(Color::Indexed(*index)).unwrap_or_default();
    (16..=255).min_by_key(|index| distance(shown(index), rgb)).unwrap_or(16)
}

/// How far apart two colours are to the eye, roughly: the eye is most sensitive to green, least to blue.
fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    let [r, g, b] = [0, 1, 2].map(|at| u32::from(a[at].abs_diff(b[at])).pow(2));
    3 * r + 6 * g + b
}
