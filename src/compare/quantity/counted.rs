//! What a figure counts: the noun after it.

use super::{Value, Which};
use crate::{
    lexicon::{WordSet, Words},
    story::{Article, Story},
    text::{
        figure::{self, Hold, Meaning, Numbers},
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// Words of these sets end the phrase that a figure begins.
const ENDING: [WordSet; 7] = [
    WordSet::Preposition,
    WordSet::Conjunction,
    WordSet::Pronoun,
    WordSet::Relative,
    WordSet::Be,
    WordSet::Have,
    WordSet::Modal,
];

/// Words that stand between a figure and what it counts, and are not counted.
const BETWEEN: [&str; 8] = ["other", "others", "more", "further", "another", "additional", "extra", "such"];

/// The first telling word after a figure of `value` that ends before the token `from`, in the same phrase.
pub(super) fn counted(
    story: &Story,
    tokens: &[Token],
    value: &Value,
    from: usize,
    numbers: &Numbers,
    words: Option<&Words>,
) -> Option<WordId> {
    let ends = |token: &Token| words.is_some_and(|words| ENDING.iter().any(|set| words.is(token.word, *set)));
    let form = |token: &Token| story.vocabulary.form(token.word);
    let small = |token: &&Token| {
        matches!(form(token), "of" | "the" | "all" | "its" | "their" | "his" | "her")
            || BETWEEN.contains(&form(token))
            || numbers.get(token.word) == Some(Meaning::Of)
    };
    if matches!(value, Value::Figure(figure::Value::Clock(_) | figure::Value::Decade(_))) {
        return None;
    }
    // "Magnitude 7.8 struck", "10 minutes of leaving": what measures may count nothing.
    if let Value::Figure(figure::Value::Amount(amount)) = value
        && (amount.unit == "magnitude"
            || matches!(amount.unit, "s" | "month") && tokens.get(from).is_some_and(|token| form(token) == "of"))
    {
        return None;
    }
    let number = |token: &Token| {
        use Meaning::{Fate, Fraction, Ordinal, Unit, Votes};
        !matches!(numbers.get(token.word), None | Some(Unit(_) | Ordinal(_) | Fraction(_) | Fate(_) | Votes))
    };
    tokens
        .get(from..)?
        .iter()
        .skip_while(small)
        .take(3)
        .take_while(|token| token.kind == TokenKind::Word && !number(token) && !ends(token))
        .find(|token| form(token).chars().count() > 2)
        .map(|token| token.word)
}

/// Which of what it counts the figure means that takes the tokens from `start`, with what says how exact it is, to before `end`.
pub(super) fn which(story: &Story, tokens: &[Token], value: &Value, (start, end): (usize, usize)) -> Which {
    let form = |at: usize| tokens.get(at).map_or("", |token| story.vocabulary.form(token.word));
    // "Another 15", "a further 15".
    let more = start.checked_sub(1).is_some_and(|before| BETWEEN.contains(&form(before)) && form(before) != "such");
    let form = form(end);
    let number = matches!(value, Value::Figure(figure::Value::Amount(amount)) if amount.unit.is_empty() && amount.hold != Hold::Loose);
    match form {
        "of" if number => Which::Some,
        _ if more || BETWEEN.contains(&form) => Which::More,
        _ => Which::All,
    }
}

/// Whether a bare figure is part of a name: `according to 24 News`, `reported by 60 Minutes,`; not `15 Russian servicemen`.
pub(super) fn is_of_a_name(story: &Story, article: &Article, tokens: &[Token], at: usize) -> bool {
    let form = |at: usize| tokens.get(at).map_or("", |token| story.vocabulary.form(token.word));
    let source = at >= 2 && form(at - 1) == "to" && form(at - 2) == "according";
    let capital = |at: usize| {
        let raw = tokens.get(at).map_or("", |token| token.span.of(&article.text));
        raw.chars().next().is_some_and(char::is_uppercase)
    };
    let noun_follows = tokens.get(at + 2).is_some_and(|token| token.kind == TokenKind::Word);
    // In German every noun has a capital.
    let capitals = article.language.as_deref() != Some("de");
    let titled = capitals && tokens[at].kind == TokenKind::Figure && capital(at + 1) && !noun_follows;
    let plain = tokens[at].span.of(&article.text).bytes().all(|byte| byte.is_ascii_digit());
    plain && (titled || source && tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Word))
}
