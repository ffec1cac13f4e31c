//! Keeps what the screen remembers in the reader's state folder, if that can be written, and nowhere else. Nothing of it is worth
//! an error: what cannot be read is forgotten, what cannot be written is not remembered.

use std::{fs, path::Path};

use super::deliver;
use crate::{story::PairId, tui::Memory};

const NAME: &str = "memory.toml";

/// Bytes beyond which the file is not ours.
const LONGEST: u64 = 1 << 20;

/// What is remembered in `folder`.
pub fn read(folder: Option<&Path>) -> Memory {
    let path = folder.map(|folder| folder.join(NAME));
    let fits = path.filter(|path| fs::metadata(path).is_ok_and(|file| file.is_file() && file.len() <= LONGEST));
    fits.and_then(|path| fs::read_to_string(path).ok()).map_or_else(Memory::default, |text| Memory::parse(&text))
}

/// Remembers `memory` in `folder`, which is made if it is not there.
pub fn write(folder: Option<&Path>, memory: &Memory) {
    if let Some(folder) = folder
        && fs::create_dir_all(folder).is_ok()
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
