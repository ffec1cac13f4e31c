//! An article as the rules of framing read it: its tokens with the small classes of words, and what is quoted.

use crate::{
    lexicon::{WordSet, Words},
    story::{Article, ParagraphRole, SentenceId, Story},
    text::{
        span::Span,
        token::{Token, TokenKind},
        vocabulary::Vocabulary,
    },
};

/// Whose words a token belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The writer's.
    Narration,
    /// Quotation marks around one to three words.
    Scare,
    /// A source's.
    Statement,
}

/// Quotation marks and what stands between them, as indices into the article's tokens; the marks are outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    pub start: usize,
    pub end: usize,
    pub scare: bool,
}

/// An article with what its tokens are.
pub struct Reading<'a> {
    pub article: &'a Article,
    pub words: &'a Words,
    pub quotes: Vec<Quote>,
    vocabulary: &'a Vocabulary,
    voices: Vec<Voice>,
}

/// At most so many words stand in scare quotes.
const SCARE: usize = 3;

impl<'a> Reading<'a> {
    pub fn new(story: &'a Story, article: &'a Article, words: &'a Words) -> Self {
        let quotes = quotes(article, &story.vocabulary);
        let mut voices = vec![Voice::Narration; article.tokens.len()];
        for quote in &quotes {
            voices[quote.start..quote.end].fill(if quote.scare { Voice::Scare } else { Voice::Statement });
        }
        Self { article, words, quotes, vocabulary: &story.vocabulary, voices }
    }

    /// The sentences that tell the news, in order.
    pub fn told(&self) -> impl Iterator<Item = SentenceId> {
        let role = |id: &SentenceId| self.article.role_of(*id);
        self.article.sentence_ids().filter(move |id| matches!(role(id), ParagraphRole::Body | ParagraphRole::Headline))
    }

    /// The indices of a sentence's tokens.
    pub fn range(&self, id: SentenceId) -> (usize, usize) {
        let range = &self.article.sentence(id).tokens;
        (range.start as usize, range.end as usize)
    }

    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.article.tokens.get(at)
    }

    /// The folded word at `at`; empty beyond the end.
    pub fn form(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| self.vocabulary.form(token.word))
    }

    /// The word at `at` as written.
    pub fn raw(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.span.of(&self.article.text))
    }

    pub fn is(&self, at: usize, set: WordSet) -> bool {
        self.any(at, set.bit())
    }

    /// Whether the word is of one of the sets, given as bits.
    pub fn any(&self, at: usize, sets: u32) -> bool {
        self.token(at).is_some_and(|token| self.words.any(token.word, sets))
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    pub fn is_sign(&self, at: usize) -> bool {
        self.token(at).is_none_or(|token| token.kind == TokenKind::Sign)
    }

    /// Whether the word begins with a capital letter.
    pub fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.raw(at).chars().next().is_some_and(char::is_uppercase)
    }

    pub fn voice(&self, at: usize) -> Voice {
        self.voices.get(at).copied().unwrap_or(Voice::Narration)
    }

    /// Whether it has no full stop and most of its words of four letters or more begin with a capital, as in headlines of American
    /// papers: capitals tell nothing there.
    pub fn is_title_case(&self, id: SentenceId) -> bool {
        let (from, to) = self.range(id);
        if to.checked_sub(1).is_some_and(|last| self.form(last) == ".") {
            return false;
        }
        let long = (from..to).filter(|at| self.is_word(*at) && self.raw(*at).len() > 3);
        let (mut capital, mut all) = (0, 0);
        for at in long {
            all += 1;
            capital += usize::from(self.is_capital(at));
        }
        all > 2 && capital * 4 > all * 3
    }

    /// What the tokens cover.
    pub fn span(&self, from: usize, to: usize) -> Span {
        match (self.token(from), to.checked_sub(1).and_then(|last| self.token(last))) {
            (Some(first), Some(last)) => first.span.join(last.span),
            _ => Span::default(),
        }
    }
}

/// What stands in double or single quotation marks. A paragraph that opens marks and does not close them is quoted to its end.
fn quotes(article: &Article, vocabulary: &Vocabulary) -> Vec<Quote> {
    let mut found = Vec::new();
    for paragraph in &article.paragraphs {
        let sentences = article.sentences.get(paragraph.sentences.start as usize..paragraph.sentences.end as usize);
        let Some([first, .., last] | [first @ last]) = sentences else { continue };
        let (from, to) = (first.tokens.start as usize, last.tokens.end as usize);
        let mut open: Option<(usize, &str)> = None;
        for at in from..to {
            let Some(token) = article.tokens.get(at) else { break };
            let raw = token.span.of(&article.text);
            let mark = match raw {
                "\u{201c}" | "\u{201d}" | "\"" | "\u{201e}" | "\u{ab}" | "\u{bb}" => "\"",
                "\u{2018}" | "\u{2019}" | "'" => "'",
                _ => continue,
            };
            match open {
                None if closes_only(raw) => {}
                None => open = Some((at + 1, mark)),
                Some((start, kind)) if kind == mark => {
                    push(article, vocabulary, &mut found, start, at);
                    open = None;
                }
                Some(_) => {}
            }
        }
        if let Some((start, "\"")) = open {
            push(article, vocabulary, &mut found, start, to);
        }
    }
    found
}

fn closes_only(raw: &str) -> bool {
    matches!(raw, "\u{201d}" | "\u{2019}" | "\u{bb}")
}

fn push(article: &Article, vocabulary: &Vocabulary, found: &mut Vec<Quote>, start: usize, end: usize) {
    let Some(tokens) = article.tokens.get(start..end) else { return };
    let words = tokens.iter().filter(|token| token.kind != TokenKind::Sign && vocabulary.form(token.word) != "-");
    let hyphens = tokens.iter().filter(|token| vocabulary.form(token.word) == "-").count();
    let count = words.count().saturating_sub(hyphens);
    let whole = tokens.last().is_some_and(|token| matches!(token.span.of(&article.text), "!" | "?"));
    found.push(Quote { start, end, scare: (1..=SCARE).contains(&count) && !whole });
}
