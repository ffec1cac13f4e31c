//! What is folded away: which groups, and the line that each becomes.

use super::{Block, Page, blocks};
use crate::{
    page::{
        cell::beginning,
        line::{Line, Run},
        role::{Role, Sign},
        spread::{Group, RowKind},
        wrap::{Piece, wrap_in},
    },
    story::ParagraphId,
};

impl Page {
    /// Whether the group `index` is folded.
    #[must_use]
    pub fn is_folded(&self, group: usize) -> bool {
        self.folded.contains(&group)
    }

    /// Folds the group `index`, or opens it.
    pub fn set_folded(&mut self, group: usize, folded: bool) {
        if folded {
            self.folded.insert(group);
        } else {
            self.folded.remove(&group);
        }
        self.arrange();
    }

    /// Folds or opens every group that `which` chooses.
    pub fn fold_all(&mut self, folded: bool, which: impl Fn(&Group) -> bool) {
        for (index, group) in self.spread.groups.iter().enumerate().filter(|(_, group)| which(group)) {
            debug_assert!(!group.rows.is_empty(), "groups hold rows");
            if folded {
                self.folded.insert(index);
            } else {
                self.folded.remove(&index);
            }
        }
        self.arrange();
    }

    /// How many rows of `kind` are folded away.
    #[must_use]
    pub fn hidden(&self, kind: RowKind) -> usize {
        let groups = self.folded.iter().map(|group| &self.spread.groups[*group]);
        groups.filter(|group| group.kind == kind).map(|group| group.rows.len()).sum()
    }

    pub(super) fn arrange(&mut self) {
        self.blocks.clear();
        let mut at = 0;
        for group in &self.folded {
            let rows = &self.spread.groups[*group].rows;
            self.blocks.extend((at..rows.start).flat_map(|row| blocks(&self.spread, row)));
            self.blocks.push(Block::Fold(*group));
            at = rows.end;
        }
        self.blocks.extend((at..self.spread.rows.len()).flat_map(|row| blocks(&self.spread, row)));
    }

    pub(super) fn fold(&self, group: usize) -> Vec<Line> {
        let group = &self.spread.groups[group];
        let glyphs = self.marking.glyphs;
        let paragraphs: Vec<ParagraphId> = self.spread.rows[group.rows.clone()]
            .iter()
            .flat_map(|row| row.cells.iter().find(|cell| !cell.paragraphs.is_empty()))
            .flat_map(|cell| cell.paragraphs.iter().copied())
            .collect();
        let column = self.spread.rows[group.rows.start].cells.iter().position(|cell| !cell.paragraphs.is_empty());
        let first = paragraphs.first().zip(column).map_or("", |(id, column)| {
            let article = self.spread.article(column);
            article.paragraph(*id).span().of(&article.text)
        });
        let count = paragraphs.len();
        let what = match (group.kind, count) {
            (RowKind::Boilerplate, 1) => "1 paragraph of boilerplate".to_owned(),
            (RowKind::Boilerplate, _) => format!("{count} paragraphs of boilerplate"),
            (_, 1) => "1 paragraph alike".to_owned(),
            _ => format!("{count} paragraphs alike"),
        };
        let room = self.layout.used().saturating_sub(self.layout.gutter);
        let dots = glyphs.sign(Sign::Folded);
        let begin = beginning(first, room.saturating_sub(what.len() + 16), glyphs);
        let note = format!("{what} {} {}", glyphs.dot(), glyphs.quoted(&begin));
        let text = wrap_in(self.marking.order, &[Piece::new(&note, Role::Note)], room)
            .lines
            .into_iter()
            .next()
            .unwrap_or_default();
        let mut runs = vec![
            Run::blank(self.layout.margin),
            Run::blank(1),
            Run::new(dots, Role::Sign(Sign::Folded)),
            Run::blank(self.layout.gutter - 2),
        ];
        runs.extend(text);
        let mut lines = vec![self.close(runs)];
        lines.push(self.between(Vec::new(), &vec![None; self.layout.columns.saturating_sub(1)]));
        lines
    }
}
