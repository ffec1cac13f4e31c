//! What words say of numbers and units, one table for each language that has a list: of English found when the program was built, of the others
//! read when a story has an article in them.

use std::sync::OnceLock;

use super::{
    lists::{self, LISTS},
    meaning::{Meaning, Measure},
};
use crate::text::{fold::fold_static, frozen::Frozen};

// `WORDS`, `SUFFIXES`: which of `MEANINGS` a word has, alone and right after digits. `OPENERS`: which of `PHRASES` begin with a word.
include!(concat!(env!("OUT_DIR"), "/numbers.rs"));

/// The words of one language, folded.
#[derive(Debug)]
pub(super) struct Table {
    /// What was read; none for English.
    read: Option<lists::Table>,
    /// Scales that are written as one word with their numbers, the greatest first: "tausend", "hundert".
    glued_scales: Vec<(&'static str, f64)>,
}

static ENGLISH: Table = Table { read: None, glued_scales: Vec::new() };

/// Each read when a story has an article in it; the first, English, never.
static TABLES: [OnceLock<Table>; LISTS.len()] = [const { OnceLock::new() }; LISTS.len()];

/// The table of `language`; of English where it has none.
pub(super) fn table(language: Option<&str>) -> &'static Table {
    match LISTS.iter().position(|(code, _)| Some(*code) == language) {
        Some(at) if at > 0 => TABLES[at].get_or_init(|| Table::of(lists::Table::read(LISTS[at].1, fold_static))),
        _ => &ENGLISH,
    }
}

impl Table {
    fn of(read: lists::Table) -> Self {
        let scale = |(word, meaning): (&&'static str, &Meaning)| match meaning {
            Meaning::Lone(scale) | Meaning::Scale(scale) if *scale <= 1000.0 => Some((*word, *scale)),
            _ => None,
        };
        let mut glued_scales: Vec<(&'static str, f64)> = Vec::new();
        if !read.glue.is_empty() {
            glued_scales.extend(read.words.iter().filter_map(scale));
        }
        glued_scales.sort_by(|a, b| b.1.total_cmp(&a.1));
        Self { read: Some(read), glued_scales }
    }

    /// What `word` says by itself.
    pub fn listed(&self, word: &str) -> Option<Meaning> {
        match &self.read {
            None => WORDS.get(word).map(|at| MEANINGS[usize::from(at)]),
            Some(read) => read.words.get(word).copied(),
        }
    }

    /// What `letters` say where they stand right after digits, and only there.
    fn listed_suffix(&self, letters: &str) -> Option<Meaning> {
        match &self.read {
            None => SUFFIXES.get(letters).map(|at| MEANINGS[usize::from(at)]),
            Some(read) => read.suffixes.get(letters).copied(),
        }
    }

    /// The phrases that begin with `word`, the longest first.
    pub fn phrases(&self, word: &str) -> &[(&'static str, Meaning)] {
        match &self.read {
            None => OPENERS.get(word).map_or(&[], |at| PHRASES[usize::from(at)]),
            Some(read) => read.phrases.get(word).map_or(&[], |phrases| phrases),
        }
    }

    /// What letters or signs say that stand right after digits.
    pub fn suffix(&self, letters: &str) -> Option<Meaning> {
        self.listed_suffix(letters).or_else(|| self.listed(letters))
    }

    /// The unit that begins `words` joined by hyphens: `year-old`, `day`.
    pub fn joined_unit(&self, words: &str) -> Option<Measure> {
        let unit = |words: &str| match self.listed(words) {
            Some(Meaning::Unit(measure)) => Some(measure),
            _ => None,
        };
        unit(words).or_else(|| unit(words.split('-').next()?))
    }

    /// Words joined by hyphens: "twenty-five", "twenty-first".
    pub fn composite(&self, form: &str) -> Option<Meaning> {
        let hyphen = form.bytes().position(|byte| byte == b'-')?;
        let (first, rest) = (self.listed(form.get(..hyphen)?)?, form.get(hyphen + 1..)?);
        let Meaning::Number(tens) = first else { return None };
        match self.listed(rest) {
            Some(Meaning::Number(ones)) if (20.0..100.0).contains(&tens) && (1.0..10.0).contains(&ones) => {
                Some(Meaning::Number(tens + ones))
            }
            Some(Meaning::Ordinal(ones)) if (20.0..100.0).contains(&tens) && ones < 10.0 => {
                Some(Meaning::Ordinal(tens + ones))
            }
            _ => None,
        }
    }

    /// Numbers written as one word: "zweihundertdreißig", "cinquemila".
    pub fn glued(&self, form: &str) -> Option<Meaning> {
        // The shortest are "duemila" and "zweitausend".
        const LEAST: usize = 7;
        if self.glued_scales.is_empty() || form.len() < LEAST || !form.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return None;
        }
        self.glued_number(form).map(Meaning::Number)
    }

    fn glued_number(&self, form: &str) -> Option<f64> {
        let (word, scale, at) =
            self.glued_scales.iter().find_map(|(word, scale)| Some((*word, *scale, form.find(word)?)))?;
        let (before, after) = (form.get(..at)?, form.get(at + word.len()..)?);
        let times = if before.is_empty() { 1.0 } else { self.part(before)? };
        let more = if after.is_empty() { 0.0 } else { self.part(after)? };
        (times < 1000.0 && more < scale).then_some(times * scale + more)
    }

    /// A part of a glued number, with what joins it to the part before.
    fn part(&self, form: &str) -> Option<f64> {
        if let Some(Meaning::Number(number) | Meaning::Lone(number)) = self.listed(form) {
            return Some(number);
        }
        let glue = self.read.iter().flat_map(|read| &read.glue);
        let joined = glue.into_iter().find_map(|(word, value)| Some((*value, form.strip_prefix(word)?)));
        match joined {
            Some((value, "")) if value > 0.0 => Some(value),
            Some((0.0, rest)) => self.part(rest),
            _ => self.glued_number(form),
        }
    }

    /// Numerator and denominator of "two-thirds", "one-fifth", "three-quarters".
    pub fn joined_fraction(&self, form: &str) -> Option<(f64, f64)> {
        let (first, rest) = form.split_once('-')?;
        let Meaning::Number(parts) = self.listed(first)? else { return None };
        let whole = match self.listed(rest)? {
            Meaning::Fraction(whole) => whole,
            Meaning::Ordinal(whole) if parts == 1.0 && whole > 2.0 => whole,
            _ => return None,
        };
        (parts < whole && parts > 0.0).then_some((parts, whole))
    }

    /// The number and the unit of "three-day", "five-year-old".
    pub fn joined_measure(&self, form: &str) -> Option<(f64, Measure)> {
        let (first, rest) = form.split_once('-')?;
        let Meaning::Number(number) = self.listed(first)? else { return None };
        self.joined_unit(rest).map(|unit| (number, unit))
    }

    /// The digits and the unit of "magnitude-7.8".
    pub fn joined_after<'a>(&self, form: &'a str) -> Option<(&'a str, Measure)> {
        let (first, rest) = form.split_once('-')?;
        let digits = rest.starts_with(|c: char| c.is_ascii_digit());
        match self.listed(first)? {
            Meaning::Unit(measure) if digits && measure.name == "magnitude" => Some((rest, measure)),
            _ => None,
        }
    }
}

/// The number of a plain word of English for one, such as "sixty" or "twenty-five".
pub(super) fn plain(form: &str) -> Option<f64> {
    match ENGLISH.listed(form).or_else(|| ENGLISH.composite(form))? {
        Meaning::Number(number) => Some(number),
        _ => None,
    }
}

/// Whether a word of English beside a number may as well be a sign or letters of the number itself: `million`, `percent`, `dollar`. Units of time are
/// not: what lasts five years does more than count five.
pub(super) fn may_be_sign(form: &str) -> bool {
    match ENGLISH.listed(form) {
        Some(Meaning::Scale(_) | Meaning::Percent | Meaning::Per) => true,
        Some(Meaning::Unit(measure)) => !matches!(measure.name, "s" | "month"),
        _ => form == "cent",
    }
}

/// What multiplies the digits before `letters`: `bn`.
pub(super) fn suffix_scale(letters: &str) -> Option<f64> {
    match ENGLISH.listed_suffix(letters)? {
        Meaning::Scale(scale) => Some(scale),
        _ => None,
    }
}

/// The currency that `sign` stands for, written before the figure.
pub(super) fn sign(sign: &str) -> Option<&'static str> {
    match ENGLISH.listed_suffix(sign)? {
        Meaning::Sign(name) => Some(name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_found_when_the_program_was_built_are_those_of_the_lists() {
        let lists::Table { words, phrases, suffixes, .. } = lists::Table::read(LISTS[0].1, fold_static);
        assert!(words.iter().all(|(word, meaning)| ENGLISH.listed(word) == Some(*meaning)));
        assert!(suffixes.iter().all(|(letters, meaning)| ENGLISH.listed_suffix(letters) == Some(*meaning)));
        assert!(phrases.iter().all(|(first, of)| ENGLISH.phrases(first) == of));
        assert_eq!([ENGLISH.listed("thx"), ENGLISH.listed_suffix("thx")], [None, None]);
    }
}
