//! The page: the lines on the screen, with a bar beside the passage where the reader is and beside its counterpart.

use super::pen::Pen;
use crate::{
    page::{Arrangement, Block, Line, Role},
    story::ArticleId,
    text::span::Span,
    tui::state::{Area, Position, State},
};

/// Draws the lines on the screen.
pub fn draw(pen: &mut Pen<'_>, state: &State, area: Area) {
    pen.fill(area, Role::Blank);
    let reading = &state.reading;
    let here = passage(state);
    let there = counterpart(state);
    for (y, (at, lines)) in (area.y..area.y + area.height).zip(&reading.visible) {
        let Some(line) = lines.get(at.line) else { continue };
        pen.runs(area.x, y, area.x + area.width, &line.runs);
        bars(pen, state, area, y, *at, line, here, there);
    }
}

#[expect(clippy::too_many_arguments, reason = "one line, its place, and the two passages to mark in it")]
fn bars(
    pen: &mut Pen<'_>,
    state: &State,
    area: Area,
    y: u16,
    at: Position,
    line: &Line,
    here: Option<(ArticleId, Span)>,
    there: Option<(ArticleId, Span)>,
) {
    let reading = &state.reading;
    let layout = reading.page.layout;
    let spread = &reading.page.spread;
    for (index, column) in spread.columns.iter().enumerate() {
        let x = area.x + u16::try_from(layout.text_at(index).saturating_sub(layout.gutter)).unwrap_or(u16::MAX);
        let holds = |passage: Option<(ArticleId, Span)>| {
            passage.filter(|(article, _)| *article == column.article).is_some_and(|(article, span)| {
                let sources = line.runs.iter().filter_map(|run| run.source);
                sources.filter(|source| source.article == article).any(|source| source.span.meets(span))
            })
        };
        let stacked = layout.arrangement == Arrangement::Stacked;
        // A fold is one line over all columns, and the cursor stands before it.
        let folded = matches!(reading.page.blocks().get(at.block), Some(Block::Fold(_)));
        let column = if folded { 0 } else { reading.column };
        if at == reading.cursor && (index == column || stacked) {
            pen.text(x, y, x + 1, state.look.glyphs.cursor(), Role::Cursor);
        } else if holds(here) {
            pen.text(x, y, x + 1, state.look.glyphs.vertical(), Role::Cursor);
        } else if holds(there) {
            pen.text(x, y, x + 1, state.look.glyphs.vertical(), Role::Rule);
        }
    }
}

fn passage(state: &State) -> Option<(ArticleId, Span)> {
    let (article, sentence) = state.reading.passage()?;
    Some((article, state.story.articles.get(article)?.sentence(sentence).span()))
}

/// The words of the other article that the passage where the reader is is linked to.
fn counterpart(state: &State) -> Option<(ArticleId, Span)> {
    let (article, sentence) = state.reading.passage()?;
    let against = state.speaking(article, sentence)?;
    let other = against.other();
    let ids = against.link(sentence)?.on(against.side.other());
    let article = state.story.articles.get(other)?;
    let span = ids.iter().map(|id| article.sentence(*id).span()).reduce(Span::join)?;
    Some((other, span))
}
