//! Opens what the reader named.

use std::{fmt::Write as _, fs, path::Path};

use sha2::{Digest, Sha256};

use super::{decode::decode, plain::segment};
use crate::{
    error::{Error, Result},
    story::{Article, Story},
    text::vocabulary::Vocabulary,
};

/// The sample story: five outlets on one event, as in `seeds/`.
const SAMPLE: [(&str, &[u8]); 5] = [
    ("seeds/000_71b19c95f5d42c47.txt", include_bytes!("../../seeds/000_71b19c95f5d42c47.txt")),
    ("seeds/001_1e87d2073f878b74.txt", include_bytes!("../../seeds/001_1e87d2073f878b74.txt")),
    ("seeds/002_5974579d15e24730.txt", include_bytes!("../../seeds/002_5974579d15e24730.txt")),
    ("seeds/003_0b8842c66ca4ffe6.txt", include_bytes!("../../seeds/003_0b8842c66ca4ffe6.txt")),
    ("seeds/004_39bce321e0bbfa00.txt", include_bytes!("../../seeds/004_39bce321e0bbfa00.txt")),
];

/// Opens the articles at `paths`.
///
/// # Errors
/// When a path cannot be read.
pub fn open<P: AsRef<Path>>(paths: &[P]) -> Result<Story> {
    let mut vocabulary = Vocabulary::default();
    let articles = paths.iter().enumerate().map(|(index, path)| {
        let path = path.as_ref();
        let bytes = fs::read(path).map_err(|source| Error::Read { path: path.to_owned(), source })?;
        Ok(article(index, &path.display().to_string(), &bytes, &mut vocabulary))
    });
    let articles = articles.collect::<Result<_>>()?;
    Ok(Story { articles, vocabulary })
}

/// The articles whose bytes are at hand, each with the path it shall go by.
#[must_use]
pub fn from_bytes<P: AsRef<str>, B: AsRef<[u8]>>(given: impl IntoIterator<Item = (P, B)>) -> Story {
    let mut vocabulary = Vocabulary::default();
    let articles = given.into_iter().enumerate();
    let articles =
        articles.map(|(index, (path, bytes))| article(index, path.as_ref(), bytes.as_ref(), &mut vocabulary)).collect();
    Story { articles, vocabulary }
}

/// The bundled sample story.
#[must_use]
pub fn sample() -> Story {
    from_bytes(SAMPLE)
}

fn article(index: usize, path: &str, bytes: &[u8], vocabulary: &mut Vocabulary) -> Article {
    let (text, notes) = decode(bytes);
    let label = char::from_u32(u32::from(b'A') + u32::try_from(index % 26).unwrap_or(0)).unwrap_or('A').to_string();
    let sha256 = Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let mut article =
        Article { label, path: path.to_owned(), sha256, bytes: bytes.len() as u64, notes, text, ..Article::default() };
    segment(&mut article, vocabulary);
    article
}
