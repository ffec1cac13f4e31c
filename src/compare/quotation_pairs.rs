//! What became of each quotation in the other article: full, trimmed, altered, merged, split, reported without marks, given to
//! another speaker, or only here. Compares utterances (a quotation that an attribution or a paragraph divides is one) that linked
//! passages hold; the words are compared folded, so that typography is no difference.

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{change::LinkWording, groundwork::Groundwork, quotations::Quotation};
use crate::{
    align::PairAlignment,
    story::{Article, Side, Story},
    text::{
        span::Span,
        token::{Token, TokenKind},
        vocabulary::WordId,
    },
};

/// What became of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// Word for word the same.
    Full,
    /// One side leaves words out.
    Trimmed,
    /// Words are exchanged.
    Altered,
    /// One quotation on one side, several on the other.
    Merged,
    /// Quoted on one side, told in the article's own words on the other.
    Reported,
    /// No counterpart was found.
    Only,
}

/// Quotations of two articles that answer to each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct QuotationPair {
    /// The quotations on the left, as indices into those of its article; empty when there are none.
    pub left: Vec<usize>,
    /// The same on the right.
    pub right: Vec<usize>,
    /// What became of it.
    pub fate: Fate,
    /// Whether the two name different speakers.
    pub other_speaker: bool,
    /// The stretches that only the left quotes, and those that it has in other words.
    pub left_words: Vec<Span>,
    /// The same on the right.
    pub right_words: Vec<Span>,
    /// Where the words stand outside of quotation marks, on the side that reports them.
    pub reported: Option<Span>,
}

/// A quotation with fewer words is a name, a title or a scare quote and says nothing about how an article quotes.
const TELLING: usize = 4;
/// Two utterances answer to each other when they share this part of the shorter one's words.
const SHARED: f32 = 0.6;
/// Utterances of more words than this are compared by their start alone.
const LONGEST: usize = 2_000;

struct Utterance {
    /// Indices into the article's quotations.
    parts: Vec<usize>,
    tokens: Vec<Token>,
    words: Vec<WordId>,
}

impl QuotationPair {
    /// The quotations on `side`.
    #[must_use]
    pub fn on(&self, side: Side) -> &[usize] {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// The words that only `side` has.
    #[must_use]
    pub fn words(&self, side: Side) -> &[Span] {
        match side {
            Side::Left => &self.left_words,
            Side::Right => &self.right_words,
        }
    }
}

/// The quotations of `alignment`'s two articles, paired, in reading order of the left, then those of the right alone.
#[must_use]
pub fn quotation_pairs(
    story: &Story,
    alignment: &PairAlignment,
    wordings: &[LinkWording],
    groundwork: &Groundwork,
) -> Vec<QuotationPair> {
    let quoted = |side| groundwork.quotations.get(alignment.pair.on(side)).map_or(&[][..], |q| &q.quoted);
    let (left, right) = (quoted(Side::Left), quoted(Side::Right));
    let l = utterances(&story.articles[alignment.pair.left], left);
    let r = utterances(&story.articles[alignment.pair.right], right);
    let groups = groups(&l, &r, left, right, alignment);
    let mut pairs: Vec<QuotationPair> = groups.iter().map(|group| held_against(group, &l, &r, left, right)).collect();
    let touching = [Touching::of(alignment, Side::Left), Touching::of(alignment, Side::Right)];
    for (side, own, all, touching) in [(Side::Left, &l, left, &touching[0]), (Side::Right, &r, right, &touching[1])] {
        let mut paired = vec![false; own.len()];
        for (ls, rs) in &groups {
            for at in if side == Side::Left { ls } else { rs } {
                paired[*at] = true;
            }
        }
        for (utterance, _) in own.iter().zip(&paired).filter(|(_, paired)| !**paired) {
            pairs.push(alone(story, alignment, wordings, groundwork, utterance, all, touching));
        }
    }
    let place = |pair: &QuotationPair| {
        let first = |parts: &[usize], all: &[Quotation]| parts.first().map_or(u32::MAX, |at| all[*at].span.start);
        (first(&pair.left, left), first(&pair.right, right))
    };
    pairs.sort_by_key(place);
    pairs
}

fn utterances(article: &Article, quoted: &[Quotation]) -> Vec<Utterance> {
    let mut out: Vec<(u32, Utterance)> = Vec::new();
    for (at, quotation) in quoted.iter().enumerate().filter(|(_, quotation)| !quotation.scare) {
        let first = article.tokens.partition_point(|token| token.span.end <= quotation.inner.start);
        let inside = article.tokens[first..].iter().take_while(|token| token.span.start < quotation.inner.end);
        let tokens: Vec<Token> = inside.filter(|token| token.kind != TokenKind::Sign).copied().collect();
        match out.last_mut().filter(|(number, _)| *number == quotation.utterance) {
            Some((_, utterance)) => {
                utterance.parts.push(at);
                utterance.tokens.extend(tokens);
            }
            None => out.push((quotation.utterance, Utterance { parts: vec![at], tokens, words: Vec::new() })),
        }
    }
    out.into_iter()
        .map(|(_, mut utterance)| {
            utterance.tokens.truncate(LONGEST);
            utterance.words = utterance.tokens.iter().map(|token| token.word).collect();
            utterance
        })
        .filter(|utterance| utterance.words.len() >= TELLING)
        .collect()
}

/// Utterances on the left and on the right, as indices.
type Group = (Vec<usize>, Vec<usize>);

/// Utterances that answer to each other: those in linked passages that share most of the words of the shorter one.
fn groups(
    l: &[Utterance],
    r: &[Utterance],
    left: &[Quotation],
    right: &[Quotation],
    alignment: &PairAlignment,
) -> Vec<Group> {
    let within = |utterances: &[Utterance], quoted: &[Quotation], first: usize, last: usize| -> Vec<usize> {
        // Utterances stand in reading order.
        let from =
            utterances.partition_point(|u| u.parts.last().is_some_and(|at| quoted[*at].sentences.1.index() < first));
        (from..utterances.len())
            .take_while(|at| utterances[*at].parts.first().is_some_and(|at| quoted[*at].sentences.0.index() <= last))
            .collect()
    };
    let mut ties: Vec<(usize, usize)> = Vec::new();
    for link in &alignment.links {
        let (Some(lf), Some(ll), Some(rf), Some(rl)) =
            (link.left.first(), link.left.last(), link.right.first(), link.right.last())
        else {
            continue;
        };
        let on_right = within(r, right, rf.index(), rl.index());
        for a in within(l, left, lf.index(), ll.index()) {
            ties.extend(on_right.iter().map(|b| (a, *b)));
        }
    }
    ties.sort_unstable();
    ties.dedup();
    ties.retain(|(a, b)| {
        let (a, b) = (&l[*a].words, &r[*b].words);
        let kept: usize = kept(a, b).iter().map(|(_, _, len)| len).sum();
        #[expect(clippy::cast_precision_loss, reason = "counts of words in a quotation")]
        let shares = kept as f32 >= SHARED * a.len().min(b.len()) as f32;
        shares && kept >= TELLING.min(3)
    });
    // Ties that share an utterance make one group.
    let mut groups: Vec<Group> = Vec::new();
    let (mut of_left, mut of_right) = (vec![None; l.len()], vec![None; r.len()]);
    for (a, b) in ties {
        let known: Option<usize> = of_left[a].or(of_right[b]);
        let group = known.unwrap_or_else(|| {
            groups.push((Vec::new(), Vec::new()));
            groups.len() - 1
        });
        if of_left[a].replace(group).is_none() {
            groups[group].0.push(a);
        }
        if of_right[b].replace(group).is_none() {
            groups[group].1.push(b);
        }
    }
    groups
}

/// Runs of words that both keep: where on the left, where on the right, how many.
fn kept(left: &[WordId], right: &[WordId]) -> Vec<(usize, usize, usize)> {
    capture_diff_slices(Algorithm::Myers, left, right)
        .iter()
        .filter_map(|op| match *op {
            DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
            _ => None,
        })
        .collect()
}

fn held_against(
    (ls, rs): &Group,
    l: &[Utterance],
    r: &[Utterance],
    left: &[Quotation],
    right: &[Quotation],
) -> QuotationPair {
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
    let (left_parts, lt, lw) = gather(ls, l);
    let (right_parts, rt, rw) = gather(rs, r);
    let mut at = (0, 0);
    let (mut left_words, mut right_words) = (Vec::new(), Vec::new());
    let mut exchanged = false;
    for (a, b, len) in kept(&lw, &rw).into_iter().chain([(lw.len(), rw.len(), 0)]) {
        let (lc, rc) = (&lt[at.0..a], &rt[at.1..b]);
        exchanged |= !lc.is_empty() && !rc.is_empty();
        left_words.extend(cover(lc));
        right_words.extend(cover(rc));
        at = (a + len, b + len);
    }
    let fate = if left_words.is_empty() && right_words.is_empty() {
        if ls.len() == rs.len() { Fate::Full } else { Fate::Merged }
    } else if exchanged || (!left_words.is_empty() && !right_words.is_empty()) {
        Fate::Altered
    } else {
        Fate::Trimmed
    };
    let speakers = |parts: &[usize], all: &[Quotation]| {
        parts.iter().find_map(|at| all[*at].speaker.clone().filter(|s| s.name.is_some()))
    };
    let other_speaker = speakers(&left_parts, left).zip(speakers(&right_parts, right)).is_some_and(|(a, b)| !a.is(&b));
    QuotationPair { left: left_parts, right: right_parts, fate, other_speaker, left_words, right_words, reported: None }
}

fn cover(tokens: &[Token]) -> Option<Span> {
    Some(tokens.first()?.span.join(tokens.last()?.span))
}

/// Which links touch each sentence of one side.
struct Touching {
    side: Side,
    /// Sentence and link, sorted.
    pairs: Vec<(u32, u32)>,
    links: Vec<u32>,
}

impl Touching {
    fn of(alignment: &PairAlignment, side: Side) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let mut pairs: Vec<(u32, u32)> = (0u32..)
            .zip(&alignment.links)
            .flat_map(|(at, link)| link.on(side).iter().map(move |id| (count(id.index()), at)))
            .collect();
        pairs.sort_unstable();
        let links = pairs.iter().map(|(_, link)| *link).collect();
        Self { side, pairs, links }
    }

    fn links(&self, sentence: usize) -> &[u32] {
        let at = |sentence: usize| self.pairs.partition_point(|(known, _)| (*known as usize) < sentence);
        &self.links[at(sentence)..at(sentence + 1)]
    }
}

/// A quotation without a partner among the other article's quotations: are its words reported there without marks?
fn alone(
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
    let mut links: Vec<u32> = utterance
        .parts
        .iter()
        .flat_map(|at| {
            (quoted[*at].sentences.0.index()..=quoted[*at].sentences.1.index()).flat_map(|id| touching.links(id))
        })
        .copied()
        .collect();
    links.sort_unstable();
    links.dedup();
    for wording in links.iter().filter_map(|link| wordings.get(*link as usize)) {
        let shared = wording.shared.iter().map(|(l, r)| if side == Side::Left { (*l, *r) } else { (*r, *l) });
        for (_, there) in shared.filter(|(here, _)| inside(*here)) {
            let first = other.tokens.partition_point(|token| token.span.end <= there.start);
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
        .filter(|(share, span)| {
            *share >= 0.5 * all && !marks.is_some_and(|marks| marks.quoted.iter().any(|q| q.span.covers(*span)))
        })
        .map(|(_, span)| span);
    let fate = if reported.is_some() { Fate::Reported } else { Fate::Only };
    let (left, right) = match side {
        Side::Left => (utterance.parts.clone(), Vec::new()),
        Side::Right => (Vec::new(), utterance.parts.clone()),
    };
    QuotationPair { left, right, fate, other_speaker: false, left_words: Vec::new(), right_words: Vec::new(), reported }
}
