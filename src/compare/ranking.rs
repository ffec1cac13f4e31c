//! The order in which findings are told: what a reader would want to see first. Adds nothing and takes nothing away.
//!
//! Measured on texts with expert marks, a cue that only one outlet uses, in its own narration, is four to seven times likelier to be marked
//! than one that the others share; so the order follows, in this sequence of weight: how strong the finding is, whether it is this
//! article's own (no counterpart, or other words in its place), whether it stands in narration and not inside a quotation, how telling its kind is, and
//! how early it stands. Equal ones follow the left article, then the right one, in reading order.

use super::{
    finding::{Finding, FindingKind},
    groundwork::Groundwork,
};
use crate::{
    align::PairAlignment,
    story::{Side, Story},
};

/// Puts the findings of a pair in the order in which they are told.
pub fn rank(findings: &mut [Finding], story: &Story, alignment: &PairAlignment, groundwork: &Groundwork) {
    findings.sort_by_cached_key(|finding| {
        let article = alignment.pair.on(finding.side);
        let length = u64::try_from(story.articles[article].text.len()).unwrap_or(1).max(1);
        let quoted = groundwork.quotations.get(article).is_some_and(|q| q.is_statement(finding.span.into()));
        let narrated = u64::from(!quoted || finding.kind == FindingKind::Quotation);
        let own = u64::from(finding.counterpart.is_none() && is_cue(finding.kind));
        // In hundredths: a step of strength weighs as much as the whole way down the text.
        let early = 100 - u64::from(finding.span.start).saturating_mul(100) / length;
        let weight = 100 * u64::from(finding.strength) + 60 * own + 60 * narrated + tells(finding.kind) + early;
        (std::cmp::Reverse(weight), finding.side == Side::Right, finding.span, finding.kind)
    });
}

fn is_cue(kind: FindingKind) -> bool {
    !matches!(kind, FindingKind::Quotation | FindingKind::Figure | FindingKind::Placement | FindingKind::Headline)
}

/// How telling a kind is, in hundredths of a step of strength.
fn tells(kind: FindingKind) -> u64 {
    match kind {
        FindingKind::Attribution | FindingKind::Headline => 50,
        FindingKind::Quotation | FindingKind::Figure | FindingKind::Source => 40,
        FindingKind::Loaded | FindingKind::Naming => 30,
        FindingKind::Evaluation | FindingKind::Interpretation | FindingKind::Hedge => 20,
        FindingKind::Background => 10,
        FindingKind::Placement => 0,
    }
}
