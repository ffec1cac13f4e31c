//! Work on both cores where it is large enough to pay. May be asked to do two things, or the halves of one thing, side by side; what
//! comes out is the same, in the same order, however many cores there are.

use std::{panic::resume_unwind, thread};

/// Below so many bytes of text a second thread costs more than it saves.
pub const WORTH: usize = 128 * 1024;

/// What `one` and `other` give, done side by side where they are `large`.
pub fn both<A, B: Send>(large: bool, one: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
    if !large || thread::available_parallelism().map_or(1, usize::from) < 2 {
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
}
