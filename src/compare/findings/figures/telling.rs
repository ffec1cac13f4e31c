//! What is said to the reader of figures that differ.

use super::{
    super::{Held, directions::direction, finding, said},
    relation::Relation,
};
use crate::{
    compare::{
        finding::{Finding, FindingKind},
        quantity::{Quantity, Value},
    },
    story::Side,
    text::{figure, span::Span},
};

/// Tells of the figures of two articles.
pub(super) struct Telling<'a, 'h> {
    pub held: &'h Held<'a>,
}

/// The figures on the left and on the right.
type Both<'q> = (&'q Quantity, &'q Quantity);

impl Telling<'_, '_> {
    /// Two figures of the same thing that differ.
    pub fn differs(&self, l: &Quantity, r: &Quantity, relation: Relation) -> Finding {
        use figure::Value::{Amount, Clock, Rank, Score};
        let is_amount = |quantity: &Quantity| matches!(quantity.value, Value::Figure(Amount(_)));
        let is_day = |quantity: &Quantity| matches!(quantity.value, Value::Day(_));
        let (strength, rule, what) = match (relation, &l.value) {
            (Relation::Precision | Relation::Hold, _) => {
                (1, "figures: other precision", "The figure is more or less exact")
            }
            (Relation::Points, _) => (3, "figures: percent or points", "Percent is not percentage points"),
            (Relation::Currency, _) => (3, "figures: other currency", "As many of another currency"),
            (Relation::Money, _) => (1, "figures: other currency", "A sum in another currency in the same place"),
            (Relation::Sign, _) => (3, "figures: other sign", "The same figure with another sign"),
            _ if is_amount(l) && is_day(r) || is_day(l) && is_amount(r) => {
                (2, "figures: other length of time", "By the date of the article the two do not fit")
            }
            _ if matches!(r.value, Value::Day(_)) => (3, "figures: other day", "Another day in the same place"),
            (_, Value::Day(_)) => (3, "figures: other day", "Another day in the same place"),
            (_, Value::Figure(Clock(_))) => (3, "figures: other time", "Another time of day in the same place"),
            (_, Value::Figure(Score(..))) => (3, "figures: other score", "Another score in the same place"),
            (_, Value::Figure(Rank(_))) => (3, "figures: other value", "Another figure in the same place"),
            _ => (3, "figures: other value", "Another figure for the same thing"),
        };
        self.told(l, r, strength, rule, what)
    }

    /// The same measure in two units.
    pub fn unit(&self, l: &Quantity, r: &Quantity) -> Finding {
        self.told(l, r, 1, "figures: other unit", "The same measure in another unit")
    }

    /// Two figures of which each article has the one where the other has the other.
    pub fn changed_places(&self, one: Both, other: Both) -> Finding {
        // What stands higher up is told, in whichever article, so that exchanging the articles changes nothing.
        let place = |(l, r): Both| (l.span.start.min(r.span.start), l.span.start.max(r.span.start));
        let ((l, r), (l_other, r_other)) = if place(one) <= place(other) { (one, other) } else { (other, one) };
        let (side, here, there) = self.held.higher(l.span, r.span);
        let words = |side: Side| {
            let (one, other) = if side == Side::Left { (l, l_other) } else { (r, r_other) };
            let (one, other) = if one.span.start <= other.span.start { (one, other) } else { (other, one) };
            format!("{} and {}", said(&self.phrase(side, one)), said(&self.phrase(side, other)))
        };
        let (own, other) = (self.held.label(side), self.held.label(side.other()));
        let why =
            format!("Two figures have changed places: {own} has {}, {other} {}.", words(side), words(side.other()));
        finding(side, here, FindingKind::Figure, Some(there), 3, "figures: changed places", why)
    }

    /// The same figure, up in one article and down in the other, each with the word that says so.
    pub fn opposed(&self, l: &Quantity, r: &Quantity) -> Option<Finding> {
        let held = self.held;
        // Who won 3-1 and who lost 1-3 may both be right.
        if !matches!(
            (&l.value, &r.value),
            (Value::Figure(figure::Value::Amount(_)), Value::Figure(figure::Value::Amount(_)))
        ) {
            return None;
        }
        let (l_way, r_way) = direction(held, Side::Left, l).zip(direction(held, Side::Right, r))?;
        if l_way.0 == r_way.0 {
            return None;
        }
        let (side, here, there) = self.held.higher(l.span, r.span);
        let words = |side: Side| {
            let (quantity, way) = if side == Side::Left { (l, l_way.1) } else { (r, r_way.1) };
            said(&format!("{way} \u{2026} {}", self.phrase(side, quantity)))
        };
        let (own, other) = (held.label(side), held.label(side.other()));
        let why = format!(
            "The same figure in opposite directions: {own} has {}, {other} {}.",
            words(side),
            words(side.other())
        );
        Some(finding(side, here, FindingKind::Figure, Some(there), 3, "figures: other direction", why))
    }

    /// A figure of a thing that `passage` of the other article names without one; none where it does not.
    pub fn only_here(&self, side: Side, quantity: &Quantity, passage: Span) -> Option<Finding> {
        let held = self.held;
        let article = held.article(side.other());
        let from = article.token_at(passage.start);
        let to = article.tokens.partition_point(|token| token.span.start < passage.end);
        let theirs = article.tokens.get(from..to).unwrap_or_default();
        let of = quantity.of?;
        let at = theirs.iter().position(|token| token.word == of)?;
        // "A dozen people": a figure too, if none that is read as the same kind of figure.
        let opens = |at: usize| {
            let before = theirs.get(at.saturating_sub(2)..at).unwrap_or_default();
            // "A man, 34,".
            let after = theirs.get(at + 2..at + 3).filter(|_| held.text(side.other(), theirs[at + 1].span) == ",");
            before
                .iter()
                .chain(after.unwrap_or_default())
                .any(|token| held.numbers(side.other()).is_some_and(|numbers| numbers.may_open(token)))
        };
        if opens(at) || theirs.iter().enumerate().any(|(at, token)| token.word == of && opens(at)) {
            return None;
        }
        let (label, other) = (held.label(side), held.label(side.other()));
        let words = said(&self.phrase(side, quantity));
        let why = format!("{label} has {words}; the linked passage of {other} names them without the figure.");
        Some(finding(side, quantity.span, FindingKind::Figure, Some(passage), 1, "figures: only here", why))
    }

    /// The figures `l` and `r` as a finding that opens with `what`.
    fn told(&self, l: &Quantity, r: &Quantity, strength: u8, rule: &str, what: &str) -> Finding {
        let (side, here, there) = self.held.higher(l.span, r.span);
        let words = |side: Side| said(&self.phrase(side, if side == Side::Left { l } else { r }));
        let (own, other) = (self.held.label(side), self.held.label(side.other()));
        let why = format!("{what}: {own} has {}, {other} {}.", words(side), words(side.other()));
        finding(side, here, FindingKind::Figure, Some(there), strength, rule, why)
    }

    /// The figure with the noun that it counts, as the article has it.
    fn phrase(&self, side: Side, quantity: &Quantity) -> String {
        let tokens = &self.held.article(side).tokens;
        let after = tokens.get(quantity.range().end..).unwrap_or_default();
        let noun = after.iter().take(5).find(|token| Some(token.word) == quantity.of);
        let span = noun.map_or(quantity.whole, |noun| quantity.whole.join(noun.span));
        self.held.text(side, span).to_owned()
    }
}
