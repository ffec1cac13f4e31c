//! Searches behind the screen, in a thread of its own: a search waits for no comparison. What was asked for last is what is looked
//! for; the articles are folded once for each story. May be asked how far it is, and to stop.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
};

use super::{
    search::{Found, Query, Searchable},
    state::Walk,
};
use crate::{
    page::Spread,
    progress::{Progress, Reached},
    story::Story,
};

/// What is looked for, and in what; and where the places are shown.
type Asked = (Arc<Story>, Query, Arc<Spread>);

#[derive(Default)]
struct Desk {
    /// What to look for next.
    next: Option<Asked>,
    /// The articles that are being folded: of use to the next search, too.
    folding: Progress,
    /// The search that is under way: of no use once another is asked for.
    finding: Progress,
    /// Whether anything is under way.
    busy: bool,
}

/// A thread that searches.
pub struct Searcher {
    desk: Arc<(Mutex<Desk>, Condvar)>,
}

impl Searcher {
    /// Starts the thread; what it finds goes to `done`.
    pub fn start(done: impl Fn(Arc<Story>, Query, Found, Walk) + Send + 'static) -> Self {
        let desk = Arc::new((Mutex::new(Desk::default()), Condvar::new()));
        let shared = Arc::clone(&desk);
        thread::spawn(move || {
            let mut folded: Option<(Arc<Story>, Searchable)> = None;
            loop {
                let ((story, query, spread), folding, finding) = next(&shared);
                let known = folded.take().filter(|(of, _)| Arc::ptr_eq(of, &story));
                let (_, searchable) =
                    folded.insert(known.unwrap_or_else(|| (Arc::clone(&story), Searchable::watched(&story, &folding))));
                let found = searchable.find(&query, &finding);
                if folding.is_stopped() {
                    folded = None;
                } else if !finding.is_stopped() {
                    let walk = Walk::of(spread, &found);
                    done(story, query, found, walk);
                }
            }
        });
        Self { desk }
    }

    /// Looks for `query` in the articles of `story`, which `spread` shows, and for nothing that was asked for before.
    pub fn search(&self, story: Arc<Story>, query: Query, spread: Arc<Spread>) {
        let mut desk = lock(&self.desk);
        desk.finding.stop();
        desk.next = Some((story, query, spread));
        self.desk.1.notify_one();
    }

    /// Stops searching.
    pub fn stop(&self) {
        let mut desk = lock(&self.desk);
        desk.next = None;
        desk.folding.stop();
        desk.finding.stop();
    }

    /// How far it is with folding the articles; none when it rests.
    pub fn reached(&self) -> Option<Reached> {
        let desk = lock(&self.desk);
        desk.busy.then(|| desk.folding.reached())
    }
}

/// Waits for something to look for.
fn next(shared: &(Mutex<Desk>, Condvar)) -> (Asked, Progress, Progress) {
    let mut desk = lock(shared);
    desk.busy = false;
    loop {
        if let Some(asked) = desk.next.take() {
            desk.busy = true;
            desk.folding = Progress::watched();
            desk.finding = Progress::watched();
            return (asked, desk.folding.clone(), desk.finding.clone());
        }
        desk = shared.1.wait(desk).unwrap_or_else(PoisonError::into_inner);
    }
}

fn lock(shared: &(Mutex<Desk>, Condvar)) -> MutexGuard<'_, Desk> {
    shared.0.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;
    use crate::{intake, story::ArticleId};

    #[test]
    fn what_was_asked_for_last_is_found() {
        let story = Arc::new(intake::sample());
        let (send, arrived) = channel();
        let searcher = Searcher::start(move |_, query, found, _| {
            send.send((query.text, found.total())).unwrap();
        });
        let [a, b] = [0, 1].map(ArticleId::new);
        let spread = Arc::new(Spread::unaligned(Arc::clone(&story), a, b));
        for text in ["i", "ir", "ira", "iran"] {
            let query = Query { text: text.to_owned(), regex: false };
            searcher.search(Arc::clone(&story), query, Arc::clone(&spread));
        }
        let last = std::iter::repeat_with(|| arrived.recv().unwrap()).find(|(text, _)| text == "iran").unwrap();
        assert!(last.1 > 10, "{last:?}");
    }
}
