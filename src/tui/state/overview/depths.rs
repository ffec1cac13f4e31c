//! How far down the story every passage stands, whatever the width: in bytes of text, with passages that are level equally deep.

use crate::page::Spread;

/// Bytes that the space between two rows counts for: about a line of text.
const SPACE: u64 = 40;

/// How far down each passage of a spread stands, from 0 to [`Depths::whole`].
#[derive(Clone, Debug, Default)]
pub(super) struct Depths {
    /// Where each row begins; behind the last, where that ends.
    rows: Vec<u64>,
    /// For each column, passages from which on a byte further in the text is as much further down, in order: where they begin, and how deep.
    columns: Vec<Vec<(u32, u64)>>,
}

impl Depths {
    /// The depths of `spread`: linked passages of a row are equally deep, what stands between two of them begins with the first.
    pub(super) fn of(spread: &Spread) -> Self {
        let mut rows = Vec::with_capacity(spread.rows.len() + 1);
        let mut columns: Vec<Vec<(u32, u64)>> = vec![Vec::new(); spread.columns.len()];
        let mut depth = 0;
        rows.push(depth);
        for index in 0..spread.rows.len() {
            let stretches = (0..columns.len()).map(|column| spread.stretch(index, column));
            let stretches: Vec<_> = stretches.collect();
            for (known, span) in columns.iter_mut().zip(&stretches).filter(|(_, span)| !span.is_empty()) {
                known.push((span.start, depth));
            }
            spread.ties(index, |tie| {
                let tied = || tie.iter().enumerate().filter_map(|(column, there)| Some((column, (*there)?)));
                let level = tied().map(|(column, there)| deep(&columns[column], there)).max().unwrap_or_default();
                for (column, there) in tied() {
                    columns[column].push((there, level));
                }
            });
            let filled = columns.iter().zip(&stretches).filter(|(_, span)| !span.is_empty());
            depth = filled.map(|(known, span)| deep(known, span.end)).max().unwrap_or(depth) + SPACE;
            rows.push(depth);
        }
        for (column, known) in columns.iter_mut().enumerate() {
            known.push((u32::try_from(spread.article(column).text.len()).unwrap_or(u32::MAX), depth));
        }
        Self { rows, columns }
    }

    /// How deep the end is.
    pub(super) fn whole(&self) -> u64 {
        self.rows.last().copied().unwrap_or_default()
    }

    /// Where row `row` begins; behind the last, the end.
    pub(super) fn row(&self, row: usize) -> u64 {
        self.rows.get(row).copied().unwrap_or_else(|| self.whole())
    }

    /// How deep the text at byte `offset` of column `column` is.
    pub(super) fn at(&self, column: usize, offset: u32) -> u64 {
        let Some(known) = self.columns.get(column) else { return 0 };
        self.near(column, known.partition_point(|(start, _)| *start <= offset), offset)
    }

    /// As [`Depths::at`], for one who asks for places of a column in their order: `from` is what to begin with and is put where the next
    /// place is looked for from.
    pub(super) fn next(&self, column: usize, from: &mut usize, offset: u32) -> u64 {
        let Some(known) = self.columns.get(column) else { return 0 };
        while known.get(*from).is_some_and(|(start, _)| *start <= offset) {
            *from += 1;
        }
        // Asked out of order, which does not happen within a column.
        if from.checked_sub(1).and_then(|at| known.get(at)).is_some_and(|(start, _)| *start > offset) {
            return self.at(column, offset);
        }
        self.near(column, *from, offset)
    }

    /// The text at `offset`, between the passage before `after` and the one there.
    fn near(&self, column: usize, after: usize, offset: u32) -> u64 {
        let known = &self.columns[column];
        let end = known.get(after).map_or(self.whole(), |(_, depth)| *depth);
        deep(&known[..after], offset).min(end)
    }

    /// The column and the byte of its text that stand at `depth`: of those that have text there the first, and of none the one whose text ends
    /// last before it.
    pub(super) fn passage(&self, depth: u64) -> Option<(usize, u32)> {
        let before = |column: usize| {
            let known = &self.columns[column];
            let after = known.partition_point(|(_, begins)| *begins <= depth).min(known.len().saturating_sub(1));
            let (start, begins) = *known.get(after.checked_sub(1)?)?;
            let end = known.get(after).map_or(start, |(next, _)| *next);
            let offset = start.saturating_add(u32::try_from(depth - begins).unwrap_or(u32::MAX));
            let has_text = offset < end;
            Some((has_text, if has_text { 0 } else { begins }, column, offset.min(end.saturating_sub(1))))
        };
        let places = (0..self.columns.len()).filter_map(before);
        let best = places.reduce(|best, next| if (next.0, next.1) > (best.0, best.1) { next } else { best })?;
        Some((best.2, best.3))
    }
}

/// How deep `offset` is, by the last of the passages `known`.
fn deep(known: &[(u32, u64)], offset: u32) -> u64 {
    known.last().map_or(0, |(start, depth)| depth + u64::from(offset.saturating_sub(*start)))
}
