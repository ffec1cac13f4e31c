//! A cue that differs as a finding: its span, its rule, and a sentence for the reader that states wording and no verdict.

use std::fmt::Write as _;

use super::{
    cue::{Cue, Origin},
    differing::Differing,
    dropped,
    pattern::Pattern,
    reading::Reading,
    telling::Telling,
    weighing,
};
use crate::{
    compare::{Finding, FindingKind},
    lexicon::{
        Class,
        WordSet::{Adverb, Be, Conjunction, Determiner, Have, Modal, Preposition, Pronoun, Relative},
    },
    story::{Article, Side},
    text::{broken::one_line, span::Span},
};

/// The finding for `found` on `side` of `telling`, held against the article `other`.
pub fn finding(telling: &Telling<'_>, side: Side, found: &Differing, other: &Article) -> Finding {
    let (reading, cue) = (&telling.reading, &found.cue);
    let span = reading.span(cue.start, cue.reach);
    Finding {
        side,
        span: span.into(),
        kind: cue.kind,
        counterpart: found.counterpart,
        strength: found.strength,
        rule: rule(reading, cue),
        why: sentence(telling, found, other),
        order: None,
    }
}

fn rule(reading: &Reading<'_>, cue: &Cue) -> String {
    match cue.origin {
        Origin::Pattern(pattern) => format!("pattern: {}", pattern.name()),
        Origin::Entry(id) => {
            let entry = reading.words.entry(id);
            let place = if entry.own { "own" } else { "words" };
            let language = reading.words.language();
            // What an entry with choices and gaps matched says more than the entry.
            let signs = |sign| matches!(sign, '|' | '<' | '(' | '_' | '~' | '*') || entry.text.contains("..");
            let name = match entry.text.contains(signs) {
                true => clip(reading.span(cue.start, cue.end), &reading.article.text).to_lowercase(),
                false => entry.text.to_string(),
            };
            format!("{place}/{language}/{}: {name}", entry.kind.name())
        }
    }
}

/// Room for a why in bytes, with the reasons for its place in the order.
const USUAL: usize = 192;

fn sentence(telling: &Telling<'_>, found: &Differing, theirs: &Article) -> String {
    let (other, other_text) = (&theirs.label, &theirs.text);
    let (reading, cue) = (&telling.reading, &found.cue);
    let words = quoted(reading.span(cue.start, cue.end).of(&reading.article.text));
    let mut why = String::with_capacity(USUAL);
    let _ = match charged(telling, cue) {
        Some(charged) => write!(why, "tells it in words that judge: {charged}"),
        None => write!(why, "{words} {}", cue.sense.means()),
    };
    let left_out = (found.counterpart.is_none() && found.linked && cue.kind == FindingKind::Attribution)
        .then(|| dropped::clause(telling, cue, theirs).map(|clause| clip(clause, &reading.article.text)))
        .flatten();
    let reported = cue.reported && cue.kind != FindingKind::Attribution;
    why += if reported { ", in what somebody is reported to say; " } else { "; " };
    let _ = match (found.counterpart.map(|span| clip(span, other_text)), found.linked) {
        (Some(_), _) if found.quoted => write!(why, "{other} has it inside a quotation."),
        (Some(theirs), _) => write!(why, "{other} has {} there.", quoted(&theirs)),
        (None, true) if left_out.is_some() => {
            write!(why, "the linked passage of {other} leaves out {}.", quoted(left_out.as_deref().unwrap_or_default()))
        }
        (None, true) if cue.kind == FindingKind::Attribution && found.attributed => {
            write!(why, "the linked passage of {other} reports in other words.")
        }
        (None, true) if cue.kind == FindingKind::Attribution => {
            write!(why, "the linked passage of {other} has no reporting verb there.")
        }
        (None, true) => write!(why, "the linked passage of {other} goes without."),
        (None, false) if found.elsewhere => write!(why, "{other} uses it too, but in another passage."),
        (None, false) => write!(why, "no counterpart was found in {other} for its passage."),
    };
    if found.counterpart.is_none()
        && let Some(neutral) = neutral(reading, cue)
    {
        let _ = write!(why, " Plainer: {}.", quoted(&neutral));
    }
    why
}

/// The words that judge in a sentence or clause that is a cue for having them: its first word says nothing.
fn charged(telling: &Telling<'_>, cue: &Cue) -> Option<String> {
    if !matches!(cue.origin, Origin::Pattern(Pattern::ChargedSentence | Pattern::ChargedClause)) {
        return None;
    }
    let reading = &telling.reading;
    let inside = telling.cues_of(cue.sentence).iter().filter(|one| {
        one.origin != cue.origin && weighing::judges(one.kind) && cue.start <= one.start && one.end <= cue.reach
    });
    let words: Vec<String> =
        inside.map(|one| quoted(reading.span(one.start, one.end).of(&reading.article.text))).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// What a neutral writer would put for the words of `cue`, in their form; none where they describe the noun behind them, which the plain
/// word would not.
fn neutral(reading: &Reading<'_>, cue: &Cue) -> Option<String> {
    let Origin::Entry(id) = cue.origin else { return None };
    let entry = reading.words.entry(id);
    let small = Preposition.bit()
        | Conjunction.bit()
        | Be.bit()
        | Have.bit()
        | Modal.bit()
        | Relative.bit()
        | Adverb.bit()
        | Determiner.bit()
        | Pronoun.bit();
    let describes = entry.group.class == Class::Noun
        && reading.is_word(cue.end)
        && !reading.any(cue.end, small)
        && !reading.form(cue.end).ends_with("ed");
    (!describes).then(|| reading.words.neutral(id, cue.form)).flatten()
}

pub fn clip(span: Span, text: &str) -> String {
    one_line(span.of(text))
}

pub fn quoted(words: &str) -> String {
    let words = one_line(words);
    let bare = words.trim_matches(['\u{201c}', '\u{201d}', '"', '\u{2018}', '\u{2019}', '\'']);
    if bare.len() == words.len() { format!("\u{201c}{words}\u{201d}") } else { words }
}
