#![allow(clippy::unwrap_used, clippy::string_slice)]
//! Small stories for the tests of this room, and pictures of what was found in them.

use crate::{
    compare::Change,
    story::{Article, ArticleId, Paragraph, ParagraphId, ParagraphRole, Sentence, Story},
    text::{sentence::sentences, span::Span, token::tokens},
};

/// A story of plain texts: paragraphs apart by a blank line, all body.
pub(crate) fn story(texts: &[&str]) -> Story {
    let mut story = Story::default();
    let articles: Vec<Article> = texts
        .iter()
        .map(|text| {
            let mut article = Article { text: (*text).to_owned(), ..Article::default() };
            let mut at = 0;
            for paragraph in text.split("\n\n") {
                let span = Span::new(at, at + paragraph.len());
                at += paragraph.len() + 2;
                let first = u32::try_from(article.sentences.len()).unwrap();
                for sentence in sentences(text, span, crate::text::language::Language::guess(text)) {
                    let start = u32::try_from(article.tokens.len()).unwrap();
                    article.tokens.extend(tokens(text, sentence, &mut story.vocabulary));
                    let end = u32::try_from(article.tokens.len()).unwrap();
                    article.sentences.push(Sentence {
                        start: sentence.start,
                        end: sentence.end,
                        paragraph: ParagraphId::new(article.paragraphs.len()),
                        tokens: start..end,
                    });
                }
                let last = u32::try_from(article.sentences.len()).unwrap();
                article.paragraphs.push(Paragraph {
                    start: span.start,
                    end: span.end,
                    role: ParagraphRole::Body,
                    sentences: first..last,
                });
            }
            article
        })
        .collect();
    story.articles = articles.into_iter().collect();
    story
}

/// One line a change: `class: left -> right`, with `·` for nothing.
pub(crate) fn listed(story: &Story, changes: &[Change]) -> String {
    let of = |article: usize, span: Option<Span>| {
        span.map_or("·", |span| span.of(&story.articles[ArticleId::new(article)].text)).to_owned()
    };
    changes
        .iter()
        .map(|change| {
            let class = format!("{:?}", change.class).to_lowercase();
            format!("{class}: {} -> {}\n", of(0, change.left), of(1, change.right))
        })
        .collect()
}
