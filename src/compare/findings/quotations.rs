//! Quotations that differ.

use rustc_hash::FxHashSet;

use super::{Held, finding, said};
use crate::{
    align::Grade,
    compare::{
        finding::{Finding, FindingKind},
        quotation_pairs::{Edit, Fate, QuotationPair, Speakers, Touching},
        quotations::{Quotation, SpeakerKind},
    },
    lexicon::WordSet,
    story::{SentenceId, Side},
    text::{
        fold::fold,
        span::Span,
        token::{Token, TokenKind},
    },
};

/// One finding for each pair of quotations that differs, on the side that has more words, or higher up; and one for each named speaker whom one
/// article alone quotes. A quotation that only one article has is a row of the table, and no finding by itself.
pub(super) fn findings(held: &Held, pairs: &[QuotationPair]) -> Vec<Finding> {
    let touching = Side::BOTH.map(|side| Touching::of(held.alignment, side));
    let mut findings: Vec<Finding> =
        pairs.iter().flat_map(|pair| Pair { held, pair, touching: &touching }.findings()).collect();
    findings.extend(Side::BOTH.iter().flat_map(|side| speakers(held, pairs, *side)));
    findings
}

/// Where the left article names the speakers of quotations that the right one gives to others.
pub(super) fn speakers_of_others(held: &Held, pairs: &[QuotationPair]) -> Vec<Span> {
    let all = held.groundwork.quotations.get(held.alignment.pair.left);
    let others = pairs.iter().filter(|pair| pair.other_speaker).flat_map(|pair| &pair.left);
    others.filter_map(|at| Some(all?.quoted.get(*at)?.speaker.as_ref()?.span)).collect()
}

/// So many of its differences are told of an altered quotation.
const TOLD: usize = 3;

/// So few words with a denial among them are little else than the denial.
const SHORT: usize = 3;

/// Quotation marks, of which one may stand without its partner.
const MARKS: [char; 10] =
    ['"', '\u{201c}', '\u{201d}', '\u{ab}', '\u{bb}', '\u{201e}', '\u{2018}', '\u{300c}', '\u{300e}', '`'];

/// How many bytes may stand between two pieces of one quotation: an attribution, or the end of a paragraph.
const CLOSE: u32 = 400;

struct Pair<'a> {
    held: &'a Held<'a>,
    pair: &'a QuotationPair,
    /// The links that touch each sentence, on the left and on the right.
    touching: &'a [Touching; 2],
}

impl<'a> Pair<'a> {
    fn findings(&self) -> Vec<Finding> {
        let found = match self.pair.fate {
            // What it leaves out the article has elsewhere.
            _ if self.pair.repeat => None,
            Fate::Full => None,
            Fate::Trimmed => self.trimmed(),
            Fate::Altered => self.altered(),
            Fate::Merged => self.merged(),
            Fate::Reported => self.reported(),
            Fate::Only => self.unquoted(),
        };
        found.into_iter().chain(self.speakers()).collect()
    }

    fn quotations(&self, side: Side) -> Vec<&'a Quotation> {
        let all = self.held.groundwork.quotations.get(self.held.alignment.pair.on(side));
        self.pair.on(side).iter().filter_map(|at| all?.quoted.get(*at)).collect()
    }

    /// From the first piece of the quotation to the last that follows closely: pieces may answer to each other from afar, and what
    /// stands between them is no quotation.
    fn whole(&self, side: Side) -> Option<Span> {
        let parts = self.quotations(side);
        let mut whole = parts.first()?.span;
        for part in parts.iter().skip(1).map(|part| part.span) {
            if part.start > whole.end.saturating_add(CLOSE) {
                break;
            }
            whole = whole.join(part);
        }
        Some(whole)
    }

    fn said(&self, side: Side, span: Span) -> String {
        said(self.held.text(side, span))
    }

    /// What `side` alone quotes, where nothing stands in its place.
    fn cut(&self, side: Side) -> Vec<Span> {
        let cut = self.pair.edits.iter().filter(|edit| !edit.slight && !edit.exchanges());
        cut.filter_map(|edit| edit.on(side)).collect()
    }

    fn trimmed(&self) -> Option<Finding> {
        let long = |side: Side| self.cut(side).iter().map(|span| span.len()).sum::<usize>();
        let side = self.held.before(long(Side::Right).cmp(&long(Side::Left)));
        let (cut, back) = (self.cut(side), self.cut(side.other()));
        let listed = |side: Side, spans: &[Span]| -> String {
            spans.iter().map(|span| self.said(side, *span)).collect::<Vec<_>>().join(", ")
        };
        let (there, first) = (self.whole(side.other())?, *cut.first()?);
        let span = if cut.len() == 1 { first } else { self.whole(side)? };
        let (own, other) = (self.held.label(side), self.held.label(side.other()));
        let mut why = format!("{own} quotes {}; {other} has the quotation without", listed(side, &cut));
        why.push_str(if cut.len() == 1 { " these words" } else { " them" });
        if !back.is_empty() {
            why += &format!(", but with {}", listed(side.other(), &back));
        }
        why.push('.');
        let denial = cut.iter().map(|span| (side, *span)).chain(back.iter().map(|span| (side.other(), *span)));
        let strength = if let Some(denial) = denial.into_iter().find_map(|(side, span)| self.denial(side, span)) {
            why += &format!(" {denial}.");
            3
        } else if cut.len() == 1 && back.is_empty() && self.marks_a_gap(side.other()) {
            why += &format!(" {other} marks that words are left out.");
            1
        } else {
            2
        };
        Some(self.make(side, span, Some(there), strength, "quotations: trimmed", why))
    }

    /// Which word in `span` denies, where it stands with few others: without it the opposite is quoted.
    fn denial(&self, side: Side, span: Span) -> Option<String> {
        let words = self.held.groundwork.words.of(self.held.alignment.pair.on(side))?;
        let article = self.held.article(side);
        let mut tokens = article.tokens[article.token_at(span.start)..].iter();
        let tokens = tokens.by_ref().take_while(|token| token.span.start < span.end);
        let tokens: Vec<&Token> = tokens.filter(|token| token.kind != TokenKind::Sign).collect();
        let denies = |token: &&&Token| words.is(token.word, WordSet::Negation);
        let denial = tokens.iter().find(denies).filter(|_| tokens.len() <= SHORT)?;
        Some(format!("{} stands in {} alone", self.said(side, denial.span), self.held.label(side)))
    }

    /// Whether the quotation on `side` has a mark for words that are left out.
    fn marks_a_gap(&self, side: Side) -> bool {
        let text = |quotation: &Quotation| self.held.text(side, quotation.inner).to_owned();
        self.quotations(side).into_iter().any(|quotation| {
            let text = text(quotation);
            let inner = text.trim_end_matches(['.', '\u{2026}', ' ']);
            ["...", "\u{2026}", ". . ."].iter().any(|gap| inner.contains(gap))
        })
    }

    fn altered(&self) -> Option<Finding> {
        let (side, here, there) = self.held.higher(self.whole(Side::Left)?, self.whole(Side::Right)?);
        let edits: Vec<&Edit> = self.pair.edits.iter().filter(|edit| !edit.slight).collect();
        let words = |side: Side, edit: &Edit| edit.on(side).map_or("nothing".to_owned(), |span| self.said(side, span));
        let (own, other) = (self.held.label(side), self.held.label(side.other()));
        let told = edits.iter().take(TOLD).enumerate().map(|(at, edit)| {
            let (here, there) = (words(side, edit), words(side.other(), edit));
            if at == 0 { format!("{own} quotes {here}, {other} {there}") } else { format!("{here}, {there}") }
        });
        let mut why = told.collect::<Vec<_>>().join("; ");
        if let Some(more @ 1..) = edits.len().checked_sub(TOLD) {
            why += &format!("; and {more} more");
        }
        why.push('.');
        Some(self.make(side, here, Some(there), 2, "quotations: altered", why))
    }

    fn merged(&self) -> Option<Finding> {
        let side = self.held.before(self.pair.left.len().cmp(&self.pair.right.len()));
        let (few, many) = (self.pair.on(side).len(), self.pair.on(side.other()).len());
        let (here, there) = (self.whole(side)?, self.whole(side.other())?);
        let (own, other) = (self.held.label(side), self.held.label(side.other()));
        let one = if few == 1 { "one quotation".to_owned() } else { format!("{few} quotations") };
        let why =
            format!("{own} sets as {one} what {other} gives in {} pieces, with words of its own between.", many.max(2));
        Some(self.make(side, here, Some(there), 2, "quotations: merged", why))
    }

    fn reported(&self) -> Option<Finding> {
        let side = if self.pair.left.is_empty() { Side::Right } else { Side::Left };
        let (here, there) = (self.whole(side)?, self.pair.reported?);
        let (own, other) = (self.held.label(side), self.held.label(side.other()));
        let why =
            format!("{own} quotes it; {other} tells it without quotation marks: {}.", self.said(side.other(), there));
        Some(self.make(side, here, Some(there), 2, "quotations: reported elsewhere", why))
    }

    /// A quotation inside what two linked passages share, where the other article has no quotation at all.
    fn unquoted(&self) -> Option<Finding> {
        let side = if self.pair.left.is_empty() { Side::Right } else { Side::Left };
        let parts = self.quotations(side);
        let held = self.held;
        let theirs = held.groundwork.quotations.get(held.alignment.pair.on(side.other()))?;
        let quotes = |id: SentenceId| {
            let from = theirs.quoted.partition_point(|quotation| quotation.sentences.1 < id);
            theirs.quoted.get(from).is_some_and(|quotation| quotation.sentences.0 <= id)
        };
        let touching = &self.touching[side.index()];
        let linked = touching.by(&parts).into_iter().find_map(|at| {
            let (link, wording) = (held.alignment.links.get(at as usize)?, held.wordings.get(at as usize)?);
            let here = |span: Span| parts.iter().any(|part| part.inner.meets(span));
            let inside = wording.shared.iter().any(|(l, r)| here(if side == Side::Left { *l } else { *r }));
            (link.grade == Grade::Reworded && inside).then_some(link)
        })?;
        let there = linked.on(side.other());
        let article = held.article(side.other());
        if there.is_empty() || there.iter().any(|id| quotes(*id)) {
            return None;
        }
        let span = article.sentence(*there.first()?).span().join(article.sentence(*there.last()?).span());
        // Marks without a partner make no quotation, but show that there is one.
        if span.of(&article.text).contains(MARKS) {
            return None;
        }
        let (here, other) = (self.whole(side)?, held.label(side.other()));
        let why = format!("Quoted in {}; the linked passage of {other} has no quotation.", held.label(side));
        Some(self.make(side, here, Some(span), 1, "quotations: not quoted there", why))
    }

    /// What is told of speakers that differ, in the words of the articles; a pronoun or an office with the name it stands for.
    fn speakers(&self) -> Option<Finding> {
        let (strength, rule) = match self.pair.speakers {
            Speakers::Alike => return None,
            Speakers::Other => (3, "quotations: another speaker"),
            Speakers::Office => (2, "quotations: another office"),
            Speakers::Unnamed => (2, "quotations: speaker not named there"),
        };
        // Where pieces have other speakers each, it is told of these pieces.
        let piece = |side: Side| {
            let (l, r) = self.pair.apart?;
            let all = self.held.groundwork.quotations.get(self.held.alignment.pair.on(side))?;
            all.quoted.get(if side == Side::Left { l } else { r })
        };
        let speaker = |side: Side| match piece(side) {
            Some(piece) => piece.speaker.as_ref(),
            None => self.quotations(side).into_iter().find_map(|part| part.speaker.as_ref()),
        };
        let whole = |side: Side| piece(side).map(|piece| piece.span).or_else(|| self.whole(side));
        let (side, here, there) = match (speaker(Side::Left)?, speaker(Side::Right)?) {
            (l, r) if l.name.is_some() != r.name.is_some() => {
                let side = if l.name.is_some() { Side::Left } else { Side::Right };
                (side, whole(side)?, whole(side.other())?)
            }
            _ => self.held.higher(whole(Side::Left)?, whole(Side::Right)?),
        };
        let name = |side: Side| -> Option<String> {
            let speaker = speaker(side)?;
            let words = self.said(side, speaker.span);
            Some(match &speaker.name {
                Some(name) if speaker.kind != SpeakerKind::Named => {
                    format!("{words} (by the text before: {})", said(name))
                }
                Some(name) => said(name),
                None => words,
            })
        };
        let (own, other) = (self.held.label(side), self.held.label(side.other()));
        let why = format!("{own} gives the quotation to {}, {other} to {}.", name(side)?, name(side.other())?);
        Some(self.make(side, here, Some(there), strength, rule, why))
    }

    fn make(&self, side: Side, span: Span, there: Option<Span>, strength: u8, rule: &str, why: String) -> Finding {
        finding(side, span, FindingKind::Quotation, there, strength, rule, why)
    }
}

/// The named speakers whom `side` alone quotes, each once, at the first quotation.
fn speakers(held: &Held, pairs: &[QuotationPair], side: Side) -> Vec<Finding> {
    let quotations = |side| held.groundwork.quotations.get(held.alignment.pair.on(side));
    let (Some(own), Some(theirs)) = (quotations(side), quotations(side.other())) else { return Vec::new() };
    let last = |name: &str| name.split_whitespace().next_back().map(fold).unwrap_or_default();
    let mut speaking: FxHashSet<String> = FxHashSet::default();
    for speaker in theirs.quoted.iter().map(|q| &q.speaker).chain(theirs.reported.iter().map(|r| &r.speaker)) {
        speaking.extend(speaker.iter().filter_map(|speaker| speaker.name.as_deref()).map(last));
    }
    let article = held.article(side.other());
    let mut words = vec![false; held.story.vocabulary.len()];
    article.tokens.iter().for_each(|token| words[token.word.index()] = true);
    let spoken = |name: &str| held.story.vocabulary.get(name).is_some_and(|word| words[word.index()]);
    let mut known: FxHashSet<String> = FxHashSet::default();
    let mut findings = Vec::new();
    for pair in pairs.iter().filter(|pair| pair.fate == Fate::Only) {
        let Some(first) = pair.on(side).first().and_then(|at| own.quoted.get(*at)) else { continue };
        let Some(name) = first.speaker.as_ref().and_then(|speaker| speaker.name.as_deref()) else { continue };
        let key = last(name);
        if key.is_empty()
            || speaking.contains(&key)
            || !is_by_name(held, side, first, &key)
            || !known.insert(key.clone())
        {
            continue;
        }
        let (label, other) = (held.label(side), held.label(side.other()));
        let absent = if spoken(&key) { "has the name, but no quotation was found" } else { "does not have the name" };
        let why = format!("{label} alone quotes {}; {other} {absent}.", said(name));
        let kind = FindingKind::Quotation;
        findings.push(finding(side, first.span, kind, None, 1, "quotations: speaker only here", why));
    }
    findings
}

/// Whether the last name `key` stands in the quotation's own sentences or the one before: further away a pronoun may stand for anyone.
fn is_by_name(held: &Held, side: Side, quotation: &Quotation, key: &str) -> bool {
    let article = held.article(side);
    let (first, last) = (quotation.sentences.0.index().saturating_sub(1), quotation.sentences.1.index());
    (first..=last).flat_map(|id| article.sentence_tokens(SentenceId::new(id))).any(|token| {
        let form = held.story.vocabulary.form(token.word);
        form.strip_suffix("'s").unwrap_or(form) == key
    })
}

#[cfg(test)]
mod tests;
