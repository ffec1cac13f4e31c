//! What kind of change a change is.

use crate::{
    compare::{change::ChangeClass, names, weights::Weights},
    story::{Article, Story},
    text::{
        fold::fold,
        span::Span,
        token::{Token, TokenKind, is_symbol},
    },
};

/// The class of a change from `left` to `right`; one of them may be empty.
pub(super) fn class(story: &Story, left: &[Token], right: &[Token], weights: &Weights) -> ChangeClass {
    let all = || left.iter().chain(right);
    if all().all(|token| token.kind == TokenKind::Sign) {
        return if letters(story, left) == letters(story, right) {
            ChangeClass::Typography
        } else if all().any(|token| is_symbol(story.vocabulary.form(token.word))) {
            ChangeClass::Word
        } else {
            ChangeClass::Punctuation
        };
    }
    if !left.is_empty() && !right.is_empty() && letters(story, left) == letters(story, right) {
        return ChangeClass::Typography;
    }
    let telling =
        |tokens: &[Token]| tokens.iter().filter(|token| token.kind != TokenKind::Sign).copied().collect::<Vec<_>>();
    let (l, r) = (telling(left), telling(right));
    if all().any(|token| token.kind == TokenKind::Figure) && l.len() <= 3 && r.len() <= 3 {
        return ChangeClass::Number;
    }
    let named = |tokens: &[Token]| !tokens.is_empty() && tokens.iter().all(|token| weights.is_name(token.word));
    if (named(&l) && named(&r)) || names::alike(story, &l, &r) {
        return ChangeClass::Name;
    }
    // Equal words with other signs between them.
    if l.iter().map(|token| token.word).eq(r.iter().map(|token| token.word)) {
        return ChangeClass::Punctuation;
    }
    ChangeClass::Word
}

/// The folded letters and signs of `tokens` without white space and hyphens, with signs that stand for one another made one.
fn letters(story: &Story, tokens: &[Token]) -> String {
    let joined: String = tokens.iter().map(|token| story.vocabulary.form(token.word)).collect();
    // A hyphen that begins what has a figure after it is a minus.
    let minus = joined.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let joined = if minus { joined.replacen('-', "\u{2212}", 1) } else { joined };
    joined.replace("''", "\"").replace('\u{2026}', "...").replace('\'', "\"").replace('-', "")
}

fn small(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase)
}

/// The class of the difference between two writings of one folded word, if there is any.
pub(super) fn writing(left: &Article, right: &Article, l: Span, r: Span) -> Option<ChangeClass> {
    let (l, r) = (l.of(&left.text), r.of(&right.text));
    if l == r {
        None
    } else if fold(l) == fold(r) && !small(l).eq(small(r)) {
        Some(ChangeClass::Typography)
    } else {
        Some(ChangeClass::Case)
    }
}
