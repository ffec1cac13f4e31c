//! Certainty that shifts in a clause that two partly linked passages share: "may have been shot down" here, "was shot down" there. Told only where both have
//! the verb, and what it is said of or what it does something to.

use super::{cue::Cue, differing::Differing, reading::Voice, telling::Telling};
use crate::{
    align::Grade,
    compare::FindingKind,
    lexicon::{
        Sense, SetBits,
        WordSet::{
            Adverb, Be, Conjunction, Determiner, Have, Modal, Negation, Participle, Past, Preposition, Pronoun,
            Quantity, Relative, Unsure,
        },
    },
    story::SentenceId,
    text::span::Span,
};

/// How far from a verb words of its clause are looked for, in tokens.
const AROUND: usize = 6;
/// So far before a verb stands what leaves it open: "is believed to have been".
const BEFORE: usize = 4;

const GROUP: SetBits = 1 << Be as u32 | 1 << Have as u32 | 1 << Adverb as u32;
const SMALL: SetBits = GROUP
    | 1 << Modal as u32
    | 1 << Negation as u32
    | 1 << Determiner as u32
    | 1 << Pronoun as u32
    | 1 << Preposition as u32
    | 1 << Conjunction as u32
    | 1 << Relative as u32
    | 1 << Quantity as u32;

impl Telling<'_> {
    /// What becomes of a degree of certainty where its passage shares no more than a part with others; none where its clause is not shared.
    pub(super) fn loosened(&self, cue: &Cue, links: &[(SentenceId, Grade)], other: &Self) -> Option<Differing> {
        let doubts = self.reading.is(cue.start, Unsure) && cue.sense == Sense::Likelihood;
        if cue.kind != FindingKind::Hedge || !(doubts || cue.sense == Sense::Certainty) || self.is_denied(cue.end) {
            return None;
        }
        let counterpart = self.fact_there(cue, links, other)?;
        Some(Differing { linked: true, counterpart: Some(counterpart), ..Differing::alone(*cue) })
    }

    /// What a linked passage in other words tells as a fact in the clause that `cue`, which leaves it open or vouches for it, opens here.
    pub(super) fn fact_there(&self, cue: &Cue, links: &[(SentenceId, Grade)], other: &Self) -> Option<Span> {
        let (from, to) = self.searched(cue.sentence);
        let verb = (cue.end..to.min(cue.end + AROUND))
            .find(|at| !self.reading.is_word(*at) || !self.reading.any(*at, SMALL))?;
        if !self.is_telling(verb) {
            return None;
        }
        let ours = Around { before: self.words_before(cue.start, from), after: self.words_after(verb + 1, to) };
        let words = self.words_of(cue);
        let alike = |sentence: SentenceId| {
            let sense = |theirs: &Cue| theirs.kind == cue.kind && theirs.sense == cue.sense;
            other.find(sentence, &words).is_some() || other.cues_of(sentence).iter().any(sense)
        };
        let reworded = |(sentence, grade): &&(SentenceId, Grade)| *grade != Grade::Same && !alike(*sentence);
        links.iter().filter(reworded).find_map(|(sentence, _)| {
            let (from, to) = other.searched(*sentence);
            (from..to).find_map(|at| {
                let same = other.is_telling(at) && self.are_akin(verb, other, at);
                let group = same
                    .then(|| other.group(at, from))
                    .filter(|group| other.is_flat(*group, at, from, self.reading.is(cue.start, Modal)))?;
                let theirs = Around { before: other.words_before(group, from), after: other.words_after(at + 1, to) };
                self.share_clause(&ours, other, &theirs).then(|| other.reading.span(group, at + 1))
            })
        })
    }

    /// Whether the token is a word of the writer's own that tells something.
    fn is_telling(&self, at: usize) -> bool {
        self.reading.is_word(at)
            && self.reading.voice(at) == Voice::Narration
            && self.reading.form(at).chars().count() > 2
            && !self.reading.any(at, SMALL)
    }

    fn is_denied(&self, at: usize) -> bool {
        (at..at + 2).any(|at| self.reading.is(at, Negation))
    }

    /// The first token of the auxiliaries and adverbs before the verb at `at`.
    fn group(&self, at: usize, from: usize) -> usize {
        let part = |at: &usize| {
            self.reading.is_word(*at) && (self.reading.any(*at, GROUP) || self.reading.form(*at).ends_with("ly"))
        };
        (from..at).rev().take_while(part).last().unwrap_or(at)
    }

    /// Whether the verb from `group` to `at` is told as a fact: no doubt, no modal, no denial beside it, no condition before it. Where the `modal` verb of
    /// the other passage leaves it open, it must be a verb here too.
    fn is_flat(&self, group: usize, at: usize, from: usize, modal: bool) -> bool {
        let reading = &self.reading;
        let open = |at: usize| {
            reading.any(at, Unsure.bit() | Negation.bit())
                || matches!(
                    reading.form(at),
                    "can"
                        | "could"
                        | "may"
                        | "might"
                        | "should"
                        | "would"
                        | "must"
                        | "if"
                        | "whether"
                        | "unless"
                        | "believed"
                        | "thought"
                        | "understood"
                        | "expected"
                        | "said"
                        | "claimed"
                        | "reported"
                        | "assumed"
                        | "presumed"
                        | "to"
                )
        };
        let will =
            group.checked_sub(1).is_some_and(|before| before >= from && matches!(reading.form(before), "will" | "to"));
        let verb =
            group < at || will || reading.any(at, Past.bit() | Participle.bit()) || reading.form(at).ends_with("ed");
        (verb || !modal) && !(group.saturating_sub(BEFORE).max(from)..at).any(open)
    }

    fn words_before(&self, to: usize, from: usize) -> Vec<usize> {
        let within =
            |at: &usize| self.reading.is_word(*at) && !self.reading.any(*at, Relative.bit() | Conjunction.bit());
        (from..to).rev().take(AROUND).take_while(within).filter(|at| self.is_telling(*at)).collect()
    }

    fn words_after(&self, from: usize, to: usize) -> Vec<usize> {
        let within =
            |at: &usize| self.reading.is_word(*at) && !self.reading.any(*at, Relative.bit() | Conjunction.bit());
        (from..to).take(AROUND).take_while(within).filter(|at| self.is_telling(*at)).collect()
    }

    /// Whether two words are forms of one.
    pub(super) fn are_akin(&self, at: usize, other: &Self, there: usize) -> bool {
        let (a, b) = (self.reading.form(at), other.reading.form(there));
        let shared = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
        let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
        a == b || shared >= 4 && shared + 1 >= short && long <= short + 3
    }

    /// Whether two clauses have a word in common on the same side of the verb, or two on whichever.
    fn share_clause(&self, ours: &Around, other: &Self, theirs: &Around) -> bool {
        let common = |ours: &[usize], theirs: &[usize]| {
            ours.iter().filter(|at| theirs.iter().any(|there| self.are_akin(**at, other, *there))).count()
        };
        let straight = common(&ours.before, &theirs.before) + common(&ours.after, &theirs.after);
        straight > 0 || common(&ours.before, &theirs.after) + common(&ours.after, &theirs.before) > 1
    }
}

/// The telling words of a clause, before and after its verb.
struct Around {
    before: Vec<usize>,
    after: Vec<usize>,
}
