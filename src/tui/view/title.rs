//! The names of the articles, each over its column.

use super::pen::Pen;
use crate::{
    page::{Arrangement, Role},
    story::{Article, Side},
    text::visible::visible,
    tui::{
        fit,
        state::{Area, State},
    },
};

/// Draws the names.
pub fn draw(pen: &mut Pen<'_>, state: &State, area: Area) {
    pen.fill(area, Role::Title);
    let page = &state.reading.page;
    let layout = page.layout;
    let count = page.spread.columns.len();
    for (index, column) in page.spread.columns.iter().enumerate() {
        let article = page.spread.article(index);
        let name = name(article);
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
        let text = format!(" {} {base}{}", article.label, visible(&name));
        let text = fit::cut(&text, usize::from(end.saturating_sub(x)), state.look.glyphs.ellipsis());
        pen.text(x, area.y, end, &text, Role::Title);
    }
}

/// What an article goes by: its outlet and its headline, else the name of its file.
#[must_use]
pub fn name(article: &Article) -> String {
    let file = article.path.rsplit(['/', '\\']).next().unwrap_or(&article.path);
    match (&article.source, &article.title) {
        (Some(source), Some(title)) => format!("{source}: {title}"),
        (None, Some(title)) => title.clone(),
        (Some(source), None) => format!("{source}: {file}"),
        (None, None) => file.to_owned(),
    }
}
