//! Compares pairs and counts speakers behind the screen, what was asked for last first, one at a time.

use std::{
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread,
};

use super::panel::sources::Speakers;
use crate::{
    compare::{self, Groundwork},
    comparison::{PairComparison, Settings},
    lexicon::Lexicon,
    page::Compared,
    story::{PairId, Story},
};

/// What is left to do.
#[derive(Default)]
struct Queue {
    tasks: Vec<Task>,
}

/// Something to do.
enum Task {
    Compare(Arc<Story>, PairId),
    Count(Arc<Story>),
}

/// Something done.
pub enum Done {
    /// A pair of the story was compared.
    Compared(Arc<Story>, Compared),
    /// The speakers of the story were counted.
    Counted(Arc<Story>, Arc<Speakers>),
}

/// A thread that compares.
pub struct Worker {
    queue: Arc<(Mutex<Queue>, Condvar)>,
}

/// Compares pairs of stories; what was found in each article alone is found once.
pub struct Comparing {
    settings: Settings,
    lexicon: Arc<Lexicon>,
    groundwork: Option<(Arc<Story>, Arc<Groundwork>)>,
}

impl Comparing {
    /// Compares with `settings` and the word lists of `lexicon`.
    #[must_use]
    pub fn new(settings: Settings, lexicon: Arc<Lexicon>) -> Self {
        Self { settings, lexicon, groundwork: None }
    }

    /// Compares `pair` of `story`.
    pub fn compare(&mut self, story: &Arc<Story>, pair: PairId) -> Compared {
        let groundwork = self.groundwork(story);
        let comparison = Arc::new(PairComparison::new(story, &groundwork, pair, &self.settings));
        Compared::new(story, comparison)
    }

    /// Counts the speakers of `story`.
    pub fn count(&mut self, story: &Arc<Story>) -> Arc<Speakers> {
        let groundwork = self.groundwork(story);
        Arc::new(Speakers { rows: compare::sources(story, &groundwork), groundwork })
    }

    fn groundwork(&mut self, story: &Arc<Story>) -> Arc<Groundwork> {
        let known = self.groundwork.take().filter(|(of, _)| Arc::ptr_eq(of, story));
        let groundwork =
            known.map_or_else(|| Arc::new(Groundwork::of(story, &self.lexicon)), |(_, groundwork)| groundwork);
        self.groundwork = Some((Arc::clone(story), Arc::clone(&groundwork)));
        groundwork
    }
}

impl Worker {
    /// Starts the thread; what it has compared goes to `done`.
    pub fn start(mut comparing: Comparing, done: impl Fn(Done) + Send + 'static) -> Self {
        let queue = Arc::new((Mutex::new(Queue::default()), Condvar::new()));
        let shared = Arc::clone(&queue);
        thread::spawn(move || {
            loop {
                let (lock, wake) = &*shared;
                let mut queue = lock.lock().unwrap_or_else(PoisonError::into_inner);
                let task = loop {
                    if let Some(next) = queue.tasks.pop() {
                        break next;
                    }
                    queue = wake.wait(queue).unwrap_or_else(PoisonError::into_inner);
                };
                drop(queue);
                done(match task {
                    Task::Compare(story, pair) => {
                        let compared = comparing.compare(&story, pair);
                        Done::Compared(story, compared)
                    }
                    Task::Count(story) => {
                        let speakers = comparing.count(&story);
                        Done::Counted(story, speakers)
                    }
                });
            }
        });
        Self { queue }
    }

    /// Compares `pair` of `story` next.
    pub fn compare(&self, story: Arc<Story>, pair: PairId) {
        self.next(Task::Compare(story, pair), |task| matches!(task, Task::Compare(_, other) if *other == pair));
    }

    /// Counts the speakers of `story` next.
    pub fn count(&self, story: Arc<Story>) {
        self.next(Task::Count(story), |task| matches!(task, Task::Count(_)));
    }

    /// Does `task` next, and no more those that it `replaces`.
    fn next(&self, task: Task, replaces: impl Fn(&Task) -> bool) {
        let (lock, wake) = &*self.queue;
        let mut queue = lock.lock().unwrap_or_else(PoisonError::into_inner);
        queue.tasks.retain(|task| !replaces(task));
        queue.tasks.push(task);
        wake.notify_one();
    }

    /// Forgets what was asked for and not begun.
    pub fn forget(&self) {
        self.queue.0.lock().unwrap_or_else(PoisonError::into_inner).tasks.clear();
    }
}
