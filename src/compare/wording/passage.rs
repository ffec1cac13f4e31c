//! The sentences of one side of a link, as one run of words.

use std::ops::Range;

use crate::{
    story::{Article, SentenceId},
    text::{span::Span, token::Token, vocabulary::WordId},
};

/// Some words of one article, in reading order.
pub(super) struct Passage<'a> {
    pub article: &'a Article,
    pub tokens: Vec<Token>,
    pub words: Vec<WordId>,
    /// Where words that are not of this link stand between two tokens: no span may cross these. Indices of the latter token.
    breaks: Vec<usize>,
}

impl<'a> Passage<'a> {
    pub fn of(article: &'a Article, sentences: &[SentenceId]) -> Self {
        let mut tokens = Vec::new();
        let mut breaks = Vec::new();
        let mut previous: Option<SentenceId> = None;
        for id in sentences {
            if previous.is_some_and(|previous| previous.index() + 1 != id.index()) {
                breaks.push(tokens.len());
            }
            tokens.extend_from_slice(article.sentence_tokens(*id));
            previous = Some(*id);
        }
        let words = tokens.iter().map(|token| token.word).collect();
        Self { article, tokens, words, breaks }
    }

    /// The words of `range` alone.
    pub fn part(&self, range: Range<usize>) -> Self {
        let breaks = self.breaks.iter().filter(|at| range.start < **at && **at < range.end).map(|at| at - range.start);
        Self {
            article: self.article,
            breaks: breaks.collect(),
            tokens: self.tokens[range.clone()].to_vec(),
            words: self.words[range].to_vec(),
        }
    }

    /// From the first word to the last; none when there is none.
    pub fn span(&self) -> Option<Span> {
        Some(self.tokens.first()?.span.join(self.tokens.last()?.span))
    }

    /// The tokens of `range` as spans, one unless a break divides them.
    pub fn spans(&self, range: Range<usize>) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut start = range.start;
        let cuts = self.breaks.iter().copied().filter(|at| range.start < *at && *at < range.end);
        for end in cuts.chain([range.end]) {
            if let (Some(first), Some(last)) = (self.tokens.get(start), self.tokens[..end].last())
                && start < end
            {
                spans.push(first.span.join(last.span));
            }
            start = end;
        }
        spans
    }
}
