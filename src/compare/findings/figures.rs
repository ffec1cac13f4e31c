//! Figures and days that differ inside what two passages share: another value, another precision, another day; and those that only one
//! article has. Compared by what they count and by where they stand, never blindly across the articles.

use super::{Held, directions::direction, finding, higher, said};
use crate::{
    align::Grade,
    compare::{
        change::ChangeClass,
        finding::{Finding, FindingKind},
        quantity::{Amount, Hold, Quantity, Value, quantities},
    },
    story::Side,
    text::{span::Span, vocabulary::WordId},
};

/// Partial links from this score on are held against each other whole. Set by hand on two pairs of news written for it, not fitted.
const NEAR: f32 = 0.85;

/// The figures of both articles that differ.
pub(super) fn findings(held: &Held) -> Vec<Finding> {
    let all = |side| {
        let article = held.article(side);
        let words = held.groundwork.words.of(held.alignment.pair.on(side));
        quantities(held.story, article, &article.tokens, &held.groundwork.numbers, words)
    };
    let (left, right) = (all(Side::Left), all(Side::Right));
    let mut findings = Vec::new();
    for (link, wording) in held.alignment.links.iter().zip(held.wordings) {
        let told = link.left.iter().all(|id| held.is_told(Side::Left, *id))
            && link.right.iter().all(|id| held.is_told(Side::Right, *id));
        if link.grade == Grade::Same || !told || wording.replaced {
            continue;
        }
        let whole = |side: Side| {
            let (first, last) = (link.on(side).first()?, link.on(side).last()?);
            let article = held.article(side);
            Some(article.sentence(*first).span().join(article.sentence(*last).span()))
        };
        // Passages this near tell the same: a figure between two shared stretches belongs to them as well.
        let near =
            (link.grade == Grade::Partial && link.score >= NEAR).then(|| whole(Side::Left).zip(whole(Side::Right)));
        let stretches = near.flatten().map_or_else(|| wording.shared.clone(), |whole| vec![whole]);
        for (l, r) in &stretches {
            let (mut ls, mut rs) = (within(&left, *l), within(&right, *r));
            agreeing(held, &mut ls, &mut rs, &mut findings);
            differing(held, &mut ls, &mut rs, &mut findings);
            if link.grade == Grade::Reworded {
                only_here(held, Side::Left, &ls, &right, *r, &mut findings);
                only_here(held, Side::Right, &rs, &left, *l, &mut findings);
            }
        }
    }
    findings.sort_by_key(|finding| (finding.side, finding.span, finding.counterpart));
    findings.dedup();
    findings
}

fn within(all: &[Quantity], span: Span) -> Vec<&Quantity> {
    let from = all.partition_point(|quantity| quantity.span.start < span.start);
    all[from..].iter().take_while(|quantity| quantity.span.end <= span.end).collect()
}

/// Takes the pairs that say the same out of both lists; tells where they say it more or less exactly, or in another unit.
fn agreeing(held: &Held, ls: &mut Vec<&Quantity>, rs: &mut Vec<&Quantity>, findings: &mut Vec<Finding>) {
    ls.retain(|l| {
        let partner = rs.iter().position(|r| same(&l.value, &r.value));
        let partner = partner.or_else(|| rs.iter().position(|r| other_unit(&l.value, &r.value)));
        let Some(at) = partner else { return true };
        let r = rs.remove(at);
        if let (Value::Amount(a), Value::Amount(b)) = (&l.value, &r.value) {
            if !equal(a.factor, b.factor) {
                findings.push(told(held, l, r, 1, "figures: other unit", "The same measure in another unit"));
            } else if a.hold != b.hold {
                findings.push(told(held, l, r, 1, "figures: other precision", "The figure is more or less exact"));
            }
            let ways = direction(held, Side::Left, l).zip(direction(held, Side::Right, r));
            findings.extend(ways.filter(|(a, b)| a.0 != b.0).map(|(a, b)| opposed(held, (l, a.1), (r, b.1))));
        }
        false
    });
}

/// The same figure, up in one article and down in the other, each with the word that says so.
fn opposed(held: &Held, (l, l_way): (&Quantity, &str), (r, r_way): (&Quantity, &str)) -> Finding {
    let (side, here, there) = higher(l.span, r.span);
    let words = |side: Side| {
        let (quantity, way) = if side == Side::Left { (l, l_way) } else { (r, r_way) };
        said(&format!("{way} \u{2026} {}", phrase(held, side, quantity)))
    };
    let (own, other) = (held.label(side), held.label(side.other()));
    let why =
        format!("The same figure in opposite directions: {own} has {}, {other} {}.", words(side), words(side.other()));
    finding(side, here, FindingKind::Figure, Some(there), 3, "figures: other direction", why)
}

fn same(l: &Value, r: &Value) -> bool {
    match (l, r) {
        (Value::Amount(a), Value::Amount(b)) => {
            equal(a.least, b.least)
                && equal(a.most, b.most)
                && (a.unit == b.unit || a.unit.is_empty() || b.unit.is_empty())
        }
        (Value::Rank(a), Value::Rank(b)) => equal(*a, *b),
        (Value::Day(a), Value::Day(b)) => a.agrees(b),
        _ => false,
    }
}

/// Miles and kilometres are rounded when they are exchanged, by no more than this share.
const ROUNDED: f64 = 0.02;

/// Whether both give the same measure in two units of a kind.
fn other_unit(l: &Value, r: &Value) -> bool {
    let (Value::Amount(a), Value::Amount(b)) = (l, r) else { return false };
    !a.unit.is_empty()
        && a.unit == b.unit
        && !equal(a.factor, b.factor)
        && (a.least - b.least).abs() <= ROUNDED * a.least.max(b.least)
        && (a.most - b.most).abs() <= ROUNDED * a.most.max(b.most)
}

fn equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// Takes the pairs that speak of the same thing with another value out of both lists, and tells of them.
fn differing(held: &Held, ls: &mut Vec<&Quantity>, rs: &mut Vec<&Quantity>, findings: &mut Vec<Finding>) {
    let (lone_left, lone_right) = (days(ls) == 1, days(rs) == 1);
    ls.retain(|l| {
        let partner = rs.iter().position(|r| match (&l.value, &r.value) {
            (Value::Amount(a), Value::Amount(b)) => {
                let tied = counts_alike(held, l, r) || exchanged(held, l, r);
                let money_or_share = !a.unit.is_empty() && a.unit == b.unit;
                let points = points(a, b) && equal(a.least, b.least);
                points
                    || (a.unit == b.unit && equal(a.factor, b.factor) && (tied || (money_or_share && near(held, l, r))))
            }
            (Value::Rank(_), Value::Rank(_)) => counts_alike(held, l, r) || exchanged(held, l, r),
            (Value::Day(a), Value::Day(b)) => {
                a.is_exact() == b.is_exact() && (exchanged(held, l, r) || (lone_left && lone_right && a.is_exact()))
            }
            _ => false,
        });
        let Some(at) = partner else { return true };
        let r = rs.remove(at);
        let (strength, rule, what) = match (&l.value, &r.value) {
            (Value::Day(_), _) => (3, "figures: other day", "Another day in the same place"),
            (Value::Amount(a), Value::Amount(b)) if points(a, b) => {
                (3, "figures: percent or points", "Percent is not percentage points")
            }
            (Value::Amount(a), Value::Amount(b)) if compatible(a, b) => {
                (1, "figures: other precision", "The figure is more or less exact")
            }
            _ => (3, "figures: other value", "Another figure in the same place"),
        };
        findings.push(told(held, l, r, strength, rule, what));
        false
    });
}

/// One gives percent, the other percentage points.
fn points(a: &Amount, b: &Amount) -> bool {
    matches!((&*a.unit, &*b.unit), ("%", "pp") | ("pp", "%"))
}

/// Whether two unequal amounts can be the same one, said more or less exactly: "more than 100" and "112", not "about 40" and "about 45".
fn compatible(a: &Amount, b: &Amount) -> bool {
    let ((from, to), (other_from, other_to)) = (a.bounds(), b.bounds());
    let exactness = (a.hold, a.is_range()) != (b.hold, b.is_range());
    exactness && from <= other_to && other_from <= to
}

/// The figures `l` and `r` as a finding that opens with `what`.
fn told(held: &Held, l: &Quantity, r: &Quantity, strength: u8, rule: &str, what: &str) -> Finding {
    let (side, here, there) = higher(l.span, r.span);
    let words = |side: Side| said(&phrase(held, side, if side == Side::Left { l } else { r }));
    let (own, other) = (held.label(side), held.label(side.other()));
    let why = format!("{what}: {own} has {}, {other} {}.", words(side), words(side.other()));
    finding(side, here, FindingKind::Figure, Some(there), strength, rule, why)
}

/// How many tokens around two figures are searched for a word that both stand beside.
const AROUND: usize = 5;

/// Whether a telling word stands beside both: "damage of $3.5 million", "put the damage at $3.5 billion".
fn near(held: &Held, l: &Quantity, r: &Quantity) -> bool {
    let around = |side: Side, span: Span| {
        let tokens = &held.article(side).tokens;
        let first = tokens.partition_point(|token| token.span.end <= span.start);
        let last = tokens.partition_point(|token| token.span.start < span.end);
        tokens[first.saturating_sub(AROUND)..first].iter().chain(tokens[last..].iter().take(AROUND))
    };
    let telling = |word: WordId| held.story.vocabulary.form(word).chars().filter(|c| c.is_alphabetic()).count() >= 5;
    around(Side::Left, l.span)
        .filter(|token| telling(token.word))
        .any(|token| around(Side::Right, r.span).any(|other| other.word == token.word))
}

fn days(quantities: &[&Quantity]) -> usize {
    quantities.iter().filter(|quantity| matches!(quantity.value, Value::Day(_))).count()
}

/// The figure with the noun that it counts, as the article has it.
fn phrase(held: &Held, side: Side, quantity: &Quantity) -> String {
    let article = held.article(side);
    let from = article.token_at(quantity.span.end);
    let noun = article.tokens[from..].iter().take(3).find(|token| Some(token.word) == quantity.of);
    let span = noun.map_or(quantity.whole, |noun| quantity.whole.join(noun.span));
    held.text(side, span).to_owned()
}

/// Whether both count the same noun, but for a plural's ending.
fn counts_alike(held: &Held, l: &Quantity, r: &Quantity) -> bool {
    let stem = |word: WordId| held.story.vocabulary.form(word).trim_end_matches('s');
    l.of.zip(r.of).is_some_and(|(l, r)| stem(l) == stem(r))
}

/// Whether the one was put in the place of the other.
fn exchanged(held: &Held, l: &Quantity, r: &Quantity) -> bool {
    let from = held.changes.partition_point(|change| change.left.is_some_and(|span| span.end <= l.span.start));
    held.changes[from..].iter().take_while(|change| change.left.is_some_and(|span| span.start < l.span.end)).any(
        |change| {
            change.class == ChangeClass::Number
                && change.left.is_some_and(|span| span.meets(l.span))
                && change.right.is_some_and(|span| span.meets(r.span))
        },
    )
}

/// Figures that the other article gives nowhere, of a thing that its linked passage names without a figure. Days are not told: a passage
/// is as often told without its day as with it.
fn only_here(
    held: &Held,
    side: Side,
    own: &[&Quantity],
    others: &[Quantity],
    passage: Span,
    findings: &mut Vec<Finding>,
) {
    let article = held.article(side.other());
    let from = article.token_at(passage.start);
    let theirs = || article.tokens[from..].iter().take_while(|token| token.span.start < passage.end);
    for quantity in own {
        let Value::Amount(amount) = &quantity.value else { continue };
        // "Two", "three": as often a way of speaking as a figure.
        let slight = (amount.most < 10.0 && amount.unit.is_empty()) || amount.hold == Hold::Loose;
        let named = quantity.of.is_some_and(|of| theirs().any(|token| token.word == of));
        // "A dozen people", "+3 points": a figure too, if none that is read as the same kind of figure.
        let counted = theirs().enumerate().any(|(at, token)| {
            let before = || theirs().skip(at.saturating_sub(2)).take(at.min(2));
            Some(token.word) == quantity.of && before().any(|token| held.groundwork.numbers.may_open(token))
        });
        if slight || !named || counted || others.iter().any(|other| same(&quantity.value, &other.value)) {
            continue;
        }
        let (label, other) = (held.label(side), held.label(side.other()));
        let words = said(&phrase(held, side, quantity));
        let why = format!("{label} has {words}; the linked passage of {other} names them without the figure.");
        findings.push(finding(side, quantity.span, FindingKind::Figure, Some(passage), 1, "figures: only here", why));
    }
}
