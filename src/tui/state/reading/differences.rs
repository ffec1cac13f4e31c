//! What differs among the articles shown, where it is read, and at which of it `n` stops.

use super::{Overview, Reading, ShownDifference, Stop};
use crate::{
    page::{Against, Difference, DifferenceKind, Kind, Kinds, Sign, Spread, Standing},
    story::Side,
};

impl Reading {
    /// Finds anew what differs among the articles shown.
    pub(super) fn index(&mut self) {
        self.differences = differences(&self.page.spread);
        self.counts = [0; Kind::ALL.len()];
        for shown in &self.differences {
            self.counts[shown.kind.place()] += 1;
        }
        self.overview = Overview::of(&self.page.spread);
        self.choose(self.marking.kinds);
    }

    /// Shows the differences of `kinds` alone: on the page, in the overview, and where `n` stops.
    pub(super) fn choose(&mut self, kinds: Kinds) {
        self.marking.kinds = kinds;
        let all = &self.differences;
        self.chosen = (0..all.len()).filter(|index| kinds.admits(all[*index].kind)).collect();
        let admitted = || self.chosen.iter().map(|index| &all[*index]);
        // Who chose kinds of findings wants to walk through them; else `n` goes from passage to passage.
        self.stops = admitted().filter(|shown| kinds.is_on() || !shown.is_finding()).map(|shown| shown.at).collect();
        self.stops.dedup();
        self.findings = admitted().filter(|shown| shown.is_finding()).map(|shown| shown.at).collect();
        self.findings.dedup();
        self.draw_overview();
    }

    /// Draws the overview anew, as high as the screen.
    pub(super) fn draw_overview(&mut self) {
        let chosen = self.chosen.iter().map(|index| &self.differences[*index]);
        self.overview.draw(chosen, self.size.1);
    }

    /// Chooses the kinds of differences that are shown, and keeps the place.
    pub fn show_kinds(&mut self, kinds: Kinds) {
        self.choose(kinds);
        self.relay();
    }

    /// How many differences are not of the kinds chosen.
    #[must_use]
    pub fn unchosen(&self) -> usize {
        self.differences.len() - self.chosen.len()
    }

    /// The difference at which the reader is, or the last one before: an index into those of the articles shown.
    #[must_use]
    pub fn difference_here(&self) -> Option<usize> {
        let here = self.stop()?;
        let last = self.differences.partition_point(|shown| shown.at <= here).checked_sub(1)?;
        // Of several at one place, the first.
        let at = self.differences[last].at;
        Some(self.differences.partition_point(|shown| shown.at < at))
    }
}

/// The differences of all comparisons of `spread`, in the order of reading. One that several of them tell is there once.
fn differences(spread: &Spread) -> Vec<ShownDifference> {
    let mut all = Vec::new();
    for (comparison, against) in spread.comparisons().iter().enumerate() {
        let base = base_side(spread, against);
        // They come in the order of reading: most are of the paragraph that the one before of their column was in.
        let mut near = vec![(0..0, 0, 0); spread.columns.len()];
        for (number, difference) in against.compared.marks.differences.iter().enumerate() {
            let Some((column, offset)) = place(spread, against, difference, base) else { continue };
            let (within, row, below) = &mut near[column];
            if !within.contains(&offset) {
                let (found, next) = spread.row_until(column, offset);
                (*within, *row) = (offset..next.unwrap_or(u32::MAX), found);
                *below = spread.level_at(found, column, offset).1;
            }
            let at = Stop { row: *row, level: (spread.part_at(*row, column, offset), *below), column, offset };
            let kind = Kind::of(difference.kind, base);
            let sign = sign(spread, at, kind);
            all.push(ShownDifference { at, kind, sign, comparison, difference: number });
        }
    }
    // Of one comparison they come row by row: then each row is put in order by itself, which for long texts takes half the time.
    if all.is_sorted_by_key(|shown| shown.at.row) {
        for row in all.chunk_by_mut(|one, next| one.at.row == next.at.row) {
            row.sort_unstable();
        }
    } else {
        all.sort_unstable();
    }
    if spread.comparisons().len() > 1 {
        all.dedup_by_key(|shown| (shown.at, shown.kind));
    }
    all
}

/// The sign of a difference of `kind` that is read at `at`.
fn sign(spread: &Spread, at: Stop, kind: Kind) -> Sign {
    if kind != Kind::Moved {
        return kind.sign();
    }
    let sentence = spread.article(at.column).sentence_at(at.offset).unwrap_or_default();
    let mut standings = spread.columns[at.column].against.iter().map(|against| against.standing(sentence));
    let up = standings.any(|standing| matches!(standing, Standing::Elsewhere { down: false, .. }));
    if up { Sign::MovedUp } else { Sign::MovedDown }
}

/// The side of the base in a comparison of `spread`.
fn base_side(spread: &Spread, against: &Against) -> Side {
    match spread.columns.first().map(|column| column.place) {
        Some(Side::Right) => against.side.other(),
        _ => against.side,
    }
}

/// Where the article on `side` of `against` begins to be marked as linked by `link`, if it is.
fn marked(spread: &Spread, against: &Against, side: Side, link: usize) -> Option<u32> {
    let compared = &against.compared;
    let mut ids = compared.comparison.alignment.links.get(link)?.on(side).iter();
    let first = ids.find(|id| compared.marks.standing(side, **id).link() == Some(link))?;
    let article = &spread.story.articles[compared.pair().on(side)];
    article.sentences.get(first.index()).map(|sentence| sentence.start)
}

/// The column in which `difference` is read, and where in its article; none when neither side is shown.
fn place(spread: &Spread, against: &Against, difference: &Difference, base: Side) -> Option<(usize, u32)> {
    let pair = against.compared.pair();
    let column = |side: Side| spread.column_of(pair.on(side));
    let own = || Some((column(difference.side)?, difference.span.start));
    let other = || Some((column(difference.side.other())?, difference.counterpart?.start));
    let link = match difference.kind {
        DifferenceKind::Moved(link) | DifferenceKind::Reworded(link) | DifferenceKind::Partial(link) => link,
        DifferenceKind::Only(_) | DifferenceKind::Finding(..) => return own().or_else(other),
    };
    // One article alone has it where it is marked: where its passages speak of this link and not of another.
    let marked = |side: Side| Some((column(side)?, marked(spread, against, side, link)?));
    if spread.columns.len() == 1 {
        return own().or_else(|| marked(difference.side.other()));
    }
    if spread.comparisons().len() < 2 || difference.side != base {
        return own().or_else(other);
    }
    // The base is marked against one article at a time. What moved is told there if that is this one, as its counterpart's place may hold
    // something else; all that it shares with several is told where each of them has it.
    let speaks = |id| spread.columns[0].speaking(id).is_some_and(|speaking| speaking.other() == against.other());
    let moved = matches!(difference.kind, DifferenceKind::Moved(_)) && speaks(difference.sentence);
    if moved { own() } else { marked(difference.side.other()).or_else(own).or_else(other) }
}
