//! Which words of a finding are underlined. Most are about a few words, and these are. A quotation, a headline or a passage that stands higher
//! is a long thing: there the words that were cut or exchanged are underlined, or else its ends, as a page full of lines is not calm.

use std::collections::BTreeMap;

use crate::{
    compare::{Fate, Finding, FindingKind, QuotationPair},
    comparison::PairComparison,
    story::{Article, Side, Story},
    text::{span::Span, token::TokenKind},
};

/// Bytes up to which words are underlined whole: about half a line.
const WHOLE: usize = 48;

/// What is underlined of the findings of a pair that are not underlined whole.
#[derive(Debug, Default)]
pub struct Emphasis(BTreeMap<usize, Vec<Span>>);

impl Emphasis {
    /// For the findings of `pair`.
    pub fn new(story: &Story, pair: &PairComparison) -> Self {
        let article = |side: Side| &story.articles[pair.alignment.pair.on(side)];
        let edits = Side::BOTH.map(|side| edits(&pair.quotations, side));
        let long = pair.findings.iter().enumerate().filter(|(_, finding)| is_long(finding.kind));
        let of = |(number, finding): (usize, &Finding)| {
            let (whole, article) = (Span::from(finding.span), article(finding.side));
            let edits = &edits[finding.side.index()];
            let inside: Vec<Span> = match finding.kind {
                FindingKind::Quotation => {
                    let from = edits.partition_point(|edit| edit.start < whole.start);
                    edits[from..].iter().take_while(|edit| edit.end <= whole.end).copied().collect()
                }
                _ => Vec::new(),
            };
            let of_edits = inside.iter().flat_map(|edit| ends(article, *edit));
            let spans = if inside.is_empty() { ends(article, whole) } else { of_edits.collect() };
            (number, spans)
        };
        Self(long.map(of).collect())
    }

    /// What is underlined of `finding`, the pair's finding `number`; in order.
    pub fn of(&self, number: usize, finding: &Finding) -> impl Iterator<Item = Span> {
        let some = self.0.get(&number);
        let whole = some.is_none().then(|| finding.span.into());
        some.into_iter().flatten().copied().chain(whole)
    }
}

/// Whether findings of `kind` are about a place as a whole, and not about its words.
#[must_use]
pub fn is_long(kind: FindingKind) -> bool {
    matches!(kind, FindingKind::Placement | FindingKind::Headline | FindingKind::Quotation)
}

/// The words on `side` of quotations that were cut or altered, in order and apart.
fn edits(pairs: &[QuotationPair], side: Side) -> Vec<Span> {
    let edited = pairs.iter().filter(|pair| matches!(pair.fate, Fate::Trimmed | Fate::Altered) && !pair.repeat);
    let edits = edited.flat_map(|pair| pair.edits.iter().filter(|edit| !edit.slight));
    let mut spans: Vec<Span> = edits.filter_map(|edit| edit.on(side)).collect();
    spans.sort_unstable();
    spans.dedup_by(|next, last| next.start < last.end);
    spans
}

/// `span`, or where it is long its first and its last word, with the signs around them.
fn ends(article: &Article, span: Span) -> Vec<Span> {
    if span.len() <= WHOLE {
        return vec![span];
    }
    let tokens = &article.tokens[article.token_at(span.start)..];
    let inside = &tokens[..tokens.partition_point(|token| token.span.start < span.end)];
    let mut words = inside.iter().filter(|token| token.kind != TokenKind::Sign).map(|token| token.span);
    let Some(first) = words.next() else { return vec![span] };
    let first = Span { start: span.start, end: first.end.min(span.end) };
    let last = words.next_back().map(|last| Span { start: last.start.max(first.end), end: span.end });
    [first].into_iter().chain(last).collect()
}
