//! Words that the two passages write otherwise and that are one word to the comparison: names in other spellings, long or short, British and
//! American spellings, umlauts, short forms of a negation. The tokens stay what they are, so that what stands otherwise is told where it stands.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use rustc_hash::{FxHashMap, FxHashSet};

use super::passage::Passage;
use crate::{
    compare::{change::ChangeClass, names::same_name, weights::Weights},
    story::{Article, Story},
    text::{
        known_names::{may_begin, name_at},
        span::Span,
        spelling::{american, has_umlaut, in_full, without_umlauts},
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// So many names of a passage are looked at.
const MOST: usize = 60;
/// Passages with more words than this, multiplied, are text without stops: what is written otherwise there is told as it stands.
const MOST_PAIRS: usize = 250_000;
/// From so many words on a passage's words are looked up in a table.
const MANY: usize = 64;
/// The ids of known names begin here, behind those of the figures of a passage, which are few; those of short forms behind all names that a `u16` can tell.
const NAMES: u32 = 1 << 12;
const SHORT_FORMS: u32 = NAMES + (1 << 16);

/// What the lists have of each word of a story's vocabulary, so that no word is looked up again wherever it stands.
pub(super) struct Listed(Vec<Has>);

#[derive(Clone, Copy, Default)]
struct Has {
    /// It is a short form.
    short: bool,
    /// A known name may begin with it.
    name: bool,
    /// It has a hyphen.
    hyphen: bool,
}

impl Listed {
    pub fn of(story: &Story) -> Self {
        Self(
            story
                .vocabulary
                .iter()
                .map(|(_, form)| Has {
                    short: in_full(form).is_some(),
                    name: may_begin(form),
                    hyphen: form.contains('-'),
                })
                .collect(),
        )
    }

    /// Whether the word has a hyphen.
    pub fn is_hyphened(&self, token: &Token) -> bool {
        self.has(token).hyphen
    }

    fn has(&self, token: &Token) -> Has {
        self.0.get(token.word.index()).copied().unwrap_or_default()
    }
}

/// Lets what the passages write each its own way count as one word.
pub(super) fn fold<'a>(
    l: &mut Passage<'a>,
    r: &mut Passage<'a>,
    story: &'a Story,
    (weights, listed): (&Weights, &Listed),
) {
    if l.words.len().saturating_mul(r.words.len()) > MOST_PAIRS {
        return;
    }
    let form = |passage: &Passage<'a>, at: usize| story.vocabulary.form(passage.tokens[at].word);
    let text = |passage: &Passage<'a>, at: usize| passage.tokens[at].span.of(&passage.article.text);
    known_names(l, r, (story, listed));
    let english = may_be_english(l.article) && may_be_english(r.article);
    if english {
        short_forms(l, r, (story, listed));
    }
    let mut alone = [lone(l, r), lone(r, l)];
    if english {
        // A word with a digit in it is a number or a name, of one spelling everywhere.
        let key = |word: &'a str| (!word.bytes().any(|byte| byte.is_ascii_digit())).then(|| american(word));
        let pairs = met(&alone, (l, r), form, key, may_be_respelt);
        set_as_one(&mut alone, (l, r), form, pairs);
    }
    if [&*l, &*r].iter().any(|passage| passage.span().is_some_and(|span| has_umlaut(span.of(&passage.article.text)))) {
        let plain = |word: &'a str| {
            (word.contains(['e', 'E', 's', 'S']) || has_umlaut(word)).then(|| Cow::Owned(without_umlauts(word)))
        };
        let pairs = met(&alone, (l, r), text, plain, |l, r| has_umlaut(l) || has_umlaut(r));
        set_as_one(&mut alone, (l, r), text, pairs);
    }
    let names = |passage: &Passage, alone: &[usize]| -> Vec<usize> {
        let capital = |at: &usize| {
            let token = &passage.tokens[*at];
            weights.may_be_name(token.word) && token.span.of(&passage.article.text).starts_with(char::is_uppercase)
        };
        alone.iter().copied().filter(capital).take(MOST).collect()
    };
    let names = [names(l, &alone[0]), names(r, &alone[1])];
    let same = |(left, right): &(usize, usize)| same_name(form(l, *left), form(r, *right));
    let pairs = names[0].iter().flat_map(|left| names[1].iter().map(|right| (*left, *right))).filter(same).collect();
    set_as_one(&mut alone, (l, r), form, pairs);
}

/// What the difference between two spellings of one word is.
pub(super) fn class(left: &Article, right: &Article, (l, r): (Span, Span)) -> ChangeClass {
    let (l, r) = (l.of(&left.text), r.of(&right.text));
    let umlaut = || (has_umlaut(l) || has_umlaut(r)) && without_umlauts(l) == without_umlauts(r);
    let (lf, rf) = (crate::text::fold::fold(l), crate::text::fold::fold(r));
    match umlaut() || american(&lf) == american(&rf) {
        true => ChangeClass::Typography,
        false => ChangeClass::Name,
    }
}

fn may_be_english(article: &Article) -> bool {
    article.language.as_deref().is_none_or(|language| language == "en")
}

/// The words of `alone[0]` on the left and of `alone[1]` on the right, by what `of` takes them for, that have one `key` and may be `one`. Each word's key
/// is found once, and not for each pair.
fn met<'a>(
    alone: &[Vec<usize>; 2],
    (l, r): (&Passage<'a>, &Passage<'a>),
    of: impl Fn(&Passage<'a>, usize) -> &'a str,
    key: impl Fn(&'a str) -> Option<Cow<'a, str>>,
    one: impl Fn(&str, &str) -> bool,
) -> Vec<(usize, usize)> {
    let [lefts, rights] = alone;
    if lefts.is_empty() || rights.is_empty() {
        return Vec::new();
    }
    let mut by_key: FxHashMap<Cow<str>, Vec<usize>> = FxHashMap::default();
    for there in rights {
        if let Some(key) = key(of(r, *there)) {
            by_key.entry(key).or_default().push(*there);
        }
    }
    let others = |at: &usize| by_key.get(&key(of(l, *at))?).map(|others| (*at, others));
    let pairs = lefts.iter().filter_map(others).flat_map(|(at, others)| others.iter().map(move |there| (at, *there)));
    pairs.filter(|(at, there)| one(of(l, *at), of(r, *there))).collect()
}

/// Makes one word of the left and the right word of each of `pairs`, which are of those `alone`; they are not alone any more.
fn set_as_one<'a>(
    alone: &mut [Vec<usize>; 2],
    (l, r): (&mut Passage<'a>, &mut Passage<'a>),
    of: impl Fn(&Passage<'a>, usize) -> &'a str,
    pairs: Vec<(usize, usize)>,
) {
    if pairs.is_empty() {
        return;
    }
    for (at, there) in pairs {
        // Which of the two stands for both must not hang on which side is named first.
        let both = if of(l, at) <= of(r, there) { l.tokens[at].word } else { r.tokens[there].word };
        (l.words[at], r.words[there]) = (both, both);
    }
    *alone = [lone(l, r), lone(r, l)];
}

/// The words of `passage`, as indices of its tokens, that `other` has not in the same spelling.
fn lone(passage: &Passage, other: &Passage) -> Vec<usize> {
    // One bit for each word of the other: most that it lacks need not be searched for, and in long passages none is.
    let bit = |word: &WordId| 1_u64 << (word.index() % 64);
    let bits = other.words.iter().fold(0, |bits, word| bits | bit(word));
    let many = (other.words.len() > MANY).then(|| other.words.iter().copied().collect::<FxHashSet<WordId>>());
    let contains = |word: &WordId| many.as_ref().map_or_else(|| other.words.contains(word), |many| many.contains(word));
    let has = |word: &WordId| bits & bit(word) != 0 && contains(word);
    let alone = |at: &usize| passage.tokens[*at].kind == TokenKind::Word && !has(&passage.words[*at]);
    (0..passage.tokens.len()).filter(alone).collect()
}

/// Letters that a British and an American spelling may differ in, between what they share at their beginnings and ends.
const MOST_OTHERWISE: usize = 3;

/// Whether two folded words differ in so few letters that they may be spellings of one; most pairs of words do not.
fn may_be_respelt(l: &str, r: &str) -> bool {
    let (short, long) = (l.len().min(r.len()), l.len().max(r.len()));
    let begin = l.bytes().zip(r.bytes()).take_while(|(l, r)| l == r).count();
    let end = l.bytes().rev().zip(r.bytes().rev()).take_while(|(l, r)| l == r).count().min(short - begin);
    l != r && begin > 0 && long - short <= 2 && begin + end + MOST_OTHERWISE >= short.max(MOST_OTHERWISE + 2)
}

/// Sets each known name that the passages write in two ways as one token.
fn known_names(l: &mut Passage, r: &mut Passage, of: (&Story, &Listed)) {
    let found = [places(l, of), places(r, of)];
    let [lefts, rights] = &found;
    let text = |passage: &Passage, range: &Range<usize>| {
        let text = passage.tokens[range.start].span.join(passage.tokens[range.end - 1].span).of(&passage.article.text);
        // Stops in an acronym are told as what they are.
        text.trim_end_matches("'s").trim_end_matches("\u{2019}s").replace('.', "").to_lowercase()
    };
    // By name: how each passage writes it.
    let mut written: BTreeMap<u16, [BTreeSet<String>; 2]> = BTreeMap::new();
    for (side, (passage, places)) in [(&*l, lefts), (&*r, rights)].into_iter().enumerate() {
        for (range, name) in places {
            written.entry(*name).or_default()[side].insert(text(passage, range));
        }
    }
    let otherwise = |[ours, theirs]: &[BTreeSet<String>; 2]| {
        !ours.is_empty() && !theirs.is_empty() && (ours.len() > 1 || ours != theirs)
    };
    let names: BTreeSet<u16> = written.into_iter().filter(|(_, ways)| otherwise(ways)).map(|(name, _)| name).collect();
    if names.is_empty() {
        return;
    }
    let joins = |passage: &Passage, places: &[(Range<usize>, u16)]| -> Vec<(Range<usize>, Token, WordId)> {
        let of_these = places.iter().filter(|(_, name)| names.contains(name));
        of_these
            .map(|(range, name)| {
                let first = passage.tokens[range.start];
                let span = first.span.join(passage.tokens[range.end - 1].span);
                (range.clone(), Token { span, ..first }, WordId::beyond(NAMES + u32::from(*name)))
            })
            .collect()
    };
    let (left, right) = (joins(l, lefts), joins(r, rights));
    l.join(&left);
    r.join(&right);
}

/// The known names of `passage`, as ranges of its tokens, each with its number.
fn places(passage: &Passage, (story, listed): (&Story, &Listed)) -> Vec<(Range<usize>, u16)> {
    let token = |at: usize| passage.tokens.get(at).filter(|token| token.kind == TokenKind::Word);
    let word = |at: usize| Some(token(at)?.span.of(&passage.article.text));
    let folded = |at: usize| Some(Cow::Borrowed(story.vocabulary.form(token(at)?.word)));
    let mut places = Vec::new();
    let mut at = 0;
    while at < passage.tokens.len() {
        let first = Some(at).filter(|at| listed.has(&passage.tokens[*at]).name).and_then(word);
        let Some(way) = first.and_then(|first| name_at(first, |nth| folded(at + nth))) else {
            at += 1;
            continue;
        };
        let mut end = at + way.count;
        // The last stop of "U.S." unless it ends the passage.
        let stop = |token: &Token| token.span.of(&passage.article.text) == ".";
        let acronym = word(end - 1).is_some_and(|word| word.contains('.'));
        if acronym && passage.tokens.get(end).is_some_and(stop) && end + 1 < passage.tokens.len() {
            end += 1;
        }
        places.push((at..end, way.name));
        at = end;
    }
    places
}

/// Sets each negation or other pair of words that one passage writes in short and the other in full as one token.
fn short_forms(l: &mut Passage, r: &mut Passage, (story, listed): (&Story, &Listed)) {
    let shorts = |passage: &Passage| -> Vec<(Range<usize>, String)> {
        let form = |at: usize| passage.tokens.get(at).map_or("", |token| story.vocabulary.form(token.word));
        let short = |at: usize| in_full(form(at)).map(|(verb, not)| (at..at + 1, format!("{verb} {not}")));
        (0..passage.tokens.len()).filter(|at| listed.has(&passage.tokens[*at]).short).filter_map(short).collect()
    };
    let found = [shorts(l), shorts(r)];
    let mut all: Vec<&String> = found.iter().flatten().map(|(_, full)| full).collect();
    if all.is_empty() {
        return;
    }
    all.sort_unstable();
    all.dedup();
    let in_words = |passage: &Passage| -> Vec<(Range<usize>, usize)> {
        let form = |at: usize| passage.tokens.get(at).map_or("", |token| story.vocabulary.form(token.word));
        let full = |at: usize| {
            if form(at) == "cannot" {
                return Some((at..at + 1, all.iter().position(|full| *full == "can not")?));
            }
            let known = |full: &&String| full.split_once(' ') == Some((form(at), form(at + 1)));
            Some((at..at + 2, all.iter().position(known)?))
        };
        (0..passage.tokens.len()).filter_map(full).collect()
    };
    let full = [in_words(l), in_words(r)];
    let at_of = |places: &[(Range<usize>, String)], n: usize| places.iter().any(|(_, full)| *full == *all[n]);
    let has = |places: &[(Range<usize>, usize)], n: usize| places.iter().any(|(_, full)| *full == n);
    let folded: Vec<usize> = (0..all.len())
        .filter(|n| at_of(&found[0], *n) && has(&full[1], *n) || at_of(&found[1], *n) && has(&full[0], *n))
        .collect();
    if folded.is_empty() {
        return;
    }
    let joins = |passage: &Passage, side: usize| -> Vec<(Range<usize>, Token, WordId)> {
        let short = found[side]
            .iter()
            .filter_map(|(range, full)| Some((range.clone(), all.iter().position(|known| *known == full)?)));
        let mut places: Vec<(Range<usize>, usize)> = short.chain(full[side].iter().cloned()).collect();
        places.retain(|(_, n)| folded.contains(n));
        places.sort_by_key(|(range, _)| range.start);
        let joined = |(range, n): (Range<usize>, usize)| {
            let word = WordId::beyond(SHORT_FORMS + u32::try_from(n).unwrap_or(0));
            let span = passage.tokens[range.start].span.join(passage.tokens[range.end - 1].span);
            (range, Token { span, word, kind: TokenKind::Word }, word)
        };
        places.into_iter().map(joined).collect()
    };
    let (left, right) = (joins(l, 0), joins(r, 1));
    l.join(&left);
    r.join(&right);
}
