//! Whether a listed word stands in a text in the meaning that the list means: a verb of reporting and not a noun, an adjective
//! and not a part of a name.

use super::{
    literal::{counted, is_literal},
    reading::{Reading, Voice},
};
use crate::lexicon::{
    Class, Entry, Form, ListKind, Sense,
    WordSet::{
        Adverb, Be, Conjunction, Day, Determiner, Feeling, Have, Hearer, Modal, Negation, Number, Participle, Past,
        Preposition, Pronoun, Quantity, Relative, Slant,
    },
};

/// Whether `entry`, found from `at` to `end` in `form`, is meant there. `sentence`: the range of the sentence's tokens.
pub fn fits(
    reading: &Reading<'_>,
    entry: &Entry,
    form: Form,
    at: usize,
    end: usize,
    sentence: (usize, usize),
    title_case: bool,
) -> bool {
    let single = end == at + 1;
    if single && !title_case && in_a_name(reading, at, end, sentence) {
        return false;
    }
    if in_a_compound(reading, at, end, single) {
        return false;
    }
    if entry.group.class == Class::Adjective && single && acts(reading, at, end) {
        return false;
    }
    if entry.group.class == Class::Verb && !is_verb(reading, form, at, end, sentence) {
        return false;
    }
    // "insisted on Monday": the preposition is of the day.
    if !single && reading.is(end - 1, Preposition) && reading.is(end, Day) {
        return false;
    }
    let loose = entry.kind != ListKind::Attribution && single && !title_case;
    if loose && entry.group.class == Class::Verb && form == Form::Listed && !has_subject(reading, at, sentence) {
        return false;
    }
    // "just before noon", "all but two": no weight is put on it.
    let idle = match reading.form(at) {
        "just" if single => reading.is(end, Preposition) || matches!(reading.form(end), "before" | "after" | "about"),
        "all" => reading.form(at + 1) == "but" && counted(reading, end),
        // "only by", "only if": a condition, and no judgement.
        "only" if single => {
            matches!(reading.form(end), "by" | "if" | "in" | "to" | "for" | "at" | "on" | "with" | "from")
        }
        // "as much as 48 hours", "cost as much as Reed"
        "as" => reading.form(end - 1) == "as" && (counted(reading, end) || reading.is_capital(end)),
        _ => false,
    };
    // "consumed by 13%", "the worst in 81 years"; "perhaps 3 million": no more than about.
    let figure = reading.is_figure(end) && matches!(reading.form(end - 1), "by" | "in")
        || entry.kind == ListKind::Hedge && single && counted(reading, end);
    if idle || figure || is_literal(reading, entry, at, end, title_case) {
        return false;
    }
    match entry.kind {
        ListKind::Attribution => {
            let passive = form == Form::Ed && be_before(reading, at, sentence);
            let stance = !passive || entry.group.strength == 3;
            // "did not reveal": nothing is reported.
            let denied = entry.group.sense == Sense::Endorsement && at > sentence.0 && reading.is(at - 1, Negation);
            // "Screaming guests ran": a participle at the head that describes a noun.
            let describes = form == Form::Ing
                && at == sentence.0
                && reading.is_word(end)
                && !reading.any(end, Determiner.bit() | Pronoun.bit() | Preposition.bit() | Relative.bit())
                && reading.form(end) != "that";
            // "no loss to deplore."
            let infinitive =
                form == Form::Listed && at > sentence.0 && reading.form(at - 1) == "to" && reading.is_sign(end);
            let infinitive = infinitive && reading.form(end) == ".";
            // "left fuming"; "rejected 40 claims": nobody speaks.
            let state = form == Form::Ing && at > sentence.0 && matches!(reading.form(at - 1), "left" | "leaves");
            let counted = single && !entry.group.strict && counted(reading, end);
            // "would challenge it in court": nobody has yet spoken.
            let to_come = form == Form::Listed && at > sentence.0 && matches!(reading.form(at - 1), "will" | "would");
            let to_come = to_come && !reports(reading, at, end, sentence);
            // "found that maintaining a diet is hard": a noun.
            let gerund = form == Form::Ing && at > sentence.0 && reading.form(at - 1) == "that";
            // "the European champions", "broke into cheers as": a noun in the plural, with no object and nothing reported.
            let bare = single
                && form == Form::S
                && (end >= sentence.1
                    || reading.is_sign(end)
                    || reading.is(end, Preposition)
                    || reading.form(end) == "as")
                && !reports(reading, at, end, sentence);
            stance
                && !bare
                && !state
                && !counted
                && !to_come
                && !infinitive
                && !gerund
                && !denied
                && !describes
                && !noun_follows_participle(reading, form, at, end)
                && (!entry.group.strict || reports(reading, at, end, sentence))
        }
        // "faces no charges"
        // "not one officer has been" begins with it.
        ListKind::Background => {
            // "passengers who made it to land": who they are, and nothing besides; "that claimed 12 lives"
            let relative = matches!(reading.form(at), "who" | "which" | "whose" | "that");
            let bound = matches!(reading.form(end), "at" | "more" | "some" | "about" | "nearly" | "almost" | "up");
            let tolled = || counted(reading, end) || bound && (end + 1..end + 3).any(|next| counted(reading, next));
            let set_off = at > sentence.0 && reading.is_sign(at - 1);
            let before = reading.form(at.saturating_sub(1));
            // "a court whose judges", but "those whose jobs", "guests whose flights"
            let of_one =
                reading.form(at) == "whose" && !before.ends_with('s') && before != "those" && before != "people";
            let slanted = (at + 1..end).any(|inside| reading.is(inside, Slant));
            let mild = entry.group.strength < 2 || reading.form(at) == "whose";
            let says_which = relative && mild && !set_off && !of_one && !slanted;
            // "with Strelsau Rising": a name.
            let named = reading.form(at) == "with" && (at + 1..end).all(|inside| reading.is_capital(inside));
            !(says_which
                || named
                || relative && tolled()
                || (at + 1..end).any(|inside| reading.form(inside) == "no" || reading.is(inside, Negation)))
        }
        // "is worried": what somebody says of himself.
        ListKind::Evaluation if reading.is(at, Feeling) => !(single && be_before(reading, at, sentence)),
        // "what they call", but "the film in which he portrayed a king".
        ListKind::Hedge => {
            let governed = at > sentence.0 && reading.is(at - 1, Preposition);
            !(governed && reading.form(at) == "which")
        }
        // "the Ruritanian regime", "Strelsau's regime": a label only with the name that it is put to.
        ListKind::Naming if entry.group.strict => {
            at > sentence.0 && reading.is_capital(at - 1) && !reading.is(at - 1, Determiner)
        }
        // "observers from the African Union", "analysts at Bank X": it is said whose.
        ListKind::Source => {
            // "Reed's relatives", "his doctors": it is said whose.
            let before = reading.form(at.saturating_sub(1));
            let owned = at > sentence.0
                && (before.ends_with("'s") || matches!(before, "his" | "her" | "their" | "its" | "my" | "our"));
            !owned
                && !is_told(reading, at, sentence)
                && !(at + 1..=end).any(|inside| {
                    let named = |next: usize| reading.is_capital(next);
                    let belongs = matches!(reading.form(inside), "from" | "at" | "with");
                    belongs && (named(inside + 1) || reading.is(inside + 1, Determiner) && named(inside + 2))
                })
        }
        _ => true,
    }
}

/// `to quake`, `prices quake`: whether the bare form of a verb has its helper or a subject in the plural before it. `the Strelsau quake`
/// has not.
fn has_subject(reading: &Reading<'_>, at: usize, (from, _): (usize, usize)) -> bool {
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

/// `told analysts on a call`: a hearer is no source.
fn is_told(reading: &Reading<'_>, at: usize, (from, _): (usize, usize)) -> bool {
    at > from
        && matches!(reading.form(at - 1), "told" | "tell" | "tells" | "telling" | "asked" | "warned" | "reassured")
}

/// Whether the entry is a label that counts only after a name, which then belongs to the cue.
pub fn is_label_after_name(entry: &Entry) -> bool {
    entry.kind == ListKind::Naming && entry.group.strict
}

/// A capital letter inside the sentence, or at its head with another after it: part of a name. Phrases of several words and words
/// with a hyphen are themselves whatever their letters: "Jewish state", "U.S.-led".
fn in_a_name(reading: &Reading<'_>, at: usize, end: usize, (from, _): (usize, usize)) -> bool {
    if reading.form(at).contains('-') {
        return false;
    }
    if at == from {
        return reading.is_capital(end) && reading.raw(at).len() < 6;
    }
    let after_quote = at == from + 1 && reading.form(from) == "\"";
    reading.is_capital(at) && !after_quote
}

/// `high-risk`, `self-made`: a listed word that is only half of a word with a hyphen.
fn in_a_compound(reading: &Reading<'_>, at: usize, end: usize, single: bool) -> bool {
    let joined = |left: usize, right: usize| match (reading.token(left), reading.token(right)) {
        (Some(a), Some(b)) => a.span.end == b.span.start,
        _ => false,
    };
    let before = at >= 2 && reading.form(at - 1) == "-" && joined(at - 1, at) && joined(at - 2, at - 1);
    let after = reading.form(end) == "-" && joined(end - 1, end) && joined(end, end + 1);
    single && (before || after)
}

/// Whether the word at `at` is a verb and no noun or adjective.
fn is_verb(reading: &Reading<'_>, form: Form, at: usize, end: usize, (from, to): (usize, usize)) -> bool {
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
fn acts(reading: &Reading<'_>, at: usize, end: usize) -> bool {
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

fn be_before(reading: &Reading<'_>, at: usize, (from, _): (usize, usize)) -> bool {
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
fn noun_follows_participle(reading: &Reading<'_>, form: Form, at: usize, end: usize) -> bool {
    form == Form::Ed
        && end == at + 1
        && at > 0
        && reading.any(at - 1, Determiner.bit() | Preposition.bit() | Quantity.bit())
}

/// How far a reported clause or quotation may begin after the verb, in tokens.
const REACH: usize = 6;
/// How far into a clause without "that" its verb is looked for, in tokens.
const CLAUSE: usize = 9;

/// Whether something is reported by the verb at `at`: a clause with "that", a quotation after it, a quotation or clause before it
/// that it closes, or a clause of its own.
pub fn reports(reading: &Reading<'_>, at: usize, end: usize, (from, to): (usize, usize)) -> bool {
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
    begins
        && (subject + 1..to.min(subject + CLAUSE))
            .take_while(|word| !reading.is_sign(*word) && !reading.is(*word, Relative))
            .any(|word| reading.any(word, Be.bit() | Have.bit() | Modal.bit()))
}
