//! Pairs of articles that are given as paragraphs of sentences, with links marked between these: aligned as the program would, and counted.

use std::{collections::BTreeMap, collections::BTreeSet, fs, ops::Range, path::Path, sync::Arc};

use parallax::{
    align::Grade,
    comparison::{Comparison, Settings},
    intake,
    lexicon::Lexicon,
    story::{Article, Side},
};
use serde_json::Value;

use super::{Tally, covered, grade_name, letters};

/// Two sentences of a pair, counted from 1 through each article.
pub type Link = (usize, usize);

/// Two articles and the links marked between them.
pub struct Labelled<'a> {
    /// The paragraphs of both.
    pub articles: [Vec<Vec<String>>; 2],
    /// Links and their grades.
    pub links: BTreeMap<Link, &'a str>,
    /// The numbers of sentences that take no part.
    pub furniture: [BTreeSet<usize>; 2],
}

/// What was found of the links of several pairs.
#[derive(Default)]
pub struct Found {
    /// All links.
    pub links: Tally,
    /// How many links that are right have the right grade.
    pub graded: usize,
    /// How many links are right.
    pub right: usize,
}

/// Aligns `pair` and adds what was found to `found`; files are written into `folder`.
pub fn align(pair: &Labelled<'_>, folder: &Path, found: &mut Found) {
    let paths = [0, 1].map(|side| {
        let path = folder.join(format!("{side}.txt"));
        fs::write(&path, text(&pair.articles[side])).unwrap();
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
    let [left, right] = &pair.articles;
    let (left, right) = (cover(Side::Left, left), cover(Side::Right, right));
    let mut got: BTreeMap<Link, Grade> = BTreeMap::new();
    for link in &alignment.links {
        for (l, r) in link.left.iter().flat_map(|l| link.right.iter().map(move |r| (l, r))) {
            for g in &left[l.index()] {
                got.extend(right[r.index()].iter().map(|h| ((g + 1, h + 1), link.grade)));
            }
        }
    }
    got.retain(|(g, h), _| !pair.furniture[0].contains(g) && !pair.furniture[1].contains(h));
    let shared: BTreeSet<_> = pair.links.keys().filter(|at| got.contains_key(at)).collect();
    found.right += shared.len();
    found.graded += shared.iter().filter(|at| pair.links[at] == grade_name(got[at])).count();
    found.links.add(shared.len(), got.len(), pair.links.len());
}

/// The article as a file holds it.
pub fn text(paragraphs: &[Vec<String>]) -> String {
    let paragraphs: Vec<String> = paragraphs.iter().map(|sentences| sentences.join(" ")).collect();
    paragraphs.join("\n\n") + "\n"
}

/// The paragraphs of an article in JSON.
pub fn paragraphs(article: &Value) -> Vec<Vec<String>> {
    let sentences = |paragraph: &Value| {
        paragraph.as_array().unwrap().iter().map(|sentence| sentence.as_str().unwrap().to_owned()).collect()
    };
    article.as_array().unwrap().iter().map(sentences).collect()
}

/// The links of a pair in JSON: `[sentence, sentence, grade]` each.
pub fn links(pair: &Value) -> BTreeMap<Link, &str> {
    pair.as_array()
        .unwrap()
        .iter()
        .map(|link| ((number(&link[0]), number(&link[1])), link[2].as_str().unwrap()))
        .collect()
}

/// A number of a sentence in JSON.
pub fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap()).unwrap()
}

/// The sentences as ranges of the article's letters, white space not counted.
pub fn places(paragraphs: &[Vec<String>]) -> Vec<Range<usize>> {
    let mut at = 0;
    let place = |sentence: &String| {
        let start = at;
        at += letters(sentence);
        start..at
    };
    paragraphs.iter().flatten().map(place).collect()
}
