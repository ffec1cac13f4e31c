//! Keeping the place when other articles are shown.

use std::collections::{BTreeMap, HashMap};

use super::{Anchor, Reading};
use crate::{
    page::{Against, Spread},
    story::{ArticleId, SentenceId, Story},
};

impl Reading {
    /// Finds the places that jumps and walks go back to anew in other texts.
    pub(super) fn refind(&mut self, refound: &mut Refound<'_>) {
        for stood in self.back.iter_mut().chain(&mut self.forward) {
            stood.anchor = refound.place(stood.anchor);
        }
        self.followed = None;
        self.walked.clear();
    }

    /// `anchor`, or what stands level with it in an article of `spread` when that does not show its article.
    pub(super) fn carried(&self, anchor: Anchor, spread: &Spread) -> Option<Anchor> {
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
        level.or_else(|| linked(old, spread, anchor)).or_else(|| {
            // Neither article is shown any more: as far down as before.
            let (first, of) = (spread.columns.first()?, spread.rows.len());
            let row = row * of / old.rows.len().max(1);
            let near = (row..of).chain((0..row).rev());
            let id = near.filter_map(|row| spread.rows[row].cells.first()?.paragraphs.first()).next()?;
            Some(Anchor { article: first.article, offset: spread.article(0).paragraph(*id).start })
        })
    }
}

/// So many sentences before and after one that is gone are looked for in its place.
const NEAR: usize = 16;

/// Finds places of `old` again in `new`, in which the articles may have been changed.
pub(super) struct Refound<'a> {
    old: &'a Story,
    new: &'a Story,
    /// Where the words of each sentence stand in those articles of `new` that were asked for, as indices into its sentences.
    stands: BTreeMap<ArticleId, HashMap<&'a str, Vec<usize>>>,
}

impl<'a> Refound<'a> {
    /// Finds places of `old` in `new`.
    pub(super) fn new(old: &'a Story, new: &'a Story) -> Self {
        Self { old, new, stands: BTreeMap::new() }
    }

    /// Where the passage at `anchor` stands now: the same words, the nearest of several; of a passage that is gone, what stands as far from
    /// the nearest one that is still there.
    pub(super) fn place(&mut self, anchor: Anchor) -> Anchor {
        let (old, new) = (self.old, self.new);
        let (Some(before), Some(after)) = (old.articles.get(anchor.article), new.articles.get(anchor.article)) else {
            return anchor;
        };
        let Some(id) = before.sentence_at(anchor.offset) else { return anchor };
        let (at, sentence) = (id.index(), before.sentence(id));
        // Mostly nothing changed so far.
        let read = 0..sentence.end as usize;
        if std::ptr::eq(before, after)
            || before.text.get(read.clone()).is_some_and(|text| after.text.get(read) == Some(text))
        {
            return anchor;
        }
        let stands = self.stands.entry(anchor.article).or_insert_with(|| {
            let mut stands = HashMap::<_, Vec<_>>::new();
            for (at, id) in after.sentence_ids().enumerate() {
                stands.entry(after.sentence_text(id).trim()).or_default().push(at);
            }
            stands
        });
        let there = |sought: usize| {
            let same = stands.get(before.sentence_text(SentenceId::new(sought)).trim())?;
            same.iter().copied().min_by_key(|at| at.abs_diff(sought))
        };
        let near = (0..=NEAR).flat_map(|by| [at.checked_sub(by), Some(at + by)]).flatten();
        let found = near
            .filter(|sought| *sought < before.sentences.len())
            .find_map(|sought| there(sought).map(|found| (found + at).saturating_sub(sought)));
        let last = after.sentences.len().saturating_sub(1);
        let offset = after.sentences.get(found.unwrap_or(at).min(last)).map_or(0, |sentence| sentence.start);
        Anchor { offset, ..anchor }
    }
}

/// Where the passage at `anchor` is linked to in an article of `spread`: as `old` says, or through the article that both are held
/// against. One article alone is shown before or after, so that nothing stands level.
fn linked(old: &Spread, spread: &Spread, anchor: Anchor) -> Option<Anchor> {
    let from = old.columns.get(old.column_of(anchor.article)?)?;
    let (to, goal) = spread.columns.iter().find_map(|column| Some((column.against.first()?, column.article)))?;
    let offset = |article: ArticleId, sentence: SentenceId| {
        let article = old.story.articles.get(article)?;
        article.sentences.get(sentence.index()).map(|sentence| sentence.start)
    };
    let sentence = old.story.articles.get(anchor.article)?.sentence_at(anchor.offset)?;
    from.against.iter().find_map(|against| {
        let there = counterpart(&old.story, against, sentence)?;
        if against.other() == goal {
            return Some(Anchor { article: goal, offset: offset(goal, there)? });
        }
        // Both are held against one base: from this one to that, and on.
        let back = Against { compared: to.compared.clone(), side: to.side.other() };
        let meets = back.compared.pair().on(back.side) == against.other() && back.other() == goal;
        let there = meets.then(|| counterpart(&old.story, &back, there)).flatten()?;
        Some(Anchor { article: goal, offset: offset(goal, there)? })
    })
}

/// The counterpart of `sentence`, wherever it stands; of one that has none, that of the nearest before it, else after it, that has one in
/// its order.
fn counterpart(story: &Story, against: &Against, sentence: SentenceId) -> Option<SentenceId> {
    let own = against.compared.pair().on(against.side);
    let count = story.articles.get(own).map_or(0, |article| article.sentences.len());
    let at = sentence.index();
    let near = (0..=at).rev().chain(at + 1..count).map(SentenceId::new);
    near.filter_map(|id| against.link(id).filter(|link| !link.moved || id == sentence))
        .find_map(|link| link.on(against.side.other()).first().copied())
}
