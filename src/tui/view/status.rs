//! The line that says where one is, and the keys that matter here.

use super::pen::Pen;
use crate::{
    page::{Arrangement, Role, RowKind, Sign},
    story::Side,
    text::width::columns,
    tui::{
        keymap::View,
        panel::search::said,
        state::{Area, State},
        update::pair_number,
    },
};

/// How much room the words of the line take; each says all of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Words {
    Full,
    Shorter,
    /// What is hidden as one number.
    Fewer,
    Fewest,
}

/// Draws where one is: pair, base, position, filters, what is hidden, in as many words as there is room for.
pub fn draw(pen: &mut Pen<'_>, state: &State, area: Area) {
    pen.fill(area, Role::Status);
    let dot = format!(" {} ", state.glyphs.dot());
    let mut text = String::new();
    for words in [Words::Full, Words::Shorter, Words::Fewer, Words::Fewest] {
        text = parts(state, words).join(&dot);
        if columns(&text).0 < area.width {
            break;
        }
    }
    pen.text(area.x + 1, area.y, area.x + area.width, &text, Role::Status);
}

fn parts(state: &State, words: Words) -> Vec<String> {
    let reading = &state.reading;
    let label = |id| state.story.articles.get(id).map_or("", |article| article.label.as_str());
    let mut parts = Vec::new();
    if let Some(work) = state.working {
        parts.push(format!("{work}{} esc stops", state.glyphs.ellipsis()));
    }
    if let Some(count) = state.count.number() {
        parts.push(format!("{count}×"));
    }
    let pair = reading.pair;
    let (left, right) = (label(pair.left), label(pair.right));
    let number = pair_number(state).map_or(0, |number| number + 1);
    let pair = if words == Words::Full { ", pair" } else { "" };
    parts.push(format!("{left} {} {right}{pair} {number}/{}", state.glyphs.versus(), state.pairs.len()));
    parts.push(format!("base {left}"));
    if let Some((article, paragraph, of)) = reading.paragraph() {
        parts.push(format!("{} {}{paragraph}/{of}", label(article), state.glyphs.paragraph()));
    }
    if state.shown().is_some() {
        let name = match words {
            Words::Full => "difference ",
            Words::Shorter | Words::Fewer => "diff ",
            Words::Fewest => "",
        };
        parts.push(format!("{name}{}/{}", reading.stop_number(), reading.stops.len()));
        if !reading.findings.is_empty() {
            parts.push(format!("{} {}", state.glyphs.sign(Sign::Cue), reading.findings.len()));
        }
    }
    parts.extend(filters(state));
    let hidden = hidden(state);
    if !hidden.is_empty() {
        parts.push(if words >= Words::Fewer {
            format!("{} hidden", hidden.iter().map(|(count, _)| count).sum::<usize>())
        } else {
            let each: Vec<String> = hidden.iter().map(|(count, name)| format!("{count} {name}")).collect();
            format!("hidden: {}", each.join(", "))
        });
    }
    parts
}

/// What is shown otherwise than usual.
fn filters(state: &State) -> Vec<String> {
    let reading = &state.reading;
    let mut filters = Vec::new();
    if let Some(searching) = &state.searching {
        let labels: Vec<&str> = state.story.articles.iter().map(|(_, article)| article.label.as_str()).collect();
        let found = said(&searching.found, &labels, &searching.query);
        filters.push(format!("/{} {}", searching.query.text, found.replace(" · ", " ")));
    }
    if state.filter.is_on() {
        filters.push(format!("listed: {}", state.filter.said()));
    }
    if let Some(third) = reading.third {
        filters
            .push(format!("beside {}", state.story.articles.get(third).map_or("", |article| article.label.as_str())));
    }
    match reading.only {
        Some(Side::Left) => filters.push("left alone".to_owned()),
        Some(Side::Right) => filters.push("right alone".to_owned()),
        None if reading.page.layout.arrangement == Arrangement::Stacked => filters.push("stacked".to_owned()),
        None => {}
    }
    if reading.marking.clean {
        filters.push("clean text".to_owned());
    }
    if reading.marking.minor {
        filters.push("typography shown".to_owned());
    }
    filters
}

/// How much is not shown, and of what.
fn hidden(state: &State) -> Vec<(usize, &'static str)> {
    let reading = &state.reading;
    let mut hidden = Vec::new();
    for (kind, name) in [(RowKind::Alike, "alike"), (RowKind::Boilerplate, "boilerplate")] {
        let count = reading.page.hidden(kind);
        if count > 0 {
            hidden.push((count, name));
        }
    }
    let minor = state.shown().map_or(0, |compared| compared.marks.minor);
    if minor > 0 && !reading.marking.minor {
        hidden.push((minor, "typography"));
    }
    hidden
}

/// Draws the keys that matter here, as many as fit.
pub fn hints(pen: &mut Pen<'_>, state: &State, area: Area) {
    pen.fill(area, Role::Hint);
    let end = area.x + area.width;
    let view = if state.panel.is_none() { View::Read } else { state.view() };
    let mut x = area.x + 1;
    for (key, word, _) in state.keymap.hints(view).into_iter().take(9) {
        let key = key.to_string();
        let needed = key.chars().count() + word.chars().count() + 1;
        if usize::from(x) + needed > usize::from(end) {
            break;
        }
        x = pen.text(x, area.y, end, &key, Role::Key) + 1;
        x = pen.text(x, area.y, end, word, Role::Hint) + 2;
    }
}
