//! Names spelt in more than one way: Ghasemi, Ghassemi, Qassemi. May be asked whether two words look like one name in two
//! transliterations; knows no list of names.

use crate::{
    story::Story,
    text::{name_key::sounds, token::Token},
};

/// Whether the two runs have as many words as one another, each the same or alike by [`same_name`].
pub(super) fn alike(story: &Story, left: &[Token], right: &[Token]) -> bool {
    !left.is_empty()
        && left.len() == right.len()
        && left
            .iter()
            .zip(right)
            .all(|(l, r)| l.word == r.word || same_name(story.vocabulary.form(l.word), story.vocabulary.form(r.word)))
}

/// Shorter words have too few letters to tell a spelling from another word.
const LONG_ENOUGH: usize = 5;

/// Whether two folded words look like one name in two transliterations: the same
/// [`name_key`](crate::text::name_key::name_key), and no more than half of the letters
/// written otherwise.
#[must_use]
pub(super) fn same_name(left: &str, right: &str) -> bool {
    if left.len() < LONG_ENOUGH || right.len() < LONG_ENOUGH || !sounds(left).eq(sounds(right)) {
        return false;
    }
    let (l, r): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    l.len() >= LONG_ENOUGH && r.len() >= LONG_ENOUGH && 2 * distance(&l, &r) <= l.len().max(r.len())
}

/// Whether one letter put in, taken out or exchanged makes one word of the other; not for short words.
#[must_use]
pub(super) fn one_letter_apart(left: &str, right: &str) -> bool {
    let (l, r): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    l.len().min(r.len()) >= 4 && l.len().abs_diff(r.len()) <= 1 && distance(&l, &r) == 1
}

/// How many letters must be put in, taken out or exchanged to make one word of the other (Levenshtein 1966).
pub(super) fn distance(left: &[char], right: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, l) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, r) in right.iter().enumerate() {
            let exchanged = diagonal + usize::from(l != r);
            diagonal = row[j + 1];
            row[j + 1] = exchanged.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[right.len()]
}

/// The same of two names that stand beside an equal one: one letter put in that is seldom heard (`Shaw`, `Shawe`; `Jon`, `John`), or a letter
/// doubled, is enough then, or one exchanged for its like (`Kim`, `Kym`).
#[must_use]
pub(super) fn same_beside(left: &str, right: &str) -> bool {
    const LEAST: usize = 3;
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    let (s, l): (Vec<char>, Vec<char>) = (short.chars().collect(), long.chars().collect());
    if s.len() < LEAST || s.first() != l.first() || distance(&s, &l) != 1 {
        return false;
    }
    if s.len() == l.len() {
        let vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
        let other = s.iter().zip(&l).any(|(s, l)| s != l && vowel(s) && vowel(l));
        return !other && sounds(short).eq(sounds(long));
    }
    let at = s.iter().zip(&l).take_while(|(s, l)| s == l).count();
    matches!(l.get(at), Some('h' | 'e')) || at.checked_sub(1).is_some_and(|before| l.get(before) == l.get(at))
}

#[cfg(test)]
mod tests {
    use super::{same_beside, same_name};

    #[test]
    fn a_short_name_beside_an_equal_one_may_be_spelt_otherwise() {
        for (left, right) in [
            ("shaw", "shawe"),
            ("jon", "john"),
            ("kim", "kym"),
            ("clark", "clarke"),
            ("ann", "anne"),
            ("brit", "britt"),
        ] {
            assert!(same_beside(left, right) && same_beside(right, left), "{left} and {right}");
        }
        for (left, right) in [
            ("iran", "irani"),
            ("korea", "korean"),
            ("marine", "marines"),
            ("tim", "jim"),
            ("dan", "don"),
            ("jo", "joe"),
        ] {
            assert!(!same_beside(left, right), "{left} and {right}");
        }
    }

    #[test]
    fn spellings_of_one_name_are_alike_and_other_names_are_not() {
        for (left, right) in
            [("ghasemi", "ghassemi"), ("ghassemi", "qassemi"), ("binyamin", "benjamin"), ("gaddafi", "qadhafi")]
        {
            assert!(same_name(left, right), "{left} and {right}");
        }
        for (left, right) in
            [("putin", "biden"), ("syria", "sarah"), ("israel", "israeli"), ("iran", "iraq"), ("merkel", "markle")]
        {
            assert!(!same_name(left, right), "{left} and {right}");
        }
    }
}
