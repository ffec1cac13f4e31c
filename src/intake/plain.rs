//! Plain text to paragraphs and sentences.

use super::{paragraph, role::roles};
use crate::{
    story::{Article, Paragraph, ParagraphId, Sentence},
    text::{
        language::Language,
        sentence::sentences,
        token::{Token, tokens_into},
        vocabulary::Vocabulary,
    },
};

/// Finds the paragraphs, sentences and tokens of the article's text and fills them in.
pub fn segment(article: &mut Article, vocabulary: &mut Vocabulary) {
    let text = &article.text;
    let language = Language::guess(text);
    let (mut paragraphs, mut all, mut words) = (Vec::new(), Vec::new(), Vec::<Token>::new());
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let found = roles(text, &paragraph::paragraphs(text), false, language);
    for (span, role) in &found.paragraphs {
        let id = ParagraphId::new(paragraphs.len());
        let first = all.len();
        for s in sentences(text, *span, language) {
            let from = count(words.len());
            tokens_into(text, s, vocabulary, &mut words);
            all.push(Sentence { start: s.start, end: s.end, paragraph: id, tokens: from..count(words.len()) });
        }
        paragraphs.push(Paragraph {
            start: span.start,
            end: span.end,
            role: *role,
            sentences: count(first)..count(all.len()),
        });
    }
    article.title = article.title.take().or(found.title);
    article.date = article.date.take().or(found.date);
    article.source = article.source.take().or(found.source);
    (article.paragraphs, article.sentences, article.tokens) = (paragraphs, all, words);
}
