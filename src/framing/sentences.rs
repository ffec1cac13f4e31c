//! Cues by the shape of a whole sentence: the writer judges the sentence before, speaks to the reader, denies, exclaims. Reports have
//! none of these but in what they quote.

use super::{
    clauses::{past_adverb, tells},
    reading::{Reading, Voice},
};
use crate::{
    lexicon::WordSet::{Be, Have, Modal, Negation, Number, Outcome, Reader, Trouble, Upshot},
    story::{ParagraphRole, SentenceId},
};

/// The first token of a place, and the one after its last.
type Tokens = (usize, usize);

/// The first word of a question, and of an exclamation, that stands in the writer's voice.
pub fn outcry(reading: &Reading<'_>, sentence: SentenceId) -> (Option<Tokens>, Option<Tokens>) {
    /// Shorter questions are headings: "What next?"
    const SHORTEST: usize = 5;
    let (from, to) = reading.range(sentence);
    let own = |at: usize| reading.voice(at) == Voice::Narration;
    let told = reading.article.role_of(sentence) == ParagraphRole::Body;
    let Some(last) = to.checked_sub(1).filter(|last| *last > from && own(from) && own(*last)) else {
        return (None, None);
    };
    let head = reading.is_word(from).then_some((from, from + 1));
    match reading.form(last) {
        // A question at the head of a paragraph is a heading, or asked of somebody in an interview.
        "?" if told && last - from >= SHORTEST && !reading.opens_paragraph(sentence) => (head, None),
        "!" => (None, Some((from, last + 1))),
        _ => (None, None),
    }
}

/// `Yet` at the head of a sentence.
pub fn contrast(reading: &Reading<'_>, (from, to): (usize, usize)) -> Option<Tokens> {
    let opens = reading.form(from) == "yet" && reading.voice(from) == Voice::Narration;
    (opens && from + 3 < to && reading.form(from + 1) != "another").then_some((from, from + 1))
}

/// `That will be …`, `None of this has …`: a sentence that judges the one before, in the writer's voice.
pub fn verdict(reading: &Reading<'_>, (from, to): (usize, usize)) -> Option<Tokens> {
    let subject = match (reading.form(from), reading.form(from + 1), reading.form(from + 2)) {
        ("that" | "this" | "such", ..) => from + 1,
        ("none" | "all" | "much" | "some", "of", "this" | "that" | "it" | "which") => from + 3,
        ("the", "same", _) => from + 3,
        ("the", ..) if reading.is(from + 1, Upshot) => from + 2,
        _ => return None,
    };
    let verb = past_adverb(reading, subject);
    let links = Be.bit() | Have.bit() | Modal.bit();
    let judges =
        reading.any(verb, links) || matches!(reading.form(verb), "means" | "leaves" | "makes" | "suggests" | "comes");
    (judges && verb + 2 < to && is_own(reading, (from, to))).then_some((from, verb + 1))
}

/// `No board is going to …`, `Not everyone is …`, `Nobody knows …`: what the writer denies. `No one was hurt` is news.
pub fn denial(reading: &Reading<'_>, (from, to): (usize, usize)) -> Option<Tokens> {
    const LONGEST: usize = 24;
    let denies = reading.is(from, Negation) || matches!(reading.form(from), "nobody" | "none" | "nothing");
    let counted = || (from..to).any(|at| reading.is_figure(at) || reading.is(at, Number));
    let plain = || (from + 1..to).any(|at| reading.is(at, Outcome));
    (denies && !plain() && !counted() && from + 3 < to && to - from < LONGEST && is_own(reading, (from, to)))
        .then_some((from, from + 1))
}

/// `We stand with them`, `as our readers will recall`: the writer speaks for or to the reader.
pub fn commentary(reading: &Reading<'_>, (from, to): (usize, usize)) -> Option<Tokens> {
    let speaks = (from..to).find(|at| reading.is(*at, Reader))?;
    is_own(reading, (from, to)).then_some((speaks, speaks + 1))
}

/// Whether the writer says all of it, and reports nothing.
pub fn is_own(reading: &Reading<'_>, (from, to): (usize, usize)) -> bool {
    (from..to).all(|at| reading.voice(at) == Voice::Narration) && !tells(reading, (from, to))
}

/// `was cleared in 2021`, `died in a fire ten years ago`: an earlier trouble, told by its year.
pub fn record(reading: &Reading<'_>, (from, to): (usize, usize)) -> Option<Tokens> {
    let year = |at: usize| {
        let raw = reading.raw(at);
        reading.form(at.saturating_sub(1)) == "in" && raw.len() == 4 && (raw.starts_with("19") || raw.starts_with("20"))
            || matches!(reading.form(at), "years" | "months" | "decades")
                && matches!(reading.form(at + 1), "ago" | "earlier" | "before")
    };
    let trouble = (from..to).find(|at| reading.is(*at, Trouble) && reading.voice(*at) == Voice::Narration)?;
    // "was", "had been" before it belong to what is told.
    let start =
        (from..trouble).rev().take_while(|at| reading.any(*at, Be.bit() | Have.bit())).last().unwrap_or(trouble);
    (from..to).any(year).then_some((start, trouble + 1))
}

/// `as nation rejoices` at the end of a headline: what the news is set beside.
pub fn while_others(reading: &Reading<'_>, sentence: SentenceId) -> Option<Tokens> {
    if reading.article.role_of(sentence) != ParagraphRole::Headline {
        return None;
    }
    let (from, to) = reading.range(sentence);
    let at = (from + 3..to).rfind(|at| matches!(reading.form(*at), "as" | "while"))?;
    // "as nation rejoices", "as readers weep"
    let plural = |at: usize| reading.form(at).ends_with('s');
    let verb = (at + 2..to.min(at + 5))
        .find(|verb| plural(*verb) || reading.is(*verb, Modal) || plural(verb - 1) && reading.is_word(*verb))?;
    (to - at < 9 && !reading.is_sign(verb) && !reading.is(verb, Be)).then_some((at, at + 1))
}

/// `SIX YEARS`, `HOLIDAY HELL`: two words or more in capitals for stress, in a sentence that is not in capitals.
pub fn shouted(reading: &Reading<'_>, at: usize, (from, to): (usize, usize)) -> Option<Tokens> {
    let loud = |at: usize| {
        let raw = reading.raw(at);
        at < to && reading.is_word(at) && raw.len() > 2 && raw.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    if !loud(at) || !loud(at + 1) || at > from && loud(at - 1) {
        return None;
    }
    let end = (at..to).find(|next| !loud(*next)).unwrap_or(to);
    // "KUALA LUMPUR, Malaysia (Agency)": where the report was filed.
    let place = at == from && matches!(reading.form(end), "," | "(" | "|" | "/" | "-" | "\u{2014}" | "\u{2013}");
    let quiet = (from..to)
        .filter(|at| reading.is_word(*at))
        .any(|at| reading.raw(at).bytes().any(|byte| byte.is_ascii_lowercase()));
    (!place && quiet).then_some((at, end))
}
