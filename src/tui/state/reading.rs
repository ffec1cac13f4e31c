//! What is read, and where: a page, the lines of it that are laid out, the cursor, the lines on the screen.

mod beside;
mod carry;
mod cursor;
mod differences;
mod folds;
mod kept;
mod scroll;
mod standing;
mod strip;

use std::{collections::BTreeMap, sync::Arc};

pub use self::standing::Standing;

use self::{carry::Refound, kept::Kept};
use super::{
    overview::{Overview, Tick},
    place::{Anchor, Position, ShownDifference, Stood, Stop},
};
use crate::{
    page::{Compared, Kind, Line, Marking, Page, RowKind, Spread},
    story::{ArticleId, PairId, SentenceId, Side, Story},
};

/// Lines of this many blocks are kept; beyond, they are made again when they are shown again.
const KEPT: usize = 4096;

/// What is read, and where.
#[derive(Debug)]
pub struct Reading {
    /// The articles shown, the base left.
    pub pair: PairId,
    /// The one article shown alone, if any.
    pub only: Option<Side>,
    /// A third article beside the two, if any.
    pub third: Option<ArticleId>,
    /// Whether one stands above the other even where there is room.
    pub stacked: bool,
    /// How text is marked.
    pub marking: Marking,
    /// The kinds of rows that are folded when a page is made.
    pub fold: Vec<RowKind>,
    /// The page.
    pub page: Page,
    /// Columns and rows of the page's area.
    pub size: (usize, usize),
    /// The first line on the screen.
    pub top: Position,
    /// The line where the reader is.
    pub cursor: Position,
    /// The column where the reader is.
    pub column: usize,
    /// The passage where the reader is: it stays under the cursor whatever happens to the page.
    pub anchor: Option<Anchor>,
    /// Everything that differs among the articles shown, of whatever kind.
    pub differences: Vec<ShownDifference>,
    /// Those of the kinds chosen, as indices into all.
    pub chosen: Vec<usize>,
    /// How many there are of each kind, in the order of [`Kind::ALL`].
    pub counts: [usize; Kind::ALL.len()],
    /// Where `n` stops: at the passages that differ, or at whatever is of the kinds chosen.
    pub stops: Vec<Stop>,
    /// Where the findings stand, of the kinds chosen.
    pub findings: Vec<Stop>,
    /// The whole story as a strip.
    pub overview: Overview,
    /// The strip level with the lines of the screen, while that shows the whole page.
    level: Option<Vec<Tick>>,
    /// Where jumps began, the last one last.
    pub back: Vec<Stood>,
    /// Where the reader came back from.
    pub forward: Vec<Stood>,
    /// The last jump to a counterpart: where it began, and the passage that it went to.
    pub followed: Option<(Stood, Anchor)>,
    /// Walks from pair to pair: where each began and where it came to, the last one last.
    pub walked: Vec<(Stood, Stood)>,
    /// The lines on the screen, from the top.
    pub visible: Vec<(Position, Arc<[Line]>)>,
    laid: BTreeMap<usize, Arc<[Line]>>,
    kept: Kept,
}

impl Reading {
    /// The beginning of `pair`, not compared yet.
    #[must_use]
    pub fn new(story: &Arc<Story>, pair: PairId, marking: Marking, size: (usize, usize)) -> Self {
        let spread = Arc::new(Spread::unaligned(story.clone(), pair.left, pair.right));
        let fold = vec![RowKind::Alike, RowKind::Furniture];
        let page = Page::new(spread, size.0, false, marking, &fold);
        let mut reading = Self {
            pair,
            only: None,
            third: None,
            stacked: false,
            marking,
            fold,
            page,
            size,
            top: Position::default(),
            cursor: Position::default(),
            column: 0,
            anchor: None,
            differences: Vec::new(),
            chosen: Vec::new(),
            counts: [0; Kind::ALL.len()],
            stops: Vec::new(),
            findings: Vec::new(),
            overview: Overview::default(),
            level: None,
            back: Vec::new(),
            forward: Vec::new(),
            followed: None,
            walked: Vec::new(),
            visible: Vec::new(),
            laid: BTreeMap::new(),
            kept: Kept::default(),
        };
        reading.take_anchor();
        reading.settle();
        reading
    }

    /// Shows `compared`, or the articles as they are while that is none, and keeps the place.
    pub fn show(&mut self, story: &Arc<Story>, compared: Option<&Compared>, beside: Option<&Compared>) {
        let spread = self.kept.spread(story, (self.pair, self.only), compared, beside);
        // Who has not begun to read begins at the top, though the first paragraph may stand lower once the articles are compared.
        let begins = self.page.spread.comparisons().is_empty() && (self.top, self.cursor) == Default::default();
        let above = self.above();
        let anchor = self.anchor.and_then(|anchor| self.carried(anchor, &spread));
        let old = Arc::clone(&self.page.spread.story);
        let mut refound = Refound::new(&old, story);
        let anchor = anchor.map(|anchor| refound.place(anchor));
        if !Arc::ptr_eq(&old, story) {
            self.refind(&mut refound);
        }
        let hits = self.page.hits.clone();
        self.page = Page::new(spread, self.size.0, self.stacked, self.marking, &self.fold);
        self.page.hits = hits;
        if self.marking.minor {
            self.fold_minor(false);
        }
        self.index();
        self.laid.clear();
        if begins {
            self.go_to_top();
        } else {
            self.go(anchor, above);
        }
    }

    /// Lays the page out at another size and keeps the place.
    pub fn resize(&mut self, size: (usize, usize)) {
        if size == self.size {
            return;
        }
        let above = self.above();
        let taller = size.1 != self.size.1;
        self.size = size;
        self.page.resize(size.0, self.stacked);
        self.laid.clear();
        if taller {
            self.draw_overview();
        }
        self.go(self.anchor, above);
    }

    /// Lays the page out anew, after its marking or its hits changed, and keeps the place.
    pub fn relay(&mut self) {
        let above = self.above();
        self.page.marking = self.marking;
        self.page.resize(self.size.0, self.stacked);
        self.laid.clear();
        self.go(self.anchor, above);
    }

    /// The lines of the block `index`, laid out now if they were not.
    pub fn lines(&mut self, index: usize) -> Arc<[Line]> {
        if let Some(lines) = self.laid.get(&index) {
            return lines.clone();
        }
        if self.laid.len() >= KEPT {
            self.laid.clear();
        }
        let lines: Arc<[Line]> = self.page.lines(index).into();
        self.laid.insert(index, lines.clone());
        lines
    }

    /// The sentence where the reader is, and its article.
    #[must_use]
    pub fn passage(&self) -> Option<(ArticleId, SentenceId)> {
        let anchor = self.anchor?;
        let article = self.page.spread.story.articles.get(anchor.article)?;
        Some((anchor.article, article.sentence_at(anchor.offset)?))
    }

    /// The row of the spread where the reader is.
    #[must_use]
    pub fn row(&self) -> usize {
        let spread = &self.page.spread;
        let by_anchor =
            self.anchor.and_then(|anchor| Some(spread.row_at(spread.column_of(anchor.article)?, anchor.offset)));
        by_anchor.unwrap_or_else(|| self.page.rows_of(self.cursor.block).start)
    }

    /// The paragraph where the reader is, counted from 1, and how many its article has.
    #[must_use]
    pub fn paragraph(&self) -> Option<(ArticleId, usize, usize)> {
        let (id, sentence) = self.passage()?;
        let article = &self.page.spread.story.articles[id];
        Some((id, article.sentence(sentence).paragraph.index() + 1, article.paragraphs.len()))
    }

    /// Which difference the reader is at, counted from 1; 0 before the first.
    #[must_use]
    pub fn stop_number(&self) -> usize {
        self.number_among(&self.stops)
    }

    /// Which of `stops` the reader is at, counted from 1; 0 before the first.
    #[must_use]
    pub fn number_among(&self, stops: &[Stop]) -> usize {
        self.stop().map_or(0, |here| stops.partition_point(|stop| *stop <= here))
    }

    /// Where the anchor stands among the stops.
    pub(super) fn stop(&self) -> Option<Stop> {
        let anchor = self.anchor?;
        let spread = &self.page.spread;
        let (column, offset) = (spread.column_of(anchor.article)?, anchor.offset);
        let row = spread.row_at(column, offset);
        Some(Stop { row, level: spread.level_at(row, column, offset), column, offset })
    }
}
