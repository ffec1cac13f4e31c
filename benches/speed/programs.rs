//! parallax and the programs a reader would else reach for, side by side.

use std::path::Path;

use crate::{
    Options,
    pairs::Pair,
    process::{self, Used},
    table::{Table, memory, seconds},
};

const PARALLAX: &str = env!("CARGO_BIN_EXE_parallax");

/// Words and single signs: what a word diff must be told so that punctuation is not part of a word, as it is not for us.
const APART: &str = "--word-diff-regex=[[:alnum:]]+|[^[:space:]]";

const WIKIDIFF2: &str =
    "ini_set('memory_limit', -1); echo wikidiff2_do_diff(file_get_contents($argv[1]), file_get_contents($argv[2]), 2);";

/// The other programs: a name, and the arguments before the two files. The second is the yardstick.
const PEERS: [(&str, &[&str]); 7] = [
    ("git diff --word-diff", &["git", "diff", "--no-index", "--no-color", "--word-diff"]),
    ("the same, punctuation apart", &["git", "diff", "--no-index", "--no-color", "--word-diff", APART]),
    ("wdiff", &["wdiff"]),
    ("dwdiff", &["dwdiff"]),
    ("delta", &["delta", "--paging=never"]),
    ("difft", &["difft"]),
    ("wikidiff2", &["php", "-r", WIKIDIFF2, "--"]),
];
const YARDSTICK: usize = 1;

/// What writes the text report of `pair`.
fn own(pair: &Pair) -> Vec<&str> {
    let [a, b] = pair.files.each_ref().map(|file| file.to_str().unwrap());
    vec![PARALLAX, a, b, "--format", "text"]
}

/// How often each program is run on `pair`: what takes a few milliseconds differs by half from run to run.
fn rounds(options: &Options, pair: &Pair) -> usize {
    match (options.quick, pair.bytes() < 50_000) {
        (true, _) => 3,
        (false, true) => 41,
        (false, false) => 9,
    }
}

/// One line a pair and program: CPU, its ratio to the yardstick, memory.
pub fn table(options: &Options, folder: &Path, title: &str, pairs: &[&Pair]) -> String {
    let mut table =
        Table::new(&["pair", "program", "CPU", "of git's, punctuation apart", "on the clock", "peak memory"]);
    let mut given_up = vec![false; PEERS.len()];
    for pair in pairs {
        let [a, b] = pair.files.each_ref().map(|file| file.to_str().unwrap());
        let here: Vec<usize> = (0..PEERS.len()).filter(|peer| !given_up[*peer]).collect();
        let mut commands = vec![own(pair)];
        commands.extend(here.iter().map(|peer| [PEERS[*peer].1, &[a, b]].concat()));
        let used = process::in_turn(folder, &commands, rounds(options, pair));
        let mut peers: Vec<Option<Used>> = vec![None; PEERS.len()];
        for (peer, used) in here.into_iter().zip(&used[1..]) {
            peers[peer] = *used;
            given_up[peer] = used.is_none();
        }
        let yardstick = peers[YARDSTICK];
        let rows = std::iter::once(("**parallax**", used[0])).chain(PEERS.iter().map(|(name, _)| *name).zip(peers));
        for (name, used) in rows {
            if let Some(used) = used {
                let ratio = yardstick.map_or_else(|| "–".to_owned(), |git| format!("× {:.2}", used.cpu / git.cpu));
                table.row(&[&pair.name, name, &seconds(used.cpu), &ratio, &seconds(used.wall), &memory(used.memory)]);
            } else if name == "**parallax**" {
                table.row(&[&pair.name, name, "failed or over 60 s", "", "", ""]);
            }
        }
    }
    let absent: Vec<&str> =
        PEERS.iter().zip(&given_up).filter(|(_, gone)| **gone).map(|((name, _), _)| *name).collect();
    let mut text = table.markdown(title);
    if !absent.is_empty() {
        text += &format!("Not installed, or over 60 s from some size on: {}.\n\n", absent.join(", "));
    }
    text
}

/// How much more CPU each size needs than the one before, and than the one a tenth of it.
pub fn growth(folder: &Path, pairs: &[Pair]) -> String {
    let mut table = Table::new(&["size", "CPU", "CPU per MB", "of the size a tenth of it"]);
    let used: Vec<(u64, Option<Used>)> =
        pairs.iter().map(|pair| (pair.bytes(), process::run(folder, &own(pair), 5))).collect();
    for (pair, (bytes, this)) in pairs.iter().zip(&used) {
        let Some(this) = this else { continue };
        let tenth = used.iter().find(|(b, _)| (9.0..11.0).contains(&(*bytes as f64 / *b as f64)));
        let ratio =
            tenth.and_then(|(_, used)| *used).map_or("–".to_owned(), |t| format!("× {:.1}", this.cpu / t.cpu));
        table.row(&[&pair.name, &seconds(this.cpu), &seconds(this.cpu / (*bytes as f64 / 1e6)), &ratio]);
    }
    table.markdown("How parallax's cost grows")
}

/// Texts made to be slow on: parallax alone, since the point is that it ends.
pub fn hostile(options: &Options, folder: &Path, pairs: &[Pair]) -> String {
    let mut table = Table::new(&["pair", "CPU", "on the clock", "peak memory"]);
    for pair in pairs {
        match process::run(folder, &own(pair), if options.quick { 1 } else { 3 }) {
            Some(used) => table.row(&[&pair.name, &seconds(used.cpu), &seconds(used.wall), &memory(used.memory)]),
            None => table.row(&[&pair.name, "failed or over 60 s", "", ""]),
        }
    }
    table.markdown("Hostile texts, to a written text report")
}
