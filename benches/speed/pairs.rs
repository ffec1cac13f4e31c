//! Which pairs of articles are measured, and where they come from.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{Options, generate};

/// Two articles of one story, as files.
pub struct Pair {
    /// The part of the bench it belongs to.
    pub part: &'static str,
    /// What the tables call it.
    pub name: String,
    /// The two files.
    pub files: [PathBuf; 2],
}

/// The pairs that exist as files, and what was looked for in vain.
pub struct Known {
    /// The pairs.
    pub pairs: Vec<Pair>,
    /// One sentence for each pair that is not there.
    pub missing: Vec<String>,
}

impl Pair {
    /// Bytes of the larger file.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|file| fs::metadata(file).map_or(0, |data| data.len())).max().unwrap_or(0)
    }
}

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where the long texts are, which are for measuring and no part of the project.
fn long() -> PathBuf {
    project().join("../shared/eval/long")
}

/// A pair of the bundled sample, two editions of a novel, two translations of a book.
pub fn known(options: &Options) -> Known {
    let (mut pairs, mut missing) = (Vec::new(), Vec::new());
    let seeds = project().join("seeds");
    let files = [seeds.join("000_71b19c95f5d42c47.txt"), seeds.join("001_1e87d2073f878b74.txt")];
    pairs.push(Pair { part: "sample", name: "sample pair".to_owned(), files });
    for (part, name, one, other) in [
        ("frankenstein", "Frankenstein, 0.4 MB", "frankenstein_1818.txt", "frankenstein_1831.txt"),
        ("bible", "Bible, 4 MB", "bible_kjv.txt", "bible_web.txt"),
    ] {
        let files = [long().join(one), long().join(other)];
        if options.quick && part == "bible" {
            missing.push(format!("'{name}' is left out by --quick."));
        } else if files.iter().all(|file| file.is_file()) {
            pairs.push(Pair { part, name: name.to_owned(), files });
        } else {
            missing.push(format!("'{name}' is not here ({} is missing).", files[0].display()));
        }
    }
    Known { pairs, missing }
}

/// Pairs of growing size, made afresh and always the same.
pub fn growth(options: &Options, folder: &Path) -> Vec<Pair> {
    let sizes: &[(usize, &str)] = &[
        (10_000, "10 KB"),
        (100_000, "100 KB"),
        (1_000_000, "1 MB"),
        (3_000_000, "3 MB"),
        (10_000_000, "10 MB"),
        (30_000_000, "30 MB"),
    ];
    let prose = generate::Prose::found(&long().join("corpus"), &project().join("seeds"));
    let sizes = sizes.iter().filter(|(size, _)| !options.quick || *size <= 1_000_000);
    sizes
        .map(|(size, name)| {
            let (a, b) = generate::pair(&prose, *size);
            Pair { part: "growth", name: (*name).to_owned(), files: written(folder, name, &a, &b) }
        })
        .collect()
}

/// Texts made to be slow on: no paragraphs, no difference between sentences, no spaces.
pub fn hostile(options: &Options, folder: &Path) -> Vec<Pair> {
    let prose = generate::Prose::found(&long().join("corpus"), &project().join("seeds"));
    let part = if options.quick { 10 } else { 1 };
    let (a, b) = generate::pair(&prose, 5_000_000 / part);
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let equal = |count: usize| "The minister said the talks would go on.\n\n".repeat(count);
    let run = |text: &str| text.chars().filter(|c| !c.is_whitespace()).take(1_000_000 / part).collect::<String>();
    let (c, d) = generate::pair(&prose, 1_000_000 / part);
    let page = |text: &str| generate::page(text, 30_000_000 / part);
    let letters = |c: &str| c.repeat(1_000_000 / part);
    [
        ("one paragraph of 5 MB", one_line(&a), one_line(&b)),
        ("200,000 equal sentences", equal(200_000 / part), equal(199_000 / part)),
        (
            "200,000 equal sentences in one paragraph",
            one_line(&equal(200_000 / part)),
            one_line(&equal(199_000 / part)),
        ),
        (
            "10 MB of shuffled words without a stop",
            generate::shuffled(&prose, 10_000_000 / part, 1),
            generate::shuffled(&prose, 10_000_000 / part, 2),
        ),
        ("a page of 30 MB with an article of 1 MB", page(&c), page(&d)),
        ("1 MB of prose without a space", run(&a), run(&b)),
        ("1 MB of one letter", letters("a"), letters("a") + "b"),
        ("1 MB of full stops", letters("."), letters(". ")),
    ]
    .map(|(name, a, b)| Pair { part: "hostile", name: name.to_owned(), files: written(folder, name, &a, &b) })
    .into()
}

fn written(folder: &Path, name: &str, a: &str, b: &str) -> [PathBuf; 2] {
    let folder = folder.join(name);
    fs::create_dir_all(&folder).unwrap();
    [("a.txt", a), ("b.txt", b)].map(|(file, text)| {
        let path = folder.join(file);
        fs::write(&path, text).unwrap();
        path
    })
}
