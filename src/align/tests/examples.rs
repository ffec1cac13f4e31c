//! What the judges of links see of pairs of texts whose links are known, for `tests/fit`, where they are fitted.

use std::{fs, path::Path};

use serde::Serialize;

use super::super::{
    judge::{Candidate, traits},
    pairing::{compared, open},
    passage::{Passages, count, passages},
    same::{NONE, same},
};
use crate::{intake, progress::Progress, story::Article};

/// A pair of texts as the judges see it.
#[derive(Serialize)]
struct Example {
    /// The passages of both.
    sides: [Vec<Passage>; 2],
    /// Those that stand word for word in both.
    same: Vec<(u32, u32)>,
    /// The candidates for links, by left, then right passage.
    candidates: Vec<Candidate>,
    /// By candidate: what the first judge sums.
    traits: Vec<Vec<f32>>,
}

#[derive(Serialize)]
struct Passage {
    /// How many letters of the article, white space not counted, stand before it and up to its end.
    letters: (usize, usize),
    telling: bool,
    whole: u64,
    weight: u32,
    /// What each of its terms weighs.
    weights: Vec<u32>,
}

/// Reads the pairs that `tests/fit/pairs.py` has written and writes for each what `tests/fit/judges.py` reads.
#[test]
#[ignore = "writes what the judges are fitted on: see tests/fit/README.md"]
fn examples() {
    let fit = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fit");
    let written = fit.join("examples");
    fs::create_dir_all(&written).unwrap();
    for folder in fs::read_dir(fit.join("pairs")).unwrap() {
        let folder = folder.unwrap().path();
        let name = format!("{}.json", folder.file_name().unwrap().to_str().unwrap());
        fs::write(written.join(name), serde_json::to_string(&example(&folder)).unwrap()).unwrap();
    }
}

/// The pair of `folder`, opened and compared as the program would.
fn example(folder: &Path) -> Example {
    let story = intake::open(&[folder.join("a.txt"), folder.join("b.txt")]).unwrap();
    let pair = story.pairs().next().unwrap();
    let (one, other) = (&story.articles[pair.left], &story.articles[pair.right]);
    let (left, right, scale, _) = passages(&story, one, other);
    let same = same(&left, &right);
    let (of_left, of_right) = (open(&left, &same.of_left), open(&right, &same.of_right));
    let candidates = compared((&left, &of_left), (&right, &of_right), &same, &scale, &Progress::default());
    Example {
        sides: [side(one, &left), side(other, &right)],
        same: (0..).zip(same.of_left).filter(|(_, r)| *r != NONE).collect(),
        traits: candidates.iter().map(|candidate| traits(&candidate.likeness).to_vec()).collect(),
        candidates,
    }
}

fn side(article: &Article, passages: &Passages) -> Vec<Passage> {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let (mut read, mut before) = (0, 0);
    let passage = |(passage, id)| {
        let span = article.sentence(id).span().range();
        let start = before + letters(&article.text[read..span.start]);
        before = start + letters(&article.text[span.clone()]);
        read = span.end;
        Passage {
            letters: (start, before),
            telling: passages.is_telling(passage),
            whole: passages.whole[passage as usize],
            weight: passages.weight[passage as usize],
            weights: passages.measures(passage).iter().map(|measure| measure.weight()).collect(),
        }
    };
    (0..count(passages.len())).zip(article.sentence_ids()).map(passage).collect()
}
