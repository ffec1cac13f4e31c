//! Cues by the shape of words, so that what no list foresaw is found: compounds and adverbs made on the spot, figures made small,
//! superlatives.

use super::reading::Reading;
use crate::lexicon::WordSet::{
    Adverb, Be, ChargedAdverb, ChargedEnd, ChargedStart, Determiner, Have, Modal, Number, PlainAdjective, PlainAdverb,
    PlainEnd, PlainSuperlative, Preposition, Pronoun, Weight,
};

/// The first token of a place, and the one after its last.
type Tokens = (usize, usize);

/// `without lifting`: what one might have done.
pub fn without(reading: &Reading<'_>, at: usize, to: usize) -> Option<Tokens> {
    let act = reading.form(at + 1);
    let acts = act.len() > 5 && act.ends_with("ing") && !matches!(act, "anything" | "nothing" | "warning" | "meaning");
    (reading.form(at) == "without" && acts && at + 1 < to).then_some((at, at + 2))
}

/// `only 12`, `just three`, `a mere $5`.
pub fn weighed_figure(reading: &Reading<'_>, at: usize, to: usize) -> Option<Tokens> {
    let money = usize::from(matches!(reading.form(at + 1), "$" | "\u{a3}" | "\u{20ac}"));
    let figure = at + 1 + money;
    let counts = figure < to && (reading.is_figure(figure) || reading.is(figure, Number));
    // "only one of them"
    (counts && reading.is(at, Weight) && reading.form(figure + 1) != "of").then_some((at, at + 1))
}

/// `debt-ridden`, `ill-considered`, in one token or three: judged by its beginning, by its beginning and a participle, or by its end.
pub fn charged_compound(reading: &Reading<'_>, at: usize, from: usize) -> Option<Tokens> {
    let form = reading.form(at);
    if let Some((_, last)) = form.rsplit_once('-') {
        return charged(reading, at, at, last).then_some((at, at + 1));
    }
    let hyphen = at.checked_sub(1).filter(|hyphen| *hyphen > from && reading.form(*hyphen) == "-")?;
    let (before, dash, here) = (reading.token(hyphen - 1)?, reading.token(hyphen)?, reading.token(at)?);
    let tight = before.span.end == dash.span.start && dash.span.end == here.span.start;
    (tight && charged(reading, hyphen - 1, at, form)).then_some((at - 2, at + 1))
}

/// Whether the compound that begins with the token `first` and ends with the token `last`, which ends in `end`, judges.
fn charged(reading: &Reading<'_>, first: usize, last: usize, end: &str) -> bool {
    // What says when or how long, not how good.
    let plain = reading.is(last, PlainEnd);
    reading.is(last, ChargedEnd) && !(first == last && plain)
        || reading.is(first, ChargedStart) && end.len() > 3 && !plain
        || reading.is(first, ChargedAdverb) && end.ends_with("ed") && !plain
}

/// `cynically`, `shamelessly`: an adverb of manner that no list has. Those that say when, how often, how far, in whose matter or how
/// surely are plain.
pub fn manner(reading: &Reading<'_>, at: usize) -> Option<Tokens> {
    (!reading.is_capital(at) && !reading.is(at, PlainAdverb)).then_some((at, at + 1))
}

/// Whether a word ends as an adverb of manner does.
pub fn is_of_manner(form: &str) -> bool {
    form.len() > 6 && form.ends_with("ly") && !form.ends_with("pply") && form.is_ascii() && !form.contains('-')
}

/// `the biggest retreat … in`, `the most serious …`: more or less of it than of all others.
pub fn superlative(reading: &Reading<'_>, at: usize, to: usize) -> Option<Tokens> {
    const MEASURED: [&str; 8] =
        ["largest", "biggest", "highest", "lowest", "longest", "smallest", "deadliest", "costliest"];
    const BOUNDS: [&str; 9] = ["in", "for", "since", "ever", "yet", "among", "anywhere", "of", "on"];
    if reading.form(at) != "the" {
        return None;
    }
    let word = reading.form(at + 1);
    let most = matches!(word, "most" | "least") && reading.is_word(at + 2);
    let formed =
        word.len() > 5 && word.ends_with("est") && !reading.is(at + 1, PlainSuperlative) && !reading.is_capital(at + 1);
    let end = if most { at + 3 } else { at + 2 };
    let bound = (end..to.min(end + 5))
        .take_while(|word| reading.is_word(*word))
        .any(|word| BOUNDS.contains(&reading.form(word)));
    // "The largest defeat in history": a record, which is a count.
    let ages = || {
        (end..to.min(end + 8)).any(|at| match reading.form(at) {
            "history" | "record" | "ever" | "since" => true,
            "years" | "decades" => reading.is_figure(at - 1) || reading.is(at - 1, Number),
            _ => false,
        })
    };
    let record = MEASURED.contains(&word) && ages();
    ((most || formed) && bound && !record && end < to).then_some((at, end))
}

/// `shameless`, `murderous`, `unforgivable`: an adjective that no list has, of letters that [`judges`] says judge.
pub fn judging_adjective(reading: &Reading<'_>, at: usize, to: usize) -> Option<Tokens> {
    let plain = reading.is_capital(at) || reading.is(at, PlainAdjective);
    // "the furious crowd", "was furious": no noun ("a witness"), no verb.
    let small = Determiner.bit() | Be.bit() | Adverb.bit() | Preposition.bit() | Pronoun.bit();
    let described = reading.is_word(at + 1) && at + 1 < to && !reading.any(at + 1, small | Have.bit() | Modal.bit());
    let said_of = at > 0 && reading.any(at - 1, Be.bit() | Adverb.bit());
    (!plain && (described || said_of)).then_some((at, at + 1))
}

/// Whether a word has an ending or a beginning that judges.
pub fn judges(form: &str) -> bool {
    const ENDS: [&str; 6] = ["less", "ful", "ous", "some", "esque", "worthy"];
    let able = form.ends_with("ible") || form.ends_with("able");
    let (un, in_) =
        (form.starts_with("un"), form.starts_with("in") || form.starts_with("im") || form.starts_with("ir"));
    let judges = ENDS.iter().any(|end| form.ends_with(end)) || able && (un || in_) || un && form.ends_with("ed");
    judges && form.len() >= 7 && form.is_ascii()
}

/// `like a common thief`: what somebody or something is likened to.
pub fn likened(reading: &Reading<'_>, at: usize, to: usize) -> Option<Tokens> {
    let likens = reading.form(at) == "like" && matches!(reading.form(at + 1), "a" | "an") && at > 0;
    let before = reading.form(at.saturating_sub(1));
    let idle =
        matches!(before, "something" | "anything" | "things" | "nothing" | "would" | "i" | "you" | "they" | "we")
            || before.starts_with("look")
            || before.starts_with("sound")
            || before.starts_with("feel")
            || reading.is_sign(at - usize::from(at > 0));
    (likens && !idle && at + 3 < to).then_some((at, at + 2))
}
