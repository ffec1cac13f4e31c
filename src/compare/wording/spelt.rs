//! Names that the two passages spell otherwise: one word to the comparison, and a change of name where it stands.

use super::passage::Passage;
use crate::{
    compare::{names::same_name, weights::Weights},
    story::Story,
    text::token::TokenKind,
};

/// So many names of a passage are looked at.
const MOST: usize = 60;

/// Lets the spellings of a name that each of the passages has its own way count as one word; the tokens stay what they are.
pub(super) fn fold(l: &mut Passage, r: &mut Passage, story: &Story, weights: &Weights) {
    let lefts = names(l, r, weights);
    if lefts.is_empty() {
        return;
    }
    let rights = names(r, l, weights);
    let form = |passage: &Passage, at: usize| story.vocabulary.form(passage.tokens[at].word).to_owned();
    for at in lefts {
        let name = form(l, at);
        for there in &rights {
            let other = form(r, *there);
            if same_name(&name, &other) {
                // Which of the two stands for both must not hang on which side is named first.
                let word = if name <= other { l.tokens[at].word } else { r.tokens[*there].word };
                (l.words[at], r.words[*there]) = (word, word);
            }
        }
    }
}

/// The names of `passage`, as indices of its tokens, that `other` has not in the same spelling.
fn names(passage: &Passage, other: &Passage, weights: &Weights) -> Vec<usize> {
    let capital = |at: &usize| {
        let token = &passage.tokens[*at];
        token.kind == TokenKind::Word
            && weights.may_be_name(token.word)
            && token.span.of(&passage.article.text).starts_with(char::is_uppercase)
    };
    let alone = |at: &usize| !other.words.contains(&passage.words[*at]);
    (0..passage.tokens.len()).filter(capital).filter(alone).take(MOST).collect()
}
