//! What is read, and where: a page, the lines of it that are laid out, the cursor, the lines on the screen.

mod cursor;
mod scroll;

use std::{collections::BTreeMap, sync::Arc};

use super::{
    base_of,
    overview::Overview,
    place::{Anchor, Position, Stop},
};
use crate::{
    page::{Compared, DifferenceKind, Glyphs, Line, Marking, Page, RowKind, Spread},
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
    /// Where `n` stops.
    pub stops: Vec<Stop>,
    /// Where the findings stand.
    pub findings: Vec<Stop>,
    /// The whole story as a strip.
    pub overview: Overview,
    /// Where jumps began, the last one last.
    pub back: Vec<Anchor>,
    /// Where the reader came back from.
    pub forward: Vec<Anchor>,
    /// The lines on the screen, from the top.
    pub visible: Vec<(Position, Arc<[Line]>)>,
    laid: BTreeMap<usize, Arc<[Line]>>,
}

impl Reading {
    /// The beginning of `pair`, not compared yet.
    #[must_use]
    pub fn new(story: &Arc<Story>, pair: PairId, glyphs: Glyphs, size: (usize, usize)) -> Self {
        let spread = Arc::new(Spread::unaligned(story.clone(), pair.left, pair.right));
        let marking = Marking { glyphs, ..Marking::default() };
        let fold = vec![RowKind::Alike, RowKind::Boilerplate];
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
            stops: Vec::new(),
            findings: Vec::new(),
            overview: Overview::default(),
            back: Vec::new(),
            forward: Vec::new(),
            visible: Vec::new(),
            laid: BTreeMap::new(),
        };
        reading.take_anchor();
        reading.settle();
        reading
    }

    /// Shows `compared`, or the articles as they are while that is none, and keeps the place.
    pub fn show(&mut self, story: &Arc<Story>, compared: Option<&Compared>, beside: Option<&Compared>) {
        let base = base_of(self.pair);
        let spread = match (compared, self.only) {
            (Some(compared), None) => beside
                .and_then(|beside| Spread::three(story.clone(), self.pair.left, compared, beside))
                .unwrap_or_else(|| Spread::pair(story.clone(), compared, base)),
            (Some(compared), Some(place)) => Spread::single(story.clone(), compared, base, place),
            (None, _) => Spread::unaligned(story.clone(), self.pair.left, self.pair.right),
        };
        let spread = Arc::new(spread);
        let above = self.above();
        let anchor = self.anchor.and_then(|anchor| self.carried(anchor, &spread));
        let hits = self.page.hits.clone();
        self.page = Page::new(spread, self.size.0, self.stacked, self.marking, &self.fold);
        self.page.hits = hits;
        self.index(compared, base);
        self.laid.clear();
        self.go(anchor, above);
    }

    fn index(&mut self, compared: Option<&Compared>, base: Side) {
        let (mut stops, mut findings) = (Vec::new(), Vec::new());
        let spread = &self.page.spread;
        let differences = compared.map_or(&[][..], |compared| &compared.marks.differences);
        for (number, difference) in differences.iter().enumerate() {
            let shown = |side| spread.columns.iter().position(|column| column.side == side);
            let place = match (shown(difference.side), difference.counterpart) {
                (Some(column), _) => Some((column, difference.span.start)),
                (None, Some(there)) => shown(difference.side.other()).map(|column| (column, there.start)),
                (None, None) => None,
            };
            let Some((column, offset)) = place else { continue };
            let stop = Stop { row: spread.row_at(column, offset), column, offset, difference: number };
            match difference.kind {
                DifferenceKind::Finding(..) => findings.push(stop),
                _ => stops.push(stop),
            }
        }
        stops.sort_unstable();
        stops.dedup_by_key(|stop| (stop.row, stop.column, stop.offset));
        findings.sort_unstable();
        (self.stops, self.findings) = (stops, findings);
        self.overview = Overview::new(&self.page.spread, differences, base, self.size.1);
    }

    /// Lays the page out at another size and keeps the place.
    pub fn resize(&mut self, size: (usize, usize), compared: Option<&Compared>) {
        if size == self.size {
            return;
        }
        let above = self.above();
        let taller = size.1 != self.size.1;
        self.size = size;
        self.page.resize(size.0, self.stacked);
        self.laid.clear();
        if taller {
            let differences = compared.map_or(&[][..], |compared| &compared.marks.differences);
            self.overview = Overview::new(&self.page.spread, differences, base_of(self.pair), size.1);
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

    /// Folds or unfolds the group that the cursor is in or next to; says whether there was one.
    pub fn toggle_fold(&mut self) -> bool {
        let above = self.above();
        let row = self.row();
        let groups = self.page.spread.groups.len();
        let near = self.page.spread.group_of(row).or_else(|| {
            // Beside a fold the reader means that fold: the next one on the screen, else the one before.
            let on_screen = |group: &usize| {
                let block = self.page.block_of(self.page.spread.groups[*group].rows.start);
                self.visible.iter().any(|(at, _)| at.block == block)
            };
            let after = (0..groups).find(|group| self.page.spread.groups[*group].rows.start > row);
            let before = (0..groups).rev().find(|group| self.page.spread.groups[*group].rows.end <= row);
            after.filter(on_screen).or(before.filter(on_screen))
        });
        let Some(group) = near else { return false };
        let folded = !self.page.is_folded(group);
        self.page.set_folded(group, folded);
        self.laid.clear();
        self.go(self.anchor, above);
        true
    }

    /// Folds or unfolds all; says whether they are folded now.
    pub fn toggle_all_folds(&mut self) -> bool {
        let above = self.above();
        let folded = (0..self.page.spread.groups.len()).any(|group| !self.page.is_folded(group));
        self.page.fold_all(folded, |_| true);
        self.fold = if folded { vec![RowKind::Alike, RowKind::Boilerplate] } else { Vec::new() };
        self.laid.clear();
        self.go(self.anchor, above);
        folded
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
        let after = article.sentences.partition_point(|sentence| sentence.start <= anchor.offset);
        (!article.sentences.is_empty()).then(|| (anchor.article, SentenceId::new(after.saturating_sub(1))))
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
        let Some(key) = self.key() else { return 0 };
        self.stops.partition_point(|stop| (stop.row, stop.column, stop.offset) <= key)
    }

    /// The place of the anchor in the order of stops.
    pub(super) fn key(&self) -> Option<(usize, usize, u32)> {
        let anchor = self.anchor?;
        let column = self.page.spread.column_of(anchor.article)?;
        Some((self.page.spread.row_at(column, anchor.offset), column, anchor.offset))
    }

    /// `anchor`, or what stands level with it in an article of `spread` when that does not show its article.
    fn carried(&self, anchor: Anchor, spread: &Spread) -> Option<Anchor> {
        if spread.column_of(anchor.article).is_some() {
            return Some(anchor);
        }
        let old = &self.page.spread;
        let row = old.row_at(old.column_of(anchor.article)?, anchor.offset);
        let level =
            old.columns.iter().enumerate().filter(|(_, column)| spread.column_of(column.article).is_some()).find_map(
                |(index, column)| {
                    let near = (row..old.rows.len()).chain((0..row).rev());
                    let id = near.filter_map(|row| old.rows[row].cells.get(index)?.paragraphs.first()).next()?;
                    Some(Anchor { article: column.article, offset: old.article(index).paragraph(*id).start })
                },
            );
        level.or_else(|| {
            // Neither article is shown any more: as far down as before.
            let (first, of) = (spread.columns.first()?, spread.rows.len());
            let row = row * of / old.rows.len().max(1);
            let near = (row..of).chain((0..row).rev());
            let id = near.filter_map(|row| spread.rows[row].cells.first()?.paragraphs.first()).next()?;
            Some(Anchor { article: first.article, offset: spread.article(0).paragraph(*id).start })
        })
    }
}
