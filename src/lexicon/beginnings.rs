//! How the words of a vocabulary begin. The lists have thousands of entries and a story has the words of few: an entry with a
//! word that begins like none of the story's need not be inflected to be told absent.

use super::inflection::Irregular;
use crate::text::vocabulary::Vocabulary;

/// The beginnings of a vocabulary's words, of up to [`MOST`] bytes. May take a beginning for one that is there, never the other
/// way round.
pub struct Beginnings {
    /// A bit for each beginning, by its hash.
    bits: Vec<u64>,
}

/// How many bytes of a word are looked at.
const MOST: usize = 8;
/// How many bits there are, as a power of two: some thousand beginnings in a long text fill a part of them.
const BITS: u32 = 17;

impl Beginnings {
    /// How the words of `vocabulary` begin; an `irregular` form that it has counts for the word that it is a form of.
    pub fn of(vocabulary: &Vocabulary, irregular: &Irregular<'_>) -> Self {
        let mut beginnings = Self { bits: vec![0; 1 << (BITS - 6)] };
        for (_, form) in vocabulary.iter() {
            let bytes = form.as_bytes();
            for length in 1..=bytes.len().min(MOST) {
                beginnings.add(&bytes[..length]);
            }
        }
        for (word, forms) in &irregular.forms {
            if forms.iter().any(|form| vocabulary.get(form).is_some()) {
                beginnings.add(kept(word.as_bytes()));
            }
        }
        beginnings
    }

    fn add(&mut self, beginning: &[u8]) {
        let (at, bit) = place(beginning);
        self.bits[at] |= bit;
    }

    /// Whether the vocabulary may hold forms of all words that the entry `text` needs. Asked of every entry of every list, so it goes
    /// over the bytes once.
    pub fn may_hold(&self, text: &str) -> bool {
        text.as_bytes().split(u8::is_ascii_whitespace).all(|piece| match piece {
            // What may be missing, and what any word of a set or any word at all may stand for.
            [] | [b'<' | b'(' | b'_' | b'.', ..] => true,
            _ => piece.split(|byte| *byte == b'|').any(|word| self.may_hold_word(word)),
        })
    }

    fn may_hold_word(&self, word: &[u8]) -> bool {
        let word = word.strip_suffix(b"~").unwrap_or(word);
        // A compound may be one word of the vocabulary, or be cut at its hyphens.
        let first = word.iter().position(|byte| *byte == b'-').and_then(|hyphen| word.get(..hyphen));
        self.has(kept(word)) || first.is_some_and(|first| self.has(kept(first)))
    }

    fn has(&self, beginning: &[u8]) -> bool {
        let (at, bit) = place(beginning);
        self.bits[at] & bit != 0
    }
}

/// The beginning that all forms of `word` have that the rules make, of up to [`MOST`] bytes. They bend no more than its end:
/// `lie`, `lying`; `size`, `sise`; `woman`, `women`; `deny`, `denied`; `argue`, `arguing`.
fn kept(word: &[u8]) -> &[u8] {
    let bent = match word {
        [.., b'i', b'e'] | [.., b'z', b'e'] | [.., b'm', b'a', b'n'] => 2,
        [.., b'y' | b'e'] => 1,
        _ => 0,
    };
    &word[..word.len().saturating_sub(bent).clamp(1, MOST).min(word.len())]
}

/// The word and the bit that stand for a beginning.
fn place(beginning: &[u8]) -> (usize, u64) {
    let packed = beginning.iter().fold(0, |packed, byte| packed << 8 | u64::from(*byte));
    // Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
    let hash = packed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - BITS);
    ((hash >> 6) as usize, 1 << (hash & 63))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::lexicon::{
        bundled::BUNDLED,
        entry::{Class, ListKind},
        inflection::forms,
        parse,
        words::read_irregular,
    };

    #[test]
    fn every_form_of_a_listed_word_begins_as_is_asked_for() {
        let mut irregular = Irregular::default();
        read_irregular(BUNDLED.iter().find(|(_, name, _)| *name == "irregular").unwrap().2, &mut irregular);
        for (_, name, text) in BUNDLED {
            let Some(kind) = ListKind::named(name) else { continue };
            for entry in parse::entries(kind, text).flatten() {
                let head = entry.text.split_ascii_whitespace().next().unwrap().trim_end_matches('~');
                for word in head.split('|').filter(|word| !irregular.forms.contains_key(word)) {
                    for class in [Class::Fixed, Class::Verb, Class::Noun, Class::Adjective] {
                        forms(word, class, &irregular, &mut |form, _| {
                            assert!(form.as_bytes().starts_with(kept(word.as_bytes())), "{form} of {word}");
                        });
                    }
                }
            }
        }
    }
}
