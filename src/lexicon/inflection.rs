//! The forms of English verbs, nouns and adjectives by rule; what the rules do not give stands in `irregular.txt`.
//! British and American spellings are both made: a form that nobody writes does no harm, for it is never found. Shared with `build.rs`, so
//! it names nothing outside the standard library but its neighbours.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    class::{Class, Form},
    split,
};

/// Forms that no rule gives: the listed form with its others, in the order third person or plural, past, participle, …
#[derive(Clone, Debug, Default)]
pub struct Irregular<'a> {
    /// `say` to `said`, `man` to `men`: all forms other than those by rule with -s and -ing.
    /// They stand in one string, with white space between them.
    pub forms: BTreeMap<&'a str, &'a str>,
    /// Verbs of several syllables that double the last letter: `admit`, `admitted`.
    pub doubling: BTreeSet<&'a str>,
}

impl<'a> Irregular<'a> {
    /// Adds what the list `text` has.
    pub fn read(&mut self, text: &'a str) {
        for (_, name, content) in split::groups(text) {
            let mut words = content.split_ascii_whitespace();
            if name == "doubling" {
                self.doubling.extend(words);
            } else if let Some(word) = words.next() {
                self.forms.insert(word, content.get(word.len()..).unwrap_or_default());
            }
        }
    }
}

/// Calls `each` with every form of `word`, the listed one first.
pub fn forms(word: &str, class: Class, irregular: &Irregular<'_>, each: &mut impl FnMut(&str, Form)) {
    each(word, Form::Listed);
    if class == Class::Fixed {
        return;
    }
    let own = irregular.forms.get(word).copied().unwrap_or_default();
    for form in own.split_ascii_whitespace() {
        each(form, if class == Class::Noun { Form::S } else { Form::Ed });
    }
    let mut spelled = Spelled { letters: String::with_capacity(word.len() + 4), each };
    match class {
        Class::Fixed => {}
        Class::Noun => {
            spelled.form(word, "'s", Form::Listed);
            s_form(word, &mut spelled);
        }
        Class::Adjective => adjective(word, &mut spelled),
        Class::Verb => {
            verb(word, !own.is_empty(), irregular, &mut spelled);
            if let Some(stem) = word.strip_suffix("ize") {
                spelled.form(stem, "ise", Form::Listed);
                verb(&[stem, "ise"].concat(), false, irregular, &mut spelled);
            }
        }
    }
}

/// Whoever asks for forms, and the letters of the last one: thousands of words are bent, each in several ways.
struct Spelled<'a, E> {
    letters: String,
    each: &'a mut E,
}

impl<E: FnMut(&str, Form)> Spelled<'_, E> {
    /// Tells the form that is spelled `stem` and then `ending`.
    fn form(&mut self, stem: &str, ending: &str, form: Form) {
        self.letters.clear();
        self.letters.push_str(stem);
        self.letters.push_str(ending);
        (self.each)(&self.letters, form);
    }
}

/// The adverb, and for short words the comparatives.
fn adjective<E: FnMut(&str, Form)>(word: &str, spelled: &mut Spelled<'_, E>) {
    /// Longer words are compared by "more" and "most", in bytes.
    const SHORT: usize = 7;
    let stem = word.strip_suffix('y').filter(|stem| !ends_with_any(stem, "aeou"));
    let silent = word.strip_suffix('e');
    match (stem, silent) {
        (Some(stem), _) => spelled.form(stem, "ily", Form::Listed),
        (None, Some(stem)) if stem.ends_with('l') && !stem.ends_with("ol") => spelled.form(stem, "y", Form::Listed),
        _ if word.ends_with("ic") => spelled.form(word, "ally", Form::Listed),
        _ if word.ends_with("ll") => spelled.form(word, "y", Form::Listed),
        _ => spelled.form(word, "ly", Form::Listed),
    }
    if word.len() > SHORT || word.contains('-') {
        return;
    }
    let base = match (stem, silent) {
        (Some(stem), _) => &[stem, "i"].concat(),
        (None, Some(stem)) => stem,
        _ if doubles(word) => &doubled(word),
        _ => word,
    };
    spelled.form(base, "er", Form::Listed);
    spelled.form(base, "est", Form::Listed);
}

fn verb<E: FnMut(&str, Form)>(word: &str, strong: bool, irregular: &Irregular<'_>, spelled: &mut Spelled<'_, E>) {
    s_form(word, spelled);
    let mut with_stem = |stem: &str, ed: &str| {
        spelled.form(stem, "ing", Form::Ing);
        if !strong {
            spelled.form(stem, ed, Form::Ed);
        }
    };
    if let Some(stem) = word.strip_suffix("ie") {
        spelled.form(stem, "ying", Form::Ing);
        if !strong {
            spelled.form(word, "d", Form::Ed);
        }
    } else if let Some(stem) = word.strip_suffix('e') {
        if ends_with_any(stem, "eoy") {
            with_stem(word, "d");
        } else {
            with_stem(stem, "ed");
        }
    } else if let Some(stem) = word.strip_suffix('y').filter(|stem| !ends_with_any(stem, "aeou")) {
        spelled.form(word, "ing", Form::Ing);
        if !strong {
            spelled.form(stem, "ied", Form::Ed);
        }
    } else {
        if doubles(word) || irregular.doubling.contains(word) || ends_in_vowel_l(word) {
            with_stem(&doubled(word), "ed");
        }
        if !doubles(word) {
            with_stem(word, "ed");
        }
    }
}

/// The third person of a verb, the plural of a noun.
fn s_form<E: FnMut(&str, Form)>(word: &str, spelled: &mut Spelled<'_, E>) {
    if let Some(stem) = word.strip_suffix('y').filter(|stem| !ends_with_any(stem, "aeou")) {
        spelled.form(stem, "ies", Form::S);
    } else if let Some(stem) = word.strip_suffix("man") {
        spelled.form(stem, "men", Form::S);
    } else if ends_with_any(word, "sxz") || word.ends_with("ch") || word.ends_with("sh") {
        spelled.form(word, "es", Form::S);
    } else {
        spelled.form(word, "s", Form::S);
    }
}

/// `word` with its last letter twice.
fn doubled(word: &str) -> String {
    word.chars().chain(word.chars().last()).collect()
}

fn ends_with_any(word: &str, letters: &str) -> bool {
    word.chars().last().is_some_and(|last| letters.contains(last))
}

/// `slam`: one vowel between consonants, one syllable.
fn doubles(word: &str) -> bool {
    let bytes = word.as_bytes();
    let vowel = |b: u8| b"aeiouy".contains(&b);
    let [.., a, b, c] = bytes else { return false };
    let vowels = bytes.iter().filter(|byte| vowel(**byte)).count();
    let quiet = bytes.starts_with(b"qu") && vowels == 2;
    !vowel(*c) && !b"wx".contains(c) && vowel(*b) && (!vowel(*a) || quiet) && (vowels == 1 || quiet)
}

/// `signal`: British English doubles, American does not.
fn ends_in_vowel_l(word: &str) -> bool {
    let bytes = word.as_bytes();
    matches!(bytes, [.., a, b'l'] if b"aeio".contains(a)) && bytes.len() > 4 && !doubles(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(word: &str, class: Class) -> String {
        let mut irregular = Irregular::default();
        irregular.forms.insert("say", "said");
        irregular.doubling.insert("admit");
        let mut out: Vec<String> = Vec::new();
        forms(word, class, &irregular, &mut |form, _| out.push(form.to_owned()));
        out.join(" ")
    }

    #[test]
    fn verbs() {
        assert_eq!(all("insist", Class::Verb), "insist insists insisting insisted");
        assert_eq!(all("say", Class::Verb), "say said says saying");
        assert_eq!(all("deny", Class::Verb), "deny denies denying denied");
        assert_eq!(all("slam", Class::Verb), "slam slams slamming slammed");
        assert_eq!(all("claim", Class::Verb), "claim claims claiming claimed");
        assert_eq!(all("argue", Class::Verb), "argue argues arguing argued");
        assert_eq!(all("quip", Class::Verb), "quip quips quipping quipped");
        assert_eq!(all("lie", Class::Verb), "lie lies lying lied");
        assert!(all("admit", Class::Verb).contains("admitted"));
        assert!(all("emphasize", Class::Verb).contains("emphasised"));
        assert!(all("signal", Class::Verb).contains("signalled") && all("signal", Class::Verb).contains("signaled"));
    }

    #[test]
    fn adjectives() {
        assert_eq!(all("grim", Class::Adjective), "grim grimly grimmer grimmest");
        assert_eq!(all("ugly", Class::Adjective), "ugly uglily uglier ugliest");
        assert_eq!(all("horrible", Class::Adjective), "horrible horribly");
        assert_eq!(all("crude", Class::Adjective), "crude crudely cruder crudest");
        assert_eq!(all("hysteric", Class::Adjective), "hysteric hysterically");
        assert_eq!(all("vile", Class::Adjective), "vile vily viler vilest");
    }

    #[test]
    fn nouns() {
        assert_eq!(all("regime", Class::Noun), "regime regime's regimes");
        assert_eq!(all("strongman", Class::Noun), "strongman strongman's strongmen");
        assert_eq!(all("militia", Class::Noun), "militia militia's militias");
        assert_eq!(all("ally", Class::Noun), "ally ally's allies");
    }
}
