//! Noun phrases that may name a speaker: an article, words, capitals; a complement; a name in apposition.

use super::{CLOSING, Finder, NOUNS, PRONOUN};
use crate::{
    compare::quotations::speaker::{Speaker, SpeakerKind},
    lexicon::{Speech, SpeechBits},
    text::span::Span,
};

/// Words that name somebody.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// The first token and the one after the last.
    pub from: usize,
    pub to: usize,
    /// The word that says what he is.
    pub head: usize,
    pub speaker: Speaker,
    /// Whether it names somebody for certain, and is not any noun.
    pub sure: bool,
    pub definite: bool,
    pub indefinite: bool,
    pub gender: Option<Gender>,
    /// A name that stands at its end behind another noun: "du Sénat Gérard Larcher".
    pub tail: Option<(usize, usize)>,
}

/// What article, office and pronoun tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Man,
    Woman,
}

impl Phrase {
    pub fn named(&self) -> bool {
        self.speaker.name.is_some()
    }

    pub fn pronoun(&self) -> bool {
        self.speaker.kind == SpeakerKind::Pronoun
    }

    pub fn of_pronoun(at: usize, speaker: Speaker) -> Self {
        Self {
            from: at,
            to: at + 1,
            head: at,
            speaker,
            sure: true,
            definite: false,
            indefinite: false,
            gender: None,
            tail: None,
        }
    }
}

/// A phrase of more words is none.
const LONGEST: usize = 9;
/// A complement of a complement of a complement is the last.
const DEEPEST: usize = 3;
/// Small words inside names.
const PARTICLES: [&str; 15] =
    ["von", "van", "der", "de", "da", "di", "du", "la", "le", "al", "el", "bin", "ben", "dos", "den"];
/// Those that German has as articles too: "van der Hal", not "erzählt Petra Kuhn der Agentur".
const INNER: [&str; 2] = ["der", "den"];

const PERSONS: SpeechBits = Speech::Office.bit() | Speech::People.bit();
const STOPS: SpeechBits = CLOSING
    | PRONOUN
    | Speech::Nobody.bit()
    | Speech::Say.bit()
    | Speech::Said.bit()
    | Speech::Negation.bit()
    | Speech::Clitic.bit()
    | Speech::Determiner.bit()
    | Speech::Indefinite.bit()
    | Speech::According.bit();

impl Finder<'_> {
    /// The pronoun at `at`; none of one that names nobody.
    pub(super) fn pronoun(&self, at: usize) -> Option<Phrase> {
        let bits = self.bits(at);
        let span = self.reading.article.tokens.get(at)?.span;
        let speaker = Speaker { span, name: None, kind: SpeakerKind::Pronoun };
        let gender = match (bits & Speech::Man.bit() != 0, bits & Speech::Woman.bit() != 0) {
            (true, false) => Some(Gender::Man),
            (false, true) => Some(Gender::Woman),
            _ => None,
        };
        (bits & PRONOUN != 0).then(|| Phrase { gender, ..Phrase::of_pronoun(at, speaker) })
    }

    /// The phrase that begins at `from` with the name in apposition to it: "le ministre des transports, Paul Garnier".
    pub(super) fn chain(&self, from: usize) -> Option<Phrase> {
        let phrase = self.phrase(from, 0)?;
        if phrase.named() || phrase.pronoun() {
            return Some(phrase);
        }
        if self.raw(phrase.to) == ","
            && let Some(name) = self.phrase(phrase.to + 1, 0).filter(|name| name.named() && !name.definite)
            && (self.closes(name.to) || self.any(name.to, Speech::Say.bit()))
            && self.any(phrase.head, PERSONS)
        {
            return Some(Phrase { from, gender: phrase.gender, sure: true, ..name });
        }
        let other = |at: usize| self.phrase(at, 0).filter(|other| other.sure && !other.pronoun());
        if self.any(phrase.to, Speech::And.bit())
            && phrase.sure
            && let Some(other) = other(phrase.to + 1)
        {
            let speaker =
                Speaker { span: phrase.speaker.span.join(other.speaker.span), name: None, kind: SpeakerKind::Unnamed };
            return Some(Phrase { to: other.to, speaker, ..phrase });
        }
        Some(phrase)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        let raw = self.raw(at);
        let bare = if self.before_apostrophe(at).is_some() {
            raw.find(['\'', '\u{2019}']).and_then(|sign| raw.get(sign..))
        } else {
            None
        };
        let bare = bare.map_or(raw, |bare| bare.trim_start_matches(['\'', '\u{2019}']));
        self.is_word(at) && bare.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether `at` may be a first name: a capital that is no listed noun and no small word.
    pub(super) fn is_first_name(&self, at: usize) -> bool {
        self.is_capital(at) && !self.any(at, NOUNS | STOPS | Speech::Binder.bit())
    }

    /// From the token `from` to the one before `to`, without what an apostrophe parts from the first.
    fn span(&self, from: usize, to: usize) -> Span {
        let tokens = &self.reading.article.tokens;
        let span = tokens[from].span.join(tokens[to - 1].span);
        let raw = self.raw(from);
        match raw
            .char_indices()
            .find(|(_, c)| matches!(c, '\'' | '\u{2019}'))
            .filter(|_| self.before_apostrophe(from).is_some_and(|bits| bits != 0))
        {
            Some((at, sign)) => Span::new(span.start as usize + at + sign.len_utf8(), span.end as usize),
            None => span,
        }
    }

    fn phrase(&self, from: usize, depth: usize) -> Option<Phrase> {
        use Speech::{Binder, Determiner, Indefinite};
        let tokens = &self.reading.article.tokens;
        let same = |at: usize| {
            at < tokens.len()
                && self.inside(at) == self.inside(from)
                && self.reading.sentence_of[at] == self.reading.sentence_of[from]
        };
        if !same(from) {
            return None;
        }
        let (mut definite, mut indefinite) = (false, false);
        let mut first = from;
        let mut article = "";
        if let Some(bits) = self.before_apostrophe(from) {
            definite = bits & Determiner.bit() != 0;
            indefinite = bits & Indefinite.bit() != 0;
        } else {
            while first < from + 3 && same(first) && (self.any(first, Determiner.bit() | Indefinite.bit())) {
                definite |= self.any(first, Determiner.bit());
                indefinite |= self.any(first, Indefinite.bit());
                article = self.form(first);
                first += 1;
            }
            definite &= !indefinite;
            let content = same(first) && self.is_word(first) && !self.any(first, STOPS | Binder.bit());
            if (first == from || !content)
                && let Some(pronoun) = self.pronoun(from)
            {
                return Some(pronoun);
            }
        }
        let german = self.speaking.language == "de";
        // The words of the phrase itself, then its complement.
        let (mut to, mut named, mut capitals) = (first, false, false);
        let mut complement = None;
        while to < first + LONGEST && same(to) {
            let capital = self.is_capital(to);
            let initial = self.raw(to) == "."
                && to > first
                && (self.raw(to - 1).chars().count() == 1 || self.any(to - 1, Speech::Office.bit()))
                && self.is_capital(to + 1);
            if initial {
                to += 1;
                continue;
            }
            if !self.is_word(to) {
                break;
            }
            let particle = to > first
                && self.is_capital(to - 1)
                && !self.any(to - 1, NOUNS)
                && PARTICLES.contains(&self.form(to))
                && !capital
                && !INNER.contains(&self.form(to))
                && same(to + 1)
                && self.is_capital(to + 1);
            let next_binds = self.any(to, Binder.bit()) || german && self.any(to, Determiner.bit());
            let bound = self.before_apostrophe(to).is_some_and(|bits| bits & Binder.bit() != 0);
            if to > first && !capital && (next_binds || bound) && !(particle && named) {
                if depth < DEEPEST && !named {
                    let skip = usize::from(!(bound || german && self.any(to, Determiner.bit())));
                    complement = self.phrase(to + skip, depth + 1).filter(|inner| !inner.pronoun());
                }
                break;
            }
            let apart = to > first && self.before_apostrophe(to).is_some_and(|bits| bits != 0);
            if apart
                || !(particle || capital || to == first && self.any(to, NOUNS)) && self.any(to, STOPS)
                || (named || german && capitals) && !capital && !particle
            {
                break;
            }
            capitals |= capital;
            // A capital after small words is a name, and in German any noun may be.
            named |= capital && !(self.any(to, NOUNS)) && (!german || to > first || !definite && !indefinite);
            to += 1;
        }
        if to == first {
            return None;
        }
        let head = (first..to).find(|at| self.any(*at, NOUNS)).unwrap_or(to - 1);
        let listed = self.any(head, NOUNS);
        let mut name = self.name_in(first, to, definite || indefinite);
        let mut end = to;
        if let Some(inner) = complement {
            end = inner.to;
            // "le président du Sénat Gérard Larcher".
            if self.any(head, PERSONS) && name.is_none() && inner.tail.is_some() {
                name = inner.tail;
            }
        }
        let begin = if indefinite { from } else { first };
        let whole = self.span(begin, end);
        let (speaker, sure) = match name {
            Some((a, b)) => {
                let span = self.span(a, b);
                let text = span.of(&self.reading.article.text).to_owned();
                (Speaker { span, name: Some(text), kind: SpeakerKind::Named }, true)
            }
            None => {
                let capitals = (first..to).any(|at| self.is_capital(at)) && !german;
                let kind = if self.any(head, Speech::Body.bit()) || !listed && capitals {
                    SpeakerKind::Institution
                } else if self.any(head, Speech::Office.bit()) {
                    SpeakerKind::Office
                } else {
                    SpeakerKind::Unnamed
                };
                (Speaker { span: whole, name: None, kind }, listed || capitals)
            }
        };
        let gender = self.gender(article, head);
        let tail = self.tail_in(first, to);
        Some(Phrase { from, to: end, head, speaker, sure, definite, indefinite, gender, tail })
    }

    /// Where the name stands in the words from `first` to `to`.
    fn name_in(&self, first: usize, to: usize, article: bool) -> Option<(usize, usize)> {
        let german = self.speaking.language == "de";
        let capital =
            |at: usize| self.is_capital(at) || !self.is_word(at) || PARTICLES.contains(&self.form(at)) && at > first;
        let mut start = to;
        while start > first && capital(start - 1) {
            start -= 1;
        }
        while start < to && !self.is_capital(start) {
            start += 1;
        }
        if start == to {
            return None;
        }
        // Offices and trades that are written with a capital are no part of it; the rest of a body's name is.
        let run = start..to;
        let title = run.clone().rev().find(|at| self.any(*at, PERSONS));
        if run.clone().any(|at| self.any(at, Speech::Body.bit())) && title.is_none() {
            return None;
        }
        let begin = title.map_or(start, |title| title + 1 + usize::from(self.raw(title + 1) == "."));
        let words = (begin..to).filter(|at| self.is_word(*at)).count();
        if words == 0 {
            return None;
        }
        let unlisted = title.is_none();
        let bare = start == first;
        if unlisted && article && bare {
            // "Der Biologe Jens Hoffmann"; "la SNCF", "die Deutsche Bank" are none.
            return match (german, words) {
                (true, 3..) => Some((to - 2, to)),
                (false, 2..) if self.speaking.language == "pt" => Some((begin, to)),
                _ => None,
            };
        }
        if unlisted && bare && words == 1 && !self.is_known_name(begin) {
            return None;
        }
        Some((begin, to))
    }

    /// The name at the end of capitals that begin with a body or another noun: "du Sénat Gérard Larcher", "della Giustizia Nadia Pera".
    fn tail_in(&self, first: usize, to: usize) -> Option<(usize, usize)> {
        let capitals = self.speaking.language != "de" && to - first >= 3 && (first..to).all(|at| self.is_capital(at));
        capitals.then(|| (if self.any(first, Speech::Body.bit()) { first + 1 } else { to - 2 }, to))
    }

    /// Whether one capital alone is a name: not where a sentence begins with it, unless the article has it so elsewhere.
    fn is_known_name(&self, at: usize) -> bool {
        let sentence = self.reading.article.sentence(self.reading.sentence_of[at]);
        let begins = at == sentence.tokens.start as usize || at > 0 && self.inside(at - 1) != self.inside(at);
        !begins || self.weights.is_name(self.reading.article.tokens[at].word)
    }

    /// What the article, or a German ending, says of the person's gender.
    fn gender(&self, article: &str, head: usize) -> Option<Gender> {
        let form = self.form(head);
        match self.speaking.language {
            "de" if self.any(head, PERSONS) => {
                Some(if form.ends_with("in") || form == "frau" { Gender::Woman } else { Gender::Man })
            }
            "de" => None,
            _ => match article {
                "la" | "une" | "una" | "a" | "uma" => Some(Gender::Woman),
                "le" | "un" | "el" | "il" | "lo" | "o" | "um" => Some(Gender::Man),
                _ => None,
            },
        }
    }
}
