//! Sources that are dropped: what one article reports as said by someone, the other states in its own voice.

use super::{
    cue::Cue,
    reading::Voice,
    telling::{MOST_SEARCHED, Telling},
    why::{clip, quoted},
};
use crate::{
    align::Grade,
    compare::{Finding, FindingKind},
    lexicon::{SetBits, WordSet},
    story::{Article, SentenceId, Side},
    text::{span::Span, vocabulary::WordId},
};

/// An attribution of more bytes is more than an attribution.
const LONGEST: usize = 80;

/// The sentences of `one` (on `side`) that state what the linked sentence of `other` reports as said. Only where the two are alike but
/// for the attribution, and nothing is quoted.
pub fn sources(side: Side, one: &Telling<'_>, other: &Telling<'_>, theirs: &Article) -> Vec<Finding> {
    let told = one.reading.told();
    told.filter_map(|sentence| {
        let [(answer, Grade::Reworded)] = one.links_of(sentence) else { return None };
        let mutual = other.links_of(*answer).len() == 1;
        if !mutual || attributes(one, sentence) {
            return None;
        }
        let verb = reporting(other, *answer)?;
        let (attribution, None) = other.change_at(verb)? else { return None };
        // "Tom Reed, who denies the charges,": that he denies them is told, and nothing by him.
        let first = other.reading.article.token_at(attribution.start);
        let first = first + usize::from(other.reading.is_sign(first));
        if attribution.len() > LONGEST || other.reading.is(first, WordSet::Relative) {
            return None;
        }
        let article = one.reading.article;
        let whole = article.sentence(sentence).span();
        let end = whole.of(&article.text).trim_end_matches(['.', ' ', '\u{201d}', '"']).len();
        let span = Span::new(whole.start as usize, whole.start as usize + end);
        let label = &theirs.label;
        Some(Finding {
            side,
            span: span.into(),
            kind: FindingKind::Source,
            counterpart: Some(attribution),
            strength: 2,
            rule: "pattern: source dropped".to_owned(),
            why: format!(
                "stated here without a source; {label} reports it as said: {}.",
                quoted(&clip(attribution, &theirs.text))
            ),
            order: None,
        })
    })
    .collect()
}

/// Words that tell nothing by themselves.
const SMALL: SetBits = 1 << WordSet::Be as u32
    | 1 << WordSet::Have as u32
    | 1 << WordSet::Modal as u32
    | 1 << WordSet::Preposition as u32
    | 1 << WordSet::Conjunction as u32
    | 1 << WordSet::Determiner as u32
    | 1 << WordSet::Pronoun as u32
    | 1 << WordSet::Relative as u32
    | 1 << WordSet::Adverb as u32;

/// The clause around the `cue` of `telling` that the linked passages of the other article, `theirs`, leave out: they have none of its words that tell
/// something. None of a clause that is the whole sentence.
pub fn clause(telling: &Telling<'_>, cue: &Cue, theirs: &Article) -> Option<Span> {
    let reading = &telling.reading;
    let (start, end) = telling.searched(cue.sentence);
    let parts =
        |at: usize| reading.is_sign(at) && matches!(reading.form(at), "," | ";" | "\u{2014}" | "\u{2013}" | "--");
    let joins = |at: usize| matches!(reading.form(at), "but" | "although" | "though" | "while" | "and");
    let from = (start..cue.start).rev().find(|at| parts(*at) || joins(*at)).map(|at| at + usize::from(parts(at)))?;
    let to = (cue.end..end).find(|at| parts(*at) || matches!(reading.form(*at), "." | "!" | "?")).unwrap_or(end);
    let telling_words =
        |at: &usize| reading.is_word(*at) && !reading.any(*at, SMALL) && reading.form(*at).chars().count() > 3;
    let words: Vec<WordId> = (from..to).filter(telling_words).filter_map(|at| Some(reading.token(at)?.word)).collect();
    let linked = telling.links_of(cue.sentence);
    let stands = |word: &WordId| {
        linked
            .iter()
            .any(|(id, _)| theirs.sentence_tokens(*id).iter().take(MOST_SEARCHED).any(|token| token.word == *word))
    };
    (words.len() > 1 && from > start && !words.iter().any(stands)).then(|| reading.span(from, to))
}

/// The verb, or `according to`, by which a sentence reports what it tells; none where it has several.
fn reporting(telling: &Telling<'_>, sentence: SentenceId) -> Option<Span> {
    match telling.reading.quotations.reported_in(sentence) {
        [reported] => Some(reported.verb),
        [] => {
            let mut verbs = telling.verbs(sentence);
            let (Some((verb, true)), None) = (verbs.next(), verbs.next()) else { return None };
            Some(verb)
        }
        _ => None,
    }
}

/// Whether a sentence quotes, or reports something as said.
fn attributes(telling: &Telling<'_>, sentence: SentenceId) -> bool {
    let (from, to) = telling.searched(sentence);
    let quotes = (from..to).any(|at| telling.reading.voice(at) != Voice::Narration);
    let reports = !telling.reading.quotations.reported_in(sentence).is_empty();
    quotes || reports || telling.attributes(sentence)
}
