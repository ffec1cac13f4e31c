//! How likely it is that two passages convey the same content: first from what they share, then from their rivals and neighbours.

use super::{
    passage::{Passages, count},
    same::Same,
    similarity::{Likeness, weight_at},
};

/// What [`by_content`] sums, in this order: a constant, then what each trait of the likeness adds to the log-odds.
///
/// This and the two models after it ([`CONTEXT`], `verdict`) are logistic regressions, fitted one after the other by `tests/fit` on
/// the links of invented reports, marked by reading (24 pairs of `tests/gold/reports.json`, the twelve stories a and b of
/// `tests/gold/stories`, six pairs each), of forty-one published reports of twelve events (53 pairs, marked by reading; their texts are not ours
/// to give away), the essays of ArgRewrite with an even number (counted half), the first half of Mark against
/// Matthew (of two passages of one Eusebian section only those that share most with each other are an example), and four pieces of novels
/// with known changes (counted three tenths). Held out: all the sample articles, the five stories c, the odd essays, the second half of
/// Mark, other novels.
const CONTENT: [f32; 27] = [
    -6.43, -2.23, -1.51, -2.42, 7.20, 0.50, 1.38, 1.76, -0.99, 0.40, -0.31, 3.95, 4.86, -5.66, 0.88, 0.21, -0.38, 0.89,
    1.92, 0.24, 3.70, 0.21, 3.16, 1.63, 0.64, 0.17, 0.34,
];
/// What [`in_context`] sums, in this order (see [`Field::surroundings`]); fitted as [`CONTENT`].
const CONTEXT: [f32; 15] =
    [-0.03, 0.97, 1.27, 0.16, 1.60, -0.23, -0.20, -0.20, 0.10, 0.08, -0.19, -0.07, 0.49, 0.28, -2.52];

/// Two passages that may convey the same content.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(test, derive(serde::Serialize))]
pub struct Candidate {
    /// The passage of the left article.
    pub left: u32,
    /// The passage of the right article.
    pub right: u32,
    /// What they have in common.
    pub likeness: Likeness,
    /// How likely the link is by that alone, from 0 to 1: what [`by_content`] says.
    pub content: f32,
    /// How likely the link is, from 0 to 1.
    pub odds: f32,
}

/// The traits of a likeness that its log-odds are a sum of. Amounts enter by their logarithm: the tenth shared word tells less
/// than the second.
#[must_use]
pub fn traits(likeness: &Likeness) -> [f32; CONTENT.len()] {
    let much = |amount: f32| (1.0 + amount).ln();
    [
        1.0,
        likeness.least,
        likeness.most,
        (likeness.least * likeness.most).sqrt(),
        much(likeness.shared),
        much(likeness.stretch_least),
        much(likeness.stretch_most),
        likeness.neighbours,
        much(likeness.run),
        much(likeness.lighter),
        much(likeness.heavier),
        likeness.plain_least,
        likeness.plain_most,
        much(likeness.plain),
        much(likeness.anchors),
        much(likeness.run_length),
        much(likeness.names),
        likeness.names_share,
        much(likeness.figures),
        likeness.figures_differ,
        likeness.overlap,
        likeness.headline,
        likeness.headline * likeness.plain_most,
        likeness.headline * likeness.plain_least,
        much(likeness.words),
        likeness.words_least,
        likeness.words_most,
    ]
}

/// How likely a link is from what the two passages share alone: a logistic model.
#[must_use]
pub fn by_content(likeness: &Likeness) -> f32 {
    logistic(dot(&CONTENT, &traits(likeness)))
}

/// The sum of `values`, each times its weight.
#[must_use]
pub fn dot<const N: usize>(weights: &[f32; N], values: &[f32; N]) -> f32 {
    weights.iter().zip(values).map(|(weight, value)| weight * value).sum()
}

/// The odds of log-odds `x`, from 0 to 1.
#[must_use]
pub fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// Candidates that can be asked by place.
#[derive(Debug)]
pub struct Field<'a> {
    /// The right passage and the odds of each candidate, by left, then right passage; apart from the rest, because a field is asked for places far more often than it has them.
    rights: Vec<u32>,
    odds: Vec<f32>,
    /// Where the candidates of each left passage begin.
    first: Vec<u32>,
    left: &'a Passages,
    right: &'a Passages,
    same: &'a Same,
    kinship: f32,
    kinship_least: f32,
    alike: f32,
    best_of_left: Vec<Best>,
    best_of_right: Vec<Best>,
}

/// The two likeliest partners of a passage.
#[derive(Clone, Copy, Debug, Default)]
pub struct Best {
    /// The likeliest.
    pub first: Partner,
    /// The next.
    pub second: Partner,
}

/// A partner of a passage.
#[derive(Clone, Copy, Debug, Default)]
pub struct Partner {
    /// How likely it is one, from 0 to 1; 0 for none.
    pub odds: f32,
    /// Which passage it is.
    pub passage: u32,
    /// Which terms of the passage it has, as in [`Likeness::left_found`]; here, because to look up the candidate would take longer.
    found: u128,
}

impl Best {
    fn offer(&mut self, partner: Partner) {
        if partner.odds > self.first.odds {
            self.second = self.first;
            self.first = partner;
        } else if partner.odds > self.second.odds {
            self.second = partner;
        }
    }

    /// The likeliest partner but for `passage`.
    #[must_use]
    pub fn but(&self, passage: u32) -> Partner {
        if self.first.passage == passage { self.second } else { self.first }
    }
}

/// The share of the telling passages that likely have a partner.
#[expect(clippy::cast_precision_loss, reason = "counts of passages")]
fn share_found(passages: &Passages, best: &[Best], same: &[u32]) -> f32 {
    let mut all = 0_usize;
    let mut found = 0.0;
    for p in 0..passages.len() {
        if passages.is_telling(p as u32) {
            all += 1;
            found += if same[p] == super::same::NONE { best[p].first.odds } else { 1.0 };
        }
    }
    found / all.max(1) as f32
}

/// The share of the telling passages of the shorter article that stand word for word in the other.
#[expect(clippy::cast_precision_loss, reason = "counts of passages")]
fn share_alike(left: &Passages, right: &Passages, same: &Same) -> f32 {
    let telling = |passages: &Passages| (0..count(passages.len())).filter(|p| passages.is_telling(*p)).count();
    let alike = same.of_left.iter().filter(|r| **r != super::same::NONE).count();
    alike as f32 / telling(left).min(telling(right)).max(1) as f32
}

impl<'a> Field<'a> {
    /// The field of `candidates`, which must be sorted by left, then right passage.
    #[must_use]
    pub fn new(candidates: &'a [Candidate], (left, right): (&'a Passages, &'a Passages), same: &'a Same) -> Self {
        let (lefts, rights) = (same.of_left.len(), same.of_right.len());
        let mut first = vec![0_u32; lefts + 1];
        let mut best_of_left = vec![Best::default(); lefts];
        let mut best_of_right = vec![Best::default(); rights];
        for candidate in candidates {
            let Candidate { left, right, odds, likeness, .. } = candidate;
            let partner = |passage: &u32, found| Partner { odds: *odds, passage: *passage, found };
            first[*left as usize + 1] += 1;
            best_of_left[*left as usize].offer(partner(right, likeness.left_found));
            best_of_right[*right as usize].offer(partner(left, likeness.right_found));
        }
        for l in 0..lefts {
            first[l + 1] += first[l];
        }
        let of_left = share_found(left, &best_of_left, &same.of_left);
        let of_right = share_found(right, &best_of_right, &same.of_right);
        let alike = share_alike(left, right, same);
        let rights = candidates.iter().map(|candidate| candidate.right).collect();
        let odds = candidates.iter().map(|candidate| candidate.odds).collect();
        Self {
            rights,
            odds,
            first,
            left,
            right,
            same,
            kinship: of_left.max(of_right),
            kinship_least: of_left.min(of_right),
            alike,
            best_of_left,
            best_of_right,
        }
    }

    /// The share of the telling passages that likely have a partner, from 0 to 1, in the article where it is greater.
    #[must_use]
    pub fn kinship(&self) -> f32 {
        self.kinship
    }

    /// The same in the article where it is less: near 1 between drafts of one text, and only there.
    #[must_use]
    pub fn kinship_least(&self) -> f32 {
        self.kinship_least
    }

    /// The share of the telling passages of the shorter article that stand word for word in the other, from 0 to 1.
    #[must_use]
    pub fn alike(&self) -> f32 {
        self.alike
    }

    /// The likeliest partners of the left passage `l`.
    #[must_use]
    pub fn best_of_left(&self, l: u32) -> Best {
        self.best_of_left[l as usize]
    }

    /// The likeliest partners of the right passage `r`.
    #[must_use]
    pub fn best_of_right(&self, r: u32) -> Best {
        self.best_of_right[r as usize]
    }

    /// Which candidate `l` and `r` are, if there are such passages and the two were compared.
    #[must_use]
    pub fn find(&self, l: u32, r: u32) -> Option<usize> {
        let (from, to) = (*self.first.get(l as usize)? as usize, *self.first.get(l as usize + 1)? as usize);
        self.rights[from..to].binary_search(&r).ok().map(|at| from + at)
    }

    /// What a candidate explains of each passage that the passage's better partner does not: (left, right), as weights.
    #[must_use]
    pub fn news(&self, candidate: &Candidate) -> (f32, f32) {
        let (l, r) = (candidate.left, candidate.right);
        let known = |best: Partner| if best.odds > candidate.odds { best.found } else { 0 };
        let on_left = candidate.likeness.left_found & !known(self.best_of_left[l as usize].but(r));
        let on_right = candidate.likeness.right_found & !known(self.best_of_right[r as usize].but(l));
        (weight_at(self.left.measures(l), on_left), weight_at(self.right.measures(r), on_right))
    }

    /// How likely `l` and `r` are linked; 0 where no one asked.
    #[must_use]
    pub fn odds(&self, l: i64, r: i64) -> f32 {
        let (Ok(l), Ok(r)) = (u32::try_from(l), u32::try_from(r)) else { return 0.0 };
        let (Some(same), true) = (self.same.of_left.get(l as usize), (r as usize) < self.same.of_right.len()) else {
            return 0.0;
        };
        if *same == r {
            return 1.0;
        }
        self.find(l, r).map_or(0.0, |at| self.odds[at])
    }

    /// What surrounds a candidate, in the order of [`CONTEXT`].
    #[must_use]
    pub fn surroundings(&self, candidate: &Candidate) -> [f32; CONTEXT.len()] {
        let news = self.news(candidate);
        let (l, r) = (i64::from(candidate.left), i64::from(candidate.right));
        let towards = |step: i64| {
            let near = self.odds(l + step, r + step);
            let askew = self.odds(l + step, r + 2 * step).max(self.odds(l + 2 * step, r + step));
            let far = self.odds(l + 2 * step, r + 2 * step);
            near.max(0.8 * askew).max(0.6 * far)
        };
        let (before, after) = (towards(-1), towards(1));
        let beside = [(l - 1, r), (l + 1, r), (l, r - 1), (l, r + 1)]
            .into_iter()
            .map(|(l, r)| self.odds(l, r))
            .fold(0.0, f32::max);
        let rival_left = self.best_of_left(candidate.left).but(candidate.right).odds;
        let rival_right = self.best_of_right(candidate.right).but(candidate.left).odds;
        let odds = candidate.odds.clamp(1e-4, 1.0 - 1e-4);
        [
            1.0,
            (odds / (1.0 - odds)).ln(),
            before.max(after),
            before.min(after),
            beside,
            candidate.likeness.most,
            rival_left.max(rival_right),
            rival_left.min(rival_right),
            f32::from(u8::from(rival_left < candidate.odds && rival_right < candidate.odds)),
            (1.0 + candidate.likeness.shared).ln(),
            (1.0 + news.0.min(news.1)).ln(),
            (news.0 + news.1) / (2.0 * candidate.likeness.shared).max(0.1),
            news.0.min(news.1) / candidate.likeness.shared.max(0.1),
            self.kinship,
            self.kinship * rival_left.max(rival_right),
        ]
    }
}

/// Sets the odds of `candidates` in context: a second logistic model, over the first one's odds, the neighbours' and the rivals'.
pub fn in_context(candidates: &mut [Candidate], passages: (&Passages, &Passages), same: &Same) {
    let field = Field::new(candidates, passages, same);
    let odds: Vec<f32> =
        candidates.iter().map(|candidate| logistic(dot(&CONTEXT, &field.surroundings(candidate)))).collect();
    for (candidate, odds) in candidates.iter_mut().zip(odds) {
        candidate.odds = odds;
    }
}

/// Pairs next to a likely one, which may be linked by their place though they share little: for each pair (l, r) the pairs that
/// stand before and after it on both sides.
#[must_use]
pub fn beside(likely: &[(u32, u32)], left: &Passages, right: &Passages, same: &Same) -> Vec<(u32, u32)> {
    let open = |l: u32, r: u32| {
        (l as usize) < left.len()
            && (r as usize) < right.len()
            && left.is_telling(l)
            && right.is_telling(r)
            && same.of_left[l as usize] == super::same::NONE
            && same.of_right[r as usize] == super::same::NONE
    };
    let steps: [(i32, i32); 8] = [(1, 1), (-1, -1), (1, 0), (-1, 0), (0, 1), (0, -1), (1, 2), (2, 1)];
    likely
        .iter()
        .flat_map(|(l, r)| steps.map(|(dl, dr)| (l.wrapping_add_signed(dl), r.wrapping_add_signed(dr))))
        .filter(|(l, r)| open(*l, *r))
        .collect()
}
