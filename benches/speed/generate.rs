//! Pairs of any size with known changes, always the same for the same size: 5 % of words replaced, 3 % of sentences dropped,
//! 3 % new, 5 % of paragraphs moved, quotation marks curled.
//!
//! The text is prose of the long texts in `../shared` while it lasts, and after that (or without them) paragraphs invented from
//! the words at hand, as frequent as they are in their source. Invented words (the beginning of one, the end of another) keep
//! the vocabulary growing with the text, as Heaps' law says it does in real prose; without them a long text would repeat itself.

use std::{fs, path::Path};

/// Sentences to take text from.
pub struct Prose {
    /// Paragraphs in reading order, each a list of sentences.
    paragraphs: Vec<Vec<String>>,
    /// Their words in reading order, so that a random one is as frequent as in the source.
    words: Vec<String>,
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).unwrap()
    }

    fn percent(&mut self, p: usize) -> bool {
        self.below(100) < p
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

impl Prose {
    /// The prose of the novels in `corpus`, or where there are none the sample articles in `seeds`.
    pub fn found(corpus: &Path, seeds: &Path) -> Self {
        let mut files: Vec<_> = [corpus, seeds]
            .iter()
            .map(|folder| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect())
            .find(|files: &Vec<_>| !files.is_empty())
            .unwrap_or_default();
        files.sort();
        let mut paragraphs = Vec::new();
        for file in files {
            let text = String::from_utf8_lossy(&fs::read(file).unwrap()).replace("\r\n", "\n");
            let blocks = if text.contains("\n\n") { text.split("\n\n") } else { text.split("\n") };
            for block in blocks {
                let block = block.split_whitespace().collect::<Vec<_>>().join(" ");
                if block.len() >= 40 && block.ends_with(['.', '!', '?', '"', '\'', '\u{201d}']) {
                    paragraphs.push(sentences(&block));
                }
            }
        }
        let words = paragraphs.iter().flatten().flat_map(|s| s.split_whitespace().map(str::to_owned)).collect();
        Self { paragraphs, words }
    }

    fn word(&self, random: &mut Random) -> String {
        let word = random.pick(&self.words);
        if !random.percent(8) {
            return word.clone();
        }
        let letters = |word: &str| word.chars().filter(|c| c.is_alphabetic()).collect::<Vec<_>>();
        let (one, other) = (letters(word), letters(random.pick(&self.words).as_str()));
        one[..one.len().div_ceil(2)].iter().chain(&other[other.len() / 2..]).flat_map(|c| c.to_lowercase()).collect()
    }

    fn sentence(&self, random: &mut Random) -> String {
        let words: Vec<String> = (0..6 + random.below(24)).map(|_| self.word(random)).collect();
        let text = words.join(" ");
        let text = text.trim_matches(|c: char| !c.is_alphabetic());
        text.chars().take(1).flat_map(char::to_uppercase).chain(text.chars().skip(1)).chain(['.']).collect()
    }
}

/// Cuts roughly, as the pair only has to look like prose.
fn sentences(block: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    for word in block.split(' ') {
        let last = out.last_mut().unwrap();
        if !last.is_empty() {
            last.push(' ');
        }
        last.push_str(word);
        if word.len() > 3 && word.ends_with(['.', '!', '?']) {
            out.push(String::new());
        }
    }
    out.retain(|s| !s.is_empty());
    out
}

/// About `size` bytes of words as frequent as in `prose`, in no order and without a stop; another order for each `seed`.
pub fn shuffled(prose: &Prose, size: usize, seed: u64) -> String {
    let (mut random, mut text) = (Random(seed), String::with_capacity(size + 32));
    while text.len() < size {
        text += random.pick(&prose.words).trim_matches(|c: char| !c.is_alphanumeric());
        text.push(' ');
    }
    text
}

/// A page of about `size` bytes that tells `text`: the rest is scripts, links and a picture written as text.
pub fn page(text: &str, size: usize) -> String {
    let told: String = text.split("\n\n").map(|paragraph| format!("<p class=\"body\">{paragraph}</p>\n")).collect();
    let rest = size.saturating_sub(told.len()) / 2;
    let script = "window.data.push({\"id\": 1, \"html\": \"<p>no</p>\"});\n".repeat(rest / 50);
    let picture = "iVBORw0KGgo".repeat(rest / 11);
    format!(
        "<!DOCTYPE html><html><head><title>A large page</title><script>{script}</script></head><body><nav><a href=\"/\">Home</a></nav>\
         <article><h1>A large page</h1><img alt=\"\" src=\"data:image/png;base64,{picture}\">{told}</article></body></html>"
    )
}

/// Two texts of about `size` bytes each.
pub fn pair(prose: &Prose, size: usize) -> (String, String) {
    let mut random = Random(20_190_305);
    let (mut a, mut bytes) = (Vec::new(), 0);
    let mut source = prose.paragraphs.iter();
    while bytes < size {
        let paragraph = source
            .next()
            .cloned()
            .unwrap_or_else(|| (0..2 + random.below(5)).map(|_| prose.sentence(&mut random)).collect());
        bytes += paragraph.iter().map(|s| s.len() + 1).sum::<usize>() + 1;
        a.push(paragraph);
    }
    let mut b: Vec<String> = a.iter().map(|paragraph| changed(prose, paragraph, &mut random)).collect();
    b.retain(|paragraph| !paragraph.is_empty());
    for paragraph in taken_out(&mut b, &mut random) {
        let at = random.below(b.len() + 1);
        b.insert(at, paragraph);
    }
    let a: Vec<String> = a.iter().map(|paragraph| paragraph.join(" ")).collect();
    (a.join("\n\n") + "\n", b.join("\n\n") + "\n")
}

fn changed(prose: &Prose, paragraph: &[String], random: &mut Random) -> String {
    let mut out = Vec::new();
    for sentence in paragraph {
        if random.percent(3) {
            continue;
        }
        let words = sentence
            .split(' ')
            .map(|word| if random.percent(5) { prose.word(random) } else { word.replace('\'', "\u{2019}") });
        out.push(words.collect::<Vec<_>>().join(" "));
        if random.percent(3) {
            out.push(prose.sentence(random));
        }
    }
    out.join(" ")
}

/// Every twentieth paragraph or so, to be put elsewhere.
fn taken_out(paragraphs: &mut Vec<String>, random: &mut Random) -> Vec<String> {
    let (mut kept, mut out) = (Vec::new(), Vec::new());
    for paragraph in paragraphs.drain(..) {
        if random.percent(5) { out.push(paragraph) } else { kept.push(paragraph) }
    }
    *paragraphs = kept;
    out
}
