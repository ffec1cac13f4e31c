//! Passages that went where their block went.

use super::{
    judge::{Candidate, Field},
    order::{Order, Standing},
    same::{NONE, Same},
};

/// Adds to `taken`, which says of each of the `candidates` of `field` whether it is a link, those that a moved block took along.
///
/// What crosses the order of the articles is judged harshly, and a short passage ("So you are here?") says too little to stand up to
/// that by itself. Where the passage before it or after it, on both sides, is a link, it moved with that one: such a candidate is taken where its
/// odds reach `least` and neither of its passages has a link yet. The likelier one goes first; of equals, what they say decides (`mark`),
/// and not which article stands on the left.
pub fn take_along(
    taken: &mut [bool],
    candidates: &[Candidate],
    (field, order): (&Field<'_>, &Order),
    same: &Same,
    least: f32,
    mark: impl Fn(&Candidate) -> u64,
) {
    let mut free_left: Vec<bool> = same.of_left.iter().map(|r| *r == NONE).collect();
    let mut free_right: Vec<bool> = same.of_right.iter().map(|l| *l == NONE).collect();
    for (candidate, _) in candidates.iter().zip(&*taken).filter(|(_, taken)| **taken) {
        free_left[candidate.left as usize] = false;
        free_right[candidate.right as usize] = false;
    }
    let crosses = |at: &usize| {
        let Candidate { left, right, odds, .. } = candidates[*at];
        !taken[*at] && odds >= least && matches!(order.of(left, right), Standing::Crossing)
    };
    let mut open: Vec<usize> = (0..candidates.len()).filter(crosses).collect();
    open.sort_by(|one, other| {
        let [one, other] = [one, other].map(|at| &candidates[*at]);
        other.odds.total_cmp(&one.odds).then_with(|| mark(one).cmp(&mark(other)))
    });
    loop {
        let before = open.len();
        open.retain(|at| {
            let Candidate { left, right, .. } = candidates[*at];
            let (l, r) = (left as usize, right as usize);
            let linked = |(l, r): (u32, u32)| {
                same.of_left.get(l as usize) == Some(&r) || field.find(l, r).is_some_and(|at| taken[at])
            };
            if !free_left[l] || !free_right[r] {
                return false;
            }
            let before = left.checked_sub(1).zip(right.checked_sub(1));
            if !before.is_some_and(linked) && !linked((left + 1, right + 1)) {
                return true;
            }
            taken[*at] = true;
            (free_left[l], free_right[r]) = (false, false);
            false
        });
        if open.len() == before {
            return;
        }
    }
}
