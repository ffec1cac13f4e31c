//! Ages that stand without the word for years: "a man, 35, was hurt", "Keller (35)", "aged 35".

use crate::{
    lexicon::{WordSet, Words},
    story::{Article, Story},
    text::{
        figure::{self, Amount, Hold},
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// Nobody is older, and who is younger has his months told.
const AGES: std::ops::RangeInclusive<f64> = 1.0..=115.0;

/// The age that the figure of `value` from the token `start` to before `end` is, with the word for the person whose age it is where that is no
/// name; none where it counts something.
pub(super) fn age(
    story: &Story,
    article: &Article,
    tokens: &[Token],
    value: figure::Value,
    (start, end): (usize, usize),
    words: Option<&Words>,
) -> Option<(Amount, Option<WordId>)> {
    let figure::Value::Amount(amount) = value else { return None };
    let plain = amount.unit.is_empty() && !amount.is_range() && amount.hold == Hold::Exact && !amount.signed;
    if !plain || !AGES.contains(&amount.least) || amount.least.fract() != 0.0 {
        return None;
    }
    let form = |at: usize| tokens.get(at).map_or("", |token| story.vocabulary.form(token.word));
    let before = start.checked_sub(1)?;
    // "Aged 34 and 41" is a row.
    if form(before) == "aged" && form(end) != "and" {
        return Some((amount.in_years(), None));
    }
    let digits = tokens[start].kind == TokenKind::Figure && end == start + 1;
    let parted = matches!((form(before), form(end)), (",", "," | ".") | ("(", ")"));
    let person =
        tokens.get(before.checked_sub(1)?).filter(|token| digits && parted && token.kind == TokenKind::Word)?;
    let is = |set| words.is_some_and(|words| words.is(person.word, set));
    if is(WordSet::Trade) {
        return Some((amount.in_years(), Some(person.word)));
    }
    // "Anna Keller, 35,": a name of two words at least, since months and places are followed by figures too.
    let capital = |at: usize| {
        let raw = tokens.get(at).map_or("", |token| token.span.of(&article.text));
        raw.chars().next().is_some_and(char::is_uppercase) && raw.chars().any(char::is_lowercase)
    };
    let named = before >= 2 && capital(before - 1) && capital(before - 2) && !is(WordSet::Day);
    named.then(|| (amount.in_years(), None))
}
