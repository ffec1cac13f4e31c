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
    #[error("cannot read '{}': {source}", path.display())]
    Read {
        /// What was to be read.
        path: PathBuf,
        /// Why not, in the system's words.
        source: io::Error,
    },
    /// A file could not be written; what stood there before is whole.
    #[error("cannot write '{}': {source}", path.display())]
    Write {
        /// What was to be written.
        path: PathBuf,
        /// Why not, in the system's words.
        source: io::Error,
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
    /// A file of the reader's own keys or colours says something that cannot be.
    #[error("'{}', line {line}: {problem}", path.display())]
    Settings {
        /// The file.
        path: PathBuf,
        /// Where in it, counted from 1.
        line: usize,
        /// What is wrong there, naming the thing.
        problem: String,
    },
}

/// The result of anything at the edges.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// What the reader may try next, as one sentence without a stop, or none where the message says it all.
    #[must_use]
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Read { .. } | Self::Write { .. } => None,
            Self::Settings { .. } => Some("correct the file, or move it away to go on without it".to_owned()),
            Self::WordList { .. } => Some(
                "a list has one entry a line under groups such as '[partisan 2 noun]'; '-word' takes an entry out"
                    .to_owned(),
            ),
        }
    }

    /// The exit status: 2, trouble.
    #[must_use]
    pub fn exit_code(&self) -> u8 {
        2
    }
}
