//! What keys, typed letters and clicks do to the panels, and what panels ask for.

use std::sync::Arc;

use super::{command, copy, pairs};
use crate::{
    story::{ArticleId, PairId, Side},
    tui::{
        action::Effect,
        clipboard,
        command::Command,
        key::Key,
        panel::{
            Outcome,
            export::ExportLine,
            help::Help,
            list::{List, Listed, kinds},
            palette::Palette,
            picker::{Picker, share},
            search::SearchLine,
            sources::Sources,
            table::Table,
        },
        prompt::{self, Prompt},
        search::{Query, Searchable},
        state::{Anchor, Area, Message, Panel, Reading, Searching, ShownDifference, State, in_order},
    },
};

/// Opens the panel of `command`; gives what it takes to fill it, or none when `command` is not about a panel.
pub fn open(state: &mut State, command: Command) -> Option<Vec<Effect>> {
    let pair = state.reading.pair;
    let label = |id: ArticleId| state.story.articles.get(id).map_or("", |article| article.label.as_str());
    let panel = match command {
        Command::Help => Panel::Help(Help::new(state.view())),
        Command::Palette => Panel::Palette(Palette::new(state.view())),
        Command::PickPair => Panel::Picker(Picker::new(pair)),
        Command::Export => Panel::Export(ExportLine::new(pair, [label(pair.left), label(pair.right)])),
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
        Command::Search => {
            let searchable = state.searchable.get_or_insert_with(|| Arc::new(Searchable::new(&state.story)));
            let before =
                Query { text: String::new(), regex: state.searching.as_ref().is_some_and(|on| on.query.regex) };
            Panel::Search(SearchLine::new(Arc::clone(searchable), before))
        }
        Command::Story => {
            let column = state.reading.page.spread.columns.get(state.reading.column);
            Panel::Story(Box::new(Table::new(pair.left, column.map_or(pair.left, |column| column.article))))
        }
        Command::Sources => Panel::Sources(Sources::default()),
        _ => return None,
    };
    state.panel = Some(panel);
    Some(pairs::wanted(state))
}

/// Brings the panels that are made from what is compared up to date.
pub fn fill(state: &mut State) {
    let shown = state.shown().map(|compared| Arc::clone(&compared.comparison));
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
        Panel::Sources(sources) => sources.apply(command, count, height),
        Panel::Export(export) => export.apply(command),
        Panel::Search(search) => search.apply(command),
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
fn settle(state: &mut State, panel: Panel, outcome: Outcome) -> Vec<Effect> {
    match outcome {
        Outcome::Stay => state.panel = Some(panel),
        Outcome::Close => {
            if let Panel::Search(_) = panel {
                end_search(state);
            }
        }
        Outcome::Search => {
            state.panel = Some(panel);
            look(state);
        }
        Outcome::Do(Command::Accept) => keep_search(state),
        Outcome::Do(command) => return command::command(state, command, 1),
        Outcome::Paragraph(number) => to_paragraph(state, number),
        Outcome::Pair(pair) => return pairs::turn_to(state, pair),
        Outcome::Base(base) => {
            state.panel = Some(panel);
            let effects = pairs::make_base(state, base);
            return effects.into_iter().chain(pairs::wanted(state)).collect();
        }
        Outcome::Difference(index) => to_difference(state, index),
        Outcome::Passage(anchor) => return to_passage(state, anchor),
        Outcome::Row(pair, anchor) => {
            let effects = pairs::turn_to(state, pair);
            return effects.into_iter().chain(to_passage(state, anchor)).collect();
        }
        Outcome::Copy(passages) => {
            state.panel = Some(panel);
            let articles = &state.story.articles;
            let passages: Vec<_> = passages.into_iter().map(|(id, sentences)| (&articles[id], sentences)).collect();
            return copy::send(state, clipboard::with_sources(&passages));
        }
        Outcome::CopyLine(text, article) => {
            state.panel = Some(panel);
            let article = article.and_then(|id| state.story.articles.get(id));
            return copy::send(state, clipboard::line(&text, article));
        }
        Outcome::Export(request) => {
            state.panel = Some(panel);
            if state.work.writing {
                return Vec::new();
            }
            state.work.writing = true;
            return vec![Effect::Export(request)];
        }
    }
    Vec::new()
}

/// A key in a panel where a line is typed, that is no command.
pub fn typed(state: &mut State, key: Key) -> Vec<Effect> {
    if let Some(Panel::Export(export)) = &mut state.panel
        && export.is_asking()
    {
        let outcome = export.answer(key.letter().unwrap_or('n'));
        return state.panel.take().map(|panel| settle(state, panel, outcome)).unwrap_or_default();
    }
    let Some(prompt) = prompt_of(state) else { return Vec::new() };
    match (prompt::edit(key), key.letter()) {
        (Some(edit), _) => prompt.edit(edit),
        (None, Some(letter)) => prompt.insert(letter.encode_utf8(&mut [0; 4])),
        (None, None) => return Vec::new(),
    }
    changed(state);
    Vec::new()
}

/// Text was pasted.
pub fn paste(state: &mut State, text: &str) {
    if let Some(prompt) = prompt_of(state) {
        prompt.insert(text);
        changed(state);
    }
}

fn prompt_of(state: &mut State) -> Option<&mut Prompt> {
    match state.panel.as_mut()? {
        Panel::Search(search) => Some(&mut search.prompt),
        Panel::Palette(palette) => Some(&mut palette.prompt),
        Panel::Export(export) => Some(&mut export.prompt),
        Panel::Detail(_) | Panel::Help(_) | Panel::Picker(_) | Panel::List(_) | Panel::Story(_) | Panel::Sources(_) => {
            None
        }
    }
}

fn changed(state: &mut State) {
    match &mut state.panel {
        Some(Panel::Palette(palette)) => palette.typed(),
        Some(Panel::Search(search)) => {
            search.typed();
            look(state);
        }
        _ => {}
    }
}

/// Marks what the search that is typed has found so far.
fn look(state: &mut State) {
    if let Some(Panel::Search(search)) = &state.panel {
        let mut searching = Searching::new(search.query(), search.found.clone());
        searching.mark(&mut state.reading);
        state.searching = Some(searching);
    }
}

/// The typed search is kept: goes to its first place from here.
fn keep_search(state: &mut State) {
    let Some(searching) = &state.searching else { return };
    if searching.found.total() == 0 {
        let text = searching.found.fault.clone().unwrap_or_else(|| format!("“{}” is not found", searching.query.text));
        end_search(state);
        state.message = Some(Message::Failed(text));
    } else {
        step(state, 1);
    }
}

/// Ends the search; says whether there was one.
pub fn end_search(state: &mut State) -> bool {
    let was = state.searching.take().is_some();
    if was {
        state.reading.page.hits = Arc::default();
        state.reading.relay();
    }
    was
}

/// Walks `by` places of the search on.
pub fn step(state: &mut State, by: isize) {
    let Some(searching) = &state.searching else { return };
    let Some(stop) = state.reading.stop_from_here(&searching.stops, by) else {
        let text = match (searching.stops.is_empty(), by > 0) {
            (true, _) => "not in these articles; p chooses others",
            (false, true) => "the last place found",
            (false, false) => "the first place found",
        };
        say(state, text);
        return;
    };
    open_fold(state, stop.row);
    state.reading.go_to_stop(stop);
}

/// Opens the fold that hides `row`, if one does.
fn open_fold(state: &mut State, row: usize) {
    let folded = state.reading.page.spread.group_of(row).filter(|group| state.reading.page.is_folded(*group));
    if let Some(group) = folded {
        state.reading.page.set_folded(group, false);
        state.reading.relay();
    }
}

fn to_paragraph(state: &mut State, number: usize) {
    let Some((article, _, of)) = state.reading.paragraph() else { return };
    let id = number.clamp(1, of.max(1)) - 1;
    let offset = state.story.articles[article].paragraphs.get(id).map(|paragraph| paragraph.start);
    if let Some(offset) = offset {
        state.reading.jump(Anchor { article, offset });
    }
}

/// Goes to the passage, in the pair that is shown or in one of the base that shows it.
fn to_passage(state: &mut State, anchor: Anchor) -> Vec<Effect> {
    let PairId { left, right } = state.reading.pair;
    let mut effects = Vec::new();
    if anchor.article != left && anchor.article != right && state.reading.third != Some(anchor.article) {
        effects = pairs::turn_to(state, PairId { left, right: anchor.article });
    }
    if state.reading.page.spread.column_of(anchor.article).is_none() {
        // One article alone is shown, and not this one.
        state.reading.only = None;
        super::show(state);
    }
    if state.reading.jump(anchor) {
        open_fold(state, state.reading.row());
    }
    effects
}

/// Goes to a difference, an index into those of the articles shown.
pub fn to_difference(state: &mut State, index: usize) {
    let reading = &mut state.reading;
    let Some(ShownDifference { at, .. }) = reading.differences.get(index).copied() else { return };
    reading.jump(Anchor { article: reading.page.spread.columns[at.column].article, offset: at.offset });
    open_fold(state, at.row);
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
        state.panel = None;
    }
}

/// A click at row `y` of the panel in `area`: chooses the line there.
pub fn press(state: &mut State, area: Area, y: u16) {
    let (row, width, height) = (usize::from(y - area.y), usize::from(area.width), usize::from(area.height));
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
}

impl State {
    /// What the list of differences shows, once the articles shown are compared.
    #[must_use]
    pub fn listed(&self) -> Option<Listed<'_>> {
        let Reading { page, differences, marking, .. } = &self.reading;
        (!page.spread.comparisons().is_empty()).then_some(Listed {
            spread: &page.spread,
            differences,
            kinds: marking.kinds,
        })
    }

    /// What part of each article has a counterpart in the base, where that is known.
    #[must_use]
    pub fn shares(&self) -> Vec<Option<f32>> {
        let base = self.reading.pair.left;
        let of = |article: ArticleId| {
            let pair = in_order(PairId { left: base, right: article });
            let compared = self.compared.get(&pair)?;
            let side = if pair.left == article { Side::Left } else { Side::Right };
            Some(share(&compared.comparison, side))
        };
        (0..self.story.articles.len()).map(|index| of(ArticleId::new(index))).collect()
    }
}
