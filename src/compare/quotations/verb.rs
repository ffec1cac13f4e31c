//! Whether words stand in a text as a verb of reporting, told by the small words around them: "states" and "charges" are nouns as often.

use super::{
    attribution::Finder,
    phrase::{Kind, Phrase},
    subject::FINITE,
};
use crate::{
    lexicon::{Class, Entry, Form, SetBits, WordSet},
    text::token::TokenKind,
};

/// So many tokens may say when and where something was said, between the verb and what was said.
const LONGEST_WHEN: usize = 6;

impl Finder<'_> {
    /// Whether the words from `at` to `end` stand there as a verb of reporting: "states" and "charges" are nouns as often.
    pub(super) fn is_verb(&self, at: usize, end: usize, form: Form, entry: &Entry) -> bool {
        let tokens = &self.reading.article.tokens;
        let sentence = self.reading.sentence_of[at];
        let before = at.checked_sub(1).filter(|before| self.reading.sentence_of[*before] == sentence);
        let next = tokens.get(end).filter(|_| self.reading.sentence_of[end] == sentence);
        let next_is = |set| next.is_some_and(|token| self.is(token, set));
        let that = next.is_some_and(|token| matches!(self.reading.form(token), "that" | "," | ":"))
            || self.form(self.past_when(end, self.limit(at))) == "that";
        let of = next_is(WordSet::Preposition) && self.is_quoted(end + 1);
        let hands_over = that || of || next.is_some() && self.is_quoted(end);
        // "Rahman's claim that"
        if matches!(form, Form::Listed | Form::S) && before.is_some_and(|before| self.is_possessive(before)) {
            return false;
        }
        let told = || (end..self.limit(at)).any(|at| self.any(at, FINITE));
        let clause = form != Form::Ing
            && next.is_some()
            && (form == Form::Ed || (told() && before.is_none_or(|before| self.form(before) != "to")))
            && (next_is(WordSet::Determiner) || next_is(WordSet::Pronoun) || self.is_name(end));
        if entry.group.strict && !hands_over && !clause && !self.is_after_quotation(at) {
            return false;
        }
        match form {
            // "He was asked": not he asked. "He was quoted as saying" is another matter.
            Form::Ed => entry.text.contains("quote") || !self.is_passive(at),
            Form::Ing => true,
            Form::S => {
                let noun_before = before.is_some_and(|before| {
                    [WordSet::Determiner, WordSet::Preposition, WordSet::Quantity]
                        .iter()
                        .any(|set| self.is(&tokens[before], *set))
                });
                let small = [
                    WordSet::Preposition,
                    WordSet::Relative,
                    WordSet::Conjunction,
                    WordSet::Be,
                    WordSet::Have,
                    WordSet::Modal,
                ];
                // "what the navy alleges was": a noun in -s would have "were".
                let one = next.is_some_and(|token| matches!(self.reading.form(token), "was" | "is" | "has"));
                // "Customers' money is safe, the bank insists."
                let aside = |phrase: &Phrase| phrase.from.checked_sub(1).is_some_and(|before| self.raw(before) == ",");
                let quoted = self.is_after_quotation(at) || self.subject_before(at).as_ref().is_some_and(aside);
                let noun_after = (!that && !one && small.into_iter().any(next_is))
                    || (!hands_over && !quoted && next.is_none_or(|token| token.kind == TokenKind::Sign));
                !noun_before
                    && !noun_after
                    && !self.ends_name(at)
                    && !before.is_some_and(|before| self.reading.form(&tokens[before]).ends_with("ian"))
            }
            // A bare "state" or "charge" is a verb after a plural, a pronoun or a modal, and no report after "to".
            Form::Listed => {
                let listed = at + 1 < end && (entry.group.class == Class::Fixed || self.is(&tokens[at], WordSet::Be));
                let phrase = || at + 1 < end && (hands_over || self.comes_to_a_colon(end));
                let by = (0..at).rev().take(3).find(|before| !self.is(&tokens[*before], WordSet::Adverb));
                listed
                    || phrase()
                    // "…,” the statement read"
                    || self.subject_before(at).is_some_and(|phrase| self.is_handed(phrase.from))
                    || by.is_some_and(|by| {
                        let token = &tokens[by];
                        let infinitive = self.form(by) == "to" && (hands_over || self.is_after_quotation(at));
                        self.is_plural(by)
                            || (self.is(token, WordSet::Pronoun)
                                && !matches!(self.reading.form(token), "it" | "he" | "she"))
                            || (self.is(token, WordSet::Modal) && hands_over)
                            || infinitive
                            || self.subject_before(at).is_some_and(|phrase| {
                                matches!(phrase.kind, Kind::Both(_)) || phrase.kind == Kind::Head && self.is_plural(phrase.head)
                            })
                    })
            }
        }
    }

    /// Where a verb of several words ends, from `at` to `end`: "insisted on Monday" has the preposition for the day.
    pub(super) fn without_day(&self, at: usize, end: usize) -> usize {
        let of_day = self.any(end - 1, WordSet::Preposition.bit()) && self.any(end, WordSet::Day.bit());
        if of_day && end > at + 1 { end - 1 } else { end }
    }

    /// Past what says when or where something was said, from `end` on: "on Monday", "late yesterday", "in Paris".
    pub(super) fn past_when(&self, end: usize, limit: usize) -> usize {
        const WHEN: SetBits = 1 << WordSet::Day as u32 | 1 << WordSet::Adverb as u32;
        let placed = |at: usize| self.any(at, WordSet::Day.bit()) || self.is_capital(at);
        let mut at = end;
        while at < limit.min(end + LONGEST_WHEN) {
            if self.any(at, WHEN) || matches!(self.form(at), "late" | "early" | "earlier" | "later" | "again") {
                at += 1;
            } else if matches!(self.form(at), "on" | "in" | "at" | "to") && at + 1 < limit && placed(at + 1) {
                at += 2;
            } else {
                break;
            }
        }
        at
    }

    pub(super) fn is_plural(&self, at: usize) -> bool {
        self.is_head(at) && (self.form(at).ends_with('s') || matches!(self.form(at), "police" | "people" | "media"))
    }

    /// Whether a quotation stands in the sentence before `at`, or directly before it.
    pub(super) fn is_after_quotation(&self, at: usize) -> bool {
        let sentence = self.reading.sentence_of[at];
        let tokens = self.reading.article.sentence(sentence).tokens.start as usize..at;
        tokens.clone().any(|at| self.is_quoted(at)) || tokens.start.checked_sub(1).is_some_and(|at| self.is_quoted(at))
    }

    pub(super) fn comes_to_a_colon(&self, from: usize) -> bool {
        (from..self.limit(from - 1).min(from + 6)).any(|at| self.raw(at) == ":")
    }

    pub(super) fn is_passive(&self, at: usize) -> bool {
        let tokens = &self.reading.article.tokens;
        let before = tokens[..at].iter().rev().take(3).find(|token| !self.is(token, WordSet::Adverb));
        before.is_some_and(|token| self.is(token, WordSet::Be))
    }
}
