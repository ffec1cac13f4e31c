//! Names spelt in more than one way: Ghasemi, Ghassemi, Qassemi. May be asked whether two words look like one name in two
//! transliterations; knows no list of names.

pub(super) use crate::text::name_key::{is_open, same_name};
use crate::{
    story::Story,
    text::{
        fold::fold,
        known_names,
        name_key::{base, name_key},
        token::Token,
    },
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

/// Whether two stretches of text are the same words but for names in another spelling.
pub(super) fn is_respelt(left: &str, right: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(fold).collect::<Vec<_>>();
    let (l, r) = (words(left), words(right));
    let respelt = l.len() == r.len() && l != r && l.iter().zip(&r).all(|(l, r)| l == r || same_name(l, r));
    respelt || l != r && known_names::same_name(left, right).is_some()
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
        // "Joan" is not "John", nor "Dan" "Don"; a `y` is either.
        let other = s.iter().zip(&l).any(|(s, l)| s != l && (vowel(s) || vowel(l)) && *s != 'y' && *l != 'y');
        return !other && name_key(short) == name_key(long);
    }
    let at = s.iter().zip(&l).take_while(|(s, l)| s == l).count();
    matches!(l.get(at), Some('h' | 'e')) || at.checked_sub(1).is_some_and(|before| l.get(before) == l.get(at))
}

/// Endings by which the names of countries, peoples and languages are made of one another, after what they have in common: those of the people
/// or the language, and those of the country. From the regular patterns of English.
const OF_A_PEOPLE: [&str; 22] = [
    "n", "an", "ian", "ean", "ese", "ish", "i", "ic", "ite", "er", "ar", "iot", "egian", "uese", "vian", "ns", "ans",
    "ians", "is", "ites", "ers", "s",
];
const OF_A_COUNTRY: [&str; 17] =
    ["", "a", "e", "y", "ey", "ay", "ia", "um", "on", "us", "al", "o", "en", "ain", "land", "istan", "stan"];
/// So many letters must begin both.
const STEM: usize = 4;

/// Whether two folded names are forms of one: *Israel* and *Israeli's*, *Italy* and *Italian*; not *Austria* and *Australia*, *Niger* and
/// *Nigeria*.
#[must_use]
pub(super) fn same_stem(left: &str, right: &str) -> bool {
    let possessive = [left, right].map(|name| name.ends_with("'s"));
    let (left, right) = (base(left), base(right));
    let shared = left.char_indices().zip(right.chars()).take_while(|((_, l), r)| l == r).count();
    if shared < STEM {
        return false;
    }
    let after = |name: &str| -> String { name.chars().skip(shared).collect() };
    let (l, r) = (after(left), after(right));
    let (l, r) = (l.as_str(), r.as_str());
    let of_one = |country: &str, people: &str| {
        OF_A_COUNTRY.contains(&country) && OF_A_PEOPLE.contains(&people)
            // "Afghan" and "Afghanistan"; "Serbia's leader" and "the Serb leader", where the other is no country either.
            || people.is_empty()
                && (matches!(country, "istan" | "stan" | "y") || country == "ia" && possessive[0] != possessive[1])
    };
    l == r || of_one(l, r) || of_one(r, l)
}

#[cfg(test)]
mod tests {
    use super::{same_beside, same_stem};

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
            ("joan", "john"),
        ] {
            assert!(!same_beside(left, right), "{left} and {right}");
        }
    }

    #[test]
    fn forms_of_the_name_of_a_country_are_one_and_other_countries_are_not() {
        for (left, right) in [
            ("israel", "israeli's"),
            ("iran", "iranian"),
            ("russia", "russian"),
            ("russia", "russians"),
            ("italy", "italian"),
            ("germany", "german's"),
            ("turkey", "turkish"),
            ("china", "chinese"),
            ("norway", "norwegian"),
            ("ukraine", "ukrainian"),
            ("afghan", "afghanistan"),
            ("serbia's", "serb"),
            ("london", "londoners"),
        ] {
            assert!(same_stem(left, right) && same_stem(right, left), "{left} and {right}");
        }
        for (left, right) in [
            ("austria", "australia"),
            ("slovenia", "slovakia"),
            ("niger", "nigeria"),
            ("johnson", "johnston"),
            ("maria", "mario"),
            ("peterson", "petersen"),
            ("syria", "syros"),
            ("mali", "malta"),
        ] {
            assert!(!same_stem(left, right) && !same_stem(right, left), "{left} and {right}");
        }
    }
}
