//! Keeps what the screen remembers in the reader's state folder, if that can be written, and nowhere else. Nothing of it is worth
//! an error: what cannot be read is put aside, what cannot be written is not remembered.

use std::{fs, io, path::Path};

use super::deliver;
use crate::{
    error::{Error, Result},
    story::PairId,
    tui::Memory,
};

const NAME: &str = "memory.toml";
/// What a file of that name is called that is none of ours.
const BAD: &str = "memory.toml.bad";

/// Bytes beyond which the file is not ours.
const LONGEST: u64 = 1 << 20;

/// What is remembered in `folder`; and when the file there is none of ours, nothing, with a sentence for the reader. That file is then put
/// aside, so that it is not written over.
pub fn read(folder: Option<&Path>) -> (Memory, Option<String>) {
    let nothing = |said| (Memory::default(), said);
    let Some(path) = folder.map(|folder| folder.join(NAME)) else { return nothing(None) };
    let Ok(about) = fs::metadata(&path) else { return nothing(None) };
    if !about.is_file() {
        return nothing(None);
    }
    let text = if about.len() <= LONGEST { fs::read(&path).ok() } else { None };
    let memory = text.and_then(|text| String::from_utf8(text).ok()).and_then(|text| Memory::parse(&text));
    match memory {
        Some(memory) => (memory, None),
        None => nothing(Some(put_aside(&path))),
    }
}

/// Gives the file `path` another name beside it, one that is not taken; says what was done.
fn put_aside(path: &Path) -> String {
    let fault = format!("what was remembered cannot be read ('{}')", path.display());
    let names = (1..100).map(|number| if number == 1 { BAD.to_owned() } else { format!("{BAD}.{number}") });
    let free = names.map(|name| path.with_file_name(name)).find(|aside| fs::symlink_metadata(aside).is_err());
    match free.filter(|aside| fs::rename(path, aside).is_ok()) {
        Some(aside) => {
            let name = aside.file_name().unwrap_or_default().to_string_lossy().into_owned();
            format!("{fault}: it begins anew, and the old file is kept beside it as {name}")
        }
        None => format!("{fault}, nor put aside"),
    }
}

/// Remembers in `folder`, which is made if it is not there, what became of `began` until `memory`. Another window may have remembered
/// something meanwhile: that stays, but for what this one changed.
///
/// # Errors
/// When the folder cannot be made or the file not be written; nothing is remembered then.
pub fn write(folder: Option<&Path>, began: &Memory, memory: &Memory) -> Result<()> {
    let Some(folder) = folder else { return Ok(()) };
    let path = folder.join(NAME);
    fs::create_dir_all(folder).map_err(|source| Error::Write { path: folder.to_owned(), source })?;
    // A pipe would be waited for until somebody reads from it.
    if fs::metadata(&path).is_ok_and(|about| !about.is_file()) {
        let source = io::Error::other("it is no file");
        return Err(Error::Write { path, source });
    }
    let (mut now, unread) = read(Some(folder));
    // What could not be put aside is not written over.
    if unread.is_some() && fs::symlink_metadata(&path).is_ok() {
        return Err(Error::Write { path, source: io::Error::other("what is there cannot be read, nor put aside") });
    }
    now.merge(began, memory);
    let text = now.text();
    deliver::to_file(&path, true, Box::new(|out| out.write_all(text.as_bytes())))
}

/// Puts `pair` before the others, with its base on the left.
pub fn first(pairs: &mut Vec<PairId>, pair: PairId) {
    let same = |other: &PairId| *other == pair || (other.left == pair.right && other.right == pair.left);
    if let Some(at) = pairs.iter().position(same) {
        pairs.remove(at);
        pairs.insert(0, pair);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::tui::search::Query;

    #[test]
    fn two_windows_keep_what_each_changed() {
        let folder = tempfile::tempdir().unwrap();
        let began = read(Some(folder.path())).0;
        let (mut one, mut two) = (began.clone(), began.clone());
        one.theme = Some("light".to_owned());
        one.searches = vec![Query { text: "tram".into(), regex: false }];
        two.habits.clean = true;
        two.searches = vec![Query { text: "harbour".into(), regex: false }];
        write(Some(folder.path()), &began, &one).unwrap();
        write(Some(folder.path()), &began, &two).unwrap();
        let kept = read(Some(folder.path())).0;
        assert_eq!((kept.theme.as_deref(), kept.habits.clean), (Some("light"), true));
        let searches: Vec<&str> = kept.searches.iter().map(|query| query.text.as_str()).collect();
        assert_eq!(searches, ["tram", "harbour"]);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_told_of() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("state");
        fs::write(&file, "").unwrap();
        let memory = Memory::default();
        assert!(matches!(write(Some(&file), &memory, &memory), Err(Error::Write { .. })));
        fs::create_dir(folder.path().join(NAME)).unwrap();
        assert!(matches!(write(Some(folder.path()), &memory, &memory), Err(Error::Write { .. })));
    }

    #[test]
    fn a_file_that_is_none_of_ours_is_kept_beside_the_new_one_and_said_once() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert_eq!(read(Some(folder.path())), (Memory::default(), None));
        for (bytes, aside) in [(&b"theme = ["[..], "memory.toml.bad"), (b"\xff\xfe", "memory.toml.bad.2")] {
            fs::write(at(NAME), bytes).unwrap();
            let (memory, said) = read(Some(folder.path()));
            assert_eq!(memory, Memory::default());
            assert!(said.as_deref().is_some_and(|said| said.ends_with(aside)), "{said:?}");
            assert_eq!(fs::read(at(aside)).unwrap(), bytes);
            write(Some(folder.path()), &memory, &memory).unwrap();
            assert_eq!(read(Some(folder.path())), (memory, None), "it is said once");
        }
    }
}
