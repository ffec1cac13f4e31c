//! Finds the links between two articles.

use rustc_hash::FxHashMap;

use super::{
    alignment::{Grade, Link, Nearest, PairAlignment, Shortfall, Unlinked},
    candidates::{PARTS, candidates, in_order},
    judge::{Candidate, Field, Partner, beside, by_content, in_context},
    moves::mark_moves,
    passage::{MOST_TERMS, Passages, Scale, Sort, count, passages},
    rows::rows,
    same::{NONE, Same, same},
    similarity::{Sight, likeness},
    splits::join,
    verdict::{self, Verdict},
};
use crate::{
    cores,
    progress::Progress,
    story::{PairId, ParagraphRole, SentenceId, Side, Story},
};

/// From these odds on a pair by its content makes its neighbours worth comparing.
const TAKEN: f32 = 0.5;
/// Passages that find at least this share of their weight in each other are `reworded`, others `partial`. Chosen on the sample
/// pairs, the only labels that tell the two apart.
const REWORDED: f32 = 0.6;

/// What two passages must share to be linked, unless they share most of their words: the weight of half a word that tells something.
/// Neighbours make a link likely, and would tie what stands between two links for the word "the" alone. With .3 to .8 the links of the labelled
/// sets come out alike, with a precision up to three hundredths higher than without such a bar; from 1 on true links are lost.
const LEAST_SHARED: f32 = 0.5;
/// Short passages of small words ("He did so at once.") are linked by sharing at least so much of their words.
const LEAST_OVERLAP: f32 = 0.5;

/// How many words two passages must have in a row, where one is longer than [`MOST_TERMS`] words, to be compared at all: hundreds of
/// words share many with any other hundreds, in another order. By chance a word is followed by the same one in one of 400 places, so that four in
/// a row are met once in millions; two versions of a text without a stop share hundreds.
const IN_A_ROW: f32 = 4.0;

/// Aligns the two articles of `pair`. The same articles give the same links; swapping the sides swaps them in the result.
///
/// The longest loops stop when nobody waits for `progress`; the result is hollow then.
#[must_use]
pub fn align(story: &Story, pair: PairId, progress: &Progress) -> PairAlignment {
    let (left_article, right_article) = (&story.articles[pair.left], &story.articles[pair.right]);
    let (left, right, scale, weights) = passages(story, left_article, right_article);
    let same = same(&left, &right);
    let (open_left, open_right) = (open(&left, &same.of_left), open(&right, &same.of_right));
    let mut judged = compared((&left, &open_left), (&right, &open_right), &same, &scale, progress);
    in_context(&mut judged, (&left, &right), &same);
    let field = Field::new(&judged, (&left, &right), &same);

    let verdict = verdict::judged(&judged, &field, (&left, &right), &same);
    let near = Near { candidates: &judged, field: &field, verdict: &verdict };

    let mut links: Vec<Link> = (0..)
        .zip(&same.of_left)
        .filter(|(_, r)| **r != NONE)
        .map(|(l, r)| link(l, *r, Grade::Same, 1.0, &near))
        .collect();
    let graded = |c: &Candidate| {
        // Passages of equal words that are too light to be found by themselves, and were where others were not in order; or with other hyphens.
        let alike = left.equals(c.left, (&right, c.right));
        let (grade, odds) = if alike { (Grade::Same, 1.0) } else { (grade(c, &left, &right), c.odds) };
        link(c.left, c.right, grade, odds, &near)
    };
    links.extend(said_once(&verdict.links, &left, &right).map(graded));
    links.extend(alike_beside(&links, &left, &right).into_iter().map(|(l, r)| link(l, r, Grade::Same, 1.0, &near)));
    let mut links = join(links, |side, id| {
        let article = if side == Side::Left { left_article } else { right_article };
        article.is_headline(id)
    });
    for link in &mut links {
        // What was joined with it is no rival of it.
        link.next_right = link.next_right.take().filter(|near| !link.right.contains(&near.sentence));
        link.next_left = link.next_left.take().filter(|near| !link.left.contains(&near.sentence));
    }
    mark_moves(&mut links, (left_article, &left.whole), (right_article, &right.whole));
    let only_left = unlinked(&left, &links, |link| &link.left, (open_right.len(), &near), |l| near.of_left(l, NONE));
    let only_right = unlinked(&right, &links, |link| &link.right, (open_left.len(), &near), |r| near.of_right(r, NONE));
    let rows = rows(left_article, right_article, &links);
    PairAlignment { pair, links, only_left, only_right, rows, notes: notes(&left, &right), weights }
}

/// The passages that look for a partner: part of the telling, and without one that is word for word the same.
#[must_use]
pub fn open(passages: &Passages, same: &[u32]) -> Vec<u32> {
    (0..count(passages.len()))
        .filter(|p| same[*p as usize] == NONE && passages.is_telling(*p) && !passages.terms(*p).is_empty())
        .collect()
}

/// The candidates for links, by left, then right passage, judged by content alone: the pairs of the passages listed that are worth
/// comparing, and those beside likely ones.
#[must_use]
pub fn compared(
    (left, of_left): (&Passages, &[u32]),
    (right, of_right): (&Passages, &[u32]),
    same: &Same,
    scale: &Scale,
    progress: &Progress,
) -> Vec<Candidate> {
    let candidates = candidates((left, of_left), (right, of_right), scale, progress);
    progress.part(2, PARTS);
    let compared = compare(left, right, scale, &candidates, progress);
    let mut likely: Vec<(u32, u32)> = compared.iter().filter(|c| c.odds >= TAKEN).map(|c| (c.left, c.right)).collect();
    likely.extend((0..).zip(&same.of_left).filter(|(_, r)| **r != NONE).map(|(l, r)| (l, *r)));
    let mut more = beside(&likely, left, right, same);
    more.sort_unstable_by_key(in_order);
    more.dedup();
    more.retain(|pair| compared.binary_search_by_key(pair, place).is_err());
    progress.part(3, PARTS);
    merged(compared, &compare(left, right, scale, &more, progress))
}

/// From so many pairs on two cores are used.
const MANY: usize = 8_000;

fn compare(
    left: &Passages,
    right: &Passages,
    scale: &Scale,
    pairs: &[(u32, u32)],
    progress: &Progress,
) -> Vec<Candidate> {
    progress.begin(pairs.len());
    cores::halves(pairs, pairs.len() >= MANY, |pairs| {
        let mut from_left = Sight::new(scale);
        let mut turned = NONE;
        let likeness = |(l, r): &(u32, u32)| {
            if turned != *l {
                from_left.turn_to(left, *l);
                turned = *l;
            }
            let likeness = likeness((left, *l, &mut from_left), (right, *r));
            let endless = left.terms(*l).len() >= MOST_TERMS || right.terms(*r).len() >= MOST_TERMS;
            // Without a word in common there is nothing that could be shown as the reason of a link: that words begin alike is none by itself.
            let worth = likeness.overlap > 0.0
                && (likeness.shared >= LEAST_SHARED || likeness.shared > 0.0 && likeness.overlap >= LEAST_OVERLAP)
                && (!endless || likeness.run_length >= IN_A_ROW);
            worth.then(|| {
                let content = by_content(&likeness);
                Candidate { left: *l, right: *r, likeness, content, odds: content }
            })
        };
        progress.steps(pairs.iter()).filter_map(likeness).collect()
    })
}

/// Passages of equal words that follow linked ones or stand before them, and are not linked yet: too light to be found by themselves
/// ("Of course."), they went where their neighbours went.
fn alike_beside(links: &[Link], left: &Passages, right: &Passages) -> Vec<(u32, u32)> {
    let mut free = (vec![true; left.len()], vec![true; right.len()]);
    let mut places: Vec<(usize, usize)> =
        links.iter().flat_map(|link| link.left.iter().zip(&link.right)).map(|(l, r)| (l.index(), r.index())).collect();
    for (l, r) in &places {
        (free.0[*l], free.1[*r]) = (false, false);
    }
    // In an order that does not depend on which article stands left.
    places.sort_unstable_by_key(|(l, r)| (l + r, left.whole[*l].wrapping_add(right.whole[*r])));
    let mut found = Vec::new();
    let mut follow = |(mut l, mut r): (usize, usize), step: isize| {
        loop {
            let alike = |by_l: isize, by_r: isize| {
                let (l, r) = (l.wrapping_add_signed(step * by_l), r.wrapping_add_signed(step * by_r));
                let open = free.0.get(l) == Some(&true) && free.1.get(r) == Some(&true);
                (open && left.whole[l] == right.whole[r]).then_some((l, r))
            };
            // Straight on, or over one passage that was put in or left out.
            let next = alike(1, 1).or_else(|| match (alike(1, 2), alike(2, 1)) {
                (Some(_), Some(_)) => None,
                (one, other) => one.or(other),
            });
            let Some(next) = next else { return };
            (l, r) = next;
            (free.0[l], free.1[r]) = (false, false);
            found.push((count(l), count(r)));
        }
    };
    places.iter().for_each(|place| follow(*place, 1));
    places.iter().rev().for_each(|place| follow(*place, -1));
    found
}

fn place(candidate: &Candidate) -> (u32, u32) {
    (candidate.left, candidate.right)
}

/// Two lists of candidates, each by left, then right passage, as one. Merged from the end, where there is room, because candidates are
/// large and many.
fn merged(mut all: Vec<Candidate>, other: &[Candidate]) -> Vec<Candidate> {
    let mut left = all.len();
    all.extend_from_slice(other);
    let mut to = all.len();
    for candidate in other.iter().rev() {
        while left > 0 && place(&all[left - 1]) > place(candidate) {
            (left, to) = (left - 1, to - 1);
            all[to] = all[left];
        }
        to -= 1;
        all[to] = *candidate;
    }
    all
}

/// The links of `taken` without those of sentences that say again, in the same words, what a likelier one says: of five times the same
/// sentence one is the counterpart of a sentence that is not the same, and the others have none. What a headline says the text says again.
fn said_once<'a>(taken: &'a [Candidate], left: &Passages, right: &Passages) -> impl Iterator<Item = &'a Candidate> {
    let mut first: [FxHashMap<(u64, u32), u32>; 2] = Default::default();
    let keys = |c: &Candidate| [(left.whole[c.left as usize], c.right), (right.whole[c.right as usize], c.left)];
    let headline = |c: &Candidate| {
        left.role[c.left as usize] == ParagraphRole::Headline || right.role[c.right as usize] == ParagraphRole::Headline
    };
    let odds = |at: u32| taken.get(at as usize).map_or(0.0, |c| c.odds);
    for (at, candidate) in (0..).zip(taken).filter(|(_, candidate)| !headline(candidate)) {
        for (first, key) in first.iter_mut().zip(keys(candidate)) {
            let best = first.entry(key).or_insert(at);
            if candidate.odds > odds(*best) {
                *best = at;
            }
        }
    }
    let said_first =
        move |at: u32, c: &Candidate| first.iter().zip(keys(c)).all(|(first, key)| first.get(&key) == Some(&at));
    (0..).zip(taken).filter(move |(at, c)| headline(c) || said_first(*at, c)).map(|(_, candidate)| candidate)
}

/// How the passages of `candidate` relate. Figures that each has for the other's are changed, and are not what one of them holds more.
fn grade(candidate: &Candidate, left: &Passages, right: &Passages) -> Grade {
    let Candidate { left: l, right: r, likeness, .. } = candidate;
    let reworded = likeness.least >= REWORDED
        || likeness.most > 0.0 && {
            let (ours, figures, signs) = share_but_figures((left, *l), (right, *r), likeness.left_found);
            let (theirs, others, more) = share_but_figures((right, *r), (left, *l), likeness.right_found);
            figures == others && figures + signs + more > 0 && ours.min(theirs) >= REWORDED
        };
    if reworded { Grade::Reworded } else { Grade::Partial }
}

/// The share of its weight that the passage `p` of `passages` finds in `q` of `others`, which has the terms at the places of `found`, not
/// counting figures that it does not find, nor words that may be a sign of a figure there; and how many figures and how many such words these are.
#[expect(clippy::cast_precision_loss, reason = "weights of a sentence")]
fn share_but_figures(
    (passages, p): (&Passages, u32),
    (others, q): (&Passages, u32),
    found: u128,
) -> (f32, usize, usize) {
    let theirs = others.terms(q);
    let both = passages.sums[p as usize].figures.min(others.sums[q as usize].figures) > 0;
    let (mut all, mut shared, mut figures, mut signs) = (0, 0, 0, 0);
    for (place, (term, measure)) in (0_u32..).zip(passages.terms(p).iter().zip(passages.measures(p))) {
        let here = theirs.contains(term);
        if measure.sort == Sort::Figure && !here {
            figures += 1;
            continue;
        }
        // "$5m", "$5 million": one figure in two writings.
        if measure.sort == Sort::Sign && !here && both {
            signs += 1;
            continue;
        }
        all += measure.weight();
        let kin = found.checked_shr(place).is_some_and(|places| places & 1 == 1);
        shared += if here {
            measure.weight()
        } else if kin {
            measure.weight() / 2
        } else {
            0
        };
    }
    (shared as f32 / all.max(1) as f32, figures, signs)
}

/// Asks which passages came near one.
struct Near<'a> {
    candidates: &'a [Candidate],
    field: &'a Field<'a>,
    verdict: &'a Verdict,
}

impl Near<'_> {
    /// The passage of the right article most like the left passage `l`, but for `r`; and which candidate the two are.
    fn of_left(&self, l: u32, r: u32) -> Option<(Nearest, usize)> {
        let partner = self.field.best_of_left(l).but(r);
        self.scored(partner, self.field.find(l, partner.passage))
    }

    /// The same for the right passage `r` and the left article, but for `l`.
    fn of_right(&self, r: u32, l: u32) -> Option<(Nearest, usize)> {
        let partner = self.field.best_of_right(r).but(l);
        self.scored(partner, self.field.find(partner.passage, r))
    }

    fn scored(&self, partner: Partner, at: Option<usize>) -> Option<(Nearest, usize)> {
        let at = at.filter(|_| partner.odds >= 0.005)?;
        Some((Nearest { sentence: SentenceId::new(partner.passage as usize), score: self.verdict.odds(at) }, at))
    }

    fn shortfall(&self, at: usize) -> Option<Shortfall> {
        Some(self.verdict.shortfall(at, self.candidates.get(at)?, self.field))
    }
}

fn link(l: u32, r: u32, grade: Grade, score: f32, near: &Near<'_>) -> Link {
    Link {
        left: vec![SentenceId::new(l as usize)],
        right: vec![SentenceId::new(r as usize)],
        grade,
        score,
        moved: false,
        distance: 0,
        down: false,
        passed: 0,
        next_right: near.of_left(l, r).map(|(nearest, _)| nearest),
        next_left: near.of_right(r, l).map(|(nearest, _)| nearest),
    }
}

fn unlinked(
    passages: &Passages,
    links: &[Link],
    side: impl Fn(&Link) -> &[SentenceId],
    (searched, near): (usize, &Near<'_>),
    best: impl Fn(u32) -> Option<(Nearest, usize)>,
) -> Vec<Unlinked> {
    let mut linked = vec![false; passages.len()];
    for id in links.iter().flat_map(side) {
        linked[id.index()] = true;
    }
    (0..count(passages.len()))
        .filter(|p| !linked[*p as usize] && passages.role[*p as usize] != ParagraphRole::Boilerplate)
        .map(|p| {
            let searched = if passages.is_telling(p) { searched } else { 0 };
            let best = best(p);
            Unlinked {
                sentence: SentenceId::new(p as usize),
                searched,
                nearest: best.map(|(nearest, _)| nearest),
                shortfall: best.and_then(|(_, at)| near.shortfall(at)),
            }
        })
        .collect()
}

fn notes(left: &Passages, right: &Passages) -> Vec<String> {
    let cut = left.cut + right.cut;
    let mut notes = Vec::new();
    if cut > 0 {
        let them = if cut == 1 {
            format!(
                "1 sentence has more than {MOST_TERMS} words: it was compared by its first {MOST_TERMS}, and is linked only where"
            )
        } else {
            format!(
                "{cut} sentences have more than {MOST_TERMS} words: they were compared by their first {MOST_TERMS}, and are linked only where"
            )
        };
        notes.push(format!("{them} both have the same {IN_A_ROW} words in a row"));
    }
    notes
}
