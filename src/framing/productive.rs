//! Cues by the shape of words and sentences, so that what no list foresaw is found: compounds made on the spot, participles of
//! consequence, figures made small, questions and exclamations of the writer's own.

use super::reading::{Reading, Voice};
use crate::{
    lexicon::WordSet::{Adverb, Consequence, Number, Pronoun, Relative},
    story::{ParagraphRole, SentenceId},
};

/// The first token of a place, and the one after its last.
type Tokens = (usize, usize);

/// `, further fuelling fears`: what came of it, unless that is a count (`, leaving 12 dead`).
pub fn consequence(reading: &Reading<'_>, comma: usize, to: usize) -> Option<Tokens> {
    let degree = |at: usize| reading.is(at, Adverb) || reading.form(at).ends_with("ly") || reading.form(at) == "thus";
    let at = if degree(comma + 1) { comma + 2 } else { comma + 1 };
    let counted = reading.is_figure(at + 1) || reading.is(at + 1, Number) || reading.form(at + 1) == "at";
    let goes_on = at + 1 < to && reading.is_word(at + 1) && !counted;
    (reading.is(at, Consequence) && goes_on).then_some((at, at + 1))
}

/// `, many of whom …`, `, including …`, `, a figure that …`: what is said of them besides.
pub fn aside(reading: &Reading<'_>, comma: usize, to: usize) -> Option<Tokens> {
    let (one, two, three) = (reading.form(comma + 1), reading.form(comma + 2), reading.form(comma + 3));
    let some_of = two == "of" && matches!(three, "whom" | "which" | "them" | "those");
    let some_of_them = three == "of" && matches!(reading.form(comma + 4), "whom" | "which" | "them");
    // "a practice that", "a sum she": what has been told is summed up in a noun.
    let pronoun = reading.any(comma + 3, Pronoun.bit() | Relative.bit());
    let summed = matches!(one, "a" | "an" | "the") && !reading.is_capital(comma + 2) && pronoun && three != "who";
    let length = match () {
        () if some_of => 3,
        () if some_of_them => 4,
        () if summed => 3,
        () => return None,
    };
    (comma + 1 + length < to && reading.is_word(comma + 1)).then_some((comma + 1, comma + 1 + length))
}

/// `without lifting`: what one might have done.
pub fn without(reading: &Reading<'_>, at: usize, to: usize) -> Option<Tokens> {
    let act = reading.form(at + 1);
    let acts = act.len() > 5 && act.ends_with("ing") && !matches!(act, "anything" | "nothing" | "warning" | "meaning");
    (reading.form(at) == "without" && acts && at + 1 < to).then_some((at, at + 2))
}

/// Words that make little or much of a figure.
pub const WEIGHTS: [&str; 9] =
    ["only", "just", "mere", "merely", "barely", "scarcely", "whopping", "staggering", "paltry"];

/// `only 12`, `just three`, `a mere $5`.
pub fn weighed_figure(reading: &Reading<'_>, at: usize, to: usize) -> Option<Tokens> {
    let money = usize::from(matches!(reading.form(at + 1), "$" | "\u{a3}" | "\u{20ac}"));
    let figure = at + 1 + money;
    let counts = figure < to && (reading.is_figure(figure) || reading.is(figure, Number));
    // "only one of them"
    (counts && WEIGHTS.contains(&reading.form(at)) && reading.form(figure + 1) != "of").then_some((at, at + 1))
}

/// The first word of a question, and of an exclamation, that stands in the writer's voice.
pub fn outcry(reading: &Reading<'_>, sentence: SentenceId) -> (Option<Tokens>, Option<Tokens>) {
    /// Shorter ones are headings: "What next?"
    const SHORTEST: usize = 5;
    let (from, to) = reading.range(sentence);
    let own = |at: usize| reading.voice(at) == Voice::Narration;
    let told = reading.article.role_of(sentence) == ParagraphRole::Body;
    let Some(last) = to.checked_sub(1).filter(|last| last - from >= SHORTEST && own(from) && own(*last) && told) else {
        return (None, None);
    };
    let head = reading.is_word(from).then_some((from, from + 1));
    match reading.form(last) {
        "?" => (head, None),
        "!" => (None, head),
        _ => (None, None),
    }
}

/// `Yet` at the head of a sentence.
pub fn contrast(reading: &Reading<'_>, (from, to): (usize, usize)) -> Option<Tokens> {
    let opens = reading.form(from) == "yet" && reading.voice(from) == Voice::Narration;
    (opens && from + 3 < to && reading.form(from + 1) != "another").then_some((from, from + 1))
}

/// `debt-ridden`, `ill-considered`, in one token or three.
pub fn charged_compound(reading: &Reading<'_>, at: usize, from: usize) -> Option<Tokens> {
    let form = reading.form(at);
    if let Some((first, last)) = form.split_once('-') {
        return charged(first, last).then_some((at, at + 1));
    }
    let hyphen = at.checked_sub(1).filter(|hyphen| *hyphen > from && reading.form(*hyphen) == "-")?;
    let (before, dash, here) = (reading.token(hyphen - 1)?, reading.token(hyphen)?, reading.token(at)?);
    let tight = before.span.end == dash.span.start && dash.span.end == here.span.start;
    (tight && charged(reading.form(hyphen - 1), form)).then_some((at - 2, at + 1))
}

/// Whether a compound of these parts judges: by its first part, by its first part and a participle, or by its last.
fn charged(first: &str, last: &str) -> bool {
    const FIRST: [&str; 12] =
        ["eco", "narco", "ill", "much", "ever", "once", "ultra", "hyper", "pseudo", "arch", "blood", "uber"];
    const BEFORE_PARTICIPLE: [&str; 4] = ["long", "hard", "far", "badly"];
    const LAST: [&str; 44] = [
        "ridden",
        "plagued",
        "laden",
        "fuelled",
        "fueled",
        "stricken",
        "riddled",
        "wracked",
        "racked",
        "torn",
        "ravaged",
        "stained",
        "soaked",
        "drenched",
        "crazed",
        "obsessed",
        "hungry",
        "thirsty",
        "mongering",
        "baiting",
        "bashing",
        "splitting",
        "addled",
        "tinged",
        "infested",
        "scarred",
        "tarnished",
        "starved",
        "strapped",
        "spewing",
        "grabbing",
        "wielding",
        "shattering",
        "defying",
        "denying",
        "peddling",
        "boggling",
        "wrenching",
        "curdling",
        "inducing",
        "popping",
        "numbing",
        "happy",
        "scarring",
    ];
    // What says when or how long, not how good.
    const PLAIN: [&str; 10] =
        ["based", "lasting", "running", "coded", "lived", "boiled", "sided", "reaching", "distance", "removed"];
    let participle = last.ends_with("ed") && !PLAIN.contains(&last);
    LAST.contains(&last)
        || FIRST.contains(&first) && last.len() > 3 && !matches!(last, "pressure" | "stream" | "type" | "test" | "bank")
        || BEFORE_PARTICIPLE.contains(&first) && participle
}
