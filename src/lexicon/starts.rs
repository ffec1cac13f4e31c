//! Where entries begin: by their first word and the one after it. A common word begins hundreds of entries, and nearly all of them need
//! one certain word to follow.

use std::iter::from_fn;

use super::{entry::Form, pattern::Piece, sets::SetBits};
use crate::text::vocabulary::WordId;

/// How an entry may begin.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    /// The first word.
    word: WordId,
    /// The second word, where there is one that must follow.
    next: Option<WordId>,
    /// Its place among all: those of the lists that go first, first.
    order: u32,
    /// The sets that the second word must be of one of; 0 where that is not asked.
    sets: SetBits,
    /// A bit for each word of which one must stand second or third; all of them where that is not asked.
    soon: u64,
    /// The entry.
    pub entry: u32,
    /// What follows the first word: which of all such.
    pub rest: u32,
    /// The form of the first word.
    pub form: Form,
    /// Whether the entry is a verb of reporting.
    pub reports: bool,
}

/// All starts, to be asked by word.
#[derive(Clone, Debug, Default)]
pub struct Starts {
    /// By first word, then those that no certain word need follow, then by second word; in their order.
    starts: Vec<Start>,
    /// For each word of the vocabulary: where its starts begin, where those end that no certain word need follow, and where all end.
    by_word: Vec<(u32, u32, u32)>,
}

impl Starts {
    /// Adds the beginnings of an entry with one of the words `first`, each in its form, and then what `rest` says, which goes by the
    /// number `number`.
    pub fn add(&mut self, entry: u32, first: &[(WordId, Form)], rest: &[Piece], number: u32, reports: bool) {
        for (word, form) in first {
            let order = self.starts.last().map_or(0, |last| last.order + 1);
            let (next, sets, soon) = (None, 0, soon(rest));
            let start = Start { word: *word, next, order, sets, soon, entry, rest: number, form: *form, reports };
            match rest.first() {
                Some(Piece::Word(ids)) => {
                    self.starts.extend(ids.iter().map(|(next, _)| Start { next: Some(*next), ..start }));
                }
                Some(Piece::Set(sets)) => self.starts.push(Start { sets: *sets, ..start }),
                _ => self.starts.push(start),
            }
        }
    }

    /// Makes what was added ready to be asked, for a vocabulary of so many `words`.
    pub fn settle(&mut self, words: usize) {
        self.starts.sort_unstable_by_key(|start| (start.word, start.next, start.order));
        self.by_word = vec![(0, 0, 0); words];
        let mut from = 0;
        for run in self.starts.chunk_by(|a, b| a.word == b.word) {
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let loose = count(run.partition_point(|start| start.next.is_none()));
            if let Some(slot) = run.first().and_then(|start| self.by_word.get_mut(start.word.index())) {
                *slot = (from, from + loose, from + count(run.len()));
            }
            from += count(run.len());
        }
    }

    /// The starts that may be entries where the words are `first`, `second` (which is of `sets`) and `third`; in their order.
    pub fn at(
        &self,
        first: Option<WordId>,
        (second, sets): (Option<WordId>, SetBits),
        third: Option<WordId>,
    ) -> impl Iterator<Item = &Start> {
        let (from, loose, to) = first.and_then(|first| self.by_word.get(first.index())).copied().unwrap_or_default();
        let certain = &self.starts[loose as usize..to as usize];
        let after = certain.partition_point(|start| start.next < second);
        let mut certain = certain[after..].iter().take_while(move |start| start.next == second).peekable();
        let soon = second.map_or(0, bit) | third.map_or(0, bit);
        let may = move |start: &&Start| {
            (start.sets == 0 || start.sets & sets != 0) && (start.soon == u64::MAX || start.soon & soon != 0)
        };
        let mut loose = self.starts[from as usize..loose as usize].iter().filter(may).peekable();
        from_fn(move || match (loose.peek(), certain.peek()) {
            (Some(one), Some(other)) if one.order > other.order => certain.next(),
            (None, _) => certain.next(),
            _ => loose.next(),
        })
    }

    /// For each of so many `words` of the vocabulary whether a verb of reporting begins with it.
    pub fn reporting(&self, words: usize) -> Vec<bool> {
        let mut reporting = vec![false; words];
        for start in self.starts.iter().filter(|start| start.reports) {
            if let Some(reporting) = reporting.get_mut(start.word.index()) {
                *reporting = true;
            }
        }
        reporting
    }
}

fn bit(word: WordId) -> u64 {
    1 << (word.index() % 64)
}

/// The bits of the words of which one must stand in the first or second place of `rest`.
fn soon(rest: &[Piece]) -> u64 {
    fn is_one_word(piece: &Piece) -> bool {
        match piece {
            Piece::Maybe(inner) => is_one_word(inner),
            Piece::Gap => false,
            _ => true,
        }
    }
    match rest {
        [Piece::Word(ids), ..] => ids.iter().fold(0, |bits, (id, _)| bits | bit(*id)),
        [one, Piece::Word(ids), ..] if is_one_word(one) => ids.iter().fold(0, |bits, (id, _)| bits | bit(*id)),
        _ => u64::MAX,
    }
}
