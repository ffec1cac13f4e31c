//! The entries of the bundled lists taken apart and inflected, for `src/lexicon/index.rs`.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{
    bundled::BUNDLED,
    class::{Class, Form},
    first_of,
    inflection::{Irregular, forms},
    sets::SetBits,
    shape::{self, Inflected, Part, Shape, shapes},
    split::{self, Piece},
    table,
};

/// The entries of all bundled lists as Rust.
pub fn entries() -> String {
    let mut irregular = Irregular::default();
    BUNDLED.iter().filter(|(_, name, _)| *name == "irregular").for_each(|(.., text)| irregular.read(text));
    let mut slots = Slots::default();
    let mut seen = HashSet::new();
    let (mut entries, mut places, mut groups): (Vec<Vec<Shape<u16>>>, Vec<_>, Vec<_>) = Default::default();
    for (list, (_, name, text)) in BUNDLED.iter().enumerate() {
        for Listed { entry, group, class } in listed(name, text) {
            let words = split::cut(entry, b'=').0.trim_ascii();
            // What a list has twice counts as it stands first.
            if !seen.insert((list, class, words)) {
                continue;
            }
            let place = |part: &str| (part.as_ptr().addr() - text.as_ptr().addr(), part.len());
            let (start, length) = group.map_or((0, 0), place);
            let group = format!("Lines{{list:{list},start:{start},length:{length}}}");
            if groups.last() != Some(&group) {
                groups.push(group);
            }
            places.push((place(entry), groups.len() - 1));
            let shapes = shapes(words, class);
            entries.push(shapes.into_iter().map(|shape| slots.of_shape(shape)).collect());
        }
    }
    places.push(((0, 0), 0));
    let first_shapes = first_of(entries.iter().map(Vec::len));
    let first_parts = first_of(entries.iter().flatten().map(Vec::len));
    let mut sets = Vec::new();
    let parts = entries.iter().flatten().flatten().map(|part| encoded(part, &mut sets));
    let parts: Vec<String> = parts.map(|number| number.to_string()).collect();
    let place = |(((start, length), group), shape): (&((usize, usize), usize), &usize)| {
        format!("Place{{start:{start},length:{length},group:{group},shape:{shape}}}")
    };
    let places: Vec<String> = places.iter().zip(&first_shapes).map(place).collect();
    let (calling, called) = calling(&entries, slots.words.len());
    let forms = slots.forms(&irregular);
    let mut filling = vec![Vec::new(); slots.words.len()];
    for (number, slots) in forms.values().enumerate() {
        slots.iter().for_each(|(slot, which)| filling[*slot].push(format!("({number},Form::{which:?})")));
    }
    let filled: Vec<Vec<String>> = forms.values().map(|slots| slots.keys().map(usize::to_string).collect()).collect();
    let forms = (0..).zip(forms.keys()).map(|(number, form)| (form.as_str(), number)).collect();
    let numbers = |numbers: &[usize]| numbers.iter().map(usize::to_string).collect::<Vec<_>>();
    let array = |name: &str, of: &str, values: &[String]| {
        format!("static {name}: [{of}; {}] = [{}];\n", values.len(), values.join(","))
    };
    [
        table("FORMS", &forms),
        array("FIRST_FILLED", "u16", &numbers(&first_of(filled.iter().map(Vec::len)))),
        array("FILLED", "Slot", &filled.concat()),
        array("FIRST_FILLING", "u16", &numbers(&first_of(filling.iter().map(Vec::len)))),
        array("FILLING", "(u16, Form)", &filling.concat()),
        array("ENTRIES", "Place", &places),
        array("GROUPS", "Lines", &groups),
        array("SHAPES", "u16", &numbers(&first_parts)),
        array("PARTS", "u16", &parts),
        array("SETS", "SetBits", &sets.iter().map(SetBits::to_string).collect::<Vec<_>>()),
        array("CALLED", "u16", &numbers(&called)),
        array("CALLING", "u16", &numbers(&calling)),
    ]
    .concat()
}

/// The number of a part of a shape, as `shape::decoded` reads it; adds its sets to `sets`.
fn encoded(&(part, optional): &(Part<u16>, bool), sets: &mut Vec<SetBits>) -> u16 {
    let mut place = |bits| {
        sets.iter().position(|known| *known == bits).unwrap_or_else(|| {
            sets.push(bits);
            sets.len() - 1
        })
    };
    let number = match part {
        Part::Word(word) => {
            assert!(word < shape::NO_WORDS);
            word
        }
        Part::Any => shape::NO_WORDS,
        Part::Gap => shape::NO_WORDS + 1,
        Part::Set(bits) => shape::NO_WORDS + 2 + u16::try_from(place(bits)).unwrap(),
    };
    if optional { number | shape::OPTIONAL } else { number }
}

/// The listed words, each with how it is inflected, by the numbers of their slots.
#[derive(Default)]
struct Slots {
    numbers: HashMap<Inflected<'static>, u16>,
    words: Vec<Inflected<'static>>,
}

impl Slots {
    fn of_shape(&mut self, shape: Shape<Inflected<'static>>) -> Shape<u16> {
        let mut part = |part| match part {
            Part::Word(word) => Part::Word(*self.numbers.entry(word).or_insert_with(|| {
                self.words.push(word);
                u16::try_from(self.words.len() - 1).unwrap()
            })),
            Part::Set(sets) => Part::Set(sets),
            Part::Any => Part::Any,
            Part::Gap => Part::Gap,
        };
        shape.into_iter().map(|(word, optional)| (part(word), optional)).collect()
    }

    /// Every form of a word, with the slots that it fills and as which form.
    fn forms(&self, irregular: &Irregular<'_>) -> BTreeMap<String, BTreeMap<usize, Form>> {
        let mut filling: BTreeMap<String, BTreeMap<usize, Form>> = BTreeMap::new();
        for (slot, (word, class)) in self.words.iter().enumerate() {
            // Beginnings would have to be held against every word of a story; no bundled list has any.
            assert!(!word.contains('*'), "{word}");
            for choice in word.split('|') {
                forms(choice, *class, irregular, &mut |form, which| {
                    filling.entry(form.to_owned()).or_default().entry(slot).or_insert(which);
                });
            }
        }
        filling
    }
}

/// Which entries each of so many `slots` calls for, one behind the other, and where those of each begin: the entries that have a shape in
/// which no slot stands in fewer entries, then those that have one without a slot.
fn calling(entries: &[Vec<Shape<u16>>], slots: usize) -> (Vec<usize>, Vec<usize>) {
    let needed = |shape: &Shape<u16>| {
        let slot = |part: &(Part<u16>, bool)| match part {
            (Part::Word(slot), false) => Some(usize::from(*slot)),
            _ => None,
        };
        shape.iter().filter_map(slot).collect::<Vec<_>>()
    };
    let mut count = vec![0; slots];
    entries.iter().flatten().flat_map(needed).for_each(|slot| count[slot] += 1);
    let mut called = vec![BTreeSet::new(); slots + 1];
    for (number, entry) in entries.iter().enumerate() {
        for shape in entry {
            let rarest = needed(shape).into_iter().min_by_key(|slot| count[*slot]);
            called[rarest.unwrap_or(slots)].insert(number);
        }
    }
    let first = first_of(called.iter().map(BTreeSet::len));
    (called.into_iter().flatten().collect(), first)
}

/// An entry as it stands in its list, with the words of its group line.
struct Listed<'a> {
    entry: &'a str,
    group: Option<&'a str>,
    class: Class,
}

/// The entries of the list called `name`; none when it is one of plain words.
fn listed<'a>(name: &str, text: &'a str) -> Vec<Listed<'a>> {
    let pieces = split::pieces(if matches!(name, "grammar" | "irregular") { "" } else { text });
    // As `parse` has it before the first group.
    let mut class = if name == "attribution" { Class::Verb } else { Class::Fixed };
    let mut group = None;
    let entries = pieces.filter_map(|(_, piece)| match piece {
        Piece::Group(words) => {
            let words = words.unwrap();
            (group, class) =
                (Some(words), words.split_whitespace().filter_map(Class::named).next_back().unwrap_or(Class::Fixed));
            None
        }
        Piece::Entry(entry) => Some(Listed { entry, group, class }),
    });
    entries.collect()
}
