//! The entries of the bundled lists, taken apart and inflected by `build.rs` when the program is built: a story has the words of few of the
//! ten thousand, and reading all of them takes longer than comparing two reports. Asked for those that a vocabulary calls for.

use super::{
    bundled::BUNDLED,
    entry::{Form, Group, ListKind},
    parse::{self, Listed},
    pattern::{Choice, Pattern},
    sets::SetBits,
    shape::{self, Part},
};
use crate::text::{
    frozen::Frozen,
    vocabulary::{Vocabulary, WordId},
};

/// A listed word, or several of which one will do, inflected in one way: entries share them.
type Slot = u16;

/// An entry of a list.
struct Place {
    /// Where it stands in the text of its list, in bytes.
    start: u32,
    length: u16,
    /// Which of [`GROUPS`] it is of.
    group: u16,
    /// The first of [`SHAPES`] that it has; the last one stands before the first one of the next entry.
    shape: u16,
}

/// The entries of a list below one group line, or before the first one.
struct Lines {
    /// Which of [`BUNDLED`].
    list: u8,
    /// Where the words of the group line stand in its text, in bytes; of no length before the first one.
    start: u32,
    length: u16,
}

// `FORMS`: which a word of a text is of the forms that listed words have. `FILLED`: the slots that each form fills; `FILLING`: the forms
// that fill each slot. `ENTRIES`: those of all lists, and one behind them. `SHAPES`: where the parts of each shape begin in `PARTS`; `SETS`:
// those that parts name. `CALLING`: by slot, the entries that have a shape in which no slot is rarer; behind all slots, those that have one
// without any. `FIRST_FILLED`, `FIRST_FILLING` and `CALLED` tell where those of each form or slot begin.
include!(concat!(env!("OUT_DIR"), "/entries.rs"));

/// The slots that the words of a vocabulary fill.
pub struct Filled {
    /// The words that are forms of listed ones, by the number of the form.
    words: Vec<(u16, WordId)>,
    /// Which forms are there.
    forms: Bits,
    /// Which slots a word fills.
    slots: Bits,
}

impl Filled {
    /// The slots that the words of `vocabulary` fill.
    pub fn by(vocabulary: &Vocabulary) -> Self {
        let form = |(id, form): (WordId, &str)| Some((FORMS.get(form)?, id));
        let mut words: Vec<(u16, WordId)> = vocabulary.iter().filter_map(form).collect();
        words.sort_unstable();
        let (mut forms, mut slots) = (Bits::none_of(FIRST_FILLED.len()), Bits::none_of(FIRST_FILLING.len()));
        for (form, _) in &words {
            forms.set(*form);
            run(&FILLED, &FIRST_FILLED, *form).iter().for_each(|slot| slots.set(*slot));
        }
        Self { words, forms, slots }
    }

    /// The words that fill `slot`.
    fn of(&self, slot: Slot) -> Option<Choice> {
        let there = run(&FILLING, &FIRST_FILLING, slot).iter().filter(|(form, _)| self.forms.has(*form));
        Choice::of(
            there.map(|(form, which)| (self.words[self.words.partition_point(|(known, _)| known < form)].1, *which)),
        )
    }

    /// Which of [`ENTRIES`] have a shape whose rarest slot is filled, in their order.
    fn called(&self) -> Vec<u16> {
        // Behind all slots stands what needs none.
        let slots = self.slots.iter().chain(u16::try_from(CALLED.len() - 2));
        let mut called: Vec<u16> = slots.flat_map(|slot| run(&CALLING, &CALLED, slot)).copied().collect();
        called.sort_unstable();
        called.dedup();
        called
    }
}

/// A set of numbers, a bit for each.
struct Bits(Vec<u64>);

impl Bits {
    /// None of the numbers below `most`.
    fn none_of(most: usize) -> Self {
        Self(vec![0; most / 64 + 1])
    }

    fn set(&mut self, number: u16) {
        self.0[usize::from(number / 64)] |= 1 << (number % 64);
    }

    fn has(&self, number: u16) -> bool {
        self.0[usize::from(number / 64)] >> (number % 64) & 1 == 1
    }

    /// Those that are set, in their order.
    fn iter(&self) -> impl Iterator<Item = u16> {
        let ones = |bits: u64| {
            let mut rest = bits;
            std::iter::from_fn(move || {
                let at = rest.trailing_zeros();
                rest &= rest.checked_sub(1)?;
                u16::try_from(at).ok()
            })
        };
        (0..).step_by(64).zip(&self.0).flat_map(move |(first, bits)| ones(*bits).map(move |at: u16| first + at))
    }
}

/// What stands in `all` for `number`, where those of each number begin at `first`.
fn run<'a, T>(all: &'a [T], first: &[u16], number: u16) -> &'a [T] {
    let number = usize::from(number);
    &all[usize::from(first[number])..usize::from(first[number + 1])]
}

/// The entries of all bundled lists that may occur where words fill slots as `filled` says, each with the list, an index into [`BUNDLED`],
/// and its patterns; in the order of the lists. `sets`: those of each word.
pub fn entries(
    filled: &Filled,
    sets: &[SetBits],
) -> impl Iterator<Item = (usize, ListKind, Listed<'static>, Vec<Pattern>)> {
    let shape = |number: u16| run(&PARTS, &SHAPES, number).iter().map(|code| shape::decoded(*code, &SETS));
    // Most shapes that are called lack another word; nothing is to be made for them.
    let has =
        |(part, optional): (Part<Slot>, bool)| optional || !matches!(part, Part::Word(slot) if !filled.slots.has(slot));
    let pattern =
        move |of: u16| shape(of).all(has).then(|| Pattern::of(shape(of), sets, |slot| filled.of(slot))).flatten();
    let mut last = None;
    filled.called().into_iter().filter_map(move |number| {
        let [Place { start, length, group, shape }, next] = ENTRIES.get(usize::from(number)..)?.first_chunk()?;
        let patterns: Vec<Pattern> = (*shape..next.shape).filter_map(pattern).collect();
        if patterns.is_empty() {
            return None;
        }
        let lines = &GROUPS[usize::from(*group)];
        let (_, name, text) = BUNDLED[usize::from(lines.list)];
        let of = |start: u32, length: u16| text.get(start as usize..start as usize + usize::from(length));
        let kind = ListKind::named(name)?;
        let (_, read) = match last.filter(|(known, _)| known == group) {
            Some(last) => last,
            None if lines.length == 0 => (*group, Group::of(kind)),
            None => (*group, Group::read(of(lines.start, lines.length)?, kind).ok()?),
        };
        last = Some((*group, read));
        Some((usize::from(lines.list), kind, parse::entry(of(*start, *length)?, read)?, patterns))
    })
}
