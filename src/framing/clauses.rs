//! Cues by the shape of a clause: what is set beside the news after a comma, what a sentence says of the one before, what is said not
//! to have been said. Plain news has such clauses too; they tell something only between two tellings of one story.

use super::{pattern::Pattern, reading::Reading};
use crate::lexicon::WordSet::{
    Adverb, Be, Consequence, Determiner, Have, Institution, Modal, Number, Office, Once, Opining, Participle,
    PlainNoun, PlainVerb, Preposition, Pronoun, Quantity, Rank, Relative, Saying, Share, Slant, Speaker, Telling,
};

/// The first token of a place, and the one after its last.
type Tokens = (usize, usize);

/// `, further fuelling fears`, `, robbing savers of …`: what came of it, unless that is a count (`, leaving 12 dead`) or the plain
/// course of events (`, beginning on Monday`).
pub fn consequence(reading: &Reading<'_>, comma: usize, to: usize) -> (Pattern, Option<Tokens>) {
    let at = past_adverb(reading, comma + 1);
    let counted = reading.is_figure(at + 1) || reading.is(at + 1, Number) || reading.form(at + 1) == "at";
    // "adding that": somebody speaks.
    let goes_on = at + 1 < to && reading.is_word(at + 1) && !counted && reading.form(at + 1) != "that";
    let place = Some((at, at + 1)).filter(|_| goes_on);
    if reading.is(at, Consequence) {
        return (Pattern::Consequence, place);
    }
    (Pattern::Act, place.filter(|_| is_act(reading, at, to) && at + 3 < to))
}

/// Whether the word at `at` is a participle that tells what someone did, and no verb of speaking.
fn is_act(reading: &Reading<'_>, at: usize, to: usize) -> bool {
    let form = reading.form(at);
    let participle = form.len() > 6 && form.ends_with("ing") && !reading.is_capital(at);
    if !participle || reading.is(at, PlainVerb) {
        return false;
    }
    let tokens = reading.article.tokens.get(..to).unwrap_or_default();
    let object = Determiner.bit() | Pronoun.bit() | Quantity.bit() | Preposition.bit();
    let acts_on = reading.any(at + 1, object) || reading.is_capital(at + 1) || reading.form(at + 1).ends_with('s');
    acts_on && reading.words.reporting(tokens, at).is_none()
}

/// `, entered only on the morning of the trial`, `, paid for with public money`: what was done with it, set beside the news.
pub fn set_beside(reading: &Reading<'_>, comma: usize, to: usize) -> Option<Tokens> {
    let at = past_adverb(reading, comma + 1);
    let form = reading.form(at);
    let participle = form.len() > 4 && form.ends_with("ed") && !reading.is(at, PlainVerb) || reading.is(at, Participle);
    let tokens = reading.article.tokens.get(..to).unwrap_or_default();
    let set = participle
        && at + 3 < to
        && (reading.is(at + 1, Preposition) || reading.form(at + 1) == "only")
        && reading.words.reporting(tokens, at).is_none_or(|(entry, _)| entry.group.strength > 0);
    set.then_some((at, at + 2))
}

/// `, many of whom …`, `, nearly double that`, `, a former …`: what is said of them besides.
pub fn aside(reading: &Reading<'_>, comma: usize, to: usize) -> Option<Tokens> {
    let (one, two, three) = (reading.form(comma + 1), reading.form(comma + 2), reading.form(comma + 3));
    let some_of = two == "of" && matches!(three, "whom" | "which" | "them" | "those" | "it");
    let some_of_them = three == "of" && matches!(reading.form(comma + 4), "whom" | "which" | "them" | "it");
    let measured = || {
        let from =
            if matches!(one, "nearly" | "almost" | "about" | "roughly" | "over") { comma + 2 } else { comma + 1 };
        let times = reading.is(from, Number) && reading.form(from + 1) == "times";
        let share = matches!(reading.form(from), "a" | "one")
            && matches!(reading.form(from + 2), "of" | "what")
            && reading.is(from + 1, Share);
        (reading.is(from, Share) || times || share).then_some(from + 1 - comma)
    };
    let length = match () {
        () if some_of => 3,
        () if some_of_them => 4,
        () if matches!(one, "a" | "an") && reading.is(comma + 2, Once) => 2,
        // "including four children"
        () if one == "including" && (reading.is_figure(comma + 2) || reading.is(comma + 2, Number)) => 2,
        () => measured()?,
    };
    (comma + 1 + length < to && reading.is_word(comma + 1)).then_some((comma + 1, comma + 1 + length))
}

/// `, a device used 11 times since …`: what someone or something is, with what was done or how much.
pub fn apposition(reading: &Reading<'_>, comma: usize, to: usize) -> Option<Tokens> {
    const LONGEST: usize = 14;
    let (one, noun) = (comma + 1, comma + 2);
    if !matches!(reading.form(one), "a" | "an") || reading.is_capital(noun) {
        return None;
    }
    let end = (noun..to.min(noun + LONGEST))
        .find(|at| reading.is_sign(*at) && !matches!(reading.form(*at), "-" | "$" | "\u{a3}" | "\u{20ac}"))?;
    let told = (noun + 1..end).any(|at| {
        let form = reading.form(at);
        reading.is_figure(at)
            || reading.is(at, Number)
            || form.len() > 5 && form.ends_with("ed")
            || matches!(form, "once" | "long" | "since" | "never")
    });
    (told && end > noun + 3).then_some((one, noun + 1))
}

/// `which would be the death of …`, `which means`, `which has no bearing`: a relative clause that draws a conclusion.
pub fn concludes(reading: &Reading<'_>, relative: usize) -> bool {
    let verb = past_adverb(reading, relative + 1);
    let draws = matches!(
        reading.form(verb),
        "would" | "could" | "might" | "means" | "meant" | "suggests" | "shows" | "leaves" | "explains"
    );
    reading.form(relative) == "which"
        && (draws
            || reading.any(verb, Have.bit() | Be.bit())
                && matches!(reading.form(verb + 1), "no" | "little" | "why" | "how" | "what"))
}

/// `, less than inflation`, `, equal to 37 pools`: what a figure is held against.
pub fn compared(reading: &Reading<'_>, comma: usize, to: usize) -> Option<Tokens> {
    let (one, two) = (reading.form(comma + 1), reading.form(comma + 2));
    let held = matches!(one, "less" | "more" | "fewer" | "higher" | "lower" | "longer") && two == "than"
        || matches!(one, "equal" | "equivalent") && two == "to";
    // "more than a fifth of it had gone": no comparison.
    let verb = || {
        let mut clause = (comma + 3..to.min(comma + 12)).take_while(|at| reading.form(*at) != ",");
        clause.any(|at| reading.any(at, Have.bit() | Be.bit()))
    };
    (held && !verb() && comma + 4 < to).then_some((comma + 1, comma + 3))
}

/// `, one of the architects of …`, `, still a hero`, `, a regular guest at …`: what somebody is, when it is no trade, rank or kin.
pub fn described(reading: &Reading<'_>, comma: usize, to: usize) -> Option<Tokens> {
    const LONGEST: usize = 14;
    let named = comma > 0 && reading.is_capital(comma - 1);
    let at = comma + 1;
    let one_of = reading.form(at) == "one" && reading.form(at + 1) == "of";
    let adverb = usize::from(reading.is(at, Slant) && reading.is(at, Adverb));
    let form = reading.form(at + adverb);
    let article = matches!(form, "a" | "an") || form == "the" && adverb > 0;
    let noun = at + adverb + 1;
    if !named || !(one_of || article) || reading.is_capital(noun) || !reading.is_word(noun) {
        return None;
    }
    let end = (noun..to.min(noun + LONGEST)).find(|at| reading.is_sign(*at) && !matches!(reading.form(*at), "-"))?;
    let head = (noun..end).find(|at| reading.any(at + 1, Preposition.bit() | Relative.bit()) || at + 1 == end)?;
    let form = reading.form(head);
    let trade =
        ["er", "or", "ist", "ian", "man", "ant", "ic", "ee", "woman", "chief"].iter().any(|end| form.ends_with(end));
    let plain =
        trade || reading.any(head, PlainNoun.bit() | Office.bit() | Institution.bit() | Speaker.bit() | Rank.bit());
    let ends = reading.form(end) == "," || end + 1 >= to;
    let told = (noun..end).any(|at| reading.any(at, Be.bit() | Have.bit() | Saying.bit()) || reading.is_figure(at));
    ((one_of || !plain && !told) && ends && end > noun + 1).then_some((at, noun + 1))
}

/// `, a step that …`, `, a story for which …`, `, a practice lawyers say …`: what has been told, summed up in a noun.
pub fn summed_up(reading: &Reading<'_>, comma: usize, to: usize) -> Option<Tokens> {
    let (one, noun, next) = (comma + 1, comma + 2, comma + 3);
    if !matches!(reading.form(one), "a" | "an" | "the") || reading.is_capital(noun) || !reading.is_word(noun) {
        return None;
    }
    let clause = reading.any(next, Pronoun.bit() | Relative.bit()) && !matches!(reading.form(next), "who" | "whose");
    let governed = reading.is(next, Preposition) && matches!(reading.form(next + 1), "which" | "what");
    let spoken = reading.form(one) != "the"
        && reading.is_word(next)
        && reading.form(next).ends_with('s')
        && reading.is(next + 1, Opining);
    // "the company that employs", "a period in which": what it plainly is, or when.
    let plain =
        reading.is(noun, PlainNoun) || matches!(reading.form(noun), "time" | "period" | "year" | "day" | "month");
    (next < to && !plain && (clause || governed || spoken)).then_some((one, next + 1))
}

/// `, despite a petition`, `, although …`, `, even as …`: what stands against it.
pub fn against(reading: &Reading<'_>, comma: usize, to: usize) -> Option<Tokens> {
    let (one, two) = (reading.form(comma + 1), reading.form(comma + 2));
    let set = matches!(one, "despite" | "although" | "albeit" | "though")
        || one == "even" && matches!(two, "as" | "though" | "if" | "after" | "while")
        || one == "but" && matches!(two, "only" | "not");
    (set && comma + 4 < to).then(|| (comma + 1, comma + if matches!(one, "even" | "but") { 3 } else { 2 }))
}

/// After a word that helps a verb, `could not say where`; and where nobody speaks in the sentence, `did not land`: what was not said or done, told by the writer.
pub fn unsaid(reading: &Reading<'_>, at: usize, (from, to): (usize, usize)) -> Option<Tokens> {
    let not = (at + 1..to.min(at + 4)).find(|not| matches!(reading.form(*not), "not" | "never" | "yet" | "still"))?;
    let said = (not + 1..to.min(not + 4)).find(|verb| reading.is(*verb, Telling));
    let small = Preposition.bit() | Determiner.bit() | Pronoun.bit() | Be.bit() | Have.bit() | Adverb.bit();
    let done = || {
        let helps = matches!(reading.form(at), "did" | "has" | "have" | "had") && not == at + 1;
        let verb = not + 1;
        let acts = reading.is_word(verb) && !reading.any(verb, small) && verb + 1 < to;
        (helps && acts && !tells(reading, (from, to))).then_some(verb)
    };
    let verb = said.or_else(done)?;
    // "did not immediately respond": the desk's formula.
    let formula = (not..verb).any(|word| matches!(reading.form(word), "immediately" | "yet"));
    (!formula && reading.form(not) != "still" && verb < to).then_some((at, verb + 1))
}

/// `, guests claimed`: speakers without a name or a number, behind what they say.
pub fn plural_speakers(reading: &Reading<'_>, comma: usize, to: usize) -> Option<Tokens> {
    let (noun, verb) = (comma + 1, comma + 2);
    let form = reading.form(noun);
    let small =
        Be.bit() | Have.bit() | Modal.bit() | Determiner.bit() | Pronoun.bit() | Adverb.bit() | Preposition.bit();
    let plural =
        form.len() > 4 && form.ends_with('s') && !reading.is_capital(noun) && !reading.any(noun, small | Opining.bit());
    // "Officials said", "police said": whose office it is to say so.
    let office = reading.any(noun, Office.bit() | Institution.bit())
        || matches!(form, "officials" | "investigators" | "prosecutors");
    let closes = verb + 1 >= to || reading.is_sign(verb + 1);
    (plural && !office && reading.is_word(noun) && reading.is(verb, Opining) && closes && verb < to)
        .then_some((noun, verb + 1))
}

/// Whether somebody is reported to say something in the sentence.
pub fn tells(reading: &Reading<'_>, (from, to): (usize, usize)) -> bool {
    let tokens = reading.article.tokens.get(..to).unwrap_or_default();
    (from..to).any(|at| reading.form(at) == "according" || reading.words.reporting(tokens, at).is_some())
}

pub fn past_adverb(reading: &Reading<'_>, at: usize) -> usize {
    let adverb =
        reading.is(at, Adverb) || reading.form(at).ends_with("ly") || matches!(reading.form(at), "thus" | "all");
    if adverb { at + 1 } else { at }
}
