//! Quotations without a partner among the other article's quotations: whether their words stand there without marks.

use super::{Fate, LONGEST, QuotationPair, Speakers, Touching, Utterance, kept};
use crate::{
    align::PairAlignment,
    compare::{change::LinkWording, groundwork::Groundwork, quotations::Quotation},
    story::{Side, Story},
    text::{
        span::Span,
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// What a quotation without a partner is looked for with.
pub(super) struct Alone<'a> {
    pub story: &'a Story,
    pub alignment: &'a PairAlignment,
    pub wordings: &'a [LinkWording],
    pub groundwork: &'a Groundwork,
    /// The quotations of its article.
    pub quoted: &'a [Quotation],
    pub touching: &'a Touching,
}

/// Where the words of a quotation stand in the other article.
struct Told {
    /// What they weigh.
    share: f32,
    /// What those weigh that stand between quotation marks there.
    quoted: f32,
    span: Span,
}

impl Alone<'_> {
    /// `utterance` as a pair of one: are its words reported in the other article without marks? Words that stand between marks there are quoted,
    /// however few they are and whatever interrupts them.
    pub fn pair(&self, utterance: &Utterance) -> QuotationPair {
        let side = self.touching.side;
        let all = self.weigh(&utterance.words);
        let told = self.told(utterance).filter(|told| told.share >= 0.5 * all && told.quoted < 0.5 * told.share);
        let reported = told.map(|told| told.span);
        let fate = if reported.is_some() { Fate::Reported } else { Fate::Only };
        let (left, right) = match side {
            Side::Left => (utterance.parts.clone(), Vec::new()),
            Side::Right => (Vec::new(), utterance.parts.clone()),
        };
        QuotationPair {
            left,
            right,
            fate,
            other_speaker: false,
            speakers: Speakers::Alike,
            apart: None,
            repeat: false,
            left_words: Vec::new(),
            right_words: Vec::new(),
            edits: Vec::new(),
            reported,
        }
    }

    fn weigh(&self, words: &[WordId]) -> f32 {
        words.iter().map(|word| self.groundwork.weights.weight(*word)).sum()
    }

    /// The stretch of a linked passage that has most of the utterance's words.
    fn told(&self, utterance: &Utterance) -> Option<Told> {
        let side = self.touching.side;
        let there = self.alignment.pair.on(side.other());
        let (other, marks) = (&self.story.articles[there], self.groundwork.quotations.get(there));
        let inside = |span: Span| utterance.parts.iter().any(|at| self.quoted[*at].inner.meets(span));
        let parts: Vec<&Quotation> = utterance.parts.iter().map(|at| &self.quoted[*at]).collect();
        let mut best: Option<Told> = None;
        for wording in self.touching.by(&parts).iter().filter_map(|link| self.wordings.get(*link as usize)) {
            let shared = wording.shared.iter().map(|(l, r)| if side == Side::Left { (*l, *r) } else { (*r, *l) });
            for (_, span) in shared.filter(|(here, _)| inside(*here)) {
                let first = other.token_at(span.start);
                let tokens: Vec<&Token> = other.tokens[first..]
                    .iter()
                    .take_while(|token| token.span.start < span.end)
                    .filter(|token| token.kind != TokenKind::Sign)
                    .take(LONGEST)
                    .collect();
                let words: Vec<WordId> = tokens.iter().map(|token| token.word).collect();
                let kept = kept(&utterance.words, &words);
                let share = kept.iter().map(|(at, _, len)| self.weigh(&utterance.words[*at..at + len])).sum();
                let is_quoted = |token: &&&Token| marks.is_some_and(|marks| marks.is_quoted(token.span));
                let between = kept.iter().flat_map(|(_, at, len)| &tokens[*at..at + len]).filter(is_quoted);
                let quoted = between.map(|token| self.groundwork.weights.weight(token.word)).sum();
                if best.as_ref().is_none_or(|known| share > known.share) {
                    best = Some(Told { share, quoted, span });
                }
            }
        }
        best
    }
}
