//! Figures and days in a sentence: what number is meant, of what, how exactly; which day, as far as the article's date tells. Reads
//! digits in any language and number words in those of `assets/words/*/numbers.txt`.

mod amount;
mod days;
mod numbers;

use self::{amount::amount, numbers::Meaning};
pub(super) use self::{
    amount::{Amount, Hold},
    days::Day,
};
pub use numbers::Numbers;

use crate::{
    lexicon::{WordSet, Words},
    story::{Article, Story},
    text::{
        span::Span,
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// A figure of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Quantity {
    pub span: Span,
    /// The span with the words before it that say how exact it is: "more than 100".
    pub whole: Span,
    pub value: Value,
    /// The noun that it counts: the first telling word after it, as far as one follows.
    pub of: Option<WordId>,
}

/// What a figure says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// So many.
    Amount(Amount),
    /// The third, the 21st.
    Rank(f64),
    /// A day, a month or a year.
    Day(Day),
}

/// The figures and days of `tokens` in `article`, in order.
pub(super) fn quantities(
    story: &Story,
    article: &Article,
    tokens: &[Token],
    numbers: &Numbers,
    words: Option<&Words>,
) -> Vec<Quantity> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !numbers.may_open(&tokens[at]) {
            at += 1;
            continue;
        }
        match days::day(story, article, tokens, at, numbers).or_else(|| amount(story, tokens, at, numbers)) {
            Some((_, 1)) if is_of_a_name(story, article, tokens, at) => at += 1,
            Some((value, taken)) => {
                let end = at + taken.max(1);
                let span = tokens[at].span.join(tokens[end - 1].span);
                let before = if matches!(value, Value::Amount(_)) { amount::hold(tokens, at, numbers).1 } else { 0 };
                let whole = tokens[at - before].span.join(span);
                let of =
                    if matches!(value, Value::Day(_)) { None } else { counted(story, tokens, end, numbers, words) };
                out.push(Quantity { span, whole, value, of });
                at = end;
            }
            None => at += 1,
        }
    }
    out
}

/// Whether a bare figure is part of a name: `according to 24 News`, `reported by 60 Minutes,`; not `15 Russian servicemen`.
fn is_of_a_name(story: &Story, article: &Article, tokens: &[Token], at: usize) -> bool {
    let form = |at: usize| tokens.get(at).map_or("", |token| story.vocabulary.form(token.word));
    let source = at >= 2 && form(at - 1) == "to" && form(at - 2) == "according";
    let capital = |at: usize| {
        let raw = tokens.get(at).map_or("", |token| token.span.of(&article.text));
        raw.chars().next().is_some_and(char::is_uppercase)
    };
    let noun_follows = tokens.get(at + 2).is_some_and(|token| token.kind == TokenKind::Word);
    let titled = tokens[at].kind == TokenKind::Figure && capital(at + 1) && !noun_follows;
    let plain = tokens[at].span.of(&article.text).bytes().all(|byte| byte.is_ascii_digit());
    plain && (titled || source && tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Word))
}

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

/// The first telling word after a figure, in the same phrase; a unit counts itself.
fn counted(story: &Story, tokens: &[Token], from: usize, numbers: &Numbers, words: Option<&Words>) -> Option<WordId> {
    let unit = from.checked_sub(1).map(|last| tokens[last].word);
    if let Some(unit) = unit.filter(|unit| matches!(numbers.get(*unit), Some(Meaning::Unit(..)))) {
        return Some(unit);
    }
    let ends = |token: &Token| words.is_some_and(|words| ENDING.iter().any(|set| words.is(token.word, *set)));
    let of = |token: &&Token| story.vocabulary.form(token.word) == "of";
    tokens[from..]
        .iter()
        .skip_while(of)
        .take(3)
        .take_while(|token| token.kind == TokenKind::Word && numbers.get(token.word).is_none() && !ends(token))
        .find(|token| story.vocabulary.form(token.word).chars().count() > 3)
        .map(|token| token.word)
}

#[cfg(test)]
mod tests;
