//! Verbs of saying with their auxiliaries, and the subject before or after them.

use super::{Finder, PRONOUN, phrase::Phrase};
use crate::{
    compare::quotations::{
        attribution::Attribution,
        speaker::{Speaker, SpeakerKind},
    },
    lexicon::{Speech, SpeechBits},
};

/// How far before its participle an auxiliary may stand, in tokens: "hat die Ministerin am Montag in Kiel gesagt".
const FRAME: usize = 14;
/// What stands between a verb and its subject and is neither.
const BETWEEN: SpeechBits = Speech::Adverb.bit() | Speech::Negation.bit() | Speech::Clitic.bit();

/// A verb of saying with all that belongs to it, as tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    /// Its first token, auxiliaries and what leans on it included, and the one after its last.
    pub from: usize,
    pub to: usize,
    /// The word that says.
    pub at: usize,
    /// Where a subject may begin that follows.
    pub subject: usize,
    pub denied: bool,
}

impl Finder<'_> {
    /// The verb whose word that says is at `at`; none where it is a noun, or a participle without an auxiliary.
    pub(super) fn verb(&self, at: usize, phrase: Option<usize>) -> Option<Verb> {
        use Speech::{Auxiliary, Binder, Determiner, Indefinite, Said, Say};
        let (start, _) = self.around(at);
        let to = at + phrase.unwrap_or(1);
        let before = |at: usize| at.checked_sub(1).filter(|before| *before >= start);
        let noun = before(at).is_some_and(|before| {
            self.any(before, Determiner.bit() | Indefinite.bit() | Binder.bit())
                && !self.any(before, Speech::Clitic.bit() | Auxiliary.bit() | PRONOUN)
        });
        let prefixed = self
            .before_apostrophe(at)
            .is_some_and(|bits| bits & (Determiner.bit() | Binder.bit() | Indefinite.bit()) != 0);
        let capital = self.raw(at).chars().next().is_some_and(char::is_uppercase);
        let begins = at == start || before(at).is_some_and(|before| !self.is_word(before));
        if prefixed || capital && !begins {
            return None;
        }
        let listed = self.any(at, Say.bit() | Speech::Apart.bit()) || (phrase.is_none() && !self.any(at, Said.bit()));
        // "hat … gesagt", "a déclaré", "a-t-elle déclaré".
        let near = |reach: usize, all: bool| {
            let word = |at: &usize| all && self.is_word(*at) || self.any(*at, BETWEEN | Auxiliary.bit());
            (start..at).rev().take(reach).take_while(word).find(|at| self.any(*at, Auxiliary.bit()))
        };
        let said = self.any(at, Said.bit()) || phrase.is_some();
        let auxiliary = said
            .then(|| near(5, false).or_else(|| (self.speaking.language == "de").then(|| near(FRAME, true)).flatten()))
            .flatten();
        if auxiliary.is_none() && (!listed || noun) {
            return None;
        }
        let mut from = auxiliary.unwrap_or(at);
        let mut denied = (from..at).any(|at| self.any(at, Speech::Negation.bit()));
        while let Some(last) = before(from).filter(|last| {
            self.any(*last, BETWEEN | Auxiliary.bit()) && !self.any(*last, Determiner.bit() | Speech::Conjunction.bit())
        }) {
            denied |= self.any(last, Speech::Negation.bit());
            from = last;
        }
        denied |= (to..to + 2).any(|at| self.any(at, Speech::Negation.bit()));
        let framed = auxiliary.filter(|auxiliary| self.speaking.language == "de" && auxiliary + 1 < at);
        Some(Verb { from, to, at, subject: framed.map_or(to, |auxiliary| auxiliary + 1), denied })
    }

    /// What `verb` says, and by whom.
    pub(super) fn said(&self, verb: Verb) -> Option<Attribution> {
        let (start, _) = self.around(verb.at);
        let parted = verb.from.checked_sub(1).filter(|before| *before >= start || self.is_handed(verb.from));
        let comma = parted.is_some_and(|before| matches!(self.raw(before), "," | "\u{2014}" | "\u{2013}"));
        let handed = self.is_handed(verb.from);
        // "a-t-elle déclaré", "dit-il".
        if let Some(pronoun) = (verb.from..verb.to)
            .find(|at| self.any(*at, Speech::Nobody.bit() | PRONOUN) && self.form(*at).contains('-'))
        {
            let phrase = self.pronoun(pronoun).filter(|_| handed || comma)?;
            return Some(self.attribution(&verb, &phrase, true, true));
        }
        let follows = || {
            let skip = (verb.subject..verb.subject + 3)
                .find(|at| !self.any(*at, BETWEEN) || self.any(*at, Speech::Determiner.bit() | PRONOUN))?;
            let phrase = self.chain(skip)?;
            let framed = verb.subject < verb.at;
            let fits = phrase.sure || phrase.definite || phrase.indefinite;
            (fits && (framed || self.closes(phrase.to))).then_some(phrase)
        };
        // "Le préfet de l'Aude, Luc Ferrand, a demandé": the comma ends an apposition.
        let outside = self.inside(verb.at).is_none();
        if comma
            && !handed
            && outside
            && let Some(phrase) = self.subject_before(verb.from)
        {
            return Some(self.attribution(&verb, &phrase, false, true));
        }
        if (handed || comma)
            && let Some(phrase) = follows()
        {
            return Some(self.attribution(&verb, &phrase, true, true));
        }
        // In a quotation only what interrupts it is the writer's.
        if !outside {
            return None;
        }
        let told = |from: usize| {
            let before = from.checked_sub(1).filter(|before| *before >= start);
            before.is_some_and(|before| self.any(before, Speech::As.bit()))
        };
        if let Some(phrase) = self.subject_before(verb.from) {
            return Some(self.attribution(&verb, &phrase, told(phrase.from), true));
        }
        if let Some(phrase) = follows().filter(|phrase| phrase.sure) {
            return Some(self.attribution(&verb, &phrase, verb.from == start || told(verb.from), true));
        }
        if let Some(phrase) = self.bare_before(start, &verb) {
            return Some(self.attribution(&verb, &phrase, false, true));
        }
        // In languages that need no pronoun the speaker goes on.
        let silent = matches!(self.speaking.language, "es" | "it" | "pt") && handed && self.closes(verb.to);
        silent.then(|| {
            let span = self.reading.article.tokens[verb.at].span;
            let speaker = Speaker { span, name: None, kind: SpeakerKind::Pronoun };
            let phrase = Phrase::of_pronoun(verb.at, speaker);
            self.attribution(&verb, &phrase, true, true)
        })
    }

    /// The subject that ends before the token `end`, where its clause begins with it.
    pub(super) fn subject_before(&self, end: usize) -> Option<Phrase> {
        use Speech::{As, Conjunction, That};
        let last = end.checked_sub(1)?;
        let (start, _) = self.around(last);
        let begins = |at: &usize| {
            *at == start
                || !self.is_word(*at - 1) && !matches!(self.raw(*at - 1), "." | "-" | "'")
                || self.any(*at - 1, Conjunction.bit() | As.bit() | That.bit())
        };
        (start..end).filter(begins).find_map(|at| {
            let phrase = self.chain(at).filter(|phrase| phrase.sure || phrase.definite || phrase.indefinite)?;
            self.reaches(&phrase, end).then_some(phrase)
        })
    }

    /// A word without an article that begins the sentence, directly before the verb: a name before a verb of one ("Weber sagte"), else several
    /// ("Umweltschützer kritisierten").
    fn bare_before(&self, start: usize, verb: &Verb) -> Option<Phrase> {
        let phrase = self.chain(start).filter(|phrase| phrase.from + 1 == verb.from && phrase.to == verb.from)?;
        let finite = self.form(verb.from);
        let plural = match self.speaking.language {
            "de" => finite.ends_with("en"),
            "fr" => finite.ends_with("nt"),
            "it" => finite.ends_with("no"),
            "pt" => finite.ends_with('m'),
            _ => finite.ends_with('n'),
        };
        let mut speaker = phrase.speaker.clone();
        if !plural && self.is_first_name(start) {
            speaker.name = Some(speaker.span.of(&self.reading.article.text).to_owned());
            speaker.kind = SpeakerKind::Named;
        }
        Some(Phrase { speaker, sure: true, ..phrase })
    }

    /// Whether nothing but a parenthesis stands between a phrase and `end`: "Steiner (FDP)", "Weber, die seit Mai im Amt ist,".
    fn reaches(&self, phrase: &Phrase, end: usize) -> bool {
        let mut to = phrase.to;
        if self.raw(to) == "(" {
            to = (to..end).find(|at| self.raw(*at) == ")").map_or(to, |close| close + 1);
        }
        // "Le patron du syndicat, Philippe Maret, dénonce"; not "Macron, a annoncé l'Élysée, se rendra".
        let name = self.reading.token_at(phrase.speaker.span.start);
        let apposed = name > phrase.from && self.raw(name - 1) == ",";
        let parenthesis = || {
            to + usize::from(!apposed) < end
                && self.raw(to) == ","
                && self.raw(end - 1) == ","
                && !(to..end).any(|at| self.any(at, Speech::Say.bit() | Speech::Said.bit()))
        };
        to == end || parenthesis()
    }
}
