//! The whole story as a strip: what stands where, however long it is.

use super::place::ShownDifference;
use crate::page::{Sign, Spread};

/// What one row of the strip stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tick {
    /// The most telling difference there; none where all is alike.
    pub sign: Option<Sign>,
    /// Whether a finding stands there.
    pub cue: bool,
}

/// The strip.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    /// From top to bottom.
    pub ticks: Vec<Tick>,
    /// For each row of the spread, how many bytes of text stand before it; one more than rows.
    before: Vec<u64>,
}

impl Overview {
    /// The strip of `spread`, not drawn yet; a row of the strip stands for as much text as any other.
    #[must_use]
    pub fn of(spread: &Spread) -> Self {
        let mut before = Vec::with_capacity(spread.rows.len() + 1);
        let mut sum = 0;
        before.push(0);
        for row in &spread.rows {
            let longest = spread.columns.iter().enumerate().zip(&row.cells).map(|((index, _), cell)| {
                let article = spread.article(index);
                cell.paragraphs.iter().map(|id| article.paragraph(*id).span().len() as u64).sum::<u64>()
            });
            // A line's worth for the space between rows.
            sum += longest.max().unwrap_or_default() + 40;
            before.push(sum);
        }
        Self { ticks: Vec::new(), before }
    }

    /// Draws the strip `height` rows high, with `differences` in it.
    pub fn draw<'a>(&mut self, differences: impl IntoIterator<Item = &'a ShownDifference>, height: usize) {
        self.ticks.clear();
        self.ticks.resize(height, Tick::default());
        let mut last = (usize::MAX, 0);
        for shown in differences {
            if last.0 != shown.at.row {
                last = (shown.at.row, self.tick_of(shown.at.row));
            }
            let Some(tick) = self.ticks.get_mut(last.1) else { continue };
            let sign = shown.sign;
            if shown.is_finding() {
                tick.cue = true;
            } else if tick.sign.is_none_or(|old| rank(sign) < rank(old)) {
                tick.sign = Some(sign);
            }
        }
    }

    /// The row of the strip that stands for the row `row` of the spread.
    #[must_use]
    pub fn tick_of(&self, row: usize) -> usize {
        let height = self.ticks.len();
        let at = self.before.get(row).or(self.before.last()).copied().unwrap_or_default();
        let total = self.before.last().copied().unwrap_or_default().max(1);
        usize::try_from(at * height as u64 / total).unwrap_or_default().min(height.saturating_sub(1))
    }

    /// The row of the spread that the row `tick` of the strip begins with.
    #[must_use]
    pub fn row_of(&self, tick: usize) -> usize {
        let total = self.before.last().copied().unwrap_or_default();
        let at = tick as u64 * total / self.ticks.len().max(1) as u64;
        self.before.partition_point(|before| *before <= at).saturating_sub(1)
    }
}

/// Which of several differences speaks for a row of the strip.
fn rank(sign: Sign) -> u8 {
    match sign {
        Sign::Only(_) => 0,
        Sign::MovedUp | Sign::MovedDown => 1,
        Sign::Partial => 2,
        Sign::Reworded => 3,
        _ => 4,
    }
}
