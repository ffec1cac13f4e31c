//! An article in a spread, and what it is held against.

use super::Compared;
use crate::{
    align::Link,
    page::marks::Standing,
    story::{ArticleId, SentenceId, Side},
};

/// An article in a spread.
#[derive(Clone, Debug)]
pub struct Column {
    /// The article.
    pub article: ArticleId,
    /// Where it stands: left for the base, right for the others.
    pub place: Side,
    /// What it is held against: the base of several articles against each of them, in the order of columns, the others against the
    /// base. None while they are not compared.
    pub against: Vec<Against>,
}

/// An article held against another.
#[derive(Clone, Debug)]
pub struct Against {
    /// The two, compared.
    pub compared: Compared,
    /// The article's side in that pair.
    pub side: Side,
}

impl Against {
    /// The article it is held against.
    #[must_use]
    pub fn other(&self) -> ArticleId {
        self.compared.pair().on(self.side.other())
    }

    /// What the sentence `id` of the article is, held against the other.
    #[must_use]
    pub fn standing(&self, id: SentenceId) -> Standing {
        self.compared.marks.standing(self.side, id)
    }

    /// The link of the sentence `id` of the article, if it has a counterpart.
    #[must_use]
    pub fn link(&self, id: SentenceId) -> Option<&Link> {
        match self.standing(id) {
            Standing::Linked { link, .. } | Standing::Elsewhere { link, .. } => {
                self.compared.comparison.alignment.links.get(link)
            }
            Standing::Only { .. } | Standing::Furniture { .. } => None,
        }
    }
}

impl Column {
    /// The comparison that the sentence `id` is marked by: of several the first in which it has a counterpart.
    #[must_use]
    pub fn speaking(&self, id: SentenceId) -> Option<&Against> {
        let linked =
            |against: &&Against| matches!(against.standing(id), Standing::Linked { .. } | Standing::Elsewhere { .. });
        self.against.iter().find(linked).or_else(|| self.against.first())
    }
}
