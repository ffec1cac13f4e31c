//! Passages that went where their block, or the rest of the sentence that they are a piece of, went.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::{
    judge::{Candidate, Field},
    order::{Order, Standing},
    passage::Passages,
    same::{NONE, Same},
    similarity::weight_at,
    weight::ONE,
};
use crate::story::ParagraphRole;

/// A piece finds at least so much of its weight in the sentence that it is a piece of; less than half would hold more that is its own.
const CONTAINED: f32 = 0.6;
/// What a piece has of that sentence and the others have not, in words that stand in one passage of each article: as much as is not found twice
/// by chance.
const OWN: f32 = 1.5;
/// So many words in a row a piece has of it.
const IN_A_ROW: f32 = 3.0;
/// With so many in a row, and from such odds on, it is a piece though the sentence has no other link.
const COPIED: f32 = 6.0;
const CLEAR: f32 = 0.95;

/// Adds to `taken`, which says of each of the `candidates` of `field` whether it is a link, those that a moved block took along.
///
/// What crosses the order of the articles is judged harshly, and a short passage ("So you are here?") says too little to stand up to
/// that by itself. Where the passage before it or after it, on both sides, is a link, it moved with that one: such a candidate is taken where its
/// odds reach `least` and neither of its passages has a link yet. Of those that can be taken the likeliest goes first; of equals, what they say
/// decides (`mark`), and not which article stands on the left.
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
    let open = likeliest_first((0..candidates.len()).filter(crosses), candidates, mark);
    let mut rank = vec![usize::MAX; candidates.len()];
    for (place, at) in open.iter().enumerate() {
        rank[*at] = place;
    }
    let beside = |left: u32, right: u32| {
        let before = left.checked_sub(1).zip(right.checked_sub(1));
        before.into_iter().chain([(left + 1, right + 1)])
    };
    let linked = |(l, r): (u32, u32), taken: &[bool]| {
        same.of_left.get(l as usize) == Some(&r) || field.find(l, r).is_some_and(|at| taken[at])
    };
    let stands_beside = |at: &usize| {
        let Candidate { left, right, .. } = candidates[*at];
        beside(left, right).any(|place| linked(place, taken))
    };
    let mut next: BinaryHeap<Reverse<usize>> =
        (0..).zip(&open).filter(|(_, at)| stands_beside(at)).map(|(place, _)| Reverse(place)).collect();
    while let Some(at) = next.pop().and_then(|Reverse(place)| open.get(place)) {
        let Candidate { left, right, .. } = candidates[*at];
        let (l, r) = (left as usize, right as usize);
        if free_left[l] && free_right[r] {
            taken[*at] = true;
            (free_left[l], free_right[r]) = (false, false);
            let more = beside(left, right).filter_map(|(l, r)| field.find(l, r)).map(|at| rank[at]);
            next.extend(more.filter(|place| *place != usize::MAX).map(Reverse));
        }
    }
}

/// Adds to `taken` the other pieces of a sentence that has a link: what the other article splits, or merges, wherever the pieces stand.
///
/// The verdict holds a second partner that crosses the order for a mistake, as it mostly is. A piece is told from one by what it says: a sentence
/// without a link, and without a likelier partner, that has most of its words of the other one, some in a row, and
/// such as none of that one's links has. Its odds must reach `least`. What is clearly copied, and out of order, is a piece by itself: the rest may have been
/// left out.
pub fn take_pieces(
    taken: &mut [bool],
    candidates: &[Candidate],
    (field, order): (&Field<'_>, &Order),
    (left, right): (&Passages, &Passages),
    same: &Same,
    (least, mark): (f32, impl Fn(&Candidate) -> u64),
) {
    let mut sides = [Told::new(left, &same.of_left), Told::new(right, &same.of_right)];
    for (candidate, _) in candidates.iter().zip(&*taken).filter(|(_, taken)| **taken) {
        sides[0].link(candidate.left, candidate.likeness.left_found);
        sides[1].link(candidate.right, candidate.likeness.right_found);
    }
    let long = |at: &usize| {
        let Candidate { odds, likeness, .. } = &candidates[*at];
        !taken[*at] && *odds >= least && likeness.run_length >= IN_A_ROW && likeness.most >= CONTAINED
    };
    let long = likeliest_first((0..candidates.len()).filter(long), candidates, mark);
    // Twice, because what is copied may be a first link for others.
    for at in long.iter().chain(&long) {
        let candidate = &candidates[*at];
        let Candidate { left: l, right: r, odds, likeness, .. } = candidate;
        let rival_left = field.best_of_left(*l).but(*r).odds;
        let rival_right = field.best_of_right(*r).but(*l).odds;
        let is_piece = |piece: usize, place: u32, found: u128, rival: f32| {
            let (whole, held) = if piece == 0 { (*r, likeness.right_found) } else { (*l, likeness.left_found) };
            let copied = likeness.run_length >= COPIED && *odds >= CLEAR && order.of(*l, *r) == Standing::Crossing;
            rival < *odds && sides[piece].is_free(place, found) && sides[1 - piece].has_more(whole, held, copied)
        };
        if is_piece(0, *l, likeness.left_found, rival_left) || is_piece(1, *r, likeness.right_found, rival_right) {
            taken[*at] = true;
            sides[0].link(*l, likeness.left_found);
            sides[1].link(*r, likeness.right_found);
        }
    }
}

/// What the links of an article's passages say of them.
struct Told<'a> {
    passages: &'a Passages,
    same: &'a [u32],
    /// By passage: whether it has a link, and which of its terms its partners have.
    links: Vec<(bool, u128)>,
}

impl<'a> Told<'a> {
    fn new(passages: &'a Passages, same: &'a [u32]) -> Self {
        Self { passages, same, links: vec![(false, 0); same.len()] }
    }

    fn link(&mut self, passage: u32, found: u128) {
        let (linked, told) = &mut self.links[passage as usize];
        (*linked, *told) = (true, *told | found);
    }

    /// Whether `passage`, of which the other has the terms `found`, has no link and hardly more than these.
    fn is_free(&self, passage: u32, found: u128) -> bool {
        let at = passage as usize;
        #[expect(clippy::cast_precision_loss, reason = "the weight of a sentence")]
        let whole = self.passages.weight[at] as f32 / ONE as f32;
        self.same[at] == NONE
            && !self.links[at].0
            && self.is_text(passage)
            && weight_at(self.passages.measures(passage), found) >= CONTAINED * whole
    }

    /// Whether `passage` has links, unless it needs none, and the terms `found` are more than these have of it.
    fn has_more(&self, passage: u32, found: u128, needs_none: bool) -> bool {
        let (linked, told) = self.links[passage as usize];
        let measures = self.passages.measures(passage);
        let own = weight_at(measures, found & !told);
        (linked || needs_none && self.same[passage as usize] == NONE)
            && self.is_text(passage)
            && own >= OWN
            && 2.0 * own >= weight_at(measures, found)
    }

    fn is_text(&self, passage: u32) -> bool {
        self.passages.role[passage as usize] != ParagraphRole::Headline
    }
}

/// Which of the `candidates` are `listed`, the likeliest first; of equals, what they say decides.
fn likeliest_first(
    listed: impl Iterator<Item = usize>,
    candidates: &[Candidate],
    mark: impl Fn(&Candidate) -> u64,
) -> Vec<usize> {
    let mut listed: Vec<usize> = listed.collect();
    listed.sort_by(|one, other| {
        let [one, other] = [one, other].map(|at| &candidates[*at]);
        other.odds.total_cmp(&one.odds).then_with(|| mark(one).cmp(&mark(other)))
    });
    listed
}
