//! Compares pairs behind the screen, the pair asked for last first, one at a time.

use std::{
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread,
};

use crate::{
    compare::Groundwork,
    comparison::{PairComparison, Settings},
    lexicon::Lexicon,
    page::Compared,
    story::{PairId, Story},
};

/// What is left to do.
#[derive(Default)]
struct Queue {
    pairs: Vec<(Arc<Story>, PairId)>,
}

/// A thread that compares.
pub struct Worker {
    queue: Arc<(Mutex<Queue>, Condvar)>,
}

/// Compares pairs of stories; what was found in each article alone is found once.
pub struct Comparing {
    settings: Settings,
    lexicon: Arc<Lexicon>,
    groundwork: Option<(Arc<Story>, Groundwork)>,
}

impl Comparing {
    /// Compares with `settings` and the word lists of `lexicon`.
    #[must_use]
    pub fn new(settings: Settings, lexicon: Arc<Lexicon>) -> Self {
        Self { settings, lexicon, groundwork: None }
    }

    /// Compares `pair` of `story`.
    pub fn compare(&mut self, story: &Arc<Story>, pair: PairId) -> Compared {
        let known = self.groundwork.take().filter(|(of, _)| Arc::ptr_eq(of, story));
        let groundwork = known.map_or_else(|| Groundwork::of(story, &self.lexicon), |(_, groundwork)| groundwork);
        let comparison = Arc::new(PairComparison::new(story, &groundwork, pair, &self.settings));
        self.groundwork = Some((Arc::clone(story), groundwork));
        Compared::new(story, comparison)
    }
}

impl Worker {
    /// Starts the thread; what it has compared goes to `done`.
    pub fn start(mut comparing: Comparing, done: impl Fn(Arc<Story>, Compared) + Send + 'static) -> Self {
        let queue = Arc::new((Mutex::new(Queue::default()), Condvar::new()));
        let shared = Arc::clone(&queue);
        thread::spawn(move || {
            loop {
                let (lock, wake) = &*shared;
                let mut queue = lock.lock().unwrap_or_else(PoisonError::into_inner);
                let (story, pair) = loop {
                    if let Some(next) = queue.pairs.pop() {
                        break next;
                    }
                    queue = wake.wait(queue).unwrap_or_else(PoisonError::into_inner);
                };
                drop(queue);
                let compared = comparing.compare(&story, pair);
                done(story, compared);
            }
        });
        Self { queue }
    }

    /// Compares `pair` of `story` next.
    pub fn compare(&self, story: Arc<Story>, pair: PairId) {
        let (lock, wake) = &*self.queue;
        let mut queue = lock.lock().unwrap_or_else(PoisonError::into_inner);
        queue.pairs.retain(|(_, other)| *other != pair);
        queue.pairs.push((story, pair));
        wake.notify_one();
    }

    /// Forgets what was asked for and not begun.
    pub fn forget(&self) {
        self.queue.0.lock().unwrap_or_else(PoisonError::into_inner).pairs.clear();
    }
}
