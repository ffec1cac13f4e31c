//! Whether a file changed since it was read, without reading it again.

use std::{fs, path::Path, time::SystemTime};

/// What is cheap to know of a file: when it was changed and how long it is. Two prints that differ mean another file; equal ones
/// mean the same file unless somebody took pains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    changed: Option<SystemTime>,
    bytes: u64,
}

impl Fingerprint {
    /// The print of the file at `path`; none for standard input and when there is no such file.
    #[must_use]
    pub fn of(path: &Path) -> Option<Self> {
        let about = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(Self { changed: about.modified().ok(), bytes: about.len() })
    }
}
