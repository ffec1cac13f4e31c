//! The order in which findings are told: what a reader would want to see first. Adds nothing and takes nothing away.
//!
//! Measured on texts with expert marks, a cue that only one outlet uses, in its own narration, is four to seven times likelier to be marked
//! than one that the others share; so the order follows, in this sequence of weight: how strong the finding is, whether it is this
//! article's own (no counterpart, or other words in its place), whether it stands in narration and not inside a quotation, how telling its kind is, and
//! how early it stands. Equal ones follow the left article, then the right one, in reading order. Each why ends with what its place in the
//! order comes from.

use std::fmt::Write as _;

use super::{
    finding::{Finding, FindingKind},
    groundwork::Groundwork,
};
use crate::{
    align::PairAlignment,
    story::{Side, Story},
};

/// Puts the findings of a pair in the order in which they are told, and ends the why of each with the reasons for its place.
pub fn rank(findings: &mut [Finding], story: &Story, alignment: &PairAlignment, groundwork: &Groundwork) {
    let standing = |finding: &Finding| {
        let article = alignment.pair.on(finding.side);
        let length = u64::try_from(story.articles[article].text.len()).unwrap_or(1).max(1);
        let cue = is_cue(finding.kind);
        let quoted = groundwork.quotations.get(article).is_some_and(|q| q.is_statement(finding.span.into()));
        let down = u64::from(finding.span.start).saturating_mul(100) / length;
        Standing { cue, own: cue && finding.counterpart.is_none(), quoted, down }
    };
    findings.sort_by_cached_key(|finding| {
        let weight = standing(finding).weight(finding);
        (std::cmp::Reverse(weight), finding.side == Side::Right, finding.span, finding.kind)
    });
    for finding in &mut *findings {
        standing(finding).give_reasons(finding);
    }
}

/// What the reasons for the order begin with.
pub(super) const MARK: &str = " Order: ";

/// What a finding's place in the order comes from, besides its strength and kind.
struct Standing {
    cue: bool,
    /// A cue without a counterpart.
    own: bool,
    quoted: bool,
    /// How far down its text it stands, in hundredths.
    down: u64,
}

impl Standing {
    /// In hundredths of a step of strength, which weighs as much as the whole way down the text.
    fn weight(&self, finding: &Finding) -> u64 {
        let narrated = u64::from(!self.quoted || finding.kind == FindingKind::Quotation);
        let early = 100_u64.saturating_sub(self.down);
        100 * u64::from(finding.strength) + 60 * u64::from(self.own) + 60 * narrated + tells(finding.kind) + early
    }

    /// Adds to the why of `finding`: ` Order: clear, no counterpart, in narration, 12 % down.`
    fn give_reasons(&self, finding: &mut Finding) {
        let strength = match finding.strength {
            3.. => "strong",
            2 => "clear",
            _ => "mild",
        };
        let own = if self.own { ", no counterpart" } else { "" };
        let voice = match (self.cue, self.quoted) {
            (true, true) => ", quoted",
            (true, false) => ", in narration",
            (false, _) => "",
        };
        for reason in [MARK, strength, own, voice] {
            finding.why.push_str(reason);
        }
        let _ = write!(finding.why, ", {} % down.", self.down);
    }
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
                }
            })
            .collect();
        rank(&mut findings, &story, &alignment, &groundwork);
        findings.iter().map(|finding| format!("{}\n", finding.why)).collect()
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
}
