//! What kind of change a change is.

use std::ops::Range;

use super::passage::Passage;
use crate::{
    compare::{change::ChangeClass, names, weights::Weights},
    story::{Article, Story},
    text::{
        fold::fold,
        span::Span,
        token::{Token, TokenKind, is_minus, is_symbol},
    },
};

/// The class of a change from the tokens `left` of a passage to those `right` of the other; one of them may be empty.
pub(super) fn class(
    story: &Story,
    (l_passage, l_range): (&Passage, Range<usize>),
    (r_passage, r_range): (&Passage, Range<usize>),
    weights: &Weights,
) -> ChangeClass {
    let (left, right) = (&l_passage.tokens[l_range.clone()], &r_passage.tokens[r_range.clone()]);
    let all = || left.iter().chain(right);
    let alike = || letters(story, l_passage, l_range.clone()) == letters(story, r_passage, r_range.clone());
    if all().all(|token| token.kind == TokenKind::Sign) {
        return if alike() {
            ChangeClass::Typography
        } else if all().any(|token| is_symbol(story.vocabulary.form(token.word))) {
            ChangeClass::Word
        } else {
            ChangeClass::Punctuation
        };
    }
    if !left.is_empty() && !right.is_empty() && alike() {
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

/// The folded letters and signs of the tokens `range` without white space and hyphens, with signs that stand for one another made one. A minus
/// is no hyphen.
fn letters(story: &Story, passage: &Passage, range: Range<usize>) -> String {
    let text = &passage.article.text;
    let mut joined = String::new();
    for at in range {
        let token = &passage.tokens[at];
        let form = story.vocabulary.form(token.word);
        match form {
            // A figure of several words has no form of its own.
            "" => joined.push_str(&fold(token.span.of(text))),
            "-" if is_minus(text, &passage.tokens, at) => joined.push('\u{2212}'),
            "..." | "\u{2026}" => joined.push_str("..."),
            "''" | "'" => joined.push('"'),
            _ if token.kind == TokenKind::Figure && form.starts_with('-') => {
                joined.push('\u{2212}');
                joined.extend(form.chars().filter(|c| *c != '-'));
            }
            _ => joined.extend(form.chars().filter(|c| *c != '-').map(|c| if c == '\'' { '"' } else { c })),
        }
    }
    joined
}

fn small(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase)
}

/// The class of the difference between two writings of one folded word, if there is any.
pub(super) fn writing(left: &Article, right: &Article, l: Span, r: Span) -> Option<ChangeClass> {
    let (l, r) = (l.of(&left.text), r.of(&right.text));
    if l == r {
        None
    } else if small(l).eq(small(r)) {
        Some(ChangeClass::Case)
    } else {
        // Accents, quotation marks, or a figure written otherwise.
        Some(ChangeClass::Typography)
    }
}
