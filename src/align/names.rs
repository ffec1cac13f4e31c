//! Which terms are names, by their capitals alone: no list, and nothing where a script has no capitals. Of a name that each article spells
//! its own way the two spellings are one term.

use rustc_hash::FxHashMap;

use super::terms::{TermId, Terms};
use crate::{
    story::Article,
    text::{
        fold::is_acronym,
        name_key::{name_key, same_name},
        token::TokenKind,
    },
};

/// By term: whether `articles` write it with a capital more often than without, not counting where a sentence or a quotation begins.
#[must_use]
pub fn names(articles: [&Article; 2], terms: &Terms) -> Names {
    let mut capitals = vec![0_i32; terms.len()];
    let mut held = vec![0_u8; terms.len()];
    for (article, bit) in articles.into_iter().zip([1, 2]) {
        for id in article.sentence_ids() {
            let mut first = true;
            for token in article.sentence_tokens(id) {
                let text = token.span.of(&article.text);
                if token.kind == TokenKind::Sign {
                    first |= text.starts_with(['“', '‘', '"', '«', '„']);
                    continue;
                }
                let cases = match text.as_bytes().first() {
                    Some(byte) if byte.is_ascii() => (byte.is_ascii_uppercase(), byte.is_ascii_lowercase()),
                    _ => text.chars().next().map_or((false, false), |c| (c.is_uppercase(), c.is_lowercase())),
                };
                let vote = match cases {
                    (true, _) if !first && token.kind == TokenKind::Word => 1,
                    (_, true) => -1,
                    _ => 0,
                };
                terms.parts_of(token.word).iter().for_each(|term: &TermId| {
                    capitals[*term as usize] += vote;
                    held[*term as usize] |= bit;
                });
                first = false;
            }
        }
    }
    // Where a sentence begins a capital says nothing, but a word that is never written small may be a name.
    let may_be_spelt_otherwise = |term: &TermId| {
        let stem = terms.stem(*term);
        stem.len() >= SHORTEST && stem.starts_with(char::is_lowercase)
    };
    let alone = |bit| {
        let only = (0..).zip(&held).zip(&capitals).filter(|((_, held), capitals)| **held == bit && **capitals >= 0);
        only.map(|((term, _), _)| term).filter(may_be_spelt_otherwise).collect()
    };
    let alone = [alone(1), alone(2)];
    Names { are: capitals.into_iter().map(|capitals| capitals > 0).collect(), alone }
}

/// Names of fewer bytes have no other spelling.
const SHORTEST: usize = 4;
/// More names of one key in one article are no spellings of one name.
const MOST_ALIKE: usize = 8;

/// Which terms are names.
#[derive(Debug, Default)]
pub struct Names {
    /// By term: whether it is one.
    pub are: Vec<bool>,
    /// What may be a name and stands in the first of the two articles alone; in the second alone.
    alone: [Vec<TermId>; 2],
}

impl Names {
    /// Names that the two articles write in two ways, each with the term that is to stand for it: other spellings, each article having one of
    /// them and no second name so like it; and acronyms with and without stops.
    #[must_use]
    pub fn spelt_in_two_ways(&self, terms: &Terms) -> Vec<(TermId, TermId)> {
        let mut alike: FxHashMap<String, [Vec<TermId>; 2]> = FxHashMap::default();
        for (side, names) in self.alone.iter().enumerate() {
            // Most words that stand in one article alone are of no key that the other has.
            for name in names {
                let key = name_key(terms.stem(*name));
                if side == 0 {
                    alike.entry(key).or_default()[0].push(*name);
                } else if let Some(found) = alike.get_mut(&key) {
                    found[1].push(*name);
                }
            }
        }
        let mut pairs = Vec::new();
        for [left, right] in alike.into_values().filter(|[left, right]| left.len().max(right.len()) <= MOST_ALIKE) {
            let same = |l: &TermId, r: &TermId| same_name(terms.stem(*l), terms.stem(*r));
            for l in &left {
                let of_l: Vec<&TermId> = right.iter().filter(|r| same(l, r)).collect();
                if let [r] = *of_l
                    && left.iter().filter(|other| same(other, r)).count() == 1
                    && (self.is_name(*l) || self.is_name(*r))
                {
                    // Which of them it is must not hang on the order of the articles.
                    pairs.push(if terms.stem(*l) < terms.stem(*r) { (*r, *l) } else { (*l, *r) });
                }
            }
        }
        let acronyms =
            (0..).zip(terms.stems()).filter(|(_, stem)| stem.as_bytes().get(1) == Some(&b'.') && is_acronym(stem));
        // Not the pronoun "us": only where it is mostly written with a capital.
        let plain = |(term, stem): (TermId, &str)| Some((terms.get(&stem.replace('.', ""))?, term));
        pairs.extend(acronyms.filter_map(plain).filter(|(plain, _)| self.is_name(*plain)));
        pairs
    }

    fn is_name(&self, term: TermId) -> bool {
        self.are.get(term as usize) == Some(&true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{align::stem::stem, compare::pictures::story, story::ArticleId};

    #[test]
    fn capitals_inside_a_sentence_make_a_name() {
        let story =
            story(&["Rice is dear. In Paris, Rice spoke of bread.", "He said: “Bread is dear,” and left Paris."]);
        let terms = Terms::new(&story.vocabulary, None);
        let names = names([ArticleId::new(0), ArticleId::new(1)].map(|id| &story.articles[id]), &terms);
        let is_name = |word: &str| terms.stems().zip(&names.are).any(|(known, name)| known == stem(word) && *name);
        assert_eq!(["paris", "rice", "bread", "dear"].map(is_name), [true, true, false, false]);
    }

    #[test]
    fn a_name_that_each_article_spells_its_own_way_is_one_term() {
        let two_ways = |left: &str, right: &str| -> Vec<(String, String)> {
            let story = story(&[left, right]);
            let terms = Terms::new(&story.vocabulary, None);
            let names = names([ArticleId::new(0), ArticleId::new(1)].map(|id| &story.articles[id]), &terms);
            let stem = |term| terms.stem(term).to_owned();
            let mut pairs: Vec<_> =
                names.spelt_in_two_ways(&terms).into_iter().map(|(a, b)| (stem(a), stem(b))).collect();
            pairs.sort();
            pairs
        };
        let pair = |a: &str, b: &str| vec![(a.to_owned(), b.to_owned())];
        assert_eq!(two_ways("The envoy met Ghasemi.", "The envoy met Qassemi."), pair("qassemi", "ghasemi"));
        assert_eq!(two_ways("The envoy met Qassemi.", "The envoy met Ghasemi."), pair("qassemi", "ghasemi"));
        assert_eq!(two_ways("Mr Martin met Marten.", "Mr Martin met Marten."), [], "two persons");
        assert_eq!(two_ways("He told the U.S. envoy.", "He told the US envoy."), pair("us", "u.s"));
        assert_eq!(two_ways("He told the U.S. envoy.", "He told us the news."), [], "a pronoun");
    }
}
