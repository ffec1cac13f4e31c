//! The panels that make their own lines: help, palette, picker, list, story, sources, search, export.

use super::pen::Pen;
use crate::{
    page::Line,
    page::Role,
    tui::{
        panel::{list::Look, search::Searched},
        state::{Area, Panel, State},
    },
};

/// Draws `panel` in `area`; gives the cell of the cursor where a line is typed.
pub fn draw(pen: &mut Pen<'_>, state: &State, panel: &Panel, area: Area) -> Option<(u16, u16)> {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let (keymap, glyphs) = (&state.look.keymap, state.look.glyphs);
    let (lines, cursor) = match panel {
        Panel::Detail(_) => return None,
        Panel::Help(help) => (help.lines(keymap, width, height, glyphs), None),
        Panel::Palette(palette) => (palette.lines(keymap, width, height, glyphs), Some((palette.cursor(width), 1))),
        Panel::Picker(picker) => (picker.lines(&state.story, &state.shares(), width, height, glyphs), None),
        Panel::Export(export) => {
            (export.lines(width, height, glyphs), (!export.is_asking()).then(|| (export.cursor(width), 1)))
        }
        Panel::List(list) => {
            let lines = state.listed().map(|listed| list.lines(listed, keymap, (width, height), glyphs, Look::Chosen));
            (lines.unwrap_or_default(), None)
        }
        Panel::Story(table) => (table.lines(&state.story, width, height, glyphs), None),
        Panel::Sources(sources) => (sources.lines(&state.story, width, height, glyphs), None),
        Panel::Search(search) => {
            let labels: Vec<&str> = state.story.articles.iter().map(|(_, article)| article.label.as_str()).collect();
            let searched = Searched { labels: &labels, beginning: state.shows_beginning() };
            let line = search.line(searched, keymap, width, glyphs);
            (vec![line], Some((search.cursor(searched, keymap, width), 0)))
        }
    };
    write(pen, area, &lines, cursor.map(|(_, y)| y));
    cursor.map(|(x, y)| (area.x + u16::try_from(x).unwrap_or(0).min(area.width.saturating_sub(1)), area.y + y))
}

/// Draws the list of differences beside the page, where the reader's place in it is marked.
pub fn dock(pen: &mut Pen<'_>, state: &State, area: Area) {
    let size = (usize::from(area.width), usize::from(area.height));
    let look = if state.reading.difference_here().is_some() { Look::Here } else { Look::Plain };
    if let Some(listed) = state.listed() {
        write(pen, area, &state.list.lines(listed, &state.look.keymap, size, state.look.glyphs, look), None);
    }
}

/// Writes `lines`, of which one may be typed.
fn write(pen: &mut Pen<'_>, area: Area, lines: &[Line], typed: Option<u16>) {
    pen.fill(area, Role::PanelText);
    for (y, Line { runs }) in (area.y..area.y + area.height).zip(lines) {
        // Where a line is typed the cursor stands between letters in the order they are typed.
        if typed.is_some_and(|typed| area.y + typed == y) {
            pen.runs(area.x, y, area.x + area.width, runs);
        } else {
            pen.texts(area.x, y, area.x + area.width, runs);
        }
    }
}
