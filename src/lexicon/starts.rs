//! Where entries begin: by their first word and the one after it. A common word begins hundreds of entries, and nearly all of them need
//! one certain word to follow.

use std::iter::from_fn;

use super::{entry::Form, pattern::Piece, sets::SetBits};
use crate::text::{token::Token, vocabulary::WordId};

/// How many tokens behind the first word are looked at for a word that an entry needs.
const NEAR: usize = 7;

/// How an entry may begin.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    /// Its place among all: those of the lists that go first, first.
    order: u32,
    /// The sets that the second word must be of one of; 0 where that is not asked.
    sets: SetBits,
    /// A bit for each word of which one must stand near, and among how many tokens behind the first word; all bits and no token where that
    /// is not asked.
    needed: (u64, u8),
    /// The entry.
    pub entry: u32,
    /// What follows the first word: which of all such.
    pub rest: u32,
    /// The form of the first word.
    pub form: Form,
}

/// All starts, to be asked by word.
#[derive(Clone, Debug, Default)]
pub struct Starts {
    /// By first word, then those that no certain word need follow, then by second word; in their order.
    starts: Vec<Start>,
    /// The second word of each, where there is one that must follow; apart from the rest, because it is searched for.
    seconds: Vec<Option<WordId>>,
    /// What was added, with its first and second word, until it is settled.
    added: Vec<(WordId, Option<WordId>, Start)>,
    /// For each word of the vocabulary: where its starts begin, where those end that no certain word need follow, and where all end.
    by_word: Vec<(u32, u32, u32)>,
}

impl Starts {
    /// Adds the beginnings of an entry with one of the words `first`, each in its form, and then what `rest` says, which goes by the
    /// number `number`.
    pub fn add(&mut self, entry: u32, first: &[(WordId, Form)], rest: &[Piece], number: u32) {
        for (word, form) in first {
            let order = self.added.last().map_or(0, |(.., last)| last.order + 1);
            let settled = usize::from(matches!(rest.first(), Some(Piece::Word(_))));
            let (sets, needed) = (0, needed(rest, settled));
            let start = Start { order, sets, needed, entry, rest: number, form: *form };
            match rest.first() {
                Some(Piece::Word(ids)) => self.added.extend(ids.iter().map(|(next, _)| (*word, Some(*next), start))),
                Some(Piece::Set(sets)) => self.added.push((*word, None, Start { sets: *sets, ..start })),
                _ => self.added.push((*word, None, start)),
            }
        }
    }

    /// Makes what was added ready to be asked, for a vocabulary of so many `words`.
    pub fn settle(&mut self, words: usize) {
        let mut added = std::mem::take(&mut self.added);
        added.sort_by_cached_key(|(word, next, start)| (*word, *next, start.order));
        self.by_word = vec![(0, 0, 0); words];
        let mut from = 0;
        for run in added.chunk_by(|a, b| a.0 == b.0) {
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            let loose = count(run.partition_point(|(_, next, _)| next.is_none()));
            if let Some(slot) = run.first().and_then(|(word, ..)| self.by_word.get_mut(word.index())) {
                *slot = (from, from + loose, from + count(run.len()));
            }
            from += count(run.len());
        }
        (self.seconds, self.starts) = added.into_iter().map(|(_, next, start)| (next, start)).unzip();
    }

    /// Whether an entry may begin with `word`.
    #[inline]
    pub fn has(&self, word: WordId) -> bool {
        self.by_word.get(word.index()).is_some_and(|(from, _, to)| from < to)
    }

    /// The starts that may be entries at the token `at` of `tokens`, the next one of which is of `sets`; in their order.
    pub fn at<'s>(
        &'s self,
        tokens: &'s [Token],
        at: usize,
        sets: SetBits,
    ) -> impl Iterator<Item = &'s Start> + use<'s> {
        let word = move |at: usize| tokens.get(at).map(|token| token.word);
        let (from, loose, to) = word(at).and_then(|word| self.by_word.get(word.index())).copied().unwrap_or_default();
        let (loose, certain) = (from as usize..loose as usize, loose as usize..to as usize);
        let (second, seconds) = (word(at + 1), &self.seconds[certain.clone()]);
        let after = seconds.partition_point(|next| *next < second);
        let count = seconds[after..].iter().take_while(|next| **next == second).count();
        let near = near(tokens, at, loose.len() + count);
        let may = move |start: &&Start| {
            let (bits, within) = start.needed;
            (start.sets == 0 || start.sets & sets != 0) && near[usize::from(within)] & bits != 0
        };
        let mut loose = self.starts[loose].iter().filter(may).peekable();
        let mut certain = self.starts[certain.start + after..][..count].iter().filter(may).peekable();
        from_fn(move || match (loose.peek(), certain.peek()) {
            (Some(one), Some(other)) if one.order > other.order => certain.next(),
            (None, _) => certain.next(),
            _ => loose.next(),
        })
    }
}

/// The bits of the words that stand among so many tokens behind the one at `at`, by how many; all bits among none, where nothing is asked.
/// Looks at no token unless there is something to `ask`.
fn near(tokens: &[Token], at: usize, ask: usize) -> [u64; NEAR + 1] {
    let mut near = [u64::MAX; NEAR + 1];
    let behind = tokens.get(at + 1..).filter(|_| ask > 0).unwrap_or_default();
    let mut bits = 0;
    for (step, slot) in near.iter_mut().skip(1).enumerate() {
        bits |= behind.get(step).map_or(0, |token| bit(token.word));
        *slot = bits;
    }
    near
}

fn bit(word: WordId) -> u64 {
    1 << (word.index() % 64)
}

/// The bits of the words of which one must stand among the tokens behind the first word, and among how many of them; the word that
/// tells most. Not the `settled` first pieces of `rest`.
fn needed(rest: &[Piece], settled: usize) -> (u64, u8) {
    let (mut needed, mut within) = ((u64::MAX, 0), 0);
    for (index, piece) in rest.iter().enumerate() {
        within += match piece {
            Piece::Gap => 3,
            Piece::Maybe(inner) if **inner == Piece::Gap => 3,
            _ => 1,
        };
        if let (Piece::Word(ids), true, true) = (piece, index >= settled, within <= NEAR) {
            let bits = ids.iter().fold(0, |bits, (id, _)| bits | bit(*id));
            if bits.count_ones() < needed.0.count_ones() {
                needed = (bits, within as u8);
            }
        }
    }
    needed
}
