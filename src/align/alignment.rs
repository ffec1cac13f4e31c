//! What aligning two articles yields: links, passages without one, rows.

use serde::Serialize;

use super::weight::WordWeights;
use crate::{
    story::{Article, PairId, ParagraphId, SentenceId, Side},
    text::span::Span,
};

/// How two linked passages relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// Equal but for quotation marks, case, white space and punctuation.
    Same,
    /// Mostly the same content in other words.
    Reworded,
    /// They share a clause, a quotation or a fact, and at least one holds more.
    Partial,
}

/// Passages of two articles that convey the same content.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Link {
    /// Sentences of the left article, ascending; several when the right one merges them.
    pub left: Vec<SentenceId>,
    /// Sentences of the right article, ascending; several when the left one is split.
    pub right: Vec<SentenceId>,
    /// How they relate.
    pub grade: Grade,
    /// How likely it is that they convey the same content, by all that is known of the two articles, from 0 to 1 (the same).
    pub score: f32,
    /// Whether it crosses the order of the other links and is of the smallest set that explains the crossings.
    pub moved: bool,
    /// How many paragraphs that kept their place it went past, counted in the article where these are fewer, so that it does not hang on which
    /// article stands on the left: positive when it stands further down in the right article, negative when further up. 0 when it is not
    /// moved, and when it went past sentences of its own paragraph only.
    pub distance: i32,
    /// Whether it moved down, seen from the left article; told apart from `distance`, which is 0 inside a paragraph.
    #[serde(skip)]
    pub down: bool,
    /// How many links that kept their order it went past; 0 when it is not moved.
    #[serde(skip)]
    pub passed: u32,
    /// The next best partner for the left passage in the right article, if any came near.
    pub next_right: Option<Nearest>,
    /// The next best partner for the right passage in the left article, if any came near.
    pub next_left: Option<Nearest>,
}

/// Why two passages are linked; asked for a link at a time ([`PairAlignment::evidence`]), because a long pair has many links and
/// a reader looks at few.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Evidence {
    /// The words that tie the two, the rarest first; a dozen at most.
    pub words: Vec<SharedWord>,
    /// The next best partner for the left passage in the right article, if any came near.
    pub runner_up: Option<Nearest>,
    /// The next best partner for the right passage in the left article, if any came near.
    pub runner_up_left: Option<Nearest>,
    /// What ties the two, as a short phrase for the reader: "the same words", "a run of 9 shared words", "3 shared words, one a figure".
    pub reason: String,
}

/// A word that both passages hold, or two words that may be put for one another (*killed*, *died*).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SharedWord {
    /// Where it stands in the left article.
    pub left: Span,
    /// Where it stands in the right article.
    pub right: Span,
    /// How much it counts: the rarer in the two articles, the more. From 0 to 1; the weights of one link sum to at most 1.
    pub weight: f32,
}

/// A passage of the other article that came near: the one most alike, whether it stands in order or not.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Nearest {
    /// The passage.
    pub sentence: SentenceId,
    /// How likely it is that the two convey the same content, from 0 to 1: on the scale of [`Link::score`].
    pub score: f32,
}

/// Why a passage is not linked with the one nearest to it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shortfall {
    /// They are not alike enough: links between the two articles begin at this score.
    Below(f32),
    /// They would be, if they did not stand out of the order that likelier links keep.
    Crosses,
    /// They would be, if one of the two had no likelier partner.
    Rival,
    /// They are, but a likelier partner has the same words.
    SaidAgain,
}

/// A passage for which no counterpart was found. Boilerplate is not among these.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unlinked {
    /// The passage.
    pub sentence: SentenceId,
    /// How many passages of the other article were searched.
    pub searched: usize,
    /// The nearest of them, if any shares a word that counts.
    pub nearest: Option<Nearest>,
    /// Why that one is no counterpart; none without it.
    #[serde(skip)]
    pub shortfall: Option<Shortfall>,
}

/// Paragraphs set level with one another.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Row {
    /// A cell for each article shown, in the order they are shown.
    pub cells: Vec<Cell>,
    /// The grade that speaks for the row (its weakest link that is not an outlier); none for a row with one article alone.
    pub grade: Option<Grade>,
}

/// What one article has in a row.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// Its paragraphs in reading order; none means that no counterpart stands here.
    pub paragraphs: Vec<ParagraphId>,
    /// Where the partners of moved passages of this row stand in this article.
    pub pointers: Vec<Pointer>,
}

/// A partner that stands in another row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Pointer {
    /// The link, as an index into the links of the pair.
    pub link: usize,
    /// The paragraph in this cell's article where the partner stands.
    pub paragraph: ParagraphId,
}

/// Two articles, aligned.
#[derive(Clone, Debug)]
pub struct PairAlignment {
    /// Which two.
    pub pair: PairId,
    /// Their links, by the first left sentence, then the first right one.
    pub links: Vec<Link>,
    /// Passages of the left article without a link, in reading order.
    pub only_left: Vec<Unlinked>,
    /// Passages of the right article without a link, in reading order.
    pub only_right: Vec<Unlinked>,
    /// Their paragraphs side by side; every paragraph of both articles stands in exactly one row.
    pub rows: Vec<Row>,
    /// What was left coarser than usual on input of unusual size, for the reader; empty as a rule.
    pub notes: Vec<String>,
    /// How much each word counts in this pair; what the evidence of a link is weighed by.
    pub weights: WordWeights,
}

impl Link {
    /// The sentences on `side`.
    #[must_use]
    pub fn on(&self, side: Side) -> &[SentenceId] {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// Whether one of the two is a headline and the other is not: a headline says beforehand what the text says, wherever in it.
    pub(super) fn sums_up(&self, left: &Article, right: &Article) -> bool {
        let is_headline =
            |article: &Article, ids: &[SentenceId]| ids.first().is_some_and(|id| article.is_headline(*id));
        is_headline(left, &self.left) != is_headline(right, &self.right)
    }
}

impl PairAlignment {
    /// The passages on `side` that have no link.
    #[must_use]
    pub fn only(&self, side: Side) -> &[Unlinked] {
        match side {
            Side::Left => &self.only_left,
            Side::Right => &self.only_right,
        }
    }
}
