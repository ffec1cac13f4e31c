//! Where everything stands in the window.

use super::Panel;

/// A rectangle of the window, in columns and rows from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub height: u16,
}

impl Area {
    /// Whether the point lies inside.
    #[must_use]
    pub fn holds(self, x: u16, y: u16) -> bool {
        (self.x..self.x + self.width).contains(&x) && (self.y..self.y + self.height).contains(&y)
    }
}

/// The narrowest window that is drawn in.
pub const NARROWEST: u16 = 30;
/// The lowest window that is drawn in.
pub const LOWEST: u16 = 8;
/// Columns of the overview bar: a blank, the ticks, the findings, the viewport.
const OVERVIEW: u16 = 4;
/// From this width on, panels stand beside the page and not below it.
const BESIDE_FROM: u16 = 150;

/// From how many columns on the list of differences stands beside this many articles.
#[must_use]
pub fn dock_from(articles: usize) -> u16 {
    if articles < 3 { 200 } else { 230 }
}

/// Where everything stands in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// Whether the window is too small to draw in.
    pub too_small: bool,
    /// The names of the articles, over their columns.
    pub title: Area,
    /// The page.
    pub page: Area,
    /// The overview bar.
    pub overview: Area,
    /// The panel, when one is open.
    pub panel: Option<Area>,
    /// The list of differences beside the page, while it is there and keys do not act on it.
    pub dock: Option<Area>,
    /// The line about the passage under the cursor.
    pub about: Area,
    /// The line that says where one is.
    pub status: Area,
    /// The keys that matter here.
    pub hint: Area,
}

/// Whether a panel is better beside the page than below it, where there is room.
fn is_long(panel: &Panel) -> bool {
    matches!(panel, Panel::Detail(_) | Panel::List(_) | Panel::Help(_) | Panel::Palette(_))
}

/// The lines that a panel takes of the `body`'s when it stands below the page; none for a good half of them.
fn lines_of(panel: &Panel, articles: usize, body: u16) -> Option<u16> {
    match panel {
        Panel::Help(_) | Panel::Story(_) | Panel::Sources(_) => Some(body),
        Panel::Export(_) => Some(body.min(4)),
        Panel::Picker(_) => Some(u16::try_from(articles + 2).unwrap_or(body).min(body * 2 / 3)),
        // The list has its kinds above, which take about as much of a low window as of a high one.
        Panel::List(_) if body < 20 => Some((body * 3 / 4).max(5).min(body)),
        Panel::List(_) | Panel::Palette(_) => Some((body * 3 / 5).max(5).min(body)),
        Panel::Detail(_) | Panel::Search(_) => None,
    }
}

impl Areas {
    /// The areas of a window of `size` columns and rows, for a story of so many `articles`; with the list of differences beside the page
    /// when it is `docked`.
    #[must_use]
    pub fn of(size: (u16, u16), panel: Option<&Panel>, articles: usize, docked: bool) -> Self {
        let (width, height) = size;
        let line = |y: u16| Area { x: 0, y, width, height: 1 };
        let body = height.saturating_sub(4);
        let beside = (width / 3).clamp(44, 72).min(width);
        let beside = Area { x: width - beside, y: 1, width: beside, height: body };
        let (mut page_width, mut page_height) = (width.saturating_sub(OVERVIEW), body);
        let mut dock = docked.then_some(beside);
        let panel = panel.map(|panel| {
            // A search is typed in the lowest line, so that what it finds is seen.
            if matches!(panel, Panel::Search(_)) {
                return line(height.saturating_sub(1));
            }
            if is_long(panel) && (docked || width >= BESIDE_FROM) {
                page_width = page_width.saturating_sub(beside.width);
                // The list stays in sight while it is told why a mark is here; everything else takes its place.
                if !docked || !matches!(panel, Panel::Detail(_)) {
                    dock = None;
                    return beside;
                }
                let own = body / 2;
                dock = Some(Area { height: body - own, ..beside });
                return Area { y: 1 + body - own, height: own, ..beside };
            }
            let own = lines_of(panel, articles, body).unwrap_or_else(|| (body * 9 / 20).max(5).min(body));
            page_height = body - own;
            Area { x: 0, y: 1 + page_height, width, height: own }
        });
        if let Some(dock) = dock.as_mut().filter(|_| page_width + OVERVIEW == width) {
            page_width = page_width.saturating_sub(dock.width);
            dock.height = page_height;
        }
        Self {
            too_small: width < NARROWEST || height < LOWEST,
            title: line(0),
            page: Area { x: 0, y: 1, width: page_width, height: page_height },
            overview: Area { x: page_width, y: 1, width: OVERVIEW, height: page_height },
            panel,
            dock,
            about: line(height.saturating_sub(3)),
            status: line(height.saturating_sub(2)),
            hint: line(height.saturating_sub(1)),
        }
    }

    /// Columns and rows of the page.
    #[must_use]
    pub fn page_size(&self) -> (usize, usize) {
        (usize::from(self.page.width), usize::from(self.page.height))
    }
}
