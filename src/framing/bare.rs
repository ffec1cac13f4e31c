//! What one article sets beside a name, or the word for somebody, that the other leaves bare: `Reed, who was on probation at the time`,
//! `Ruritania, a Russian ally`. Plain news is full of such clauses, so that one tells something only between two tellings of a passage, and
//! only where the other says nothing of the kind near it.

use super::{
    clauses::past_adverb,
    cue::{Cue, Origin},
    differing::Differing,
    pattern::Pattern,
    reading::{Reading, Voice},
    telling::Telling,
};
use crate::{
    align::Grade,
    lexicon::{
        SetBits,
        WordSet::{
            Adverb, Be, Conjunction, Determiner, Have, Institution, Modal, Number, Office, Outcome, PlainNoun,
            PlainVerb, Preposition, Pronoun, Rank, Relative, Saying,
        },
    },
    story::SentenceId,
    text::vocabulary::WordId,
};

/// Words that tell nothing by themselves.
const SMALL: SetBits = Be.bit()
    | Have.bit()
    | Modal.bit()
    | Preposition.bit()
    | Conjunction.bit()
    | Determiner.bit()
    | Pronoun.bit()
    | Relative.bit()
    | Adverb.bit();
/// A clause of fewer tokens says too little to be one.
const SHORTEST: usize = 3;
/// How far before the comma the one it is said of may stand, in tokens, where it is not right before it: `left seven soldiers dead, most of them …`.
const BEFORE: usize = 4;
/// How far before the comma the name may stand that a relative clause speaks of: `Reed, the head of the council, who …`.
const NAME: usize = 9;
/// How many passages around a linked one are searched for the same in other words.
const AROUND: usize = 2;

/// Whether `cue`, in which nothing weighs, may still tell something where the other article leaves the name bare: no trade, place, age,
/// kin or seat, nothing said, nothing that happened just now.
pub fn may_tell(reading: &Reading<'_>, cue: &Cue) -> bool {
    let long = cue.reach >= cue.start + SHORTEST;
    match cue.origin {
        Origin::Pattern(Pattern::LookingBack) => long && recalls(reading, cue),
        Origin::Pattern(Pattern::Aside) => {
            long && (reading.form(cue.start + 1) == "of" || reading.form(cue.start) == "including")
        }
        Origin::Pattern(Pattern::Epithet) => true,
        _ => false,
    }
}

/// Whether a relative clause says of somebody what he did, has or is besides, and not who he is.
fn recalls(reading: &Reading<'_>, cue: &Cue) -> bool {
    /// So far behind "is" stands what somebody is by trade.
    const TRADE: usize = 5;
    let personal = matches!(reading.form(cue.start), "who" | "whose");
    let verb = past_adverb(reading, cue.start + 1);
    let next = verb + 1;
    let inside = cue.start..cue.reach;
    let happens = inside.clone().any(|at| reading.any(at, Outcome.bit() | Saying.bit()))
        || inside.clone().any(|at| reading.words.reporting(&reading.article.tokens, at).is_some());
    let plain = match () {
        () if reading.is(verb, Be) => {
            let trade = (next..cue.reach.min(next + TRADE)).any(|at| {
                reading.any(at, Office.bit() | Institution.bit() | PlainNoun.bit() | Rank.bit())
                    || reading.form(at).ends_with("er")
            });
            trade
                || reading.is_figure(next)
                || reading.is(next, PlainVerb)
                || reading.form(next).ends_with("ing")
                || matches!(reading.form(next), "from" | "in" | "at" | "with" | "born" | "due" | "married" | "among")
        }
        () if reading.is(verb, Have) => reading.any(next, PlainVerb.bit() | Be.bit()),
        () => reading.any(verb, PlainVerb.bit() | Modal.bit() | Pronoun.bit()),
    };
    personal && !happens && !plain
}

impl Telling<'_> {
    /// The `cue` where a linked passage has the same name or word without anything beside it, and says nothing of the kind around it.
    pub(super) fn beside_bare(&self, cue: &Cue, links: &[(SentenceId, Grade)], other: &Self) -> Option<Differing> {
        let comma = cue.start.checked_sub(1)?;
        let (from, _) = self.reading.range(cue.sentence);
        // Of a relative clause or a label the word before the comma, or the name that an office stands beside.
        let closest = matches!(cue.origin, Origin::Pattern(Pattern::LookingBack | Pattern::Epithet));
        let reach = if closest { NAME } else { BEFORE };
        let heads = (comma.saturating_sub(reach).max(from)..comma)
            .filter(|at| self.reading.is_word(*at))
            .filter(|at| !closest || at + 1 == comma || self.reading.is_capital(*at));
        let heads: Vec<WordId> = heads
            .filter(|at| !self.reading.any(*at, SMALL))
            .filter_map(|at| Some(self.reading.token(at)?.word))
            .collect();
        let bare = links.iter().any(|(sentence, _)| other.has_bare(*sentence, &heads));
        let told = links.iter().any(|(sentence, _)| self.is_told_near(cue, other, *sentence));
        (bare && !told && self.is_of_one_story()).then(|| Differing { linked: true, ..Differing::alone(*cue) })
    }

    /// Whether one of `words` stands in the narration of a sentence with nothing set beside it.
    fn has_bare(&self, sentence: SentenceId, words: &[WordId]) -> bool {
        let (from, to) = self.searched(sentence);
        let reading = &self.reading;
        (from..to).any(|at| {
            let beside = matches!(reading.form(at + 1), "(" | "-" | "\u{2013}" | "\u{2014}")
                || reading.form(at + 1) == ","
                    && (reading.any(at + 2, Relative.bit() | Determiner.bit() | Number.bit())
                        || matches!(reading.form(at + 2), "including" | "most" | "many" | "one"));
            let known = reading.token(at).is_some_and(|token| words.contains(&token.word));
            known && reading.voice(at) == Voice::Narration && !beside
        })
    }

    /// Whether half of the telling words of `cue` stand in one passage of the other article, at or beside `sentence`.
    fn is_told_near(&self, cue: &Cue, other: &Self, sentence: SentenceId) -> bool {
        let reading = &self.reading;
        let telling = |at: &usize| {
            reading.is_figure(*at) || reading.is_word(*at) && !reading.any(*at, SMALL) && reading.form(*at).len() > 2
        };
        let ours: Vec<usize> = (cue.start..cue.reach).filter(telling).collect();
        let first = sentence.index().saturating_sub(AROUND);
        let near = other.reading.article.sentence_ids().skip(first).take(2 * AROUND + 1);
        near.into_iter().any(|there| {
            let (from, to) = other.searched(there);
            let shared = ours.iter().filter(|at| (from..to).any(|there| self.are_akin(**at, other, there))).count();
            shared * 2 >= ours.len().max(1)
        })
    }
}
