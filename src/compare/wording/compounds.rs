//! Words that one passage writes with hyphens and the other apart (*well-known*, *well known*): one token each, so that the words stay level and the
//! hyphen is told as what it is.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{passage::Passage, spelt::Listed};
use crate::{
    story::Story,
    text::{
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// Sets the words of each passage that the other writes as one with hyphens as one token.
pub(super) fn fold(l: &mut Passage, r: &mut Passage, story: &Story, listed: &Listed) {
    let [of_left, of_right] = [hyphened(l, story, listed), hyphened(r, story, listed)];
    join(l, &of_right, story);
    join(r, &of_left, story);
}

/// A word with hyphens: the parts behind its first one, and the word.
type Rest<'a> = (Vec<&'a str>, WordId);

/// The words of `passage` with hyphens, by their first part.
fn hyphened<'a>(passage: &Passage, story: &'a Story, listed: &Listed) -> FxHashMap<&'a str, Vec<Rest<'a>>> {
    let mut found: FxHashMap<&str, Vec<Rest>> = FxHashMap::default();
    for token in passage.tokens.iter().filter(|token| token.kind == TokenKind::Word && listed.is_hyphened(token)) {
        let Some((first, rest)) = story.vocabulary.form(token.word).split_once('-') else { continue };
        let words = found.entry(first).or_default();
        if !words.iter().any(|(_, word)| *word == token.word) {
            words.push((rest.split('-').collect(), token.word));
        }
    }
    found
}

fn join(passage: &mut Passage, others: &FxHashMap<&str, Vec<Rest>>, story: &Story) {
    if others.is_empty() {
        return;
    }
    let form = |at: usize| {
        let word = passage.tokens.get(at).filter(|token| token.kind == TokenKind::Word);
        word.map_or("", |token| story.vocabulary.form(token.word))
    };
    let in_words =
        |at: usize, (rest, _): &&Rest| (at + 1..).zip(rest).all(|(at, part)| !part.is_empty() && form(at) == *part);
    let in_figure = |range: &Range<usize>| {
        passage.figures.iter().any(|(figure, _)| figure.start < range.end && range.start < figure.end)
    };
    let mut joins: Vec<(Range<usize>, Token, WordId)> = Vec::new();
    let mut at = 0;
    while at < passage.tokens.len() {
        let word = others.get(form(at)).and_then(|words| words.iter().find(|word| in_words(at, word)));
        let range = at..at + 1 + word.map_or(0, |(rest, _)| rest.len());
        at += 1;
        if let (Some((_, word)), [span]) = (word, &*passage.spans(range.clone()))
            && !in_figure(&range)
        {
            at = range.end;
            joins.push((range, Token { span: *span, word: *word, kind: TokenKind::Word }, *word));
        }
    }
    passage.join(&joins);
}
