//! Compares pairs and counts speakers behind the screen, what was asked for last first, one at a time. May be asked how far it is,
//! and to stop: what it is doing then ends within some hundredths of a second and is thrown away.

use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
};

use super::panel::sources::Speakers;
use crate::{
    compare::{self, Groundwork},
    comparison::PairComparison,
    lexicon::Lexicon,
    page::Compared,
    progress::{Progress, Reached, Stage},
    story::{PairId, Story},
};

/// What is left to do.
#[derive(Default)]
struct Queue {
    tasks: Vec<Task>,
    /// What is being done, until it is done.
    doing: Option<(Task, Progress)>,
}

/// Something to do.
#[derive(Clone)]
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
    lexicon: Arc<Lexicon>,
    groundwork: Option<(Arc<Story>, Arc<Groundwork>)>,
}

impl Comparing {
    /// Compares with the word lists of `lexicon`.
    #[must_use]
    pub fn new(lexicon: Arc<Lexicon>) -> Self {
        Self { lexicon, groundwork: None }
    }

    /// Compares `pair` of `story`; none when nobody waits for it any more.
    pub fn compare(&mut self, story: &Arc<Story>, pair: PairId, progress: &Progress) -> Option<Compared> {
        let groundwork = self.groundwork(story, progress)?;
        let comparison = PairComparison::watched(story, &groundwork, pair, progress);
        if progress.is_stopped() {
            return None;
        }
        progress.enter(Stage::Marks);
        let compared = Compared::new(story, Arc::new(comparison));
        (!progress.is_stopped()).then_some(compared)
    }

    /// Counts the speakers of `story`; none when nobody waits for it any more.
    pub fn count(&mut self, story: &Arc<Story>, progress: &Progress) -> Option<Arc<Speakers>> {
        let groundwork = self.groundwork(story, progress)?;
        Some(Arc::new(Speakers { rows: compare::sources(story, &groundwork), groundwork }))
    }

    fn groundwork(&mut self, story: &Arc<Story>, progress: &Progress) -> Option<Arc<Groundwork>> {
        let known = self.groundwork.take().filter(|(of, _)| Arc::ptr_eq(of, story));
        let groundwork = match known {
            Some((_, groundwork)) => groundwork,
            None => Arc::new(Groundwork::watched(story, &self.lexicon, progress)),
        };
        if progress.is_stopped() {
            return None;
        }
        self.groundwork = Some((Arc::clone(story), Arc::clone(&groundwork)));
        Some(groundwork)
    }
}

impl Worker {
    /// Starts the thread; what it has compared goes to `done`.
    pub fn start(mut comparing: Comparing, done: impl Fn(Done) + Send + 'static) -> Self {
        let queue = Arc::new((Mutex::new(Queue::default()), Condvar::new()));
        let shared = Arc::clone(&queue);
        thread::spawn(move || {
            loop {
                let (task, progress) = next(&shared);
                let made = match task {
                    Task::Compare(story, pair) => {
                        comparing.compare(&story, pair, &progress).map(|compared| Done::Compared(story, compared))
                    }
                    Task::Count(story) => {
                        comparing.count(&story, &progress).map(|speakers| Done::Counted(story, speakers))
                    }
                };
                let mut queue = lock(&shared);
                queue.doing = None;
                // What was stopped in the last moment was put off or is not wanted.
                let made = made.filter(|_| !progress.is_stopped());
                drop(queue);
                if let Some(made) = made {
                    done(made);
                }
            }
        });
        Self { queue }
    }

    /// How far it is with what it is doing; none when it rests.
    pub fn reached(&self) -> Option<Reached> {
        lock(&self.queue).doing.as_ref().map(|(_, progress)| progress.reached())
    }

    /// Compares `pair` of `story` next.
    pub fn compare(&self, story: Arc<Story>, pair: PairId) {
        self.next(Task::Compare(story, pair), |task| matches!(task, Task::Compare(_, other) if *other == pair));
    }

    /// Counts the speakers of `story` next.
    pub fn count(&self, story: Arc<Story>) {
        self.next(Task::Count(story), |task| matches!(task, Task::Count(_)));
    }

    /// Does `task` next, and no more those that it `replaces`. What is being done waits until then, and is begun again.
    fn next(&self, task: Task, replaces: impl Fn(&Task) -> bool) {
        let mut queue = lock(&self.queue);
        if queue.doing.as_ref().is_some_and(|(doing, progress)| same(doing, &task) && !progress.is_stopped()) {
            return;
        }
        queue.tasks.retain(|task| !replaces(task));
        let put_off = queue.doing.as_ref().filter(|(_, progress)| !progress.is_stopped()).map(|(doing, progress)| {
            progress.stop();
            doing.clone()
        });
        queue.tasks.extend(put_off.filter(|doing| !replaces(doing)));
        queue.tasks.push(task);
        self.queue.1.notify_one();
    }

    /// Stops what it is doing, and forgets what else was asked for.
    pub fn stop(&self) {
        let mut queue = lock(&self.queue);
        queue.tasks.clear();
        if let Some((_, progress)) = &queue.doing {
            progress.stop();
        }
    }
}

/// Waits for something to do.
fn next(shared: &(Mutex<Queue>, Condvar)) -> (Task, Progress) {
    let mut queue = lock(shared);
    loop {
        if let Some(task) = queue.tasks.pop() {
            let progress = Progress::watched();
            queue.doing = Some((task.clone(), progress.clone()));
            return (task, progress);
        }
        queue = shared.1.wait(queue).unwrap_or_else(PoisonError::into_inner);
    }
}

fn lock(shared: &(Mutex<Queue>, Condvar)) -> MutexGuard<'_, Queue> {
    shared.0.lock().unwrap_or_else(PoisonError::into_inner)
}

fn same(a: &Task, b: &Task) -> bool {
    match (a, b) {
        (Task::Compare(a, one), Task::Compare(b, other)) => Arc::ptr_eq(a, b) && one == other,
        (Task::Count(a), Task::Count(b)) => Arc::ptr_eq(a, b),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::sync::mpsc::channel;

    use super::*;
    use crate::intake;

    fn comparing() -> Comparing {
        Comparing::new(Arc::new(Lexicon::bundled()))
    }

    #[test]
    fn what_nobody_waits_for_is_not_shown_and_what_is_asked_for_next_is_whole() {
        let story = Arc::new(intake::sample());
        let pair = story.pairs().next().unwrap();
        let mut comparing = comparing();
        let progress = Progress::watched();
        progress.stop();
        assert!(comparing.compare(&story, pair, &progress).is_none());
        assert!(comparing.count(&story, &progress).is_none());
        let after = comparing.compare(&story, pair, &Progress::watched()).unwrap();
        let fresh = self::comparing().compare(&story, pair, &Progress::default()).unwrap();
        assert_eq!(after.comparison.findings, fresh.comparison.findings);
    }

    #[test]
    fn what_is_asked_for_last_comes_first_and_nothing_is_lost() {
        let story = Arc::new(intake::sample());
        let pairs: Vec<PairId> = story.pairs().collect();
        let (done, arrived) = channel();
        let worker = Worker::start(comparing(), move |made| {
            if let Done::Compared(_, compared) = made {
                done.send(compared.pair()).unwrap();
            }
        });
        for pair in &pairs {
            worker.compare(Arc::clone(&story), *pair);
        }
        let mut came: Vec<PairId> = pairs.iter().map(|_| arrived.recv().unwrap()).collect();
        came.sort();
        assert_eq!(came, pairs, "each pair comes, also one that was begun and put off");
    }
}
