//! Whether a word is a verb where it stands, and whether it reports something: told by the small words around it.

use super::reading::{Reading, Voice};
use crate::lexicon::{
    Form,
    WordSet::{
        Adverb, Be, Conjunction, Day, Determiner, Have, Hearer, Modal, Negation, Number, Participle, Past, Preposition,
        Pronoun, Quantity, Relative,
    },
};

/// How far a reported clause or quotation may begin after the verb, in tokens.
const REACH: usize = 6;
/// How far into a clause without "that" its verb is looked for, in tokens.
const CLAUSE: usize = 9;

/// `to quake`, `prices quake`: whether the bare form of a verb has its helper or a subject in the plural before it. `the Strelsau quake`
/// has not.
pub(super) fn has_subject(reading: &Reading<'_>, at: usize, (from, _): (usize, usize)) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| *before >= from) else { return true };
    let form = reading.form(before);
    let helper = Modal.bit() | Pronoun.bit() | Relative.bit() | Conjunction.bit() | Negation.bit() | Adverb.bit();
    reading.is_sign(before)
        || reading.any(before, helper)
        || matches!(form, "to" | "do" | "does" | "did" | "let" | "lets" | "help" | "helped" | "make" | "made" | "makes")
        || matches!(
            form,
            "people" | "police" | "men" | "women" | "children" | "who" | "that" | "which" | "all" | "both"
        )
        || form.ends_with("ly")
        || form.ends_with('s') && !form.ends_with("ss") && !form.ends_with("'s")
}

/// Whether the word at `at` is a verb and no noun or adjective.
pub(super) fn is_verb(reading: &Reading<'_>, form: Form, at: usize, end: usize, (from, to): (usize, usize)) -> bool {
    let before = at.checked_sub(1).filter(|before| *before >= from);
    let noun_before = before.is_some_and(|before| {
        let raw = reading.form(before);
        reading.any(before, Determiner.bit() | Quantity.bit())
            && !matches!(raw, "that" | "all" | "some" | "many" | "most" | "others" | "this")
            || raw.ends_with("'s")
    });
    match form {
        Form::Listed | Form::S => {
            if noun_before
                || before.is_some_and(|before| {
                    reading.is(before, Preposition) && (form == Form::S || reading.form(before) != "to")
                })
            {
                return false;
            }
            if before.is_some_and(|before| reading.any(before, Be.bit() | Have.bit())) && end == at + 1 {
                return false;
            }
            if before.is_some_and(|before| is_adjective_like(reading.form(before)) && !reading.is(before, Adverb)) {
                return false;
            }
            // "over 130 brands"
            if before.is_some_and(|before| reading.is_figure(before) && reading.raw(before).len() != 4) {
                return false;
            }
            if end == at + 1 && before.is_some_and(|before| is_object(reading, form, before, end)) {
                return false;
            }
            let next = reading.form(end);
            // "claims were filed", but "what they allege was a plan".
            // "the ship that the navy alleges was …": a noun in -s would have "were".
            let noun_after = matches!(next, "of" | "between")
                || (form == Form::S || before.is_none())
                    && (matches!(next, "were" | "are" | "have" | "had" | "will")
                        || before.is_none() && matches!(next, "was" | "is" | "has"));
            // "treason charges, which carry …"
            let noun_after = noun_after || form == Form::S && next == "," && reading.is(end + 1, Relative);
            let verb_after = reading.is_word(end) && !noun_after
                || reading.voice(end) != Voice::Narration
                || matches!(next, "\"" | "'" | "," | ":")
                || end >= to
                || reading.is_sign(end);
            let joined =
                form == Form::Listed && before.is_some_and(|before| matches!(reading.form(before), "and" | "or"));
            let object = reading.any(end, Determiner.bit() | Pronoun.bit()) || reading.is_capital(end);
            if joined && !object {
                return false;
            }
            // The bare form needs its subject or helper in sight: "they claim", "to claim", "would claim", or a plural noun.
            let subject = before.is_none_or(|before| !reading.is_sign(before) || reading.form(before) == ",");
            verb_after && subject
        }
        Form::Ed | Form::Ing => !noun_before,
    }
}

/// `struck rocks`, `expected demand`, `applause, cheers, sirens`: a noun that a verb governs, or one of several.
fn is_object(reading: &Reading<'_>, form: Form, before: usize, end: usize) -> bool {
    let word = reading.form(before);
    let past = reading.any(before, Past.bit() | Participle.bit())
        || word.len() > 4 && word.ends_with("ed") && !reading.is_capital(before);
    let row = |at: usize| reading.form(at) == "," || reading.form(at) == "and" || reading.form(at) == "or";
    let listed = form == Form::S && row(before) && row(end);
    let object = Determiner.bit() | Pronoun.bit();
    (past && !reading.any(end, object) && reading.form(end) != "that" || listed) && !reading.is_capital(end)
}

/// `admitted striking the airport`, `it respected the decision`: a form of a verb with its object, and no adjective.
pub(super) fn acts(reading: &Reading<'_>, at: usize, end: usize) -> bool {
    let before = Determiner.bit() | Adverb.bit() | Be.bit();
    let object = Determiner.bit() | Pronoun.bit() | Number.bit();
    ["ing", "ed"].iter().any(|end| reading.form(at).ends_with(end))
        && !at.checked_sub(1).is_some_and(|before_it| reading.any(before_it, before))
        && (reading.any(end, object) || reading.is_capital(end) || reading.is_figure(end))
}

/// `corrupt official claims`: a word that most likely describes the next one.
fn is_adjective_like(word: &str) -> bool {
    const ENDINGS: [&str; 11] = ["al", "ous", "ful", "less", "able", "ible", "ical", "ish", "ive", "ic", "ary"];
    word.len() > 4
        && !matches!(word, "official" | "general" | "cardinal" | "rival" | "individual" | "tribunal")
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

pub(super) fn be_before(reading: &Reading<'_>, at: usize, (from, _): (usize, usize)) -> bool {
    let mut before = at;
    let nearest = from.max(at.saturating_sub(REACH));
    while before > nearest {
        before -= 1;
        if reading.is(before, Be) {
            return true;
        }
        if !reading.is(before, Adverb) {
            return false;
        }
    }
    false
}

/// `an admitted killer`, `over alleged assaults`: the participle describes the noun after it.
pub(super) fn noun_follows_participle(reading: &Reading<'_>, form: Form, at: usize, end: usize) -> bool {
    form == Form::Ed
        && end == at + 1
        && at > 0
        && reading.any(at - 1, Determiner.bit() | Preposition.bit() | Quantity.bit())
}

/// `claimed the crowd threw stones`, `claimed police fired first`, `warned prices would rise`: a clause of its own behind the verb, told by the past
/// tense right behind its subject. `begins`: whether the word at `subject` shows that a subject begins there.
fn tells_without_that(reading: &Reading<'_>, subject: usize, begins: bool, to: usize) -> bool {
    let form = reading.form(subject);
    let plural = reading.is_word(subject)
        && (form.ends_with('s') && !form.ends_with("ss") && form.len() > 3 || matches!(form, "police" | "people"));
    if !begins && !plural {
        return false;
    }
    let describes = Determiner.bit() | Adverb.bit() | Number.bit() | Quantity.bit();
    let last = if begins { to.min(subject + CLAUSE) } else { to.min(subject + 2) };
    let clause = (subject + 1..last).take_while(|at| {
        reading.is_word(*at) && !reading.any(*at, Relative.bit() | Preposition.bit() | Conjunction.bit())
    });
    clause.into_iter().any(|at| {
        if !begins && reading.any(at, Be.bit() | Have.bit() | Modal.bit()) {
            return true;
        }
        let word = reading.form(at);
        let past = reading.is(at, Past) || word.len() > 4 && word.ends_with("ed");
        let before = reading.form(at - 1);
        let noun = !reading.any(at - 1, describes) && !is_adjective_like(before) && !before.ends_with("ly");
        let object = Determiner.bit() | Pronoun.bit() | Number.bit() | Quantity.bit() | Adverb.bit();
        let next = at + 1;
        // "the title held by X", "charges brought in May": what was done to them.
        let goes_on = next >= to
            || reading.is_sign(next)
            || reading.any(next, object)
            || reading.is_figure(next)
            || reading.is_capital(next)
            || reading.form(next).ends_with('s')
            || matches!(reading.form(next), "first" | "back")
            || begins && reading.is(next, Preposition) && reading.form(next) != "by";
        past && !reading.is_capital(at) && noun && goes_on
    })
}

/// Whether something is reported by the verb at `at`: a clause with "that", a quotation after it, a quotation or clause before it
/// that it closes, or a clause of its own.
pub(super) fn reports(reading: &Reading<'_>, at: usize, end: usize, (from, to): (usize, usize)) -> bool {
    let after = end..to.min(end + REACH);
    for next in after {
        let form = reading.form(next);
        if form == "that" && (next + 1..to.min(next + 3)).any(|word| reading.is_word(word)) {
            return true;
        }
        let voice = reading.voice(next);
        if voice == Voice::Statement || voice == Voice::Scare && next <= end + 1 {
            return true;
        }
        if matches!(form, ";" | ".") {
            break;
        }
    }
    let closes = |word: usize| {
        let form = reading.form(word);
        word >= to
            || matches!(form, "." | "," | ";" | ":" | "\"")
            || reading.any(word, Day.bit() | Hearer.bit() | Pronoun.bit())
            || matches!(form, "in" | "on" | "at" | "to" | "during")
    };
    let spoken_before =
        (at.saturating_sub(REACH + 1).max(from)..at).any(|word| reading.voice(word) == Voice::Statement);
    if spoken_before && closes(end) {
        return true;
    }
    // "“…,” claimed union leader X": the verb stands right behind what is quoted.
    let quoted_before =
        (at.saturating_sub(2).max(from)..at).any(|word| matches!(reading.form(word), "\"" | "\u{201d}"));
    if spoken_before && quoted_before {
        return true;
    }
    // "which X alleges was …"; "claimed they concerned floors": the subject of what is reported may be nothing else.
    let subject_alone = matches!(reading.form(end), "he" | "she" | "they" | "we" | "there") && reading.is_word(end + 1);
    if end < to && (reading.any(end, Be.bit() | Have.bit()) && end > at && !reading.is(at, Be) || subject_alone) {
        return true;
    }
    // "…, X claimed."
    let comma = (at.saturating_sub(2 * REACH).max(from + 3)..at).any(|word| reading.form(word) == ",");
    if comma && (end >= to || matches!(reading.form(end), "." | ",")) && at > from + REACH {
        return true;
    }
    // "X claimed the army was …": a subject, and a verb soon after it.
    let mut subject = end;
    while reading.any(subject, Day.bit() | Adverb.bit() | Hearer.bit()) && subject < to.min(end + REACH) {
        subject += 1;
    }
    let opening = Determiner.bit() | Pronoun.bit() | Quantity.bit() | Number.bit();
    let begins = reading.any(subject, opening) || reading.is_capital(subject) || reading.is_figure(subject);
    tells_without_that(reading, subject, begins, to)
        // "claimed police fired first": they are no hearers.
        || end < subject && tells_without_that(reading, end, false, to)
        || begins
            && (subject + 1..to.min(subject + CLAUSE))
                .take_while(|word| !reading.is_sign(*word) && !reading.is(*word, Relative))
                .any(|word| reading.any(word, Be.bit() | Have.bit() | Modal.bit()))
}
