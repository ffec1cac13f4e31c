//! Word-level changes inside links. Compares folded words, so that quotation marks, dashes, accents, capitals and white space never
//! hide what is equal, and reports those in classes of their own. May be asked about the links of one pair; never compares
//! passages that are not linked.

mod blocks;
mod class;
mod compounds;
mod figures;
mod moved;
mod passage;
mod rest;
mod shared;
mod slide;
mod spelt;

use std::ops::Range;

pub use self::rest::unshared;
use self::{
    blocks::{Block, Kept, blocks},
    class::{class, writing},
    passage::Passage,
};
use super::{
    change::{Change, ChangeClass, LinkWording},
    groundwork::Groundwork,
    quantity::Quantity,
    weights::Weights,
};
use crate::{
    align::{Grade, Link, PairAlignment, WordWeights},
    cores,
    progress::Progress,
    story::{Article, SentenceId, Side, Story},
    text::{
        span::Span,
        token::{Token, TokenKind},
    },
};

/// The wording of each link of `alignment`, in their order. Empty from where nobody waits for `progress` any more.
#[must_use]
pub fn wordings(
    story: &Story,
    alignment: &PairAlignment,
    groundwork: &Groundwork,
    progress: &Progress,
) -> Vec<LinkWording> {
    let (left, right) = (&story.articles[alignment.pair.left], &story.articles[alignment.pair.right]);
    let figures = Side::BOTH.map(|side| -> &[Quantity] {
        groundwork.quantities.get(alignment.pair.on(side)).map_or(&[], |quantities| quantities)
    });
    let (weights, listed) = (&groundwork.weights, spelt::Listed::of(story));
    let comparing = Comparing { story, left, right, figures, weights, pair: &alignment.weights, listed: &listed };
    progress.begin(alignment.links.len());
    let large = left.text.len() + right.text.len() >= cores::WORTH;
    let mut wordings: Vec<LinkWording> = cores::halves(&alignment.links, large, |links| {
        let wording = |link: &Link| {
            let same = link.grade == Grade::Same;
            if let Some(shared) =
                same.then(|| unchanged((left, link.on(Side::Left)), (right, link.on(Side::Right)))).flatten()
            {
                return LinkWording { shared: vec![shared], ..LinkWording::default() };
            }
            comparing.link([link.on(Side::Left), link.on(Side::Right)], link.grade)
        };
        progress.steps(links.iter()).map(wording).collect()
    });
    wordings.resize_with(alignment.links.len(), LinkWording::default);
    wordings
}

/// What two sentences hold that are the same to the letter: nothing changed there, and nothing need be compared.
fn unchanged(left: (&Article, &[SentenceId]), right: (&Article, &[SentenceId])) -> Option<(Span, Span)> {
    let ((left, [l]), (right, [r])) = (left, right) else { return None };
    if left.sentence_text(*l) != right.sentence_text(*r) {
        return None;
    }
    let all = |tokens: &[Token]| Some(tokens.first()?.span.join(tokens.last()?.span));
    all(left.sentence_tokens(*l)).zip(all(right.sentence_tokens(*r)))
}

/// All changes of `wordings`, by their place on the left, then on the right.
#[must_use]
pub fn changes(wordings: &[LinkWording]) -> Vec<Change> {
    let mut changes: Vec<Change> = wordings.iter().flat_map(|wording| wording.changes.iter().copied()).collect();
    changes.sort_by_key(Change::place);
    changes.dedup();
    changes
}

/// What is compared.
#[derive(Clone, Copy)]
struct Comparing<'a> {
    story: &'a Story,
    left: &'a Article,
    right: &'a Article,
    /// The figures and days of the two.
    figures: [&'a [Quantity]; 2],
    weights: &'a Weights,
    /// What words count in the two articles.
    pair: &'a WordWeights,
    /// What the lists of spellings have of the story's words.
    listed: &'a spelt::Listed,
}

/// A passage that keeps less than this share of what it tells is shown as replaced whole: word by word, it would be confetti.
const KEPT_AT_LEAST: f32 = 0.2;

impl<'a> Comparing<'a> {
    /// The wording of a link between the sentences `left` and `right`. Where words can be held against one another in several ways, what
    /// comes first decides; so one and the same passage is always read first, whichever article it is of, and the sides are exchanged afterwards.
    fn link(&self, [left, right]: [&[SentenceId]; 2], grade: Grade) -> LinkWording {
        let mut l = Passage::of(self.left, left, self.figures[0]);
        let mut r = Passage::of(self.right, right, self.figures[1]);
        if r.precedes(&l) {
            let Self { left, right, figures: [figures_left, figures_right], .. } = *self;
            let exchanged = Self { left: right, right: left, figures: [figures_right, figures_left], ..*self };
            return exchanged.passages(&mut r, &mut l, grade).swapped();
        }
        self.passages(&mut l, &mut r, grade)
    }

    fn passages(&self, l: &mut Passage<'a>, r: &mut Passage<'a>, grade: Grade) -> LinkWording {
        figures::fold(l, r);
        compounds::fold(l, r, self.story, self.listed);
        if grade != Grade::Same {
            spelt::fold(l, r, self.story, (self.weights, self.listed));
        }
        if grade != Grade::Partial {
            return self.region(l, r, true);
        }
        let regions = shared::regions(l, r, self.weights, self.pair);
        if regions.is_empty() {
            return self.region(l, r, true);
        }
        let mut wording = LinkWording::default();
        for (in_left, in_right) in regions {
            let part = self.region(&l.part(in_left), &r.part(in_right), false);
            wording.shared.extend(part.shared);
            wording.changes.extend(part.changes);
        }
        wording.shared.sort();
        wording.changes.sort_by_key(Change::place);
        wording
    }

    /// Compares two stretches word by word.
    fn region(&self, l: &Passage, r: &Passage, whole: bool) -> LinkWording {
        let shared = l.span().zip(r.span()).into_iter().collect();
        let view = Kept { left: l, right: r, weights: self.weights, pair: self.pair };
        let kept = blocks(&l.words, &r.words).map(|kept| {
            let kept = slide::to_phrases(l, r, view.anchored(kept));
            view.without_islands(figures::whole(l, r, kept))
        });
        let Some(kept) = kept.filter(|kept| !whole || view.share(kept) >= KEPT_AT_LEAST) else {
            let change = Change { left: l.span(), right: r.span(), class: ChangeClass::Word, moved: false };
            return LinkWording { shared, changes: vec![change], replaced: true };
        };
        let moved = moved::moved(l, r, &kept, |word| self.weights.tells(word, self.pair));
        let mut changes = Vec::new();
        let mut before = Block { left: 0, right: 0, len: 0 };
        let end = Block { left: l.tokens.len(), right: r.tokens.len(), len: 0 };
        for block in kept.into_iter().chain([end]) {
            let left = before.left + before.len..block.left;
            let right = before.right + before.len..block.right;
            if moved.is_empty() {
                self.between(l, r, left, right, &mut changes);
            } else {
                // What only changed its place is told as that; the rest of the gap by itself.
                for (left, right) in moved::around(&moved, left, right) {
                    self.between(l, r, left, right, &mut changes);
                }
            }
            self.inside(l, r, block, !moved.is_empty(), &mut changes);
            before = block;
        }
        let mut changes = phrases(changes, self.left, self.right);
        for moved in &moved {
            for (left, right) in &moved.edits {
                self.between(l, r, left.clone(), right.clone(), &mut changes);
            }
            for (left, right) in &moved.runs {
                let spans = l.spans(left.clone()).into_iter().zip(r.spans(right.clone()));
                changes.extend(spans.map(|(left, right)| Change {
                    left: Some(left),
                    right: Some(right),
                    class: ChangeClass::Word,
                    moved: true,
                }));
            }
        }
        changes.sort_by_key(Change::place);
        LinkWording { shared, changes, replaced: false }
    }

    fn class(&self, l: &Passage, r: &Passage, left: &Range<usize>, right: &Range<usize>) -> ChangeClass {
        // "3 metres" and "3 feet": what changed is a part of a figure.
        if l.is_in_a_figure(left) && r.is_in_a_figure(right) {
            return ChangeClass::Number;
        }
        class(self.story, (l, left.clone()), (r, right.clone()), self.weights)
    }

    /// The changes from `left` to `right`, which stand between two kept blocks: one, unless figures or the edge of a sentence divide it.
    fn between(&self, l: &Passage, r: &Passage, left: Range<usize>, right: Range<usize>, out: &mut Vec<Change>) {
        if left.is_empty() && right.is_empty() {
            return;
        }
        let pairs = figures::partners(l, r, &left, &right);
        let (mut lat, mut rat) = (left.start, right.start);
        let end = (left.end..left.end, right.end..right.end);
        for (l_figure, r_figure) in pairs.into_iter().chain([end]) {
            let class = |lt: &Range<usize>, rt: &Range<usize>| self.class(l, r, lt, rt);
            let (l_words, r_words) = (lat..l_figure.start, rat..r_figure.start);
            // "Dr. [Weber]" and "Dr [Brandl]": the sign beside a name is no part of it.
            if class(&l_words, &r_words) == ChangeClass::Name {
                let (l_name, r_name) = (l.without_signs(&l_words), r.without_signs(&r_words));
                for (lt, rt) in [
                    (l_words.start..l_name.start, r_words.start..r_name.start),
                    (l_name.clone(), r_name.clone()),
                    (l_name.end..l_words.end, r_name.end..r_words.end),
                ] {
                    push(l, r, &lt, &rt, class(&lt, &rt), out);
                }
            } else {
                push(l, r, &l_words, &r_words, class(&l_words, &r_words), out);
            }
            push(l, r, &l_figure, &r_figure, ChangeClass::Number, out);
            (lat, rat) = (l_figure.end, r_figure.end);
        }
    }

    /// Other writings of the words that are kept, and other white space between them. Where something `moved`, the capital of a first word is no
    /// other writing.
    fn inside(&self, l: &Passage, r: &Passage, block: Block, moved: bool, out: &mut Vec<Change>) {
        let first = |passage: &Passage| {
            let first = passage.tokens.iter().find(|token| token.kind != TokenKind::Sign);
            first.map_or(0, |token| token.span.start)
        };
        let firsts = (first(l), first(r));
        let mut previous: Option<(&Token, &Token)> = None;
        for (lt, rt) in l.tokens[block.left..][..block.len].iter().zip(&r.tokens[block.right..][..block.len]) {
            if let Some((lp, rp)) = previous {
                let (lg, rg) =
                    (Span { start: lp.span.end, end: lt.span.start }, Span { start: rp.span.end, end: rt.span.start });
                if lg.start <= lg.end && rg.start <= rg.end && lg.is_empty() != rg.is_empty() {
                    let some = |gap: Span| (!gap.is_empty()).then_some(gap);
                    out.push(Change { left: some(lg), right: some(rg), class: ChangeClass::Typography, moved: false });
                }
            }
            let respelt = (lt.word != rt.word && lt.kind == TokenKind::Word)
                .then(|| spelt::class(self.left, self.right, (lt.span, rt.span)));
            let opens = (lt.span.start == firsts.0) != (rt.span.start == firsts.1);
            let class = respelt.or_else(|| writing(self.left, self.right, lt.span, rt.span));
            if let Some(class) = class.filter(|class| !(moved && opens && *class == ChangeClass::Case)) {
                out.push(Change { left: Some(lt.span), right: Some(rt.span), class, moved: false });
            }
            previous = Some((lt, rt));
        }
    }
}

/// Adds the change from `left` of `l` to `right` of `r`, in as many pieces as the edges of sentences ask for; nothing where both are empty.
fn push(
    l: &Passage,
    r: &Passage,
    left: &Range<usize>,
    right: &Range<usize>,
    class: ChangeClass,
    out: &mut Vec<Change>,
) {
    let mut lefts = l.spans(left.clone()).into_iter();
    let mut rights = r.spans(right.clone()).into_iter();
    loop {
        match (lefts.next(), rights.next()) {
            (None, None) => break,
            (left, right) => out.push(Change { left, right, class, moved: false }),
        }
    }
}

/// Changes that touch read as one phrase: a capital, a dash or a quotation mark beside other words belongs to them. Not beside
/// words that are only added or left out: there the mark alone would look changed on the side that lacks the words.
fn phrases(changes: Vec<Change>, left: &Article, right: &Article) -> Vec<Change> {
    let mut out: Vec<Change> = Vec::with_capacity(changes.len());
    for change in changes {
        match out.last_mut() {
            Some(last) if belongs(last, &change, left, right) => {
                let join = |a: Option<Span>, b: Option<Span>| a.zip(b).map(|(a, b)| a.join(b)).or(a).or(b);
                last.left = join(last.left, change.left);
                last.right = join(last.right, change.right);
                last.class = last.class.min(change.class);
            }
            _ => out.push(change),
        }
    }
    out
}

fn belongs(last: &Change, change: &Change, left: &Article, right: &Article) -> bool {
    let one = |article: &Article, a: Option<Span>, b: Option<Span>| match (a, b) {
        (Some(a), Some(b)) => {
            a.end <= b.start && Span { start: a.end, end: b.start }.of(&article.text).trim().is_empty()
        }
        _ => true,
    };
    let slight = |class| matches!(class, ChangeClass::Accent | ChangeClass::Case | ChangeClass::Typography);
    let telling = |class| matches!(class, ChangeClass::Word | ChangeClass::Name);
    let mixed = (slight(last.class) && telling(change.class)) || (telling(last.class) && slight(change.class));
    let both = |change: &Change| change.left.is_some() && change.right.is_some();
    mixed && both(last) && both(change) && one(left, last.left, change.left) && one(right, last.right, change.right)
}

#[cfg(test)]
mod tests;
