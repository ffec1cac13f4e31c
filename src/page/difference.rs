//! What a reader may stop at, in reading order: what `n` walks through, the list shows and the overview draws.

use super::marks::{Marks, Standing};
use crate::{
    align::{Grade, Link},
    compare::FindingKind,
    comparison::PairComparison,
    story::{Article, SentenceId, Side, Story},
    text::span::Span,
};

/// One difference between two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub kind: DifferenceKind,
    /// The row of the pair it stands in.
    pub row: usize,
    /// The side of the pair it is read on.
    pub side: Side,
    /// The sentence it begins in, on that side.
    pub sentence: SentenceId,
    /// The words it is about, on that side.
    pub span: Span,
    /// Its counterpart's words, on the other side.
    pub counterpart: Option<Span>,
}

/// What a difference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DifferenceKind {
    /// Neighbouring passages of one article without a counterpart; the side of the pair.
    Only(Side),
    /// The counterpart stands against the order of the others; the link.
    Moved(usize),
    /// The counterpart says the same in other words; the link.
    Reworded(usize),
    /// The counterpart shares only a part; the link.
    Partial(usize),
    /// A finding, as an index into the pair's, with its kind.
    Finding(usize, FindingKind),
}

/// The differences of `pair`, by row, then by their place in the row, the left side first.
#[must_use]
pub fn differences(story: &Story, pair: &PairComparison, marks: &Marks) -> Vec<Difference> {
    let alignment = &pair.alignment;
    let articles = Side::BOTH.map(|side| &story.articles[alignment.pair.on(side)]);
    let mut all = Vec::new();
    let told = told(pair, marks);
    for (side, article) in Side::BOTH.into_iter().zip(articles) {
        passages(article, articles[side.other().index()], pair, (marks, &told), side, &mut all);
    }
    for (number, finding) in pair.findings.iter().enumerate() {
        let article = articles[finding.side.index()];
        let span = Span::from(finding.span);
        if let Some(sentence) = article.sentence_at(span.start) {
            all.push(Difference {
                kind: DifferenceKind::Finding(number, finding.kind),
                row: marks.row(finding.side, article.sentence(sentence).paragraph),
                side: finding.side,
                sentence,
                span,
                counterpart: finding.counterpart,
            });
        }
    }
    all.sort_by_key(|difference| (difference.row, difference.side.index(), difference.span.start, difference.kind));
    all
}

/// Where each link of `pair` is told, once: at its first passage that it speaks for, on the left if there is one.
fn told(pair: &PairComparison, marks: &Marks) -> Vec<Option<(Side, SentenceId)>> {
    let told = |(number, link): (usize, &Link)| {
        let of = |side: Side| link.on(side).iter().map(move |id| (side, *id));
        let mut passages = Side::BOTH.into_iter().flat_map(of);
        passages.find(|(side, id)| marks.standing(*side, *id).link() == Some(number))
    };
    pair.alignment.links.iter().enumerate().map(told).collect()
}

fn passages(
    article: &Article,
    other: &Article,
    pair: &PairComparison,
    (marks, told): (&Marks, &[Option<(Side, SentenceId)>]),
    side: Side,
    all: &mut Vec<Difference>,
) {
    let cover =
        |article: &Article, ids: &[SentenceId]| ids.iter().map(|id| article.sentence(*id).span()).reduce(Span::join);
    for paragraph in article.paragraph_ids() {
        let row = marks.row(side, paragraph);
        let mut before: Option<Difference> = None;
        for sentence in article.paragraph(paragraph).sentence_ids() {
            let span = article.sentence(sentence).span();
            let of_link = |link: usize| {
                let link = &pair.alignment.links[link];
                (cover(article, link.on(side)).unwrap_or(span), cover(other, link.on(side.other())), link.moved)
            };
            let new = match marks.standing(side, sentence) {
                Standing::Only { .. } => {
                    if let Some(last) = before.as_mut().filter(|last| matches!(last.kind, DifferenceKind::Only(_))) {
                        // Neighbours without a counterpart are one difference, and one step of `n`.
                        last.span = last.span.join(span);
                        continue;
                    }
                    Some((DifferenceKind::Only(side), span, None))
                }
                Standing::Linked { link, grade } | Standing::Elsewhere { link, grade, .. } => {
                    let (span, there, moved) = of_link(link);
                    let kind = match grade {
                        _ if moved => Some(DifferenceKind::Moved(link)),
                        Grade::Same => None,
                        Grade::Reworded => Some(DifferenceKind::Reworded(link)),
                        Grade::Partial => Some(DifferenceKind::Partial(link)),
                    };
                    kind.filter(|_| told[link] == Some((side, sentence))).map(|kind| (kind, span, there))
                }
                Standing::Furniture { .. } => None,
            };
            all.extend(before.take());
            before = new.map(|(kind, span, counterpart)| Difference { kind, row, side, sentence, span, counterpart });
        }
        all.extend(before);
    }
}
