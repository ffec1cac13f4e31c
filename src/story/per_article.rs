//! A value for each article of a story.

use std::ops::{Index, IndexMut};

use serde::Serialize;

use super::ids::ArticleId;

/// One `T` for each article, found by [`ArticleId`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct PerArticle<T>(Vec<T>);

impl<T> PerArticle<T> {
    /// How many articles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The values with their articles' ids, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (ArticleId, &T)> + ExactSizeIterator {
        self.0.iter().enumerate().map(|(index, value)| (ArticleId::new(index), value))
    }

    /// The value of `id`, if there is such an article.
    #[must_use]
    pub fn get(&self, id: ArticleId) -> Option<&T> {
        self.0.get(id.index())
    }
}

impl<T> FromIterator<T> for PerArticle<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self(values.into_iter().collect())
    }
}

/// Panics when `id` is of another story, as slices do.
impl<T> Index<ArticleId> for PerArticle<T> {
    type Output = T;

    fn index(&self, id: ArticleId) -> &T {
        &self.0[id.index()]
    }
}

/// Panics when `id` is of another story, as slices do.
impl<T> IndexMut<ArticleId> for PerArticle<T> {
    fn index_mut(&mut self, id: ArticleId) -> &mut T {
        &mut self.0[id.index()]
    }
}
