//! Which candidates are links: the last word, once the surest links and their order are known.

use super::{
    alignment::Shortfall,
    blocks::{take_along, take_pieces},
    chain::told_apart,
    judge::{Candidate, Field, Partner, dot, logistic},
    order::{Order, Standing},
    passage::Passages,
    same::{NONE, Same},
};

/// What [`verdict`] sums, in the order of [`traits`]; fitted as the models of `judge`.
///
/// What a trait tells depends on what the two articles are to one another: between drafts of one text a passage has one counterpart, and a
/// second one is likely wrong; between reports it may share a clause with several. So each trait has three weights: one for all pairs of articles,
/// one times the share of the passages that likely have a partner ([`Field::kinship_least`]), and one times the share that stands word for word in
/// both ([`Field::alike`], full from [`SHARING`] on; none for headlines, of which a pair has too few to tell). A logistic regression with varying
/// coefficients (Hastie and Tibshirani 1993).
const VERDICT: [[f32; 38]; 3] = [
    [
        1.76, 0.38, 0.36, -0.03, 0.16, 0.07, 0.14, -0.33, 1.15, -1.33, -0.48, 0.23, 0.07, -0.16, 0.21, 0.74, -0.70,
        -0.15, -0.21, -0.98, 0.15, -0.79, -1.13, -0.80, 0.04, -1.29, -0.76, -0.86, 0.67, -0.69, 2.59, 0.46, -0.88,
        -0.75, 0.71, 0.11, 0.01, 2.04,
    ],
    [
        0.67, -0.02, 0.03, -0.10, 0.17, -0.07, -0.58, 0.13, -1.80, -1.69, 0.70, -1.23, 0.69, 0.22, 0.49, 0.54, -0.15,
        -0.30, 0.02, 2.66, 0.53, 3.51, 1.81, 2.70, -0.08, -0.99, -0.37, 0.93, -1.14, -0.36, 1.79, -0.72, 3.20, 2.28,
        -0.87, 0.02, 0.02, -2.41,
    ],
    [
        -0.12, -0.04, -0.01, 0.96, -1.26, -0.57, 0.55, -0.39, 1.71, -0.53, -0.65, 0.43, -1.04, 0.82, -0.32, -0.03,
        -0.54, -0.03, -0.02, 1.25, -0.59, 0.00, 0.00, 0.00, 0.09, 1.11, -0.22, -0.10, -0.53, 1.06, 1.47, -1.90, 3.08,
        -0.83, 0.25, 0.00, -0.04, -0.19,
    ],
];
/// From this share of passages that stand word for word in both on, two articles share as much copy as makes a difference.
const SHARING: f32 = 0.4;
/// From these odds on a candidate counts when the order of the articles is looked for.
const SURE: f32 = 0.5;
/// A link less likely than this is not shown, however few the likely ones are.
const LEAST: f32 = 0.2;
/// A link at least so likely is shown, however many surer ones there are.
const MOST: f32 = 0.35;

/// Which candidates are links, and how near the others came.
#[derive(Debug)]
pub struct Verdict {
    /// The links, in the order of the candidates, with how likely each is.
    pub links: Vec<Candidate>,
    /// How likely each of the candidates is a link, on the scale that the links have.
    odds: Vec<f32>,
    bar: f32,
    order: Order,
}

impl Verdict {
    /// How likely it is that the candidate at `at` is a link.
    #[must_use]
    pub fn odds(&self, at: usize) -> f32 {
        self.odds.get(at).copied().unwrap_or(0.0)
    }

    /// Why `candidate`, which is at `at` and no link, is none: what it would be without the one trait that speaks against it.
    #[must_use]
    pub fn shortfall(&self, at: usize, candidate: &Candidate, field: &Field<'_>) -> Shortfall {
        let would_do = |spared| verdict(candidate, field, &self.order, spared) >= self.bar;
        if self.odds(at) >= self.bar {
            Shortfall::SaidAgain
        } else if self.stands_across(candidate) && would_do(Spared::Order) {
            Shortfall::Crosses
        } else if would_do(Spared::Rivals) {
            Shortfall::Rival
        } else {
            Shortfall::Below(self.bar)
        }
    }

    fn stands_across(&self, candidate: &Candidate) -> bool {
        self.order.of(candidate.left, candidate.right) == Standing::Crossing
    }
}

/// The candidates of `field` that are links.
///
/// The bar is set for each pair of articles by its own odds: the one that makes the expected F1 of all its links greatest.
/// Between drafts, where most links are sure, it would be near one half and is held at [`MOST`]; between independent reports, where none is,
/// it is lower, down to [`LEAST`]
/// (Lipton, Elkan and Narayanaswamy 2014, "Optimal thresholding of classifiers to maximize F1 measure").
#[must_use]
pub fn judged(
    candidates: &[Candidate],
    field: &Field<'_>,
    (left, right): (&Passages, &Passages),
    same: &Same,
) -> Verdict {
    let weight = |l: u32, r: u32| left.weight[l as usize].min(right.weight[r as usize]).max(1);
    let sure = candidates.iter().filter(|candidate| candidate.odds >= SURE);
    // Of two crossing pairs that weigh the same, what they say decides, and not which article stands on the left.
    let mark = |l: u32, r: u32| left.whole[l as usize].wrapping_add(right.whole[r as usize]);
    let placed = |l: u32, r: u32, odds: f32| (l, r, told_apart(scaled(odds, weight(l, r)), mark(l, r)));
    let sure = sure.map(|candidate| placed(candidate.left, candidate.right, candidate.odds));
    let alike = (0..).zip(&same.of_left).filter(|(_, r)| **r != NONE).map(|(l, r)| placed(l, *r, 1.0));
    let order = Order::new(alike.chain(sure).collect(), (left.len(), right.len()));
    let mut odds: Vec<f32> =
        candidates.iter().map(|candidate| verdict(candidate, field, &order, Spared::Nothing)).collect();
    let certain = same.of_left.iter().filter(|r| **r != NONE).count();
    let bar = bar(certain, odds.iter().copied()).clamp(LEAST, MOST);
    let mut taken: Vec<bool> = odds.iter().map(|odds| *odds >= bar).collect();
    let said = |one: &Candidate| mark(one.left, one.right);
    take_along(&mut taken, candidates, (field, &order), same, SURE, said);
    take_pieces(&mut taken, candidates, (field, &order), (left, right), same, (SURE, said));
    for (odds, _) in odds.iter_mut().zip(&taken).filter(|(odds, taken)| **taken && **odds < bar) {
        // What its block or the rest of its sentence vouches for is as likely as not, at least.
        *odds = SURE;
    }
    let links = candidates.iter().zip(&odds).zip(taken).filter(|(_, taken)| *taken);
    let links = links.map(|((candidate, odds), _)| Candidate { odds: *odds, ..*candidate }).collect();
    Verdict { links, odds, bar, order }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "odds in thousandths")]
fn scaled(odds: f32, weight: u32) -> u32 {
    weight.saturating_mul((1000.0 * odds) as u32)
}

/// The lowest odds of the set of links, likeliest first, whose expected F1 is greatest; `certain` more are sure beforehand.
#[expect(clippy::cast_precision_loss, reason = "counts of links")]
fn bar(certain: usize, odds: impl Iterator<Item = f32>) -> f32 {
    let mut odds: Vec<f32> = odds.collect();
    odds.sort_unstable_by(|a, b| b.total_cmp(a));
    let all = certain as f64 + odds.iter().map(|odds| f64::from(*odds)).sum::<f64>();
    // Without any of these the certain ones alone are right.
    let none = if certain > 0 { 2.0 * certain as f64 / (certain as f64 + all) } else { 0.0 };
    let (mut right, mut best) = (certain as f64, (none, 1.0));
    for (taken, odds) in (certain + 1..).zip(&odds) {
        right += f64::from(*odds);
        let f1 = 2.0 * right / (taken as f64 + all);
        if f1 > best.0 {
            best = (f1, *odds);
        }
    }
    best.1
}

/// What a candidate is spared when it is asked why it is no link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spared {
    Nothing,
    /// That it stands out of order.
    Order,
    /// That its passages have likelier partners.
    Rivals,
}

/// How likely `candidate` is a link: a third logistic model, over what both others say, the order and the rivals.
fn verdict(candidate: &Candidate, field: &Field<'_>, order: &Order, spared: Spared) -> f32 {
    let traits = traits(candidate, field, order, spared);
    let sharing = (field.alike() / SHARING).min(1.0);
    let [always, akin, alike] = VERDICT.each_ref().map(|weights| dot(weights, &traits));
    logistic(always + field.kinship_least() * akin + sharing * alike)
}

/// What the verdict is a sum of.
#[expect(clippy::cast_precision_loss, reason = "gaps between passages")]
fn traits(candidate: &Candidate, field: &Field<'_>, order: &Order, spared: Spared) -> [f32; VERDICT[0].len()] {
    let flag = |on: bool| f32::from(u8::from(on));
    let much = |amount: f32| (1.0 + amount).ln();
    let logit = |odds: f32| {
        let odds = odds.clamp(1e-3, 1.0 - 1e-3);
        (odds / (1.0 - odds)).ln()
    };
    let likeness = &candidate.likeness;
    let rival = |partner: Partner| if spared == Spared::Rivals { Partner::default() } else { partner };
    let Partner { odds: rival_left, passage: beside_left, .. } =
        rival(field.best_of_left(candidate.left).but(candidate.right));
    let Partner { odds: rival_right, passage: beside_right, .. } =
        rival(field.best_of_right(candidate.right).but(candidate.left));
    // A likely rival that stands next to the partner: the passage may be split, or said once more.
    let splits = |rival: f32, beside: u32, partner: u32| flag(rival > 0.5 && beside.abs_diff(partner) == 1);
    let ahead = |rival: f32| logit(candidate.odds) - logit(rival);
    let (crossing, narrow, sole) = match order.of(candidate.left, candidate.right) {
        Standing::Crossing if spared == Spared::Order => (0.0, 0.0, 0.0),
        Standing::Crossing => (1.0, 0.0, 0.0),
        Standing::InOrder(gap, wide) => (0.0, 1.0 / gap.max(1) as f32, flag(wide == 1)),
    };
    // What crosses the order beside another likely pair is part of a block that moved.
    let beside = |step: i64| field.odds(i64::from(candidate.left) + step, i64::from(candidate.right) + step);
    let block = if crossing > 0.0 { beside(-1).max(beside(1)) } else { 0.0 };
    let astray = order.astray(candidate.left, candidate.right) as f32;
    let headline = likeness.headline;
    let news = field.news(candidate);
    [
        1.0,
        logit(candidate.odds),
        logit(candidate.content),
        flag(rival_left <= candidate.odds && rival_right <= candidate.odds),
        flag(rival_left <= candidate.odds || rival_right <= candidate.odds),
        rival_left.max(rival_right),
        rival_left.min(rival_right),
        crossing,
        narrow,
        likeness.least,
        likeness.most,
        likeness.plain_least,
        likeness.plain_most,
        much(likeness.anchors),
        much(likeness.run_length),
        much(likeness.shared),
        much(likeness.run),
        much(likeness.lighter),
        much(likeness.heavier),
        likeness.neighbours,
        much(news.0.min(news.1)),
        headline,
        headline * likeness.plain_most,
        headline * likeness.plain_least,
        flag(rival_left > 0.5) + flag(rival_right > 0.5),
        1.0 / (1.0 + astray),
        much(astray),
        field.kinship(),
        likeness.overlap,
        sole,
        sole * likeness.overlap,
        much(likeness.words),
        likeness.words_least,
        likeness.words_most,
        splits(rival_left, beside_left, candidate.right) + splits(rival_right, beside_right, candidate.left),
        ahead(rival_left).min(ahead(rival_right)),
        ahead(rival_left).max(ahead(rival_right)),
        block,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_high_among_sure_links_and_low_among_doubtful_ones() {
        assert!(bar(40, [0.9, 0.6, 0.4, 0.1, 0.1].into_iter()) > 0.4);
        let doubtful = bar(0, [0.5, 0.4, 0.3, 0.25, 0.05, 0.05].into_iter());
        assert!((0.2..0.4).contains(&doubtful), "{doubtful}");
        assert!(bar(0, std::iter::empty()) > 0.9);
        assert!(bar(40, [0.3].into_iter()) > 0.9, "to take none is best");
    }
}
