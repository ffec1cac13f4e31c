//! Plain data: one event, told by two or more articles. Everything about an article is found by its [`ArticleId`]. Holds no
//! text of its own making and decides nothing.

mod article;
mod ids;
mod per_article;

pub use article::{Article, Paragraph, ParagraphRole, Sentence};
pub use ids::{ArticleId, PairId, ParagraphId, SentenceId, Side};
pub use per_article::PerArticle;

use crate::text::vocabulary::Vocabulary;

/// One event, told by two or more articles.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// The tellings, in the order they were given.
    pub articles: PerArticle<Article>,
    /// The folded words of all articles; the tokens' `word` refers to it.
    pub vocabulary: Vocabulary,
    /// What the reader should know about the opening of the story as a whole: "left out 'photo.png': an image (PNG)".
    pub notes: Vec<String>,
}

impl Story {
    /// The beginning of the story: of each article at most about `bytes` bytes, as [`Article::head`] cuts them. For a first screen of
    /// long texts; what it links may be linked otherwise in the whole. It has a vocabulary of its own, as whoever compares it looks at
    /// every word of that.
    #[must_use]
    pub fn head(&self, bytes: usize) -> Self {
        let mut vocabulary = Vocabulary::default();
        let head = |(_, article): (ArticleId, &Article)| {
            let mut head = article.head(bytes);
            for token in &mut head.tokens {
                token.word = vocabulary.intern(self.vocabulary.form(token.word));
            }
            head
        };
        let articles = self.articles.iter().map(head).collect();
        Self { articles, vocabulary, notes: self.notes.clone() }
    }

    /// Every unordered pair of articles, by the order they were given.
    pub fn pairs(&self) -> impl Iterator<Item = PairId> + use<> {
        let count = self.articles.len();
        (0..count).flat_map(move |l| {
            (l + 1..count).map(move |r| PairId { left: ArticleId::new(l), right: ArticleId::new(r) })
        })
    }
}
