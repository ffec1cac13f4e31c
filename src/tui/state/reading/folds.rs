//! Opening and folding what is unchanged, with the cursor's passage kept in its place.

use std::sync::Arc;

use super::Reading;
use crate::page::RowKind;

impl Reading {
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

    /// Shows differences of punctuation, case and typography too, or not: rows that hold some are no longer folded away, or folded again.
    pub fn show_minor(&mut self, shown: bool) {
        let above = self.above();
        self.marking.minor = shown;
        self.page.marking = self.marking;
        self.fold_minor(!shown);
        self.laid.clear();
        self.go(self.anchor, above);
    }

    /// Folds or opens the rows in which nothing differs but punctuation, case or typography.
    pub(super) fn fold_minor(&mut self, folded: bool) {
        let spread = Arc::clone(&self.page.spread);
        if self.fold.contains(&RowKind::Alike) {
            let minor = |row: usize| spread.has_minor(row);
            self.page.fold_all(folded, |group| group.kind == RowKind::Alike && group.rows.clone().any(minor));
        }
    }

    /// Folds or unfolds all; says whether they are folded now.
    pub fn toggle_all_folds(&mut self) -> bool {
        let above = self.above();
        let folded = (0..self.page.spread.groups.len()).any(|group| !self.page.is_folded(group));
        self.page.fold_all(folded, |_| true);
        self.fold = if folded { vec![RowKind::Alike, RowKind::Furniture] } else { Vec::new() };
        self.laid.clear();
        self.go(self.anchor, above);
        folded
    }
}
