//! What is folded away: which groups, and the line that each becomes.

use std::collections::BTreeSet;

use super::{Block, Page, blocks};
use crate::{
    page::{
        cell::{beginning, noted},
        furniture::furniture_name,
        line::{Line, Run},
        role::{Role, Sign},
        spread::{Group, RowKind, SpreadRow},
        wrap::wrap_in,
    },
    story::{Article, Paragraph, ParagraphRole},
    text::width::{Columns, columns, shortened},
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

    /// The groups that are folded.
    #[must_use]
    pub fn folds(&self) -> &BTreeSet<usize> {
        &self.folded
    }

    /// Folds the groups `folds` as far as there are such, and no others.
    pub fn set_folds(&mut self, folds: &BTreeSet<usize>) {
        let folds: BTreeSet<usize> = folds.range(..self.spread.groups.len()).copied().collect();
        if folds != self.folded {
            self.folded = folds;
            self.arrange();
        }
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
        let paragraphs: Vec<Folded<'_>> =
            self.spread.rows[group.rows.clone()].iter().flat_map(|row| self.folded_of(row)).collect();
        let first = paragraphs.first().map_or("", Folded::text);
        let what = match (group.kind, paragraphs.len()) {
            (RowKind::Furniture, _) => furniture(&paragraphs),
            (_, 1) => "1 paragraph alike".to_owned(),
            (_, count) => format!("{count} paragraphs alike"),
        };
        let room = self.layout.used().saturating_sub(self.layout.gutter);
        let dots = glyphs.sign(Sign::Folded);
        let wide = |text: &str| usize::from(columns(text).0);
        // A blank on each side of the dot, two quotation marks, and the sign that it goes on.
        let left = room.saturating_sub(wide(&what) + wide(glyphs.dot()) + wide(glyphs.ellipsis()) + 4);
        let (note, words) = match left {
            FEWEST.. => (format!("{what} {} ", glyphs.dot()), beginning(first, left, glyphs)),
            _ => (shortened(&what, Columns(u16::try_from(room).unwrap_or(u16::MAX))), String::new()),
        };
        let pieces = noted(&note, &words, glyphs);
        let text = wrap_in(self.marking.order, if words.is_empty() { &pieces[..1] } else { &pieces }, room)
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

    /// The paragraphs of a folded row, those that stand level once.
    fn folded_of<'a>(&'a self, row: &'a SpreadRow) -> impl Iterator<Item = Folded<'a>> {
        let mut filled = row.cells.iter().enumerate().filter(|(_, cell)| !cell.paragraphs.is_empty());
        let first = filled.next();
        let alone = self.spread.columns.len() > 1 && filled.next().is_none();
        first.into_iter().flat_map(move |(column, cell)| {
            let article = self.spread.article(column);
            cell.paragraphs.iter().map(move |id| Folded { article, paragraph: article.paragraph(*id), alone })
        })
    }
}

/// A beginning of fewer columns than this tells nothing.
const FEWEST: usize = 8;

/// A paragraph that is folded away.
struct Folded<'a> {
    article: &'a Article,
    paragraph: &'a Paragraph,
    /// Whether only one of several articles has something in its row.
    alone: bool,
}

impl<'a> Folded<'a> {
    fn text(&self) -> &'a str {
        self.paragraph.span().of(&self.article.text)
    }

    /// The letter of the article that alone has it.
    fn whose(&self) -> Option<&'a str> {
        self.alone.then_some(self.article.label.as_str())
    }
}

/// What the page's furniture `paragraphs` is, and how much of each: with the letter of the article that
/// alone has it: `A: 1 dateline, 2 captions`.
fn furniture(paragraphs: &[Folded<'_>]) -> String {
    let mut said: Vec<String> = Vec::new();
    for same in paragraphs.chunk_by(|one, next| one.whose() == next.whose()) {
        let count = |role| same.iter().filter(|folded| folded.paragraph.role == role).count();
        let counts = ParagraphRole::ALL.map(|role| (role, count(role))).into_iter().filter(|(_, count)| *count > 0);
        let counts: Vec<String> =
            counts.map(|(role, count)| format!("{count} {}", furniture_name(role, count))).collect();
        let label = same.first().and_then(Folded::whose).map(|label| format!("{label}: ")).unwrap_or_default();
        said.push(format!("{label}{}", counts.join(", ")));
    }
    said.join("; ")
}
