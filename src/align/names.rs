//! Which terms are names, by their capitals alone: no list, and nothing where a script has no capitals.

use super::terms::{TermId, Terms};
use crate::{story::Article, text::token::TokenKind};

/// By term: whether `articles` write it with a capital more often than without, not counting where a sentence or a quotation begins.
#[must_use]
pub fn names(articles: [&Article; 2], terms: &Terms) -> Vec<bool> {
    let mut capitals = vec![0_i32; terms.len()];
    for article in articles {
        for id in article.sentence_ids() {
            let mut first = true;
            for token in article.sentence_tokens(id) {
                let text = token.span.of(&article.text);
                if token.kind == TokenKind::Sign {
                    first |= text.starts_with(['“', '‘', '"', '«', '„']);
                    continue;
                }
                let letter = text.chars().next().unwrap_or(' ');
                let vote = match (letter.is_uppercase(), letter.is_lowercase()) {
                    (true, _) if !first && token.kind == TokenKind::Word => 1,
                    (_, true) => -1,
                    _ => 0,
                };
                terms.parts_of(token.word).iter().for_each(|term: &TermId| capitals[*term as usize] += vote);
                first = false;
            }
        }
    }
    capitals.into_iter().map(|capitals| capitals > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{align::stem::stem, compare::pictures::story, story::ArticleId};

    #[test]
    fn capitals_inside_a_sentence_make_a_name() {
        let story =
            story(&["Rice is dear. In Paris, Rice spoke of bread.", "He said: “Bread is dear,” and left Paris."]);
        let terms = Terms::new(&story.vocabulary);
        let names = names([ArticleId::new(0), ArticleId::new(1)].map(|id| &story.articles[id]), &terms);
        let is_name = |word: &str| terms.stems().zip(&names).any(|(known, name)| known == stem(word) && *name);
        assert_eq!(["paris", "rice", "bread", "dear"].map(is_name), [true, true, false, false]);
    }
}
