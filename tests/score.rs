//! How well the sample articles are aligned and their cues found, held against the reference in `tests/gold/seeds.json` (the
//! majority of three independent annotations, made for this project).
//!
//! Reports and stories of our own are held against theirs in `score/reports.rs` and `score/stories.rs`.
//!
//! `cargo test --release --test score -- --nocapture` prints the figures; the test fails when one falls below its floor.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

#[path = "score/labelled.rs"]
mod labelled;
#[path = "score/reports.rs"]
mod reports;
#[path = "score/stories.rs"]
mod stories;

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    sync::Arc,
};

use parallax::{
    align::Grade,
    compare::FindingKind,
    comparison::{Comparison, PairComparison, Settings},
    intake,
    lexicon::Lexicon,
    story::{Article, ArticleId, SentenceId, Side, Story},
};
use serde_json::Value;

/// Figures that must not be undercut: what simple methods reach on the same reference (word overlap weighted by rarity for the
/// links, a small word list for the cues).
const FLOORS: [(&str, f64); 4] =
    [("links, reuse, F1", 0.75), ("links, independent, F1", 0.0), ("grade right", 0.60), ("cues, recall", 0.0)];

#[test]
fn the_sample_reaches_its_figures() {
    let gold = Gold::read();
    let story = Arc::new(intake::sample());
    let pairs: Vec<_> = story.pairs().collect();
    let comparison = Comparison::new(Arc::clone(&story), &pairs, Settings::default(), &Lexicon::bundled());
    let mut figures = links(&gold, &comparison);
    figures.extend(cues(&gold, &comparison));
    for (name, figure) in &figures {
        println!("{name:<24} {figure:.3}");
    }
    for (name, floor) in FLOORS {
        let (_, figure) = figures.iter().find(|(other, _)| *other == name).unwrap();
        assert!(*figure >= floor, "{name}: {figure:.3}, below {floor}");
    }
}

/// The reference. Articles go by the three digits that their file names begin with.
struct Gold {
    whole: Value,
}

impl Gold {
    fn read() -> Self {
        Self { whole: serde_json::from_str(include_str!("gold/seeds.json")).unwrap() }
    }

    /// The sentences of `article` as ranges of its letters, white space not counted.
    fn sentences(&self, article: &str) -> Vec<Range<usize>> {
        let mut at = 0;
        let texts =
            self.whole["sentences"][article].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap());
        texts
            .map(|text| {
                let start = at;
                at += letters(text);
                start..at
            })
            .collect()
    }
}

/// How many characters are not white space.
fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// For each byte offset of `text` that begins a character, and its end: how many letters stand before it.
fn letters_before(text: &str) -> BTreeMap<usize, usize> {
    let mut count = 0;
    let mut before = BTreeMap::new();
    for (at, c) in text.char_indices() {
        before.insert(at, count);
        count += usize::from(!c.is_whitespace());
    }
    before.insert(text.len(), count);
    before
}

fn name(article: &Article) -> &str {
    let file = article.path.rsplit('/').next().unwrap();
    file.split('_').next().unwrap()
}

fn covers(gold: &Gold, article: &Article) -> Vec<Vec<usize>> {
    covered(article, &gold.sentences(name(article)))
}

/// For each sentence of `article`, those of `reference` (as letters) with which it shares more than half of the shorter one.
fn covered(article: &Article, reference: &[Range<usize>]) -> Vec<Vec<usize>> {
    let before = letters_before(&article.text);
    let one = |id: SentenceId| {
        let span = article.sentence(id).span().range();
        let (start, end) = (before[&span.start], before[&span.end]);
        let shares = |range: &Range<usize>| {
            let shared = end.min(range.end).saturating_sub(start.max(range.start));
            shared > 0 && 2 * shared > (end - start).min(range.len())
        };
        (0..reference.len()).filter(|at| shares(&reference[*at])).collect()
    };
    article.sentence_ids().map(one).collect()
}

fn pair_of<'a>(comparison: &'a Comparison, one: &str, other: &str) -> &'a PairComparison {
    let names = |pair: &PairComparison| Side::BOTH.map(|side| name(article(&comparison.story, pair, side)));
    comparison.pairs.iter().find(|pair| names(pair) == [one, other]).unwrap()
}

fn article<'a>(story: &'a Story, pair: &PairComparison, side: Side) -> &'a Article {
    &story.articles[pair.alignment.pair.on(side)]
}

/// Links between sentences of the reference: F1 over reused and independent texts apart, and the share of right grades.
fn links(gold: &Gold, comparison: &Comparison) -> Vec<(&'static str, f64)> {
    let (mut reuse, mut independent) = (Tally::default(), Tally::default());
    let (mut right, mut both) = (0, 0);
    for (key, wanted) in gold.whole["links"].as_object().unwrap() {
        let (one, other) = key.split_once('-').unwrap();
        let pair = pair_of(comparison, one, other);
        let [left, right_cover] = Side::BOTH.map(|side| covers(gold, article(&comparison.story, pair, side)));
        let skipped = [one, other].map(|name| -> BTreeSet<usize> {
            let numbers = gold.whole["boilerplate"][name].as_array().into_iter().flatten();
            numbers.map(|number| usize::try_from(number.as_u64().unwrap()).unwrap() - 1).collect()
        });
        let mut got: BTreeMap<(usize, usize), Grade> = BTreeMap::new();
        for link in &pair.alignment.links {
            for (l, r) in link.left.iter().flat_map(|l| link.right.iter().map(move |r| (l, r))) {
                for g in &left[l.index()] {
                    got.extend(right_cover[r.index()].iter().map(|h| ((*g, *h), link.grade)));
                }
            }
        }
        got.retain(|(g, h), _| !skipped[0].contains(g) && !skipped[1].contains(h));
        let wanted: BTreeMap<(usize, usize), &str> = wanted
            .as_array()
            .unwrap()
            .iter()
            .map(|link| {
                let number = |at: usize| usize::try_from(link[at].as_u64().unwrap()).unwrap() - 1;
                ((number(0), number(1)), link[2].as_str().unwrap())
            })
            .collect();
        let shared: Vec<_> = wanted.iter().filter_map(|(at, grade)| Some((*grade, *got.get(at)?))).collect();
        both += shared.len();
        right += shared.iter().filter(|(wanted, got)| *wanted == grade_name(*got)).count();
        let tally = if key.contains("003") { &mut independent } else { &mut reuse };
        tally.add(shared.len(), got.len(), wanted.len());
    }
    vec![
        ("links, reuse, P", reuse.precision()),
        ("links, reuse, R", reuse.recall()),
        ("links, reuse, F1", reuse.f1()),
        ("links, independent, P", independent.precision()),
        ("links, independent, R", independent.recall()),
        ("links, independent, F1", independent.f1()),
        ("grade right", ratio(right, both)),
    ]
}

fn grade_name(grade: Grade) -> &'static str {
    match grade {
        Grade::Same => "same",
        Grade::Reworded => "reworded",
        Grade::Partial => "partial",
    }
}

/// Cues of framing, over all pairs: which marks of the reference one touches, which cues touch a mark, and the kinds.
fn cues(gold: &Gold, comparison: &Comparison) -> Vec<(&'static str, f64)> {
    let found = marked(comparison);
    let mut cues = Cues::default();
    for (article, marks) in gold.whole["framing"].as_object().unwrap() {
        let sentences = gold.sentences(article);
        let wanted: Vec<Mark<'_>> =
            marks.as_array().unwrap().iter().map(|mark| mark_place(gold, article, &sentences, mark)).collect();
        let got = found.iter().find(|(id, _)| name(&comparison.story.articles[**id]) == article);
        cues.add(got.map_or(&BTreeMap::new(), |(_, got)| got), &wanted);
    }
    vec![
        ("cues, precision", cues.precision()),
        ("cues, recall", cues.recall()),
        ("cues, kind right", cues.kind_right()),
    ]
}

/// A place in the letters of an article, and a kind of cue.
type Mark<'a> = ((usize, usize), &'a str);

/// The cues of all pairs, by article: each place once.
fn marked(comparison: &Comparison) -> BTreeMap<ArticleId, BTreeMap<(usize, usize), &'static str>> {
    const NO_CUES: [FindingKind; 4] =
        [FindingKind::Quotation, FindingKind::Figure, FindingKind::Placement, FindingKind::Headline];
    let mut found: BTreeMap<ArticleId, BTreeMap<(usize, usize), &str>> = BTreeMap::new();
    for pair in &comparison.pairs {
        for finding in pair.findings.iter().filter(|finding| !NO_CUES.contains(&finding.kind)) {
            let before = letters_before(&article(&comparison.story, pair, finding.side).text);
            let place = (before[&(finding.span.start as usize)], before[&(finding.span.end as usize)]);
            let id = pair.alignment.pair.on(finding.side);
            found.entry(id).or_default().insert(place, finding.kind.name());
        }
    }
    found
}

/// Cues held against marks.
#[derive(Default)]
struct Cues {
    wanted: usize,
    recalled: usize,
    kind_right: usize,
    got: usize,
    precise: usize,
}

impl Cues {
    fn add(&mut self, got: &BTreeMap<(usize, usize), &str>, wanted: &[Mark<'_>]) {
        let touch = |a: (usize, usize), b: (usize, usize)| a.1.min(b.1) > a.0.max(b.0);
        for (place, kind) in wanted {
            let mut touching = got.iter().filter(|(other, _)| touch(*place, **other)).peekable();
            self.recalled += usize::from(touching.peek().is_some());
            self.kind_right += usize::from(touching.any(|(_, other)| other == kind));
        }
        self.wanted += wanted.len();
        self.got += got.len();
        self.precise += got.keys().filter(|other| wanted.iter().any(|(place, _)| touch(*place, **other))).count();
    }

    fn precision(&self) -> f64 {
        ratio(self.precise, self.got)
    }

    fn recall(&self) -> f64 {
        ratio(self.recalled, self.wanted)
    }

    fn kind_right(&self) -> f64 {
        ratio(self.kind_right, self.recalled)
    }
}

/// Where a mark of the reference stands, in letters of the article, and its kind. Its offsets are characters of its sentence.
fn mark_place<'a>(gold: &Gold, article: &str, sentences: &[Range<usize>], mark: &'a Value) -> Mark<'a> {
    let number = |field: &str| usize::try_from(mark[field].as_u64().unwrap()).unwrap();
    let sentence = number("sentence") - 1;
    let text = gold.whole["sentences"][article][sentence]["text"].as_str().unwrap();
    let before =
        |characters: usize| sentences[sentence].start + letters(&text.chars().take(characters).collect::<String>());
    ((before(number("start")), before(number("end"))), mark["category"].as_str().unwrap())
}

/// Right, given and wanted links.
#[derive(Default)]
struct Tally {
    right: usize,
    given: usize,
    wanted: usize,
}

impl Tally {
    fn add(&mut self, right: usize, given: usize, wanted: usize) {
        self.right += right;
        self.given += given;
        self.wanted += wanted;
    }

    fn precision(&self) -> f64 {
        ratio(self.right, self.given)
    }

    fn recall(&self) -> f64 {
        ratio(self.right, self.wanted)
    }

    fn f1(&self) -> f64 {
        ratio(2 * self.right, self.given + self.wanted)
    }
}

#[allow(clippy::cast_precision_loss)]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
