//! The shapes that an entry may have in a text: its words in their order, whole or cut at their hyphens. Asked when a reader's own entry
//! is held against a story, and by `build.rs`, which asks it once of all bundled entries; so it names nothing outside the standard
//! library but its neighbours.

use super::{
    class::Class,
    sets::{SetBits, WordSet},
    split,
};

/// A part of a shape, in which a word is known by a `W`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<W> {
    /// A word, or one of several.
    Word(W),
    /// A word of one of the sets.
    Set(SetBits),
    /// Any one word or figure.
    Any,
    /// Up to three words, no signs.
    Gap,
}

/// Parts in their order, each with whether it may be missing.
pub type Shape<W> = Vec<(Part<W>, bool)>;

/// A word as it is listed (`a|b` for one of these), and how it is inflected.
pub type Inflected<'a> = (&'a str, Class);

/// What marks the number of a part that may be missing (see [`decoded`]).
pub const OPTIONAL: u16 = 1 << 15;
/// From this number on parts are no words but any, a gap, and sets.
pub const NO_WORDS: u16 = 1 << 14;

/// The part with the number `number`, as `build.rs` gives them: a word by its own below [`NO_WORDS`], sets by their place among `sets`.
pub fn decoded(number: u16, sets: &[SetBits]) -> (Part<u16>, bool) {
    let part = match (number & !OPTIONAL).checked_sub(NO_WORDS) {
        None => Part::Word(number & !OPTIONAL),
        Some(0) => Part::Any,
        Some(1) => Part::Gap,
        Some(set) => Part::Set(sets[usize::from(set - 2)]),
    };
    (part, number & OPTIONAL != 0)
}

/// The shapes of the entry `text` of `class`, those with whole words first. The first part of each is a word or a set.
pub fn shapes(text: &str, class: Class) -> Vec<Shape<Inflected<'_>>> {
    let words = class.of_words(split::words(text));
    words.enumerate().fold(vec![Vec::new()], |before, (index, (word, class))| {
        let ways = ways(word, class, index == 0);
        before.iter().flat_map(|shape| ways.iter().map(move |way| [&shape[..], way].concat())).collect()
    })
}

/// `word` as one part and, where it has hyphens, as several: `tit-for-tat` may be cut into `tit`, `-`, `for`, `-`, `tat`.
fn ways(word: &str, class: Class, first: bool) -> Vec<Shape<Inflected<'_>>> {
    let optional = word.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).filter(|_| !first);
    let part = match optional.unwrap_or(word) {
        "_" if !first => Part::Any,
        ".." if !first => Part::Gap,
        word => set(word).map_or(Part::Word((bare(word), class)), Part::Set),
    };
    let whole = vec![(part, optional.is_some())];
    if optional.is_some() || !matches!(part, Part::Word(_)) || !word.contains('-') {
        return vec![whole];
    }
    let last = bare(word).split('-').count() - 1;
    let cut = bare(word).split('-').enumerate().flat_map(|(index, part)| {
        let class = if index == last { class } else { Class::Fixed };
        let dash = (index > 0).then_some(("-", Class::Fixed));
        dash.into_iter().chain([(part, class)]).map(|word| (Part::Word(word), false))
    });
    vec![whole, cut.collect()]
}

/// `word` without the sign that it is the one that is inflected.
fn bare(word: &str) -> &str {
    word.strip_suffix('~').unwrap_or(word)
}

/// The sets of `<set>` or `<set|set>`.
fn set(word: &str) -> Option<SetBits> {
    let inside = word.strip_prefix('<')?.strip_suffix('>')?;
    Some(inside.split('|').filter_map(WordSet::named).fold(0, |bits, set| bits | set.bit()))
}
