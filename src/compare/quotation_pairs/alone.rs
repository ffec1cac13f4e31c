//! Quotations without a partner among the other article's quotations: whether their words stand there without marks.

use super::{Fate, LONGEST, QuotationPair, Touching, Utterance, kept};
use crate::{
    align::PairAlignment,
    compare::{change::LinkWording, groundwork::Groundwork, quotations::Quotation},
    story::{Side, Story},
    text::{span::Span, token::TokenKind, vocabulary::WordId},
};

/// A quotation without a partner among the other article's quotations: are its words reported there without marks?
pub(super) fn alone(
    story: &Story,
    alignment: &PairAlignment,
    wordings: &[LinkWording],
    groundwork: &Groundwork,
    utterance: &Utterance,
    quoted: &[Quotation],
    touching: &Touching,
) -> QuotationPair {
    let side = touching.side;
    let other = &story.articles[alignment.pair.on(side.other())];
    let says = |words: &[WordId]| -> f32 { words.iter().map(|word| groundwork.weights.weight(*word)).sum() };
    let all = says(&utterance.words);
    let inside = |span: Span| utterance.parts.iter().any(|at| quoted[*at].inner.meets(span));
    let mut best: Option<(f32, Span)> = None;
    let parts: Vec<&Quotation> = utterance.parts.iter().map(|at| &quoted[*at]).collect();
    for wording in touching.by(&parts).iter().filter_map(|link| wordings.get(*link as usize)) {
        let shared = wording.shared.iter().map(|(l, r)| if side == Side::Left { (*l, *r) } else { (*r, *l) });
        for (_, there) in shared.filter(|(here, _)| inside(*here)) {
            let first = other.token_at(there.start);
            let words: Vec<WordId> = other.tokens[first..]
                .iter()
                .take_while(|token| token.span.start < there.end)
                .filter(|token| token.kind != TokenKind::Sign)
                .map(|token| token.word)
                .take(LONGEST)
                .collect();
            let share: f32 =
                kept(&utterance.words, &words).iter().map(|(at, _, len)| says(&utterance.words[*at..at + len])).sum();
            if best.is_none_or(|(known, _)| share > known) {
                best = Some((share, there));
            }
        }
    }
    let marks = groundwork.quotations.get(alignment.pair.on(side.other()));
    let reported = best
        .filter(|(share, span)| *share >= 0.5 * all && !marks.is_some_and(|marks| marks.is_quoted(*span)))
        .map(|(_, span)| span);
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
        left_words: Vec::new(),
        right_words: Vec::new(),
        edits: Vec::new(),
        reported,
    }
}
