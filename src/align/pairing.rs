//! Finds the links between two articles.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    alignment::{Evidence, Grade, Link, Nearest, PairAlignment, Unlinked},
    rows::rows,
};
use crate::{
    story::{Article, PairId, ParagraphRole, SentenceId, Story},
    text::{token::TokenKind, vocabulary::WordId},
};

/// Aligns the two articles of `pair`. The same articles give the same links; swapping the sides swaps them in the result.
#[must_use]
pub fn align(story: &Story, pair: PairId) -> PairAlignment {
    let (left, right) = (&story.articles[pair.left], &story.articles[pair.right]);
    let (left_words, right_words) = (words(left), words(right));
    let mut links = Vec::new();
    let mut nearest_right: BTreeMap<SentenceId, Nearest> = BTreeMap::new();
    let mut only_left = Vec::new();
    for (l, lw) in &left_words {
        let best = right_words
            .iter()
            .map(|(r, rw)| (*r, overlap(lw, rw)))
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        match best {
            Some((r, score)) if score >= 0.4 => {
                let grade = if score > 0.999 {
                    Grade::Same
                } else if score > 0.6 {
                    Grade::Reworded
                } else {
                    Grade::Partial
                };
                nearest_right.insert(r, Nearest { sentence: *l, score });
                links.push(Link {
                    left: vec![*l],
                    right: vec![r],
                    grade,
                    score,
                    moved: false,
                    distance: 0,
                    evidence: Evidence { reason: "shared words".to_owned(), ..Evidence::default() },
                });
            }
            other => only_left.push(Unlinked {
                sentence: *l,
                searched: right_words.len(),
                nearest: other.map(|(sentence, score)| Nearest { sentence, score }),
                reason: "too few words shared".to_owned(),
            }),
        }
    }
    let linked: BTreeSet<SentenceId> = links.iter().flat_map(|link| link.right.iter().copied()).collect();
    let only_right = right_words
        .iter()
        .filter(|(r, _)| !linked.contains(r))
        .map(|(r, _)| Unlinked {
            sentence: *r,
            searched: left_words.len(),
            nearest: None,
            reason: "too few words shared".to_owned(),
        })
        .collect();
    let rows = rows(left, right, &links);
    PairAlignment { pair, links, only_left, only_right, rows, notes: Vec::new() }
}

fn words(article: &Article) -> Vec<(SentenceId, BTreeSet<WordId>)> {
    article
        .sentence_ids()
        .filter(|id| article.role_of(*id) != ParagraphRole::Boilerplate)
        .map(|id| {
            let words = article.sentence_tokens(id).iter().filter(|token| token.kind != TokenKind::Sign);
            let set = words.map(|token| token.word).collect();
            (id, set)
        })
        .collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of words in a sentence")]
fn overlap(a: &BTreeSet<WordId>, b: &BTreeSet<WordId>) -> f32 {
    let shared = a.intersection(b).count() as f32;
    2.0 * shared / (a.len() + b.len()).max(1) as f32
}
