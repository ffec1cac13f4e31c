//! The line that says where one is, and the keys that matter here.

use super::pen::Pen;
use crate::{
    page::{Arrangement, Glyphs, Kind, Kinds, Role, RowKind, Sign},
    story::Side,
    text::bidi::isolated,
    tui::{
        command::Command,
        fit::{self, Statement},
        hints,
        keymap::{Keymap, View},
        panel,
        state::{Area, State},
        update::pair_number,
    },
};

/// From this width on, in columns, there is room for what may be the beginning of a number.
const ROOMY: u16 = 80;

/// Draws where one is: pair, base, position, filters, what is hidden, in as many words as there is room for.
pub fn draw(pen: &mut Pen<'_>, state: &State, area: Area) {
    pen.fill(area, Role::Status);
    let glyphs = state.look.glyphs;
    let statements: Vec<Statement> = [work(state), place(state), view(state), hidden(state)].concat();
    // At the end, as in vim, so that what stands before it does not move.
    let times = if glyphs.is_ascii() { "x" } else { "×" };
    // One digit that acted as the key it is may be no number at all, and gives way where there is little room.
    let roomy = area.width >= ROOMY;
    let number = state.count.number().filter(|number| roomy || *number > 9 || !state.count.is_begun());
    let count = number.map(|count| format!(" {count}{times}")).unwrap_or_default();
    let end = area.x + area.width.saturating_sub(1);
    let border = end.saturating_sub(u16::try_from(count.chars().count()).unwrap_or(0));
    let width = usize::from(border.saturating_sub(area.x + 1));
    let text = fit::line(&statements, &format!(" {} ", glyphs.dot()), width, glyphs.ellipsis());
    pen.text(area.x + 1, area.y, border, &text, Role::Status);
    pen.text(border, area.y, end, &count, Role::Status);
}

/// What is going on.
fn work(state: &State) -> Vec<Statement> {
    let mut said = Vec::new();
    if let Some(changed) = &state.work.changed {
        let key = state.look.keymap.shown_key(View::Read, Command::Reload);
        said.push(Statement::new(99, [format!("{changed}; {key} reads it again"), changed.clone()]));
    }
    if state.work.put_off.is_some() && state.shows_beginning() {
        let key = state.look.keymap.shown_key(View::Read, Command::Reload);
        said.push(Statement::new(
            98,
            [format!("only the beginning; {key} compares the whole"), "only the beginning".to_owned()],
        ));
    }
    if let Some(work) = state.awaited() {
        let dots = state.look.glyphs.ellipsis();
        // The way out is said twice, so that it is left out only after the least of the rest.
        let stops = format!("{work}{dots} {} stops", state.look.keymap.shown_key(View::Read, Command::Cancel));
        said.push(Statement::new(100, [stops.clone(), stops, format!("{work}{dots}")]));
    }
    said
}

/// Which articles, and where in them.
fn place(state: &State) -> Vec<Statement> {
    let (reading, glyphs) = (&state.reading, state.look.glyphs);
    let label = |id| state.story.articles.get(id).map_or("", |article| article.label.as_str());
    let (left, right) = (label(reading.pair.left), label(reading.pair.right));
    let third = reading.third.map(|third| format!(", {}", label(third))).unwrap_or_default();
    let articles = format!("{left} {} {right}{third}", glyphs.versus());
    let number = format!("{}/{}", pair_number(state).map_or(0, |number| number + 1), state.pairs.len());
    let base = format!("base {left}");
    let dot = glyphs.dot();
    let which = match reading.only {
        None => [
            format!("{articles}, pair {number} {dot} {base}"),
            format!("{articles} {number} {dot} {base}"),
            format!("{base}: {articles} {number}"),
            format!("{base}: {articles}"),
        ],
        Some(side) => {
            let command = if side == Side::Right { Command::OnlyRight } else { Command::OnlyLeft };
            let keys = state.look.keymap.shown_keys(View::Read, command);
            let alone = format!("{} alone", label(reading.pair.on(side)));
            [
                format!("{alone} of {articles}, pair {number} {dot} {base}; {keys} shows both"),
                format!("{alone} of {articles} {number} {dot} {base}"),
                format!("{alone} of {articles} {dot} {base}"),
                if side == Side::Left { format!("{base} alone") } else { format!("{alone}, {base}") },
            ]
        }
    };
    let mut said = vec![Statement::new(90, which)];
    if let Some((article, paragraph, of)) = reading.paragraph() {
        said.push(Statement::new(
            95,
            [
                format!("{} {}{paragraph}/{of}", label(article), glyphs.paragraph()),
                format!("{} {}{paragraph}", label(article), glyphs.paragraph()),
            ],
        ));
    }
    if reading.page.spread.comparisons().is_empty() {
        return said;
    }
    let stops = format!("{}/{}", reading.stop_number(), reading.stops.len());
    let mut words = vec![format!("difference {stops}"), format!("diff {stops}"), stops];
    // While a search is on, `n` goes from hit to hit, and two bare numbers would be taken for one another.
    let weight = if state.searching.is_some() {
        words = vec![words.swap_remove(0), String::new()];
        10
    } else {
        85
    };
    said.push(Statement::new(weight, words));
    if !reading.findings.is_empty() {
        let (sign, count) = (glyphs.sign(Sign::Cue), reading.findings.len());
        let name = if count == 1 { "finding" } else { "findings" };
        said.push(Statement::new(20, [format!("{count} {name}"), format!("{sign} {count}"), String::new()]));
    }
    said
}

/// What is shown otherwise than usual.
fn view(state: &State) -> Vec<Statement> {
    let reading = &state.reading;
    let mut said = Vec::new();
    if let Some(searching) = &state.searching {
        let labels: Vec<&str> = state.story.articles.iter().map(|(_, article)| article.label.as_str()).collect();
        let searched = panel::search::Searched { labels: &labels, beginning: state.shows_beginning() };
        let found = panel::search::said(&searching.found, searched).swap_remove(0);
        let text = isolated(&searching.query.text);
        // While a search is on, `n` goes from hit to hit.
        let wordings = match reading.number_among(&searching.stops) {
            _ if searching.found.total() == 0 => [format!("/{text} ({found})"), format!("/{text}: {found}"), found],
            _ if searching.stops.is_empty() => {
                [format!("/{text}: none here ({found})"), format!("/{text}: none here"), "none here".to_owned()]
            }
            number => {
                let hits = format!("{number}/{}", searching.stops.len());
                [format!("/{text} {hits} ({found})"), format!("/{text} {hits}"), format!("hit {hits}")]
            }
        };
        said.push(Statement::new(98, wordings));
    }
    let kinds = reading.marking.kinds;
    if kinds.is_on() {
        let (only, others) = (format!("only: {}", kinds.said()), format!("{} others", reading.unchosen()));
        let keys = state.look.keymap.shown_keys(View::Read, Command::ShowAll);
        said.push(Statement::new(
            82,
            [
                format!("{only} ({others}; {keys} shows all)"),
                format!("{only} ({others})"),
                only,
                format!("only {}; {keys}: all", signs(kinds, state.look.glyphs)),
                format!("only {}", keys_of(kinds, &state.look.keymap)),
            ],
        ));
    }
    let of = |weight, full: &str, short: &str| Statement::new(weight, [full, short]);
    if reading.only.is_none() && reading.page.layout.arrangement == Arrangement::Stacked {
        said.push(of(30, "stacked", ""));
    }
    let notes = reading.page.spread.notes().len();
    if notes > 0 {
        let key = state.look.keymap.shown_key(View::Read, Command::Detail);
        let name = if notes == 1 { "note" } else { "notes" };
        said.push(Statement::new(75, [format!("{notes} {name}: {key}"), format!("{notes} {name}")]));
    }
    if reading.marking.clean {
        let keys = state.look.keymap.shown_keys(View::Read, Command::Clean);
        let fullest = format!("clean text; {keys} shows the marks");
        said.push(Statement::new(70, [fullest.as_str(), "clean text", "clean", ""]));
    }
    if reading.marking.minor {
        said.push(of(40, "typography shown", ""));
    }
    said
}

/// The kinds shown in as few columns as can be: the signs of passages, the names of findings.
fn signs(kinds: Kinds, glyphs: Glyphs) -> String {
    let shown = Kind::ALL.into_iter().filter(|kind| kinds.admits(*kind));
    let said = shown.map(|kind| if kind.sign() == Sign::Cue { kind.name() } else { glyphs.sign(kind.sign()) });
    said.collect::<Vec<_>>().join(" ")
}

/// The kinds shown by the keys that choose them, or how many they are where that would be longer.
fn keys_of(kinds: Kinds, keymap: &Keymap) -> String {
    const MOST: usize = 4;
    let shown = panel::list::kinds::KINDS.iter().filter(|(_, kind)| kinds.admits(*kind));
    let keys: Vec<String> = shown.map(|(command, _)| keymap.shown_key(View::List, *command)).collect();
    if keys.len() > MOST { format!("{} kinds", keys.len()) } else { keys.join(" ") }
}

/// How much is not shown, and of what.
fn hidden(state: &State) -> Vec<Statement> {
    let reading = &state.reading;
    let mut hidden = Vec::new();
    for (kind, name) in [(RowKind::Alike, "alike"), (RowKind::Furniture, "furniture")] {
        hidden.push((reading.page.hidden(kind), name));
    }
    if !reading.marking.minor {
        hidden.push((state.minor(), "typography"));
    }
    hidden.retain(|(count, _)| *count > 0);
    if hidden.is_empty() {
        return Vec::new();
    }
    let each: Vec<String> = hidden.iter().map(|(count, name)| format!("{count} {name}")).collect();
    let sum: usize = hidden.iter().map(|(count, _)| count).sum();
    vec![Statement::new(96, [format!("hidden: {}", each.join(", ")), format!("{sum} hidden")])]
}

/// Draws the keys that matter here.
pub fn hints(pen: &mut Pen<'_>, state: &State, area: Area) {
    pen.fill(area, Role::Hint);
    let end = area.x + area.width;
    for hint in hints::hints(state, area) {
        let x = pen.text(hint.x, area.y, end, &hint.key, Role::Key) + 1;
        pen.text(x, area.y, end, &hint.word, Role::Hint);
    }
}
