//! What a word counts as when passages are compared: its stem, the parts of a compound, or, in scripts without spaces, the pair
//! it makes with its neighbour. Language-independent but for a handful of English suffixes that do no harm elsewhere.

use std::hash::Hasher as _;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::{numbers::number, stem::stem};
use crate::text::{
    fold::is_acronym,
    script::is_spaceless,
    vocabulary::{Vocabulary, WordId},
};

/// A term: an index into [`Terms`].
pub type TermId = u32;

/// How many letters two stems must begin with alike to count as kin (*Iran*, *Iranian*). Stems of four letters serve many
/// European languages about as well as a stemmer does (McNamee and Mayfield 2004, "Character n-gram tokenization for European
/// language text retrieval").
const KIN_LETTERS: usize = 4;

/// The terms of a story's vocabulary.
#[derive(Debug, Default)]
pub struct Terms {
    /// The terms of a word, as `first[word] .. first[word + 1]` of `parts`.
    first: Vec<u32>,
    parts: Vec<TermId>,
    /// What each term is written as, by its number.
    stems: Vocabulary,
    /// By word: a number that depends on its letters alone, whichever article was read first.
    marks: Vec<u64>,
    /// Words with hyphens and those numbers of their parts.
    hyphened: FxHashMap<WordId, Vec<u64>>,
    /// Figures with letters at their end (`3pm`) and those numbers of their two parts.
    glued: FxHashMap<WordId, [u64; 2]>,
    /// Words of a script without spaces, one character each.
    unspaced: FxHashSet<WordId>,
    pairs: FxHashMap<(WordId, WordId), TermId>,
}

impl Terms {
    /// The terms of `vocabulary`, in whose figures `grouping` parts the thousands; none where that is not known.
    #[must_use]
    pub fn new(vocabulary: &Vocabulary, grouping: Option<char>) -> Self {
        let mut terms = Self { first: vec![0], ..Self::default() };
        for (word, form) in vocabulary.iter() {
            let ungrouped = grouping.and_then(|sign| ungrouped(form, sign));
            let form = ungrouped.as_deref().unwrap_or(form);
            terms.marks.push(mark(form));
            if is_unspaced(form) {
                terms.unspaced.insert(word);
            }
            if form.contains('-') && form.starts_with(char::is_alphabetic) {
                let parts = form.split('-').filter(|part| !part.is_empty());
                terms.hyphened.insert(word, parts.map(mark).collect());
            }
            if let Some(at) = letters_after_digits(form) {
                let (digits, letters) = form.split_at_checked(at).unwrap_or((form, ""));
                terms.glued.insert(word, [mark(digits), mark(letters)]);
            }
            if let Some(number) = number(form) {
                let term = terms.intern(&number.to_string());
                terms.parts.push(term);
            } else if let Some((before, core, after)) = figure(form) {
                let core = grouping.and_then(|sign| self::ungrouped(core, sign)).unwrap_or_else(|| core.to_owned());
                for part in [named(before), Some(&*core), named(after)].into_iter().flatten() {
                    let term = terms.intern(stem(part));
                    terms.parts.push(term);
                }
            } else {
                for part in form.split('-').filter(|part| part.chars().any(char::is_alphanumeric)) {
                    let term = terms.intern(stem(part));
                    terms.parts.push(term);
                }
            }
            terms.first.push(u32::try_from(terms.parts.len()).unwrap_or(u32::MAX));
        }
        terms
    }

    /// A number that depends on the letters of `word` alone.
    #[must_use]
    pub fn mark(&self, word: WordId) -> u64 {
        self.marks.get(word.index()).copied().unwrap_or(0)
    }

    /// As [`mark`](Self::mark), of the parts of `word` between its hyphens.
    pub fn marks_apart(&self, word: WordId) -> impl Iterator<Item = u64> {
        let parts = if self.hyphened.is_empty() { None } else { self.hyphened.get(&word) };
        let whole = parts.is_none().then(|| self.mark(word));
        parts.into_iter().flatten().copied().chain(whole)
    }

    /// Adds to `hasher` what `word` is to the equality of passages: hyphens, the stops of an acronym, and whether a unit stands apart from
    /// its figure do not matter.
    pub fn write(&self, word: WordId, hasher: &mut FxHasher) {
        match self.glued.get(&word) {
            Some(parts) => parts.iter().for_each(|part| hasher.write_u64(*part)),
            None => hasher.write_u64(self.mark(word)),
        }
    }

    /// Makes the second term of each pair stand for the first as well.
    pub fn unite(&mut self, pairs: &[(TermId, TermId)]) {
        if pairs.is_empty() {
            return;
        }
        let one: FxHashMap<TermId, TermId> = pairs.iter().copied().collect();
        for part in &mut self.parts {
            *part = one.get(part).copied().unwrap_or(*part);
        }
    }

    /// The term that is written as `stem`, if there is one.
    #[must_use]
    pub fn get(&self, stem: &str) -> Option<TermId> {
        u32::try_from(self.stems.get(stem)?.index()).ok()
    }

    fn intern(&mut self, stem: &str) -> TermId {
        u32::try_from(self.stems.intern(stem).index()).unwrap_or(u32::MAX)
    }

    /// The terms of `word`, which follows `before` in its passage: several for a compound, none for a sign.
    pub fn of(&mut self, word: WordId, before: Option<WordId>, out: &mut Vec<TermId>) {
        if !self.unspaced.is_empty() && self.unspaced.contains(&word) {
            if let Some(before) = before.filter(|before| self.unspaced.contains(before)) {
                let term = self.pair(before, word);
                out.push(term);
            }
            return;
        }
        out.extend_from_slice(self.parts_of(word));
    }

    /// The terms of `word` standing alone.
    #[must_use]
    pub fn parts_of(&self, word: WordId) -> &[TermId] {
        let at = word.index();
        match (self.first.get(at), self.first.get(at + 1)) {
            (Some(from), Some(to)) => &self.parts[*from as usize..*to as usize],
            _ => &[],
        }
    }

    /// The term that two neighbouring characters of a script without spaces make: such scripts are compared by character pairs.
    fn pair(&mut self, before: WordId, word: WordId) -> TermId {
        if let Some(term) = self.pairs.get(&(before, word)) {
            return *term;
        }
        let stem_of = |word| self.parts_of(word).first().map_or("", |term| self.stem(*term));
        let both = format!("{}{}", stem_of(before), stem_of(word));
        let term = self.intern(&both);
        self.pairs.insert((before, word), term);
        term
    }

    /// What `term` is written as.
    #[must_use]
    pub fn stem(&self, term: TermId) -> &str {
        self.stems.nth(term as usize)
    }

    /// What each term is written as, in their order.
    pub fn stems(&self) -> impl Iterator<Item = &str> {
        self.stems.iter().map(|(_, stem)| stem)
    }

    /// How many terms there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.stems.len()
    }
}

/// A number that depends on what `form` says alone: without the hyphens of a word and the stops of an acronym.
fn mark(form: &str) -> u64 {
    let mut hasher = FxHasher::default();
    let bytes = form.as_bytes();
    let is_word = bytes.first().is_some_and(|first| !first.is_ascii_digit() && *first != b'-');
    if is_word && (bytes.contains(&b'-') || is_acronym(form)) {
        let plain: Vec<u8> = bytes.iter().copied().filter(|byte| !matches!(byte, b'-' | b'.')).collect();
        hasher.write(&plain);
    } else {
        hasher.write(bytes);
    }
    hasher.finish()
}

/// `form` without the signs that part its thousands, if there are any and nothing else is no digit: `1000` for `1,000`.
fn ungrouped(form: &str, sign: char) -> Option<String> {
    let mut groups = form.split(sign);
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups.next().filter(|first| form.len() > first.len() && first.len() <= 3 && digits(first))?;
    (!first.is_empty() && groups.all(|group| group.len() == 3 && digits(group))).then(|| form.replace(sign, ""))
}

/// The figure in `form` with what is written before and behind it: `$`, `940`, nothing; nothing, `4.1`, `bn`. None where there is nothing but the
/// figure, or what stands behind it makes another word of it: `3rd`, `1990s`.
fn figure(form: &str) -> Option<(&str, &str, &str)> {
    let start = form.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = form.split_at_checked(start)?;
    let end = rest.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (core, after) = rest.split_at_checked(end)?;
    let plain = core.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    // "m5" is a road.
    let sign = |sign: &str| !sign.starts_with(|c: char| c.is_ascii_alphabetic()) && named(sign).is_some();
    let whole = (before.is_empty() || sign(before)) && (after.is_empty() || named(after).is_some());
    (plain && whole && before.len() + after.len() > 0).then_some((before, core, after))
}

/// The word for what is written beside a figure.
fn named(sign: &str) -> Option<&'static str> {
    Some(match sign {
        "$" => "dollar",
        "€" => "euro",
        "£" => "pound",
        "¥" => "yen",
        "%" => "percent",
        "k" => "thousand",
        "m" | "mn" => "million",
        "bn" => "billion",
        "tn" | "trn" => "trillion",
        "km" => "kilometre",
        "kg" => "kilogram",
        "am" => "a.m",
        "pm" => "p.m",
        _ => return None,
    })
}

/// Where the letters begin in a figure of digits and letters.
fn letters_after_digits(form: &str) -> Option<usize> {
    let letters = form.find(|c: char| !c.is_ascii_digit())?;
    (letters > 0 && form.bytes().skip(letters).all(|byte| byte.is_ascii_lowercase())).then_some(letters)
}

/// The first letters of `stem` by which it has kin, if it is a word long enough to have any.
#[must_use]
pub fn kin(stem: &str) -> Option<&str> {
    let mut letters = stem.char_indices();
    let long_enough = stem.chars().take(KIN_LETTERS).filter(|c| c.is_alphabetic()).count() == KIN_LETTERS;
    let end = letters.nth(KIN_LETTERS).map_or(stem.len(), |(at, _)| at);
    stem.get(..end).filter(|_| long_enough && !is_unspaced(stem))
}

/// Whether `form` is written in a script that sets no spaces between words.
#[must_use]
pub fn is_unspaced(form: &str) -> bool {
    form.chars().next().is_some_and(is_spaceless)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens_stops_and_spaces_that_say_nothing_part_no_words() {
        let mut vocabulary = Vocabulary::default();
        let mut said = |forms: &[&str], grouping| {
            let words: Vec<WordId> = forms.iter().map(|form| vocabulary.intern(form)).collect();
            let (terms, mut hasher) = (Terms::new(&vocabulary, grouping), FxHasher::default());
            words.into_iter().for_each(|word| terms.write(word, &mut hasher));
            hasher.finish()
        };
        for (one, other) in [
            (&["cease-fire"][..], &["ceasefire"][..]),
            (&["u.s"], &["us"]),
            (&["3pm"], &["3", "p.m"]),
            (&["40km"], &["40", "km"]),
            (&["1,200,000"], &["1200000"]),
        ] {
            assert_eq!(said(one, Some(',')), said(other, Some(',')), "{one:?} {other:?}");
        }
        for (one, other) in [
            (&["5-4"][..], &["54"][..]),
            (&["-5"], &["5"]),
            (&["1.5"], &["15"]),
            (&["1,20"], &["120"]),
            (&["now", "here"], &["nowhere"]),
            (&["its"], &["it's"]),
        ] {
            assert_ne!(said(one, Some(',')), said(other, Some(',')), "{one:?} {other:?}");
        }
        assert_ne!(said(&["1,200"], None), said(&["1200"], None), "perhaps one and a fifth");
    }

    #[test]
    fn a_figure_is_the_same_with_its_sign_its_scale_or_neither() {
        let mut vocabulary = Vocabulary::default();
        let mut parts = |form: &str| {
            let word = vocabulary.intern(form);
            let terms = Terms::new(&vocabulary, Some(','));
            terms.parts_of(word).iter().map(|term| terms.stem(*term).to_owned()).collect::<Vec<_>>().join(" ")
        };
        let billion = stem("billion");
        for (form, told) in [
            ("$940", "dollar 940".to_owned()),
            ("€4bn", format!("euro 4 {billion}")),
            ("$1,200", "dollar 1200".to_owned()),
            ("4.1bn", format!("4.1 {billion}")),
            ("17%", "17 percent".to_owned()),
            ("3pm", "3 p.m".to_owned()),
            // Words of their own.
            ("3rd", "3rd".to_owned()),
            ("1990s", "1990s".to_owned()),
            ("4x4", "4x4".to_owned()),
            ("m5", "m5".to_owned()),
            ("4.1", "4.1".to_owned()),
        ] {
            assert_eq!(parts(form), told, "{form}");
        }
    }

    #[test]
    fn forms_of_a_word_meet() {
        let meets = [
            ("accept", "accepted"),
            ("agree", "agreed"),
            ("studies", "study"),
            ("force", "forces"),
            ("stop", "stopped"),
            ("israel's", "israel"),
            ("killed", "kills"),
            ("countries", "country"),
            ("lying", "lying"),
            ("1.5", "1.5"),
        ];
        for (a, b) in meets {
            assert_eq!(stem(a), stem(b), "{a} {b}");
        }
        assert_eq!(kin(stem("iran")), kin(stem("iranian")));
        assert_eq!((kin("war"), kin("2011"), kin("俄罗")), (None, None, None));
    }
}
