//! Which files the reader named, and their bytes.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use super::decode::binary;
use crate::error::{Error, Result, nearest};

/// The most articles that are opened together: more than any story has, and few enough for every pair to be compared.
pub const MOST_ARTICLES: usize = 100;
/// The most bytes of one file, because offsets are 32 bits wide.
const MOST_BYTES: u64 = u32::MAX as u64 - 1;
/// The most bytes of something that has no length, such as a pipe.
const MOST_PIPED: u64 = 1 << 30;
/// Endings of the files of a folder that are taken for articles; files without an ending are, too.
const ENDINGS: [&str; 7] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml"];

/// An article's bytes and the path it goes by.
#[derive(Debug)]
pub(super) struct Input {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
}

/// The bytes of the articles at `paths`, and what was left out of a folder. `-` is standard input; a single folder stands for the
/// articles in it.
pub(super) fn inputs<P: AsRef<Path>>(paths: &[P]) -> Result<(Vec<Input>, Vec<String>)> {
    let paths: Vec<&Path> = paths.iter().map(AsRef::as_ref).collect();
    limit(paths.len())?;
    if paths.iter().filter(|path| is_standard(path)).count() > 1 {
        return Err(Error::Usage {
            message: "'-' is given twice, and standard input can be read once".into(),
            hint: Some("save one of the articles to a file".into()),
        });
    }
    if let [only] = paths.as_slice() {
        if only.is_dir() {
            return folder(only);
        }
        // A wrong name is worth more to the reader than the missing second one.
        if !is_standard(only) {
            about(only)?;
        }
        return Err(Error::Alone { path: only.to_path_buf() });
    }
    let inputs = paths.into_iter().map(|path| {
        let bytes = read(path)?;
        check(path, &bytes)?;
        Ok(Input { path: path.to_owned(), bytes })
    });
    Ok((inputs.collect::<Result<_>>()?, Vec::new()))
}

fn is_standard(path: &Path) -> bool {
    path == OsStr::new("-")
}

fn limit(count: usize) -> Result<()> {
    if count <= MOST_ARTICLES {
        return Ok(());
    }
    Err(Error::Usage {
        message: format!("{count} articles are given, and {MOST_ARTICLES} is the most that one story can hold"),
        hint: Some("name the articles to compare, or put them into a folder of their own".into()),
    })
}

fn folder(folder: &Path) -> Result<(Vec<Input>, Vec<String>)> {
    let failed = |source| Error::Read { path: folder.to_owned(), source };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        names.push(entry.map_err(failed)?.file_name());
    }
    names.sort();
    let hidden = |name: &OsStr| name.as_encoded_bytes().starts_with(b".");
    let files: Vec<PathBuf> =
        names.iter().filter(|name| !hidden(name)).map(|name| folder.join(name)).filter(|path| path.is_file()).collect();
    let (articles, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|path| has_article_ending(path));
    limit(articles.len())?;
    let mut notes: Vec<String> = others
        .iter()
        .map(|path| format!("left out '{}': its ending is not that of an article", path.display()))
        .collect();
    let mut inputs = Vec::new();
    for path in articles {
        match read(&path).and_then(|bytes| check(&path, &bytes).map(|()| bytes)) {
            Ok(bytes) if is_report(&bytes) => {
                notes.push(format!("left out '{}': it is a report of this program", path.display()));
            }
            Ok(bytes) => inputs.push(Input { path, bytes }),
            Err(Error::Binary { found, .. }) => notes.push(format!("left out '{}': {found}", path.display())),
            Err(Error::Empty { .. }) => notes.push(format!("left out '{}': it is empty", path.display())),
            Err(error) => return Err(error),
        }
    }
    if inputs.len() < 2 {
        return Err(Error::Folder { path: folder.to_owned(), found: inputs.len() });
    }
    Ok((inputs, notes))
}

/// Bytes of a file in which a report says what it is.
const HEAD: usize = 2048;

/// Whether `bytes` are a report that this program wrote, as text or as HTML: one that is written beside the articles is none of them.
fn is_report(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let text = String::from_utf8_lossy(head);
    let mut lines = text.lines();
    let version = lines.next().and_then(|line| line.strip_prefix("parallax ")).unwrap_or_default();
    let is_version =
        version.split('.').count() == 3 && version.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let is_text = is_version && lines.next() == Some("") && lines.next() == Some("Articles");
    is_text || text.contains("<meta name=\"generator\" content=\"parallax ")
}

fn has_article_ending(path: &Path) -> bool {
    path.extension().is_none_or(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    let failed = |source| Error::Read { path: path.to_owned(), source };
    let mut bytes = Vec::new();
    if is_standard(path) {
        io::stdin().lock().take(MOST_PIPED + 1).read_to_end(&mut bytes).map_err(failed)?;
        return fits(path, bytes, MOST_PIPED);
    }
    let about = about(path)?;
    let most = if about.is_file() { MOST_BYTES } else { MOST_PIPED };
    if about.len() > most {
        return Err(Error::TooLarge { path: path.to_owned(), bytes: about.len(), limit: most });
    }
    let file = File::open(path).map_err(failed)?;
    bytes.reserve(usize::try_from(about.len()).unwrap_or(0));
    file.take(most + 1).read_to_end(&mut bytes).map_err(failed)?;
    fits(path, bytes, most)
}

fn fits(path: &Path, bytes: Vec<u8>, limit: u64) -> Result<Vec<u8>> {
    let length = bytes.len() as u64;
    if length > limit { Err(Error::TooLarge { path: path.to_owned(), bytes: length, limit }) } else { Ok(bytes) }
}

/// What the system knows of the file at `path`, which must be no folder.
fn about(path: &Path) -> Result<fs::Metadata> {
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => Err(Error::Usage {
            message: format!("'{}' is a folder among the articles", path.display()),
            hint: Some("give the folder alone to open every article in it, or name the files".into()),
        }),
        Ok(about) => Ok(about),
        Err(source) if source.kind() == io::ErrorKind::NotFound => {
            Err(Error::Missing { path: path.to_owned(), near: near(path) })
        }
        Err(source) => Err(Error::Read { path: path.to_owned(), source }),
    }
}

/// The name beside `path` that its own is likely a slip of.
fn near(path: &Path) -> Option<String> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let entries = fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
    let mut names: Vec<String> =
        entries.flatten().take(10_000).map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    let name = nearest(&path.file_name()?.to_string_lossy(), names.iter().map(String::as_str))?.to_owned();
    Some(folder.map_or(name.clone(), |folder| folder.join(name).display().to_string()))
}

/// Refuses what holds no text.
fn check(path: &Path, bytes: &[u8]) -> Result<()> {
    if bytes.is_empty() {
        return Err(Error::Empty { path: path.to_owned() });
    }
    match binary(bytes) {
        Some(found) => Err(Error::Binary { path: path.to_owned(), found: found.to_owned() }),
        None => Ok(()),
    }
}
