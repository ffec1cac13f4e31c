//! Words of entries inflected while a story is read: those of a reader's own lists, and all when the reader has other irregular forms.

use super::{
    entry::{Class, Form},
    inflection::{Irregular, forms},
    pattern::{Choice, Pattern},
    sets::SetBits,
    shape::{Inflected, shapes},
    split,
};
use crate::text::vocabulary::{Vocabulary, WordId};

/// What entries are held against.
pub struct Inflecting<'a> {
    pub vocabulary: &'a Vocabulary,
    pub irregular: &'a Irregular<'a>,
    /// The sets of each word.
    pub sets: &'a [SetBits],
}

impl Inflecting<'_> {
    /// The patterns of the entry `text` of `class`: none when the vocabulary lacks a word that it needs.
    pub fn patterns(&self, text: &str, class: Class) -> Vec<Pattern> {
        let pattern = |shape| Pattern::of(shape, self.sets, |word| Choice::of(self.words(word)));
        shapes(text, class).into_iter().filter_map(pattern).collect()
    }

    /// The words of the vocabulary that `word` stands for.
    fn words(&self, (word, class): Inflected<'_>) -> Vec<(WordId, Form)> {
        let mut found: Vec<(WordId, Form)> = Vec::new();
        for choice in split::parts(word, b'|') {
            if let Some(stem) = choice.strip_suffix('*') {
                let begins = self.vocabulary.iter().filter(|(_, form)| form.starts_with(stem));
                found.extend(begins.map(|(id, _)| (id, Form::Listed)));
                continue;
            }
            forms(choice, class, self.irregular, &mut |form, which| {
                if let Some(id) = self.vocabulary.get(form)
                    && !found.iter().any(|(known, _)| *known == id)
                {
                    found.push((id, which));
                }
            });
        }
        found
    }
}
