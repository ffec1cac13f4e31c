//! Who is said to say something: a reporting verb and its subject in the article's own words, and the forms that do without one
//! ("according to X", "X: …", "described by X as").

use super::{
    Reading,
    facts::Facts,
    is_told,
    phrase::{Kind, Phrase},
    speaker::Speaker,
};
use crate::{
    compare::weights::Weights,
    lexicon::{Entry, Form, SetBits, WordSet, Words},
    text::span::Span,
};

/// A reporting verb with its subject.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    /// The verb's first token, as an index into the article's.
    pub at: usize,
    /// From the first token of subject and verb to the one after the last.
    pub from: usize,
    pub to: usize,
    /// The one after the verb's last token.
    pub end: usize,
    /// The verb; none where a colon does its work.
    pub verb: Option<Span>,
    pub speaker: Speaker,
    /// The word of the subject that says what he is.
    pub head: usize,
    /// Whether the subject stands after the verb: "said X", "according to X".
    pub follows: bool,
    /// Whether a report may be expected without quotation marks.
    pub reports: bool,
    /// Whether nothing but when, where or how follows the verb: "…, the ministry said on Wednesday in a statement".
    pub aside: bool,
    /// The token with which a clause begins after the verb that says what is reported, in languages that are not read word by word for it.
    pub clause: Option<usize>,
    /// From subject to verb, in bytes.
    pub whole: Span,
}

impl Attribution {
    pub fn covers(&self, span: Span) -> bool {
        self.whole.covers(span)
    }
}

/// How far after a verb that names a thing what it is called may be quoted, in tokens.
const CALLED: usize = 14;
/// How soon after a quotation an unlisted verb may stand, in tokens.
const NEAR: usize = 12;
/// Verbs whose object is a clause.
const CLAUSAL: SetBits = 1 << WordSet::Inverting as u32 | 1 << WordSet::Saying as u32 | 1 << WordSet::Telling as u32;

/// The attributions in the article's own words, in reading order.
pub(super) fn attributions(finder: &Finder) -> Vec<Attribution> {
    let Finder { reading, words, .. } = finder;
    let tokens = &reading.article.tokens;
    let mut found: Vec<Attribution> = Vec::new();
    let (mut at, mut quoted) = (0, None);
    while at < tokens.len() {
        if reading.inside[at].is_some() {
            quoted = Some(at);
            at += 1;
            continue;
        }
        // Few words report, which is sooner told than where they stand.
        let own = || is_told(reading.article, reading.sentence_of[at]);
        let verb = words.reporting(tokens, at);
        let special = || {
            let special = finder.label(at).or_else(|| finder.quoted_as(at)).or_else(|| finder.calling(at));
            special.or_else(|| finder.unlisted(at))
        };
        let Some((entry, hit)) = verb.filter(|_| own()) else {
            let special = || finder.cited(at).or_else(special);
            if finder.may_be_special(at, quoted)
                && own()
                && let Some(attribution) = special()
            {
                at = attribution.end.max(at + 1);
                finder.push(&mut found, attribution);
            } else {
                at += 1;
            }
            continue;
        };
        let end = finder.without_day(at, at + hit.length.max(1));
        let attribution =
            finder.cited(at).or_else(|| finder.quoted_as(at)).or_else(|| finder.agent(at, end)).or_else(|| {
                let fits = entry.text.starts_with("according to") || finder.is_verb(at, end, hit.form, entry);
                fits.then(|| finder.attribution(at, end, hit.form, entry, &found)).flatten()
            });
        match attribution.or_else(special) {
            Some(attribution) => {
                at = attribution.end.max(end);
                finder.push(&mut found, attribution);
            }
            None => at = end,
        }
    }
    found
}

/// What an attribution is looked for with.
pub(super) struct Finder<'a> {
    pub reading: &'a Reading<'a>,
    pub words: &'a Words,
    pub weights: &'a Weights,
    /// By token.
    pub facts: Vec<Facts>,
}

impl Finder<'_> {
    fn push(&self, found: &mut Vec<Attribution>, attribution: Attribution) {
        // "The Gazette reported, citing two officials": they are the source.
        let sentence = |attribution: &Attribution| self.reading.sentence_of[attribution.at];
        if self.form(attribution.at) == "citing"
            && let Some(last) = found.last().filter(|last| sentence(last) == sentence(&attribution))
            && last.to.max(last.end) + 1 >= attribution.at
        {
            found.pop();
        }
        found.push(attribution);
    }

    fn attribution(
        &self,
        at: usize,
        end: usize,
        form: Form,
        entry: &Entry,
        found: &[Attribution],
    ) -> Option<Attribution> {
        let according = entry.text.starts_with("according to");
        let sentence = self.reading.sentence_of[at];
        let (_, denied) = self.before_auxiliaries(at);
        // "declined to say": nobody says anything.
        let silent = denied || entry.neutral.as_deref().is_some_and(|neutral| neutral.starts_with("not "));
        let clausal = self.any(at, if end == at + 1 { CLAUSAL | WordSet::Opining.bit() } else { CLAUSAL })
            || (at + 1..self.limit(at)).any(|at| matches!(self.form(at), "that" | "whether" | "how" | "why" | "if"));
        let reports = !silent && (according || clausal) && self.reading.article.sentence(sentence).tokens.len() > 4;
        if according {
            let phrase = self.chain_on(end, self.limit(at))?;
            return Some(self.of(at, end, &phrase, true, true));
        }
        if let Some(phrase) = self.subject_inverted(at, end) {
            return Some(self.of(at, end, &phrase, true, reports));
        }
        if form == Form::Ing {
            // "X denied it, saying …": the speaker of the finite verb goes on; else the subject of the clause.
            if let Some(last) = found.last().filter(|last| self.reading.sentence_of[last.at] == sentence) {
                let (head, speaker) = (last.head, last.speaker.clone());
                let token = self.reading.token_at(speaker.span.start);
                let phrase = Phrase { from: token, to: token + 1, head, kind: Kind::Other, governed: false };
                return Some(Attribution { speaker, ..self.of(at, end, &phrase, false, reports) });
            }
            let parted = at > 0 && self.raw(at - 1) == ",";
            let start = self.reading.article.sentence(sentence).tokens.start as usize;
            let phrase = parted.then(|| self.clause_subject(start, at - 1)).flatten()?;
            return Some(self.of(at, end, &phrase, false, reports));
        }
        // "The head of the service denied reports": the subject has its verb, and what follows is a noun.
        if matches!(form, Form::S | Form::Listed) && at > 0 && self.is_verb_behind_noun(at - 1) {
            return None;
        }
        let phrase = self.subject_before(at)?;
        // Any noun is a speaker only of the plainest verbs, or where words are quoted.
        let plain = self.any(at, WordSet::Inverting.bit() | WordSet::Saying.bit());
        let plain = plain && (form == Form::Ed || self.any(at, WordSet::Saying.bit()));
        if !phrase.is_sure() && !plain && !self.is_quoted(end) && !self.is_after_quotation(at) {
            return None;
        }
        Some(self.of(at, end, &phrase, false, reports))
    }

    fn of(&self, at: usize, end: usize, phrase: &Phrase, follows: bool, reports: bool) -> Attribution {
        let tokens = &self.reading.article.tokens;
        let verb = tokens[at].span.join(tokens[end - 1].span);
        let speaker = self.speaker(phrase);
        let phrases = tokens[phrase.from].span.join(tokens[phrase.to - 1].span);
        Attribution {
            at,
            from: at.min(phrase.from),
            to: end.max(phrase.to),
            end,
            verb: Some(verb),
            head: phrase.head,
            follows,
            reports,
            aside: self.closes(end, self.limit(at)),
            clause: None,
            whole: verb.join(speaker.span).join(phrases),
            speaker,
        }
    }

    /// Whether one of the forms that are no verb of the lists may stand at `at`; `quoted` is the last token before it that is quoted.
    fn may_be_special(&self, at: usize, quoted: Option<usize>) -> bool {
        let facts = self.facts(at);
        if !facts.has(Facts::WORD) {
            return self.is_quoted(at + 1) && self.raw(at) == ":";
        }
        facts.has(Facts::CITING) || facts.has(Facts::PAST) && quoted.is_some_and(|quoted| quoted + NEAR > at)
    }

    /// "X was quoted by Y as saying", "Y quoted X as saying": the paper that quotes is not who speaks.
    fn quoted_as(&self, at: usize) -> Option<Attribution> {
        if !matches!(self.form(at), "quoted" | "quotes") {
            return None;
        }
        let limit = self.limit(at);
        let saying = (at + 1..limit.min(at + 14)).find(|at| self.form(*at) == "saying")?;
        if self.is_passive(at) {
            return Some(self.of(at, saying + 1, &self.subject_before(at)?, false, true));
        }
        let phrase = self.chain_on(at + 1, limit)?;
        let mut attribution = self.of(at, saying + 1, &phrase, false, true);
        attribution.verb = Some(self.reading.article.tokens[at].span);
        if let Some(paper) = self.subject_before(at) {
            attribution.from = attribution.from.min(paper.from);
        }
        Some(attribution)
    }

    /// The agent of a passive verb of reporting: "was told by X that".
    fn agent(&self, at: usize, end: usize) -> Option<Attribution> {
        let by = self.form(end) == "by" && self.is_passive(at);
        let phrase = by.then(|| self.chain_on(end + 1, self.limit(at))).flatten()?;
        let that = matches!(self.form(phrase.to), "that" | "as" | "to") || self.is_quoted(phrase.to);
        that.then(|| self.of(at, end, &phrase, true, true))
    }

    /// A verb that gives a name to a thing, where the name is quoted: "called the plan “…”".
    fn calling(&self, at: usize) -> Option<Attribution> {
        if !self.any(at, WordSet::Calling.bit()) {
            return None;
        }
        let limit = self.limit(at);
        let subject = || self.subject_before(at).filter(Phrase::is_sure);
        let called = (at + 1..limit.min(at + CALLED)).any(|at| self.is_quoted(at));
        if !called {
            // "“A solution,” Benson called it"
            let phrase = subject().filter(|phrase| self.is_handed(phrase.from))?;
            return Some(self.of(at, at + 1, &phrase, false, false));
        }
        if self.is_passive(at) {
            let by = Some(at + 1).filter(|by| self.form(*by) == "by")?;
            return Some(self.of(at, at + 1, &self.chain_on(by + 1, limit)?, true, false));
        }
        // "Benson vetoed the bill, calling it “…”"
        let start = self.reading.article.sentence(self.reading.sentence_of[at]).tokens.start as usize;
        let parted = self.form(at).ends_with("ing") && at > start && self.raw(at - 1) == ",";
        let phrase = if parted { self.clause_subject(start, at - 1)? } else { subject()? };
        Some(self.of(at, at + 1, &phrase, false, false))
    }

    /// Sources that no verb of theirs names: "citing two officials", "in the words of X", "is how X put it".
    fn cited(&self, at: usize) -> Option<Attribution> {
        let limit = self.limit(at);
        let words = |words: &[&str]| words.iter().enumerate().all(|(n, word)| self.form(at + n) == *word);
        let length = match self.form(at) {
            "citing" => 1,
            "in" if words(&["in", "the", "words", "of"]) => 4,
            "is" if words(&["is", "how"]) && self.is_handed(at) => 2,
            _ => return None,
        };
        let phrase = self.chain_on(at + length, limit).filter(Phrase::is_sure)?;
        Some(self.of(at, at + length, &phrase, true, length != 2))
    }

    /// "ANNA KELLER: “…”": a name and, at `colon`, a colon at the head of a paragraph or sentence, before a quotation.
    fn label(&self, colon: usize) -> Option<Attribution> {
        if self.raw(colon) != ":" || !self.is_quoted(colon + 1) {
            return None;
        }
        let start = self.reading.article.sentence(self.reading.sentence_of[colon]).tokens.start as usize;
        let phrase = self.phrase_on(start, colon)?;
        let speaks = phrase.is_sure() && phrase.kind != Kind::Pronoun && phrase.to == colon;
        speaks.then(|| Attribution { verb: None, ..self.of(colon, colon + 1, &phrase, false, false) })
    }

    /// Whatever verb stands beside the speaker directly after a quotation that hands over to it: "“…,” stormed X", "“…,” X shrugged".
    fn unlisted(&self, at: usize) -> Option<Attribution> {
        let form = self.form(at);
        if !form.ends_with("ed") || !self.is_word(at) || self.is_name(at) {
            return None;
        }
        let limit = self.limit(at);
        if self.is_handed(at) {
            let phrase =
                self.chain_on(at + 1, limit).filter(|phrase| phrase.is_sure() || self.is_determiner(phrase.from))?;
            return Some(self.of(at, at + 1, &phrase, true, false));
        }
        let before = self.before_auxiliaries(at).0;
        let phrase = before.checked_sub(1).and_then(|last| self.phrase_back(last, last.saturating_sub(8)))?;
        let handed = self.is_handed(phrase.from) && phrase.is_sure() && !self.is_passive(at);
        (handed && self.closes(at + 1, limit)).then(|| self.of(at, at + 1, &phrase, false, false))
    }
}
