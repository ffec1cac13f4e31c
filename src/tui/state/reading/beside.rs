//! What is said of a passage without a counterpart, where a third article stands beside the two.

use super::Reading;
use crate::{
    story::{Article, ArticleId, SentenceId},
    text::token::TokenKind,
};

impl Reading {
    /// What is said of the passage `sentence` of the article `own`, which has no counterpart in `other`. A third article beside the two may
    /// have it, so that it is not said to be in one alone then; where that has it in the same words, it is said.
    #[must_use]
    pub fn unlinked(&self, (own, sentence): (ArticleId, SentenceId), other: ArticleId) -> String {
        let label = |id: ArticleId| &self.page.spread.story.articles[id].label;
        let not_there = format!("no counterpart found in {}", label(other));
        match (self.third, self.has_too((own, sentence), other)) {
            (None, _) => format!("only in {}: {not_there}", label(own)),
            (Some(_), None) => not_there,
            (Some(_), Some((third, paragraph))) => {
                let sign = self.marking.glyphs.paragraph();
                format!("{not_there}; {} {sign}{paragraph} has it in the same words", label(third))
            }
        }
    }

    /// Which article beside `own` and `other` has the passage word for word, and in which paragraph, counted from 1. The base is held
    /// against all, so nothing need be said of it.
    fn has_too(&self, (own, sentence): (ArticleId, SentenceId), other: ArticleId) -> Option<(ArticleId, usize)> {
        let spread = &self.page.spread;
        let beside = |id: &ArticleId| *id != own && *id != other;
        let third = spread.columns.iter().skip(1).map(|column| column.article).find(beside)?;
        if spread.column_of(own) == Some(0) {
            return None;
        }
        let articles = &spread.story.articles;
        let is_same = |id: &SentenceId| is_same((&articles[own], sentence), (&articles[third], *id));
        let there = articles[third].sentence_ids().find(is_same)?;
        Some((third, articles[third].sentence(there).paragraph.index() + 1))
    }
}

/// Whether the two sentences have the same words: there are some, and only signs differ.
fn is_same((one, id): (&Article, SentenceId), (other, there): (&Article, SentenceId)) -> bool {
    let words = |article: &'_ Article, id| {
        let tokens = article.sentence_tokens(id).iter().filter(|token| token.kind != TokenKind::Sign);
        tokens.map(|token| token.word).collect::<Vec<_>>()
    };
    let first = |article: &Article, id| {
        let mut tokens = article.sentence_tokens(id).iter();
        tokens.find(|token| token.kind != TokenKind::Sign).map(|token| token.word)
    };
    first(one, id).is_some() && first(one, id) == first(other, there) && words(one, id) == words(other, there)
}
