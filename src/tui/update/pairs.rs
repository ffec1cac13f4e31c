//! Which two articles are shown, and what has been compared.

use std::sync::Arc;

use super::show;
use crate::{
    page::Compared,
    story::{ArticleId, PairId, Story},
    tui::{
        action::Effect,
        command::Command,
        keymap::View,
        state::{Message, Panel, State, Work, in_order},
    },
};

/// What it takes to show the pair of the reading: nothing if it is compared, else its comparison.
pub fn want(state: &mut State) -> Vec<Effect> {
    let pair = in_order(state.reading.pair);
    if state.compared.contains_key(&pair) || state.story.articles.len() < 2 {
        return Vec::new();
    }
    state.work.pairs.insert(pair);
    vec![Effect::Compare(Arc::clone(&state.story), pair)]
}

/// What it takes to show the third article beside the two: nothing if there is none or it is compared.
pub fn want_beside(state: &mut State) -> Vec<Effect> {
    let PairId { left, .. } = state.reading.pair;
    let beside = state.reading.third.map(|right| in_order(PairId { left, right }));
    let missing = beside.filter(|pair| !state.compared.contains_key(pair));
    ask(state, missing.into_iter().collect())
}

/// A pair was compared. What belongs to a story that was opened since is the sign to show that story.
pub fn compared(state: &mut State, story: &Arc<Story>, compared: Compared) -> Vec<Effect> {
    let (mut sought, mut told) = (None, None);
    let swapped = state.work.incoming.as_ref().is_some_and(|incoming| Arc::ptr_eq(incoming, story));
    if swapped {
        state.story = Arc::clone(story);
        sought = state.work.query.take().map(|query| (query, state.work.keep));
        told = state.work.told.take();
        state.work = Work { writing: state.work.writing, changed: state.work.changed.take(), ..Work::default() };
        state.compared.clear();
        state.speakers = None;
        for panel in state.panel.iter_mut().chain(&mut state.beneath) {
            if let Panel::Sources(sources) = panel {
                sources.forget();
            }
        }
    } else if !Arc::ptr_eq(story, &state.story) {
        return Vec::new();
    }
    let pair = compared.pair();
    let shown = pair == in_order(state.reading.pair);
    state.work.pairs.remove(&pair);
    state.compared.insert(pair, compared);
    if swapped {
        // What was found in the old texts stands elsewhere in the new ones.
        let searched = super::search::again(state, sought);
        show(state);
        super::resume(state);
        if state.message.is_none() {
            state.message = told.map(Message::Done);
        }
        let typing = matches!(state.panel, Some(Panel::Search(_)));
        // The line in which a search is typed asks for it itself; and the reader may have turned to another pair meanwhile.
        let searched = if typing { Vec::new() } else { searched };
        // What is asked for last is done first.
        let (before, after) = if shown { (background(state), Vec::new()) } else { (Vec::new(), want(state)) };
        return before.into_iter().chain(wanted(state)).chain(after).chain(searched).collect();
    }
    if shown {
        show(state);
        super::resume(state);
    } else if state.beside().is_some_and(|beside| beside.pair() == pair) {
        show(state);
    }
    background(state)
}

/// The comparison of the next pair that is not compared yet, behind the screen.
fn background(state: &State) -> Vec<Effect> {
    // A pair of long articles is compared only when it is asked for: it takes memory as well as time.
    let long = state.story.articles.iter().any(|(_, article)| article.text.len() > LONG);
    let next = state.pairs.iter().map(|pair| in_order(*pair)).find(|pair| !state.compared.contains_key(pair));
    let next = next.filter(|_| !long && state.work.incoming.is_none());
    next.into_iter().map(|pair| Effect::Compare(Arc::clone(&state.story), pair)).collect()
}

/// Bytes of an article from which on its pairs are compared only when asked for.
const LONG: usize = 1_000_000;

/// The story was opened whole, or again: its comparison is awaited before it is shown.
pub fn opened(state: &mut State, story: Arc<Story>) -> Vec<Effect> {
    let pair = in_order(state.reading.pair);
    let reread = std::mem::take(&mut state.work.reading);
    if story.articles.len() != state.story.articles.len() {
        state.message = Some(Message::Failed("the articles are not as many as before; start again to see them".into()));
        return Vec::new();
    }
    let changed = state.work.changed.take().filter(|_| !reread);
    let told = (reread && !state.shows_beginning()).then(|| what_changed(&state.story, &story));
    let Work { writing, query, keep, searched, .. } = std::mem::take(&mut state.work);
    let incoming = Some(Arc::clone(&story));
    state.work = Work { writing, changed, incoming, query, keep, searched, told, ..Work::default() };
    vec![Effect::Stop, Effect::Compare(story, pair)]
}

/// Which articles of `new` are others than in `old`, in a sentence.
fn what_changed(old: &Story, new: &Story) -> String {
    let both = old.articles.iter().zip(new.articles.iter());
    let changed: Vec<&str> = both
        .filter(|((_, before), (_, after))| before.text != after.text)
        .map(|(_, (_, after))| after.label.as_str())
        .collect();
    match changed.split_last() {
        None => "read again: nothing has changed".to_owned(),
        Some((one, [])) => format!("read again: {one} has changed"),
        Some((last, others)) => format!("read again: {} and {last} have changed", others.join(", ")),
    }
}

/// Stops what the reader waits for, and says what is shown now and which key goes on.
pub fn stop(state: &mut State) -> Vec<Effect> {
    if state.awaited().is_none() {
        return Vec::new();
    }
    if state.work.writing {
        // Says itself that nothing was written.
        return vec![Effect::StopWriting];
    }
    let key = state.look.keymap.shown_key(View::Read, Command::Reload);
    let text = if state.work.reading {
        format!("stopped: this is what was read before; {key} reads the files again")
    } else if state.shows_beginning() {
        format!("stopped: only the beginning is shown; {key} compares the whole")
    } else if state.work.incoming.is_some() {
        format!("stopped: this is what was shown before; {key} goes on")
    } else if state.shown().is_none() {
        format!("stopped: these two are not compared; {key} compares them")
    } else {
        format!("stopped: what was compared stays; {key} goes on")
    };
    state.work.stop();
    state.message = Some(Message::Done(text));
    vec![Effect::Stop]
}

/// Goes on with what the reader stopped, or else reads the articles again.
pub fn reload(state: &mut State) -> Vec<Effect> {
    if let Some(story) = state.work.put_off.take() {
        return opened(state, story);
    }
    let PairId { left, .. } = state.reading.pair;
    let beside = state.reading.third.map(|right| in_order(PairId { left, right }));
    let missing: Vec<PairId> = [Some(in_order(state.reading.pair)), beside]
        .into_iter()
        .flatten()
        .filter(|pair| !state.compared.contains_key(pair))
        .collect();
    if !missing.is_empty() && state.work.pairs.is_empty() {
        return ask(state, missing);
    }
    state.work.reading = true;
    vec![Effect::Reopen]
}

/// What it takes to fill the panel that is open: the pairs with the base, or the speakers.
pub fn wanted(state: &mut State) -> Vec<Effect> {
    super::panels::fill(state);
    match &state.panel {
        Some(Panel::Story(table)) => {
            let pairs = table.wanted();
            ask(state, pairs)
        }
        // While nothing is typed, the texts are folded for what will be.
        Some(Panel::Search(search)) if search.query().text.is_empty() => {
            let spread = Arc::clone(&state.reading.page.spread);
            vec![Effect::Search(Arc::clone(&state.story), search.query(), spread)]
        }
        Some(Panel::Search(_)) => super::search::ask(state),
        Some(Panel::Sources(_)) if state.speakers.is_none() => {
            state.work.counting = true;
            vec![Effect::Count(Arc::clone(&state.story))]
        }
        _ => Vec::new(),
    }
}

/// Asks for `pairs`, for which the reader waits from now on.
pub fn ask(state: &mut State, pairs: Vec<PairId>) -> Vec<Effect> {
    state.work.pairs.extend(pairs.iter().copied());
    pairs.into_iter().map(|pair| Effect::Compare(Arc::clone(&state.story), pair)).collect()
}

/// Shows the pair `pair`, the base left, at the place where the reader is.
pub fn turn_to(state: &mut State, pair: PairId) -> Vec<Effect> {
    if pair == state.reading.pair {
        return Vec::new();
    }
    if state.reading.third.take().is_some() {
        let key = state.look.keymap.shown_key(View::Read, Command::Third);
        let text = format!("two articles side by side again; {key} sets a third beside them");
        state.message = Some(Message::Done(text));
    }
    state.reading.pair = pair;
    state.base = pair.left;
    show(state);
    want(state)
}

/// Exchanges the two sides. Who reads one article alone goes on with it, held against the other as the base.
pub fn swap(state: &mut State) -> Vec<Effect> {
    let PairId { left, right } = state.reading.pair;
    let label = |id: ArticleId| state.story.articles.get(id).map_or("", |article| article.label.as_str());
    let mut text = format!("{} is the base now, {} the other", label(right), label(left));
    if let Some(only) = state.reading.only {
        state.reading.only = Some(only.other());
        text.push_str("; what is read stays");
    }
    let effects = turn_to(state, PairId { left: right, right: left });
    state.message = Some(Message::Done(text));
    effects
}

/// Walks `by` pairs on, round and round. The base that the reader chose is the base of every pair that has it.
pub fn walk(state: &mut State, by: isize) -> Vec<Effect> {
    let here = number(state).unwrap_or(0);
    let count = state.pairs.len().max(1).cast_signed();
    let next = (here.cast_signed() + by).rem_euclid(count).cast_unsigned();
    let Some(pair) = state.pairs.get(next).copied() else { return Vec::new() };
    let base = state.base;
    let pair = if pair.right == base { PairId { left: pair.right, right: pair.left } } else { pair };
    let from = state.reading.stood();
    let walked = &mut state.reading.walked;
    if walked.last().is_some_and(|(_, to)| Some(*to) != from) {
        walked.clear();
    }
    // Whoever did nothing but walk finds the place again that was left.
    if let Some(at) = walked.iter().position(|(begun, _)| in_order(begun.pair) == in_order(pair)) {
        let begun = walked[at].0;
        walked.truncate(at);
        return super::go::stand(state, begun);
    }
    let effects = turn_to(state, pair);
    state.base = base;
    let reading = &mut state.reading;
    reading.walked.extend(from.zip(reading.stood()));
    effects
}

/// Where the pair shown stands among all pairs, counted from 0.
#[must_use]
pub fn number(state: &State) -> Option<usize> {
    let pair = in_order(state.reading.pair);
    state.pairs.iter().position(|other| in_order(*other) == pair)
}

/// Makes `base` the base: it stands left, and the pairs with it come first.
pub fn make_base(state: &mut State, base: ArticleId) -> Vec<Effect> {
    let left = state.reading.pair.left;
    let label = &state.story.articles[base].label;
    if base == left {
        state.message = Some(Message::Done(format!("{label} is the base already")));
        state.base = base;
        return Vec::new();
    }
    state.message = Some(Message::Done(format!("{label} is the base now")));
    state.pairs.sort_by_key(|pair| (pair.left != base && pair.right != base, in_order(*pair)));
    turn_to(state, PairId { left: base, right: left })
}
