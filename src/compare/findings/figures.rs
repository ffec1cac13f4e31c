//! Figures and days that differ between linked passages: another value, another precision, another unit, another sign or direction, two that
//! changed places; and those that only one article has. Compared by what they count and by where they stand, never blindly across the articles.

mod conversions;
mod fates;
mod lists;
mod nouns;
mod relation;
mod telling;
mod ties;

use rustc_hash::{FxHashMap, FxHashSet};

use self::{
    relation::{Relation, relation},
    telling::Telling,
    ties::{Placed, Tie},
};
use super::Held;
use crate::{
    align::{Grade, Link},
    compare::{
        change::LinkWording,
        finding::Finding,
        quantity::{Quantity, Value, within},
    },
    story::Side,
    text::{figure, span::Span},
};

/// Partial links from this score on are held against each other whole. Set by hand on two pairs of news written for it, not fitted.
const NEAR: f32 = 0.85;

/// Links with more pairs of figures than this are tables, and not looked through.
const MOST_PAIRS: usize = 4_000;

/// The figures of both articles that differ.
pub(super) fn findings(held: &Held) -> Vec<Finding> {
    let all = |side| held.groundwork.quantities.get(held.alignment.pair.on(side)).map_or(&[][..], |all| all);
    let all = [all(Side::Left), all(Side::Right)];
    let mut links = Vec::new();
    for (link, wording) in held.alignment.links.iter().zip(held.wordings) {
        let told = Side::BOTH.iter().all(|side| link.on(*side).iter().all(|id| held.is_told(*side, *id)));
        if link.grade == Grade::Same || !told || wording.replaced {
            continue;
        }
        let linked = Linked::of(held, link, wording, all);
        if linked.figures[0].len() * linked.figures[1].len() <= MOST_PAIRS {
            let likely = linked.likely();
            links.push((linked, likely));
        }
    }
    let agreed = Agreed::of(&links);
    let (mut pairs, mut alone) = (Vec::new(), Vec::new());
    for (at, (linked, likely)) in links.iter().enumerate() {
        linked.pair_up(likely, |placed| agreed.elsewhere(placed, at), &mut pairs, &mut alone);
    }
    let telling = Telling { held };
    let mut findings = differing(&telling, &pairs);
    findings.extend(only_here(&telling, &alone, all));
    findings.sort_by_key(|finding| (finding.side, finding.span, finding.counterpart));
    findings.dedup();
    findings
}

/// Whether the two cannot both be said of one thing; figures of two kinds say nothing of one another.
pub(super) fn disagree(l: &Value, r: &Value) -> bool {
    !relation(l, r).agrees()
}

/// Two figures that are the same thing.
struct Pair<'a> {
    left: Placed<'a>,
    right: Placed<'a>,
    relation: Relation,
    tie: Tie,
    /// Whether the link is reworded.
    reworded: bool,
}

/// Two figures of a link that may be the same thing.
#[derive(Clone, Copy)]
struct Likely {
    points: i32,
    left: usize,
    right: usize,
    relation: Relation,
    tie: Tie,
}

/// The figures that have their like in a link, by their place: which link that is, or that there are several.
struct Agreed(FxHashMap<Place, Option<usize>>);

impl Agreed {
    fn of(links: &[(Linked, Vec<Likely>)]) -> Self {
        let mut agreed: FxHashMap<Place, Option<usize>> = FxHashMap::default();
        for (at, (linked, likely)) in links.iter().enumerate() {
            for one in likely.iter().filter(|one| one.relation.agrees() && one.tie.noun != Some(false)) {
                for placed in [&linked.figures[0][one.left], &linked.figures[1][one.right]] {
                    let known = agreed.entry(place(placed)).or_insert(Some(at));
                    *known = known.filter(|known| *known == at);
                }
            }
        }
        Self(agreed)
    }

    /// Whether the figure has its like in another link than the one at `link`.
    fn elsewhere(&self, placed: &Placed, link: usize) -> bool {
        self.0.get(&place(placed)).is_some_and(|known| *known != Some(link))
    }
}

/// A figure of a reworded passage that has no partner in the other, and where that is.
struct Alone<'a> {
    placed: Placed<'a>,
    passage: Span,
}

/// The figures of a link.
struct Linked<'a, 'h> {
    held: &'h Held<'a>,
    link: &'h Link,
    /// The stretches that belong together.
    stretches: Vec<(Span, Span)>,
    /// From the first to the last word of the passages.
    whole: Option<(Span, Span)>,
    figures: [Vec<Placed<'a>>; 2],
}

impl<'a, 'h> Linked<'a, 'h> {
    fn of(held: &'h Held<'a>, link: &'h Link, wording: &LinkWording, all: [&'a [Quantity]; 2]) -> Self {
        let sentences = |side: Side| link.on(side).iter().map(move |id| held.article(side).sentence(*id).span());
        let cover = |side: Side| sentences(side).reduce(Span::join);
        let whole = cover(Side::Left).zip(cover(Side::Right));
        // Passages this near tell the same: a figure between two shared stretches belongs to them as well.
        let near = link.grade == Grade::Reworded || link.score >= NEAR;
        let stretches = if near { whole.into_iter().collect() } else { wording.shared.clone() };
        let figures = |side: Side, all: &'a [Quantity]| -> Vec<Placed<'a>> {
            sentences(side)
                .flat_map(|span| within(all, span))
                .map(|quantity| Placed::of(held, side, quantity))
                .collect()
        };
        let figures = |side: Side, all| conversions::joined(held, side, figures(side, all));
        let figures = [figures(Side::Left, all[0]), figures(Side::Right, all[1])];
        Self { held, link, stretches, whole, figures }
    }

    /// Whether both stand in one of the stretches that belong together.
    fn together(&self, l: &Quantity, r: &Quantity) -> bool {
        self.stretches.iter().any(|(left, right)| left.covers(l.span) && right.covers(r.span))
    }

    /// Which figures may be the same thing, the likeliest first.
    fn likely(&self) -> Vec<Likely> {
        let [ls, rs] = &self.figures;
        let days = |all: &[Placed]| {
            all.iter().filter(|placed| matches!(&placed.quantity.value, Value::Day(day) if day.is_exact())).count()
        };
        let lone_day = days(ls) == 1 && days(rs) == 1;
        let reworded = self.link.grade == Grade::Reworded;
        let mut likely = Vec::new();
        for (left, l) in ls.iter().enumerate() {
            for (right, r) in rs.iter().enumerate() {
                let relation = l.since(r).unwrap_or_else(|| l.relation(r));
                if relation == Relation::Apart || l.is_apart(r, relation) {
                    continue;
                }
                let tie = l.tie(self.held, r);
                let together = self.together(l.quantity, r.quantity);
                if let Some(points) = points((l, r), relation, tie, (together, reworded), lone_day) {
                    likely.push(Likely { points, left, right, relation, tie });
                }
            }
        }
        likely.sort_by_key(|one| (-one.points, one.left.abs_diff(one.right), one.left + one.right));
        likely
    }

    /// Gives every figure the partner that is likeliest the same thing, and leaves the others alone. What agrees with a figure of another link does
    /// not differ from one of this.
    fn pair_up(
        &self,
        likely: &[Likely],
        agrees_elsewhere: impl Fn(&Placed) -> bool,
        pairs: &mut Vec<Pair<'a>>,
        alone: &mut Vec<Alone<'a>>,
    ) {
        let [ls, rs] = &self.figures;
        let reworded = self.link.grade == Grade::Reworded;
        let (mut left, mut right) = (vec![false; ls.len()], vec![false; rs.len()]);
        let mut same = Vec::new();
        for Likely { left: i, right: j, relation, tie, .. } in likely.iter().copied() {
            let settled = !relation.agrees()
                && (agrees_elsewhere(&ls[i])
                    || agrees_elsewhere(&rs[j])
                    || is_sum(ls, i, &rs[j])
                    || is_sum(rs, j, &ls[i]));
            if !left[i] && !right[j] && !settled {
                (left[i], right[j]) = (true, true);
                same.extend((relation == Relation::Same).then_some((i, j)));
                pairs.push(Pair { left: ls[i].clone(), right: rs[j].clone(), relation, tie, reworded });
            }
        }
        if !same.is_empty() && same.len() < ls.len().min(rs.len()) {
            let rows = [lists::rows(self.held, Side::Left, ls), lists::rows(self.held, Side::Right, rs)];
            for (i, j) in lists::left_over([&rows[0], &rows[1]], &same, [&left, &right]) {
                let (l, r) = (&ls[i], &rs[j]);
                let differ = relation(&l.quantity.value, &r.quantity.value) == Relation::Other && l.unit() == r.unit();
                if differ && !is_many_times(l, r) && !agrees_elsewhere(l) && !agrees_elsewhere(r) {
                    (left[i], right[j]) = (true, true);
                    let (relation, tie) = (Relation::Other, l.tie(self.held, r));
                    pairs.push(Pair { left: l.clone(), right: r.clone(), relation, tie, reworded });
                }
            }
        }
        if let Some((l, r)) = self.whole.filter(|_| reworded) {
            for (placed, passage) in [(ls, &left, r), (rs, &right, l)].into_iter().flat_map(|(all, paired, passage)| {
                all.iter().zip(paired).filter(|(_, paired)| !**paired).map(move |(placed, _)| (placed, passage))
            }) {
                alone.push(Alone { placed: placed.clone(), passage });
            }
        }
    }
}

/// Of two passages that share no more than a part, a figure so many times another counts something else.
const TIMES: f64 = 3.0;

/// Whether one figure is many times the other.
fn is_many_times(l: &Placed, r: &Placed) -> bool {
    match (&l.quantity.value, &r.quantity.value) {
        (Value::Figure(figure::Value::Amount(a)), Value::Figure(figure::Value::Amount(b))) => {
            let (a, b) = (a.most.abs(), b.most.abs());
            let times = a.max(b) / a.min(b);
            // A slip of noughts, as "$3.5 million" for "$3.5bn", is no other thing.
            let slip = [10.0, 100.0, 1e3, 1e6].iter().any(|noughts| (times / noughts - 1.0).abs() < 1e-9);
            times > TIMES && !slip
        }
        _ => false,
    }
}

/// Whether the figure at `at` of `all` and another one beside it make the `sum` of the other article: "150 passengers and 6 crew", "156 people".
fn is_sum(all: &[Placed], at: usize, sum: &Placed) -> bool {
    let plain = |placed: &Placed| match &placed.quantity.value {
        Value::Figure(figure::Value::Amount(amount)) if !amount.is_range() && amount.unit != "%" => {
            Some((amount.least, amount.unit))
        }
        _ => None,
    };
    let (Some((one, unit)), Some((whole, of))) = (plain(&all[at]), plain(sum)) else { return false };
    let near =
        [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|near| all.get(near)).filter_map(plain);
    unit == of && near.into_iter().any(|(other, unit)| unit == of && ((one + other) - whole).abs() < 1e-9 * whole.abs())
}

/// How likely two figures are the same thing; none where nothing says so.
fn points(
    (l, r): (&Placed, &Placed),
    relation: Relation,
    tie: Tie,
    (together, reworded): (bool, bool),
    lone_day: bool,
) -> Option<i32> {
    let unit = !l.unit().is_empty() && l.unit() == r.unit();
    let many = !reworded && is_many_times(l, r);
    let close = !many && if together { tie.is_close(unit, reworded) } else { tie.is_closest(unit) };
    // Of a toll without its noun only another one is told: what is rounded may be a part of it.
    let counted = together || tie.noun == Some(true) || unit;
    let clear = tie.fate != Some(false) && tie.role != Some(false);
    let value = match relation {
        Relation::Same => 8,
        Relation::Unit if clear && (together || tie.score() > 0) => 6,
        Relation::Hold if (together && clear && l.unit() == r.unit()) || close => 6,
        Relation::Precision | Relation::Points | Relation::Sign | Relation::Currency
            if (close && counted) || (together && clear && tie.score() > 0) =>
        {
            3
        }
        Relation::Money if together && clear && tie.exchanged => 1,
        Relation::Other => match (&l.quantity.value, &r.quantity.value) {
            (Value::Day(a), Value::Day(b)) => {
                let lone = lone_day && a.is_exact() && tie.context == Some(true);
                let told = clear && a.is_exact() == b.is_exact() && (tie.exchanged || lone);
                return (together && told).then_some(tie.score());
            }
            (Value::Figure(figure::Value::Clock(_) | figure::Value::Score(..)), _) => {
                let slot = tie.exchanged && (reworded || tie.context == Some(true));
                (together && clear && (slot || reworded && tie.context == Some(true))).then_some(0)?
            }
            // "Since 2021" and "for five years".
            (Value::Day(_), Value::Figure(figure::Value::Amount(_)))
            | (Value::Figure(figure::Value::Amount(_)), Value::Day(_))
                if !tie.opposed && tie.fate != Some(false) && tie.noun != Some(false) =>
            {
                (together && tie.context == Some(true)).then_some(0)?
            }
            (Value::Figure(figure::Value::Decade(_)), _) | (_, Value::Figure(figure::Value::Decade(_))) => {
                (together && tie.exchanged).then_some(0)?
            }
            _ if close => 0,
            _ => return None,
        },
        _ => return None,
    };
    Some(value + tie.score())
}

/// Where a figure stands.
type Place = (Side, u32);

fn place(placed: &Placed) -> Place {
    (placed.side, placed.quantity.span.start)
}

/// What is told of the figures that are the same thing.
fn differing(telling: &Telling, pairs: &[Pair]) -> Vec<Finding> {
    // A figure that agrees with the other article in one link does not differ from it in another.
    let agrees = |pair: &&Pair| matches!(pair.relation, Relation::Same | Relation::Unit);
    let agreed: FxHashSet<Place> =
        pairs.iter().filter(agrees).flat_map(|pair| [place(&pair.left), place(&pair.right)]).collect();
    let mut findings = Vec::new();
    let mut others: Vec<&Pair> = Vec::new();
    for pair in pairs {
        let (l, r) = (pair.left.quantity, pair.right.quantity);
        if !agrees(&pair) && (agreed.contains(&place(&pair.left)) || agreed.contains(&place(&pair.right))) {
            continue;
        }
        match pair.relation {
            Relation::Same | Relation::Unit => {
                if pair.relation == Relation::Unit {
                    findings.push(telling.unit(l, r));
                }
                findings.extend(telling.opposed(l, r));
                findings.extend(nouns::other_noun(telling, pair));
            }
            Relation::Other => others.push(pair),
            _ => findings.push(telling.differs(l, r, pair.relation)),
        }
    }
    // Two that have changed places are one finding.
    let mut crossed: FxHashMap<usize, usize> = FxHashMap::default();
    for (at, one) in others.iter().enumerate().take(MOST_PAIRS) {
        let near = others.iter().enumerate().skip(at + 1).take(4);
        let swapped = near.into_iter().find(|(_, other)| {
            let same = |l: &Placed, r: &Placed| relation(&l.quantity.value, &r.quantity.value) == Relation::Same;
            same(&one.left, &other.right) && same(&other.left, &one.right)
        });
        if let Some((other, _)) =
            swapped.filter(|(other, _)| !crossed.contains_key(other) && !crossed.contains_key(&at))
        {
            crossed.insert(at, other);
            crossed.insert(other, at);
        }
    }
    for (at, pair) in others.iter().enumerate() {
        let (l, r) = (pair.left.quantity, pair.right.quantity);
        match crossed.get(&at) {
            Some(other) if *other > at => {
                let other = others[*other];
                findings.push(telling.changed_places((l, r), (other.left.quantity, other.right.quantity)));
            }
            Some(_) => {}
            None => findings.push(telling.differs(l, r, Relation::Other)),
        }
    }
    findings
}

/// Figures that the other article gives nowhere, of a thing that its linked passage names without a figure. Days are not told: a passage
/// is as often told without its day as with it.
fn only_here(telling: &Telling, alone: &[Alone], all: [&[Quantity]; 2]) -> Vec<Finding> {
    let millionths = |number: f64| (number * 1e6).round().to_bits();
    let values = all.map(|all| -> FxHashSet<u64> {
        let amounts = all.iter().filter_map(|quantity| match &quantity.value {
            Value::Figure(figure::Value::Amount(amount)) => Some([millionths(amount.least), millionths(amount.most)]),
            _ => None,
        });
        amounts.flatten().collect()
    });
    let mut findings = Vec::new();
    for Alone { placed, passage } in alone {
        let Value::Figure(figure::Value::Amount(amount)) = &placed.quantity.value else { continue };
        // "Two", "three": as often a way of speaking as a figure.
        let slight =
            (amount.most < 10.0 && amount.unit.is_empty()) || amount.hold == figure::Hold::Loose || placed.is_slight();
        let there = &values[usize::from(placed.side == Side::Left)];
        if slight || there.contains(&millionths(amount.least)) || there.contains(&millionths(amount.most)) {
            continue;
        }
        findings.extend(telling.only_here(placed.side, placed.quantity, *passage));
    }
    findings
}

#[cfg(test)]
mod tests;
