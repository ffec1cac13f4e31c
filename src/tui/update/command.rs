//! What each command does to the state.

use super::{copy, dock, go, pairs, panels, search, show, switches};
use crate::{
    page::{Kinds, Standing},
    story::Side,
    tui::{
        action::Effect,
        command::Command,
        keymap::View,
        panel::list::kinds,
        state::{Anchor, Detail, Message, Panel, State},
    },
};

/// Does `command`, `count` times where that means something.
pub fn command(state: &mut State, command: Command, count: usize) -> Vec<Effect> {
    if command == Command::Cancel && state.work.writing {
        return pairs::stop(state);
    }
    if let Some(effects) = panel(state, command, count) {
        return effects;
    }
    if let Some(effects) = panels::open(state, command) {
        return effects;
    }
    if let Some(kinds) = kinds::chosen(state.reading.marking.kinds, command) {
        switches::kinds(state, kinds);
        return Vec::new();
    }
    let height = state.reading.size.1;
    let lines = count.min(1_000_000).cast_signed();
    let (half, whole) = ((height / 2).max(1).cast_signed(), height.saturating_sub(2).max(1).cast_signed());
    let reading = &mut state.reading;
    match command {
        Command::Down => reading.move_by(lines),
        Command::Up => reading.move_by(-lines),
        Command::HalfDown => reading.page_by(half * lines),
        Command::HalfUp => reading.page_by(-half * lines),
        Command::PageDown => reading.page_by(whole * lines),
        Command::PageUp => reading.page_by(-whole * lines),
        Command::Top => reading.go_to_top(),
        Command::Bottom => reading.go_to_end(),
        Command::NextRow => reading.row_by(lines),
        Command::PreviousRow => reading.row_by(-lines),
        Command::LeftSide => to_column(state, state.reading.column.saturating_sub(1)),
        Command::RightSide => to_column(state, state.reading.column + 1),
        Command::Next if state.searching.is_some() => return search::step(state, lines),
        Command::Previous if state.searching.is_some() => return search::step(state, -lines),
        Command::Next => step(state, lines, false),
        Command::Previous => step(state, -lines, false),
        Command::NextFinding => step(state, lines, true),
        Command::PreviousFinding => step(state, -lines, true),
        Command::Follow => follow(state),
        Command::Back | Command::Forward => {
            let forward = command == Command::Forward;
            let Some(mut effects) = go::back(state, forward) else {
                say(state, if forward { "nothing to go forward to" } else { "no jump to go back from" });
                return Vec::new();
            };
            for _ in 1..count {
                let Some(more) = go::back(state, forward) else { break };
                effects.extend(more);
            }
            return effects;
        }
        Command::NextPair => return pairs::walk(state, lines),
        Command::PreviousPair => return pairs::walk(state, -lines),
        Command::Swap => return pairs::swap(state),
        Command::MakeBase => {
            let base = reading.page.spread.columns.get(reading.column).map(|column| column.article);
            return base.map(|base| pairs::make_base(state, base)).unwrap_or_default();
        }
        Command::Fold => {
            if !reading.toggle_fold() {
                say(state, "nothing to fold here");
            }
        }
        Command::FoldAll if reading.page.spread.groups.is_empty() => say(state, "nothing to fold here"),
        Command::FoldAll => {
            let folded = reading.toggle_all_folds();
            say(state, if folded { "everything unchanged is folded" } else { "everything unchanged is open" });
        }
        Command::OnlyLeft => switches::alone(state, Side::Left),
        Command::OnlyRight => switches::alone(state, Side::Right),
        Command::Third => return switches::third(state),
        Command::Stacked => switches::stacked(state),
        Command::Clean => {
            reading.marking.clean = !reading.marking.clean;
            reading.relay();
        }
        Command::Minor => switches::minor(state),
        Command::Detail => state.panel = Some(Panel::Detail(Detail::default())),
        Command::Dock => dock::toggle(state),
        Command::Theme => switches::theme(state),
        Command::CopyPassage => return copy::passage(state, false),
        Command::CopyPair => return copy::passage(state, true),
        Command::Mouse => {
            state.look.mouse = !state.look.mouse;
            let what = if state.look.mouse {
                "the mouse scrolls, points and drags"
            } else {
                "the mouse is left to the terminal: it selects text"
            };
            say(state, what);
            return vec![Effect::Mouse(state.look.mouse)];
        }
        Command::Reload => return pairs::reload(state),
        Command::Cancel => return cancel(state),
        Command::Suspend => return vec![Effect::Suspend],
        Command::Redraw => return vec![Effect::Redraw],
        Command::Quit => state.quit = true,
        _ => say(state, "not possible here"),
    }
    Vec::new()
}

/// What a command does while a panel is open; none where it means what it always means.
fn panel(state: &mut State, command: Command, count: usize) -> Option<Vec<Effect>> {
    let height = usize::from(state.areas().panel?.height).saturating_sub(1);
    if let Some(effects) = panels::command(state, command, count) {
        return Some(effects);
    }
    match &mut state.panel {
        Some(Panel::Detail(detail)) => {
            let most = detail.lines.len().saturating_sub(height);
            let by = |lines: usize, detail: &mut Detail| detail.top = (detail.top + lines).min(most);
            match command {
                Command::Down => by(count, detail),
                Command::HalfDown => by(height / 2 * count, detail),
                Command::PageDown => by(height * count, detail),
                Command::Bottom => detail.top = most,
                Command::Up => detail.top = detail.top.saturating_sub(count),
                Command::HalfUp => detail.top = detail.top.saturating_sub(height / 2 * count),
                Command::PageUp => detail.top = detail.top.saturating_sub(height * count),
                Command::Top => detail.top = 0,
                Command::Cancel => state.panel = None,
                _ => return None,
            }
            Some(Vec::new())
        }
        _ => None,
    }
}

/// Says that something was done, or why it was not.
pub fn say(state: &mut State, text: &str) {
    state.message = Some(Message::Done(text.to_owned()));
}

/// Goes to the column `index`, or says that its article has nothing in this row.
fn to_column(state: &mut State, index: usize) {
    let reading = &mut state.reading;
    reading.go_to_column(index);
    let Some(column) = reading.page.spread.columns.get(index) else { return };
    let row = reading.page.spread.rows.get(reading.row());
    let is_empty = row.and_then(|row| row.cells.get(index)).is_none_or(|cell| cell.paragraphs.is_empty());
    if is_empty && reading.anchor.is_some_and(|anchor| anchor.article != column.article) {
        let label = &state.story.articles[column.article].label;
        let text = format!("{label} has no paragraph in this row");
        say(state, &text);
    }
}

/// Walks to another difference, or another finding.
fn step(state: &mut State, by: isize, findings: bool) {
    let reading = &mut state.reading;
    let stops = if findings { &reading.findings } else { &reading.stops };
    let none = stops.is_empty();
    match reading.stop_from_here(stops, by) {
        Some(stop) => reading.go_to_stop(stop),
        None if none && state.awaited().is_some() => say(state, "not compared yet"),
        None => {
            let what = match (state.reading.marking.kinds.is_on(), findings) {
                (true, _) => "difference of the kinds shown",
                (false, true) => "finding",
                (false, false) => "difference",
            };
            let text = match (none, by > 0) {
                (true, _) => state.alike().unwrap_or_else(|| format!("no {what}")),
                (false, true) => format!("the last {what}"),
                (false, false) => format!("the first {what}"),
            };
            say(state, &text);
        }
    }
}

/// Jumps to the counterpart of the passage under the cursor, wherever it stands.
fn follow(state: &mut State) {
    let here = state.reading.stood();
    // Whoever came here from a counterpart wants to go back to that, also where there are several.
    if let Some((from, to)) = state.reading.followed
        && state.reading.anchor == Some(to)
        && state.reading.pair == from.pair
    {
        go::stand(state, from);
        state.reading.came_from(here);
        state.reading.followed = here.map(|here| (here, from.anchor));
        return;
    }
    let Some((article, sentence)) = state.reading.passage() else { return say(state, "no passage here") };
    let Some(against) = state.speaking(article, sentence) else { return say(state, "not compared yet") };
    let first = against.link(sentence).and_then(|link| link.on(against.side.other()).first().copied());
    let Some(first) = first else {
        let other = &state.story.articles[against.other()].label;
        let why = match against.standing(sentence) {
            Standing::Furniture { .. } => {
                format!("part of the page, not of the telling: it has no counterpart in {other}")
            }
            _ if matches!(state.panel, Some(Panel::Detail(_))) => format!("no counterpart found in {other}"),
            _ => {
                let key = state.look.keymap.shown_key(View::Read, Command::Detail);
                format!("no counterpart found in {other}: {key} says what was searched")
            }
        };
        return say(state, &why);
    };
    let other = against.other();
    let anchor = Anchor { article: other, offset: state.story.articles[other].sentence(first).start };
    if !state.reading.go_to(anchor) {
        // One article alone is shown: the counterpart stands in the other.
        let place = if state.reading.only == Some(Side::Left) { Side::Right } else { Side::Left };
        state.reading.only = Some(place);
        show(state);
        state.reading.go_to(anchor);
    }
    state.reading.came_from(here);
    state.reading.followed = here.zip(state.reading.anchor);
}

/// Closes what is open, stops what is going on.
fn cancel(state: &mut State) -> Vec<Effect> {
    if state.panel.take().is_some() {
        return Vec::new();
    }
    if state.work.query.is_some() {
        search::end(state);
        say(state, "stopped: nothing is searched for");
        return search::stop(state);
    }
    if state.awaited().is_some() {
        return pairs::stop(state);
    }
    if !search::end(state) {
        state.message = None;
        if state.reading.marking.kinds.is_on() {
            switches::kinds(state, Kinds::default());
        }
    }
    Vec::new()
}
