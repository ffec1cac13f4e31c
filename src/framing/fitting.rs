//! Whether a listed word stands in a text in the meaning that the list means: a verb of reporting and not a noun, an adjective
//! and not a part of a name.

use super::{
    literal::{counted, is_literal},
    reading::Reading,
    verbs::{acts, be_before, has_subject, is_verb, noun_follows_participle, reports},
};
use crate::lexicon::{
    Class, Entry, Form, ListKind, Sense,
    WordSet::{Adverb, Be, Day, Determiner, Feeling, Have, Negation, Preposition, Pronoun, Relative, Slant},
};

/// A listed word in a text.
struct Here<'a, 'r> {
    reading: &'a Reading<'r>,
    entry: &'a Entry,
    form: Form,
    /// Its tokens, from `at` to before `end`, and those of its sentence.
    at: usize,
    end: usize,
    sentence: (usize, usize),
    title_case: bool,
}

/// So many tokens before a verb may say that it was not done: `had not yet been`.
const REFUSED: usize = 4;

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
    let here = Here { reading, entry, form, at, end, sentence, title_case };
    here.is_of_its_class()
        && !here.is_idle()
        && !is_literal(reading, entry, at, end, title_case)
        && match entry.kind {
            ListKind::Attribution => here.takes_a_stance(),
            ListKind::Background => here.is_set_beside(),
            // "is worried": what somebody says of himself.
            ListKind::Evaluation if reading.is(at, Feeling) => !(here.is_single() && be_before(reading, at, sentence)),
            // "what they call", but "the film in which he portrayed a king".
            ListKind::Hedge => {
                let governed = at > sentence.0 && reading.is(at - 1, Preposition);
                !(governed && reading.form(at) == "which")
            }
            // "the Ruritanian regime", "Strelsau's regime": a label only with the name that it is put to.
            ListKind::Naming if entry.group.strict => {
                at > sentence.0 && reading.is_capital(at - 1) && !reading.is(at - 1, Determiner)
            }
            ListKind::Source => here.is_nobodys(),
            _ => true,
        }
}

impl Here<'_, '_> {
    fn is_single(&self) -> bool {
        self.end == self.at + 1
    }

    /// Whether the word is what its class says: a verb and no noun, an adjective and no part of a name.
    fn is_of_its_class(&self) -> bool {
        let Self { reading, entry, form, at, end, sentence, title_case } = *self;
        let (single, class) = (self.is_single(), entry.group.class);
        if single && !title_case && in_a_name(reading, at, end, sentence) {
            return false;
        }
        if in_a_compound(reading, at, end, single) {
            return false;
        }
        if class == Class::Adjective && single && acts(reading, at, end) {
            return false;
        }
        if class == Class::Verb && !is_verb(reading, form, at, end, sentence) {
            return false;
        }
        // "insisted on Monday": the preposition is of the day.
        if !single && reading.is(end - 1, Preposition) && reading.is(end, Day) {
            return false;
        }
        let loose = entry.kind != ListKind::Attribution && single && !title_case;
        !(loose && class == Class::Verb && form == Form::Listed && !has_subject(reading, at, sentence))
    }

    /// Whether no weight is put on it: "just before noon", "all but two", "consumed by 13%".
    fn is_idle(&self) -> bool {
        let Self { reading, entry, at, end, .. } = *self;
        let single = self.is_single();
        let idle = match reading.form(at) {
            "just" if single => {
                reading.is(end, Preposition) || matches!(reading.form(end), "before" | "after" | "about")
            }
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
        idle || reading.is_figure(end) && matches!(reading.form(end - 1), "by" | "in")
            || entry.kind == ListKind::Hedge && single && counted(reading, end)
    }

    /// Whether a verb of reporting reports something, and takes a stance to it.
    fn takes_a_stance(&self) -> bool {
        let Self { reading, entry, form, at, end, sentence, .. } = *self;
        let first = at == sentence.0;
        let before = if first { "" } else { reading.form(at - 1) };
        let reports = || reports(reading, at, end, sentence);
        let passive = form == Form::Ed && be_before(reading, at, sentence);
        let stance = !passive || entry.group.strength == 3;
        // "did not reveal": nothing is reported.
        let denied = entry.group.sense == Sense::Endorsement && !first && reading.is(at - 1, Negation);
        // "Screaming guests ran": a participle at the head that describes a noun.
        let describes = form == Form::Ing
            && first
            && reading.is_word(end)
            && !reading.any(end, Determiner.bit() | Pronoun.bit() | Preposition.bit() | Relative.bit())
            && reading.form(end) != "that";
        // "no loss to deplore."
        let infinitive = form == Form::Listed && before == "to" && reading.is_sign(end) && reading.form(end) == ".";
        // "left fuming"; "rejected 40 claims": nobody speaks.
        let state = form == Form::Ing && matches!(before, "left" | "leaves");
        let counted = self.is_single() && !entry.group.strict && counted(reading, end) && !reports();
        // "would challenge it in court": nobody has yet spoken.
        let to_come = form == Form::Listed && matches!(before, "will" | "would") && !reports();
        // "found that maintaining a diet is hard": a noun.
        let gerund = form == Form::Ing && before == "that";
        // "the European champions", "broke into cheers as": a noun in the plural, with no object and nothing reported.
        let ends =
            end >= sentence.1 || reading.is_sign(end) || reading.is(end, Preposition) || reading.form(end) == "as";
        let bare = self.is_single() && form == Form::S && ends && !reports();
        stance
            && ![bare, state, counted, to_come, infinitive, gerund, denied, describes].contains(&true)
            && !noun_follows_participle(reading, form, at, end)
            && (!entry.group.strict || reports())
    }

    /// Whether it sets an earlier matter beside the news, and does not say who or which is meant: "passengers who made it to land", "that
    /// claimed 12 lives", "faces no charges".
    fn is_set_beside(&self) -> bool {
        let Self { reading, entry, at, end, sentence, .. } = *self;
        let relative = matches!(reading.form(at), "who" | "which" | "whose" | "that");
        let bound = matches!(reading.form(end), "at" | "more" | "some" | "about" | "nearly" | "almost" | "up");
        let tolled = || counted(reading, end) || bound && (end + 1..end + 3).any(|next| counted(reading, next));
        let set_off = at > sentence.0 && reading.is_sign(at - 1);
        let before = reading.form(at.saturating_sub(1));
        // "a court whose judges", but "those whose jobs", "guests whose flights"
        let of_one = reading.form(at) == "whose" && !before.ends_with('s') && before != "those" && before != "people";
        let slanted = (at + 1..end).any(|inside| reading.is(inside, Slant));
        let mild = entry.group.strength < 2 || reading.form(at) == "whose";
        let says_which = relative && mild && !set_off && !of_one && !slanted;
        // "with Strelsau Rising": a name.
        let named = reading.form(at) == "with" && (at + 1..end).all(|inside| reading.is_capital(inside));
        // "had not been accused of", "was never charged": it did not happen.
        let helps = Be.bit() | Have.bit() | Adverb.bit() | Negation.bit();
        let auxiliaries = || (sentence.0..at).rev().take(REFUSED).take_while(|before| reading.any(*before, helps));
        let denied = || {
            (at + 1..end).any(|inside| reading.form(inside) == "no" || reading.is(inside, Negation))
                || auxiliaries().any(|before| reading.is(before, Negation))
        };
        !(says_which || named || relative && tolled() || denied())
    }

    /// Whether a source is left without saying whose it is: not "observers from the African Union", "Reed's relatives", "his doctors".
    fn is_nobodys(&self) -> bool {
        let Self { reading, at, end, sentence, .. } = *self;
        let before = reading.form(at.saturating_sub(1));
        let owned = at > sentence.0
            && (before.ends_with("'s") || matches!(before, "his" | "her" | "their" | "its" | "my" | "our"));
        let named = |next: usize| reading.is_capital(next);
        let belongs = |inside: usize| {
            matches!(reading.form(inside), "from" | "at" | "with")
                && (named(inside + 1) || reading.is(inside + 1, Determiner) && named(inside + 2))
        };
        !owned && !is_told(reading, at, sentence) && !(at + 1..=end).any(belongs)
    }
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
