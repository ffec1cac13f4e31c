//! The sentences of two articles as sequences of weighted terms.

use super::{
    kindred::{Line, SENSES, kindred},
    names::names,
    terms::{TermId, Terms, kin},
    weight::{WordWeight, WordWeights, plain_weight, priors, weight},
};
use crate::{
    story::{Article, ParagraphRole, SentenceId, Story},
    text::{
        figure::{Decimals, may_be_sign},
        fold::accented,
        token::{TokenKind, is_minus, is_symbol},
    },
};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher as _;

/// No passage is compared beyond so many terms; a longer one is known by its first ones (the equality of two whole passages is
/// still told by all their words).
pub const MOST_TERMS: usize = 400;

/// A class of kin: words of one line of the list of kindred words, by its number, or terms that begin alike, counted on from there. 0 for
/// none.
pub type KinId = u32;

/// In how many passages each term stands.
#[derive(Debug)]
pub struct Counts {
    by_term: Vec<u32>,
    /// How many passages there are.
    pub passages: u32,
}

impl Counts {
    /// In how many passages of both articles `term` stands.
    #[must_use]
    pub fn of(&self, term: TermId) -> u32 {
        self.by_term.get(term as usize).copied().unwrap_or(0)
    }
}

/// What is the same for both articles: weights and kin of the terms.
#[derive(Debug)]
pub struct Scale {
    /// By term; together, because whoever asks for one mostly asks for all.
    pub terms: Vec<Measure>,
    /// By term: a number that depends on its letters alone, to break ties by.
    pub marks: Vec<u64>,
}

/// What a term counts.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    weight: u16,
    plain: u16,
    /// Its class of kin by its first letters.
    pub kin: KinId,
    /// The lines of the list of words that may be put for one another that it stands on; 0 for none.
    pub kindred: [Line; SENSES],
    /// What sort of word it is.
    pub sort: Sort,
}

/// What sort of word a term is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Neither of the following.
    #[default]
    Word,
    /// Mostly written with a capital where no sentence begins.
    Name,
    /// Begins with a digit, a currency's sign aside, or is a number in words.
    Figure,
    /// May be a sign of the figure beside it: `million`, `percent`.
    Sign,
}

impl Sort {
    fn of(stem: &str, is_name: bool) -> Self {
        // "$5m"
        let stem = stem.trim_start_matches(|c: char| !c.is_alphanumeric());
        match stem.starts_with(|c: char| c.is_ascii_digit()) {
            true => Self::Figure,
            false if is_name => Self::Name,
            false if may_be_sign(stem) => Self::Sign,
            false => Self::Word,
        }
    }
}

impl Measure {
    /// Its weight in these two articles, up to [`ONE`](super::weight::ONE).
    #[must_use]
    pub fn weight(self) -> u32 {
        u32::from(self.weight)
    }

    /// The weight it has beforehand, however often the articles use it.
    #[must_use]
    pub fn plain(self) -> u32 {
        u32::from(self.plain)
    }
}

/// What the terms of a passage come to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    /// Their weights beforehand.
    pub plain: u32,
    /// The weights of its names.
    pub names: u32,
    /// The weights of what is neither name nor figure.
    pub words: u32,
    /// How many figures it has.
    pub figures: u32,
}

impl Sums {
    fn of(measures: &[Measure]) -> Self {
        let mut sums = Self::default();
        for measure in measures {
            sums.plain += measure.plain();
            match measure.sort {
                Sort::Name => sums.names += measure.weight(),
                Sort::Word | Sort::Sign => sums.words += measure.weight(),
                Sort::Figure => sums.figures += 1,
            }
        }
        sums
    }
}

impl Scale {
    /// What `term` counts.
    #[must_use]
    pub fn of(&self, term: TermId) -> Measure {
        self.terms[term as usize]
    }
}

/// The passages of an article.
#[derive(Debug, Default)]
pub struct Passages {
    /// The terms of passage `p` are `terms[first[p] .. first[p + 1]]`, in the order of the text.
    terms: Vec<TermId>,
    /// What each of the terms counts, beside them so that a passage's stand together.
    measures: Vec<Measure>,
    first: Vec<u32>,
    /// The weights of the terms of each passage together.
    pub weight: Vec<u32>,
    /// What the terms of each passage come to in other ways, so that no two passages held against each other are summed anew.
    pub sums: Vec<Sums>,
    /// A number equal for passages of equal words, whichever article was read first; never 0. Where there are no words, their signs are meant.
    pub whole: Vec<u64>,
    /// The same where the parts of a word with hyphens are words of their own: a hyphen may stand for a blank (`well-known`) as well as
    /// for nothing (`cease-fire`).
    apart: Vec<u64>,
    /// What the paragraph is that each passage stands in.
    pub role: Vec<ParagraphRole>,
    /// How many passages were cut short.
    pub cut: usize,
}

impl Passages {
    /// How many there are: one for each sentence of the article.
    #[must_use]
    pub fn len(&self) -> usize {
        self.whole.len()
    }

    /// The terms of `passage` in the order of the text.
    #[must_use]
    pub fn terms(&self, passage: u32) -> &[TermId] {
        let at = passage as usize;
        &self.terms[self.first[at] as usize..self.first[at + 1] as usize]
    }

    /// What each of the terms of `passage` counts.
    #[must_use]
    pub fn measures(&self, passage: u32) -> &[Measure] {
        let at = passage as usize;
        &self.measures[self.first[at] as usize..self.first[at + 1] as usize]
    }

    /// Whether `passage` has the words of `theirs` of the `other` article, but for hyphens, and nothing else.
    #[must_use]
    pub fn equals(&self, passage: u32, (other, theirs): (&Self, u32)) -> bool {
        let equal = |ours: &[u64], others: &[u64]| ours.get(passage as usize) == others.get(theirs as usize);
        equal(&self.whole, &other.whole) || equal(&self.apart, &other.apart)
    }

    /// Whether `passage` may have a partner that is not word for word the same: not the page's furniture, nor a dateline.
    #[must_use]
    pub fn is_telling(&self, passage: u32) -> bool {
        !matches!(self.role[passage as usize], ParagraphRole::Boilerplate | ParagraphRole::Dateline)
    }
}

/// The passages of `left` and `right`, and the scale they are weighed by.
#[must_use]
pub fn passages(story: &Story, left: &Article, right: &Article) -> (Passages, Passages, Scale, WordWeights) {
    let english = [left, right].iter().all(|article| article.language.as_deref() == Some("en"));
    // A sign that parts thousands in one of the languages and decimals in the other is read as neither.
    let [one, other] = [left, right].map(|article| Decimals::of(article.language.as_deref()));
    let grouping = if one == Decimals::Stop { ',' } else { '.' };
    let mut terms = Terms::new(&story.vocabulary, (one == other).then_some(grouping));
    let names = names([left, right], &terms);
    terms.unite(&names.spelt_in_two_ways(&terms));
    let names = names.are;
    let mut left = read(left, &mut terms);
    let mut right = read(right, &mut terms);
    let mut counts = Counts { by_term: vec![0; terms.len()], passages: 0 };
    let mut seen = vec![0_u32; terms.len()];
    for side in [&left, &right] {
        for passage in (0..count(side.len())).filter(|passage| side.is_telling(*passage)) {
            counts.passages += 1;
            for term in side.terms(passage) {
                if seen[*term as usize] != counts.passages {
                    seen[*term as usize] = counts.passages;
                    counts.by_term[*term as usize] += 1;
                }
            }
        }
    }
    let mut classes: FxHashMap<&str, KinId> = FxHashMap::default();
    let mut scale = Scale { terms: Vec::with_capacity(terms.len()), marks: Vec::with_capacity(terms.len()) };
    let listed = kindred(&terms, english);
    let lines = listed.iter().flatten().copied().max().unwrap_or(0);
    for (term, prior) in (0..).zip(priors(&terms, english)) {
        let next = KinId::from(lines) + count(classes.len()) + 1;
        let kin = kin(terms.stem(term)).map_or(0, |letters| *classes.entry(letters).or_insert(next));
        let small = |weight: u32| u16::try_from(weight).unwrap_or(u16::MAX);
        let weight = small(weight(counts.of(term), counts.passages, prior));
        let sort = Sort::of(terms.stem(term), names.get(term as usize) == Some(&true));
        scale.terms.push(Measure {
            weight,
            plain: small(plain_weight(prior)),
            kin,
            kindred: listed[term as usize],
            sort,
        });
        let mut hasher = FxHasher::default();
        hasher.write(terms.stem(term).as_bytes());
        scale.marks.push(hasher.finish());
    }
    for side in [&mut left, &mut right] {
        side.measures = side.terms.iter().map(|term| scale.of(*term)).collect();
        side.weight = (0..count(side.len()))
            .map(|passage| side.measures(passage).iter().map(|measure| measure.weight()).sum())
            .collect();
        side.sums = (0..count(side.len())).map(|passage| Sums::of(side.measures(passage))).collect();
    }
    let words = story.vocabulary.iter().map(|(word, _)| {
        let parts = terms.parts_of(word);
        let weight = parts.iter().map(|term| scale.of(*term).weight).max().unwrap_or(0);
        match parts {
            [term] => WordWeight { weight, term: term + 1, kindred: scale.of(*term).kindred },
            _ => WordWeight { weight, ..WordWeight::default() },
        }
    });
    let words = WordWeights::new(words.collect());
    (left, right, scale, words)
}

fn read(article: &Article, terms: &mut Terms) -> Passages {
    let mut passages = Passages { first: vec![0], ..Passages::default() };
    passages.terms.reserve(article.tokens.len());
    for index in 0..article.sentences.len() {
        let id = SentenceId::new(index);
        let (start, mut before, mut words) = (passages.terms.len(), None, 0);
        let (mut hasher, mut apart) = (FxHasher::default(), FxHasher::default());
        let mut is_cut = false;
        let tokens = article.sentence_tokens(id);
        let is_ascii = article.sentence_text(id).is_ascii();
        for (at, token) in tokens.iter().enumerate() {
            if token.kind == TokenKind::Sign {
                // A lost minus or another emoji is a difference; any other sign is not.
                if is_minus(&article.text, tokens, at) || is_symbol(token.span.of(&article.text)) {
                    hasher.write_u64(terms.mark(token.word));
                    apart.write_u64(terms.mark(token.word));
                }
                continue;
            }
            match token.kind {
                TokenKind::Figure => [&mut hasher, &mut apart].into_iter().for_each(|to| terms.write(token.word, to)),
                _ => {
                    hasher.write_u64(terms.mark(token.word));
                    terms.marks_apart(token.word).for_each(|mark| apart.write_u64(mark));
                    // "schon" and "schön" are sought as one and are not the same.
                    if let Some(accents) = (!is_ascii).then(|| accented(token.span.of(&article.text))).flatten() {
                        [&mut hasher, &mut apart].into_iter().for_each(|to| to.write(accents.as_bytes()));
                    }
                }
            }
            words += 1;
            if passages.terms.len() - start < MOST_TERMS {
                terms.of(token.word, before, &mut passages.terms);
            } else {
                is_cut |= !terms.parts_of(token.word).is_empty();
            }
            before = Some(token.word);
        }
        // A compound may have gone beyond it.
        is_cut |= passages.terms.len() - start > MOST_TERMS;
        passages.cut += usize::from(is_cut);
        passages.terms.truncate(start + MOST_TERMS);
        passages.first.push(count(passages.terms.len()));
        if words == 0 {
            // "* * *" is the same as itself and has no terms; what it is made of stands apart from any words' number.
            hasher.write_usize(usize::MAX);
            article.sentence_tokens(id).iter().for_each(|sign| hasher.write_u64(terms.mark(sign.word)));
        }
        passages.whole.push(hasher.finish() | 1);
        passages.apart.push(if words == 0 { hasher.finish() } else { apart.finish() });
        passages.role.push(article.role_of(id));
    }
    passages
}

/// `n` as the 32 bits that terms and passages are counted in.
#[must_use]
pub fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
