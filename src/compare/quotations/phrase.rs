//! Noun phrases that may name a speaker, read from their last word back or from their first word on: a name, an office, a body, a
//! collective, a pronoun. Tells words apart by the small classes of `grammar.txt` and by capitals; knows no verb and decides nothing about
//! who speaks.

use super::{
    attribution::Finder,
    facts::{Facts, PARTICLES, is_brand},
    speaker::{Speaker, SpeakerKind},
};
use crate::{
    lexicon::{SetBits, WordSet},
    text::token::Token,
};

/// Tokens that name somebody: `the Iranian foreign minister`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The first token and the one after the last, complements included: `a spokesman for the ministry`.
    pub from: usize,
    pub to: usize,
    /// The word that the phrase is about: `spokesman`.
    pub head: usize,
    pub kind: Kind,
    /// Whether a preposition governs it, so that it cannot be a subject.
    pub governed: bool,
}

/// What a noun phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name from this token to the one after it: `Anna Keller`.
    Name(usize, usize),
    /// An office, a body, a collective, a trade or kin: its head is listed.
    Head,
    /// Any other noun: `the letter`, `a plumber`.
    Other,
    /// Two that are one subject, and whether both are names: `Keller and Steiner`, `Keller and her lawyer`.
    Both(bool),
    /// `he`, `she`, `they`.
    Pronoun,
}

pub(super) const SMALL: SetBits = {
    let (mut bits, mut at) = (0, 0);
    while at < WordSet::SMALL.len() {
        bits |= 1 << WordSet::SMALL[at] as u32;
        at += 1;
    }
    bits
};
pub(super) const COUNTS: SetBits = 1 << WordSet::Quantity as u32 | 1 << WordSet::Number as u32;
const HEADS: SetBits = 1 << WordSet::Office as u32
    | 1 << WordSet::Speaker as u32
    | 1 << WordSet::Institution as u32
    | 1 << WordSet::Trade as u32;
const VERBS: SetBits = 1 << WordSet::Inverting as u32 | 1 << WordSet::Saying as u32;

impl Finder<'_> {
    pub(super) fn is(&self, token: &Token, set: WordSet) -> bool {
        self.words.is(token.word, set)
    }

    /// Whether the token `at` is of one of `sets`.
    pub(super) fn any(&self, at: usize, sets: SetBits) -> bool {
        self.reading.article.tokens.get(at).is_some_and(|token| self.words.any(token.word, sets))
    }

    pub(super) fn raw(&self, at: usize) -> &str {
        self.reading.article.tokens.get(at).map_or("", |token| self.reading.raw(token))
    }

    pub(super) fn form(&self, at: usize) -> &str {
        self.reading.article.tokens.get(at).map_or("", |token| self.reading.form(token))
    }

    pub(super) fn facts(&self, at: usize) -> Facts {
        self.facts.get(at).copied().unwrap_or_default()
    }

    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.facts(at).has(Facts::QUOTED)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.facts(at).has(Facts::WORD)
    }

    fn is_figure(&self, at: usize) -> bool {
        self.facts(at).has(Facts::FIGURE)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.facts(at).has(Facts::CAPITAL)
    }

    pub(super) fn is_name(&self, at: usize) -> bool {
        self.facts(at).has(Facts::NAME) || self.is_small_name(at)
    }

    /// Whether a small word is a name by its capital behind a name or a title: "Theresa May", "Mr Will".
    pub(super) fn is_small_name(&self, at: usize) -> bool {
        const TITLES: SetBits = 1 << WordSet::Office as u32 | 1 << WordSet::Trade as u32;
        let modal = self.is_capital(at) && self.any(at, WordSet::Modal.bit()) && !self.begins_sentence(at);
        let Some(before) = at.checked_sub(1).filter(|_| modal) else { return false };
        let before = if self.raw(before) == "." { before.saturating_sub(1) } else { before };
        self.is_capital(before) && (self.facts(before).has(Facts::NAME) || self.any(before, TITLES))
    }

    /// Whether the token is a word that may be part of a noun phrase.
    pub(super) fn is_content(&self, at: usize) -> bool {
        self.is_word(at) && (!self.any(at, SMALL) || self.is_small_name(at))
    }

    pub(super) fn is_head(&self, at: usize) -> bool {
        self.is_word(at) && self.any(at, HEADS)
    }

    pub(super) fn is_possessive(&self, at: usize) -> bool {
        let raw = self.raw(at);
        raw.ends_with("'s") || raw.ends_with("\u{2019}s") || (matches!(raw, "'" | "\u{2019}") && self.touches(at))
    }

    /// Whether no space stands before the token.
    fn touches(&self, at: usize) -> bool {
        let tokens = &self.reading.article.tokens;
        at.checked_sub(1).is_some_and(|before| tokens[before].span.end == tokens[at].span.start)
    }

    fn is_particle(&self, at: usize) -> bool {
        PARTICLES.contains(&self.form(at))
    }

    /// Whether the full stop at `at` is that of an initial or of a title: "John F. Hill", "Prof. Shaw".
    fn abbreviates(&self, at: usize) -> bool {
        at > 0
            && self.raw(at) == "."
            && self.touches(at)
            && self.is_capital(at + 1)
            && (self.raw(at - 1).chars().count() == 1 || self.any(at - 1, WordSet::Office.bit() | WordSet::Trade.bit()))
    }

    /// Whether "of" or "for" at `at` stands inside the name of a body: "Ministry of Defence".
    fn binds(&self, at: usize) -> bool {
        at > 0
            && matches!(self.form(at), "of" | "for")
            && self.is_capital(at - 1)
            && self.any(at - 1, WordSet::Institution.bit())
            && self.is_name(at + 1)
    }

    /// Whether `at` is part of a name that goes on at the token after it.
    fn in_name(&self, at: usize) -> bool {
        !self.is_quoted(at)
            && ((self.is_name(at) && !self.is_possessive(at))
                || (self.is_particle(at) && (self.is_name(at + 1) || self.is_particle(at + 1)))
                || self.abbreviates(at)
                || self.binds(at)
                || self.raw(at) == "&")
    }

    /// Whether `at` belongs to a noun phrase that goes on at the token after it.
    fn joins(&self, at: usize) -> bool {
        if self.is_quoted(at) {
            return false;
        }
        let verb = self.any(at, VERBS) && !self.is_capital(at);
        let adverb = self.form(at).ends_with("ly") && !self.is_capital(at) && !self.is_head(at);
        (self.is_content(at) && !verb && !adverb)
            || self.any(at, COUNTS)
            || self.in_name(at)
            || self.is_possessive(at)
            || (matches!(self.raw(at), "-" | "\u{2010}" | "\u{2011}") && self.touches(at) && self.touches(at + 1))
            || self.is_figure(at)
    }

    pub(super) fn is_determiner(&self, at: usize) -> bool {
        self.any(at, WordSet::Determiner.bit()) && self.form(at) != "that" && !self.is_quoted(at)
    }

    /// `he`, `she`, `they` and their objects.
    pub(super) fn pronoun(&self, at: usize) -> Option<Phrase> {
        let speaks = matches!(self.form(at), "he" | "she" | "they" | "him" | "her" | "them") && !self.is_quoted(at);
        speaks.then_some(Phrase { from: at, to: at + 1, head: at, kind: Kind::Pronoun, governed: false })
    }

    /// The phrase whose last token is `last`; it begins at `start` or after.
    pub(super) fn phrase_back(&self, last: usize, start: usize) -> Option<Phrase> {
        if last < start || self.is_quoted(last) {
            return None;
        }
        if let Some(pronoun) = self.pronoun(last) {
            return Some(pronoun);
        }
        let ends = self.is_content(last) || (self.is_possessive(last) && last > start);
        if !ends || (self.any(last, VERBS) && !self.is_capital(last)) {
            return None;
        }
        let mut from = last;
        while from > start && self.joins(from - 1) && !self.is_figure(from) {
            from -= 1;
        }
        if from > start && self.is_determiner(from - 1) {
            from -= 1;
        }
        Some(self.phrase(from, last + 1))
    }

    /// The phrase whose first token is `from`; it ends at `limit` or before.
    pub(super) fn phrase_on(&self, from: usize, limit: usize) -> Option<Phrase> {
        if from >= limit || self.is_quoted(from) {
            return None;
        }
        if let Some(pronoun) = self.pronoun(from).filter(|_| !matches!(self.form(from), "her") || !self.joins(from + 1))
        {
            return Some(pronoun);
        }
        let first = from + usize::from(self.is_determiner(from));
        let mut to = first;
        let mut head = None;
        let mut named = false;
        while to < limit && (self.joins(to) || head.is_none() && !named && to > first && self.is_report(to)) {
            let sign = !self.is_word(to);
            let name = self.in_name(to) || self.is_name(to) || (sign && !self.is_possessive(to));
            let noun = !name && self.is_word(to) && !self.any(to, COUNTS);
            // "the mayor left", "Keller standing by the door"
            if noun && head.is_some() && self.may_be_verb(to) && !self.heads(to, limit) {
                break;
            }
            if noun && named && first == from && !self.is_possessive(to - 1) && !self.heads(to, limit) {
                break;
            }
            named = named && (name || self.is_possessive(to - 1)) || (name && self.is_word(to));
            if self.is_head(to) && !self.is_possessive(to) && !self.is_possessive(to + 1) {
                head = Some(to);
            }
            to += 1;
        }
        while to > first && !self.is_word(to - 1) && !self.is_possessive(to - 1) {
            to -= 1;
        }
        (to > first).then(|| self.phrase(from, to))
    }

    /// Whether the word at `last` is a verb with its subject before it, and no noun: "the head of the service denied", not "the injured".
    pub(super) fn is_verb_behind_noun(&self, last: usize) -> bool {
        const VERBS: SetBits =
            1 << WordSet::Participle as u32 | 1 << WordSet::PlainVerb as u32 | 1 << WordSet::Past as u32;
        let noun = self.is_head(last) || self.is_capital(last) || !self.is_word(last);
        let verb = !noun && (self.form(last).ends_with("ed") || self.any(last, VERBS));
        verb && last > 0 && self.is_content(last - 1) && !self.begins_sentence(last)
    }

    /// Whether "reports" or "claims" at `at` is the noun of a phrase that nothing but an adjective has begun: "published reports".
    fn is_report(&self, at: usize) -> bool {
        self.any(at, VERBS)
            && self.is_word(at)
            && !self.is_quoted(at)
            && self.form(at).ends_with('s')
            && !self.is_capital(at - 1)
            && self.closes(at + 1, self.limit(at))
    }

    /// Whether a word after a listed head is rather a verb than the end of a compound: "the mayor left", not "court documents".
    fn may_be_verb(&self, at: usize) -> bool {
        const VERBS: SetBits = 1 << WordSet::Participle as u32 | 1 << WordSet::PlainVerb as u32;
        let form = self.form(at);
        !self.is_head(at) && (!form.ends_with('s') || form.ends_with("ss") || self.any(at, VERBS))
    }

    /// Whether a listed head follows in the same run of words: "Iran foreign ministry spokesman".
    fn heads(&self, at: usize, limit: usize) -> bool {
        (at..limit.min(at + 5)).take_while(|next| self.joins(*next)).any(|next| self.is_head(next))
    }

    fn phrase(&self, from: usize, to: usize) -> Phrase {
        let last = to - 1;
        let core = (from..last).rev().find(|at| self.is_possessive(*at)).map_or(from, |at| at + 1);
        let of = |head, kind| Phrase { from, to, head, kind, governed: false };
        let listed = || (core..to).rev().find(|at| self.is_head(*at) && !self.is_possessive(*at));
        if !self.is_name(last) {
            return listed().map_or_else(|| of(last, Kind::Other), |head| of(head, Kind::Head));
        }
        let mut first = last;
        while first > core && self.in_name(first - 1) {
            first -= 1;
        }
        // Offices and ranks that are written with a capital are part of the run, and not of the name.
        let title = |at: &usize| self.any(*at, WordSet::Office.bit() | WordSet::Trade.bit());
        if title(&last) {
            return of(last, Kind::Head);
        }
        let start = (first..last).rev().find(title).map_or(first, |at| at + 1);
        let start = start + usize::from(self.raw(start) == ".");
        // The first word of a sentence has a capital anyway: "Police said".
        let begins = start == last && self.begins_sentence(from) && from == first;
        if begins && self.is_head(last) {
            return of(last, Kind::Head);
        }
        of(last, Kind::Name(start, to))
    }

    pub(super) fn begins_sentence(&self, at: usize) -> bool {
        let sentence = self.reading.article.sentence(self.reading.sentence_of[at]);
        at == sentence.tokens.start as usize || (at > 0 && self.is_quoted(at - 1))
    }

    /// Whether a clause may begin at `at`: at the head of a sentence, after a sign, a quotation or a conjunction.
    pub(super) fn begins_clause(&self, at: usize) -> bool {
        at == 0
            || self.begins_sentence(at)
            || matches!(self.raw(at - 1), "," | ";" | ":" | "(" | "\u{2014}" | "\u{2013}" | "-")
            || self.any(at - 1, WordSet::Conjunction.bit())
    }

    /// Whether the phrase is that of an outlet with its name before it: "the ANSA news agency"; what a capital alone begins may be a country.
    fn is_named_outlet(&self, phrase: &Phrase) -> bool {
        let letters = |raw: &str| raw.len() > 2 && raw.bytes().all(|byte| byte.is_ascii_uppercase());
        matches!(self.form(phrase.head), "agency" | "newspaper" | "broadcaster")
            && (phrase.from..phrase.head).any(|at| letters(self.raw(at)) || is_brand(self.raw(at)))
    }

    /// The speaker that `phrase` is.
    pub(super) fn speaker(&self, phrase: &Phrase) -> Speaker {
        let tokens = &self.reading.article.tokens;
        let text = &self.reading.article.text;
        let span = |from: usize, to: usize| tokens[from].span.join(tokens[to - 1].span);
        match phrase.kind {
            Kind::Name(from, to) => {
                let span = span(from, to);
                Speaker { span, name: Some(span.of(text).to_owned()), kind: SpeakerKind::Named }
            }
            Kind::Pronoun => Speaker { span: span(phrase.from, phrase.to), name: None, kind: SpeakerKind::Pronoun },
            Kind::Both(named) => {
                let kind = if named { SpeakerKind::Named } else { SpeakerKind::Unnamed };
                Speaker { span: span(phrase.from, phrase.to), name: None, kind }
            }
            Kind::Head | Kind::Other => {
                let indefinite =
                    matches!(self.form(phrase.from), "a" | "an" | "another" | "some") || self.any(phrase.from, COUNTS);
                let kind = if self.is_named_outlet(phrase) {
                    SpeakerKind::Named
                } else if self.any(phrase.head, WordSet::Institution.bit()) {
                    SpeakerKind::Institution
                } else if self.any(phrase.head, WordSet::Speaker.bit())
                    || phrase.kind == Kind::Other
                    || indefinite && !self.any(phrase.head, WordSet::Office.bit())
                {
                    SpeakerKind::Unnamed
                } else {
                    SpeakerKind::Office
                };
                Speaker { span: span(phrase.from, phrase.to), name: None, kind }
            }
        }
    }
}

impl Phrase {
    /// Whether it names somebody for certain, and is not any noun.
    pub(super) fn is_sure(&self) -> bool {
        self.kind != Kind::Other
    }
}
