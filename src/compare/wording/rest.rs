//! What lies outside the shared stretches of partial links: words that only one side has.

use crate::{
    align::{Grade, PairAlignment},
    compare::change::{Change, ChangeClass, LinkWording},
    story::{Side, Story},
    text::{span::Span, token::TokenKind},
};

/// The stretches of linked sentences that no link shares, each as a change without a counterpart: words only here. A sentence that is linked as
/// a whole has none.
#[must_use]
pub fn unshared(story: &Story, alignment: &PairAlignment, wordings: &[LinkWording]) -> Vec<Change> {
    let mut rest = Vec::new();
    for side in Side::BOTH {
        let article = &story.articles[alignment.pair.on(side)];
        let mut whole = vec![false; article.sentences.len()];
        let mut shared: Vec<Span> = Vec::new();
        let mut partial = Vec::new();
        for (link, wording) in alignment.links.iter().zip(wordings) {
            if link.grade == Grade::Partial {
                partial.extend_from_slice(link.on(side));
                shared.extend(wording.shared.iter().map(|(l, r)| if side == Side::Left { *l } else { *r }));
            } else {
                link.on(side).iter().for_each(|id| whole[id.index()] = true);
            }
        }
        partial.sort_unstable();
        partial.dedup();
        shared.sort_unstable();
        let mut from = 0;
        for id in partial.into_iter().filter(|id| !whole[id.index()]) {
            let sentence = article.sentence(id).span();
            while shared.get(from).is_some_and(|span| span.end <= sentence.start) {
                from += 1;
            }
            let mut at = sentence.start;
            let inside = shared[from..].iter().take_while(|span| span.start < sentence.end).copied();
            for span in inside.chain([Span { start: sentence.end, end: sentence.end }]) {
                let gap = Span { start: at, end: span.start.max(at) }.trim(&article.text);
                let tells = article
                    .sentence_tokens(id)
                    .iter()
                    .any(|token| token.kind != TokenKind::Sign && gap.covers(token.span));
                if tells {
                    let (left, right) = if side == Side::Left { (Some(gap), None) } else { (None, Some(gap)) };
                    rest.push(Change { left, right, class: ChangeClass::Word, moved: false });
                }
                at = at.max(span.end);
            }
        }
    }
    rest
}
