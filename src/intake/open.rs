//! Opens what the reader named: bytes to articles, on both cores where that pays.

use std::{
    collections::HashMap,
    fmt::Write as _,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::{
    decode::decode,
    html::{self, Page},
    input::{Input, inputs},
    role::Said,
    segment::segment,
};
use crate::{
    cores,
    error::{Error, Result},
    progress::{Progress, Stage},
    story::{Article, Story},
    text::{token::Token, vocabulary::Vocabulary},
};

/// The sample story: five outlets on one event, as in `seeds/`.
const SAMPLE: [(&str, &[u8]); 5] = [
    ("seeds/000_71b19c95f5d42c47.txt", include_bytes!("../../seeds/000_71b19c95f5d42c47.txt")),
    ("seeds/001_1e87d2073f878b74.txt", include_bytes!("../../seeds/001_1e87d2073f878b74.txt")),
    ("seeds/002_5974579d15e24730.txt", include_bytes!("../../seeds/002_5974579d15e24730.txt")),
    ("seeds/003_0b8842c66ca4ffe6.txt", include_bytes!("../../seeds/003_0b8842c66ca4ffe6.txt")),
    ("seeds/004_39bce321e0bbfa00.txt", include_bytes!("../../seeds/004_39bce321e0bbfa00.txt")),
];

/// Opens the articles at `paths`. `-` is standard input; a single folder stands for every article in it, by name. The result is the
/// same however many cores there are.
///
/// # Errors
/// When there are fewer than two articles or more than [`super::MOST_ARTICLES`], or when one of them is missing, unreadable, empty, no text, or larger
/// than 4 GiB.
pub fn open<P: AsRef<Path>>(paths: &[P]) -> Result<Story> {
    open_watched(paths, &Progress::default())
}

/// As [`open`], while somebody waits for it. Stopped, it ends soon, and what it gives is to be thrown away.
///
/// # Errors
/// As [`open`].
pub fn open_watched<P: AsRef<Path>>(paths: &[P], progress: &Progress) -> Result<Story> {
    progress.enter(Stage::Reading);
    let (inputs, notes) = inputs(paths)?;
    let paths: Vec<PathBuf> = inputs.iter().map(|input| input.path.clone()).collect();
    let story = Story { notes, ..story(inputs, progress) };
    if progress.is_stopped() {
        return Ok(story);
    }
    for ((_, article), path) in story.articles.iter().zip(paths) {
        if article.sentences.is_empty() {
            return Err(Error::Blank { path });
        }
    }
    Ok(story)
}

/// The articles whose bytes are at hand, each with the path it shall go by.
#[must_use]
pub fn from_bytes<P: AsRef<str>, B: AsRef<[u8]>>(given: impl IntoIterator<Item = (P, B)>) -> Story {
    let input = |(path, bytes): (P, B)| Input { path: path.as_ref().into(), bytes: bytes.as_ref().to_vec() };
    story(given.into_iter().map(input).collect(), &Progress::default())
}

/// The bundled sample story.
#[must_use]
pub fn sample() -> Story {
    from_bytes(SAMPLE)
}

fn story(inputs: Vec<Input>, progress: &Progress) -> Story {
    let mut vocabulary = Vocabulary::default();
    let mut seen: HashMap<String, String> = HashMap::new();
    let articles = read(inputs, progress).into_iter().enumerate().map(|(index, (mut article, words))| {
        article.label = label(index);
        renumber(&mut article.tokens, words, &mut vocabulary);
        match seen.get(&article.sha256) {
            Some(first) => article.notes.push(format!("the same bytes as article {first}")),
            None => drop(seen.insert(article.sha256.clone(), article.label.clone())),
        }
        article
    });
    let articles = articles.collect();
    Story { articles, vocabulary, notes: Vec::new() }
}

/// Every input as an article with a vocabulary of its own, in the order given.
fn read(inputs: Vec<Input>, progress: &Progress) -> Vec<(Article, Vocabulary)> {
    // What takes long is to find sentences and words: that is counted, in bytes.
    let bytes = inputs.iter().map(|input| input.bytes.len()).sum();
    progress.begin(bytes);
    cores::each(inputs, bytes >= cores::WORTH, || !progress.is_stopped(), |input| article(input, progress))
}

/// Gives tokens that are numbered by the vocabulary `words` the numbers of `vocabulary`, which takes the words in.
/// Articles taken in one after the other get the same numbers as if they had shared one vocabulary from the start.
fn renumber(tokens: &mut [Token], words: Vocabulary, vocabulary: &mut Vocabulary) {
    if vocabulary.is_empty() {
        *vocabulary = words;
        return;
    }
    let ids: Vec<_> = words.iter().map(|(_, form)| vocabulary.intern(form)).collect();
    for token in tokens {
        if let Some(id) = ids.get(token.word.index()) {
            token.word = *id;
        }
    }
}

/// `A`, `B`, … `Z`, `AA`, `AB`, …
fn label(index: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    match index / 26 {
        0 => letter.to_string(),
        before => format!("{}{letter}", label(before - 1)),
    }
}

/// The SHA-256 of `bytes`, in hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn article(input: Input, progress: &Progress) -> (Article, Vocabulary) {
    let sha256 = sha256(&input.bytes);
    let bytes = input.bytes.len() as u64;
    let (decoded, notes) = decode(input.bytes);
    let path = input.path.display().to_string();
    let file = (path != "-").then(|| input.path.clone());
    let mut article = Article { path, file, sha256, bytes, notes, ..Article::default() };
    let said = if html::is_html(&input.path, &decoded) {
        let page = html::article(&decoded);
        article.notes.push(page.note(decoded.len()));
        let Page { text, title, byline, date, source, roles, .. } = page;
        let said = Said { titled: title.is_some(), roles };
        article = Article { text, title, byline, date, source, ..article };
        said
    } else {
        article.text = decoded;
        Said::default()
    };
    let mut vocabulary = Vocabulary::default();
    segment(&mut article, &said, &mut vocabulary, progress);
    (article, vocabulary)
}

#[cfg(test)]
mod tests;
