//! Searching: what is typed and previewed, what is kept, and walking from hit to hit, through the articles that are not shown too.

use std::sync::Arc;

use super::{counting::put_back, go, pairs, show};
use crate::{
    story::{ArticleId, PairId, Side, Story},
    text::bidi::isolated,
    tui::{
        action::Effect,
        command::Command,
        keymap::View,
        panel::search::SearchLine,
        search::{Found, Query},
        state::{Anchor, Message, Panel, Searching, State, Walk},
    },
};

/// Opens the line in which a search is typed; what is on meanwhile comes back if that is left.
pub fn open(state: &mut State) -> Panel {
    let regex = state.searching.as_ref().is_some_and(|on| on.query.regex);
    let from = state.keep();
    let earlier = state.searching.take();
    Panel::Search(SearchLine::new(Query { text: String::new(), regex }).from(from, earlier))
}

/// Asks for what is typed now.
pub fn ask(state: &mut State) -> Vec<Effect> {
    let Some(Panel::Search(search)) = &state.panel else { return Vec::new() };
    let query = search.query();
    look_for(state, query, false)
}

/// Looks for `query`, and when it is found goes there if the reader is to `keep` it.
pub fn look_for(state: &mut State, query: Query, keep: bool) -> Vec<Effect> {
    (state.work.query, state.work.keep, state.work.searched) = (Some(query.clone()), keep, None);
    vec![Effect::Search(Arc::clone(&state.story), query, Arc::clone(&state.reading.page.spread))]
}

/// What was asked for was found, or not: marks it, and goes to the first place from where the reader stands, for a look while it is typed
/// and for good if it is kept. What was asked for before the last is of no use.
pub fn found(state: &mut State, story: &Arc<Story>, query: Query, found: Found, walk: Walk) {
    if !Arc::ptr_eq(story, &state.story) || state.work.query.as_ref() != Some(&query) {
        return;
    }
    let kept = std::mem::take(&mut state.work.keep);
    (state.work.query, state.work.searched) = (None, None);
    let typing = if let Some(Panel::Search(search)) = &mut state.panel {
        search.found = found.clone();
        true
    } else {
        false
    };
    let on = state.searching.as_ref().filter(|on| on.query == query);
    if !typing && !kept && on.is_none() {
        return;
    }
    let waits = on.and_then(|on| on.waits);
    if query.text.is_empty() {
        end(state);
    } else {
        let mut searching = Searching::new(query, found);
        searching.mark(&mut state.reading, Some(walk));
        state.searching = Some(searching);
    }
    if typing {
        preview(state);
    } else if kept || waits.is_some_and(|from| state.searching.is_some() && from == state.reading.anchor) {
        first(state);
    } else if waits.is_some() {
        // The reader went on reading meanwhile, and is not taken away.
        let Some(searching) = &state.searching else { return };
        let sought = state.look.glyphs.quoted_apart(&searching.query.text);
        if searching.found.total() == 0 {
            return first(state);
        }
        let key = state.look.keymap.shown_key(View::Read, Command::Next);
        let text = format!("{sought} is found in what was compared since: {key} goes there");
        state.message = Some(Message::Done(text));
    }
}

/// Shows the first place of what is typed, from where the reader stood when the typing began; that place itself when there is none.
fn preview(state: &mut State) {
    back_to_begin(state);
    let Some(searching) = &state.searching else { return };
    let stops = &searching.stops;
    let next = state.reading.stop_from_here(stops, 1).or(stops.first().copied());
    if let Some(stop) = next {
        go::open_fold(state, stop.row);
        state.reading.go_to_stop(stop);
    }
}

/// Goes back to where the reader stood before the search was typed.
fn back_to_begin(state: &mut State) {
    let Some(Panel::Search(search)) = &state.panel else { return };
    if let Some(from) = search.from.clone() {
        put_back(state, &from);
    }
}

/// The typed search is left: everything is as it was before.
pub fn leave(state: &mut State, search: SearchLine) -> Vec<Effect> {
    if let Some(from) = &search.from {
        put_back(state, from);
    }
    end(state);
    state.searching = search.earlier.map(|earlier| *earlier);
    if let Some(earlier) = &mut state.searching {
        earlier.mark(&mut state.reading, None);
    }
    stop(state)
}

/// The typed search is kept: goes to its first place from where the reader stood, as soon as it is found.
pub fn keep(state: &mut State, search: &SearchLine) {
    state.typed.searches.add(search.query());
    if let Some(from) = &search.from {
        put_back(state, from);
    }
    if state.work.query.is_some() {
        state.work.keep = true;
    } else {
        first(state);
    }
}

fn first(state: &mut State) {
    let Some(searching) = &mut state.searching else { return };
    if searching.found.total() > 0 {
        let from = state.reading.stood();
        // In other articles alone is no reason to show them without a word.
        step(state, 1);
        return state.reading.came_from(from);
    }
    let sought = state.look.glyphs.quoted_apart(&searching.query.text);
    let text = match &searching.found.fault {
        Some(fault) => format!("{sought} cannot be looked for: {fault}"),
        None if state.work.put_off.is_some() || state.work.incoming.is_some() => {
            searching.waits = Some(state.reading.anchor);
            let beginning = state.shows_beginning();
            let then = if state.work.incoming.is_some() {
                "the rest is searched when it is compared".to_owned()
            } else {
                format!("{} compares the whole", state.look.keymap.shown_key(View::Read, Command::Reload))
            };
            let place = if beginning { "in the beginning, which is all that is shown" } else { "in what is shown" };
            state.message = Some(Message::Failed(format!("{sought} is not found {place}; {then}")));
            return;
        }
        None => format!("{sought} is not found"),
    };
    end(state);
    state.message = Some(Message::Failed(text));
}

/// Stops searching; what was found stays.
pub fn stop(state: &mut State) -> Vec<Effect> {
    (state.work.query, state.work.keep, state.work.searched) = (None, false, None);
    vec![Effect::StopSearching]
}

/// Ends the search; says whether there was one.
pub fn end(state: &mut State) -> bool {
    let was = state.searching.take().is_some();
    if was || !state.reading.page.hits.spans.is_empty() {
        state.reading.page.hits = Arc::default();
        state.reading.relay();
    }
    was
}

/// The texts are others now: what was found in the old ones is forgotten, and looked for again. `pending` is what was being looked for,
/// and whether it was to be kept.
pub fn again(state: &mut State, pending: Option<(Query, bool)>) -> Vec<Effect> {
    state.reading.page.hits = Arc::default();
    let Some(searching) = &mut state.searching else {
        return pending.map(|(query, keep)| look_for(state, query, keep)).unwrap_or_default();
    };
    let query = searching.query.clone();
    let waits = searching.waits;
    *searching = Searching::new(query.clone(), Found::default());
    searching.waits = waits;
    let (query, keep) = pending.unwrap_or((query, false));
    look_for(state, query, keep)
}

/// Walks `by` places of the search on. Behind the last one that is shown come those of the other articles, after a word about it; where
/// no other has any, the first one again, as in vim.
pub fn step(state: &mut State, by: isize) -> Vec<Effect> {
    let Some(searching) = &state.searching else { return Vec::new() };
    if let Some(stop) = state.reading.stop_from_here(&searching.stops, by) {
        go_to(state, stop);
        return Vec::new();
    }
    let forward = by > 0;
    let others = searching.elsewhere(&state.reading, forward);
    if let Some((next, _)) = others.first() {
        let here = Some((forward, state.reading.anchor));
        if searching.asked == here {
            return go_on(state, *next, forward);
        }
        let text = told(state, searching, &others, forward);
        if let Some(searching) = &mut state.searching {
            searching.asked = here;
        }
        state.message = Some(Message::Done(text));
        return Vec::new();
    }
    let stops = &searching.stops;
    let (again, said) = match forward {
        true => (stops.first(), "behind the last place found: on from the first"),
        false => (stops.last(), "before the first place found: on from the last"),
    };
    if let Some(stop) = again.copied() {
        go_to(state, stop);
        state.message = Some(Message::Done(said.to_owned()));
    }
    Vec::new()
}

fn go_to(state: &mut State, stop: crate::tui::state::Stop) {
    go::open_fold(state, stop.row);
    state.reading.go_to_stop(stop);
}

/// Where else there are places: in which articles, how many, and which key goes on to the first of them.
fn told(state: &State, searching: &Searching, others: &[(ArticleId, usize)], forward: bool) -> String {
    let command = if forward { Command::Next } else { Command::Previous };
    let key = state.look.keymap.shown_key(View::Read, command);
    let each: Vec<String> = others.iter().map(|(id, count)| format!("{count} in {}", named(state, *id))).collect();
    let first = others.first().and_then(|(id, _)| state.story.articles.get(*id)).map_or("", |first| &first.label);
    let each = each.join(", ");
    let shown = searching.stops.len();
    let here = match (shown, forward) {
        (0, _) => {
            let labels: Vec<&str> = state
                .reading
                .page
                .spread
                .columns
                .iter()
                .filter_map(|column| state.story.articles.get(column.article))
                .map(|article| article.label.as_str())
                .collect();
            format!("{} is not in {}", state.look.glyphs.quoted_apart(&searching.query.text), labels.join(" or "))
        }
        (1, _) => "the only one here".to_owned(),
        (_, true) => format!("the last of {shown} here"),
        (_, false) => format!("the first of {shown} here"),
    };
    format!("{here}; {each}: {key} goes on in {first}")
}

/// The letter of an article, and its outlet or file.
fn named(state: &State, id: ArticleId) -> String {
    let Some(article) = state.story.articles.get(id) else { return String::new() };
    format!("{} ({})", article.label, isolated(article.source.as_deref().unwrap_or(article.file_name())))
}

/// Goes to the first place in `article`, or to the last when not `forward`, and shows that article.
fn go_on(state: &mut State, article: ArticleId, forward: bool) -> Vec<Effect> {
    let places = state.searching.as_ref().and_then(|searching| searching.found.places.get(article.index()));
    let place = places.and_then(|places| if forward { places.first() } else { places.last() });
    let Some(offset) = place.map(|place| place.start) else { return Vec::new() };
    let PairId { left, .. } = state.reading.pair;
    let from = state.reading.stood();
    let mut effects = Vec::new();
    if state.reading.only.is_some() {
        // One article alone is read, and so is this one.
        state.reading.only = Some(if article == left { Side::Left } else { Side::Right });
        let right = if article == left { state.reading.pair.right } else { article };
        effects = pairs::turn_to(state, PairId { left, right });
        show(state);
        state.reading.go_to(Anchor { article, offset });
        state.reading.came_from(from);
    } else {
        effects.extend(go::to_passage(state, None, Anchor { article, offset }));
    }
    let text = format!("the search goes on in {}", named(state, article));
    state.message = Some(Message::Done(text));
    effects
}
