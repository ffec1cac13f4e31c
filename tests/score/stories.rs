//! How well invented stories of four articles are aligned and their cues found: `tests/gold/stories`. The stories a and b are among the examples
//! that judges, lists and rules were made with; the stories c are held out.

use std::{collections::BTreeMap, collections::BTreeSet, fs, path::Path, sync::Arc};

use parallax::{
    comparison::{Comparison, Settings},
    intake,
    lexicon::Lexicon,
};
use serde_json::Value;

use super::{
    Cues, Mark,
    labelled::{Found, Labelled, align, links, number, paragraphs, places, text},
    letters, marked,
};

/// A little below what is reached, so that a change that costs links or cues is seen.
const FLOORS: [(&str, f64); 5] = [
    ("held out, shared copy, F1", 0.85),
    ("held out, rewritten, F1", 0.58),
    ("held out, independent, F1", 0.30),
    ("held out, cues, precision", 0.50),
    ("held out, cues, recall", 0.50),
];

/// The stories whose names begin with one of `letters`.
fn stories(letters: &str) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/stories");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.retain(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        name.ends_with(".json") && name.starts_with(|c: char| letters.contains(c))
    });
    files.iter().map(|path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()).collect()
}

fn furniture(article: &Value) -> BTreeSet<usize> {
    article["boilerplate"].as_array().unwrap().iter().map(number).collect()
}

/// What of two articles is alike: in the stories b only the first two share more than the event.
fn kind(story: &Value, pair: &str) -> &'static str {
    match pair {
        "1-2" => "shared copy",
        "1-3" | "2-3" if !story["id"].as_str().unwrap().starts_with('b') => "rewritten",
        _ => "independent",
    }
}

fn links_of(stories: &[Value]) -> BTreeMap<&'static str, Found> {
    let folder = tempfile::tempdir().unwrap();
    let mut kinds: BTreeMap<&str, Found> = BTreeMap::new();
    for story in stories {
        for (pair, marked) in story["links"].as_object().unwrap() {
            let (left, right) = pair.split_once('-').unwrap();
            let article = |number: &str| &story["articles"][number.parse::<usize>().unwrap() - 1];
            let labelled = Labelled {
                articles: [left, right].map(|number| paragraphs(&article(number)["paragraphs"])),
                links: links(marked),
                furniture: [left, right].map(|number| furniture(article(number))),
            };
            align(&labelled, folder.path(), kinds.entry(kind(story, pair)).or_default());
        }
    }
    kinds
}

/// The cues of a story when all its articles are open.
fn cues_of(stories: &[Value]) -> Cues {
    let folder = tempfile::tempdir().unwrap();
    let mut cues = Cues::default();
    for story in stories {
        let articles: Vec<_> =
            story["articles"].as_array().unwrap().iter().map(|article| paragraphs(&article["paragraphs"])).collect();
        let paths: Vec<_> = (0..articles.len()).map(|at| folder.path().join(format!("{at}.txt"))).collect();
        for (path, article) in paths.iter().zip(&articles) {
            fs::write(path, text(article)).unwrap();
        }
        let opened = Arc::new(intake::open(&paths).unwrap());
        let pairs: Vec<_> = opened.pairs().collect();
        let comparison = Comparison::new(Arc::clone(&opened), &pairs, Settings::default(), &Lexicon::bundled());
        let found = marked(&comparison);
        for (((id, _), article), number) in opened.articles.iter().zip(&articles).zip(1..) {
            let sentences: Vec<&String> = article.iter().flatten().collect();
            let starts = places(article);
            let place = |mark: &Value| {
                let at = super::labelled::number(&mark["sentence"]) - 1;
                let words = mark["text"].as_str().unwrap();
                let before = sentences[at].split(words).next().unwrap();
                let start = starts[at].start + letters(before);
                (start, start + letters(words))
            };
            let marks = story["framing"][number.to_string()].as_array().unwrap();
            let wanted: Vec<Mark<'_>> =
                marks.iter().map(|mark| (place(mark), mark["category"].as_str().unwrap())).collect();
            cues.add(found.get(&id).unwrap_or(&BTreeMap::new()), &wanted);
        }
    }
    cues
}

#[test]
fn invented_stories_reach_their_figures() {
    let mut figures: Vec<(String, f64)> = Vec::new();
    for (name, letters) in [("fitted", "ab"), ("held out", "c")] {
        let stories = stories(letters);
        for (kind, found) in links_of(&stories) {
            figures.push((format!("{name}, {kind}, P"), found.links.precision()));
            figures.push((format!("{name}, {kind}, R"), found.links.recall()));
            figures.push((format!("{name}, {kind}, F1"), found.links.f1()));
        }
        let cues = cues_of(&stories);
        figures.push((format!("{name}, cues, precision"), cues.precision()));
        figures.push((format!("{name}, cues, recall"), cues.recall()));
        figures.push((format!("{name}, cues, kind right"), cues.kind_right()));
    }
    for (name, figure) in &figures {
        println!("{name:<32} {figure:.3}");
    }
    for (name, floor) in FLOORS {
        let (_, figure) = figures.iter().find(|(other, _)| other == name).unwrap();
        assert!(*figure >= floor, "{name}: {figure:.3}, below {floor}");
    }
}
