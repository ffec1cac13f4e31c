//! Which cues differ between two aligned articles. What both say alike is no finding of the pair.

use rustc_hash::FxHashMap;

use super::{
    cue::{Cue, Origin},
    dropped,
    pattern::Pattern,
    reading::Reading,
    telling::{MOST_SEARCHED, Telling},
    weighing, why,
};
use crate::{
    align::{Grade, PairAlignment},
    compare::{Change, Finding, FindingKind, Groundwork},
    cores,
    lexicon::WordSet::Unsure,
    story::{SentenceId, Side, Story},
    text::span::Span,
};

/// The cues of `alignment`'s two articles that the other does not share, in reading order, left first. An article in a language
/// without lists has none.
#[must_use]
pub fn cues(story: &Story, alignment: &PairAlignment, changes: &[Change], groundwork: &Groundwork) -> Vec<Finding> {
    let telling = |side| Telling::new(story, alignment, changes, groundwork, side);
    let large = Side::BOTH.iter().map(|side| story.articles[alignment.pair.on(*side)].text.len()).sum::<usize>();
    let (left, right) = cores::both(large >= cores::WORTH, || telling(Side::Left), || telling(Side::Right));
    let mut findings = Vec::new();
    for (side, one, other) in [(Side::Left, &left, &right), (Side::Right, &right, &left)] {
        let Some(one) = one else { continue };
        let theirs = &story.articles[alignment.pair.on(side.other())];
        let kept = told_apart(one.cues.iter().filter_map(|cue| one.against(cue, other.as_ref())).collect());
        let from = findings.len();
        findings.extend(merged(one, kept).into_iter().map(|found| why::finding(one, side, &found, theirs)));
        if let Some(other) = other {
            findings.extend(dropped::sources(side, one, other, theirs));
            findings[from..].sort_by_key(|finding| finding.span);
        }
    }
    once(story, alignment, &mut findings);
    findings
}

/// Tells an exchange once: where each of two cues of a kind is the counterpart of the other, the stronger, else the one of more words.
fn once(story: &Story, alignment: &PairAlignment, findings: &mut Vec<Finding>) {
    let words = |finding: &Finding| Span::from(finding.span).of(&story.articles[alignment.pair.on(finding.side)].text);
    let weight = |finding: &Finding| (finding.strength, words(finding).len(), words(finding).to_owned());
    let mut places: FxHashMap<(Side, FindingKind, u32), usize> = FxHashMap::default();
    for (index, finding) in findings.iter().enumerate() {
        places.insert((finding.side, finding.kind, finding.span.start), index);
    }
    let lesser = |finding: &Finding| {
        let answer = finding.counterpart.and_then(|span| places.get(&(finding.side.other(), finding.kind, span.start)));
        answer.map(|at| &findings[*at]).is_some_and(|other| {
            other.counterpart.is_some_and(|span| span.meets(finding.span.into())) && weight(finding) < weight(other)
        })
    };
    let keep: Vec<bool> = findings.iter().map(|finding| !lesser(finding)).collect();
    let mut keep = keep.into_iter();
    findings.retain(|_| keep.next().unwrap_or(true));
}

/// Whether a cue is one by quotation marks or capitals, whatever its words are.
fn is_of_marks(cue: &Cue) -> bool {
    matches!(
        cue.origin,
        Origin::Pattern(Pattern::ScareQuotes | Pattern::QuotedWord | Pattern::Shouted | Pattern::Exclamation)
    )
}

/// A cue that differs, and how.
#[derive(Clone, Copy, Debug)]
pub struct Differing {
    pub cue: Cue,
    pub strength: u8,
    /// Whether the passage is linked; else only this article has it.
    pub linked: bool,
    /// Whether the other article has the same cue elsewhere in its narration.
    pub elsewhere: bool,
    /// Whether the linked passage has the same words, but inside a quotation: the counterpart then.
    pub quoted: bool,
    /// Whether the linked passage, too, reports something as said.
    pub attributed: bool,
    /// What the other article has in its place.
    pub counterpart: Option<Span>,
}

impl Differing {
    /// A cue without a counterpart.
    pub(super) fn alone(cue: Cue) -> Self {
        let (linked, elsewhere, quoted, attributed) = (false, false, false, false);
        Self { cue, strength: cue.strength, linked, elsewhere, quoted, attributed, counterpart: None }
    }
}

/// An article that has a term so many times as often as the other is full of it.
const FULL: u32 = 3;

/// Whether a cue says what somebody thinks of the matter, and stands in what that one is reported to say: its words are a source's then.
/// Marks of quotation are the writer's wherever they stand.
fn is_a_sources(cue: &Cue) -> bool {
    let judgement = !matches!(cue.kind, FindingKind::Attribution | FindingKind::Source);
    cue.reported && judgement && !is_of_marks(cue)
}

impl Telling<'_> {
    /// The cue held against the other article: none when it says the same there.
    fn against(&self, cue: &Cue, other: Option<&Self>) -> Option<Differing> {
        let links = self.links_of(cue.sentence);
        let Some(other) = other else {
            return (!cue.shift && !is_idle(cue, &[])).then(|| Differing::alone(*cue));
        };
        if cue.bare {
            return self.beside_bare(cue, links, other);
        }
        if cue.shift && matches!(links, [(_, Grade::Reworded)]) {
            return self.shifted(cue, links, other).or_else(|| self.loosened(cue, links, other));
        }
        if cue.shift && cue.kind == FindingKind::Hedge {
            return self.loosened(cue, links, other);
        }
        let key = self.key(cue);
        let shared = links.iter().any(|(sentence, _)| other.keys_at.contains(&(*sentence, key.clone())));
        let words = self.words_of(cue);
        // What marks or capitals do to words is not in the words.
        let scare = is_of_marks(cue);
        let same_words = links.iter().find_map(|(sentence, _)| other.find(*sentence, &words));
        if shared || same_words.is_some() && !scare {
            return None;
        }
        let quoted = links.iter().find_map(|(sentence, _)| other.find_quoted(*sentence, &words));
        let quoted = quoted.filter(|_| cue.kind != FindingKind::Attribution && same_words.is_none());
        // Both set the words in quotation marks.
        if scare && quoted.is_some() {
            return None;
        }
        let theirs = other.keys.get(&key).copied().unwrap_or_default();
        let elsewhere = theirs > 0;
        // What is usual in the news tells something only between two tellings of one story.
        let usual = cue.shift || cue.strength < 2;
        if usual && (elsewhere || !self.is_of_one_story()) {
            return None;
        }
        // A term that both use is nobody's choice, unless one of them is full of it.
        let term = matches!(cue.kind, FindingKind::Loaded | FindingKind::Naming | FindingKind::Evaluation);
        if term && elsewhere && self.keys.get(&key).is_none_or(|ours| *ours < theirs * FULL) {
            return None;
        }
        let same_words = same_words.filter(|_| scare).or(quoted);
        let counterpart = same_words.or_else(|| self.counterpart(cue, links, other));
        // "May have been shot down": what leaves a clause open is held against the fact there.
        let opens = cue.kind == FindingKind::Interpretation && self.reading.is(cue.start, Unsure);
        let counterpart = counterpart.or_else(|| opens.then(|| self.fact_there(cue, links, other)).flatten());
        if counterpart.is_none() && is_idle(cue, links) {
            return None;
        }
        let less = u8::from(elsewhere) + u8::from(is_a_sources(cue));
        let strength = cue.strength.saturating_sub(less).max(1);
        let words = quoted.is_none() && links.iter().any(|(sentence, _)| other.attributes(*sentence));
        let (linked, quoted) = (!links.is_empty(), quoted.is_some());
        Some(Differing { cue: *cue, strength, linked, elsewhere, quoted, attributed: words, counterpart })
    }

    /// A degree of certainty counts where the linked passage, reworded at this place, has none.
    fn shifted(&self, cue: &Cue, links: &[(SentenceId, Grade)], other: &Self) -> Option<Differing> {
        let [(sentence, Grade::Reworded)] = links else { return None };
        let alike = other
            .cues_of(*sentence)
            .iter()
            .take(MOST_SEARCHED)
            .any(|theirs| theirs.sense == cue.sense || theirs.kind == cue.kind);
        let span = self.reading.span(cue.start, cue.reach.max(cue.end));
        let (_, counterpart) = self.change_at(span).filter(|(here, _)| here.len() <= span.len() + BESIDE)?;
        let counterpart = counterpart.filter(|theirs| theirs.len() <= span.len() + BESIDE && other.has_weight(*theirs));
        // "Police said" stands in no adverb's place.
        let counterpart = counterpart.filter(|theirs| !other.verbs(*sentence).any(|(verb, _)| theirs.meets(verb)));
        if alike || cue.kind == FindingKind::Naming && counterpart.is_none() {
            return None;
        }
        Some(Differing { linked: true, counterpart, ..Differing::alone(*cue) })
    }
}

/// Whether a cue that nothing answers to is idle: a mild word that a source is reported to say, where the other article does not report the
/// same in other words.
fn is_idle(cue: &Cue, links: &[(SentenceId, Grade)]) -> bool {
    let retold = links.iter().any(|(_, grade)| *grade == Grade::Reworded);
    !retold && cue.strength < 2 && is_a_sources(cue)
}

/// How many bytes of other words a change may hold beside the cue for its two sides to stand in one another's place.
pub const BESIDE: usize = 30;

/// Of those whose words overlap the stronger, else a verb of reporting, else the longer; and no sentence for the words that judge in it where
/// these are told by themselves.
fn told_apart(found: Vec<Differing>) -> Vec<Differing> {
    let rank =
        |one: &Differing| (one.strength, one.cue.kind == FindingKind::Attribution, one.cue.reach - one.cue.start);
    let lesser = |index: usize, one: &Differing| {
        let near = found.get(index.saturating_sub(NEIGHBOURS)..found.len().min(index + NEIGHBOURS)).unwrap_or_default();
        let mut others = near.iter().filter(|other| other.cue != one.cue && other.cue.sentence == one.cue.sentence);
        if one.cue.origin == Origin::Pattern(Pattern::ChargedSentence) {
            return others.filter(|other| weighing::judges(other.cue.kind) && other.cue.start < one.cue.reach).count()
                == 1;
        }
        others.any(|other| {
            let listed = |one: &Differing| matches!(one.cue.origin, Origin::Entry(_));
            let tells = |one: &Differing| matches!(one.cue.kind, FindingKind::Attribution | FindingKind::Source);
            other.cue.start < one.cue.end
                && one.cue.start < other.cue.end
                && listed(one)
                && listed(other)
                && tells(one) != tells(other)
                && rank(other) > rank(one)
        })
    };
    let keep: Vec<bool> = found.iter().enumerate().map(|(index, one)| !lesser(index, one)).collect();
    let mut keep = keep.into_iter();
    let mut found = found;
    found.retain(|_| keep.next().unwrap_or(true));
    found
}

/// So many cues before and behind one may overlap it.
const NEIGHBOURS: usize = 24;

/// Neighbouring evaluations are one: "ruthless and bloody".
fn merged(telling: &Telling<'_>, found: Vec<Differing>) -> Vec<Differing> {
    let mut out: Vec<Differing> = Vec::with_capacity(found.len());
    for next in found {
        let one = FindingKind::Evaluation;
        if let Some(last) = out.last_mut()
            && last.cue.kind == one
            && next.cue.kind == one
            && last.cue.sentence == next.cue.sentence
            && joined(&telling.reading, last.cue.end, next.cue.start)
        {
            last.cue.end = next.cue.end;
            last.cue.reach = last.cue.reach.max(next.cue.reach);
            if next.strength > last.strength {
                (last.cue.origin, last.cue.sense, last.strength) = (next.cue.origin, next.cue.sense, next.strength);
            }
            last.counterpart = last.counterpart.or(next.counterpart);
            continue;
        }
        out.push(next);
    }
    out
}

fn joined(reading: &Reading<'_>, end: usize, start: usize) -> bool {
    start == end || start == end + 1 && matches!(reading.form(end), "and" | "or" | "," | "but")
}
