//! The distinct words of a story, each known by a number: folded once, analysed once, compared as numbers ever after.

use rustc_hash::FxHashMap;

/// A folded word of a [`Vocabulary`]. Equal ids mean equal folded words. The numbers follow the order of first appearance, so no
/// result may depend on which of two ids is larger.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// The index it stands for, counted from 0.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The distinct folded words of a story.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    forms: Vec<Box<str>>,
    ids: FxHashMap<Box<str>, WordId>,
}

impl Vocabulary {
    /// The id of `folded`, new or known.
    pub fn intern(&mut self, folded: &str) -> WordId {
        if let Some(id) = self.ids.get(folded) {
            return *id;
        }
        let id = WordId(u32::try_from(self.forms.len()).unwrap_or(u32::MAX));
        self.forms.push(folded.into());
        self.ids.insert(folded.into(), id);
        id
    }

    /// The id of `folded`, if the story has the word.
    #[must_use]
    pub fn get(&self, folded: &str) -> Option<WordId> {
        self.ids.get(folded).copied()
    }

    /// The folded form of `id`. Panics when `id` is of another vocabulary, as slices do.
    #[must_use]
    pub fn form(&self, id: WordId) -> &str {
        &self.forms[id.index()]
    }

    /// All forms with their ids, in the order of their first appearance.
    pub fn iter(&self) -> impl Iterator<Item = (WordId, &str)> {
        (0u32..).zip(&self.forms).map(|(index, form)| (WordId(index), &**form))
    }

    /// How many distinct words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }
}
