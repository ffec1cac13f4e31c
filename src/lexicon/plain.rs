//! What a neutral writer would put for an entry, in the form in which the entry stands in the text.

use super::{
    bundled::BUNDLED,
    entry::{Class, Form},
    inflection::{Irregular, forms},
    words::Words,
};

impl Words {
    /// What a neutral writer would put for the entry `id` of a [`super::Found`] that stands in `form`, if the list says: `said` for
    /// `claimed`, `groups` for `gangs`. Panics as [`Words::entry`] does.
    #[must_use]
    pub fn neutral(&self, id: u32, form: Form) -> Option<String> {
        let entry = self.entry(id);
        let neutral = entry.neutral.as_deref()?;
        let inflected = match (entry.group.class, form) {
            (Class::Verb, Form::S | Form::Ed | Form::Ing) => {
                let (verb, rest) = neutral.split_at(neutral.find(' ').unwrap_or(neutral.len()));
                // "not answer" has no form of its own.
                let bent = if verb == "not" { verb.to_owned() } else { self.bent(verb, Class::Verb, form) };
                bent + rest
            }
            (Class::Noun, Form::S) if !neutral.ends_with('s') => {
                let (rest, noun) = neutral.split_at(neutral.rfind(' ').map_or(0, |space| space + 1));
                rest.to_owned() + &self.bent(noun, Class::Noun, form)
            }
            _ => neutral.to_owned(),
        };
        Some(inflected)
    }

    /// `word` in `form`; as it is where it has no such form.
    fn bent(&self, word: &str, class: Class, form: Form) -> String {
        if word == "be" {
            let of_be = match form {
                Form::Listed => "be",
                Form::S => "is",
                Form::Ed => "was",
                Form::Ing => "being",
            };
            return of_be.to_owned();
        }
        if let (Form::Ed, Some(past)) = (form, self.past_of(word)) {
            return past.to_owned();
        }
        let mut bent = None;
        forms(word, class, &Irregular::default(), &mut |letters, which| {
            if which == form && bent.is_none() {
                bent = Some(letters.to_owned());
            }
        });
        bent.unwrap_or_else(|| word.to_owned())
    }

    /// The past tense of `verb` that no rule gives, from the forms of the list, which stand a line each, the verb first.
    fn past_of(&self, verb: &str) -> Option<&'static str> {
        let list = BUNDLED.iter().find(|(language, name, _)| *language == self.language() && *name == "irregular")?.2;
        let (_, behind) = list.split_once("\n[forms]\n")?;
        let forms = behind.split("\n[").next()?;
        // Searched and not gone through line by line: that was a fortieth of all the work on two short articles.
        let rest = |at: usize| forms.get(at..)?.strip_prefix(verb)?.strip_prefix(' ');
        let begins = |at: &usize| *at == 0 || forms.as_bytes().get(at - 1) == Some(&b'\n');
        let found = forms.match_indices(verb).map(|(at, _)| at).filter(begins).find_map(rest)?;
        found.split([' ', '\n']).next()
    }
}
