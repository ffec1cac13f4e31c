//! Which cues differ between two aligned articles. What both say alike is no finding of the pair.

use super::{
    cue::{Cue, Origin},
    dropped, fitting,
    reading::Reading,
    telling::{MOST_SEARCHED, Telling},
    why,
};
use crate::{
    align::{Grade, PairAlignment},
    compare::{Change, Finding, FindingKind, Groundwork},
    cores,
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
        let kept = one.cues.iter().filter_map(|cue| one.against(cue, other.as_ref())).collect();
        let from = findings.len();
        findings.extend(merged(one, kept).into_iter().map(|found| why::finding(&one.reading, side, &found, theirs)));
        if let Some(other) = other {
            findings.extend(dropped::sources(side, one, other, theirs));
            findings[from..].sort_by_key(|finding| finding.span);
        }
    }
    findings
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
    /// What the other article has in its place.
    pub counterpart: Option<Span>,
}

impl Telling<'_> {
    /// The cue held against the other article: none when it says the same there.
    fn against(&self, cue: &Cue, other: Option<&Self>) -> Option<Differing> {
        let links = self.links_of(cue.sentence);
        let Some(other) = other else {
            let (cue, counterpart) = (*cue, None);
            let alone =
                Differing { cue, strength: cue.strength, linked: false, elsewhere: false, quoted: false, counterpart };
            return (!cue.shift).then_some(alone);
        };
        if cue.shift && matches!(links, [(_, Grade::Reworded)]) {
            return self.shifted(cue, links, other);
        }
        let key = self.key(cue);
        let shared = links.iter().any(|(sentence, _)| other.keys_at.contains(&(*sentence, key.clone())));
        let words = self.words_of(cue);
        let scare =
            cue.kind == FindingKind::Hedge && cue.origin == Origin::Pattern(super::patterns::Pattern::ScareQuotes);
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
        let elsewhere = other.keys.contains(&key);
        // What is usual in the news tells something only between two tellings of one story.
        let usual = cue.shift || cue.strength < 2;
        if usual && (elsewhere || !self.is_of_one_story()) || cue.shift && cue.kind == FindingKind::Hedge {
            return None;
        }
        let strength = if elsewhere { cue.strength - 1 } else { cue.strength };
        let same_words = same_words.filter(|_| scare).or(quoted);
        let counterpart = same_words.or_else(|| self.counterpart(cue, links, other));
        let (strength, linked, quoted) = (strength.max(1), !links.is_empty(), quoted.is_some());
        Some(Differing { cue: *cue, strength, linked, elsewhere, quoted, counterpart })
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
        if alike || cue.kind == FindingKind::Naming && counterpart.is_none() {
            return None;
        }
        Some(Differing {
            cue: *cue,
            strength: cue.strength,
            linked: true,
            elsewhere: false,
            quoted: false,
            counterpart,
        })
    }

    /// The other article's wording at the place of `cue`.
    fn counterpart(&self, cue: &Cue, links: &[(SentenceId, Grade)], other: &Self) -> Option<Span> {
        let span = self.reading.span(cue.start, cue.end);
        let in_place = |(here, _): &(Span, Option<Span>)| here.len() <= span.len() + BESIDE;
        let changed = self.change_at(span).filter(in_place).and_then(|(_, theirs)| theirs);
        if cue.kind == FindingKind::Attribution {
            let verbs = || links.iter().flat_map(|(sentence, _)| other.verbs(*sentence));
            let changed = verbs().find(|(verb, _)| changed.is_some_and(|span| span.meets(*verb)));
            let sentence = self.reading.range(cue.sentence);
            let both = || fitting::reports(&self.reading, cue.start, cue.end, sentence);
            // Where two stand in one sentence, the other's verb answers to the first.
            let mut before = self.cues_of(cue.sentence).iter().take_while(|other| other.start < cue.start);
            let first = !before.any(|other| other.kind == FindingKind::Attribution);
            let reporting = || verbs().find(|(_, reports)| *reports).filter(|_| first && both());
            return changed.or_else(reporting).map(|(verb, _)| verb);
        }
        changed.filter(|theirs| theirs.len() <= MOST_OF_A_COUNTERPART && other.has_weight(*theirs))
    }
}

/// A counterpart of more bytes is no wording "in its place".
const MOST_OF_A_COUNTERPART: usize = 80;

/// How many bytes of other words a change may hold beside the cue for its two sides to stand in one another's place.
const BESIDE: usize = 30;

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
