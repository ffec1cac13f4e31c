//! What a pair's comparison says of each sentence, found by its id: the look-up table that every format reads.

use crate::{
    align::{Grade, Link, Unlinked},
    compare::{Change, ChangeClass},
    comparison::PairComparison,
    story::{Article, ParagraphId, ParagraphRole, SentenceId, Side, Story},
    text::span::Span,
};

/// A pair, ready to be written.
pub struct Marks<'a> {
    /// The comparison.
    pub pair: &'a PairComparison,
    story: &'a Story,
    left: Half<'a>,
    right: Half<'a>,
}

/// One article of the pair.
struct Half<'a> {
    article: &'a Article,
    /// For each sentence, its strongest link, as an index.
    links: Vec<Option<u32>>,
    /// Changed wording, in reading order, without overlaps.
    changed: Vec<Span>,
}

impl<'a> Marks<'a> {
    /// The marks of `pair`, which is one of `story`.
    pub fn new(story: &'a Story, pair: &'a PairComparison) -> Self {
        let half = |side| Half::new(&story.articles[pair.alignment.pair.on(side)], pair, side);
        Self { pair, story, left: half(Side::Left), right: half(Side::Right) }
    }

    /// The article on `side`.
    pub fn article(&self, side: Side) -> &'a Article {
        self.half(side).article
    }

    /// The strongest link of the sentence `id` on `side`: an earlier grade first, then the higher score, then the earlier link.
    pub fn link(&self, side: Side, id: SentenceId) -> Option<&'a Link> {
        let index = *self.half(side).links.get(id.index())?;
        self.pair.alignment.links.get(index? as usize)
    }

    /// Why the passage `only` on `side` has no counterpart, as a short phrase.
    pub fn why_unlinked(&self, side: Side, only: &Unlinked) -> String {
        self.pair.alignment.why_unlinked(self.story, side, only)
    }

    /// Whether the sentence `id` on `side` has no counterpart and is no boilerplate.
    pub fn is_only(&self, side: Side, id: SentenceId) -> bool {
        self.link(side, id).is_none() && self.article(side).role_of(id) != ParagraphRole::Boilerplate
    }

    /// The changed wording inside `span` on `side`, in reading order, without overlaps, cut to `span`.
    pub fn changed(&self, side: Side, span: Span) -> impl Iterator<Item = Span> {
        let changed = &self.half(side).changed;
        let first = changed.partition_point(|change| change.end <= span.start);
        changed
            .iter()
            .skip(first)
            .take_while(move |change| change.start < span.end)
            .map(move |change| Span { start: change.start.max(span.start), end: change.end.min(span.end) })
    }

    /// The paragraph that holds the byte `at` of the article on `side`, or the last one that begins before it.
    pub fn paragraph_at(&self, side: Side, at: u32) -> Option<ParagraphId> {
        let paragraphs = &self.article(side).paragraphs;
        paragraphs.partition_point(|paragraph| paragraph.start <= at).checked_sub(1).map(ParagraphId::new)
    }

    fn half(&self, side: Side) -> &Half<'a> {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }
}

impl<'a> Half<'a> {
    fn new(article: &'a Article, pair: &PairComparison, side: Side) -> Self {
        let all = &pair.alignment.links;
        let mut links: Vec<Option<u32>> = vec![None; article.sentences.len()];
        for (index, link) in (0u32..).zip(all) {
            for id in link.on(side) {
                let Some(slot) = links.get_mut(id.index()) else { continue };
                let stronger = |old: &Link| (link.grade, -link.score) < (old.grade, -old.score);
                if slot.and_then(|old| all.get(old as usize)).is_none_or(stronger) {
                    *slot = Some(index);
                }
            }
        }
        let mut changed: Vec<Span> =
            pair.changes.iter().filter(|change| is_marked(change)).filter_map(|change| change.on(side)).collect();
        changed.sort_unstable();
        changed.dedup_by(|next, kept| {
            let overlap = next.start < kept.end;
            if overlap {
                *kept = kept.join(*next);
            }
            overlap
        });
        Self { article, links, changed }
    }
}

/// Whether a change is shown in the text: one of words, names or figures. Those of typography, case and punctuation are
/// counted only.
pub fn is_marked(change: &Change) -> bool {
    matches!(change.class, ChangeClass::Word | ChangeClass::Name | ChangeClass::Number)
}

/// Whether the link says that the articles differ: in wording, or in where the passage stands.
pub fn is_difference(link: &Link) -> bool {
    link.grade != Grade::Same || link.moved
}

/// The name of a change's class, as in JSON.
pub fn class_name(class: ChangeClass) -> &'static str {
    match class {
        ChangeClass::Number => "number",
        ChangeClass::Name => "name",
        ChangeClass::Word => "word",
        ChangeClass::Punctuation => "punctuation",
        ChangeClass::Case => "case",
        ChangeClass::Typography => "typography",
    }
}

/// The name of a grade for the reader.
pub fn grade_name(grade: Grade) -> &'static str {
    match grade {
        Grade::Same => "same",
        Grade::Reworded => "reworded",
        Grade::Partial => "partial",
    }
}

/// The sign of a grade.
pub fn grade_sign(grade: Grade) -> &'static str {
    match grade {
        Grade::Same => "=",
        Grade::Reworded => "~",
        Grade::Partial => "\u{2248}",
    }
}

/// The name of a paragraph's role for the reader; none for the telling itself.
pub fn role_name(role: ParagraphRole) -> Option<&'static str> {
    match role {
        ParagraphRole::Headline => Some("headline"),
        ParagraphRole::Dateline => Some("dateline"),
        ParagraphRole::Caption => Some("caption"),
        ParagraphRole::Body => None,
        ParagraphRole::Boilerplate => Some("boilerplate"),
    }
}
