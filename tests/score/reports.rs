//! How well reports of our own are aligned: `tests/gold/reports.json`, pairs of invented reports with their links marked by reading. They
//! are among the examples that the judges were fitted on, so these are figures of fitted text, kept to see what a change does.

use std::{collections::BTreeMap, collections::BTreeSet, fs, sync::Arc};

use parallax::{
    comparison::{Comparison, Settings},
    intake,
    lexicon::Lexicon,
    story::{Article, Side},
};
use serde_json::Value;

use super::{Tally, covered, grade_name, letters, ratio};

/// A little below what is reached, so that a change that costs links is seen.
const FLOORS: [(&str, f64); 3] =
    [("reports, reuse, F1", 0.80), ("reports, independent, F1", 0.52), ("reports, grade right", 0.80)];

#[test]
fn reports_of_our_own_reach_their_figures() {
    let whole: Value = serde_json::from_str(include_str!("../gold/reports.json")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let (mut right, mut both) = (0, 0);
    for pair in whole["pairs"].as_array().unwrap() {
        let id = pair["id"].as_str().unwrap();
        let [left, other] = ["a", "b"].map(|side| paragraphs(&pair[side]));
        let paths = [(&left, "a"), (&other, "b")].map(|(paragraphs, side)| {
            let path = folder.path().join(format!("{id}-{side}.txt"));
            let text: Vec<String> = paragraphs.iter().map(|sentences| sentences.join(" ")).collect();
            fs::write(&path, text.join("\n\n") + "\n").unwrap();
            path
        });
        let story = Arc::new(intake::open(&paths).unwrap());
        let pairs: Vec<_> = story.pairs().collect();
        let comparison = Comparison::new(Arc::clone(&story), &pairs, Settings::default(), &Lexicon::bundled());
        let alignment = &comparison.pairs[0].alignment;
        let cover = |side: Side, paragraphs: &[Vec<String>]| {
            let article: &Article = &story.articles[alignment.pair.on(side)];
            covered(article, &places(paragraphs))
        };
        let (left, other) = (cover(Side::Left, &left), cover(Side::Right, &other));
        let mut got = BTreeMap::new();
        for link in &alignment.links {
            for (l, r) in link.left.iter().flat_map(|l| link.right.iter().map(move |r| (l, r))) {
                for g in &left[l.index()] {
                    got.extend(other[r.index()].iter().map(|h| ((g + 1, h + 1), link.grade)));
                }
            }
        }
        let wanted: BTreeMap<(usize, usize), &str> = pair["links"].as_array().unwrap().iter().map(wanted).collect();
        let shared: BTreeSet<_> = wanted.keys().filter(|at| got.contains_key(at)).collect();
        both += shared.len();
        right += shared.iter().filter(|at| wanted[at] == grade_name(got[at])).count();
        let kind = id.split_once('-').map_or(id, |(kind, _)| kind);
        tallies.entry(kind).or_default().add(shared.len(), got.len(), wanted.len());
    }
    let figures = [
        ("reports, reuse, F1", tallies["reuse"].f1()),
        ("reports, independent, F1", tallies["independent"].f1()),
        ("reports, grade right", ratio(right, both)),
    ];
    for ((name, figure), (_, floor)) in figures.iter().zip(FLOORS) {
        println!("{name:<24} {figure:.3}");
        assert!(*figure >= floor, "{name}: {figure:.3}, below {floor}");
    }
}

fn paragraphs(article: &Value) -> Vec<Vec<String>> {
    let sentences = |paragraph: &Value| {
        paragraph.as_array().unwrap().iter().map(|sentence| sentence.as_str().unwrap().to_owned()).collect()
    };
    article.as_array().unwrap().iter().map(sentences).collect()
}

/// The sentences as ranges of the article's letters, white space not counted.
fn places(paragraphs: &[Vec<String>]) -> Vec<std::ops::Range<usize>> {
    let mut at = 0;
    let place = |sentence: &String| {
        let start = at;
        at += letters(sentence);
        start..at
    };
    paragraphs.iter().flatten().map(place).collect()
}

fn wanted(link: &Value) -> ((usize, usize), &str) {
    let number = |at: usize| usize::try_from(link[at].as_u64().unwrap()).unwrap();
    ((number(0), number(1)), link[2].as_str().unwrap())
}
