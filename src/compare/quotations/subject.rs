//! The subject of a reporting verb: before it, over auxiliaries, appositions and relative clauses; after it, where it is inverted.

use super::{
    attribution::Finder,
    phrase::{Kind, Phrase},
};
use crate::{
    lexicon::{SetBits, WordSet},
    text::token::TokenKind,
};

/// How far from the verb its subject may begin, in tokens.
const REACH: usize = 40;
/// How long a parenthesis between subject and verb may be, in tokens.
const PARENTHESIS: usize = 24;

const AUXILIARY: SetBits = 1 << WordSet::Be as u32
    | 1 << WordSet::Have as u32
    | 1 << WordSet::Modal as u32
    | 1 << WordSet::Adverb as u32
    | 1 << WordSet::Negation as u32;
pub(super) const FINITE: SetBits = 1 << WordSet::Be as u32 | 1 << WordSet::Have as u32 | 1 << WordSet::Modal as u32;

impl Finder<'_> {
    /// Where the sentence of `at` begins, or the search for a subject of a verb there.
    fn start(&self, at: usize) -> usize {
        let sentence = self.reading.article.sentence(self.reading.sentence_of[at]);
        (sentence.tokens.start as usize).max(at.saturating_sub(REACH))
    }

    /// Whether the word at `at` ends a name by its capital: "the United States". In a headline every word may have one.
    pub(super) fn ends_name(&self, at: usize) -> bool {
        at > 0
            && self.is_capital(at)
            && self.is_capital(at - 1)
            && !self.reading.article.is_headline(self.reading.sentence_of[at])
    }

    /// Where the sentence of `at` ends.
    pub(super) fn limit(&self, at: usize) -> usize {
        self.reading.article.sentence(self.reading.sentence_of[at]).tokens.end as usize
    }

    /// The token after the last that stands before the verb at `at` and its auxiliaries and adverbs, and whether one of them denies it.
    pub(super) fn before_auxiliaries(&self, at: usize) -> (usize, bool) {
        let start = self.start(at);
        let (mut end, mut denied) = (at, false);
        while end > start && !self.is_quoted(end - 1) {
            let here = end - 1;
            let form = self.form(here);
            let figure = self.reading.article.tokens[here].kind == TokenKind::Figure;
            if self.is_small_name(here) {
                break;
            }
            let day = |at: usize| self.any(at, WordSet::Day.bit());
            if self.is_word(here) && (self.any(here, AUXILIARY) || (form.ends_with("ly") && !self.is_name(here))) {
                denied |= self.any(here, WordSet::Negation.bit()) || form.ends_with("n't");
                end = here;
            } else if (self.is_word(here) && day(here) && !self.any(here, WordSet::Modal.bit()))
                || (figure && here > start && day(here - 1))
                || (self.any(here, WordSet::Preposition.bit()) && day(end))
            {
                end = here;
            } else if form == "to"
                && (end == at || self.form(end) == "have")
                && here > start
                && self.is_word(here - 1)
                && !self.is_name(here - 1)
            {
                // "was forced to admit"; "declined to say"
                denied |=
                    matches!(self.form(here - 1), "declined" | "refused" | "declines" | "refuses" | "failed" | "fails");
                end = here - 1;
            } else if form == "as" && self.form(end) == "having" && here > start && self.form(here - 1).ends_with("ed")
            {
                // "was quoted as having said"
                end = here - 1;
            } else if self.raw(here) == ","
                && here > start + 1
                && self.raw(here - 2) == ","
                && self.any(here - 1, AUXILIARY)
            {
                // "Keller, however, said"
                end = here - 2;
            } else {
                break;
            }
        }
        (end, denied)
    }

    /// The subject that stands before the verb at `at`.
    pub(super) fn subject_before(&self, at: usize) -> Option<Phrase> {
        let start = self.start(at);
        let last = self.before_auxiliaries(at).0.checked_sub(1).filter(|last| *last >= start)?;
        if self.is_quoted(last) {
            return None;
        }
        let relative = self.any(last, WordSet::Relative.bit());
        if relative && last > start {
            let before = last - 1;
            return match self.raw(before) {
                "," if before > start => self.chain_back(before - 1, start).filter(Phrase::is_sure),
                _ => self.chain_back(before, start).filter(Phrase::is_sure),
            };
        }
        match self.raw(last) {
            "," => return self.before_parenthesis(last, start),
            ")" => return self.before_sign(last, start, "("),
            sign @ ("\u{2014}" | "\u{2013}" | "--") => return self.before_sign(last, start, sign),
            _ => {}
        }
        if matches!(self.form(last), "and" | "but" | "then") {
            return self.clause_subject(start, last);
        }
        self.chain_back(last, start).filter(|phrase| {
            let plural = self.form(phrase.head).ends_with('s') && self.begins_sentence(phrase.from);
            let stands = self.is_determiner(phrase.from) || plural;
            phrase.is_sure() && (!phrase.governed || self.begins_clause(phrase.from - 1))
                || (stands && !phrase.governed)
        })
    }

    fn before_sign(&self, close: usize, start: usize, sign: &str) -> Option<Phrase> {
        let open = (start + 1..close).rev().find(|at| self.raw(at.to_owned()) == sign)?;
        self.chain_back(open - 1, start).filter(Phrase::is_sure)
    }

    /// The phrase before the parenthesis that the comma `close` ends: "X, who has lived there for years, said"; "X, a Republican, said".
    fn before_parenthesis(&self, close: usize, start: usize) -> Option<Phrase> {
        let commas = || (start + 1..close).rev().filter(|at| self.raw(*at) == "," && !self.is_quoted(*at));
        // A relative clause may have commas of its own.
        let relative =
            commas().find(|comma| self.any(comma + 1, WordSet::Relative.bit()) && self.form(comma + 1) != "that");
        for comma in relative.into_iter().chain(commas()).take_while(|comma| close - comma <= PARENTHESIS) {
            if Some(comma) != relative && !self.is_parenthesis(comma + 1, close) {
                continue;
            }
            let Some(phrase) = self.chain_back(comma - 1, start).filter(|phrase| {
                !phrase.governed
                    && (phrase.is_sure() || self.is_determiner(phrase.from))
                    && phrase.kind != Kind::Pronoun
            }) else {
                continue;
            };
            // "The mayor, Anna Keller, said"
            let name = self.chain_on(comma + 1, close).filter(|inner| self.is_bare_name(inner));
            let named = matches!(phrase.kind, Kind::Name(..));
            return Some(name.filter(|_| !named).unwrap_or(phrase));
        }
        None
    }

    /// Whether a clause of its own does not stand from `from` to `to`.
    fn is_parenthesis(&self, from: usize, to: usize) -> bool {
        from < to
            && !self.any(from, WordSet::Conjunction.bit())
            && !(from..to).any(|at| self.is_quoted(at) || (self.any(at, FINITE) && !self.any(at, WordSet::Day.bit())))
    }

    /// The subject with which a clause begins that stands in the sentence before `to`: "Tom Beck shrugged and said".
    pub(super) fn clause_subject(&self, start: usize, to: usize) -> Option<Phrase> {
        let begins =
            |at: &usize| *at == start || self.raw(*at - 1) == "," || (self.is_quoted(*at - 1) && !self.is_quoted(*at));
        let phrase = |at: usize| {
            let phrase = self.chain_on(at, to).filter(Phrase::is_sure)?;
            // "Speaking after the match": a word in -ing or -ed at the head of a sentence is no name.
            let single = matches!(phrase.kind, Kind::Name(from, to) if to - from == 1) && self.begins_sentence(at);
            let participle = self.form(at).ends_with("ing") || self.form(at).ends_with("ed");
            (!(single && participle && !self.weights.is_name(self.reading.article.tokens[at].word))).then_some(phrase)
        };
        (start..to).filter(begins).find_map(phrase)
    }

    /// Whether a quotation that ends before `at` hands over to what follows: with a comma, a question, an exclamation.
    pub(super) fn is_handed(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let comma = self.raw(before) == "," && !self.is_quoted(before);
        let last = if comma { before.checked_sub(1) } else { Some(before) };
        let Some(last) = last.filter(|last| self.is_quoted(*last)) else { return false };
        let ends = |at: Option<usize>| {
            at.is_some_and(|at| matches!(self.raw(at), "," | "?" | "!" | "\u{2026}" | "..." | "\u{2014}" | "-"))
        };
        comma || ends(last.checked_sub(1)) || ends(last.checked_sub(2).filter(|_| !self.is_word(last - 1)))
    }

    /// The subject that stands after the verb from `at` to `end`: "…,” said X"; "The bridge will open, said X".
    pub(super) fn subject_inverted(&self, at: usize, end: usize) -> Option<Phrase> {
        let limit = self.limit(end - 1);
        let inverting = self.any(at, WordSet::Inverting.bit());
        let handed = self.is_handed(at);
        let beside = at.checked_sub(1).is_some_and(|before| self.is_quoted(before));
        let comma = at.checked_sub(1).is_some_and(|before| self.raw(before) == ",");
        if !(handed || (inverting && (beside || comma || self.begins_sentence(at)))) || self.form(at) == "told" {
            return None;
        }
        let phrase = self.chain_on(end, limit)?;
        let counted =
            self.is_determiner(phrase.from) || self.any(phrase.from, WordSet::Number.bit() | WordSet::Quantity.bit());
        let fits = match phrase.kind {
            Kind::Pronoun => handed || beside,
            Kind::Other => (handed || beside) && (counted || self.form(phrase.head).ends_with('s')),
            _ => true,
        };
        (fits && (handed || beside || self.closes(phrase.to, limit))).then_some(phrase)
    }
}
