//! What the links mean beyond words: quotations, figures, names, headline, placement. Each finding states a fact of wording with the exact
//! words, and says "no counterpart found" where the other article has none; it never says why.

mod directions;
mod figures;
mod headline;
mod labels;
mod offices;
mod placement;
mod quotations;
mod spellings;

use std::cmp::Ordering;

use super::{
    change::{Change, LinkWording},
    finding::{Finding, FindingKind, FindingSpan},
    groundwork::Groundwork,
    quotation_pairs::QuotationPair,
};
use crate::{
    align::PairAlignment,
    story::{Article, ParagraphRole, SentenceId, Side, Story},
    text::{broken::one_line, figure::Numbers, span::Span},
};

/// The findings of `alignment` that are not cues of framing, in reading order, left first.
#[must_use]
pub fn findings(
    story: &Story,
    alignment: &PairAlignment,
    wordings: &[LinkWording],
    changes: &[Change],
    quotations: &[QuotationPair],
    groundwork: &Groundwork,
) -> Vec<Finding> {
    let held = Held { story, alignment, wordings, changes, groundwork };
    let mut findings = quotations::findings(&held, quotations);
    // A figure inside a quotation that is told as altered is told there.
    let altered: Vec<Place> =
        findings.iter().filter(|finding| finding.rule == "quotations: altered").map(Place::of).collect();
    let figures = figures::findings(&held).into_iter();
    findings.extend(figures.filter(|figure| !altered.iter().any(|quotation| quotation.holds(Place::of(figure)))));
    // Another speaker's name is another name in the same place; it is told once.
    let given: Vec<Span> = quotations::speakers_of_others(&held, quotations);
    let names = spellings::findings(&held).into_iter();
    findings.extend(names.filter(|name| {
        !given.iter().any(|span| name.side == Side::Left && span.meets(name.span.into()))
            && !name
                .counterpart
                .is_some_and(|there| name.side == Side::Right && given.iter().any(|span| span.meets(there)))
    }));
    let told: Vec<Place> = findings.iter().filter(|finding| finding.counterpart.is_some()).map(Place::of).collect();
    let labels = labels::findings(&held).into_iter();
    findings.extend(labels.filter(|label| {
        let label = Place::of(label);
        !told.iter().any(|other| label.holds(*other) || other.holds(label))
    }));
    findings.extend(offices::findings(&held));
    let headlines = headline::findings(&held);
    // A lede that stands further down there is told once.
    let ledes: Vec<(Side, FindingSpan)> = headlines
        .iter()
        .filter(|finding| finding.counterpart.is_some() && finding.rule.starts_with("lede"))
        .map(|finding| (finding.side, finding.span))
        .collect();
    findings.extend(headlines);
    let placed = placement::findings(&held).into_iter();
    findings.extend(placed.filter(|finding| !ledes.contains(&(finding.side, finding.span))));
    findings.sort_by_key(|finding| (finding.side, finding.span.start, finding.span.end, finding.kind));
    findings
}

/// Where a finding stands on the left and on the right.
#[derive(Clone, Copy, Debug)]
struct Place(Option<Span>, Option<Span>);

impl Place {
    fn of(finding: &Finding) -> Self {
        let here = Some(Span::from(finding.span));
        match finding.side {
            Side::Left => Self(here, finding.counterpart),
            Side::Right => Self(finding.counterpart, here),
        }
    }

    /// Whether `inner` lies within it, on both sides.
    fn holds(self, inner: Self) -> bool {
        let covers = |outer: Option<Span>, inner: Option<Span>| {
            outer.zip(inner).is_some_and(|(outer, inner)| outer.covers(inner))
        };
        covers(self.0, inner.0) && covers(self.1, inner.1)
    }
}

/// Two articles held against each other.
struct Held<'a> {
    story: &'a Story,
    alignment: &'a PairAlignment,
    wordings: &'a [LinkWording],
    changes: &'a [Change],
    groundwork: &'a Groundwork,
}

impl<'a> Held<'a> {
    fn article(&self, side: Side) -> &'a Article {
        &self.story.articles[self.alignment.pair.on(side)]
    }

    /// What the article on `side` is called.
    fn label(&self, side: Side) -> &'a str {
        &self.article(side).label
    }

    /// The number words of the article on `side`.
    fn numbers(&self, side: Side) -> Option<&'a Numbers> {
        self.groundwork.numbers.get(self.alignment.pair.on(side)).map(|numbers| &**numbers)
    }

    fn text(&self, side: Side, span: Span) -> &'a str {
        span.of(&self.article(side).text)
    }

    /// Where a finding that is of both articles alike is told: where it stands higher up, so that exchanging the articles changes
    /// nothing. The side, its span, and the other side's.
    fn higher(&self, left: Span, right: Span) -> (Side, Span, Span) {
        match self.before(left.start.cmp(&right.start)) {
            Side::Left => (Side::Left, left, right),
            Side::Right => (Side::Right, right, left),
        }
    }

    /// The side that `order`, of the left one to the right one, puts first; where they are equal, the one whose text comes first in the alphabet, since
    /// nothing may hang on which article was named first.
    fn before(&self, order: Ordering) -> Side {
        let text = || self.article(Side::Left).text.cmp(&self.article(Side::Right).text);
        match order.then_with(text) {
            Ordering::Greater => Side::Right,
            _ => Side::Left,
        }
    }

    /// Whether a sentence belongs to the telling.
    fn is_told(&self, side: Side, sentence: SentenceId) -> bool {
        self.article(side).role_of(sentence) == ParagraphRole::Body
    }
}

/// A finding of `rule`.
fn finding(
    side: Side,
    span: Span,
    kind: FindingKind,
    counterpart: Option<Span>,
    strength: u8,
    rule: &str,
    why: String,
) -> Finding {
    Finding { side, span: span.into(), kind, counterpart, strength, rule: rule.to_owned(), why, order: None }
}

/// `words` between quotation marks for a sentence to the reader, on one line and shortened in the middle if it is long.
fn said(words: &str) -> String {
    const LONGEST: usize = 160;
    let line = one_line(words);
    let count = line.chars().count();
    if count <= LONGEST {
        return format!("\u{2018}{line}\u{2019}");
    }
    let start: String = line.chars().take(LONGEST / 2).collect();
    let end: String = line.chars().skip(count - LONGEST / 3).collect();
    let (start, end) =
        (start.rsplit_once(' ').map_or(&*start, |(s, _)| s), end.split_once(' ').map_or(&*end, |(_, e)| e));
    format!("\u{2018}{start} … {end}\u{2019}")
}

#[cfg(test)]
mod tests;
