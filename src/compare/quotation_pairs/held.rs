//! Two groups of utterances held against each other, word by word: what became of the quotation, and whether another speaks.

use super::{Edit, Fate, Group, QuotationPair, Utterance, kept};
use crate::{
    align::PairAlignment,
    compare::{
        groundwork::Groundwork,
        quotations::{Quotation, Speaker, SpeakerKind},
    },
    lexicon::WordSet,
    story::{SentenceId, Side, Story},
    text::{span::Span, token::Token, vocabulary::WordId},
};

/// Utterances of two articles that are held against each other.
pub(super) struct Holding<'a> {
    pub story: &'a Story,
    pub alignment: &'a PairAlignment,
    pub groundwork: &'a Groundwork,
    /// On the left and on the right.
    pub utterances: [&'a [Utterance]; 2],
    /// All quotations, on the left and on the right.
    pub quoted: [&'a [Quotation]; 2],
}

impl Holding<'_> {
    pub fn against(&self, (ls, rs): &Group) -> QuotationPair {
        let gather = |ids: &[usize], all: &[Utterance]| -> (Vec<usize>, Vec<Token>, Vec<WordId>) {
            let mut ids = ids.to_vec();
            ids.sort_unstable();
            let of = || ids.iter().map(|id| &all[*id]);
            (
                of().flat_map(|u| u.parts.iter().copied()).collect(),
                of().flat_map(|u| u.tokens.iter().copied()).collect(),
                of().flat_map(|u| u.words.iter().copied()).collect(),
            )
        };
        let (left, lt, lw) = gather(ls, self.utterances[0]);
        let (right, rt, rw) = gather(rs, self.utterances[1]);
        let mut at = (0, 0);
        let mut edits = Vec::new();
        for (a, b, len) in kept(&lw, &rw).into_iter().chain([(lw.len(), rw.len(), 0)]) {
            let (lc, rc) = (&lt[at.0..a], &rt[at.1..b]);
            if !(lc.is_empty() && rc.is_empty()) {
                edits.push(Edit { left: cover(lc), right: cover(rc), slight: self.is_slight(lc, rc) });
            }
            at = (a + len, b + len);
        }
        let mut counted = edits.iter().filter(|edit| !edit.slight).peekable();
        let fate = if counted.peek().is_none() {
            if left.len() == right.len() || ls.len() == rs.len() && edits.is_empty() {
                Fate::Full
            } else {
                Fate::Merged
            }
        } else if counted.any(Edit::exchanges) {
            Fate::Altered
        } else {
            Fate::Trimmed
        };
        let other_speaker = self.other_speaker(&left, &right);
        let left_words = edits.iter().filter_map(|edit| edit.left).collect();
        let right_words = edits.iter().filter_map(|edit| edit.right).collect();
        QuotationPair { left, right, fate, other_speaker, left_words, right_words, edits, reported: None }
    }

    /// Whether two stretches differ in articles, conjunctions and short forms alone: "it's" and "it is".
    fn is_slight(&self, left: &[Token], right: &[Token]) -> bool {
        let Some(words) = self.groundwork.words.of(self.alignment.pair.left) else { return false };
        let is = |tokens: &[Token], sets: &[WordSet]| {
            tokens.iter().all(|token| sets.iter().any(|set| words.is(token.word, *set)))
        };
        let long = |tokens: &[Token]| -> String {
            let form = |token: &Token| self.story.vocabulary.form(token.word);
            tokens.iter().map(|token| written_out(form(token))).collect::<Vec<_>>().join(" ")
        };
        let light = [WordSet::Article, WordSet::Conjunction, WordSet::Relative, WordSet::Be];
        match (left.is_empty(), right.is_empty()) {
            (false, false) => (is(left, &light[..3]) && is(right, &light[..3])) || long(left) == long(right),
            _ => is(left, &light) && is(right, &light),
        }
    }

    /// Whether the two sides give the quotation to different persons, each by name where it stands: a pronoun, an office or a body
    /// may stand for anyone. Where a name stands in the other's sentences too, the text leaves it open who speaks.
    fn other_speaker(&self, left: &[usize], right: &[usize]) -> bool {
        let sides = [(Side::Left, left), (Side::Right, right)];
        let named = sides.map(|(side, parts)| {
            let quoted = self.quoted[usize::from(side == Side::Right)];
            let mut speakers = parts.iter().map(|at| quoted[*at].speaker.as_ref());
            let first = speakers.next().flatten().filter(|speaker| speaker.kind == SpeakerKind::Named)?;
            // Pieces with several speakers are several utterances.
            speakers.all(|other| other.is_none_or(|other| other.is(first))).then_some(first)
        });
        let [Some(l), Some(r)] = named else { return false };
        let words = |speaker: &Speaker| -> Vec<String> {
            let name = speaker.name.as_deref().unwrap_or_default();
            name.split_whitespace().map(crate::text::fold::fold).collect()
        };
        let (lw, rw) = (words(l), words(r));
        let alike = |a: &String| rw.iter().any(|b| a.starts_with(b.as_str()) || b.starts_with(a.as_str()));
        if l.is(r) || lw.iter().any(alike) {
            return false;
        }
        let near = |side: Side, parts: &[usize], names: &[String]| {
            let article = &self.story.articles[self.alignment.pair.on(side)];
            let quoted = self.quoted[usize::from(side == Side::Right)];
            parts.iter().flat_map(|at| quoted[*at].sentences.0.index()..=quoted[*at].sentences.1.index()).any(|id| {
                article.sentence_tokens(SentenceId::new(id)).iter().any(|token| {
                    let form = self.story.vocabulary.form(token.word);
                    names.iter().any(|name| form.strip_suffix("'s").unwrap_or(form) == name)
                })
            })
        };
        !near(Side::Right, right, &lw) && !near(Side::Left, left, &rw)
    }
}

/// A folded English word without a short form: "it's" as "it is".
fn written_out(form: &str) -> String {
    const SHORT: [(&str, &str); 7] = [
        ("n't", " not"),
        ("'s", " is"),
        ("'re", " are"),
        ("'ve", " have"),
        ("'ll", " will"),
        ("'m", " am"),
        ("'d", " would"),
    ];
    let short = SHORT.iter().find_map(|(short, long)| Some(form.strip_suffix(short)?.to_owned() + long));
    short.unwrap_or_else(|| form.to_owned())
}

fn cover(tokens: &[Token]) -> Option<Span> {
    Some(tokens.first()?.span.join(tokens.last()?.span))
}
