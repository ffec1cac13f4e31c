//! The line about the passage under the cursor: what it is, how surely, and what was found in it.

use super::pen::Pen;
use crate::{
    align::{Grade, PairAlignment},
    page::{Compared, Role, Sign, Standing, grade_sign},
    story::{Article, ArticleId, SentenceId, Side},
    text::span::Span,
    tui::state::{Area, Message, State, hundredths},
};

/// Draws the line; a message of what was done or went wrong takes its place.
pub fn draw(pen: &mut Pen<'_>, state: &State, area: Area) {
    let end = area.x + area.width;
    match &state.message {
        Some(Message::Done(text)) => return pen.line(area.x, area.y, end, &format!(" {text}"), Role::Done),
        Some(Message::Failed(text)) => return pen.line(area.x, area.y, end, &format!(" {text}"), Role::Error),
        None => pen.fill(area, Role::About),
    }
    let Some((article, sentence)) = state.reading.passage() else { return };
    let Some((compared, side)) = state.against(article) else { return };
    let (sign, text) = standing(state, compared, article, side, sentence);
    let mut x = area.x + 1;
    if let Some(sign) = sign {
        x = pen.text(x, area.y, end, state.glyphs.sign(sign), Role::Sign(sign)) + 1;
    }
    x = pen.text(x, area.y, end, &text, Role::About);
    let own = &state.story.articles[article];
    let span = own.sentence(sentence).span();
    for (_, finding) in compared.marks.findings_in(&compared.comparison, side, span) {
        let dot = format!(" {} ", state.glyphs.dot());
        x = pen.text(x, area.y, end, &dot, Role::About);
        x = pen.text(x, area.y, end, state.glyphs.sign(Sign::Cue), Role::Sign(Sign::Cue)) + 1;
        let (open, close) = state.glyphs.quotes();
        let words = crate::page::beginning(Span::from(finding.span).of(&own.text), 32, state.glyphs);
        x = pen.text(x, area.y, end, &format!("{} {open}{words}{close}", finding.kind.name()), Role::About);
    }
}

fn standing(
    state: &State,
    compared: &Compared,
    article: ArticleId,
    side: Side,
    sentence: SentenceId,
) -> (Option<Sign>, String) {
    let alignment = &compared.comparison.alignment;
    let (own, other) = (&state.story.articles[article], &state.story.articles[compared.pair().on(side.other())]);
    let place = |article: &Article, id: Option<&SentenceId>| match id {
        Some(id) => {
            format!("{} {}{}", article.label, state.glyphs.paragraph(), article.sentence(*id).paragraph.index() + 1)
        }
        None => article.label.clone(),
    };
    let link = |alignment: &PairAlignment, index: usize| {
        let link = &alignment.links[index];
        place(other, link.on(side.other()).first())
    };
    match compared.marks.standing(side, sentence) {
        Standing::Linked { link: index, grade } => {
            let there = link(alignment, index);
            let what = match grade {
                Grade::Same => "the same in",
                Grade::Reworded => "reworded in",
                Grade::Partial => "shares a part with",
            };
            (Some(grade_sign(grade)), format!("{what} {there}"))
        }
        Standing::Moved { link: index, down, .. } => {
            let there = link(alignment, index);
            let sign = if down { Sign::MovedDown } else { Sign::MovedUp };
            let keys = state.keymap.shown_keys(crate::tui::keymap::View::Read, crate::tui::command::Command::Follow);
            (Some(sign), format!("moved: stands at {there}; {keys} goes there"))
        }
        Standing::Only { unlinked } => {
            let base = state.base();
            let sign = Sign::Only(if side == base { Side::Left } else { Side::Right });
            let nearest = unlinked.and_then(|index| alignment.only(side).get(index)?.nearest);
            let nearest = nearest.map_or(String::new(), |near| {
                format!("; the nearest is {} (score {})", place(other, Some(&near.sentence)), hundredths(near.score))
            });
            (Some(sign), format!("only in {}: no counterpart found in {}{nearest}", own.label, other.label))
        }
        Standing::Boilerplate => (None, "part of the page, not of the telling".to_owned()),
    }
}
