//! A cue that differs as a finding: its span, its rule, and a sentence for the reader that states wording and no verdict.

use std::fmt::Write as _;

use super::{
    cue::{Cue, Origin},
    differing::Differing,
    reading::Reading,
};
use crate::{
    compare::{Finding, FindingKind},
    story::{Article, Side},
    text::span::Span,
};

/// The finding for `found` on `side`, held against the article `other`.
pub fn finding(reading: &Reading<'_>, side: Side, found: &Differing, other: &Article) -> Finding {
    let cue = &found.cue;
    let span = reading.span(cue.start, cue.reach);
    Finding {
        side,
        span: span.into(),
        kind: cue.kind,
        counterpart: found.counterpart,
        strength: found.strength,
        rule: rule(reading, cue),
        why: sentence(reading, found, &other.label, &other.text),
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

fn sentence(reading: &Reading<'_>, found: &Differing, other: &str, other_text: &str) -> String {
    let cue = &found.cue;
    let words = quoted(reading.span(cue.start, cue.end).of(&reading.article.text));
    let mut why = String::with_capacity(USUAL);
    let _ = write!(why, "{words} {}; ", cue.sense.means());
    let _ = match (found.counterpart.map(|span| clip(span, other_text)), found.linked) {
        (Some(_), _) if found.quoted => write!(why, "{other} has it inside a quotation."),
        (Some(theirs), _) => write!(why, "{other} has {} there.", quoted(&theirs)),
        (None, true) if cue.kind == FindingKind::Attribution => {
            write!(why, "the linked passage of {other} has no reporting verb there.")
        }
        (None, true) => write!(why, "the linked passage of {other} goes without."),
        (None, false) if found.elsewhere => write!(why, "{other} uses it too, but in another passage."),
        (None, false) => write!(why, "no counterpart was found in {other} for its passage."),
    };
    if found.counterpart.is_none()
        && let Some(neutral) = neutral(reading, cue.origin)
    {
        let _ = write!(why, " Plainer: {}.", quoted(neutral));
    }
    why
}

fn neutral<'a>(reading: &Reading<'a>, origin: Origin) -> Option<&'a str> {
    match origin {
        Origin::Entry(id) => reading.words.entry(id).neutral.as_deref(),
        Origin::Pattern(_) => None,
    }
}

pub fn clip(span: Span, text: &str) -> String {
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn quoted(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = words.trim_matches(['\u{201c}', '\u{201d}', '"', '\u{2018}', '\u{2019}', '\'']);
    if bare.len() == words.len() { format!("\u{201c}{words}\u{201d}") } else { words }
}
