//! Who is said to say something: a reporting verb and its subject in the article's own words.

use super::{Reading, is_told, speaker::Speaker};
use crate::{
    compare::weights::Weights,
    lexicon::{Class, Entry, Form, WordSet, Words},
    text::{span::Span, token::TokenKind},
};

/// A reporting verb with its subject.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    /// The verb's first token, as an index into the article's.
    pub at: usize,
    /// From the first token of subject and verb to the one after the last.
    pub from: usize,
    pub to: usize,
    pub verb: Span,
    pub speaker: Option<Speaker>,
    /// Whether the subject stands after the verb: "said X", "according to X".
    pub speaker_follows: bool,
    /// Whether a reported clause is to be expected: the verb is not the last word, or is preceded by a comma.
    pub clause: bool,
    /// From subject to verb, in bytes.
    whole: Span,
}

impl Attribution {
    pub fn covers(&self, span: Span) -> bool {
        self.whole.covers(span)
    }
}

/// The attributions in the article's own words, in reading order.
pub(super) fn attributions(reading: &Reading, words: &Words, weights: &Weights) -> Vec<Attribution> {
    let tokens = &reading.article.tokens;
    let finder = Finder { reading, words, weights };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // Few words report, which is sooner told than where they stand.
        let own = |_: &_| reading.inside[at].is_none() && is_told(reading.article, reading.sentence_of[at]);
        let verb = words.reporting(tokens, at).filter(own);
        let Some((entry, hit)) = verb else {
            at += 1;
            continue;
        };
        let end = at + hit.length.max(1);
        let according = entry.text.starts_with("according to");
        if according || finder.is_verb(at, end, hit.form, entry) {
            let before = found.last().filter(|last: &&Attribution| {
                hit.form == Form::Ing && reading.sentence_of[last.at] == reading.sentence_of[at]
            });
            // "X denied it, saying …": the speaker of the finite verb goes on.
            let speaker = before.and_then(|last| last.speaker.clone());
            found.extend(finder.attribution(at, end, hit.form, according, speaker));
        }
        at = end;
    }
    found
}

/// What an attribution is looked for with.
pub(super) struct Finder<'a> {
    pub reading: &'a Reading<'a>,
    pub words: &'a Words,
    pub weights: &'a Weights,
}

impl Finder<'_> {
    /// Whether the words from `at` to `end` stand there as a verb of reporting: "states" and "charges" are nouns as often.
    fn is_verb(&self, at: usize, end: usize, form: Form, entry: &Entry) -> bool {
        let tokens = &self.reading.article.tokens;
        let sentence = self.reading.sentence_of[at];
        let before = at.checked_sub(1).filter(|before| self.reading.sentence_of[*before] == sentence);
        let next = tokens.get(end).filter(|_| self.reading.sentence_of[end] == sentence);
        let next_is = |set| next.is_some_and(|token| self.is(token, set));
        let quotes = |at: Option<usize>| at.is_some_and(|at| self.reading.inside.get(at).is_some_and(Option::is_some));
        let that = next.is_some_and(|token| matches!(self.reading.form(token), "that" | "," | ":"));
        let hands_over = that || quotes(Some(end).filter(|_| next.is_some()));
        let clause = form == Form::Ed
            && next.is_some()
            && (next_is(WordSet::Determiner) || next_is(WordSet::Pronoun) || self.is_name(end));
        if entry.group.strict && !hands_over && !clause && !quotes(before.and_then(|before| before.checked_sub(1))) {
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
                let noun_after = (!that && small.into_iter().any(next_is))
                    || (!hands_over && next.is_none_or(|token| token.kind == TokenKind::Sign));
                !noun_before
                    && !noun_after
                    && !before.is_some_and(|before| self.reading.form(&tokens[before]).ends_with("ian"))
            }
            // A bare "state" or "charge" is a verb after a plural, a pronoun or a modal, and no report after "to".
            Form::Listed => {
                let by = (0..at).rev().take(3).find(|before| !self.is(&tokens[*before], WordSet::Adverb));
                (at + 1 < end && (entry.group.class == Class::Fixed || self.is(&tokens[at], WordSet::Be)))
                    || by.is_some_and(|by| {
                        let token = &tokens[by];
                        let plural = self.reading.form(token).ends_with('s') || self.reading.form(token) == "police";
                        (self.is_head(token) && plural)
                            || (self.is(token, WordSet::Pronoun)
                                && !matches!(self.reading.form(token), "it" | "he" | "she"))
                            || (self.is(token, WordSet::Modal) && hands_over)
                    })
            }
        }
    }

    fn attribution(
        &self,
        at: usize,
        end: usize,
        form: Form,
        according: bool,
        speaking: Option<Speaker>,
    ) -> Option<Attribution> {
        let tokens = &self.reading.article.tokens;
        let verb = tokens[at].span.join(tokens[end - 1].span);
        let follows = according || self.inverts(at, end);
        let left = || if form == Form::Ing { speaking } else { self.subject_before(at) };
        let after = follows.then(|| self.subject_after(end, according)).flatten();
        let (speaker, follows) = match after {
            Some(speaker) => (speaker, true),
            None => (left()?, false),
        };
        let first = self.reading.token_at(speaker.span.start);
        let last = self.reading.token_at(speaker.span.end.saturating_sub(1));
        let sentence = self.reading.article.sentence(self.reading.sentence_of[at]);
        Some(Attribution {
            at,
            from: at.min(first),
            to: end.max(last + 1),
            verb,
            clause: according || sentence.tokens.len() > 5,
            whole: verb.join(speaker.span),
            speaker: Some(speaker),
            speaker_follows: follows,
        })
    }

    /// Whether the subject stands after the verb: "…,” said X", straight after a quotation or a comma.
    fn inverts(&self, at: usize, end: usize) -> bool {
        let tokens = &self.reading.article.tokens;
        let handed = at.checked_sub(1).is_some_and(|before| {
            self.reading.inside[before].is_some() || matches!(self.reading.raw(&tokens[before]), ",")
        });
        let begins = tokens.get(end).is_some_and(|next| {
            self.is_name(end)
                || self.is(next, WordSet::Pronoun)
                || self.is(next, WordSet::Determiner)
                || self.is_head(next)
                || self.reading.form(next).chars().any(|c| c.is_ascii_digit())
        });
        handed && begins && self.is(&tokens[at], WordSet::Inverting)
    }

    fn is_passive(&self, at: usize) -> bool {
        let tokens = &self.reading.article.tokens;
        let before = tokens[..at].iter().rev().take(3).find(|token| !self.is(token, WordSet::Adverb));
        before.is_some_and(|token| self.is(token, WordSet::Be))
    }
}
