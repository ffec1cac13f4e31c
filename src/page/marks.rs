//! What each passage of a pair is, looked up by sentence: made once for a compared pair, in time linear in its size.

use std::collections::BTreeSet;

use super::{
    difference::{Difference, differences},
    emphasis::Emphasis,
};
use crate::{
    align::{Grade, PairAlignment},
    compare::{self, Change, ChangeClass, Finding},
    comparison::{PairComparison, furniture},
    story::{Article, ArticleId, PairId, ParagraphId, ParagraphRole, SentenceId, Side, Story},
    text::{overlapping::Overlapping, span::Span, token::TokenKind},
};

/// What a passage is, held against the other article of its pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has a counterpart level with it.
    Linked {
        /// The link, as an index into the pair's.
        link: usize,
        /// Its grade.
        grade: Grade,
    },
    /// Its counterpart stands elsewhere, or level with it but among the sentences of the row in another order.
    Elsewhere {
        /// The link, as an index into the pair's.
        link: usize,
        /// Its grade.
        grade: Grade,
        /// Whether it moved: went past what kept its place. What a headline sums up stands elsewhere too, and has not moved.
        moved: bool,
        /// Whether the counterpart stands further down.
        down: bool,
        /// The counterpart's paragraph, in the other article.
        paragraph: ParagraphId,
    },
    /// No counterpart was found.
    Only {
        /// What was searched, as an index into the unlinked of its side.
        unlinked: Option<usize>,
    },
    /// It belongs to the page and not to the telling, and has no counterpart.
    Furniture {
        /// What was searched, as an index into the unlinked of its side; none for boilerplate, which is not looked for.
        unlinked: Option<usize>,
    },
}

impl Standing {
    /// The link that speaks for the passage, as an index into the pair's.
    #[must_use]
    pub fn link(self) -> Option<usize> {
        match self {
            Self::Linked { link, .. } | Self::Elsewhere { link, .. } => Some(link),
            Self::Only { .. } | Self::Furniture { .. } => None,
        }
    }
}

/// What the rows, passages and words of a pair are.
#[derive(Debug, Default)]
pub struct Marks {
    sides: [SideMarks; 2],
    /// What is worth stopping at, in reading order.
    pub differences: Vec<Difference>,
    /// Changes of punctuation, case and typography only, as many as are marked on one side or on both.
    pub minor: usize,
    emphasis: Emphasis,
}

#[derive(Debug, Default)]
struct SideMarks {
    standing: Vec<Standing>,
    /// Wording that no counterpart has, by place, without overlaps; with the change, as an index into the pair's.
    changes: Vec<(Span, u32)>,
    /// Clauses of partial links that no counterpart shares, in order and apart.
    unshared: Vec<Span>,
    /// Indices into the pair's findings.
    findings: Overlapping<u32>,
    /// The row of each paragraph.
    row: Vec<u32>,
    /// Whether each paragraph belongs to the page and not to the telling.
    furniture: Vec<bool>,
    /// What part of the passages has a counterpart.
    share: f32,
}

impl Marks {
    /// The marks of `pair`, an outcome of comparing two articles of `story`.
    #[must_use]
    pub fn new(story: &Story, pair: &PairComparison) -> Self {
        let mut marks = Self::default();
        let alignment = &pair.alignment;
        let unshared = compare::unshared(story, alignment, &pair.wordings);
        for side in Side::BOTH {
            let article = &story.articles[alignment.pair.on(side)];
            let marks = &mut marks.sides[side.index()];
            marks.row = rows(article, alignment, side);
            marks.furniture = furniture(article, pair, side);
            marks.changes = changed(article, pair, side);
            marks.unshared = clauses(article, unshared.iter().filter_map(|change| change.on(side)));
            let of_side = (0..).zip(&pair.findings).filter(|(_, finding)| finding.side == side);
            marks.findings = Overlapping::new(of_side.map(|(at, finding)| (finding.span.into(), at)).collect());
        }
        let standing = Side::BOTH.map(|side| marks.standings(story, alignment, side));
        for ((of, side), standing) in Side::BOTH.into_iter().zip(&mut marks.sides).zip(standing) {
            side.share = share(&standing);
            let article = &story.articles[alignment.pair.on(of)];
            let standing_at = |at: u32| standing.get(article.sentence_at(at)?.index());
            side.changes.retain(|(span, _)| !matches!(standing_at(span.start), Some(Standing::Furniture { .. })));
            side.standing = standing;
        }
        let shown = marks.sides.iter().flat_map(|side| &side.changes).map(|(_, at)| *at);
        let shown: BTreeSet<u32> = shown.filter(|at| is_minor(pair.changes[*at as usize].class)).collect();
        marks.minor = shown.len();
        marks.emphasis = Emphasis::new(story, pair);
        marks.differences = differences(story, pair, &marks);
        marks
    }

    fn standings(&self, story: &Story, alignment: &PairAlignment, side: Side) -> Vec<Standing> {
        let (own, other) = (&story.articles[alignment.pair.on(side)], &story.articles[alignment.pair.on(side.other())]);
        let mut standing: Vec<Standing> = own
            .sentence_ids()
            .map(|id| match self.is_furniture(side, own.sentence(id).paragraph) {
                true => Standing::Furniture { unlinked: None },
                false => Standing::Only { unlinked: None },
            })
            .collect();
        for (unlinked, only) in alignment.only(side).iter().enumerate() {
            if let Some(Standing::Only { unlinked: of } | Standing::Furniture { unlinked: of }) =
                standing.get_mut(only.sentence.index())
            {
                *of = Some(unlinked);
            }
        }
        let of_page = |article: &Article, ids: &[SentenceId]| {
            ids.iter().all(|id| article.role_of(*id) == ParagraphRole::Boilerplate)
        };
        for (number, link) in alignment.links.iter().enumerate() {
            // What belongs to both pages is no part of either telling: it is folded away, and nothing of it differs.
            if of_page(own, link.on(side)) && of_page(other, link.on(side.other())) {
                continue;
            }
            let Some(partner) = link.on(side.other()).first() else { continue };
            let there = other.sentence(*partner).paragraph;
            for id in link.on(side) {
                let here = own.sentence(*id).paragraph;
                let (row_here, row_there) = (self.row(side, here), self.row(side.other(), there));
                let down = if row_here == row_there { link.down == (side == Side::Left) } else { row_there > row_here };
                let new = if row_here == row_there && !link.moved {
                    Standing::Linked { link: number, grade: link.grade }
                } else {
                    let (grade, moved) = (link.grade, link.moved);
                    Standing::Elsewhere { link: number, grade, moved, down, paragraph: there }
                };
                if let Some(place) = standing.get_mut(id.index())
                    && rank(new) < rank(*place)
                {
                    *place = new;
                }
            }
        }
        standing
    }

    /// What the sentence `id` on `side` is.
    #[must_use]
    pub fn standing(&self, side: Side, id: SentenceId) -> Standing {
        self.sides[side.index()].standing.get(id.index()).copied().unwrap_or(Standing::Furniture { unlinked: None })
    }

    /// What part of the passages on `side` has a counterpart, from 0 to 1; the page's furniture does not count.
    #[must_use]
    pub fn share(&self, side: Side) -> f32 {
        self.sides[side.index()].share
    }

    /// Whether the paragraph `id` of `side` belongs to the page and not to the telling.
    #[must_use]
    pub fn is_furniture(&self, side: Side, id: ParagraphId) -> bool {
        self.sides[side.index()].furniture.get(id.index()).copied().unwrap_or_default()
    }

    /// The row that the paragraph `id` of `side` stands in, as an index into the pair's rows.
    #[must_use]
    pub fn row(&self, side: Side, id: ParagraphId) -> usize {
        self.sides[side.index()].row.get(id.index()).map_or(0, |row| *row as usize)
    }

    /// The wording inside `within` on `side` that no counterpart has, in order and without overlaps, each with the change of
    /// `pair` that says so.
    pub fn changes_in<'a>(
        &'a self,
        pair: &'a PairComparison,
        side: Side,
        within: Span,
    ) -> impl Iterator<Item = (Span, &'a Change)> {
        let order = &self.sides[side.index()].changes;
        let first = order.partition_point(|(span, _)| span.end <= within.start);
        order[first..]
            .iter()
            .take_while(move |(span, _)| span.start < within.end)
            .map(|(span, at)| (*span, &pair.changes[*at as usize]))
    }

    /// The clauses inside `within` on `side` that only the one passage of a partial link holds, in order and apart. A few words are none:
    /// what one side has more of in the shared part is a change.
    pub fn unshared_in(&self, side: Side, within: Span) -> impl Iterator<Item = Span> {
        let order = &self.sides[side.index()].unshared;
        let first = order.partition_point(|span| span.end <= within.start);
        order[first..].iter().take_while(move |span| span.start < within.end).copied()
    }

    /// The words that are underlined of `finding`, the pair's finding `number`, in order: of what is long its ends, or what was cut.
    pub fn emphasis(&self, number: usize, finding: &Finding) -> impl Iterator<Item = Span> {
        self.emphasis.of(number, finding)
    }

    /// The findings of `pair` that touch `within` on `side`, in order, with their indices.
    pub fn findings_in<'a>(
        &'a self,
        pair: &'a PairComparison,
        side: Side,
        within: Span,
    ) -> impl Iterator<Item = (usize, &'a Finding)> {
        let found = self.sides[side.index()].findings.meeting(within);
        found.map(|(_, at)| (*at as usize, &pair.findings[*at as usize]))
    }
}

/// Whether changes of `class` are hidden until the reader asks for them. A changed figure or name never is.
#[must_use]
pub fn is_minor(class: ChangeClass) -> bool {
    matches!(class, ChangeClass::Punctuation | ChangeClass::Case | ChangeClass::Typography)
}

/// The article on the side of the pair that is shown as `place`, when `base` is the side shown on the left.
#[must_use]
pub fn shown(pair: PairId, base: Side, place: Side) -> ArticleId {
    pair.on(side_at(base, place))
}

/// The side of the pair that stands at `place` of the screen, when `base` is the side shown on the left.
#[must_use]
pub fn side_at(base: Side, place: Side) -> Side {
    match place {
        Side::Left => base,
        Side::Right => base.other(),
    }
}

/// What part of the passages that are `standing` has a counterpart; the page's furniture does not count.
fn share(standing: &[Standing]) -> f32 {
    let linked = standing.iter().filter(|one| one.link().is_some()).count();
    let alone = standing.iter().filter(|one| matches!(one, Standing::Only { .. })).count();
    #[expect(clippy::cast_precision_loss, reason = "a per cent needs no more")]
    let share = linked as f32 / (linked + alone).max(1) as f32;
    share
}

/// Of several links the level one with the best grade speaks for a passage.
fn rank(standing: Standing) -> u8 {
    match standing {
        Standing::Linked { grade: Grade::Same, .. } => 0,
        Standing::Linked { grade: Grade::Reworded, .. } => 1,
        Standing::Linked { grade: Grade::Partial, .. } => 2,
        Standing::Elsewhere { .. } => 3,
        Standing::Only { .. } => 4,
        Standing::Furniture { .. } => 5,
    }
}

fn rows(article: &Article, alignment: &PairAlignment, side: Side) -> Vec<u32> {
    let mut rows = vec![0; article.paragraphs.len()];
    for (number, row) in (0u32..).zip(&alignment.rows) {
        for id in row.cells.get(side.index()).into_iter().flat_map(|cell| &cell.paragraphs) {
            if let Some(place) = rows.get_mut(id.index()) {
                *place = number;
            }
        }
    }
    rows
}

/// The changed wording on `side` by place. A passage with several counterparts is compared with each of them; what one of them
/// has in the same words is not changed.
fn changed(article: &Article, pair: &PairComparison, side: Side) -> Vec<(Span, u32)> {
    let order = by_place(&pair.changes, |change| change.on(side));
    let kept = kept(article, pair, side);
    let mut changed: Vec<(Span, u32)> = Vec::with_capacity(order.len());
    let mut at = 0;
    for index in order {
        let change = &pair.changes[index as usize];
        let Some(span) = change.on(side) else { continue };
        // Typography of one counterpart is not that of another: every such change is counted, and shown.
        if is_minor(change.class) {
            if span.start >= at {
                changed.push((span, index));
                at = span.end;
            }
            continue;
        }
        let mut start = span.start.max(at);
        at = at.max(span.end);
        let first = kept.partition_point(|kept| kept.end <= start);
        for kept in kept[first..].iter().take_while(|kept| kept.start < span.end) {
            changed.extend(trimmed(article, Span { start, end: kept.start.max(start) }).map(|span| (span, index)));
            start = start.max(kept.end);
        }
        if start == span.start {
            changed.push((span, index));
        } else {
            changed.extend(trimmed(article, Span { start, end: span.end.max(start) }).map(|span| (span, index)));
        }
    }
    changed
}

/// Words that make a clause of its own: fewer are read as a part of what stands beside them.
const CLAUSE: usize = 3;

/// Those of `spans` that are a clause or more, in order.
fn clauses(article: &Article, spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let is_clause = |span: &Span| {
        let tokens = article.tokens[article.token_at(span.start)..].iter();
        let inside = tokens.take_while(|token| token.span.start < span.end);
        inside.filter(|token| token.kind != TokenKind::Sign).nth(CLAUSE - 1).is_some()
    };
    let mut clauses: Vec<Span> = spans.filter(is_clause).collect();
    clauses.sort_unstable();
    clauses
}

/// Stretches of `side` that a counterpart has in the same words, in order and apart, where there is another counterpart that
/// might lack them. A single short word proves nothing and is left out.
fn kept(article: &Article, pair: &PairComparison, side: Side) -> Vec<Span> {
    let links = &pair.alignment.links;
    let mut counterparts = vec![0u32; article.sentences.len()];
    for id in links.iter().flat_map(|link| link.on(side)) {
        if let Some(count) = counterparts.get_mut(id.index()) {
            *count += 1;
        }
    }
    let several = |id: &SentenceId| counterparts.get(id.index()).is_some_and(|count| *count > 1);
    let mut kept = Vec::new();
    let held = links
        .iter()
        .zip(&pair.wordings)
        .filter(|(link, wording)| !wording.replaced && link.on(side).iter().any(several));
    for (_, wording) in held {
        let mut changes: Vec<Span> = wording
            .changes
            .iter()
            .filter(|change| !is_minor(change.class))
            .filter_map(|change| change.on(side))
            .collect();
        changes.sort_unstable();
        for (left, right) in &wording.shared {
            let shared = if side == Side::Left { left } else { right };
            let mut start = shared.start;
            for change in changes
                .iter()
                .filter(|change| change.meets(*shared))
                .chain([&Span { start: shared.end, end: shared.end }])
            {
                let stretch = trimmed(article, Span { start, end: change.start.max(start) });
                kept.extend(stretch.filter(|span| span.of(&article.text).split_whitespace().nth(1).is_some()));
                start = start.max(change.end);
            }
        }
    }
    kept.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(kept.len());
    for span in kept {
        match apart.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => apart.push(span),
        }
    }
    apart
}

/// `span` without white space at its ends; none when nothing is left.
fn trimmed(article: &Article, span: Span) -> Option<Span> {
    Some(span.trim(&article.text)).filter(|span| !span.is_empty())
}

fn by_place<T>(all: &[T], span: impl Fn(&T) -> Option<Span>) -> Vec<u32> {
    let mut order: Vec<(Span, u32)> = (0u32..).zip(all).filter_map(|(at, one)| Some((span(one)?, at))).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at).collect()
}
