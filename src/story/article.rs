//! One telling: where it came from, its text, its paragraphs and sentences.

use std::{ops::Range, path::PathBuf};

use serde::Serialize;

use super::ids::{ParagraphId, SentenceId};
use crate::text::{span::Span, token::Token};

/// One telling of the story.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Article {
    /// The letter it goes by: `A`, `B`, … in the order given.
    pub label: String,
    /// The path it was opened by, `-` for standard input. A stranger's text: show it through `text::visible`.
    pub path: String,
    /// The same path as the system has it: of a name that is no Unicode, `path` shows only what can be shown. None for standard
    /// input.
    #[serde(skip)]
    pub file: Option<PathBuf>,
    /// SHA-256 of the bytes read, in lower-case hexadecimal.
    pub sha256: String,
    /// How many bytes were read.
    pub bytes: u64,
    /// The headline, if one was found.
    pub title: Option<String>,
    /// The day it was published, as `YYYY-MM-DD`, if it says.
    pub date: Option<String>,
    /// Who wrote it, if it says.
    pub byline: Option<String>,
    /// The language it is in as far as intake can tell, as an ISO 639-1 code such as `en`.
    pub language: Option<String>,
    /// The outlet or agency, if it says.
    pub source: Option<String>,
    /// What intake had to do that the reader should know: "decoded as windows-1252", "3 bytes were not UTF-8", …
    pub notes: Vec<String>,
    /// The text compared: decoded, taken out of its container, otherwise unchanged.
    pub text: String,
    /// Its paragraphs in reading order. Together they cover all but white space.
    pub paragraphs: Vec<Paragraph>,
    /// Its sentences in reading order. Together they cover all but white space.
    pub sentences: Vec<Sentence>,
    /// The tokens of all sentences, in reading order.
    #[serde(skip)]
    pub tokens: Vec<Token>,
}

/// A paragraph of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// Offset of its first byte in the article's text.
    pub start: u32,
    /// Offset after its last byte.
    pub end: u32,
    /// What it is in the article.
    pub role: ParagraphRole,
    /// Its sentences, as indices into the article's.
    #[serde(skip)]
    pub sentences: Range<u32>,
}

/// What a paragraph is in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ParagraphRole {
    /// The headline.
    Headline,
    /// A line that gives place or date.
    Dateline,
    /// A caption or photo credit.
    Caption,
    /// The telling itself.
    Body,
    /// What belongs to the page and not to the telling: comment form, promos, the author's biography. Folded, never dropped.
    Boilerplate,
}

impl ParagraphRole {
    /// All of them, in the order they stand on a page.
    pub const ALL: [Self; 5] = [Self::Headline, Self::Dateline, Self::Caption, Self::Body, Self::Boilerplate];
}

/// A sentence of an article: the passage that is compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// Offset of its first byte in the article's text.
    pub start: u32,
    /// Offset after its last byte.
    pub end: u32,
    /// The paragraph it stands in.
    pub paragraph: ParagraphId,
    /// Its tokens, as indices into the article's.
    #[serde(skip)]
    pub tokens: Range<u32>,
}

impl Paragraph {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }

    /// The ids of its sentences, in order.
    pub fn sentence_ids(&self) -> impl DoubleEndedIterator<Item = SentenceId> + use<> {
        (self.sentences.start..self.sentences.end).map(|index| SentenceId::new(index as usize))
    }
}

impl Sentence {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

impl Article {
    /// The beginning of the article: whole paragraphs of at most `bytes` bytes altogether, or, where the first one is longer, its
    /// sentences; at least one sentence. Offsets and ids are those of the whole.
    #[must_use]
    pub fn head(&self, bytes: usize) -> Self {
        let fits = |end: u32| end as usize <= bytes;
        let whole = self.paragraphs.partition_point(|paragraph| fits(paragraph.end));
        let mut paragraphs = self.paragraphs.get(..whole.max(1)).unwrap_or_default().to_vec();
        if let Some(last) = paragraphs.last_mut().filter(|last| !fits(last.end)) {
            let inside =
                self.sentences.get(last.sentences.start as usize..last.sentences.end as usize).unwrap_or_default();
            let kept = inside.partition_point(|sentence| fits(sentence.end)).max(1).min(inside.len());
            last.sentences.end = last.sentences.start + u32::try_from(kept).unwrap_or(0);
            last.end = inside.get(kept.saturating_sub(1)).map_or(last.end, |sentence| sentence.end);
        }
        let end = paragraphs.last().map_or(0, |last| last.end);
        let sentences = paragraphs.last().map_or(0, |last| last.sentences.end);
        let sentences = self.sentences.get(..sentences as usize).unwrap_or_default().to_vec();
        let tokens = sentences.last().map_or(0, |last| last.tokens.end);
        Self {
            text: self.text.get(..end as usize).unwrap_or_default().to_owned(),
            tokens: self.tokens.get(..tokens as usize).unwrap_or_default().to_vec(),
            paragraphs,
            sentences,
            label: self.label.clone(),
            path: self.path.clone(),
            file: self.file.clone(),
            sha256: self.sha256.clone(),
            bytes: self.bytes,
            title: self.title.clone(),
            date: self.date.clone(),
            byline: self.byline.clone(),
            language: self.language.clone(),
            source: self.source.clone(),
            notes: self.notes.clone(),
        }
    }

    /// The paragraph `id`. Panics when `id` is of another article, as slices do.
    #[must_use]
    pub fn paragraph(&self, id: ParagraphId) -> &Paragraph {
        &self.paragraphs[id.index()]
    }

    /// The sentence `id`. Panics when `id` is of another article, as slices do.
    #[must_use]
    pub fn sentence(&self, id: SentenceId) -> &Sentence {
        &self.sentences[id.index()]
    }

    /// The text of the sentence `id`.
    #[must_use]
    pub fn sentence_text(&self, id: SentenceId) -> &str {
        self.sentence(id).span().of(&self.text)
    }

    /// The tokens of the sentence `id`.
    #[must_use]
    pub fn sentence_tokens(&self, id: SentenceId) -> &[Token] {
        let range = &self.sentence(id).tokens;
        &self.tokens[range.start as usize..range.end as usize]
    }

    /// The name of its file, without the folders.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.path.rsplit(std::path::is_separator).next().unwrap_or(&self.path)
    }

    /// The sentence that holds the byte `offset`, or the last one before it; the first one where none begins so early. None where there is
    /// no sentence.
    #[must_use]
    pub fn sentence_at(&self, offset: u32) -> Option<SentenceId> {
        let after = self.sentences.partition_point(|sentence| sentence.start <= offset);
        (!self.sentences.is_empty()).then(|| SentenceId::new(after.saturating_sub(1)))
    }

    /// The paragraph that holds the byte `offset`, as [`Self::sentence_at`] tells the sentence.
    #[must_use]
    pub fn paragraph_at(&self, offset: u32) -> Option<ParagraphId> {
        let after = self.paragraphs.partition_point(|paragraph| paragraph.start <= offset);
        (!self.paragraphs.is_empty()).then(|| ParagraphId::new(after.saturating_sub(1)))
    }

    /// The index of the first token that ends after the byte `offset`; the number of tokens when there is none. Goes by the sentences,
    /// which are found in fewer and nearer places of memory than a token among all.
    #[must_use]
    pub fn token_at(&self, offset: u32) -> usize {
        let sentence = self.sentences.partition_point(|sentence| sentence.end <= offset);
        let Some(sentence) = self.sentences.get(sentence) else { return self.tokens.len() };
        let (from, to) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        from + self.tokens[from..to].partition_point(|token| token.span.end <= offset)
    }

    /// As [`Self::token_at`], for `offsets` that ascend: goes along the tokens once, and searches for none.
    pub fn tokens_at(&self, offsets: impl Iterator<Item = u32>) -> impl Iterator<Item = usize> {
        let mut at = 0;
        offsets.map(move |offset| {
            at += self.tokens.iter().skip(at).take_while(|token| token.span.end <= offset).count();
            at
        })
    }

    /// The role of the paragraph that the sentence `id` stands in.
    #[must_use]
    pub fn role_of(&self, id: SentenceId) -> ParagraphRole {
        self.paragraph(self.sentence(id).paragraph).role
    }

    /// Whether the sentence `id` stands in the headline.
    #[must_use]
    pub fn is_headline(&self, id: SentenceId) -> bool {
        self.role_of(id) == ParagraphRole::Headline
    }

    /// The ids of all sentences, in reading order.
    pub fn sentence_ids(&self) -> impl DoubleEndedIterator<Item = SentenceId> + use<> {
        (0..self.sentences.len()).map(SentenceId::new)
    }

    /// The ids of all paragraphs, in reading order.
    pub fn paragraph_ids(&self) -> impl DoubleEndedIterator<Item = ParagraphId> + use<> {
        (0..self.paragraphs.len()).map(ParagraphId::new)
    }
}

#[cfg(test)]
mod tests {
    use super::Article;
    use crate::{intake, story::ArticleId};

    #[test]
    fn a_byte_is_of_the_last_sentence_and_paragraph_that_begin_before_it() {
        let text = "\n\nOne is here. Two is too.\n\nThree comes last.\n";
        let story = intake::from_bytes([("a.txt", text)]);
        let article = &story.articles[ArticleId::new(0)];
        let at = |word: &str| u32::try_from(article.text.find(word).unwrap_or_default()).unwrap_or_default();
        let told = [0, at("One"), at("Two"), at("Three") - 1, at("Three"), u32::MAX].map(|offset| {
            let [sentence, paragraph] =
                [article.sentence_at(offset).map(|id| id.index()), article.paragraph_at(offset).map(|id| id.index())];
            format!("{sentence:?} {paragraph:?}")
        });
        assert_eq!(told[0], "Some(0) Some(0)", "before the first");
        assert_eq!(
            told[1..],
            ["Some(0) Some(0)", "Some(1) Some(0)", "Some(1) Some(0)", "Some(2) Some(1)", "Some(2) Some(1)"]
        );
        assert_eq!(Article::default().sentence_at(3), None);
    }
}
