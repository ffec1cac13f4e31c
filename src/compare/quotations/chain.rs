//! Noun phrases with what hangs on them: complements ("a spokesman for the ministry"), names in apposition, two that are one subject.

use super::{
    attribution::Finder,
    phrase::{COUNTS, Kind, Phrase},
};
use crate::lexicon::{SetBits, WordSet};

impl Finder<'_> {
    /// The phrase that ends at `last` with what it is a complement of: "a spokesman for the ministry", "Keller and Steiner".
    pub(super) fn chain_back(&self, last: usize, start: usize) -> Option<Phrase> {
        let mut phrase = self.phrase_back(last, start)?;
        while phrase.from > start {
            let before = phrase.from - 1;
            if self.is_quoted(before) {
                break;
            }
            let outer = before.checked_sub(1).and_then(|last| self.phrase_back(last, start));
            // "after the paper reported": a clause, and no complement.
            let clause = matches!(self.form(before), "after" | "before" | "since" | "until" | "as");
            if clause || !self.any(before, WordSet::Preposition.bit()) {
                let both = outer.filter(|outer| {
                    self.form(before) == "and" && outer.is_sure() && phrase.is_sure() && self.begins_clause(outer.from)
                });
                if let Some(outer) = both {
                    phrase = Phrase { from: outer.from, kind: both_of(&outer, &phrase), ..phrase };
                }
                break;
            }
            // "one of the nurses"
            let counted = before > start && self.form(before) == "of" && self.any(before - 1, COUNTS);
            if counted {
                phrase = Phrase { from: before - 1, ..phrase };
                continue;
            }
            let stands = |outer: &Phrase| {
                (outer.is_sure() || self.is_determiner(outer.from)) && self.form(outer.head) != "according"
            };
            match outer.filter(stands) {
                Some(outer) => phrase = Phrase { to: phrase.to, ..outer },
                None => {
                    phrase.governed = true;
                    break;
                }
            }
        }
        Some(phrase)
    }

    /// The phrase that begins at `from` with its complement, the name in apposition to it, or who else is named beside it: "the head of the
    /// union, Paul Steiner".
    pub(super) fn chain_on(&self, from: usize, limit: usize) -> Option<Phrase> {
        let mut phrase = match self.phrase_on(from, limit) {
            Some(phrase) => phrase,
            // "one of the nurses"
            None if self.any(from, COUNTS) && self.form(from + 1) == "of" => {
                Phrase { from, ..self.phrase_on(from + 2, limit)? }
            }
            None => return None,
        };
        if phrase.kind == Kind::Pronoun {
            return Some(phrase);
        }
        let named = |phrase: &Phrase| matches!(phrase.kind, Kind::Name(..));
        if !named(&phrase) {
            for _ in 0..3 {
                let of = phrase.to < limit
                    && matches!(self.form(phrase.to), "of" | "for" | "at" | "in" | "from" | "to" | "with");
                let adjective = matches!(self.form(phrase.to + 1), "to" | "with") && self.is_content(phrase.to);
                let close = phrase.to < limit && !of && adjective;
                let next = phrase.to + 1 + usize::from(close);
                match self.phrase_on(next, limit).filter(|inner| (of || close) && inner.kind != Kind::Pronoun) {
                    Some(inner) => phrase.to = inner.to,
                    None => break,
                }
            }
            if self.raw(phrase.to) == ","
                && let Some(inner) = self.phrase_on(phrase.to + 1, limit).filter(|inner| self.is_bare_name(inner))
                && self.closes(inner.to, limit)
            {
                return Some(inner);
            }
        }
        if self.form(phrase.to) == "and"
            && let Some(other) = self.phrase_on(phrase.to + 1, limit).filter(Phrase::is_sure)
            && other.kind != Kind::Pronoun
            && self.closes(other.to, limit)
        {
            phrase = Phrase { to: other.to, kind: both_of(&phrase, &other), ..phrase };
        }
        Some(phrase)
    }

    /// Whether a phrase is a name with nothing but titles before it.
    pub(super) fn is_bare_name(&self, phrase: &Phrase) -> bool {
        matches!(phrase.kind, Kind::Name(from, _) if (phrase.from..from).all(|at| self.is_head(at) || !self.is_word(at)))
    }

    /// Whether a noun phrase that ends before `at` is complete there and no verb follows that it would be the subject of.
    pub(super) fn closes(&self, at: usize, limit: usize) -> bool {
        const CLOSING: SetBits = 1 << WordSet::Preposition as u32
            | 1 << WordSet::Relative as u32
            | 1 << WordSet::Day as u32
            | 1 << WordSet::Conjunction as u32;
        at >= limit
            || self.is_quoted(at)
            || !self.is_word(at)
            || self.any(at, CLOSING)
            || (self.any(at, WordSet::Adverb.bit()) && self.closes(at + 1, limit))
            || self.form(at).ends_with("ly")
            || self.form(at).ends_with("ing")
    }
}

/// What two phrases are as one subject.
fn both_of(one: &Phrase, other: &Phrase) -> Kind {
    let named = |phrase: &Phrase| matches!(phrase.kind, Kind::Name(..) | Kind::Both(true));
    Kind::Both(named(one) && named(other))
}
