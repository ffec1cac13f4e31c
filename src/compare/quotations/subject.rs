//! The subject of a reporting verb: a name, a pronoun, an office, a body or a collective, before the verb or after it.

use super::{
    attribution::Finder,
    speaker::{Speaker, SpeakerKind},
};
use crate::{
    lexicon::WordSet,
    text::{
        span::Span,
        token::{Token, TokenKind},
    },
};

/// How far from the verb its subject may begin, in tokens.
const REACH: usize = 24;

impl Finder<'_> {
    pub(super) fn is(&self, token: &Token, set: WordSet) -> bool {
        self.words.is(token.word, set)
    }

    pub(super) fn is_name(&self, at: usize) -> bool {
        let token = &self.reading.article.tokens[at];
        let first = self.reading.raw(token).chars().next();
        token.kind == TokenKind::Word
            && first.is_some_and(char::is_uppercase)
            && self.weights.may_be_name(token.word)
            && !WordSet::SMALL.iter().any(|set| self.is(token, *set))
    }

    /// The subject that stands before the verb at `at`.
    pub(super) fn subject_before(&self, at: usize) -> Option<Speaker> {
        let tokens = &self.reading.article.tokens;
        let sentence = self.reading.sentence_of[at];
        let start = (self.reading.article.sentence(sentence).tokens.start as usize).max(at.saturating_sub(REACH));
        let mut here = at;
        // Within "X, the spokesman, said" the name that stands before counts, and the office only if there is none.
        let mut apposition = false;
        let mut fallback = None;
        while here > start {
            here -= 1;
            if self.reading.inside[here].is_some() {
                return None;
            }
            let token = &tokens[here];
            if token.kind == TokenKind::Sign {
                match self.reading.raw(token) {
                    // "X, the spokesman, said": the subject stands before the apposition.
                    "," if here + 1 == at && !apposition => {
                        apposition = true;
                        continue;
                    }
                    "," if apposition => {
                        apposition = false;
                        continue;
                    }
                    "." | "'" | "\u{2019}" | "-" | "\u{2010}" | "\u{2011}" => continue,
                    _ => return fallback,
                }
            }
            if self.is(token, WordSet::Pronoun) && !apposition {
                return self.pronoun(here);
            }
            if self.is(token, WordSet::Relative) && !self.is(token, WordSet::Determiner) {
                return None;
            }
            if self.is_name(here) {
                let from = self.run_start(here, start);
                // "The president of France said", "the Russian premier said": the name is not the subject.
                let describes = here + 1 < at && {
                    let next = &tokens[here + 1];
                    next.kind == TokenKind::Word
                        && !WordSet::SMALL.iter().any(|set| self.is(next, *set))
                        && !self.is_name(here + 1)
                        && !self.reading.form(next).ends_with("ly")
                };
                if describes || self.governed(from, start) {
                    here = from;
                    continue;
                }
                return Some(self.named(from, here));
            }
            if self.is_head(token) && !self.reading.raw(token).ends_with("'s") && !self.governed_head(here, start) {
                if !apposition {
                    return fallback.or_else(|| Some(self.office(here, start)));
                }
                fallback.get_or_insert_with(|| self.office(here, start));
            }
            let auxiliary =
                [WordSet::Be, WordSet::Have, WordSet::Modal, WordSet::Adverb, WordSet::Negation, WordSet::Day];
            let passes = auxiliary.iter().any(|set| self.is(token, *set)) || self.reading.form(token).ends_with("ly");
            let inside_phrase = here + 1 < at;
            if !passes && !inside_phrase && !apposition && self.is(token, WordSet::Determiner) {
                return fallback;
            }
            // "X shrugged it off and said": the subject stands before the conjunction. "He said that the two had agreed": it does not.
            if self.is(token, WordSet::Conjunction) && self.reading.form(token) != "and" && !passes {
                return fallback;
            }
        }
        fallback
    }

    pub(super) fn subject_after(&self, end: usize, according: bool) -> Option<Speaker> {
        let tokens = &self.reading.article.tokens;
        let sentence = self.reading.sentence_of[end - 1];
        let limit = (self.reading.article.sentence(sentence).tokens.end as usize).min(end + REACH);
        // "…,” said X": only straight after a quotation, a comma or as "according to X".
        let verb = end - 1;
        let handed = verb.checked_sub(1).is_some_and(|before| {
            self.reading.inside[before].is_some()
                || matches!(self.reading.raw(&tokens[before]), "," | "\u{201d}" | "\"" | "\u{2019}")
        });
        if !according && !handed {
            return None;
        }
        let mut head = None;
        for here in end..limit {
            let token = &tokens[here];
            if self.reading.inside[here].is_some() {
                break;
            }
            if token.kind == TokenKind::Sign {
                // "According to X, …", "said the spokesman, X."
                if head.is_some() || self.reading.raw(token) != "-" {
                    break;
                }
                continue;
            }
            if here == end && self.is(token, WordSet::Pronoun) {
                return self.pronoun(here);
            }
            if self.is_name(here) && !(head.is_some() && self.follows_preposition(here)) {
                let mut last = here;
                while last + 1 < limit && self.is_name(last + 1) && self.reading.inside[last + 1].is_none() {
                    last += 1;
                }
                // "Iranian foreign ministry spokesman X": the name that ends the phrase is the speaker.
                let more = (last + 1..limit.min(last + 6)).take_while(|next| {
                    tokens[*next].kind == TokenKind::Word
                        && !WordSet::SMALL.iter().any(|set| self.is(&tokens[*next], *set))
                });
                let later_head = more.clone().any(|next| self.is_head(&tokens[next]));
                if later_head {
                    continue;
                }
                return Some(self.named(here, last));
            }
            if self.is_head(token) && head.is_none() {
                head = Some(here);
            } else if head.is_some() && WordSet::SMALL.iter().any(|set| self.is(token, *set)) {
                break;
            }
        }
        head.map(|head| self.office(head, end))
    }

    fn pronoun(&self, at: usize) -> Option<Speaker> {
        let token = &self.reading.article.tokens[at];
        matches!(self.reading.form(token), "he" | "she" | "they" | "him" | "her" | "them").then(|| Speaker {
            span: token.span,
            name: None,
            kind: SpeakerKind::Pronoun,
        })
    }

    /// The first token of the run of names that ends at `last`: "Ali Akbar Velayati", "Benjamin b. X", "Ursula von der Leyen".
    fn run_start(&self, last: usize, start: usize) -> usize {
        let mut from = last;
        while from > start {
            let before = from - 1;
            let particle = PARTICLES.contains(&self.reading.form(&self.reading.article.tokens[before]))
                && before > start
                && self.is_name(before - 1);
            let initial = self.reading.raw(&self.reading.article.tokens[before]) == "."
                && before > start
                && self.is_name(before - 1)
                && self.reading.raw(&self.reading.article.tokens[before - 1]).chars().count() == 1;
            if self.reading.inside[before].is_some() {
                break;
            }
            if self.is_name(before) {
                from = before;
            } else if particle || initial {
                from = before - 1;
            } else {
                break;
            }
        }
        from
    }

    fn follows_preposition(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.is(&self.reading.article.tokens[before], WordSet::Preposition))
    }

    /// Whether a preposition governs the phrase that begins at `from`, so that it cannot be a subject.
    fn governed(&self, from: usize, start: usize) -> bool {
        let mut here = from;
        while here > start {
            here -= 1;
            let token = &self.reading.article.tokens[here];
            if self.is(token, WordSet::Preposition) {
                return true;
            }
            if !self.is(token, WordSet::Determiner) {
                return false;
            }
        }
        false
    }

    /// The same for a head, which may have adjectives before it.
    fn governed_head(&self, head: usize, start: usize) -> bool {
        let mut here = head;
        while here > start && head - here < 6 {
            here -= 1;
            let token = &self.reading.article.tokens[here];
            if self.is(token, WordSet::Preposition) {
                return true;
            }
            if token.kind == TokenKind::Sign || self.is(token, WordSet::Determiner) {
                return here > start
                    && token.kind != TokenKind::Sign
                    && self.is(&self.reading.article.tokens[here - 1], WordSet::Preposition);
            }
        }
        false
    }

    pub(super) fn is_head(&self, token: &Token) -> bool {
        token.kind == TokenKind::Word
            && [WordSet::Office, WordSet::Speaker, WordSet::Institution].iter().any(|set| self.is(token, *set))
    }

    fn named(&self, from: usize, to: usize) -> Speaker {
        let tokens = &self.reading.article.tokens;
        // Offices and ranks that are written with a capital are part of the run, and not of the name.
        let is_title = |at: &usize| self.is(&tokens[*at], WordSet::Office);
        let start = (from..=to).rev().take_while(|at| !is_title(at)).last().unwrap_or(from);
        let span = tokens[start].span.join(tokens[to].span);
        let span = without_possessive(span, &self.reading.article.text);
        if is_title(&to) {
            return Speaker { span: tokens[from].span.join(tokens[to].span), name: None, kind: SpeakerKind::Office };
        }
        Speaker { span, name: Some(span.of(&self.reading.article.text).to_owned()), kind: SpeakerKind::Named }
    }

    /// An office or a collective with the words that describe it before: "the Iranian foreign ministry".
    fn office(&self, head: usize, start: usize) -> Speaker {
        let tokens = &self.reading.article.tokens;
        let mut from = head;
        while from > start {
            let token = &tokens[from - 1];
            let small = [WordSet::Preposition, WordSet::Conjunction, WordSet::Pronoun, WordSet::Be, WordSet::Have];
            let word = token.kind == TokenKind::Word || matches!(self.reading.raw(token), "-" | "\u{2019}" | "'");
            if !word || small.iter().any(|set| self.is(token, *set)) || self.reading.inside[from - 1].is_some() {
                break;
            }
            from -= 1;
            if self.is(token, WordSet::Determiner) {
                break;
            }
        }
        let institution = self.is(&tokens[head], WordSet::Institution);
        let vague = self.is(&tokens[head], WordSet::Speaker);
        let span = tokens[from].span.join(tokens[head].span);
        let kind = if institution {
            SpeakerKind::Institution
        } else if vague {
            SpeakerKind::Unnamed
        } else {
            SpeakerKind::Office
        };
        Speaker { span, name: None, kind }
    }
}

/// Small words inside names.
const PARTICLES: [&str; 14] =
    ["al", "el", "bin", "ibn", "ben", "von", "van", "der", "de", "da", "di", "du", "la", "le"];

fn without_possessive(span: Span, text: &str) -> Span {
    let word = span.of(text);
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s")).unwrap_or(word);
    Span::new(span.start as usize, span.start as usize + bare.len())
}
