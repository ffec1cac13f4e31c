//! Where the entries of the bundled lists stand, and which words each of them cannot do without: found by `build.rs` when the program is
//! built, because a story has the words of few of the ten thousand, and reading all of them takes longer than comparing two reports.

use super::{
    beginnings::Beginnings,
    bundled::BUNDLED,
    entry::{Group, ListKind},
    needs::LAST,
    parse::{self, Listed},
};

/// Where an entry stands in the text of its list, in bytes.
struct Place {
    start: u32,
    length: u16,
    /// The words of its group line; of no length before the first one.
    group: (u32, u16),
    /// Where the numbers of the other words that it cannot do without begin in [`Entries::also`], and how many they are.
    also: (u32, u16),
}

/// The entries of one list.
struct Entries {
    /// In the order of the list.
    places: &'static [Place],
    /// A number (see `needs`) that the entry, an index into `places`, cannot do without: that of the word which the fewest entries need. One
    /// of several will do where an entry has several, which then stand behind one another; by entry.
    needs: &'static [(u32, u16)],
    /// The numbers of further words; those of which one will do stand behind one another, the last of them marked as `needs::LAST`.
    also: &'static [u32],
}

// `ENTRIES`: for each list of `BUNDLED` its entries; none for the lists of plain words.
include!(concat!(env!("OUT_DIR"), "/entries.rs"));

/// The entries of the list `bundled`, an index into [`BUNDLED`], that may occur where words begin as `beginnings` say; in the order of
/// the list.
pub fn entries(bundled: usize, kind: ListKind, beginnings: &Beginnings) -> impl Iterator<Item = Listed<'static>> {
    let (entries, text) = (&ENTRIES[bundled], BUNDLED[bundled].2);
    let needed = entries.needs.iter().filter(|(number, _)| beginnings.has(*number)).map(|(_, entry)| *entry);
    let mut held: Vec<u16> = needed.collect();
    held.dedup();
    let mut last = ((0, 0), Group::of(kind));
    held.into_iter().filter_map(move |entry| {
        let Place { start, length, group, also } = entries.places[usize::from(entry)];
        let also = &entries.also[also.0 as usize..][..usize::from(also.1)];
        let has_one = |numbers: &[u32]| numbers.iter().any(|number| beginnings.has(number & !LAST));
        if !also.split_inclusive(|number| number & LAST != 0).all(has_one) {
            return None;
        }
        let of = |start: u32, length: u16| text.get(start as usize..start as usize + usize::from(length));
        if group != last.0 {
            last = (group, Group::read(of(group.0, group.1)?, kind).ok()?);
        }
        parse::entry(of(start, length)?, last.1)
    })
}
