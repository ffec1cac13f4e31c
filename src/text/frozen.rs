//! A table of words that was made when the program was built. May be asked for the number of a word; takes no time to set up, for it
//! is a part of the program. Shared with `build.rs`, which makes such tables; so it names nothing outside the standard library.

/// Words, each with a number.
///
/// The words stand in one string, by the first bits of their hash: no word has an address of its own that would have to be set right
/// when the program is loaded.
#[derive(Clone, Copy, Debug)]
pub struct Frozen {
    /// All words, one behind the other.
    pub letters: &'static str,
    /// Where each word ends in `letters`, in bytes, and its number.
    pub words: &'static [(u32, u16)],
    /// Where the words of each bucket begin in `words`; a power of two of buckets and one more.
    pub first: &'static [u16],
}

impl Frozen {
    /// The number of `word`, if the table has it.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<u16> {
        let bucket = bucket(word, self.first.len() - 1);
        let range = usize::from(self.first[bucket])..usize::from(self.first[bucket + 1]);
        let mut start = range.start.checked_sub(1).map_or(0, |before| self.words[before].0 as usize);
        self.words[range].iter().find_map(|(end, number)| {
            let known = self.letters.as_bytes().get(start..*end as usize);
            start = *end as usize;
            (known == Some(word.as_bytes())).then_some(*number)
        })
    }
}

/// Strings that stand one behind the other, for the same reason; asked for by their number.
#[derive(Clone, Copy, Debug)]
pub struct Joined {
    /// All strings, one behind the other.
    pub letters: &'static str,
    /// Where each begins in `letters`, in bytes, and where the last one ends.
    pub first: &'static [u16],
}

impl Joined {
    /// The string of this number; empty when there are not so many.
    #[must_use]
    pub fn get(&self, number: usize) -> &'static str {
        let range = self.first.get(number).zip(self.first.get(number + 1));
        range.and_then(|(start, end)| self.letters.get(usize::from(*start)..usize::from(*end))).unwrap_or_default()
    }
}

/// In which of a power of two of `buckets` the word stands: by the 64-bit FNV-1a hash (Fowler, Noll, Vo 1991), both halves of it.
#[must_use]
pub fn bucket(word: &str, buckets: usize) -> usize {
    let hash = word
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    (hash ^ hash >> 32) as usize & (buckets - 1)
}
