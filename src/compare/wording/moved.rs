//! What changed its place inside a sentence: an adverbial set in front, two clauses exchanged. The kept words follow one another on both sides, so
//! that what moved past them is left out here and put in there; it is told as one thing that moved.

use std::ops::Range;

use super::{blocks::Block, passage::Passage};
use crate::text::{token::TokenKind, vocabulary::WordId};

/// A stretch on the left and on the right, as indices of tokens.
type Stretch = (Range<usize>, Range<usize>);

/// What moved.
pub(super) struct Moved {
    /// All of it, from the first to the last word that both sides have.
    whole: Stretch,
    /// The words that are the same on both sides, in order.
    pub runs: Vec<Stretch>,
    /// What changed between two runs.
    pub edits: Vec<Stretch>,
}

/// What moved has so many words at least.
const SHORTEST: usize = 2;
/// Where words changed in what moved, it has so many words at least that are the same, so many of them that tell something,
const SHORTEST_EDITED: usize = 4;
const TELLING_EDITED: usize = 2;
/// and at most so many words, on either side, in one place that changed.
const MOST_EDITED: usize = 2;
/// What is only a part of all that was left out and put in has moved if so many words are the same,
const SHORTEST_PART: usize = 6;
/// and so many of them tell something.
const TELLING_PART: usize = 3;
/// Sentences with more gaps than this between kept words are changed throughout.
const MOST_GAPS: usize = 16;
/// Gaps of more words than this are not searched.
const LONGEST: usize = 60;

/// The stretches between the blocks `kept` that both sides have in different gaps, each of two words at least, one of which `tells`; in order of the
/// left. The longest go first, and no word moves twice.
pub(super) fn moved(l: &Passage, r: &Passage, kept: &[Block], tells: impl Fn(WordId) -> bool) -> Vec<Moved> {
    let mut gaps: Vec<Stretch> = Vec::new();
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
    let mut found: Vec<(usize, Moved)> = Vec::new();
    for (from, (lefts, _)) in gaps.iter().enumerate() {
        for (_, (_, rights)) in gaps.iter().enumerate().filter(|(to, _)| *to != from) {
            if lefts.len().max(rights.len()) <= LONGEST {
                found.extend(between(l, lefts, r, rights, &tells));
            }
        }
    }
    found.sort_by_key(|(same, Moved { whole: (left, right), .. })| {
        (usize::MAX - same, left.start + right.start, left.start)
    });
    let mut moved: Vec<Moved> = Vec::new();
    for (_, one) in found {
        let meets = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        if !moved.iter().any(|known| meets(&known.whole.0, &one.whole.0) || meets(&known.whole.1, &one.whole.1)) {
            moved.push(one);
        }
    }
    moved.sort_by_key(|one| one.whole.0.start);
    moved
}

/// What moved from `lefts` of `l` to `rights` of `r`, with how many words of it are the same.
fn between(
    l: &Passage,
    lefts: &Range<usize>,
    r: &Passage,
    rights: &Range<usize>,
    tells: impl Fn(WordId) -> bool,
) -> Option<(usize, Moved)> {
    let is_word = |passage: &Passage, at: usize| passage.tokens[at].kind != TokenKind::Sign;
    let words = |passage: &Passage, range: &Range<usize>| range.clone().filter(|at| is_word(passage, *at)).count();
    let run = longest(l, lefts, r, rights)?;
    let grown = grown(l, lefts, r, rights, run.clone());
    let edited = Moved::of(l, r, &grown);
    for (moved, grown) in edited
        .map(|moved| (moved, grown.len() > 1))
        .into_iter()
        .chain(Moved::of(l, r, &[run]).map(|moved| (moved, false)))
    {
        let (left, right) = &moved.whole;
        let same: usize = moved.runs.iter().map(|(left, _)| words(l, left)).sum();
        let telling = moved.runs.iter().flat_map(|(left, _)| left.clone()).filter(|at| tells(l.words[*at])).count();
        let (in_left, in_right) = (words(l, left), words(r, right));
        let sure = match grown {
            false => same >= SHORTEST && telling > 0,
            // Two thirds of it are the same.
            true => same >= SHORTEST_EDITED && telling >= TELLING_EDITED && 3 * same >= 2 * in_left.max(in_right),
        };
        let most = 2 * in_left > words(l, lefts) || 2 * in_right > words(r, rights);
        if sure && (most || same >= SHORTEST_PART && telling >= TELLING_PART) {
            return Some((same, moved));
        }
    }
    None
}

/// The longest run of words that `lefts` of `l` and `rights` of `r` have both.
fn longest(l: &Passage, lefts: &Range<usize>, r: &Passage, rights: &Range<usize>) -> Option<Stretch> {
    let mut best: Option<Stretch> = None;
    for left in lefts.clone() {
        for right in rights.clone() {
            let same = (left..lefts.end).zip(right..rights.end).take_while(|(a, b)| l.words[*a] == r.words[*b]).count();
            if same > best.as_ref().map_or(0, |(known, _)| known.len()) {
                best = Some((left..left + same, right..right + same));
            }
        }
    }
    best
}

/// `run` with the runs before and after it that only a few other words part from it.
fn grown(l: &Passage, lefts: &Range<usize>, r: &Passage, rights: &Range<usize>, run: Stretch) -> Vec<Stretch> {
    // The nearest first; of equally near ones that with as many words on both sides.
    let mut steps: Vec<(usize, usize)> =
        (0..=MOST_EDITED).flat_map(|left| (0..=MOST_EDITED).map(move |right| (left, right))).skip(1).collect();
    steps.sort_by_key(|(left, right)| (*left.max(right), left.abs_diff(*right), *left));
    // A single word goes on with it where words were exchanged one for one.
    let goes_on = |(more_left, more_right): &(usize, usize), (left, right): &Stretch| {
        let enough = if more_left == more_right { 1 } else { SHORTEST };
        let words = left.clone().filter(|at| l.tokens[*at].kind != TokenKind::Sign).count();
        left.len() == right.len() && words >= enough
    };
    let mut runs = vec![run];
    while let Some((left, right)) = runs.last().map(|(left, right)| (left.end, right.end)) {
        let next = steps.iter().find_map(|step| {
            let (i, j) = (left + step.0, right + step.1);
            let same = (i..lefts.end).zip(j..rights.end).take_while(|(a, b)| l.words[*a] == r.words[*b]).count();
            Some((i..i + same, j..j + same)).filter(|next| goes_on(step, next))
        });
        let Some(next) = next else { break };
        runs.push(next);
    }
    while let Some((left, right)) = runs.first().map(|(left, right)| (left.start, right.start)) {
        let next = steps.iter().find_map(|step| {
            let (i, j) = (left.checked_sub(step.0)?, right.checked_sub(step.1)?);
            let before = (lefts.start..i).rev().zip((rights.start..j).rev());
            let same = before.take_while(|(a, b)| l.words[*a] == r.words[*b]).count();
            Some((i - same..i, j - same..j)).filter(|next| goes_on(step, next))
        });
        let Some(next) = next else { break };
        runs.insert(0, next);
    }
    runs
}

impl Moved {
    /// What moved in `runs`, without signs at its ends.
    fn of(l: &Passage, r: &Passage, runs: &[Stretch]) -> Option<Self> {
        let mut runs = runs.to_vec();
        let told = |(left, right): &Stretch| (l.without_signs(left), r.without_signs(right));
        let (first, last) = (told(runs.first()?), told(runs.last()?));
        if let Some(run) = runs.first_mut() {
            (run.0.start, run.1.start) = (first.0.start, first.1.start);
        }
        if let Some(run) = runs.last_mut() {
            (run.0.end, run.1.end) = (last.0.end, last.1.end);
        }
        if runs.iter().any(|(left, right)| left.len() != right.len()) {
            return None;
        }
        let edits = runs.windows(2).map(|two| (two[0].0.end..two[1].0.start, two[0].1.end..two[1].1.start)).collect();
        let whole = (first.0.start..last.0.end, first.1.start..last.1.end);
        Some(Self { whole, runs, edits })
    }
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
    let lefts = pieces(&left, &mut moved.iter().map(|one| &one.whole.0));
    let rights = pieces(&right, &mut moved.iter().map(|one| &one.whole.1));
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
