//! The one error type of the edges. It names the thing, quotes the value and gives a hint; it never comes out of
//! the middle of the house (`text`, `align`, `compare`, `framing`, `page`), which cannot fail.

use std::{io, path::PathBuf};

/// What can go wrong at the edges: reading, settings, terminal, writing.
///
/// Messages are shown to a person after `parallax: `. A value that came from outside is quoted in single quotes and made
/// safe for the terminal by whoever prints it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file or folder could not be read.
    #[error("cannot read '{}': {}", path.display(), plain(source))]
    Read {
        /// What was to be read.
        path: PathBuf,
        /// Why not, in the system's words.
        source: io::Error,
    },
    /// There is no such file or folder.
    #[error("there is no file '{}'", path.display())]
    Missing {
        /// What was to be read.
        path: PathBuf,
        /// A name in the same folder that the reader may have meant.
        near: Option<String>,
    },
    /// A folder holds fewer than two articles.
    #[error("the folder '{}' holds {}, and a story needs two", path.display(), counted(*found, "article"))]
    Folder {
        /// The folder.
        path: PathBuf,
        /// How many articles it holds.
        found: usize,
    },
    /// Only one article was given.
    #[error("'{}' is one article, and a story needs two", path.display())]
    Alone {
        /// The article.
        path: PathBuf,
    },
    /// A file holds no text.
    #[error("'{}' is empty", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// A file holds white space only, or a page without an article.
    #[error("'{}' holds no words", path.display())]
    Blank {
        /// The file.
        path: PathBuf,
    },
    /// A file does not hold text.
    #[error("'{}' is not text: {found}", path.display())]
    Binary {
        /// The file.
        path: PathBuf,
        /// What it holds instead: "an image (PNG)", "NUL bytes".
        found: String,
    },
    /// A file is larger than offsets can say.
    #[error("'{}' is too large: {bytes} bytes, and {limit} is the most", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        bytes: u64,
        /// The most that is read, in bytes.
        limit: u64,
    },
    /// The arguments make no sense.
    #[error("{message}")]
    Usage {
        /// What is wrong, with the value.
        message: String,
        /// What to write instead.
        hint: Option<String>,
    },
    /// `--pair` names no pair.
    #[error("--pair '{value}': {reason}")]
    Pair {
        /// What was given.
        value: String,
        /// What is wrong with it.
        reason: String,
        /// The articles there are, as the reader may name them.
        candidates: Vec<String>,
    },
    /// A word list of the reader's own that cannot be read.
    #[error("word list '{list}'{}: {what}", if *line > 0 { format!(", line {line}") } else { String::new() })]
    WordList {
        /// Language and list: `en/loaded`.
        list: String,
        /// The line, counted from 1; 0 when it is about the list as a whole.
        line: usize,
        /// What is wrong, quoting the line.
        what: String,
    },
    /// A file of the reader's own settings, keys or colours says something that cannot be.
    #[error("'{}', line {line}: {problem}", path.display())]
    Settings {
        /// The file.
        path: PathBuf,
        /// Where in it, counted from 1.
        line: usize,
        /// What is wrong there, naming the thing.
        problem: String,
    },
    /// The terminal cannot be used.
    #[error("the terminal cannot be used: {}", plain(source))]
    Terminal {
        /// Why not, in the system's words.
        source: io::Error,
    },
    /// A file could not be written; what stood there before is whole.
    #[error("cannot write '{}': {}", path.display(), plain(source))]
    Write {
        /// What was to be written.
        path: PathBuf,
        /// Why not, in the system's words.
        source: io::Error,
    },
    /// A file stands where one was to be written, and nobody said that it may be replaced.
    #[error("'{}' is there already", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
}

/// The result of anything at the edges.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// What the reader may try next, as one sentence without a stop, or none where the message says it all.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Read { source, .. } => match source.kind() {
                io::ErrorKind::PermissionDenied => {
                    Some("ask for the right to read it, or copy it to where you may".into())
                }
                _ => None,
            },
            Self::Missing { near, .. } => Some(near.as_ref().map_or_else(
                || "check the path; 'parallax' alone opens the sample story".into(),
                |near| format!("did you mean '{near}'?"),
            )),
            Self::Folder { .. } | Self::Alone { .. } => {
                Some("name a second article, as in 'parallax A B', or a folder that holds several".into())
            }
            Self::Empty { .. } | Self::Blank { .. } => Some("give a file that holds the text of an article".into()),
            Self::Binary { .. } => Some("save the article as plain text or HTML first".into()),
            Self::TooLarge { .. } => Some("split it into parts".into()),
            Self::Usage { hint, .. } => hint.clone(),
            Self::Settings { .. } => Some("correct the file, or move it away to go on without it".into()),
            Self::WordList { .. } => Some(
                "a list has one entry a line under groups such as '[partisan 2 noun]'; '-word' takes an entry out"
                    .into(),
            ),
            Self::Pair { candidates, .. } if candidates.is_empty() => {
                Some("give two numbers, as in '--pair 1,3', or two parts of file names".into())
            }
            Self::Pair { candidates, .. } => Some(format!("the articles are {}", candidates.join(", "))),
            Self::Terminal { .. } => Some("add --format text to print the report instead".into()),
            Self::Write { path, source } => match source.kind() {
                io::ErrorKind::NotFound => Some("make the folder first, or choose another".into()),
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
                    Some("choose a folder that you may write to".into())
                }
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Some(
                    // Of what is no file, nobody knows where it ends, and what was written so far is written.
                    if path.as_os_str() == "standard output" {
                        "free some space where it goes, or write to another place with --output FILE"
                    } else if path.starts_with("/dev") {
                        "it takes no more; choose a file"
                    } else {
                        "free some space, or choose another disk; what stood there before is untouched"
                    }
                    .into(),
                ),
                io::ErrorKind::IsADirectory => Some("that is a folder; add a file name".into()),
                _ => None,
            },
            Self::Exists { .. } => Some("choose another name, or confirm that it may be replaced".into()),
        }
    }

    /// The exit status: 2, trouble.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        2
    }
}

/// The nearest of `candidates` to `word`, if one is near enough to be a slip of the finger: at most a third of its letters
/// inserted, deleted, replaced or exchanged with their neighbour (optimal string alignment distance). The first of equals.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = |word: &str| -> Vec<char> { word.chars().flat_map(char::to_lowercase).take(256).collect() };
    let word = letters(word);
    candidates
        .into_iter()
        .map(|candidate| {
            let other = letters(candidate);
            (distance(&word, &other), other.len(), candidate)
        })
        .filter(|(distance, length, _)| *distance * 3 <= word.len().max(*length))
        .min_by_key(|(distance, ..)| *distance)
        .map(|(.., candidate)| candidate)
}

fn distance(a: &[char], b: &[char]) -> usize {
    let mut rows = [vec![0; b.len() + 1], (0..=b.len()).collect(), vec![0; b.len() + 1]];
    for i in 1..=a.len() {
        let [before, last, row] = &mut rows;
        row[0] = i;
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            row[j] = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        rows.rotate_left(1);
    }
    rows[1][b.len()]
}

/// The system's words without its number: "No such file or directory" instead of "No such file or directory (os error 2)".
fn plain(error: &io::Error) -> String {
    let text = error.to_string();
    match text.find(" (os error") {
        Some(at) => text.get(..at).unwrap_or(&text).to_lowercase(),
        // Where the system's own words were lost on the way, the library's are no help to a reader.
        None if error.kind() == io::ErrorKind::NotFound => "no such file or directory".to_owned(),
        None => text,
    }
}

fn counted(count: usize, thing: &str) -> String {
    match count {
        0 => format!("no {thing}"),
        1 => format!("one {thing}"),
        _ => format!("{count} {thing}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_names_the_thing_and_quotes_the_value() {
        let error = Error::Folder { path: "news".into(), found: 1 };
        assert_eq!(error.to_string(), "the folder 'news' holds one article, and a story needs two");
        let error = Error::Read { path: "a.txt".into(), source: io::Error::from_raw_os_error(13) };
        assert_eq!(error.to_string(), "cannot read 'a.txt': permission denied");
        let error = Error::Settings { path: "k.toml".into(), line: 3, problem: "no key".into() };
        assert_eq!(error.to_string(), "'k.toml', line 3: no key");
    }

    #[test]
    fn the_hint_suits_what_could_not_be_written() {
        let hint = |path: &str| {
            let source = io::Error::from(io::ErrorKind::StorageFull);
            Error::Write { path: path.into(), source }.hint().unwrap_or_default()
        };
        assert!(hint("r.html").contains("what stood there before is untouched"));
        assert_eq!(hint("/dev/full"), "it takes no more; choose a file");
        assert!(hint("standard output").ends_with("--output FILE"));
    }

    #[test]
    fn the_nearest_name_is_a_slip_of_the_finger_away() {
        assert_eq!(nearest("seds", ["src", "seeds", "tests"]), Some("seeds"));
        assert_eq!(nearest("Seeds", ["seeds"]), Some("seeds"));
        assert_eq!(nearest("widht", ["layout", "width"]), Some("width"));
        assert_eq!(nearest("photo.png", ["seeds", "tests"]), None);
        assert_eq!(nearest("", ["seeds"]), None);
    }
}
