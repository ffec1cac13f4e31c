//! What the other article has in the place of a cue: the wording that a change puts there, where it is of the same make, or the reporting
//! verb of the same speaker. A run of words that merely stands where the cue stood answers to nothing.

use super::{cue::Cue, differing::BESIDE, telling::Telling, verbs};
use crate::{
    align::Grade,
    compare::FindingKind,
    lexicon::{
        Class,
        WordSet::{
            Adverb, Be, Conjunction, Determiner, Have, Inverting, Modal, Preposition, Pronoun, Relative, Saying,
        },
    },
    story::SentenceId,
    text::span::Span,
};

/// A wording of more bytes is none "in its place".
const LONGEST: usize = 80;
/// So many words more than the cue has may answer to it.
const MORE: usize = 2;

impl Telling<'_> {
    /// The other article's wording at the place of `cue`.
    pub fn counterpart(&self, cue: &Cue, links: &[(SentenceId, Grade)], other: &Self) -> Option<Span> {
        let span = self.reading.span(cue.start, cue.end);
        let in_place = |(here, _): &(Span, Option<Span>)| here.len() <= span.len() + BESIDE;
        let changed = self.change_at(span).filter(in_place).and_then(|(_, theirs)| theirs);
        if cue.kind == FindingKind::Attribution {
            return self.verb_for(cue, changed, links, other);
        }
        changed.filter(|theirs| theirs.len() <= LONGEST).and_then(|theirs| self.phrase_for(cue, theirs, other))
    }

    /// The reporting verb of the same speaker that stands there instead.
    fn verb_for(&self, cue: &Cue, changed: Option<Span>, links: &[(SentenceId, Grade)], other: &Self) -> Option<Span> {
        let span = self.reading.span(cue.start, cue.end);
        let speaker = self.speaker_of(span);
        let ours: Vec<u32> = self.verb_entries(cue.sentence).map(|(entry, _, _)| entry).collect();
        let verbs = || {
            links.iter().flat_map(|(sentence, _)| other.verb_entries(*sentence)).filter(|(entry, ..)| {
                // A verb that this sentence has as well answers to its twin.
                !ours.iter().any(|our| self.same_entry(*our, *entry, other))
            })
        };
        let same_speaker = |verb: Span| {
            speaker
                .zip(other.speaker_of(verb))
                .is_none_or(|(ours, theirs)| ours.name.is_none() || theirs.name.is_none() || ours.is(theirs))
        };
        // Where the change puts one speaker with his verb in the place of another with hers, the verbs answer to one another.
        let in_place =
            |verb: Span| changed.is_some_and(|span| span.meets(verb) && (same_speaker(verb) || span.len() <= LONGEST));
        let exchanged = verbs().find(|(_, verb, _)| in_place(*verb));
        let sentence = self.reading.range(cue.sentence);
        let both = || verbs::reports(&self.reading, cue.start, cue.end, sentence);
        // Where two stand in one sentence, the other's verb answers to the first.
        let mut before = self.cues_of(cue.sentence).iter().take_while(|other| other.start < cue.start);
        let first = !before.any(|other| other.kind == FindingKind::Attribution);
        let reporting =
            || verbs().find(|(_, verb, reports)| *reports && same_speaker(*verb)).filter(|_| first && both());
        exchanged.or_else(reporting).map(|(_, verb, _)| verb)
    }

    /// Whether two entries, ours and the other article's, are the same.
    fn same_entry(&self, ours: u32, theirs: u32, other: &Self) -> bool {
        self.reading.words.entry(ours).text == other.reading.words.entry(theirs).text
    }

    /// The words of `theirs` that are of the make of `cue`: about as many, no figure, no name but for a label, and no phrase with a
    /// preposition for a verb or an adjective.
    fn phrase_for(&self, cue: &Cue, theirs: Span, other: &Self) -> Option<Span> {
        let reading = &other.reading;
        let edge = Determiner.bit() | Conjunction.bit() | Relative.bit() | Pronoun.bit() | Adverb.bit() | Modal.bit();
        let first = reading.article.token_at(theirs.start);
        let last = reading.article.token_at(theirs.end);
        let small = |at: usize| reading.is_sign(at) || reading.any(at, edge | Be.bit() | Have.bit());
        let (mut from, mut to) = (first, last);
        while from < to && small(from) {
            from += 1;
        }
        while to > from && (small(to - 1) || reading.is(to - 1, Preposition)) {
            to -= 1;
        }
        let words = (from..to).filter(|at| !reading.is_sign(*at)).count();
        let ours = (cue.start..cue.end).filter(|at| !self.reading.is_sign(*at)).count();
        let clause = |at: usize| {
            reading.any(at, Conjunction.bit() | Relative.bit()) || reading.is_sign(at) && reading.form(at) != "-"
        };
        let named = (from..to).all(|at| reading.is_capital(at));
        let label = cue.kind == FindingKind::Naming;
        let governed = reading.is(from, Preposition) && !self.reading.is(cue.start, Preposition);
        let fixed = self.class_of(cue) == Class::Fixed && cue.end > cue.start + 1;
        // "said the autocratic Mr Reed": the other's "said" stands in no judgement's place.
        let judges = matches!(
            cue.kind,
            FindingKind::Loaded | FindingKind::Naming | FindingKind::Evaluation | FindingKind::Background
        );
        let speaks = judges && (from..to).any(|at| reading.any(at, Saying.bit() | Inverting.bit()));
        let answers = words > 0
            && !speaks
            && words <= ours + MORE
            && !(from..to).any(|at| reading.is_figure(at) || clause(at))
            && (label || !named)
            && (!governed || fixed);
        answers.then(|| reading.span(from, to)).filter(|theirs| other.has_weight(*theirs))
    }
}
