//! How far a long piece of work is, and whether anybody still waits for it. Handed down from whoever starts the work to the loops
//! that take long; they may be asked to go on counting and whether to stop. Holds no thread, no clock and no global: a
//! [`Progress`] nobody watches costs nothing and never stops.
//!
//! Work that is stopped does not fail. It ends early with something well-formed that is not whole, and whoever started it throws
//! that away, because [`Progress::is_stopped`] says so. The middle of the house stays total.

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU8, AtomicU32, Ordering},
};

/// What is being done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Files are read and divided into passages.
    #[default]
    Reading,
    /// Passages look for their counterparts.
    Aligning,
    /// The words of linked passages are compared.
    Words,
    /// Quotations, figures, names and cues are looked for.
    Findings,
    /// What was found is prepared to be shown.
    Marks,
    /// Texts are searched.
    Searching,
}

impl Stage {
    const ALL: [Self; 6] = [Self::Reading, Self::Aligning, Self::Words, Self::Findings, Self::Marks, Self::Searching];

    /// Its name, as a reader is told it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Aligning => "aligning",
            Self::Words => "words",
            Self::Findings => "findings",
            Self::Marks => "marks",
            Self::Searching => "searching",
        }
    }
}

/// A piece of work as it is watched; its clones are the same piece.
#[derive(Clone, Debug, Default)]
pub struct Progress(Option<Arc<Watched>>);

#[derive(Debug, Default)]
struct Watched {
    stopped: AtomicBool,
    stage: AtomicU8,
    /// Which part of the stage is done, from 0, and how many there are; 0 for one.
    part: AtomicU8,
    parts: AtomicU8,
    done: AtomicU32,
    of: AtomicU32,
}

/// How far a piece of work is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// What is being done.
    pub stage: Stage,
    /// How much of that stage is done, 0 to 100; none where that cannot be said.
    pub percent: Option<u8>,
}

impl Progress {
    /// A piece of work that may be watched and stopped.
    #[must_use]
    pub fn watched() -> Self {
        Self(Some(Arc::default()))
    }

    /// Nobody waits for it any more.
    pub fn stop(&self) {
        if let Some(watched) = &self.0 {
            watched.stopped.store(true, Ordering::Relaxed);
        }
    }

    /// Whether nobody waits for it any more; what is made from then on is thrown away.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.0.as_ref().is_some_and(|watched| watched.stopped.load(Ordering::Relaxed))
    }

    /// From now on `stage` is done.
    pub fn enter(&self, stage: Stage) {
        if let Some(watched) = &self.0 {
            watched.stage.store(stage as u8, Ordering::Relaxed);
            watched.parts.store(0, Ordering::Relaxed);
            watched.of.store(0, Ordering::Relaxed);
        }
    }

    /// What begins now is part `part` of the `parts` of the stage, counted from 0: they are told as one piece of work, however unequal they are.
    pub fn part(&self, part: u8, parts: u8) {
        if let Some(watched) = &self.0 {
            // One step, until it says how many it has.
            watched.done.store(0, Ordering::Relaxed);
            watched.of.store(1, Ordering::Relaxed);
            watched.part.store(part, Ordering::Relaxed);
            watched.parts.store(parts, Ordering::Relaxed);
        }
    }

    /// `items`, until nobody waits any more; counts them as the work of the stage.
    pub fn over<T>(&self, items: impl ExactSizeIterator<Item = T>) -> impl Iterator<Item = T> {
        self.begin(items.len());
        self.steps(items)
    }

    /// The stage has work in so many `steps`.
    pub fn begin(&self, steps: usize) {
        if let Some(watched) = self.0.as_deref() {
            watched.done.store(0, Ordering::Relaxed);
            watched.of.store(u32::try_from(steps).unwrap_or(u32::MAX), Ordering::Relaxed);
        }
    }

    /// `items`, some of the steps of a stage that has [begun](Self::begin), until nobody waits any more.
    pub fn steps<T>(&self, items: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
        let watched = self.0.as_deref();
        items.take_while(move |_| {
            watched.is_none_or(|watched| {
                watched.done.fetch_add(1, Ordering::Relaxed);
                !watched.stopped.load(Ordering::Relaxed)
            })
        })
    }

    /// So many `steps` of the stage are done. Says whether anybody waits for the next.
    pub fn advance(&self, steps: usize) -> bool {
        self.0.as_deref().is_none_or(|watched| {
            watched.done.fetch_add(u32::try_from(steps).unwrap_or(u32::MAX), Ordering::Relaxed);
            !watched.stopped.load(Ordering::Relaxed)
        })
    }

    /// How far it is.
    #[must_use]
    pub fn reached(&self) -> Reached {
        let Some(watched) = &self.0 else { return Reached::default() };
        let stage = Stage::ALL.get(usize::from(watched.stage.load(Ordering::Relaxed))).copied().unwrap_or_default();
        let (done, of) = (watched.done.load(Ordering::Relaxed), watched.of.load(Ordering::Relaxed));
        let (part, parts) = (watched.part.load(Ordering::Relaxed), watched.parts.load(Ordering::Relaxed));
        let (part, parts) = if parts == 0 { (0, 1) } else { (u64::from(part), u64::from(parts)) };
        let percent = (u64::from(done.min(of)) * 100).checked_div(u64::from(of));
        let percent = percent.map(|percent| (100 * part + percent) / parts);
        Reached { stage, percent: percent.and_then(|percent| u8::try_from(percent).ok()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loop_is_counted_and_ends_when_nobody_waits() {
        let progress = Progress::watched();
        progress.enter(Stage::Words);
        assert_eq!(progress.reached(), Reached { stage: Stage::Words, percent: None });
        let mut seen = Vec::new();
        for item in progress.over(0..200) {
            seen.push(item);
            if item == 99 {
                assert_eq!(progress.reached().percent, Some(50));
                progress.clone().stop();
            }
        }
        assert_eq!(seen.len(), 100, "the next item is not taken");
        assert!(progress.is_stopped());
    }

    #[test]
    fn the_parts_of_a_stage_are_one_piece_of_work() {
        let progress = Progress::watched();
        progress.enter(Stage::Aligning);
        let told: Vec<_> = (0..2)
            .map(|part| {
                progress.part(part, 2);
                assert_eq!(progress.reached().percent, Some(50 * part));
                progress.over(0..10).take(5).for_each(drop);
                progress.reached().percent
            })
            .collect();
        assert_eq!(told, [Some(25), Some(75)]);
    }

    #[test]
    fn work_that_nobody_watches_goes_on_whatever_is_said() {
        let progress = Progress::default();
        progress.stop();
        assert!(!progress.is_stopped());
        assert_eq!(progress.over(0..3).count(), 3);
    }
}
