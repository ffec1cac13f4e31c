//! Who is said to say something, in languages of which only small classes of words are known (`speakers.txt`): a verb of saying with the noun phrase
//! before or after it, "laut X", "selon X". Reads less than [`super::attribution`] does of English, and leaves open what it cannot read.

mod people;
mod phrase;
mod verbs;

use self::{phrase::Phrase, verbs::Verb};
use super::{Reading, attribution::Attribution, is_told, speaker::SpeakerKind};
use crate::{
    compare::weights::Weights,
    lexicon::{Speaking, Speech, SpeechBits},
    text::token::TokenKind,
};

/// How far after its verb a particle may stand, in tokens.
const PARTICLE: usize = 25;
/// How far after its verb a clause may begin, in tokens.
const AHEAD: usize = 10;
/// How long a parenthesis may be, in tokens.
const PARENTHESIS: usize = 16;
/// How far from the verb its subject may begin, in tokens.
const REACH: usize = 32;

/// What ends the phrase that names a speaker.
const CLOSING: SpeechBits = Speech::Preposition.bit()
    | Speech::Binder.bit()
    | Speech::Conjunction.bit()
    | Speech::Relative.bit()
    | Speech::That.bit()
    | Speech::As.bit()
    | Speech::Adverb.bit()
    | Speech::Auxiliary.bit();
const NOUNS: SpeechBits = Speech::Office.bit() | Speech::People.bit() | Speech::Body.bit();
const PRONOUN: SpeechBits = Speech::Man.bit() | Speech::Woman.bit() | Speech::They.bit();

/// The attributions of the article that `reading` reads, in reading order, with the persons behind pronouns and last names.
pub(super) fn attributions(reading: &Reading, speaking: &Speaking, weights: &Weights) -> Vec<Attribution> {
    let finder = Finder { reading, speaking, weights };
    let mut found: Vec<Attribution> = Vec::new();
    let mut at = 0;
    while at < reading.article.tokens.len() {
        let attribution = finder.at(at).filter(|_| is_told(reading.article, reading.sentence_of[at]));
        at += 1;
        if let Some(attribution) = attribution {
            at = attribution.end.max(at);
            found.push(attribution);
        }
    }
    people::name(&finder, &mut found);
    found
}

/// What an attribution is looked for with.
struct Finder<'a> {
    reading: &'a Reading<'a>,
    speaking: &'a Speaking,
    weights: &'a Weights,
}

impl Finder<'_> {
    fn bits(&self, at: usize) -> SpeechBits {
        self.reading.article.tokens.get(at).map_or(0, |token| self.speaking.classes(token.word))
    }

    fn any(&self, at: usize, classes: SpeechBits) -> bool {
        self.bits(at) & classes != 0
    }

    /// Of `l'agence` the classes of `l'`.
    fn before_apostrophe(&self, at: usize) -> Option<SpeechBits> {
        self.reading.article.tokens.get(at).and_then(|token| self.speaking.before(token.word))
    }

    fn raw(&self, at: usize) -> &str {
        self.reading.article.tokens.get(at).map_or("", |token| self.reading.raw(token))
    }

    fn form(&self, at: usize) -> &str {
        self.reading.article.tokens.get(at).map_or("", |token| self.reading.form(token))
    }

    fn is_word(&self, at: usize) -> bool {
        self.reading.article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    fn inside(&self, at: usize) -> Option<u32> {
        self.reading.inside.get(at).copied().flatten()
    }

    /// The tokens of the sentence of `at`, as far as they are quoted like it.
    fn around(&self, at: usize) -> (usize, usize) {
        let range = &self.reading.article.sentence(self.reading.sentence_of[at]).tokens;
        let (start, end) = ((range.start as usize).max(at.saturating_sub(REACH)), range.end as usize);
        let same = |other: &usize| self.inside(*other) == self.inside(at);
        let from = (start..at).rev().take_while(same).last().unwrap_or(at);
        let to = (at..end).take_while(same).last().map_or(at, |last| last + 1);
        (from, to)
    }

    /// Whether a quotation that ends before `at` hands over to what follows.
    fn is_handed(&self, at: usize) -> bool {
        let Some(mut before) = at.checked_sub(1) else { return false };
        if matches!(self.raw(before), "," | "\u{2014}" | "\u{2015}" | "\u{2013}")
            && self.inside(before) == self.inside(at)
        {
            let Some(last) = before.checked_sub(1) else { return false };
            before = last;
        }
        self.inside(before).is_some() && self.inside(before) != self.inside(at)
    }

    /// The attribution whose verb, or what does its work, stands at `at`.
    fn at(&self, at: usize) -> Option<Attribution> {
        use Speech::{According, After, Apart, For, Said, Say, So};
        let bits = self.bits(at);
        let tokens = &self.reading.article.tokens;
        let is_phrase = |classes| {
            let end = |at: usize| self.reading.article.sentence(self.reading.sentence_of[at]).tokens.end as usize;
            self.speaking.phrase(tokens, at, end(at).min(at + PARTICLE), classes)
        };
        let according = || {
            let listed = (bits & According.bit() != 0).then_some(1);
            is_phrase(According.bit()).or(listed).and_then(|length| self.according(at, length))
        };
        if self.is_word(at) {
            if let Some(attribution) = according() {
                return Some(attribution);
            }
            if bits & (Say.bit() | Said.bit()) != 0 || is_phrase(Apart.bit() | Said.bit()).is_some() {
                return self.said(self.verb(at, is_phrase(Said.bit()))?);
            }
            let (from, _) = self.around(at);
            if bits & So.bit() != 0
                && self.inside(at).is_none()
                && (self.is_handed(at) || at > 0 && self.raw(at - 1) == ",")
            {
                let phrase = self.chain(at + 1).filter(|phrase| phrase.sure && self.closes(phrase.to))?;
                let verb = Verb { from: at, to: at + 1, at, subject: at + 1, denied: false };
                return Some(self.attribution(&verb, &phrase, true, !self.is_handed(at)));
            }
            // "Pour le chercheur Yves Blanc, « … »".
            if bits & For.bit() != 0 && at == from {
                let phrase =
                    self.chain(at + 1).filter(|phrase| phrase.sure && phrase.named() && self.raw(phrase.to) == ",")?;
                let aside = phrase.to..phrase.to + PARENTHESIS;
                let quoted =
                    aside.into_iter().find(|at| self.inside(at + 1).is_some()).is_some_and(|at| self.raw(at) == ",");
                let verb = Verb { from: at, to: at + 1, at, subject: at + 1, denied: false };
                return quoted.then(|| self.attribution(&verb, &phrase, false, false));
            }
            // "« … », a-t-il déploré", "“…”, ha lamentado X": whatever verb it is.
            if bits & Speech::Auxiliary.bit() != 0
                && self.is_handed(at)
                && self.is_word(at + 1)
                && self.bits(at + 1) & !(Say.bit() | Said.bit()) == 0
                && self.speaking.language != "de"
            {
                let attribution =
                    self.said(Verb { from: at, to: at + 2, at: at + 1, subject: at + 2, denied: false })?;
                return (attribution.speaker.kind != SpeakerKind::Pronoun || self.form(at).contains('-'))
                    .then_some(attribution);
            }
            // "« … », s'emporte X": whatever verb it is, before a name.
            if bits == 0 && self.is_handed(at) && !self.is_capital(at) {
                let verb = Verb { from: at, to: at + 1, at, subject: at + 1, denied: false };
                let phrase = self.chain(at + 1).filter(|phrase| phrase.named() && self.closes(phrase.to))?;
                return Some(self.attribution(&verb, &phrase, true, false));
            }
            if bits & After.bit() != 0 {
                let phrase = self.subject_before(at)?;
                let verb = Verb { from: at, to: at + 1, at, subject: at + 1, denied: false };
                return Some(self.attribution(&verb, &phrase, true, true));
            }
            return None;
        }
        // "Anna Weber: „…“"
        if self.raw(at) == ":" && self.inside(at).is_none() && self.inside(at + 1).is_some() {
            let (from, _) = self.around(at);
            let phrase = self.chain(from).filter(|phrase| phrase.sure && phrase.to == at && !phrase.pronoun())?;
            let verb = Verb { from: at, to: at + 1, at, subject: at, denied: false };
            return Some(Attribution { verb: None, ..self.attribution(&verb, &phrase, false, false) });
        }
        None
    }

    /// "Laut X", "nach Angaben von X".
    fn according(&self, at: usize, length: usize) -> Option<Attribution> {
        let mut from = at + length;
        from += usize::from(self.any(from, Speech::Binder.bit()) && !self.any(from, Speech::Determiner.bit()));
        let phrase = self.chain(from).filter(|phrase| phrase.sure || phrase.definite)?;
        // "Según dijo X": a verb follows, and no source. "Secondo me".
        let verb = Verb { from: at, to: at + length, at, subject: from, denied: false };
        let mut attribution = self.attribution(&verb, &phrase, true, true);
        let tokens = &self.reading.article.tokens;
        attribution.verb = Some(tokens[at].span.join(tokens[at + length - 1].span));
        Some(attribution)
    }

    fn attribution(&self, verb: &Verb, phrase: &Phrase, follows: bool, reports: bool) -> Attribution {
        let tokens = &self.reading.article.tokens;
        let sentence = self.reading.article.sentence(self.reading.sentence_of[verb.at]);
        let span = tokens[verb.at].span.join(tokens[verb.to.max(verb.at + 1) - 1].span);
        let limit = sentence.tokens.end as usize;
        // Behind a noun it is a relative.
        let that = |at: usize| {
            let small = at == verb.to || self.bits(at - 1) != 0 && self.bits(at - 1) & NOUNS == 0;
            let before = self.before_apostrophe(at).unwrap_or_default();
            (self.bits(at) | before) & Speech::That.bit() != 0 && (small || !self.is_word(at - 1))
        };
        // In German a comma parts what is reported from the verb.
        let german = self.speaking.language == "de";
        let ahead = limit.min(verb.to + AHEAD);
        let comma =
            |at: &usize| self.raw(*at) == "," && self.inside(*at) == self.inside(verb.at) && self.is_word(at + 1);
        let clause =
            if german { (verb.to..ahead).find(comma).map(|at| at + 1) } else { (verb.to..ahead).find(|at| that(*at)) };
        let clause = clause.filter(|_| !follows);
        // After a subject nothing but a clause is a report; before one, all that stands before.
        let before = verb.from > sentence.tokens.start as usize + 2;
        let reports = reports
            && !verb.denied
            && limit - sentence.tokens.start as usize > 4
            && (clause.is_some() || follows && (before || phrase.to < limit));
        Attribution {
            at: verb.at,
            from: verb.from.min(phrase.from),
            to: verb.to.max(phrase.to),
            end: verb.to,
            verb: Some(span),
            speaker: phrase.speaker.clone(),
            head: phrase.head,
            follows,
            reports,
            aside: false,
            clause,
            whole: span.join(tokens[verb.from].span).join(phrase.speaker.span),
        }
    }

    /// Whether a noun phrase that ends before `at` is complete there.
    fn closes(&self, at: usize) -> bool {
        let before = || at.checked_sub(1).is_some_and(|before| self.inside(before) == self.inside(at));
        !self.is_word(at) || !before() || self.any(at, CLOSING) || self.before_apostrophe(at).is_some() || {
            let sentences = &self.reading.sentence_of;
            sentences.get(at) != at.checked_sub(1).and_then(|before| sentences.get(before))
        }
    }
}
