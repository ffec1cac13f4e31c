//! An article's text to paragraphs with their roles, sentences and tokens.

use super::{
    paragraph::{paragraphs, with_headline_apart},
    role::{Said, roles},
};
use crate::{
    progress::Progress,
    story::{Article, Paragraph, ParagraphId, Sentence},
    text::{
        language::recognise,
        sentence::{LONGEST, sentences_and_cuts},
        token::tokens_into,
        vocabulary::Vocabulary,
    },
};

/// Finds the paragraphs, sentences and tokens of the article's text and fills them in, and what they say of it where nothing is known
/// yet. What is `said` of its paragraphs where they come from holds. Its bytes are steps of `progress`; stopped, it ends soon.
pub fn segment(article: &mut Article, said: &Said, vocabulary: &mut Vocabulary, progress: &Progress) {
    let text = &article.text;
    let (known, language) = recognise(text);
    let paragraphs = paragraphs(text);
    let paragraphs = if said.titled { paragraphs } else { with_headline_apart(text, paragraphs, language) };
    let found = roles(text, &paragraphs, said, language);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    // A sentence is some hundred bytes long, a token some five.
    let (mut all, mut words) = (Vec::with_capacity(text.len() / 128), Vec::with_capacity(text.len() / 5));
    let mut cut = false;
    for (span, role) in &found.paragraphs {
        let first = all.len();
        let mut at = span.start;
        let (sentences, is_cut) = sentences_and_cuts(text, *span, language);
        cut |= is_cut;
        for s in sentences {
            if !progress.advance(s.end.saturating_sub(at) as usize) {
                break;
            }
            at = s.end;
            let from = count(words.len());
            tokens_into(text, s, vocabulary, &mut words);
            let paragraph = ParagraphId::new(article.paragraphs.len());
            all.push(Sentence { start: s.start, end: s.end, paragraph, tokens: from..count(words.len()) });
        }
        let sentences = count(first)..count(all.len());
        article.paragraphs.push(Paragraph { start: span.start, end: span.end, role: *role, sentences });
    }
    if cut {
        article.notes.push(format!(
            "sentences of more than {LONGEST} bytes are cut into pieces, where their words decide; beside what differs a piece may find no counterpart"
        ));
    }
    (article.sentences, article.tokens) = (all, words);
    article.language = known.map(str::to_owned);
    article.title = article.title.take().or(found.title);
    article.byline = article.byline.take().or(found.byline);
    article.date = article.date.take().or(found.date);
    article.source = article.source.take().or(found.source);
}
