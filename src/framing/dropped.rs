//! Sources that are dropped: what one article reports as said by someone, the other states in its own voice.

use super::{
    reading::Voice,
    telling::Telling,
    why::{clip, quoted},
};
use crate::{
    align::Grade,
    compare::{Finding, FindingKind},
    story::{Article, SentenceId, Side},
    text::span::Span,
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
        if attribution.len() > LONGEST {
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
        })
    })
    .collect()
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
