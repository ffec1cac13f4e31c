//! The order in which findings are told: what a reader would want to see first. Adds nothing and takes nothing away.
//!
//! Measured on texts with expert marks, a cue that only one outlet uses, in its own narration, is four to seven times likelier to be marked
//! than one that the others share; so the order follows, in this sequence of weight: how strong the finding is, whether it is this
//! article's own (no counterpart, or other words in its place), whether it stands in narration and not inside a quotation, how telling its kind is, and
//! how early it stands. Equal ones follow the left article, then the right one, in reading order. Each is given what its place in the
//! order comes from.

use super::{
    finding::{Finding, FindingKind, Order},
    groundwork::Groundwork,
};
use crate::{
    align::PairAlignment,
    story::{Side, Story},
};

/// Puts the findings of a pair in the order in which they are told, and gives each the reasons for its place.
pub fn rank(findings: &mut [Finding], story: &Story, alignment: &PairAlignment, groundwork: &Groundwork) {
    for finding in &mut *findings {
        finding.order = Some(order(finding, story, alignment, groundwork));
    }
    findings.sort_by_cached_key(|finding| {
        (std::cmp::Reverse(weight(finding)), finding.side == Side::Right, finding.span, finding.kind)
    });
}

fn order(finding: &Finding, story: &Story, alignment: &PairAlignment, groundwork: &Groundwork) -> Order {
    let article = alignment.pair.on(finding.side);
    let length = u64::try_from(story.articles[article].text.len()).unwrap_or(1).max(1);
    let is_cue = is_cue(finding.kind);
    let is_quoted = groundwork.quotations.get(article).is_some_and(|q| q.is_statement(finding.span.into()));
    Order {
        strength: finding.strength,
        lone: is_cue && finding.counterpart.is_none(),
        quoted: (is_cue || is_quoted).then_some(is_quoted).filter(|_| finding.kind != FindingKind::Quotation),
        down: u64::from(finding.span.start).saturating_mul(100) / length,
    }
}

/// In hundredths of a step of strength, which weighs as much as the whole way down the text.
fn weight(finding: &Finding) -> u64 {
    let Some(order) = finding.order else { return 0 };
    let narrated = order.quoted != Some(true);
    let early = 100_u64.saturating_sub(order.down);
    100 * u64::from(order.strength)
        + 60 * u64::from(order.lone)
        + 60 * u64::from(narrated)
        + tells(finding.kind)
        + early
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{
        align::align,
        compare::pictures::story,
        lexicon::Lexicon,
        progress::Progress,
        story::{ArticleId, PairId},
        text::span::Span,
    };

    /// The words of findings made by hand of a text against itself, in order, with the reasons.
    fn order(text: &str, made: &[(&str, FindingKind, u8, bool)]) -> String {
        let story = story(&[text, text]);
        let pair = PairId { left: ArticleId::new(0), right: ArticleId::new(1) };
        let groundwork = Groundwork::of(&story, &Lexicon::bundled());
        let alignment = align(&story, pair, &Progress::default());
        let mut findings: Vec<Finding> = made
            .iter()
            .map(|(words, kind, strength, lone)| {
                let start = text.find(words).unwrap();
                let span = Span::new(start, start + words.len());
                Finding {
                    side: Side::Left,
                    span: span.into(),
                    kind: *kind,
                    counterpart: (!lone).then_some(span),
                    strength: *strength,
                    rule: String::new(),
                    why: (*words).to_owned(),
                    order: None,
                }
            })
            .collect();
        rank(&mut findings, &story, &alignment, &groundwork);
        findings.iter().map(|finding| format!("{}\n", finding.why_with_order())).collect()
    }

    #[test]
    fn strong_lone_narrated_and_early_come_first_and_the_why_says_so() {
        let text = "The grim mayor of the town spoke of the old bridge on Monday. \u{201c}It is a vile place and I do not go there,\u{201d} said Ada Brun. \
                    He claimed that it was safe and the brutal regime of the north was far away.";
        insta::assert_snapshot!(order(text, &[
            ("vile", FindingKind::Evaluation, 2, true),
            ("grim", FindingKind::Evaluation, 2, true),
            ("brutal", FindingKind::Evaluation, 2, true),
            ("claimed", FindingKind::Attribution, 2, false),
            ("regime", FindingKind::Loaded, 3, true),
            ("on Monday", FindingKind::Figure, 3, false),
        ]), @r"
        on Monday Order: strong, 25 % down.
        regime Order: strong, no counterpart, in narration, 83 % down.
        grim Order: clear, no counterpart, in narration, 1 % down.
        brutal Order: clear, no counterpart, in narration, 80 % down.
        claimed Order: clear, in narration, 63 % down.
        vile Order: clear, no counterpart, quoted, 36 % down.
        ");
    }

    #[test]
    fn equal_ones_stand_in_reading_order() {
        let text = "The grim, vile mayor of the town spoke of the old bridge.";
        insta::assert_snapshot!(order(text, &[
            ("vile", FindingKind::Evaluation, 2, true),
            ("grim", FindingKind::Evaluation, 2, true),
        ]), @r"
        grim Order: clear, no counterpart, in narration, 7 % down.
        vile Order: clear, no counterpart, in narration, 17 % down.
        ");
    }

    #[test]
    fn an_order_in_an_articles_words_is_no_reason() {
        let text = "The grim Executive Order: no drilling in the sea.";
        let told = order(text, &[("grim Executive Order: no drilling", FindingKind::Evaluation, 2, true)]);
        assert_eq!(told, "grim Executive Order: no drilling Order: clear, no counterpart, in narration, 8 % down.\n");
    }
}
