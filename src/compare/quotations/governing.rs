//! Which attribution governs which quotation, and over which pieces and paragraphs a speaker goes on.

use std::ops::Range;

use super::{Quotation, Reading, attribution::Attribution, marks::Quoted};
use crate::text::token::TokenKind;

/// How many tokens may stand between a quotation and the verb that makes a statement of even a single word.
const BESIDE: usize = 4;
/// How far from a quotation its verb may stand, in tokens.
const REACH_AFTER: usize = 24;
const REACH_BEFORE: usize = 40;

/// Quotations and what governs them.
pub(super) struct Governing<'a> {
    pub reading: &'a Reading<'a>,
    pub marks: &'a [Quoted],
    pub found: &'a [Attribution],
}

impl Governing<'_> {
    /// Gives every quotation its attribution: the one after it in its sentence where it hands over, else the one before it, else one
    /// that ends in a colon; and carries a speaker on over the pieces of one utterance. Which of the attributions govern a statement.
    pub fn attribute(&self, quoted: &mut [Quotation]) -> Vec<bool> {
        let mut used = vec![false; self.found.len()];
        let mut by: Vec<Option<usize>> = vec![None; quoted.len()];
        for at in 0..quoted.len() {
            let governing = self.governing(at);
            // A word or two that another clause sets apart are the writer's own marks.
            let short = quoted[at].scare;
            let governing = governing.filter(|(which, apart)| {
                let follows = self.found[*which].from >= self.reading.places[at].outer.end;
                !short || *apart <= if follows { 1 } else { BESIDE } || !self.comma_between(&self.found[*which], at)
            });
            if let Some((which, apart)) = governing {
                let attribution = &self.found[which];
                by[at] = Some(which);
                quoted[at].speaker = Some(attribution.speaker.clone());
                quoted[at].verb = attribution.verb;
                let calls = self.is_called(attribution, at);
                quoted[at].scare &= apart > BESIDE || calls;
                // A word or two of a clause that is reported leave it a report, as a quotation inside of it does.
                let around = apart > 1 && attribution.from >= self.reading.places[at].outer.end;
                used[which] |= !quoted[at].scare && (!short || apart <= 1) && !around;
            }
            let Some(before) = at.checked_sub(1) else { continue };
            if quoted[at].scare || quoted[before].scare {
                continue;
            }
            let same_verb = by[at].is_some() && by[at] == by[before];
            let inherits = by[at].is_none() && self.goes_on(at, by[before]);
            if inherits || same_verb {
                quoted[at].utterance = quoted[before].utterance;
            }
            if inherits {
                let (speaker, verb) = (quoted[before].speaker.clone(), quoted[before].verb);
                quoted[at].speaker = speaker;
                quoted[at].verb = verb;
                by[at] = by[before];
            }
        }
        // A quotation that runs on over paragraphs may be attributed at its end alone.
        for at in (1..quoted.len()).rev() {
            if self.marks[at - 1].goes_on && by[at - 1].is_none() && by[at].is_some() {
                let (speaker, verb, utterance) =
                    (quoted[at].speaker.clone(), quoted[at].verb, quoted[at - 1].utterance);
                quoted[at - 1].speaker = speaker;
                quoted[at - 1].verb = verb;
                quoted[at].utterance = utterance;
                by[at - 1] = by[at];
            }
        }
        used
    }

    /// Whether the verb gives a name to a thing and does not say: the marks are the writer's distance as much as the speaker's word.
    fn is_called(&self, attribution: &Attribution, at: usize) -> bool {
        !attribution.reports && attribution.verb.is_some() && attribution.at < self.reading.places[at].outer.start
    }

    /// Whether the speaker of the quotation before `at`, which the attribution `by` governs, goes on in it.
    fn goes_on(&self, at: usize, by: Option<usize>) -> bool {
        let before = at - 1;
        if self.marks[before].goes_on {
            return true;
        }
        let article = &self.reading.article;
        let (from, to) = (self.reading.places[before].outer.end, self.reading.places[at].outer.start);
        let attribution = by.and_then(|by| self.found.get(by));
        let said_in = attribution.map(|attribution| self.reading.sentence_of[attribution.at]);
        let in_sentence = |at: usize| Some(self.reading.sentence_of[at]) == said_in;
        // "…,” said X, who has lived there for years. “…": a new sentence of the same speaker, after the rest of the attribution's.
        let rest = || (from..to).all(in_sentence);
        let (paragraph, mark) = (self.marks[before].paragraph, &self.marks[at]);
        if paragraph != mark.paragraph {
            // The next paragraph, if it is all quotation, after one that ends with quotation or attribution.
            let next = mark.paragraph.index() == paragraph.index() + 1;
            let here = article.paragraph(mark.paragraph);
            let (first, last) = (article.token_at(here.start), article.token_at(here.end));
            let quoted = (first..last).all(|at| {
                self.reading.inside[at].is_some()
                    || article.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Sign)
            });
            let signs = || (from..to).all(|at| article.tokens[at].kind == TokenKind::Sign);
            return next && quoted && attribution.is_some() && (rest() || signs());
        }
        let between = article.tokens.get(from..to.max(from)).unwrap_or_default();
        let governed = |span| attribution.is_some_and(|attribution| attribution.covers(span));
        let telling = between.iter().filter(|token| token.kind != TokenKind::Sign && !governed(token.span));
        let others = || {
            let start = self.found.partition_point(|other| other.at < from);
            self.found[start..]
                .iter()
                .take_while(|other| other.at < to)
                .any(|other| Some(other.at) != attribution.map(|own| own.at))
        };
        if telling.take(BESIDE + 1).count() <= BESIDE && !others() {
            // "Another said: “…”": somebody else, whoever it is.
            let told = (from..to)
                .any(|at| Some(self.reading.sentence_of[at]) != said_in && article.tokens[at].kind == TokenKind::Word);
            return !told;
        }
        rest() && Some(self.reading.sentence_at(mark.outer.start)) != said_in
    }

    /// Whether a comma outside of quotations parts an attribution from the quotation `at`.
    fn comma_between(&self, attribution: &Attribution, at: usize) -> bool {
        let reading = self.reading;
        let Range { start: first, end: last } = reading.places[at].outer;
        let between = if attribution.at < first { attribution.to..first } else { last..attribution.from.max(last) };
        between.clone().any(|at| reading.inside[at].is_none() && reading.raw(&reading.article.tokens[at]) == ",")
    }

    /// The attribution that governs the quotation `at`, and how many tokens lie between.
    fn governing(&self, at: usize) -> Option<(usize, usize)> {
        let (reading, found) = (self.reading, self.found);
        let mark = &self.marks[at];
        let Range { start: first, end: last } = reading.places[at].outer;
        let tokens = &reading.article.tokens;
        let start_sentence = reading.sentence_at(mark.outer.start);
        let end_sentence = reading.sentence_at(mark.outer.end.saturating_sub(1));
        // "« Les chiffres, explique Jean Roussel, sont mauvais »": the writer's words inside the marks.
        let within = found.partition_point(|attribution| attribution.at < first);
        if found.get(within).is_some_and(|attribution| attribution.at < last) {
            return Some((within, 0));
        }
        let next_mark = reading.places.get(at + 1).map_or(usize::MAX, |next| next.outer.start);
        let sentence_end = reading.article.sentence(end_sentence).tokens.end as usize;
        let sentence_start = reading.article.sentence(start_sentence).tokens.start as usize;
        let final_mark = last.checked_sub(2).and_then(|at| tokens.get(at)).map_or("", |token| reading.raw(token));
        // A sentence may end with the quotation though its attribution follows: "…!" he said; "…?" Keller asked.
        let follows_small = tokens.get(last).filter(|_| last >= sentence_end).is_some_and(|token| {
            let small = reading.raw(token).chars().next().is_some_and(char::is_lowercase);
            let asks = matches!(final_mark, "!" | "?" | ",");
            let beside = || found.iter().any(|attribution| attribution.from == last && !attribution.follows);
            token.kind == TokenKind::Word && (small || (asks && beside()))
        });
        let end = if follows_small {
            reading.article.sentence(reading.sentence_of[last]).tokens.end as usize
        } else {
            sentence_end
        };
        let after = found
            .iter()
            .enumerate()
            .skip(found.partition_point(|attribution| attribution.at < last))
            .take_while(|(_, attribution)| attribution.at < end.min(next_mark).min(last + REACH_AFTER))
            .find(|(_, attribution)| attribution.from >= last)
            .map(|(which, attribution)| (which, attribution.from.saturating_sub(last).min(attribution.at - last)));
        let before = found[..found.partition_point(|attribution| attribution.at < first)]
            .iter()
            .enumerate()
            .rev()
            .take_while(|(_, attribution)| attribution.at >= sentence_start && attribution.at + REACH_BEFORE > first)
            .find(|(_, attribution)| !attribution.follows || attribution.to <= first)
            .map(|(which, attribution)| (which, first.saturating_sub(attribution.to)));
        let hands_over =
            matches!(final_mark, "," | "?" | "!") || tokens.get(last).is_some_and(|token| reading.raw(token) == ",");
        let chosen = match (before, after) {
            (Some(before), Some(after)) => Some(if hands_over && after.1 <= before.1.max(2) { after } else { before }),
            (before, after) => before.or(after),
        };
        chosen.or_else(|| {
            // "X told reporters:" at the end of the sentence or paragraph before.
            let colon =
                first.checked_sub(1).filter(|at| tokens.get(*at).is_some_and(|token| reading.raw(token) == ":"))?;
            let sentence = reading.sentence_of[colon];
            let (which, _) = found[..found.partition_point(|attribution| attribution.at <= colon)]
                .iter()
                .enumerate()
                .next_back()
                .filter(|(_, attribution)| reading.sentence_of[attribution.at] == sentence)?;
            Some((which, 0))
        })
    }
}
