//! The sentences of one side of a link, as one run of words.

use std::ops::Range;

use crate::{
    compare::quantity::Quantity,
    story::{Article, SentenceId},
    text::{
        span::Span,
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// Some words of one article, in reading order.
pub(super) struct Passage<'a> {
    pub article: &'a Article,
    pub tokens: Vec<Token>,
    pub words: Vec<WordId>,
    /// Where words that are not of this link stand between two tokens: no span may cross these. Indices of the latter token.
    breaks: Vec<usize>,
    /// The figures and days, as ranges of `tokens`.
    pub figures: Vec<(Range<usize>, &'a Quantity)>,
}

impl<'a> Passage<'a> {
    pub fn of(article: &'a Article, sentences: &[SentenceId], quantities: &'a [Quantity]) -> Self {
        let mut tokens = Vec::new();
        let mut breaks = Vec::new();
        let mut figures = Vec::new();
        let mut previous: Option<SentenceId> = None;
        for id in sentences {
            if previous.is_some_and(|previous| previous.index() + 1 != id.index()) {
                breaks.push(tokens.len());
            }
            let range = &article.sentence(*id).tokens;
            let known = quantities.partition_point(|quantity| quantity.tokens.0 < range.start);
            let here = quantities[known..].iter().take_while(|quantity| quantity.tokens.1 <= range.end);
            let at = |token: u32| tokens.len() + (token - range.start) as usize;
            figures.extend(here.map(|quantity| (at(quantity.tokens.0)..at(quantity.tokens.1), quantity)));
            tokens.extend_from_slice(article.sentence_tokens(*id));
            previous = Some(*id);
        }
        let words = tokens.iter().map(|token| token.word).collect();
        Self { article, tokens, words, breaks, figures }
    }

    /// Whether this passage is the one to be read first of the two: the shorter, else the first in the order of characters. Hangs on nothing but what
    /// the two hold.
    pub fn precedes(&self, other: &Self) -> bool {
        fn words<'p>(passage: &'p Passage) -> impl Iterator<Item = &'p str> {
            passage.tokens.iter().map(|token| token.span.of(&passage.article.text))
        }
        self.tokens.len().cmp(&other.tokens.len()).then_with(|| words(self).cmp(words(other))).is_lt()
    }

    /// The words of `range` alone.
    pub fn part(&self, range: Range<usize>) -> Self {
        let breaks = self.breaks.iter().filter(|at| range.start < **at && **at < range.end).map(|at| at - range.start);
        let inside = self.figures.iter().filter(|(at, _)| range.start <= at.start && at.end <= range.end);
        let figures = inside.map(|(at, quantity)| (at.start - range.start..at.end - range.start, *quantity));
        Self {
            article: self.article,
            breaks: breaks.collect(),
            figures: figures.collect(),
            tokens: self.tokens[range.clone()].to_vec(),
            words: self.words[range].to_vec(),
        }
    }

    /// Whether the tokens `range` are part of one figure.
    pub fn is_in_a_figure(&self, range: &Range<usize>) -> bool {
        let from = self.figures.partition_point(|(figure, _)| figure.end < range.end);
        !range.is_empty() && self.figures.get(from).is_some_and(|(figure, _)| figure.start <= range.start)
    }

    /// Whether all of the tokens `range` are figures or of figures; signs beside them do not matter.
    pub fn is_of_figures(&self, range: &Range<usize>) -> bool {
        let of_a_figure = |at: usize| {
            let from = self.figures.partition_point(|(figure, _)| figure.end <= at);
            self.figures.get(from).is_some_and(|(figure, _)| figure.start <= at)
        };
        let figure = |at: usize| match self.tokens[at].kind {
            TokenKind::Figure => true,
            TokenKind::Word => of_a_figure(at) || self.is_numeral(at),
            TokenKind::Sign => true,
        };
        range.clone().all(figure) && range.clone().any(|at| self.tokens[at].kind != TokenKind::Sign)
    }

    /// Whether the token `at` is an ideograph that is written for a number.
    pub fn is_numeral(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| token.span.len() == '一'.len_utf8()) else {
            return false;
        };
        let letter = |token: &Token| token.span.of(&self.article.text).chars().next().unwrap_or(' ');
        let beside = |at: Option<usize>, of: &str| {
            at.and_then(|at| self.tokens.get(at)).is_some_and(|token| of.contains(letter(token)))
        };
        let c = letter(token);
        // Asked of every word, most of which are not even of such letters.
        if c.is_ascii() {
            return false;
        }
        "〇零一二三四五六七八九十百千万萬亿億兆两兩".contains(c)
            // A day of the week is told by a number in Chinese, and changes as one in Japanese: 星期日, 月曜日.
            || "月火水木金土日".contains(c) && beside(Some(at + 1), "曜")
            || "日天".contains(c) && beside(at.checked_sub(1), "期周週拜")
    }

    /// Sets each figure that `as_word` names as one token of that word.
    pub fn set_as_one(&mut self, as_word: impl Fn(&Quantity) -> Option<WordId>) {
        let named = |(range, quantity): &(Range<usize>, &Quantity)| {
            let word = as_word(quantity)?;
            let span = self.tokens[range.start].span.join(self.tokens[range.end - 1].span);
            Some((range.clone(), Token { span, word, kind: TokenKind::Figure }, word))
        };
        let joins: Vec<_> = self.figures.iter().filter_map(named).collect();
        self.join(&joins);
    }

    /// Sets each range of `joins`, which are in order and apart, as one token that counts as a word. A figure lies in such a range whole or not at
    /// all; inside a range it is that token.
    pub fn join(&mut self, joins: &[(Range<usize>, Token, WordId)]) {
        if joins.is_empty() {
            return;
        }
        // Where each token has gone to, and the end.
        let mut to = Vec::with_capacity(self.tokens.len() + 1);
        let (mut tokens, mut words) = (Vec::with_capacity(self.tokens.len()), Vec::with_capacity(self.tokens.len()));
        let mut joins = joins.iter().peekable();
        let mut at = 0;
        while at < self.tokens.len() {
            let joined = joins.next_if(|(range, ..)| range.start == at);
            let end = joined.map_or(at + 1, |(range, ..)| range.end);
            to.resize(end, tokens.len());
            tokens.push(joined.map_or(self.tokens[at], |(_, token, _)| *token));
            words.push(joined.map_or(self.words[at], |(.., word)| *word));
            at = end;
        }
        to.push(tokens.len());
        self.breaks.iter_mut().for_each(|at| *at = to[*at]);
        for (range, _) in &mut self.figures {
            *range = to[range.start]..to[range.end - 1] + 1;
        }
        (self.tokens, self.words) = (tokens, words);
    }

    /// `range` without signs at its ends; as it is where there is nothing else.
    pub fn without_signs(&self, range: &Range<usize>) -> Range<usize> {
        let told = |at: &usize| self.tokens[*at].kind != TokenKind::Sign;
        match (range.clone().find(told), range.clone().rfind(told)) {
            (Some(first), Some(last)) => first..last + 1,
            _ => range.clone(),
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
