//! Plain text to paragraphs and sentences.

use crate::{
    story::{Article, Paragraph, ParagraphId, ParagraphRole, Sentence},
    text::{
        sentence::sentences,
        span::Span,
        token::{Token, tokens},
        vocabulary::Vocabulary,
    },
};

/// Finds the paragraphs, sentences and tokens of the article's text and fills them in. Each non-blank line is a paragraph.
pub fn segment(article: &mut Article, vocabulary: &mut Vocabulary) {
    let text = &article.text;
    let (mut paragraphs, mut all, mut words) = (Vec::new(), Vec::new(), Vec::<Token>::new());
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(at, at + line.len()).trim(text);
        at += line.len();
        if span.is_empty() {
            continue;
        }
        let id = ParagraphId::new(paragraphs.len());
        let first = all.len();
        for s in sentences(text, span) {
            let from = count(words.len());
            words.extend(tokens(text, s, vocabulary));
            all.push(Sentence { start: s.start, end: s.end, paragraph: id, tokens: from..count(words.len()) });
        }
        paragraphs.push(Paragraph {
            start: span.start,
            end: span.end,
            role: ParagraphRole::Body,
            sentences: count(first)..count(all.len()),
        });
    }
    (article.paragraphs, article.sentences, article.tokens) = (paragraphs, all, words);
}
