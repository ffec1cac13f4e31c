//! Quotations that differ.

use super::{Held, finding, higher, said};
use crate::{
    compare::{
        finding::{Finding, FindingKind},
        quotation_pairs::{Fate, QuotationPair},
        quotations::Quotation,
    },
    story::Side,
    text::span::Span,
};

/// One finding for each pair of quotations that differs; on the side that has more words, or the left.
pub(super) fn findings(held: &Held, pairs: &[QuotationPair]) -> Vec<Finding> {
    pairs.iter().flat_map(|pair| about(held, pair)).collect()
}

fn about(held: &Held, pair: &QuotationPair) -> Vec<Finding> {
    let quoted = |side| held.groundwork.quotations.get(held.alignment.pair.on(side)).map_or(&[][..], |q| &q.quoted[..]);
    let parts = |side| -> Vec<&Quotation> { pair.on(side).iter().map(|at| &quoted(side)[*at]).collect() };
    let whole = |side| -> Option<Span> {
        let parts = parts(side);
        Some(parts.first()?.span.join(parts.last()?.span))
    };
    let words = |side| -> String {
        pair.words(side).iter().map(|span| said(held.text(side, *span))).collect::<Vec<_>>().join(", ")
    };
    let mut findings = Vec::new();
    let make = |side: Side, span: Span, counterpart, strength, rule: &str, why| {
        finding(side, span, FindingKind::Quotation, counterpart, strength, rule, why)
    };
    match pair.fate {
        Fate::Full => {}
        Fate::Trimmed => {
            let side = if pair.left_words.is_empty() { Side::Right } else { Side::Left };
            let cut = pair.words(side);
            if let (Some(first), Some(there)) = (cut.first(), whole(side.other())) {
                let span = if cut.len() == 1 { *first } else { whole(side).unwrap_or(*first) };
                let why =
                    format!("The quotation has {} here; the other article quotes it without these words.", words(side));
                findings.push(make(side, span, Some(there), 2, "quotations: trimmed", why));
            }
        }
        Fate::Altered => {
            if let (Some(l), Some(r)) = (whole(Side::Left), whole(Side::Right)) {
                let (side, here, there) = higher(l, r);
                let side_words = |side: Side| {
                    let words = words(side);
                    if words.is_empty() { "nothing in its place".to_owned() } else { words }
                };
                let why = format!(
                    "The same quotation in other words: {} here, {} in the other article.",
                    side_words(side),
                    side_words(side.other())
                );
                findings.push(make(side, here, Some(there), 2, "quotations: altered", why));
            }
        }
        Fate::Merged => {
            let side = if pair.left.len() <= pair.right.len() { Side::Left } else { Side::Right };
            let (few, many) = (parts(side), parts(side.other()));
            if let (Some(here), Some(there)) = (whole(side), whole(side.other())) {
                let why = format!(
                    "One run of quotation here stands as {} quotations in the other article, which puts its own words between them.",
                    many.len().max(few.len() + 1)
                );
                findings.push(make(side, here, Some(there), 2, "quotations: merged", why));
            }
        }
        Fate::Reported => {
            let side = if pair.left.is_empty() { Side::Right } else { Side::Left };
            if let (Some(here), Some(there)) = (whole(side), pair.reported) {
                let why = format!(
                    "Quoted here; the other article tells it without quotation marks: {}.",
                    said(held.text(side.other(), there))
                );
                findings.push(make(side, here, Some(there), 2, "quotations: reported elsewhere", why));
            }
        }
        Fate::Only => {
            let side = if pair.left.is_empty() { Side::Right } else { Side::Left };
            if let Some(here) = whole(side) {
                let who = parts(side).iter().find_map(|part| part.speaker.as_ref()).map_or_else(
                    || "No speaker is named".to_owned(),
                    |speaker| match &speaker.name {
                        Some(name) => format!("The speaker is {name}"),
                        None => format!("The speaker is given as {}", said(held.text(side, speaker.span))),
                    },
                );
                let why = format!("Quoted only here; no counterpart found in the other article. {who}.");
                findings.push(make(side, here, None, 1, "quotations: only here", why));
            }
        }
    }
    if pair.other_speaker
        && let (Some(l), Some(r)) = (whole(Side::Left), whole(Side::Right))
    {
        let (side, here, there) = higher(l, r);
        let name = |side| parts(side).iter().find_map(|part| part.speaker.as_ref()?.name.clone()).unwrap_or_default();
        let why = format!(
            "The same quotation is given to {} here and to {} in the other article.",
            name(side),
            name(side.other())
        );
        findings.push(make(side, here, Some(there), 3, "quotations: another speaker", why));
    }
    findings
}
