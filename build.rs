//! Prepares what the program would else find out from `assets` at every start: where the entries of the word lists stand, and the
//! small classes and the tables of common and of kindred words. The lists stay the only source; nothing made here is kept in the project.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "modules shared with the program; a build that cannot go on shall stop and say where"
)]

#[path = "src/text/broken.rs"]
mod broken;
#[path = "src/lexicon/bundled.rs"]
mod bundled;
#[path = "src/lexicon/class.rs"]
mod class;
#[path = "build/entries.rs"]
mod entries;
#[path = "src/text/fold.rs"]
mod fold;
#[path = "src/text/frozen.rs"]
mod frozen;
#[path = "src/lexicon/inflection.rs"]
mod inflection;
#[path = "src/intake/role/kinds.rs"]
mod kinds;
#[path = "build/languages.rs"]
mod languages;
#[path = "src/text/figure/meaning.rs"]
mod meaning;
#[path = "src/text/figure/lists.rs"]
mod numbers;
#[path = "build/roles.rs"]
mod roles;
#[path = "src/lexicon/sets.rs"]
mod sets;
#[path = "src/lexicon/shape.rs"]
mod shape;
#[path = "build/spellings.rs"]
mod spellings;
#[path = "src/lexicon/split.rs"]
mod split;
#[path = "src/align/stem.rs"]
mod stem;
#[path = "src/text/language/wordkind.rs"]
mod wordkind;

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write as _,
    fs,
    path::Path,
};

use meaning::Meaning;
use sets::SetBits;

fn main() {
    for source in [
        "build.rs",
        "build",
        "assets/words",
        "assets/frequency",
        "assets/kindred",
        "assets/abbreviations",
        "assets/roles",
        "assets/spellings",
        "src/intake/role/kinds.rs",
        "src/lexicon",
        "src/align/stem.rs",
        "src/text/figure",
        "src/text/broken.rs",
        "src/text/fold.rs",
        "src/text/frozen.rs",
        "src/text/language/wordkind.rs",
    ] {
        println!("cargo::rerun-if-changed={source}");
    }
    let out = env::var("OUT_DIR").unwrap();
    let write = |name: &str, text: String| fs::write(Path::new(&out).join(name), text).unwrap();
    write("entries.rs", entries::entries());
    write("common.rs", table("COMMON", &common(include_str!("assets/frequency/en.txt"))));
    write("grammar.rs", grammar());
    write("common_words.rs", languages::common());
    write("languages.rs", languages::languages());
    write("kindred.rs", kindred(include_str!("assets/kindred/en.txt")));
    write("numbers.rs", numbers());
    write("roles.rs", roles::roles());
    write("names.rs", spellings::names());
    write("spellings.rs", spellings::english());
}

/// How common each word is, by its stem: the class of its commonest form.
fn common(list: &'static str) -> BTreeMap<&'static str, u16> {
    let mut classes = BTreeMap::new();
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let (class, words) = line.split_once(' ').unwrap();
        let class: u16 = class.parse().unwrap();
        for word in words.split(' ') {
            let known = classes.entry(stem::stem(word)).or_insert(class);
            *known = class.min(*known);
        }
    }
    classes
}

/// The words of the bundled lists of small classes of words, for `src/lexicon/grammar.rs`.
fn grammar() -> String {
    let mut out = format!("static GRAMMARS: [Option<Grammar>; {}] = [\n", bundled::BUNDLED.len());
    for (_, name, text) in bundled::BUNDLED {
        if *name != "grammar" {
            out += "None,\n";
            continue;
        }
        let mut of_word: BTreeMap<&str, SetBits> = BTreeMap::new();
        for (name, word) in split::grammar(text) {
            *of_word.entry(word).or_default() |= sets::WordSet::named(name).unwrap().bit();
        }
        let sets: BTreeSet<SetBits> = of_word.values().copied().collect();
        let sets: Vec<SetBits> = sets.into_iter().collect();
        let number = |bits| u16::try_from(sets.binary_search(bits).unwrap()).unwrap();
        let words = of_word.iter().map(|(word, bits)| (*word, number(bits))).collect();
        let _ = writeln!(out, "Some(({}, &{sets:?})),", frozen(&words));
    }
    out + "];\n"
}

/// The table of kindred words: by its stem, which of the sets of lines a word stands on; and these sets, each of up to three lines, counted
/// from 1, in their order.
fn kindred(list: &'static str) -> String {
    let mut lines: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, line) in (1..).zip(list.lines().filter(|line| !line.starts_with('#'))) {
        line.split(' ').for_each(|word| lines.entry(stem::stem(word)).or_default().push(number));
    }
    let set = |lines: &Vec<usize>| [0, 1, 2].map(|at| lines.get(at).copied().unwrap_or(0));
    let sets: BTreeSet<[usize; 3]> = lines.values().map(set).collect();
    let sets: Vec<[usize; 3]> = sets.into_iter().collect();
    let number = |lines| u16::try_from(sets.binary_search(&set(lines)).unwrap()).unwrap();
    let of_word = lines.iter().map(|(word, lines)| (*word, number(lines))).collect();
    table("KINDRED", &of_word) + &format!("static SETS: [[Line; SENSES]; {}] = {sets:?};\n", sets.len())
}

/// The English words for numbers and units, for `src/text/figure/table.rs`.
fn numbers() -> String {
    let numbers::Table { words, phrases, suffixes, .. } = numbers::Table::read(numbers::LISTS[0].1, |word| word);
    let mut meanings: Vec<Meaning> = Vec::new();
    let mut number = |meaning: &Meaning| {
        let at = meanings.iter().position(|known| known == meaning).unwrap_or_else(|| {
            meanings.push(*meaning);
            meanings.len() - 1
        });
        u16::try_from(at).unwrap()
    };
    let mut numbered = |words: &BTreeMap<&'static str, Meaning>| {
        words.iter().map(|(word, meaning)| (*word, number(meaning))).collect()
    };
    let (words, suffixes) = (numbered(&words), numbered(&suffixes));
    let openers = (0..).zip(phrases.keys()).map(|(number, word)| (*word, number)).collect();
    let meanings: Vec<String> = meanings.iter().map(|meaning| format!("Meaning::{meaning:?}")).collect();
    let beginning = |phrases: &Vec<(&str, Meaning)>| {
        phrases.iter().map(|(words, meaning)| format!("({words:?}, Meaning::{meaning:?}),")).collect::<String>()
    };
    let beginning: Vec<String> = phrases.values().map(|phrases| format!("&[{}]", beginning(phrases))).collect();
    [
        table("WORDS", &words),
        table("SUFFIXES", &suffixes),
        table("OPENERS", &openers),
        format!("static MEANINGS: [Meaning; {}] = [{}];\n", meanings.len(), meanings.join(",")),
        format!("static PHRASES: [&[(&str, Meaning)]; {}] = [{}];\n", beginning.len(), beginning.join(",")),
    ]
    .concat()
}

/// The declaration of a table of `words` as Rust.
fn table(name: &str, words: &BTreeMap<&str, u16>) -> String {
    format!("static {name}: Frozen = {};\n", frozen(words))
}

/// A table of `words` as Rust.
fn frozen(words: &BTreeMap<&str, u16>) -> String {
    let buckets = words.len().next_power_of_two();
    let mut sorted: Vec<(usize, &str, u16)> =
        words.iter().map(|(word, number)| (frozen::bucket(word, buckets), *word, *number)).collect();
    sorted.sort_unstable();
    let first: Vec<usize> =
        (0..=buckets).map(|number| sorted.partition_point(|(bucket, ..)| *bucket < number)).collect();
    let mut letters = String::new();
    let words: Vec<(usize, u16)> = sorted
        .iter()
        .map(|(_, word, number)| {
            letters += word;
            (letters.len(), *number)
        })
        .collect();
    format!("Frozen {{ letters: {letters:?}, words: &{words:?}, first: &{first:?} }}")
}

/// Strings one behind the other, as Rust.
fn joined(texts: &[impl AsRef<str>]) -> String {
    let letters: String = texts.iter().map(AsRef::as_ref).collect();
    let first = first_of(texts.iter().map(|text| text.as_ref().len()));
    format!("Joined {{ letters: {letters:?}, first: &{first:?} }}")
}

/// Where each of what is so long begins when they stand one behind the other, and where the last one ends.
fn first_of(lengths: impl Iterator<Item = usize>) -> Vec<usize> {
    let ends = lengths.scan(0, |end, length| {
        *end += length;
        Some(*end)
    });
    std::iter::once(0).chain(ends).collect()
}
