//! Figures and days that differ inside what two passages share: another value, another precision, another day; and those that only one
//! article has. Compared by what they count and by where they stand, never blindly across the articles.

use super::{Held, finding, higher, said};
use crate::{
    align::Grade,
    compare::{
        change::ChangeClass,
        finding::{Finding, FindingKind},
        quantity::{Quantity, Value, quantities},
    },
    story::Side,
    text::{span::Span, vocabulary::WordId},
};

/// The figures of both articles that differ.
pub(super) fn findings(held: &Held) -> Vec<Finding> {
    let all = |side| {
        let article = held.article(side);
        quantities(held.story, article, &article.tokens, &held.groundwork.numbers)
    };
    let (left, right) = (all(Side::Left), all(Side::Right));
    let mut findings = Vec::new();
    for (link, wording) in held.alignment.links.iter().zip(held.wordings) {
        let told = link.left.iter().all(|id| held.is_told(Side::Left, *id))
            && link.right.iter().all(|id| held.is_told(Side::Right, *id));
        if link.grade == Grade::Same || !told || wording.replaced {
            continue;
        }
        for (l, r) in &wording.shared {
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

/// Takes the pairs that say the same out of both lists; tells where one of them is less exact.
fn agreeing(held: &Held, ls: &mut Vec<&Quantity>, rs: &mut Vec<&Quantity>, findings: &mut Vec<Finding>) {
    ls.retain(|l| {
        let partner = rs.iter().position(|r| same(&l.value, &r.value));
        let Some(at) = partner else { return true };
        let r = rs.remove(at);
        if let (Value::Amount { open: lo, .. }, Value::Amount { open: ro, .. }) = (&l.value, &r.value)
            && lo != ro
        {
            let (side, here, there) = higher(l.span, r.span);
            let open = if side == Side::Left { *lo } else { *ro };
            let (less, more) = if open { ("here", "in the other article") } else { ("in the other article", "here") };
            let why = format!(
                "The same figure, {}, is given as an estimate {less} and as it stands {more}.",
                said(held.text(side, here))
            );
            findings.push(finding(side, here, FindingKind::Figure, Some(there), 1, "figures: other precision", why));
        }
        false
    });
}

fn same(l: &Value, r: &Value) -> bool {
    match (l, r) {
        (Value::Amount { amount: a, unit: u, .. }, Value::Amount { amount: b, unit: v, .. }) => {
            equal(*a, *b) && (u == v || u.is_empty() || v.is_empty())
        }
        (Value::Rank(a), Value::Rank(b)) => equal(*a, *b),
        (Value::Day(a), Value::Day(b)) => a.agrees(b),
        _ => false,
    }
}

fn equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// Takes the pairs that speak of the same thing with another value out of both lists, and tells of them.
fn differing(held: &Held, ls: &mut Vec<&Quantity>, rs: &mut Vec<&Quantity>, findings: &mut Vec<Finding>) {
    let (lone_left, lone_right) = (days(ls) == 1, days(rs) == 1);
    ls.retain(|l| {
        let partner = rs.iter().position(|r| match (&l.value, &r.value) {
            (Value::Amount { unit: u, .. }, Value::Amount { unit: v, .. }) => {
                u == v && (counts_alike(held, l, r) || exchanged(held, l, r))
            }
            (Value::Rank(_), Value::Rank(_)) => counts_alike(held, l, r) || exchanged(held, l, r),
            (Value::Day(a), Value::Day(b)) => {
                a.is_exact() == b.is_exact() && (exchanged(held, l, r) || (lone_left && lone_right && a.is_exact()))
            }
            _ => false,
        });
        let Some(at) = partner else { return true };
        let r = rs.remove(at);
        let (side, here, there) = higher(l.span, r.span);
        let (strength, rule, what) = match (&l.value, &r.value) {
            (Value::Day(_), _) => (3, "figures: other day", "day"),
            (Value::Amount { open: a, amount: x, .. }, Value::Amount { open: b, amount: y, .. })
                if (*a || *b) && x.max(*y) < 3.0 * x.min(*y) =>
            {
                (1, "figures: other precision", "figure, more or less exact")
            }
            _ => (3, "figures: other value", "figure"),
        };
        let why = format!(
            "Another {what} in the same place: {} here, {} in the other article.",
            said(&phrase(held, side, if side == Side::Left { l } else { r })),
            said(&phrase(held, side.other(), if side == Side::Left { r } else { l }))
        );
        findings.push(finding(side, here, FindingKind::Figure, Some(there), strength, rule, why));
        false
    });
}

fn days(quantities: &[&Quantity]) -> usize {
    quantities.iter().filter(|quantity| matches!(quantity.value, Value::Day(_))).count()
}

/// The figure with the noun that it counts, as the article has it.
fn phrase(held: &Held, side: Side, quantity: &Quantity) -> String {
    let article = held.article(side);
    let from = article.tokens.partition_point(|token| token.span.end <= quantity.span.end);
    let noun = article.tokens[from..].iter().take(3).find(|token| Some(token.word) == quantity.of);
    let span = noun.map_or(quantity.span, |noun| quantity.span.join(noun.span));
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

/// Figures of a reworded passage that the other article gives nowhere.
fn only_here(
    held: &Held,
    side: Side,
    own: &[&Quantity],
    others: &[Quantity],
    passage: Span,
    findings: &mut Vec<Finding>,
) {
    for quantity in own {
        // "Two", "three": as often a way of speaking as a figure.
        let slight = matches!(&quantity.value, Value::Amount { amount, unit, open } if (*amount < 10.0 && unit.is_empty()) || *open)
            || matches!(quantity.value, Value::Rank(_));
        if slight || others.iter().any(|other| same(&quantity.value, &other.value)) {
            continue;
        }
        let why = format!(
            "{} stands only here; the other article tells the same without it, and the figure is nowhere else in it.",
            said(&phrase(held, side, quantity))
        );
        findings.push(finding(side, quantity.span, FindingKind::Figure, Some(passage), 1, "figures: only here", why));
    }
}
