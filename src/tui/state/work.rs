//! What is being worked on behind the screen, as far as the reader waits for it.

use std::{collections::BTreeSet, sync::Arc};

use super::{State, in_order};
use crate::{
    progress::{Reached, Stage},
    story::{PairId, Story},
    tui::search::Query,
};

/// What is being worked on behind the screen, as far as the reader waits for it.
#[derive(Debug, Default)]
pub struct Work {
    /// Whether the articles are being read again.
    pub reading: bool,
    /// The story as it was opened again, or whole, while its comparison is awaited.
    pub incoming: Option<Arc<Story>>,
    /// The story whose comparison the reader stopped.
    pub put_off: Option<Arc<Story>>,
    /// The pairs that the reader waits for.
    pub pairs: BTreeSet<PairId>,
    /// Whether the speakers are being counted.
    pub counting: bool,
    /// What is being searched for.
    pub query: Option<Query>,
    /// Whether that search is to be kept when it is done: the reader has typed it to its end.
    pub keep: bool,
    /// How far the searcher is; none before it has taken a moment.
    pub searched: Option<Reached>,
    /// Whether a report is being written.
    pub writing: bool,
    /// What of the articles changed on disk since they were read, in a few words.
    pub changed: Option<String>,
    /// What is to be said of the articles that were read again, when they are shown.
    pub told: Option<String>,
    /// How far the worker is.
    pub reached: Option<Reached>,
}

impl Work {
    /// Nothing is waited for any more but a report; what was coming is put off.
    pub fn stop(&mut self) {
        let put_off = self.incoming.take().or(self.put_off.take());
        *self = Self { put_off, writing: self.writing, changed: self.changed.take(), ..Self::default() };
    }
}

impl State {
    /// What the reader waits for, in a few words with how far it is; none when that is nothing.
    #[must_use]
    pub fn awaited(&self) -> Option<String> {
        let work = &self.work;
        let what = if work.writing {
            return Some("writing the report".to_owned());
        } else if work.query.is_some()
            && let Some(reached) = work.searched
        {
            return Some(told("searching", Some(Reached { stage: Stage::Searching, ..reached })));
        } else if work.reading {
            return Some("reading the articles again".to_owned());
        } else if work.incoming.is_some() {
            "comparing the whole"
        } else if work.pairs.contains(&in_order(self.reading.pair)) {
            "comparing"
        } else if !work.pairs.is_empty() {
            "comparing the others"
        } else if work.counting {
            "counting speakers"
        } else {
            return None;
        };
        Some(told(what, work.reached))
    }

    /// The articles that are shown, whole.
    #[must_use]
    pub fn whole(&self) -> &Arc<Story> {
        let whole = self.work.incoming.as_ref().or(self.work.put_off.as_ref());
        whole.filter(|_| self.shows_beginning()).unwrap_or(&self.story)
    }

    /// Whether what is shown is only the beginning of long articles: the whole of them is still being compared, or the reader stopped that.
    #[must_use]
    pub fn shows_beginning(&self) -> bool {
        let bytes = |story: &Story| story.articles.iter().map(|(_, article)| article.text.len()).sum::<usize>();
        let whole = self.work.incoming.as_ref().or(self.work.put_off.as_ref());
        whole.is_some_and(|whole| bytes(whole) > 2 * bytes(&self.story))
    }

    /// Whether the reader waits for something, though it may be done before it is worth a word.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.work.query.is_some() || self.awaited().is_some()
    }
}

/// `what`, and how far it is.
fn told(what: &str, reached: Option<Reached>) -> String {
    match reached {
        Some(Reached { stage: Stage::Searching, percent: Some(percent) }) => format!("{what}: {percent} %"),
        Some(Reached { stage: Stage::Searching, percent: None }) | None => what.to_owned(),
        Some(Reached { stage, percent: Some(percent) }) => format!("{what}: {} {percent} %", stage.name()),
        Some(Reached { stage, percent: None }) => format!("{what}: {}", stage.name()),
    }
}
