//! The names of the articles, each over its column.

use super::pen::Pen;
use crate::{
    page::{Arrangement, Glyphs, Role, beginning},
    story::{Article, ParagraphRole, Side},
    text::{bidi::isolated, width::columns},
    tui::{
        fit,
        state::{Area, State},
    },
};

/// Columns below which an article's first words would tell nothing.
const FEWEST_WORDS: usize = 30;

/// Draws the names.
pub fn draw(pen: &mut Pen<'_>, state: &State, area: Area) {
    pen.fill(area, Role::Title);
    let page = &state.reading.page;
    let layout = page.layout;
    let count = page.spread.columns.len();
    for (index, column) in page.spread.columns.iter().enumerate() {
        let article = page.spread.article(index);
        // In front, as a long name is cut at its end.
        let base = if column.place == Side::Left && count > 1 { "(base) " } else { "" };
        let (x, end) = if layout.arrangement == Arrangement::Stacked {
            let part = area.width / u16::try_from(count).unwrap_or(1).max(1);
            let x = part * u16::try_from(index).unwrap_or(0);
            (x, x + part - 1)
        } else {
            let at = layout.text_at(index);
            let column = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
            (column(at - layout.gutter), column(at + layout.text))
        };
        let before = format!(" {} {base}", article.label);
        let glyphs = state.look.glyphs;
        let room = usize::from(end.saturating_sub(x));
        let name = name(article, room.saturating_sub(usize::from(columns(&before).0)), glyphs);
        let text = fit::cut(&format!("{before}{name}"), room, glyphs.ellipsis());
        pen.text(x, area.y, end, &text, Role::Title);
    }
}

/// What an article goes by, safe for a terminal: its outlet and its headline; without a headline the name of its file, and its first words where there is
/// `room` for some.
fn name(article: &Article, room: usize, glyphs: Glyphs) -> String {
    if let Some(title) = &article.title {
        let title = isolated(title);
        let source = article.source.as_deref().map(isolated);
        return source.map_or_else(|| title.to_string(), |source| format!("{source}: {title}"));
    }
    let named = article.source.as_deref().unwrap_or(article.file_name());
    let left = room.saturating_sub(usize::from(columns(named).0) + 5);
    let body = article.paragraphs.iter().find(|paragraph| paragraph.role == ParagraphRole::Body);
    let Some(body) = body.filter(|_| left >= FEWEST_WORDS) else { return isolated(named).into() };
    let words = beginning(body.span().of(&article.text), left, glyphs);
    format!("{}: {}", isolated(named), glyphs.quoted_apart(&words))
}
