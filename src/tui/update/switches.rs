//! What is shown, and how: kinds of differences, a third article, one alone, typography, colours.

use super::{command::say, pairs, show};
use crate::{
    page::Kinds,
    story::{ArticleId, Side},
    tui::{
        action::Effect,
        command::Command,
        keymap::View,
        state::{Look, State},
    },
};

/// Shows the differences of `kinds` alone.
pub fn kinds(state: &mut State, kinds: Kinds) {
    if state.reading.marking.kinds.is_on() && !kinds.is_on() {
        say(state, "every kind of difference is shown again");
    }
    state.reading.show_kinds(kinds);
}

/// Shows a third article beside the two: the next one each time, none after the last.
pub fn third(state: &mut State) -> Vec<Effect> {
    let pair = state.reading.pair;
    let from = state.reading.third.map_or(0, |third| third.index() + 1);
    let others = (from..state.story.articles.len()).map(ArticleId::new);
    let next = others.into_iter().find(|id| *id != pair.left && *id != pair.right);
    if next.is_some() && state.areas().page_size().0 < THREE_FROM {
        let needed = usize::from(state.size.0) + THREE_FROM - state.areas().page_size().0;
        say(state, &format!("too narrow for three articles side by side: that takes {needed} columns"));
        return Vec::new();
    }
    if next.is_none() && state.reading.third.is_none() {
        say(state, "there is no third article");
        return Vec::new();
    }
    state.reading.third = next;
    state.reading.only = None;
    show(state);
    let label = |id: ArticleId| state.story.articles.get(id).map_or("", |article| article.label.as_str());
    let key = state.look.keymap.shown_key(View::Read, Command::Third);
    let more = next.and_then(|next| {
        let others = (next.index() + 1..state.story.articles.len()).map(ArticleId::new);
        others.into_iter().find(|id| *id != pair.left && *id != pair.right)
    });
    let text = match (next.map(label), more.map(label)) {
        (Some(next), Some(more)) => format!("{next} beside the two; {key} sets {more} there"),
        (Some(next), None) => format!("{next} beside the two; {key} takes it away"),
        (None, _) => "no third article beside the two".to_owned(),
    };
    say(state, &text);
    pairs::want_beside(state)
}

/// Columns of the page from which on three articles stand side by side.
const THREE_FROM: usize = 100;

/// Shows one article alone, or both again.
pub fn alone(state: &mut State, place: Side) {
    if state.shown().is_none() {
        return say(state, "not compared yet");
    }
    state.reading.only = if state.reading.only == Some(place) { None } else { Some(place) };
    show(state);
}

/// Sets one article above the other, or side by side again.
pub fn stacked(state: &mut State) {
    let reading = &mut state.reading;
    let was = reading.page.layout.arrangement;
    reading.stacked = !reading.stacked;
    reading.relay();
    if reading.page.layout.arrangement == was {
        let why = if reading.page.layout.columns < 2 {
            "one article alone is shown"
        } else {
            "too narrow to stand side by side"
        };
        reading.stacked = !reading.stacked;
        say(state, why);
    }
}

/// Shows differences of punctuation, case and typography, or folds them away.
pub fn minor(state: &mut State) {
    let shown = !state.reading.marking.minor;
    state.reading.show_minor(shown);
    let text = match (state.minor(), shown) {
        (0, _) => "nothing differs in typography alone".to_owned(),
        (1, true) => "1 difference of punctuation, case or typography is shown".to_owned(),
        (count, true) => format!("{count} differences of punctuation, case or typography are shown"),
        (_, false) => "differences of punctuation, case and typography are folded away".to_owned(),
    };
    say(state, &text);
}

/// Takes the next theme.
pub fn theme(state: &mut State) {
    let Look { themes, theme, depth, background, .. } = &state.look;
    let next = themes.after(theme.name(), *background).to_owned();
    if let Some(theme) = themes.get(&next, *depth, *background) {
        state.look.theme = theme;
        state.look.follows_background = false;
        say(state, &format!("theme {next}"));
    }
}
