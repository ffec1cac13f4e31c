//! What changed its place inside a sentence: an adverbial set in front, two clauses exchanged. The kept words follow one another on both sides, so
//! that what moved past them is left out here and put in there; it is told as one thing that moved.

use std::ops::Range;

use super::{blocks::Block, passage::Passage};
use crate::text::{token::TokenKind, vocabulary::WordId};

/// Words on the left and the same words on the right, as indices of tokens.
pub(super) type Moved = (Range<usize>, Range<usize>);

/// What moved has so many words at least.
const SHORTEST: usize = 2;
/// Sentences with more gaps than this between kept words are changed throughout.
const MOST_GAPS: usize = 16;
/// Gaps of more words than this are not searched.
const LONGEST: usize = 60;

/// The stretches between the blocks `kept` that both sides have in different gaps, each of two words at least, one of which `tells`; in order of the
/// left. The longest go first, and no word moves twice.
pub(super) fn moved(l: &Passage, r: &Passage, kept: &[Block], tells: impl Fn(WordId) -> bool) -> Vec<Moved> {
    let mut gaps: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    let mut at = (0, 0);
    let end = Block { left: l.tokens.len(), right: r.tokens.len(), len: 0 };
    for block in kept.iter().chain([&end]) {
        gaps.push((at.0..block.left, at.1..block.right));
        at = (block.left + block.len, block.right + block.len);
    }
    gaps.retain(|(left, right)| !left.is_empty() || !right.is_empty());
    if gaps.len() < 2 || gaps.len() > MOST_GAPS {
        return Vec::new();
    }
    let mut found: Vec<Moved> = Vec::new();
    for (from, (lefts, _)) in gaps.iter().enumerate() {
        for (_, (_, rights)) in gaps.iter().enumerate().filter(|(to, _)| *to != from) {
            if lefts.len().max(rights.len()) <= LONGEST {
                found.extend(longest(l, lefts, r, rights));
            }
        }
    }
    found.retain(|(left, _)| left.clone().any(|at| tells(l.words[at])));
    found.sort_by_key(|(left, right)| (usize::MAX - left.len(), left.start + right.start, left.start));
    let mut moved: Vec<Moved> = Vec::new();
    for one in found {
        let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        if !moved.iter().any(|known| meets(&known.0, &one.0) || meets(&known.1, &one.1)) {
            moved.push(one);
        }
    }
    moved.sort_by_key(|(left, _)| left.start);
    moved
}

/// The longest run of words that `lefts` of `l` and `rights` of `r` have both, if it is most of what one of them has.
fn longest(l: &Passage, lefts: &Range<usize>, r: &Passage, rights: &Range<usize>) -> Option<Moved> {
    let words = |passage: &Passage, range: &Range<usize>| {
        range.clone().filter(|at| passage.tokens[*at].kind != TokenKind::Sign).count()
    };
    let mut best: Option<Moved> = None;
    for left in lefts.clone() {
        for right in rights.clone() {
            let same = (left..lefts.end).zip(right..rights.end).take_while(|(a, b)| l.words[*a] == r.words[*b]).count();
            if same > best.as_ref().map_or(0, |(known, _)| known.len()) {
                best = Some((left..left + same, right..right + same));
            }
        }
    }
    let (left, right) = best?;
    let (left, right) = (l.without_signs(&left), r.without_signs(&right));
    let count = words(l, &left);
    let most = 2 * count > words(l, lefts).min(words(r, rights));
    (left.len() == right.len() && count >= SHORTEST && most).then_some((left, right))
}

/// What is left of a gap, `left` and `right`, where what `moved` is taken out: the whole of it where nothing did.
pub(super) fn around(moved: &[Moved], left: Range<usize>, right: Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
    let pieces = |range: &Range<usize>, taken: &mut dyn Iterator<Item = &Range<usize>>| -> Vec<Range<usize>> {
        let mut taken: Vec<&Range<usize>> =
            taken.filter(|one| range.start <= one.start && one.end <= range.end).collect();
        taken.sort_by_key(|one| one.start);
        let mut pieces = Vec::new();
        let mut at = range.start;
        for one in taken {
            pieces.push(at..one.start);
            at = one.end;
        }
        pieces.push(at..range.end);
        pieces.retain(|piece| !piece.is_empty());
        pieces
    };
    let lefts = pieces(&left, &mut moved.iter().map(|(left, _)| left));
    let rights = pieces(&right, &mut moved.iter().map(|(_, right)| right));
    // One piece on each side is what stands for one another; more are told apart.
    let (none_left, none_right) = (left.start..left.start, right.start..right.start);
    match (&*lefts, &*rights) {
        ([], []) => Vec::new(),
        ([left], [right]) => vec![(left.clone(), right.clone())],
        _ => {
            let left = lefts.into_iter().map(|left| (left, none_right.clone()));
            let right = rights.into_iter().map(|right| (none_left.clone(), right));
            left.chain(right).collect()
        }
    }
}
