//! Where sentences begin and end inside a paragraph.

use unicode_segmentation::UnicodeSegmentation;

use super::span::Span;

/// The sentences of `paragraph` in `text`, in order, without the white space between them; together they cover all else.
#[must_use]
pub fn sentences(text: &str, paragraph: Span) -> Vec<Span> {
    let base = paragraph.start as usize;
    paragraph
        .of(text)
        .split_sentence_bound_indices()
        .map(|(at, sentence)| Span::new(base + at, base + at + sentence.len()).trim(text))
        .filter(|span| !span.is_empty())
        .collect()
}
