//! Work on several cores where it is large enough to pay. May be asked to do two things, the halves of one thing, or many things, side by
//! side; what comes out is the same, in the same order, however many cores there are.

use std::{
    panic::resume_unwind,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// Below so many bytes of text a second thread costs more than it saves.
pub const WORTH: usize = 128 * 1024;

/// What `one` and `other` give, done side by side where they are `large`.
pub fn both<A, B: Send>(large: bool, one: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    if !large || cores() < 2 {
        return (one(), other());
    }
    thread::scope(|scope| {
        let helper = scope.spawn(other);
        let done = one();
        match helper.join() {
            Ok(other) => (done, other),
            Err(panic) => resume_unwind(panic),
        }
    })
}

/// What `work` gives for `items`, as its halves one behind the other; these are done side by side where they are `large`.
pub fn halves<T: Sync, R: Send>(items: &[T], large: bool, work: impl Fn(&[T]) -> Vec<R> + Sync) -> Vec<R> {
    if !large || items.len() < 2 {
        return work(items);
    }
    let (first, second) = items.split_at(items.len() / 2);
    let (mut done, more) = both(large, || work(first), || work(second));
    done.extend(more);
    done
}

/// What `work` gives for each of `items`, in their order; where they are `large`, each core takes the next one that is left. Where `goes_on`
/// says no, the items that are left are left out.
pub fn each<T: Send, R: Send>(
    items: Vec<T>,
    large: bool,
    goes_on: impl Fn() -> bool + Sync,
    work: impl Fn(T) -> R + Sync,
) -> Vec<R> {
    let cores = if large { cores().min(items.len()) } else { 1 };
    if cores < 2 {
        return items.into_iter().take_while(|_| goes_on()).map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let waiting: Vec<Mutex<Option<T>>> = items.into_iter().map(|item| Mutex::new(Some(item))).collect();
    let take_and_work = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(slot) = waiting.get(index).filter(|_| goes_on()) else { return done };
            let item = slot.lock().unwrap_or_else(PoisonError::into_inner).take();
            done.extend(item.map(|item| (index, work(item))));
        }
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let helpers: Vec<_> = (1..cores).map(|_| scope.spawn(take_and_work)).collect();
        let mut done = take_and_work();
        for helper in helpers {
            match helper.join() {
                Ok(more) => done.extend(more),
                Err(panic) => resume_unwind(panic),
            }
        }
        done
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

/// How many there are; it takes some twenty system calls to find out.
fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_halves_come_in_their_order() {
        let items: Vec<u32> = (0..1001).collect();
        let doubled = |items: &[u32]| items.iter().map(|item| item * 2).collect::<Vec<_>>();
        assert_eq!(halves(&items, true, doubled), doubled(&items));
        assert_eq!(halves(&items, false, doubled), doubled(&items));
        assert_eq!(both(true, || 1, || "a"), (1, "a"));
    }

    #[test]
    fn many_things_come_in_their_order_and_none_after_the_end_is_said() {
        let items: Vec<u32> = (0..101).collect();
        let doubled: Vec<u32> = items.iter().map(|item| item * 2).collect();
        for large in [false, true] {
            assert_eq!(each(items.clone(), large, || true, |item| item * 2), doubled);
            assert_eq!(each(items.clone(), large, || false, |item| item * 2), Vec::<u32>::new());
        }
    }
}
