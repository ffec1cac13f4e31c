//! A cue that differs as a finding: its span, its rule, and a sentence for the reader that states wording and no verdict.

use std::fmt::Write as _;

use super::{cue::Origin, differing::Differing, reading::Reading};
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
        rule: rule(reading, cue.origin),
        why: sentence(reading, found, &other.label, &other.text),
    }
}

fn rule(reading: &Reading<'_>, origin: Origin) -> String {
    match origin {
        Origin::Pattern(pattern) => format!("pattern: {}", pattern.name()),
        Origin::Entry(id) => {
            let entry = reading.words.entry(id);
            let place = if entry.own { "own" } else { "words" };
            format!("{place}/{}/{}: {}", reading.words.language(), entry.kind.name(), entry.text)
        }
    }
}

fn sentence(reading: &Reading<'_>, found: &Differing, other: &str, other_text: &str) -> String {
    let cue = &found.cue;
    let words = quoted(reading.span(cue.start, cue.end).of(&reading.article.text));
    let mut why = format!("{words} {}; ", cue.sense.means());
    let _ = match (found.counterpart.map(|span| clip(span, other_text)), found.linked) {
        (Some(theirs), _) => write!(why, "{other} has {} there.", quoted(&theirs)),
        (None, true) if cue.kind == FindingKind::Attribution => {
            write!(why, "the linked passage of {other} has no reporting verb in its place.")
        }
        (None, true) => write!(why, "the linked passage of {other} has nothing in its place."),
        (None, false) if found.elsewhere => {
            write!(why, "it stands in a passage for which {other} has no counterpart; {other} uses it elsewhere.")
        }
        (None, false) => {
            write!(
                why,
                "it stands in a passage for which {other} has no counterpart, and {other} does not use it elsewhere."
            )
        }
    };
    if found.counterpart.is_none()
        && let Some(neutral) = neutral(reading, cue.origin)
    {
        let _ = write!(why, " A plainer wording: {}.", quoted(neutral));
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
