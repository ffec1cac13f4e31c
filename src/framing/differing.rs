//! Which cues differ between two aligned articles. What both say alike is no finding of the pair.

use rustc_hash::FxHashSet;

use super::{
    cue::{self, Cue, Origin},
    fitting,
    reading::{Reading, Voice},
    why,
};
use crate::{
    align::{Grade, PairAlignment},
    compare::{Change, ChangeClass, Finding, FindingKind, Groundwork},
    lexicon::ListKind,
    story::{SentenceId, Side, Story},
    text::{span::Span, token::TokenKind, vocabulary::WordId},
};

/// What makes two cues the same: the entry, or the pattern and its words.
type Key = (Origin, Vec<WordId>);

/// One side of a pair.
struct Telling<'a> {
    reading: Reading<'a>,
    cues: Vec<Cue>,
    /// Each sentence's cues, as a range of `cues`.
    of_sentence: Vec<(usize, usize)>,
    keys: FxHashSet<Key>,
    /// For each sentence the sentences of the other side that it is linked with, and whether the whole of it is.
    linked: Vec<Vec<(SentenceId, Grade)>>,
    /// The changes on this side, by their place, with the other side's wording.
    changes: Vec<(Span, Option<Span>)>,
}

/// The cues of `alignment`'s two articles that the other does not share, in reading order, left first. An article in a language
/// without lists has none.
#[must_use]
pub fn cues(story: &Story, alignment: &PairAlignment, changes: &[Change], groundwork: &Groundwork) -> Vec<Finding> {
    let telling = |side| Telling::new(story, alignment, changes, groundwork, side);
    let (left, right) = (telling(Side::Left), telling(Side::Right));
    let mut findings = Vec::new();
    for (side, one, other) in [(Side::Left, &left, &right), (Side::Right, &right, &left)] {
        let Some(one) = one else { continue };
        let label = &story.articles[alignment.pair.on(side.other())].label;
        let kept = one.cues.iter().filter_map(|cue| one.against(cue, other.as_ref())).collect();
        let other_text = &story.articles[alignment.pair.on(side.other())].text;
        findings.extend(
            merged(one, kept).into_iter().map(|found| why::finding(&one.reading, side, &found, label, other_text)),
        );
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
    /// What the other article has in its place.
    pub counterpart: Option<Span>,
}

impl<'a> Telling<'a> {
    fn new(
        story: &'a Story,
        alignment: &PairAlignment,
        changes: &[Change],
        groundwork: &'a Groundwork,
        side: Side,
    ) -> Option<Self> {
        let id = alignment.pair.on(side);
        let article = &story.articles[id];
        let reading = Reading::new(story, article, groundwork.words.of(id)?);
        let cues = cue::cues(&reading);
        let mut of_sentence = vec![(0, 0); article.sentences.len()];
        let mut from = 0;
        for run in cues.chunk_by(|a, b| a.sentence == b.sentence) {
            if let Some(slot) = run.first().and_then(|cue| of_sentence.get_mut(cue.sentence.index())) {
                *slot = (from, from + run.len());
            }
            from += run.len();
        }
        let mut linked = vec![Vec::new(); article.sentences.len()];
        for link in &alignment.links {
            for id in link.on(side) {
                if let Some(slot) = linked.get_mut(id.index()) {
                    slot.extend(link.on(side.other()).iter().map(|other| (*other, link.grade)));
                }
            }
        }
        let worded =
            |change: &&Change| matches!(change.class, ChangeClass::Word | ChangeClass::Name | ChangeClass::Number);
        let mut changes: Vec<(Span, Option<Span>)> = changes
            .iter()
            .filter(worded)
            .filter_map(|change| Some((change.on(side)?, change.on(side.other()))))
            .collect();
        changes.sort_by_key(|(span, other)| (span.start, span.end, *other));
        let mut telling = Self { reading, cues, of_sentence, keys: FxHashSet::default(), linked, changes };
        telling.keys = telling.cues.iter().map(|cue| telling.key(cue)).collect();
        Some(telling)
    }

    fn key(&self, cue: &Cue) -> Key {
        let words = match cue.origin {
            Origin::Entry(_) => Vec::new(),
            Origin::Pattern(_) => self.words_of(cue),
        };
        (cue.origin, words)
    }

    fn words_of(&self, cue: &Cue) -> Vec<WordId> {
        let tokens = self.reading.article.tokens.get(cue.start..cue.end).unwrap_or_default();
        tokens.iter().filter(|token| token.kind != TokenKind::Sign).map(|token| token.word).collect()
    }

    fn cues_of(&self, sentence: SentenceId) -> &[Cue] {
        let (from, to) = self.of_sentence.get(sentence.index()).copied().unwrap_or_default();
        self.cues.get(from..to).unwrap_or_default()
    }

    fn links_of(&self, sentence: SentenceId) -> &[(SentenceId, Grade)] {
        self.linked.get(sentence.index()).map(Vec::as_slice).unwrap_or_default()
    }

    /// The cue held against the other article: none when it says the same there.
    fn against(&self, cue: &Cue, other: Option<&Self>) -> Option<Differing> {
        let links = self.links_of(cue.sentence);
        let Some(other) = other else {
            let alone =
                Differing { cue: *cue, strength: cue.strength, linked: false, elsewhere: false, counterpart: None };
            return (!cue.shift).then_some(alone);
        };
        if cue.shift {
            return self.shifted(cue, links, other);
        }
        let key = self.key(cue);
        let shared = links.iter().any(|(sentence, _)| {
            other.cues_of(*sentence).iter().any(|theirs| theirs.origin == cue.origin && other.key(theirs) == key)
        });
        let words = self.words_of(cue);
        let scare =
            cue.kind == FindingKind::Hedge && cue.origin == Origin::Pattern(super::patterns::Pattern::ScareQuotes);
        let same_words = links.iter().find_map(|(sentence, _)| other.find(*sentence, &words));
        if shared || same_words.is_some() && !scare {
            return None;
        }
        let elsewhere = other.keys.contains(&key);
        if elsewhere && cue.strength < 2 {
            return None;
        }
        let strength = if elsewhere { cue.strength - 1 } else { cue.strength };
        let counterpart = same_words.filter(|_| scare).or_else(|| self.counterpart(cue, links, other));
        Some(Differing { cue: *cue, strength: strength.max(1), linked: !links.is_empty(), elsewhere, counterpart })
    }

    /// A degree of certainty counts where the linked passage, reworded at this place, has none.
    fn shifted(&self, cue: &Cue, links: &[(SentenceId, Grade)], other: &Self) -> Option<Differing> {
        let [(sentence, Grade::Reworded)] = links else { return None };
        let alike = other.cues_of(*sentence).iter().any(|theirs| theirs.sense == cue.sense || theirs.kind == cue.kind);
        let span = self.reading.span(cue.start, cue.end);
        let change = self.change_at(span).filter(|(here, _)| here.len() <= MOST_OF_A_COUNTERPART)?;
        if alike {
            return None;
        }
        let counterpart = change.1.filter(|theirs| theirs.len() <= MOST_OF_A_COUNTERPART);
        Some(Differing { cue: *cue, strength: cue.strength, linked: true, elsewhere: false, counterpart })
    }

    /// The other article's wording at the place of `cue`.
    fn counterpart(&self, cue: &Cue, links: &[(SentenceId, Grade)], other: &Self) -> Option<Span> {
        let span = self.reading.span(cue.start, cue.end);
        let changed = self.change_at(span).and_then(|(_, theirs)| theirs);
        if cue.kind == FindingKind::Attribution {
            let verbs = || links.iter().flat_map(|(sentence, _)| other.verbs(*sentence));
            let in_place = verbs().find(|(verb, _)| changed.is_some_and(|span| span.meets(*verb)));
            let sentence = self.reading.range(cue.sentence);
            let both = || fitting::reports(&self.reading, cue.start, cue.end, sentence);
            let reporting = || verbs().find(|(_, reports)| *reports).filter(|_| both());
            return in_place.or_else(reporting).map(|(verb, _)| verb);
        }
        changed.filter(|theirs| theirs.len() <= MOST_OF_A_COUNTERPART)
    }

    /// The change that holds some of `span`.
    fn change_at(&self, span: Span) -> Option<(Span, Option<Span>)> {
        let before = self.changes.partition_point(|(change, _)| change.start < span.end);
        let near = self.changes.get(before.saturating_sub(NEAR)..before).unwrap_or_default();
        let mut meeting = near.iter().filter(|(change, _)| change.meets(span));
        meeting.clone().find(|(_, theirs)| theirs.is_some()).or_else(|| meeting.next()).copied()
    }

    /// The reporting verbs in the narration of a sentence, and whether something is reported by them.
    fn verbs(&self, sentence: SentenceId) -> impl Iterator<Item = (Span, bool)> {
        let (from, to) = self.reading.range(sentence);
        let tokens = self.reading.article.tokens.get(..to).unwrap_or_default();
        (from..to).filter_map(move |at| {
            let (entry, found) = self.reading.words.reporting(tokens, at)?;
            let end = at + found.length;
            let meant = self.reading.voice(at) == Voice::Narration
                && fitting::fits(&self.reading, entry, found.form, at, end, (from, to), false);
            let reports = || fitting::reports(&self.reading, at, end, (from, to));
            (entry.kind == ListKind::Attribution && meant).then(|| (self.reading.span(at, end), reports()))
        })
    }

    /// Where `words` stand in the narration of a sentence, signs aside.
    fn find(&self, sentence: SentenceId, words: &[WordId]) -> Option<Span> {
        let (from, to) = self.reading.range(sentence);
        let first = words.first()?;
        (from..to).find_map(|at| {
            if self.reading.token(at)?.word != *first || self.reading.voice(at) != Voice::Narration {
                return None;
            }
            let mut end = at;
            for word in words {
                while end < to && self.reading.is_sign(end) {
                    end += 1;
                }
                if end >= to || self.reading.token(end)?.word != *word {
                    return None;
                }
                end += 1;
            }
            Some(self.reading.span(at, end))
        })
    }
}

/// A counterpart of more bytes is no wording "in its place".
const MOST_OF_A_COUNTERPART: usize = 80;
/// How many changes before a place are looked at for one that holds it; longer ones than their neighbours are rare.
const NEAR: usize = 8;

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
