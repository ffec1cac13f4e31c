//! The whole story as a strip: what stands where, however long it is.

mod depths;

use std::sync::Arc;

use self::depths::Depths;
use super::place::{Anchor, Position, ShownDifference};
use crate::{
    compare::FindingKind,
    page::{Kind, Line, Page, Sign, Spread},
};

/// What one row of the strip stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tick {
    /// What differs there; none where all is alike.
    pub sign: Option<Sign>,
    /// What is found there.
    pub cue: Option<FindingKind>,
}

/// The strip.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// From top to bottom.
    pub ticks: Vec<Tick>,
    depths: Depths,
}

/// How many differences of each kind stand somewhere, those that moved up behind all others.
type Tally = [u32; Kind::ALL.len() + 1];

impl Overview {
    /// The strip of `spread`, not drawn yet; a row of the strip stands for as much text as any other.
    #[must_use]
    pub fn of(spread: &Spread) -> Self {
        Self { ticks: Vec::new(), depths: Depths::of(spread) }
    }

    /// Draws the strip `height` rows high, with `differences` in it, which are in the order of reading.
    pub fn draw<'a>(&mut self, differences: impl IntoIterator<Item = &'a ShownDifference>, height: usize) {
        self.ticks.clear();
        self.ticks.resize(height, Tick::default());
        let mut from = Vec::new();
        let placed: Vec<(usize, &ShownDifference)> = differences
            .into_iter()
            .map(|shown| {
                let at = shown.at;
                from.resize(from.len().max(at.column + 1), 0);
                (self.tick_at(self.depths.next(at.column, &mut from[at.column], at.offset)), shown)
            })
            .collect();
        self.ticks = ticks(placed, height);
    }

    /// The rows of the strip that stand for the lines `visible` of `page`, the first and the last.
    #[must_use]
    pub fn viewport(&self, page: &Page, visible: &[(Position, Arc<[Line]>)]) -> (usize, usize) {
        let depths = |(at, lines): &(Position, Arc<[Line]>)| -> Option<(u64, u64)> {
            let rows = page.rows_of(at.block);
            if page.is_fold(at.block) {
                return Some((self.depths.row(rows.start), self.depths.row(rows.end)));
            }
            let sources = lines.get(at.line)?.runs.iter().filter_map(|run| run.source).filter_map(|source| {
                let column = page.spread.column_of(source.article)?;
                Some((self.depths.at(column, source.span.start), self.depths.at(column, source.span.end)))
            });
            sources.reduce(|(start, end), (other, until)| (start.min(other), end.max(until)))
        };
        let seen = visible.iter().filter_map(depths);
        let seen = seen.reduce(|(start, end), (other, until)| (start.min(other), end.max(until)));
        // Nothing but empty lines and pointers: what the row begins with.
        let (start, end) = seen.unwrap_or_else(|| {
            let first = visible.first().map_or(0, |(at, _)| self.depths.row(page.rows_of(at.block).start));
            (first, first)
        });
        let last = page.blocks().len().saturating_sub(1);
        let is_end = visible.last().is_none_or(|(at, lines)| at.block == last && at.line + 1 >= lines.len());
        let last = if is_end { self.ticks.len().saturating_sub(1) } else { self.tick_at(end.saturating_sub(1)) };
        (self.tick_at(start), last)
    }

    /// The passage that the row `tick` of the strip stands for: the first that begins there, else the one that goes on there.
    #[must_use]
    pub fn passage_of(&self, spread: &Spread, tick: usize) -> Option<Anchor> {
        let [from, until] = [tick, tick + 1].map(|tick| {
            let height = self.ticks.len().max(1) as u64;
            (tick as u64 * self.depths.whole()).div_ceil(height)
        });
        let (column, offset) = self.depths.passage(from)?;
        let article = spread.article(column);
        let begins = article.sentences.partition_point(|sentence| sentence.start < offset);
        let first = article.sentences.get(begins).filter(|sentence| self.depths.at(column, sentence.start) < until);
        let sentence = first.or_else(|| article.sentences.get(begins.saturating_sub(1)))?;
        Some(Anchor { article: spread.columns[column].article, offset: sentence.start })
    }

    /// The row of the strip that stands for what is so deep.
    fn tick_at(&self, depth: u64) -> usize {
        let height = self.ticks.len();
        let at = depth * height as u64 / self.depths.whole().max(1);
        usize::try_from(at).unwrap_or_default().min(height.saturating_sub(1))
    }
}

/// A strip `height` rows high with the differences `placed` in its rows.
///
/// Where several kinds meet, the one shown is that of which the greatest part of all stands there: else what is common would hide what is
/// rare, and a strip of a long story would show one kind from end to end.
pub(super) fn ticks<'a>(placed: impl IntoIterator<Item = (usize, &'a ShownDifference)>, height: usize) -> Vec<Tick> {
    let mut tallies: Vec<Tally> = vec![Tally::default(); height];
    let mut whole = Tally::default();
    for (row, shown) in placed {
        let Some(tally) = tallies.get_mut(row) else { continue };
        let kind = if shown.sign == Sign::MovedUp { Kind::ALL.len() } else { shown.kind.place() };
        tally[kind] += 1;
        whole[kind] += 1;
    }
    let tick = |tally: &Tally| {
        let most = |is_finding: bool| {
            let here = (0..tally.len()).filter(|at| tally[*at] > 0);
            here.filter(|at| matches!(kind_of(*at), Kind::Finding(_)) == is_finding).reduce(|best, next| {
                let [share, other] =
                    [(next, best), (best, next)].map(|(of, by)| u64::from(tally[of]) * u64::from(whole[by]));
                if share > other || share == other && rank(next) < rank(best) { next } else { best }
            })
        };
        let sign = most(false).map(|at| if at == Kind::ALL.len() { Sign::MovedUp } else { kind_of(at).sign() });
        let cue = most(true).and_then(|at| match kind_of(at) {
            Kind::Finding(kind) => Some(kind),
            _ => None,
        });
        Tick { sign, cue }
    };
    tallies.iter().map(tick).collect()
}

/// The kind that a place of a [`Tally`] counts.
fn kind_of(at: usize) -> Kind {
    Kind::ALL.get(at).copied().unwrap_or(Kind::Moved)
}

/// Which of several kinds speaks for a row of the strip when as much of each stands there.
fn rank(at: usize) -> usize {
    match kind_of(at) {
        Kind::Only(_) => 0,
        Kind::Moved => 1,
        Kind::Partial => 2,
        Kind::Reworded => 3,
        Kind::Finding(_) => 4 + at,
    }
}
