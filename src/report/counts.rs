//! The counts of a pair, as every format tells them.

use super::marks::is_marked;
use crate::{
    align::Grade,
    compare::{ChangeClass, FindingKind},
    comparison::PairComparison,
    story::{Article, ParagraphRole, Side, Story},
};

/// How much of what a pair holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Passages of the left and the right article, boilerplate apart.
    pub passages: [usize; 2],
    /// Links graded `same`, `reworded`, `partial`.
    pub links: [usize; 3],
    /// How many of the links are moved.
    pub moved: usize,
    /// Passages without a counterpart, left and right.
    pub only: [usize; 2],
    /// Changes of words, names, figures, in this order.
    pub changes: [usize; 3],
    /// Changes of typography, case and punctuation together: counted, not marked.
    pub quiet: usize,
    /// Findings by kind, in the kinds' order, those that are there.
    pub findings: Vec<(FindingKind, usize)>,
    /// Boilerplate paragraphs, left and right.
    pub boilerplate: [usize; 2],
}

impl Counts {
    /// The counts of `pair`, which is one of `story`.
    pub fn new(story: &Story, pair: &PairComparison) -> Self {
        let alignment = &pair.alignment;
        let both = Side::BOTH.map(|side| &story.articles[alignment.pair.on(side)]);
        let boilerplate = |article: &&Article| {
            article.paragraphs.iter().filter(|paragraph| paragraph.role == ParagraphRole::Boilerplate).count()
        };
        let passages = |article: &&Article| {
            article.sentence_ids().filter(|id| article.role_of(*id) != ParagraphRole::Boilerplate).count()
        };
        let graded = |grade| alignment.links.iter().filter(|link| link.grade == grade).count();
        let classed = |class| pair.changes.iter().filter(|change| change.class == class).count();
        let found = |kind| pair.findings.iter().filter(|finding| finding.kind == kind).count();
        Self {
            passages: both.each_ref().map(passages),
            links: [Grade::Same, Grade::Reworded, Grade::Partial].map(graded),
            moved: alignment.links.iter().filter(|link| link.moved).count(),
            only: [alignment.only_left.len(), alignment.only_right.len()],
            changes: [ChangeClass::Word, ChangeClass::Name, ChangeClass::Number].map(classed),
            quiet: pair.changes.iter().filter(|change| !is_marked(change)).count(),
            findings: FindingKind::ALL
                .map(|kind| (kind, found(kind)))
                .into_iter()
                .filter(|(_, count)| *count > 0)
                .collect(),
            boilerplate: both.each_ref().map(boilerplate),
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
        if self.boilerplate != [0, 0] {
            let [left, right] = self.boilerplate;
            lines.push(("boilerplate", format!("paragraphs: {left} in {a}, {right} in {b}")));
        }
        lines
    }
}
