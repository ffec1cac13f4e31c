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
        .zip(["A", "B", "C", "D", "E"])
        .map(|(text, label)| {
            let mut article = Article { text: (*text).to_owned(), label: label.to_owned(), ..Article::default() };
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
            let class = if change.moved { "moved".to_owned() } else { format!("{:?}", change.class).to_lowercase() };
            format!("{class}: {} -> {}\n", of(0, change.left), of(1, change.right))
        })
        .collect()
}

/// What a pair of texts yields, by the whole of this room: one line a finding of `wanted` rules, `rule | side: words | the other's words |
/// why`.
pub(crate) fn told(texts: [&str; 2], dates: [&str; 2], wanted: &str) -> String {
    let mut story = story(&texts);
    for (at, date) in dates.iter().enumerate() {
        story.articles[ArticleId::new(at)].date = Some((*date).to_owned());
    }
    told_of(&story, wanted)
}

/// The same of two texts whose first paragraph is a headline.
pub(crate) fn told_under_headlines(texts: [&str; 2], wanted: &str) -> String {
    let mut story = story(&texts);
    for at in 0..2 {
        story.articles[ArticleId::new(at)].paragraphs[0].role = ParagraphRole::Headline;
    }
    told_of(&story, wanted)
}

fn told_of(story: &Story, wanted: &str) -> String {
    let pair = crate::story::PairId { left: ArticleId::new(0), right: ArticleId::new(1) };
    let lexicon = crate::lexicon::Lexicon::bundled();
    let groundwork = super::Groundwork::of(story, &lexicon);
    let alignment = crate::align::align(story, pair, &crate::progress::Progress::default());
    let wordings = super::wordings(story, &alignment, &groundwork, &crate::progress::Progress::default());
    let changes = super::changes(&wordings);
    let quotations = super::quotation_pairs(story, &alignment, &wordings, &groundwork);
    let mut findings = super::findings(story, &alignment, &wordings, &changes, &quotations, &groundwork);
    super::rank(&mut findings, story, &alignment, &groundwork);
    let text = |side| &story.articles[pair.on(side)].text;
    findings
        .iter()
        .filter(|finding| finding.rule.starts_with(wanted))
        .map(|finding| {
            let words = Span::from(finding.span).of(text(finding.side));
            let there = finding.counterpart.map_or("·", |span| span.of(text(finding.side.other())));
            let label = &story.articles[pair.on(finding.side)].label;
            format!("{} | {label}: {words} | {there} | {}\n", finding.rule, finding.why)
        })
        .collect()
}
