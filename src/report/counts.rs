//! The counts of a pair, as every format tells them.

use super::marks::is_marked;
use crate::{
    align::Grade,
    compare::{ChangeClass, FindingKind},
    comparison::{PairComparison, furniture},
    story::{Article, SentenceId, Side, Story},
};

/// How much of what a pair holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Passages of the left and the right article, the page's furniture apart.
    pub passages: [usize; 2],
    /// Links graded `same`, `reworded`, `partial`.
    pub links: [usize; 3],
    /// How many of the links are moved.
    pub moved: usize,
    /// Passages without a counterpart, left and right.
    pub only: [usize; 2],
    /// Changes of words (their accents among them), names, figures, in this order.
    pub changes: [usize; 3],
    /// Changes of typography, case and punctuation together: counted, not marked.
    pub quiet: usize,
    /// Findings by kind, in the kinds' order, those that are there.
    pub findings: Vec<(FindingKind, usize)>,
    /// Paragraphs of the page's furniture, left and right.
    pub furniture: [usize; 2],
}

impl Counts {
    /// The counts of `pair`, which is one of `story`.
    pub fn new(story: &Story, pair: &PairComparison) -> Self {
        let alignment = &pair.alignment;
        let furniture = Side::BOTH.map(|side| furniture(&story.articles[alignment.pair.on(side)], pair, side));
        let count = |side: Side, of: &dyn Fn(&Article, &[bool]) -> usize| {
            of(&story.articles[alignment.pair.on(side)], &furniture[side.index()])
        };
        let tells = |article: &Article, furniture: &[bool], id: SentenceId| {
            !furniture.get(article.sentence(id).paragraph.index()).copied().unwrap_or_default()
        };
        let passages = |article: &Article, furniture: &[bool]| {
            article.sentence_ids().filter(|id| tells(article, furniture, *id)).count()
        };
        let graded = |grade| alignment.links.iter().filter(|link| link.grade == grade).count();
        let classed = |class| {
            let counts_as = |of| if of == ChangeClass::Accent { ChangeClass::Word } else { of };
            pair.changes.iter().filter(|change| counts_as(change.class) == class).count()
        };
        let found = |kind| pair.findings.iter().filter(|finding| finding.kind == kind).count();
        Self {
            passages: Side::BOTH.map(|side| count(side, &passages)),
            links: [Grade::Same, Grade::Reworded, Grade::Partial].map(graded),
            moved: alignment.links.iter().filter(|link| link.moved).count(),
            only: Side::BOTH.map(|side| {
                let only = alignment.only(side);
                count(side, &|article, furniture| {
                    only.iter().filter(|only| tells(article, furniture, only.sentence)).count()
                })
            }),
            changes: [ChangeClass::Word, ChangeClass::Name, ChangeClass::Number].map(classed),
            quiet: pair.changes.iter().filter(|change| !is_marked(change)).count(),
            findings: FindingKind::ALL
                .map(|kind| (kind, found(kind)))
                .into_iter()
                .filter(|(_, count)| *count > 0)
                .collect(),
            furniture: Side::BOTH
                .map(|side| count(side, &|_, furniture| furniture.iter().filter(|furniture| **furniture).count())),
        }
    }

    /// The counts that tell the pairs of a story apart, in one line; `labels` name the left and the right article.
    pub fn line(&self, labels: [&str; 2]) -> String {
        let [same, reworded, partial] = self.links;
        let ([left, right], [a, b]) = (self.only, labels);
        let findings: usize = self.findings.iter().map(|(_, count)| count).sum();
        format!(
            "{same} same, {reworded} reworded, {partial} partial; {left} only in {a}, {right} only in {b}; {findings} findings"
        )
    }

    /// The counts as lines for the reader, `labels` naming the left and the right article: what is counted, and how much.
    pub fn lines(&self, labels: [&str; 2]) -> Vec<(&'static str, String)> {
        let [a, b] = labels;
        let [same, reworded, partial] = self.links;
        let [words, names, figures] = self.changes;
        let total = same + reworded + partial;
        let mut lines = vec![
            ("passages", format!("{} in {a}, {} in {b}", self.passages[0], self.passages[1])),
            (
                "links",
                format!("{total}: {same} same, {reworded} reworded, {partial} partial; {} of them moved", self.moved),
            ),
            ("only here", format!("{} in {a}, {} in {b}", self.only[0], self.only[1])),
            (
                "changes",
                format!(
                    "{words} of words, {names} of names, {figures} of figures; {} of typography, case and punctuation, not marked",
                    self.quiet
                ),
            ),
        ];
        let kinds: Vec<String> = self.findings.iter().map(|(kind, count)| format!("{count} {}", kind.name())).collect();
        let all: usize = self.findings.iter().map(|(_, count)| count).sum();
        lines.push((
            "findings",
            if kinds.is_empty() { "none".to_owned() } else { format!("{all}: {}", kinds.join(", ")) },
        ));
        if self.furniture != [0, 0] {
            let [left, right] = self.furniture;
            lines.push((
                "furniture",
                format!("{left} in {a}, {right} in {b}: datelines, captions, bylines, notices; no differences"),
            ));
        }
        lines
    }
}
