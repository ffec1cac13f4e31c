//! What keys and clicks do to the panels, and what panels ask for.

use std::{mem, sync::Arc};

use super::{command, copy, go, pairs, search, typing};
use crate::{
    story::{ArticleId, PairId},
    tui::{
        action::Effect,
        clipboard,
        command::Command,
        keymap::View,
        panel::{
            Outcome,
            export::{ExportLine, Shown},
            help::Help,
            list::{List, kinds},
            palette::Palette,
            picker::Picker,
            sources::Sources,
            table::Table,
        },
        state::{Area, Message, Panel, State},
    },
};

/// Opens the panel of `command`; gives what it takes to fill it, or none when `command` is not about a panel.
pub fn open(state: &mut State, command: Command) -> Option<Vec<Effect>> {
    let pair = state.reading.pair;
    let label = |id: ArticleId| state.story.articles.get(id).map_or("", |article| article.label.as_str());
    let panel = match command {
        Command::Help => Panel::Help(Help::new(state.view())),
        Command::Palette => Panel::Palette(Palette::new(state.view(), state.typed.actions.lines().to_vec())),
        Command::PickPair => Panel::Picker(Picker::new(pair)),
        Command::Export => Panel::Export(ExportLine::new(shown(state), [label(pair.left), label(pair.right)])),
        Command::List => {
            let at = state.reading.difference_here().unwrap_or(0);
            match state.listed() {
                // The list beside the text stays as it is seen.
                Some(_) if state.is_docked() => Panel::List(state.list.clone()),
                Some(listed) => Panel::List(List::new(listed, at)),
                None => {
                    say(state, "not compared yet");
                    return Some(Vec::new());
                }
            }
        }
        Command::Search => search::open(state),
        Command::Story => {
            let column = state.reading.page.spread.columns.get(state.reading.column);
            let chosen = column.map_or(pair.left, |column| column.article);
            Panel::Story(Box::new(Table::new(pair.left, chosen, state.reading.anchor)))
        }
        Command::Sources => Panel::Sources(Sources::default()),
        _ => return None,
    };
    if let Panel::Help(_) | Panel::Palette(_) | Panel::Search(_) | Panel::Export(_) = panel {
        // Whoever asks for the keys of a view, or types something there, wants to go on with it.
        let kind = mem::discriminant(&panel);
        state.beneath.extend(state.panel.take());
        state.beneath.retain(|beneath| mem::discriminant(beneath) != kind);
        state.panel = Some(panel);
        return Some(pairs::wanted(state));
    }
    let mut effects = abandon(state);
    state.panel = Some(panel);
    effects.extend(pairs::wanted(state));
    Some(effects)
}

/// Leaves the panels that the present one lies over for good.
fn abandon(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    while let Some(panel) = state.beneath.pop() {
        if let Panel::Search(line) = panel {
            effects.extend(search::leave(state, line));
        }
    }
    effects
}

/// Shows the panel that the closed one lay over, if it lay over one.
fn uncover(state: &mut State) -> Vec<Effect> {
    state.panel = state.beneath.pop();
    pairs::wanted(state)
}

/// What an export of what is shown holds.
fn shown(state: &State) -> Shown {
    let pair = state.reading.pair;
    let third = state.reading.third.map(|right| PairId { left: pair.left, right });
    let pairs = [Some(pair), third].into_iter().flatten().collect();
    Shown { pairs, kinds: state.reading.marking.kinds, beginning: state.shows_beginning() }
}

/// Brings the panels that are made from what is compared up to date.
pub fn fill(state: &mut State) {
    let shown = state.shown().map(|compared| Arc::clone(&compared.comparison));
    let beginning = state.shows_beginning();
    state.list.beginning = beginning;
    match &mut state.panel {
        Some(Panel::Picker(picker)) => picker.beginning = beginning,
        Some(Panel::List(list)) => list.beginning = beginning,
        Some(Panel::Story(table)) => table.beginning = beginning,
        Some(Panel::Sources(sources)) => sources.beginning = beginning,
        _ => {}
    }
    match &mut state.panel {
        Some(Panel::Story(table)) => table.fill(&state.story, state.reading.pair.left, &state.compared),
        Some(Panel::Sources(sources)) => {
            if let (Some(pair), Some(speakers)) = (shown, &state.speakers)
                && !sources.is_of(pair.alignment.pair)
            {
                sources.fill(&state.story, speakers, &pair, state.look.glyphs);
            }
        }
        _ => {}
    }
}

fn say(state: &mut State, text: &str) {
    state.message = Some(Message::Done(text.to_owned()));
}

/// What `command` does while a panel of these is open; none where it means what it always means.
pub fn command(state: &mut State, command: Command, count: usize) -> Option<Vec<Effect>> {
    if matches!(command, Command::Older | Command::Newer) {
        return Some(typing::walk(state, command == Command::Older));
    }
    let area = state.areas().panel.unwrap_or_default();
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let mut panel = state.panel.take()?;
    let outcome = match &mut panel {
        Panel::Detail(_) => {
            state.panel = Some(panel);
            return None;
        }
        Panel::Help(help) => help.apply(command, count, &state.look.keymap, width, height),
        Panel::Palette(palette) => palette.apply(command, &state.look.keymap, height),
        Panel::Picker(picker) => picker.apply(command, count, &state.story, height),
        Panel::Story(table) => table.apply(command, count, &state.story, state.reading.pair, height),
        Panel::Sources(sources) => sources.apply(command, count, &state.story, height),
        Panel::Export(export) => export.apply(command),
        Panel::Search(search) => {
            // As in vim and less, nothing typed is the last search again.
            let nothing = command == Command::Accept && search.query().text.is_empty();
            if nothing && search.walk(&state.typed.searches, true) {
                let line = search.clone();
                let effects = search::look_for(state, line.query(), true);
                state.beneath.clear();
                search::keep(state, &line);
                return Some(effects);
            }
            search.apply(command)
        }
        Panel::List(list) => {
            choose(state, command, list);
            state.listed().map_or(Outcome::Close, |listed| {
                let rows = List::rows(listed, &state.look.keymap, (width, height), true);
                list.apply(command, count, listed, rows)
            })
        }
    };
    let stays = outcome == Outcome::Stay;
    let effects = settle(state, panel, outcome);
    // What a panel has no use for (quit, another theme, copying) means what it always means.
    let common = matches!(
        command,
        Command::Quit
            | Command::Theme
            | Command::Redraw
            | Command::Suspend
            | Command::Help
            | Command::Palette
            | Command::CopyPassage
            | Command::CopyPair
            | Command::Export
            | Command::Search
    );
    (!(stays && common)).then_some(effects)
}

/// Does what `panel` asks for.
pub(super) fn settle(state: &mut State, panel: Panel, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Stay => state.panel = Some(panel),
        Outcome::Close => {
            let mut effects = if let Panel::Search(line) = panel { search::leave(state, line) } else { Vec::new() };
            effects.extend(uncover(state));
            return effects;
        }
        Outcome::Search => {
            state.panel = Some(panel);
            return search::ask(state);
        }
        Outcome::Do(Command::Accept) => {
            state.beneath.clear();
            if let Panel::Search(line) = &panel {
                search::keep(state, line);
            }
        }
        Outcome::Do(command) => {
            state.typed.actions.add(command);
            // What can be done in the view that the palette lies over is done there.
            let over = if let Panel::Palette(palette) = &panel { palette.over } else { View::Read };
            let mut effects = Vec::new();
            if state.look.keymap.keys(over, command).is_empty() {
                effects = abandon(state);
            } else {
                state.panel = state.beneath.pop();
            }
            effects.extend(command::command(state, command, 1));
            return effects;
        }
        Outcome::Paragraph(number) => {
            let effects = abandon(state);
            go::to_paragraph(state, number);
            return effects;
        }
        Outcome::Pair(pair) => return pairs::turn_to(state, pair),
        Outcome::Base(base) => {
            state.panel = Some(panel);
            let effects = pairs::make_base(state, base);
            return effects.into_iter().chain(pairs::wanted(state)).collect();
        }
        Outcome::Difference(index) => go::to_difference(state, index),
        Outcome::Passage(anchor) => return go::to_passage(state, None, anchor),
        Outcome::Row(pair, anchor) => return go::to_passage(state, Some(pair), anchor),
        Outcome::Copy(passages) => {
            state.panel = Some(panel);
            let articles = &state.story.articles;
            let passages: Vec<_> = passages.into_iter().map(|(id, sentences)| (&articles[id], sentences)).collect();
            return copy::send(state, clipboard::with_sources(&passages));
        }
        Outcome::Say(text) => {
            state.panel = Some(panel);
            say(state, &text);
        }
        Outcome::Export(request) => {
            state.panel = Some(panel);
            if state.work.writing {
                return Vec::new();
            }
            state.work.writing = true;
            state.typed.exports.add(request.path.clone());
            return vec![Effect::Export(request, Arc::clone(state.whole()))];
        }
    }
    Vec::new()
}

/// Shows the kinds of differences that `command` chooses, if it is about that; the difference chosen in `list` stays so.
fn choose(state: &mut State, command: Command, list: &mut List) {
    let Some(kinds) = kinds::chosen(state.reading.marking.kinds, command) else { return };
    let before = state.listed().and_then(|listed| list.chosen(listed)).unwrap_or(0);
    state.reading.show_kinds(kinds);
    if let Some(listed) = state.listed() {
        list.follow(listed, before);
    }
}

/// The export that was asked for would replace a file: asks first.
pub fn ask(state: &mut State) {
    if let Some(Panel::Export(export)) = &mut state.panel {
        export.ask();
    }
}

/// An export was written.
pub fn written(state: &mut State) {
    if let Some(Panel::Export(_)) = state.panel {
        state.panel = state.beneath.pop();
    }
}

/// A click at `x`, `y` of the screen in the panel in `area`: chooses the line there, or the kind of differences.
pub fn press(state: &mut State, area: Area, x: u16, y: u16) -> Vec<Effect> {
    let (row, width, height) = (usize::from(y - area.y), usize::from(area.width), usize::from(area.height));
    let kind = match (&state.panel, state.listed()) {
        (Some(Panel::List(_)), Some(listed)) => {
            kinds::at(listed, &state.look.keymap, (width, height), (usize::from(x - area.x), row))
        }
        _ => None,
    };
    if let Some(kind) = kind {
        state.message = None;
        return command(state, kind, 1).unwrap_or_default();
    }
    let mut panel = state.panel.take();
    match &mut panel {
        Some(Panel::Picker(picker)) => {
            picker.click(row, &state.story, height);
        }
        Some(Panel::Story(table)) => {
            table.click(row, height);
        }
        Some(Panel::Sources(sources)) => {
            sources.click(row, height);
        }
        Some(Panel::List(list)) => {
            if let Some(listed) = state.listed() {
                list.click(row, listed, &state.look.keymap, (width, height), true);
            }
        }
        _ => {}
    }
    state.panel = panel;
    Vec::new()
}
