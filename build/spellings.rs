//! The lists of `assets/spellings` taken apart, for `src/text/known_names.rs` and `src/text/spelling.rs`.

use std::{cmp::Reverse, collections::BTreeMap};

use super::{first_of, fold::fold, joined, table};

/// The names that are written in more than one way, as Rust.
pub fn names() -> String {
    let mut ways: BTreeMap<String, Vec<(Vec<String>, String)>> = BTreeMap::new();
    let mut writing = "";
    let list = include_str!("../assets/spellings/names.txt");
    for (name, line) in list.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        writing = match line {
            "[short]" => "Short",
            "[other]" => "Other",
            "[spelling]" => "Spelling",
            _ => {
                for way in line.split(" | ") {
                    let words: Vec<String> = way.split(' ').map(fold).collect();
                    let capitals = words.len() == 1 && way.chars().filter(|c| c.is_uppercase()).count() > 1;
                    let count = words.len();
                    let way =
                        format!("Way{{count:{count},capitals:{capitals},name:{name},writing:Writing::{writing}}}");
                    ways.entry(words[0].clone()).or_default().push((words, way));
                }
                continue;
            }
        };
    }
    ways.values_mut().for_each(|ways| ways.sort_by_key(|(words, _)| Reverse(words.len())));
    let first_words = (0..).zip(ways.keys()).map(|(number, word)| (word.as_str(), number)).collect();
    let first = first_of(ways.values().map(Vec::len));
    let words: Vec<String> = ways.values().flatten().map(|(words, _)| words.join(" ")).collect();
    let all: Vec<&str> = ways.values().flatten().map(|(_, way)| way.as_str()).collect();
    [
        table("FIRST_WORDS", &first_words),
        format!("static FIRST: [u16; {}] = {first:?};\n", first.len()),
        format!("static WORDS: Joined = {};\n", joined(&words)),
        format!("static WAYS: [Way; {}] = [{}];\n", all.len(), all.join(",")),
    ]
    .concat()
}

/// The British spellings that no rule gives, each with the number of the American one, as Rust.
pub fn english() -> String {
    let mut american = Vec::new();
    let (mut stems, mut words) = (BTreeMap::new(), BTreeMap::new());
    let mut of_stems = true;
    for line in include_str!("../assets/spellings/en.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((british, other)) = line.split_once(' ') else {
            of_stems = line == "[stem]";
            continue;
        };
        let number = u16::try_from(american.len()).unwrap();
        american.push(other);
        if of_stems { &mut stems } else { &mut words }.insert(british, number);
    }
    [table("STEMS", &stems), table("WORDS", &words), format!("static AMERICAN: Joined = {};\n", joined(&american))]
        .concat()
}
