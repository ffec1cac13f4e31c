//! The distinct words of a story, each known by a number: folded once, analysed once, compared as numbers ever after.

use std::hash::Hasher as _;

use rustc_hash::FxHasher;

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

    /// The ids of the first `count` words of a vocabulary.
    pub fn all(count: usize) -> impl Iterator<Item = Self> + use<> {
        (0u32..).map(Self).take(count)
    }

    /// The `n`-th id that no word of any vocabulary has, for what stands for several words; its form is empty.
    #[must_use]
    pub fn beyond(n: u32) -> Self {
        Self(u32::MAX - n)
    }
}

/// The distinct folded words of a story.
///
/// All forms stand in one string, and a table of their numbers with open addressing finds them again, because a long text asks
/// for millions of words and few of them are new: a known word costs one hash and one comparison and allocates nothing.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    letters: String,
    /// Where each form ends in `letters`, in bytes.
    ends: Vec<u32>,
    /// A power of two of places, at least a quarter of them free.
    places: Vec<Place>,
}

/// A place of the table: 0 (free) or the number of a word plus 1, and its hash, so that other words are told apart unread.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    known: u32,
    hash: u32,
}

impl Vocabulary {
    /// The id of `folded`, new or known.
    pub fn intern(&mut self, folded: &str) -> WordId {
        if self.ends.len() * 4 >= self.places.len() * 3 {
            self.grow();
        }
        let hash = hash(folded);
        let place = self.place(folded, hash);
        if let Some(known) = self.places[place].known.checked_sub(1) {
            return WordId(known);
        }
        let id = u32::try_from(self.ends.len()).unwrap_or(u32::MAX - 1);
        self.letters.push_str(folded);
        self.ends.push(u32::try_from(self.letters.len()).unwrap_or(u32::MAX));
        self.places[place] = Place { known: id + 1, hash };
        WordId(id)
    }

    /// The id of `folded`, if the story has the word.
    #[must_use]
    pub fn get(&self, folded: &str) -> Option<WordId> {
        let place = self.places.get(self.place(folded, hash(folded)))?;
        place.known.checked_sub(1).map(WordId)
    }

    /// The folded form of `id`. Empty when `id` is of another, larger vocabulary.
    #[must_use]
    pub fn form(&self, id: WordId) -> &str {
        let (start, end) = self.ends_of(id);
        self.letters.get(start..end).unwrap_or_default()
    }

    /// The form of the `n`-th word, counted from 0. Empty when there are fewer.
    #[must_use]
    pub fn nth(&self, n: usize) -> &str {
        u32::try_from(n).map_or("", |n| self.form(WordId(n)))
    }

    /// The bytes of its form, which need not be asked whether they are whole letters.
    fn letters_of(&self, id: WordId) -> &[u8] {
        let (start, end) = self.ends_of(id);
        self.letters.as_bytes().get(start..end).unwrap_or_default()
    }

    /// Where its form begins and ends in `letters`.
    fn ends_of(&self, id: WordId) -> (usize, usize) {
        let start = id.index().checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(id.index()).copied().unwrap_or(start);
        (start as usize, end as usize)
    }

    /// All forms with their ids, in the order of their first appearance.
    pub fn iter(&self) -> impl Iterator<Item = (WordId, &str)> {
        self.ids().map(|id| (id, self.form(id)))
    }

    /// The ids of all words, in the same order.
    pub fn ids(&self) -> impl Iterator<Item = WordId> + use<> {
        WordId::all(self.ends.len())
    }

    /// How many distinct words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Where `folded` stands in the table, or the free place where it belongs; 0 when there is no table yet.
    fn place(&self, folded: &str, hash: u32) -> usize {
        let mask = self.places.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(place) = self.places.get(at).filter(|place| place.known > 0) {
            if place.hash == hash && self.letters_of(WordId(place.known - 1)) == folded.as_bytes() {
                break;
            }
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let before = std::mem::take(&mut self.places);
        self.places = vec![Place::default(); (before.len() * 2).max(64)];
        let mask = self.places.len() - 1;
        for place in before.into_iter().filter(|place| place.known > 0) {
            let mut at = place.hash as usize & mask;
            while self.places[at].known > 0 {
                at = (at + 1) & mask;
            }
            self.places[at] = place;
        }
    }
}

fn hash(folded: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(folded.as_bytes());
    let hash = hasher.finish();
    // Both halves, because this hash mixes upwards.
    #[expect(clippy::cast_possible_truncation, reason = "half of the bits are wanted")]
    let folded = (hash ^ (hash >> 32)) as u32;
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_numbered_in_the_order_they_come() {
        let mut vocabulary = Vocabulary::default();
        assert_eq!(vocabulary.get("a"), None);
        let words: Vec<String> = (0..1_000).map(|n| format!("w{n}")).collect();
        let ids: Vec<WordId> = words.iter().map(|word| vocabulary.intern(word)).collect();
        assert!(ids.iter().enumerate().all(|(n, id)| id.index() == n));
        assert!(
            words.iter().zip(&ids).all(|(word, id)| vocabulary.intern(word) == *id && vocabulary.form(*id) == word)
        );
        assert_eq!(vocabulary.iter().map(|(_, form)| form).collect::<Vec<_>>(), words);
        assert_eq!((vocabulary.len(), vocabulary.get("w7")), (1_000, Some(ids[7])));
        let empty = vocabulary.intern("");
        assert_eq!(vocabulary.intern(""), empty);
        assert_eq!(vocabulary.form(empty), "");
    }
}
