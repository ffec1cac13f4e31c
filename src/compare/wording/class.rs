//! What kind of change a change is.

use std::{borrow::Cow, ops::Range};

use super::passage::Passage;
use crate::{
    compare::{
        change::ChangeClass,
        names,
        quantity::{Quantity, Value},
        weights::Weights,
    },
    story::{Article, Story},
    text::{
        figure,
        fold::{accented, fold, is_acronym},
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
    // Nearly all changes are told apart by their first letter; only the others are spelt out.
    let first = |tokens: &[Token]| story.vocabulary.form(tokens.first()?.word).bytes().next();
    let other = |(l, r): (u8, u8)| l != r && l.is_ascii_alphanumeric() && r.is_ascii_alphanumeric();
    let alike = || {
        !first(left).zip(first(right)).is_some_and(other)
            && letters(story, l_passage, l_range.clone()) == letters(story, r_passage, r_range.clone())
    };
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
        let spans = |tokens: &[Token]| Some(tokens.first()?.span.join(tokens.last()?.span));
        let written = spans(left).zip(spans(right)).map(|(l, r)| written(l_passage.article, r_passage.article, l, r));
        return written.unwrap_or(ChangeClass::Typography);
    }
    let (l, r) = (telling(left), telling(right));
    let named = |tokens: &[Token]| !tokens.is_empty() && tokens.iter().all(|token| weights.is_name(token.word));
    if l.len() <= 3 && r.len() <= 3 {
        // A figure for words without one is a changed figure too ("nobody"), but not a name that stands where a figure stood.
        let digits = || all().any(|token| token.kind == TokenKind::Figure);
        let number = match (is_figure(l_passage, &l_range), is_figure(r_passage, &r_range)) {
            _ if l.is_empty() || r.is_empty() => digits(),
            (true, false) => !named(&r),
            (false, true) => !named(&l),
            (figures, _) => figures,
        };
        if number {
            return ChangeClass::Number;
        }
    }
    // A word that is written small is no name, however like another it is.
    let capital = |passage: &Passage, token: &Token| {
        weights.may_be_name(token.word) && token.span.of(&passage.article.text).starts_with(char::is_uppercase)
    };
    let alike = || {
        l.iter().zip(&*r).all(|(a, b)| a.word == b.word || capital(l_passage, a) && capital(r_passage, b))
            && names::alike(story, &l, &r)
    };
    if (named(&l) && named(&r)) || alike() {
        return ChangeClass::Name;
    }
    // Equal words with other signs between them.
    if l.iter().map(|token| token.word).eq(r.iter().map(|token| token.word)) {
        return ChangeClass::Punctuation;
    }
    ChangeClass::Word
}

/// The tokens that are no signs; nearly always all.
fn telling(tokens: &[Token]) -> Cow<'_, [Token]> {
    let tells = |token: &&Token| token.kind != TokenKind::Sign;
    if tokens.iter().all(|token| tells(&token)) {
        return Cow::Borrowed(tokens);
    }
    Cow::Owned(tokens.iter().filter(tells).copied().collect())
}

/// Whether a figure stands in `range`, in digits or in words; not "one", which is an article as often.
fn is_figure(passage: &Passage, range: &Range<usize>) -> bool {
    let from = passage.figures.partition_point(|(figure, _)| figure.start < range.start);
    let known = passage.figures[from..].iter().take_while(|(figure, _)| figure.end <= range.end);
    let is_one = |quantity: &Quantity| matches!(&quantity.value, Value::Figure(figure::Value::Amount(amount)) if amount.unit.is_empty() && (amount.least - 1.0).abs() < f64::EPSILON);
    range.clone().any(|at| passage.tokens[at].kind == TokenKind::Figure)
        || known.into_iter().any(|(_, quantity)| !is_one(quantity))
        || !range.is_empty() && range.clone().all(|at| passage.is_numeral(at))
}

/// The folded letters and signs of the tokens `range` without white space, hyphens and the stops of acronyms, with signs that stand for one another made one. A minus
/// is no hyphen.
fn letters(story: &Story, passage: &Passage, range: Range<usize>) -> String {
    let text = &passage.article.text;
    let mut joined = String::new();
    for at in range {
        let token = &passage.tokens[at];
        let form = story.vocabulary.form(token.word);
        let before = at.checked_sub(1).and_then(|before| passage.tokens.get(before));
        let of_acronym =
            |before: &Token| before.span.end == token.span.start && is_acronym(story.vocabulary.form(before.word));
        match form {
            // "U.S." and "US": the stops of an acronym are no letters.
            "." if before.is_some_and(of_acronym) => {}
            _ if is_acronym(form) => joined.extend(form.chars().filter(|c| *c != '.')),
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
pub(super) fn writing(left: &Article, right: &Article, l_span: Span, r_span: Span) -> Option<ChangeClass> {
    let (l, r) = (l_span.of(&left.text), r_span.of(&right.text));
    if l == r {
        None
    } else if small(l).eq(small(r)) {
        Some(ChangeClass::Case)
    } else {
        Some(written(left, right, l_span, r_span))
    }
}

/// The class of the difference between two writings of the same letters: their accents, or quotation marks, hyphens, a figure or a name written otherwise.
fn written(left: &Article, right: &Article, l: Span, r: Span) -> ChangeClass {
    let (l, r) = (l.of(&left.text), r.of(&right.text));
    let (ours, theirs) = (accented(l), accented(r));
    // "Köln" and "Cologne" are no accents apart.
    let plain = |word: &str, accents: &Option<String>| fold(accents.as_deref().unwrap_or(word));
    let letters = |word: String| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    if ours != theirs && letters(plain(l, &ours)) == letters(plain(r, &theirs)) {
        ChangeClass::Accent
    } else {
        ChangeClass::Typography
    }
}
