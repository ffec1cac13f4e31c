//! Passages that stand word for word in both articles: found by hashing, in time proportional to the articles.

use rustc_hash::FxHashMap;

use super::{
    chain::{chain, told_apart},
    passage::{Passages, count},
    weight::ONE,
};

/// A passage heavier than this is not found twice by chance, so it is the same wherever it stands; a lighter one ("Yes.") is so
/// only in its place between others.
const TELLING: u32 = 2 * ONE;

/// No partner.
pub const NONE: u32 = u32::MAX;

/// Which passages are word for word the same: for each passage the one of the other article, or [`NONE`].
#[derive(Debug)]
pub struct Same {
    /// By passage of the left article.
    pub of_left: Vec<u32>,
    /// By passage of the right article.
    pub of_right: Vec<u32>,
}

impl Same {
    fn free(&self, l: u32, r: u32) -> bool {
        self.of_left[l as usize] == NONE && self.of_right[r as usize] == NONE
    }

    fn join(&mut self, l: u32, r: u32) {
        self.of_left[l as usize] = r;
        self.of_right[r as usize] = l;
    }

    fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        (0..).zip(&self.of_left).filter(|(_, r)| **r != NONE).map(|(l, r)| (l, *r))
    }
}

#[derive(Default)]
struct Group {
    left: Vec<u32>,
    right: Vec<u32>,
}

/// The passages of equal words. Those that stand once in each article come first (as in Cohen's patience diff), then what
/// continues them, then the k-th with the k-th between two of them, then the k-th with the k-th anywhere.
#[must_use]
pub fn same(left: &Passages, right: &Passages) -> Same {
    let mut groups: FxHashMap<u64, Group> = FxHashMap::default();
    for l in 0..count(left.len()) {
        groups.entry(left.whole[l as usize]).or_default().left.push(l);
    }
    for r in 0..count(right.len()) {
        if let Some(group) = groups.get_mut(&right.whole[r as usize]) {
            group.right.push(r);
        }
    }
    let mut groups: Vec<Group> = groups.into_values().filter(|group| !group.right.is_empty()).collect();
    groups.sort_unstable_by_key(|group| group.left[0]);

    let mut same = Same { of_left: vec![NONE; left.len()], of_right: vec![NONE; right.len()] };
    for group in &groups {
        if let ([l], [r]) = (&*group.left, &*group.right)
            && left.weight[*l as usize] >= TELLING
        {
            same.join(*l, *r);
        }
    }
    extend(&mut same, left, right);
    let gaps = Gaps::new(&same, left);
    for group in &groups {
        let free_right: Vec<u32> = group.right.iter().copied().filter(|r| same.of_right[*r as usize] == NONE).collect();
        let mut next = free_right.iter().copied().peekable();
        for l in group.left.iter().copied().filter(|l| same.of_left[*l as usize] == NONE).collect::<Vec<_>>() {
            while next.next_if(|r| gaps.of_right[*r as usize] < gaps.of_left[l as usize]).is_some() {}
            if let Some(r) = next.next_if(|r| gaps.of_right[*r as usize] == gaps.of_left[l as usize]) {
                same.join(l, r);
            }
        }
    }
    for group in groups.iter().filter(|group| left.weight[group.left[0] as usize] >= TELLING) {
        let free_left: Vec<u32> = group.left.iter().copied().filter(|l| same.of_left[*l as usize] == NONE).collect();
        let free_right = group.right.iter().copied().filter(|r| same.of_right[*r as usize] == NONE).collect::<Vec<_>>();
        for (l, r) in free_left.into_iter().zip(free_right) {
            same.join(l, r);
        }
    }
    same
}

/// Lets each pair grow over the equal passages that follow it and that stand before it.
fn extend(same: &mut Same, left: &Passages, right: &Passages) {
    let mut seeds: Vec<(u32, u32)> = same.pairs().collect();
    seeds.sort_unstable_by_key(|(l, r)| (u64::from(*l) + u64::from(*r), left.whole[*l as usize]));
    let equal = |l: u32, r: u32| match (left.whole.get(l as usize), right.whole.get(r as usize)) {
        (Some(a), Some(b)) => a == b,
        _ => false,
    };
    for (l, r) in &seeds {
        let (mut l, mut r) = (l + 1, r + 1);
        while equal(l, r) && same.free(l, r) {
            same.join(l, r);
            (l, r) = (l + 1, r + 1);
        }
    }
    for (l, r) in seeds.iter().rev() {
        let (mut l, mut r) = (l.wrapping_sub(1), r.wrapping_sub(1));
        while equal(l, r) && same.free(l, r) {
            same.join(l, r);
            (l, r) = (l.wrapping_sub(1), r.wrapping_sub(1));
        }
    }
}

/// For each passage, how many pairs that keep their order stand before it.
struct Gaps {
    of_left: Vec<u32>,
    of_right: Vec<u32>,
}

impl Gaps {
    fn new(same: &Same, left: &Passages) -> Self {
        let pairs: Vec<(u32, u32, u64)> =
            same.pairs().map(|(l, r)| (l, r, told_apart(left.weight[l as usize], left.whole[l as usize]))).collect();
        let mut gaps = Self { of_left: vec![0; same.of_left.len()], of_right: vec![0; same.of_right.len()] };
        for ((l, r, _), _) in pairs.iter().zip(chain(&pairs)).filter(|(_, on)| *on) {
            gaps.of_left[*l as usize] = 1;
            gaps.of_right[*r as usize] = 1;
        }
        for side in [&mut gaps.of_left, &mut gaps.of_right] {
            let mut before = 0;
            for gap in side {
                before += *gap;
                *gap = before;
            }
        }
        gaps
    }
}
