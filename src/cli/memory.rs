//! Keeps what the screen remembers in the reader's state folder, if that can be written, and nowhere else. Nothing of it is worth
//! an error: what cannot be read is put aside, what cannot be written is not remembered.

use std::{fs, path::Path};

use super::deliver;
use crate::{story::PairId, tui::Memory};

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

/// Remembers `memory` in `folder`, which is made if it is not there.
pub fn write(folder: Option<&Path>, memory: &Memory) {
    // What could not be put aside is not written over.
    if let Some(folder) = folder
        && fs::create_dir_all(folder).is_ok()
        && read(Some(folder)).1.is_none()
    {
        let text = memory.text();
        let _ = deliver::to_file(&folder.join(NAME), true, Box::new(|out| out.write_all(text.as_bytes())));
    }
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
            write(Some(folder.path()), &memory);
            assert_eq!(read(Some(folder.path())), (memory, None), "it is said once");
        }
    }
}
