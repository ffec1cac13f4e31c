//! Whose voice a stretch without quotation marks is told in. What somebody is reported to say (`X said that …`, `…, X said`, `according to
//! X, …`) or to call a thing (`X called it a …`) is a source's matter in the writer's words: neither the writer's own nor a quotation.

use super::{
    clauses::past_adverb,
    cue::{LONGEST_CLAUSE, clause_end},
    fitting,
    reading::{Reading, Voice},
    verbs,
};
use crate::{
    lexicon::WordSet::{Be, Calling, Day, Determiner, Hearer, Inverting, Preposition, Pronoun, Relative},
    story::SentenceId,
};

/// The first token of a place, and the one after its last.
type Tokens = (usize, usize);

/// For each token whether it stands in what somebody is reported to say.
pub fn reported(reading: &Reading<'_>) -> Vec<bool> {
    let mut marks = vec![false; reading.article.tokens.len()];
    if reading.has_grammar {
        for sentence in reading.told() {
            mark(reading, sentence, &mut marks);
        }
    }
    marks
}

fn mark(reading: &Reading<'_>, sentence: SentenceId, marks: &mut [bool]) {
    let (from, to) = reading.range(sentence);
    let Some(tokens) = reading.article.tokens.get(..to) else { return };
    for at in from..to {
        let calling = reading.is(at, Calling);
        if !calling && !reading.words.may_report(tokens[at].word) {
            continue;
        }
        let place = if reading.form(at) == "according" && reading.form(at + 1) == "to" {
            according(reading, at, (from, to))
        } else if calling {
            if !calls(reading, at, from) {
                continue;
            }
            (at + 1, clause_end(reading, at + 1, to.min(at + LONGEST_CLAUSE), to))
        } else {
            let Some((entry, found)) = reading.words.reporting(tokens, at) else { continue };
            let end = at + found.length;
            let told = reading.voice(at) == Voice::Narration
                && fitting::fits(reading, entry, found.form, at, end, (from, to), false);
            if !told {
                continue;
            }
            if verbs::reports(reading, at, end, (from, to)) {
                said(reading, at, end, (from, to))
            } else {
                continue;
            }
        };
        if let Some(stretch) = marks.get_mut(place.0..place.1) {
            stretch.fill(true);
        }
    }
}

/// Whether the verb at `at` gives a thing somebody's name for it: not `was called`, `a call`, `called for`, `so-called`.
fn calls(reading: &Reading<'_>, at: usize, from: usize) -> bool {
    let other = Be.bit() | Determiner.bit();
    let named = at > from && (reading.any(at - 1, other) || reading.form(at - 1) == "-");
    reading.voice(at) == Voice::Narration && !named && !reading.is(at + 1, Preposition) && !reading.is_sign(at + 1)
}

/// What stands on the other side of the comma from `according to X` at `at`.
fn according(reading: &Reading<'_>, at: usize, (from, to): Tokens) -> Tokens {
    let opens = past_adverb(reading, from) >= at || at <= from + 1;
    let comma = || (at..to).find(|comma| reading.form(*comma) == ",");
    match opens.then(comma) {
        Some(Some(comma)) => (comma + 1, to),
        Some(None) => (to, to),
        None => (from, at),
    }
}

/// What is reported by the verb from `at` to `end`: what stands before the comma in `…, X said on Monday.`, else what follows.
fn said(reading: &Reading<'_>, at: usize, end: usize, (from, to): Tokens) -> Tokens {
    /// How far before its verb a speaker may begin, in tokens.
    const SPEAKER: usize = 12;
    // "“…,” said the autocratic Mr Reed": what follows the verb is who speaks, in the writer's words.
    let mut before = at;
    while before > from && reading.is_sign(before - 1) {
        before -= 1;
    }
    if before < at && before > from && reading.voice(before - 1) != Voice::Narration && reading.is_word(end) {
        return (at, at);
    }
    let next = (end..to).find(|next| !reading.any(*next, Day.bit() | Hearer.bit())).unwrap_or(to);
    let closes = next >= to || matches!(reading.form(next), "." | "," | ";" | "in" | "on" | "at" | "during");
    let comma = (at.saturating_sub(SPEAKER).max(from)..at).rfind(|comma| reading.form(*comma) == ",");
    if let Some(comma) = comma {
        // "…, said X"; in "X, who runs it, said" the comma closes what stands beside X.
        let inverted = comma + 1 == at
            && reading.is(at, Inverting)
            && (reading.is_capital(next) || reading.any(next, Determiner.bit() | Pronoun.bit()));
        if inverted || closes && comma + 1 < at {
            return (from, comma);
        }
    }
    (end, (end..to).find(|comma| parts(reading, *comma)).unwrap_or(to))
}

/// Whether what is reported ends at the sign `at`, and the writer goes on.
fn parts(reading: &Reading<'_>, at: usize) -> bool {
    let next = reading.form(at + 1);
    match reading.form(at) {
        ";" => true,
        "," => {
            reading.is(at + 1, Relative) && next != "that"
                || matches!(next, "while" | "although" | "though" | "but" | "despite" | "after" | "as" | "a" | "an")
                || next.len() > 5 && next.ends_with("ing")
        }
        _ => false,
    }
}
