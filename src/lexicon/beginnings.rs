//! How the words of a vocabulary begin. The lists have thousands of entries and a story has the words of few: an entry with a
//! word that begins like none of the story's need not be inflected to be told absent.

use super::{
    inflection::Irregular,
    needs::{self, BITS, kept, needed},
};
use crate::text::vocabulary::Vocabulary;

/// The beginnings of a vocabulary's words, and the words themselves, by their numbers (see `needs`). May take a beginning for one that is there, never the other
/// way round.
pub struct Beginnings {
    /// A bit for each number.
    bits: Vec<u64>,
}

impl Beginnings {
    /// How the words of `vocabulary` begin; an `irregular` form that it has counts for the word that it is a form of.
    pub fn of(vocabulary: &Vocabulary, irregular: &Irregular<'_>) -> Self {
        let mut beginnings = Self { bits: vec![0; 1 << (BITS - 6)] };
        beginnings.add(needs::NONE);
        for (_, form) in vocabulary.iter() {
            needs::had(form.as_bytes()).for_each(|number| beginnings.add(number));
        }
        for (word, forms) in &irregular.forms {
            if forms.split_ascii_whitespace().any(|form| vocabulary.get(form).is_some()) {
                beginnings.add(needs::number(kept(word.as_bytes())));
            }
        }
        beginnings
    }

    fn add(&mut self, number: u32) {
        self.bits[(number >> 6) as usize] |= 1 << (number & 63);
    }

    /// Whether a word may begin as `number` says, or be the word that it says.
    pub fn has(&self, number: u32) -> bool {
        self.bits[(number >> 6) as usize] >> (number & 63) & 1 == 1
    }

    /// Whether the vocabulary may hold forms of all words that the entry `text` needs.
    pub fn may_hold(&self, text: &str) -> bool {
        needed(text).all(|piece| needs::beginnings(piece).any(|number| self.has(number)))
    }
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
