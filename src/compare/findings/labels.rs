//! Another name or label in the same place of a reworded passage: the Biden administration here, the US government there. Tells only that the words
//! differ; whether they mean the same person, place or body is the reader's to see.

use super::{Held, finding, said};
use crate::{
    align::Grade,
    compare::{
        change::{Change, ChangeClass},
        finding::{Finding, FindingKind},
    },
    lexicon::WordSet,
    story::Side,
    text::{
        span::Span,
        token::{Token, TokenKind},
    },
};

/// So many words may be a label.
const LONGEST: usize = 4;

/// The labels that stand for one another.
pub(super) fn findings(held: &Held) -> Vec<Finding> {
    let links = held.alignment.links.iter().zip(held.wordings);
    let reworded = links.filter(|(link, wording)| link.grade == Grade::Reworded && !wording.replaced);
    reworded.flat_map(|(_, wording)| &wording.changes).filter_map(|change| exchanged(held, change)).collect()
}

fn exchanged(held: &Held, change: &Change) -> Option<Finding> {
    let (l, r) = change.left.zip(change.right).filter(|_| change.class == ChangeClass::Word)?;
    let (left, right) = (label(held, Side::Left, l)?, label(held, Side::Right, r)?);
    let form = |token: &Token| held.story.vocabulary.form(token.word);
    let alike = |a: &str, b: &str| a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count() >= 4 || a == b;
    if left.iter().any(|a| right.iter().any(|b| alike(form(a), form(b)))) {
        return None;
    }
    let whole = |all: &[Token]| -> Option<Span> { Some(all.first()?.span.join(all.last()?.span)) };
    let (side, here, there) = held.higher(whole(left)?, whole(right)?);
    let why = format!(
        "Another label in the same place: {} here, {} in the other article.",
        said(held.text(side, here)),
        said(held.text(side.other(), there))
    );
    Some(finding(side, here, FindingKind::Naming, Some(there), 1, "names: another label", why))
}

/// The tokens of `span` without an article before them, if they can be a label: a few words, one of them a name, none that binds, counts or says.
fn label<'a>(held: &Held<'a>, side: Side, span: Span) -> Option<&'a [Token]> {
    const VERBS: [WordSet; 6] =
        [WordSet::Saying, WordSet::Inverting, WordSet::Opining, WordSet::Rising, WordSet::Falling, WordSet::PlainVerb];
    let article = held.article(side);
    // What binds and what says is listed for English alone; in German every noun has a capital.
    if article.language.as_deref().is_some_and(|language| language != "en") {
        return None;
    }
    let words = held.groundwork.words.of(held.alignment.pair.on(side))?;
    let from = article.token_at(span.start);
    let to = article.tokens.partition_point(|token| token.span.start < span.end);
    let mut tokens = article.tokens.get(from..to)?;
    while let [first, rest @ ..] = tokens
        && words.is(first.word, WordSet::Determiner)
    {
        tokens = rest;
    }
    let form = |token: &Token| held.story.vocabulary.form(token.word);
    let binds = |token: &Token| {
        let name = held.groundwork.weights.is_name(token.word) && !words.is(token.word, WordSet::Day);
        !name && WordSet::SMALL.iter().chain(&VERBS).any(|set| words.is(token.word, *set))
            || held.numbers(side).is_some_and(|numbers| numbers.get(token.word).is_some())
    };
    let plain = tokens.iter().all(|token| token.kind == TokenKind::Word && !binds(token));
    let named = tokens.iter().any(|token| held.groundwork.weights.is_name(token.word));
    let verb = tokens.last().is_some_and(|last| {
        !held.groundwork.weights.is_name(last.word) && (form(last).ends_with("ed") || form(last).ends_with("ing"))
    });
    (!tokens.is_empty() && tokens.len() <= LONGEST && plain && named && !verb).then_some(tokens)
}
