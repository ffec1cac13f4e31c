//! A cue as it stands in one article, before the other is looked at.

use std::cmp::Reverse;

use super::{
    fitting,
    pattern::Pattern,
    patterns,
    reading::{Reading, Voice},
    weighing,
};
use crate::{
    compare::FindingKind,
    lexicon::{Form, ListKind, Sense},
    story::SentenceId,
};

/// What made it a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// An entry of a list.
    Entry(u32),
    /// A pattern without a list.
    Pattern(Pattern),
}

/// A cue of one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    pub sentence: SentenceId,
    /// Its first token, as an index into the article's.
    pub start: usize,
    /// After the last token of the words that make it a cue.
    pub end: usize,
    /// After the last token of what it speaks for: its clause, or the same as `end`.
    pub reach: usize,
    pub kind: FindingKind,
    pub sense: Sense,
    pub strength: u8,
    pub origin: Origin,
    /// A cue only where the linked passage lacks it.
    pub shift: bool,
    /// In which form an entry stands there: `misleading` is rather the adjective than a form of `mislead`.
    pub form: Form,
    /// Whether it stands in what somebody is reported to say: in a source's voice, told in the writer's words.
    pub reported: bool,
    /// A cue only where the linked passage has what it is set beside bare.
    pub bare: bool,
}

/// The kind of finding that the entries of a list make.
pub fn kind_of(list: ListKind) -> FindingKind {
    match list {
        ListKind::Attribution => FindingKind::Attribution,
        ListKind::Source => FindingKind::Source,
        ListKind::Hedge => FindingKind::Hedge,
        ListKind::Loaded => FindingKind::Loaded,
        ListKind::Naming => FindingKind::Naming,
        ListKind::Evaluation => FindingKind::Evaluation,
        ListKind::Interpretation => FindingKind::Interpretation,
        ListKind::Background => FindingKind::Background,
    }
}

/// The cues of an article in reading order. Of the words that are cues none overlaps another, and of the clauses none; a word may
/// stand in a clause.
pub fn cues(reading: &Reading<'_>) -> Vec<Cue> {
    let (mut all, mut found, mut plain) = (Vec::new(), Vec::new(), Vec::new());
    for sentence in reading.told() {
        listed(reading, sentence, &mut found, &mut plain);
        patterns::find(reading, sentence, &mut found);
        for (start, end) in plain.drain(..) {
            found.retain(|cue| cue.start < start || end < cue.end);
        }
        part(&mut found);
        apart(reading, &mut found, reading.range(sentence).0);
        stretch(reading, sentence, &mut found);
        weighing::idle(reading, &mut found);
        if reading.has_grammar {
            weighing::charge(reading, sentence, &mut found);
        }
        // What nobody in particular is reported to say is the writer's choice.
        let unnamed = found.iter().any(|cue| cue.kind == FindingKind::Source);
        for cue in &mut found {
            cue.reported = !unnamed && reading.is_reported(cue.start);
        }
        all.append(&mut found);
    }
    all
}

/// What the lists find in a sentence; in `plain` the set phrases in which a listed word judges nothing: `abandon ship`.
fn listed(reading: &Reading<'_>, sentence: SentenceId, found: &mut Vec<Cue>, plain: &mut Vec<(usize, usize)>) {
    let (from, to) = reading.range(sentence);
    let Some(tokens) = reading.article.tokens.get(..to) else { return };
    let title = reading.is_title_case(sentence);
    for at in from..to {
        if !reading.words.may_begin(tokens[at].word) || reading.voice(at) != Voice::Narration {
            continue;
        }
        for hit in reading.words.at(tokens, at) {
            let entry = reading.words.entry(hit.entry);
            let end = at + hit.length;
            if entry.group.strength == 0 {
                if entry.kind != ListKind::Attribution {
                    plain.push((at, end));
                }
                continue;
            }
            let spoken = (at..end).any(|inside| reading.voice(inside) == Voice::Statement);
            if spoken || !fitting::fits(reading, entry, hit.form, at, end, (from, to), title) {
                continue;
            }
            let kind = kind_of(entry.kind);
            found.push(Cue {
                sentence,
                start: if fitting::is_label_after_name(entry) { at - 1 } else { at },
                end,
                reach: end,
                kind,
                sense: entry.group.sense,
                strength: entry.group.strength,
                origin: Origin::Entry(hit.entry),
                shift: entry.group.shift,
                form: hit.form,
                reported: false,
                bare: false,
            });
        }
    }
}

/// Leaves a verb that takes a stance to itself: `critics warn` tells who speaks and how.
fn part(found: &mut [Cue]) {
    let verbs: Vec<usize> =
        found.iter().filter(|cue| cue.kind == FindingKind::Attribution).map(|cue| cue.start).collect();
    for source in found.iter_mut().filter(|cue| cue.sense == Sense::Vague) {
        if let Some(verb) = verbs.iter().find(|verb| **verb + 1 == source.end && **verb > source.start) {
            source.end = *verb;
            source.reach = *verb;
        }
    }
}

/// Keeps of overlapping cues the longest, then the strongest; in reading order. Words and clauses are told apart: what a clause does and
/// what a word in it does are two facts. `from`: the sentence's first token.
fn apart(reading: &Reading<'_>, found: &mut Vec<Cue>, from: usize) {
    found.sort_by_key(|cue| {
        let length = Reverse(cue.end - cue.start);
        (
            length,
            cue.shift,
            cue.kind != FindingKind::Attribution,
            cue.form != Form::Listed,
            Reverse(cue.strength),
            cue.start,
        )
    });
    let last = found.iter().map(|cue| cue.end).max().unwrap_or(from);
    let mut taken = [vec![Free; last.saturating_sub(from)], vec![Free; last.saturating_sub(from)]];
    // Clauses first: a mild word that is part of what opens one says nothing by itself.
    for clauses in [true, false] {
        found.retain(|cue| {
            if speaks_for_clause(reading, cue) != clauses {
                return true;
            }
            let place = cue.start.saturating_sub(from)..cue.end.saturating_sub(from);
            let [words, openings] = &mut taken;
            let Some(opening) = openings.get_mut(place.clone()) else { return false };
            if clauses {
                let free = opening.iter().all(|token| *token == Free);
                if free {
                    let entry = matches!(cue.origin, Origin::Entry(_));
                    opening.fill(if entry { Opening } else { Taken });
                    if let Some(head) = opening.first_mut().filter(|_| entry) {
                        *head = Head;
                    }
                }
                return free;
            }
            let Some(tokens) = words.get_mut(place) else { return false };
            let free = tokens.iter().all(|token| *token == Free);
            // "failed" in "failed to": one fact.
            let part = cue.strength < 2 && opening.contains(&Opening)
                || !matches!(cue.kind, FindingKind::Attribution | FindingKind::Source)
                    && opening.first() == Some(&Head);
            if free && !part {
                tokens.fill(Taken);
            }
            free && !part
        });
    }
    // The shape of a clause and the listed word that opens it are one fact: ", who disregarded", "without elaborating".
    let opened: Vec<usize> = found
        .iter()
        .filter(|cue| {
            let tells = matches!(cue.kind, FindingKind::Attribution | FindingKind::Hedge);
            tells && cue.strength > 1 && matches!(cue.origin, Origin::Entry(_)) && !speaks_for_clause(reading, cue)
        })
        .map(|cue| cue.start)
        .collect();
    found.retain(|cue| match cue.origin {
        Origin::Pattern(pattern) if pattern.speaks_for_clause() => {
            !opened.iter().any(|word| (cue.start..cue.end).contains(word))
        }
        _ => true,
    });
    found.sort_by_key(|cue| (cue.start, Reverse(cue.reach)));
}

/// What a token is already part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    Free,
    /// A cue.
    Taken,
    /// The words of an entry that opens a clause.
    Opening,
    /// The first of them.
    Head,
}
use Held::{Free, Head, Opening, Taken};

/// Whether the cue speaks for the rest of its clause.
fn speaks_for_clause(reading: &Reading<'_>, cue: &Cue) -> bool {
    match cue.origin {
        Origin::Entry(id) => reading.words.entry(id).group.clause,
        Origin::Pattern(pattern) => pattern.speaks_for_clause(),
    }
}

/// No clause is followed further than this, in tokens.
pub const LONGEST_CLAUSE: usize = 16;

/// Lets the cues that speak for their clause reach to its end, or to the next one that speaks for its own. Words that are cues by
/// themselves may stand inside.
fn stretch(reading: &Reading<'_>, sentence: SentenceId, found: &mut [Cue]) {
    let (_, to) = reading.range(sentence);
    let mut next = to;
    for cue in found.iter_mut().rev().filter(|cue| speaks_for_clause(reading, cue)) {
        let whole = clause_end(reading, cue.end, to.min(cue.start + LONGEST_CLAUSE), to);
        // A clause cut short by another says less than the words that open it.
        cue.reach = if whole <= next { whole } else { cue.end };
        next = cue.start;
    }
}

/// Where the clause that goes on at `from` ends. One that goes on beyond `limit` is cut before a preposition or conjunction.
pub fn clause_end(reading: &Reading<'_>, from: usize, limit: usize, sentence_end: usize) -> usize {
    use crate::lexicon::WordSet::{Be, Conjunction, Determiner, Have, Modal, Preposition, Pronoun, Relative};
    // Marks around a word that the writer keeps at a distance stand inside of the clause.
    let kept = |at: usize| {
        let scare = |at: usize| reading.voice(at) == Voice::Scare;
        !scare(at) && (scare(at + 1) || at > 0 && scare(at - 1)) && !matches!(reading.form(at), "," | "." | ";" | ":")
    };
    let breaks = |at: usize| {
        let form = reading.form(at);
        !kept(at) && reading.is_sign(at) && (reading.is_dash(at) || !matches!(form, "-" | "'" | "/" | "&" | "$" | "%"))
            || reading.is(at, Relative) && form != "that"
            || form == "and" && reading.any(at + 1, Have.bit() | Be.bit() | Modal.bit())
            || matches!(form, "while" | "whilst" | "although" | "though" | "after" | "before" | "but" | "because")
    };
    let mut end = (from..limit).find(|at| breaks(*at)).unwrap_or(limit);
    if end == limit && limit < sentence_end && !breaks(limit) {
        let part = |at: &usize| reading.any(*at, Preposition.bit() | Conjunction.bit());
        end = (from + 2..limit).find(part).unwrap_or(from);
    }
    let idle = Conjunction.bit() | Determiner.bit() | Preposition.bit() | Pronoun.bit();
    while end > from && (reading.any(end - 1, idle) || reading.is_sign(end - 1) && !kept(end - 1)) {
        end -= 1;
    }
    end
}
