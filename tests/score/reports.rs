//! How well reports of our own are aligned: `tests/gold/reports.json`, pairs of invented reports with their links marked by reading. They
//! are among the examples that the judges were fitted on, so these are figures of fitted text, kept to see what a change does.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    labelled::{Found, Labelled, align, links, paragraphs},
    ratio,
};

/// A little below what is reached, so that a change that costs links is seen.
const FLOORS: [(&str, f64); 3] =
    [("reports, reuse, F1", 0.80), ("reports, independent, F1", 0.52), ("reports, grade right", 0.80)];

#[test]
fn reports_of_our_own_reach_their_figures() {
    let whole: Value = serde_json::from_str(include_str!("../gold/reports.json")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut kinds: BTreeMap<&str, Found> = BTreeMap::new();
    for pair in whole["pairs"].as_array().unwrap() {
        let kind = pair["id"].as_str().unwrap().split_once('-').unwrap().0;
        let labelled = Labelled {
            articles: ["a", "b"].map(|side| paragraphs(&pair[side])),
            links: links(&pair["links"]),
            furniture: Default::default(),
        };
        align(&labelled, folder.path(), kinds.entry(kind).or_default());
    }
    let all = |part: fn(&Found) -> usize| kinds.values().map(part).sum();
    let figures = [
        ("reports, reuse, F1", kinds["reuse"].links.f1()),
        ("reports, independent, F1", kinds["independent"].links.f1()),
        ("reports, grade right", ratio(all(|found| found.graded), all(|found| found.right))),
    ];
    for ((name, figure), (_, floor)) in figures.iter().zip(FLOORS) {
        println!("{name:<32} {figure:.3}");
        assert!(*figure >= floor, "{name}: {figure:.3}, below {floor}");
    }
}
