//! The walls of the house, held against every file of `src`. A wall that no tool checks melts: inside one crate the compiler
//! lets any module name any other, so this test is what keeps the rooms apart.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice, missing_docs)]

#[path = "house/source.rs"]
mod source;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

/// A room: its floor (a room names only rooms of lower floors), the rooms it may name, the outside crates it may name.
struct Room {
    name: &'static str,
    floor: u8,
    rooms: &'static [&'static str],
    crates: &'static [&'static str],
}

const fn room(name: &'static str, floor: u8, rooms: &'static [&'static str], crates: &'static [&'static str]) -> Room {
    Room { name, floor, rooms, crates }
}

/// The house, ground floor first. Rooms of one floor never meet.
const HOUSE: [Room; 16] = [
    room("error", 0, &[], &["thiserror"]),
    room("progress", 0, &[], &[]),
    room("cores", 0, &[], &[]),
    room("text", 0, &[], &["unicode_bidi", "unicode_normalization", "unicode_segmentation", "unicode_width"]),
    room("story", 1, &["text"], &[]),
    room(
        "intake",
        2,
        &["error", "progress", "cores", "text", "story"],
        &["chardetng", "dom_smoothie", "encoding_rs", "sha2"],
    ),
    room("lexicon", 2, &["error", "text", "story"], &[]),
    room("align", 2, &["cores", "progress", "text", "story"], &[]),
    room("compare", 3, &["cores", "progress", "text", "story", "lexicon", "align"], &["similar"]),
    room("framing", 4, &["cores", "progress", "text", "story", "lexicon", "align", "compare"], &[]),
    room("comparison", 5, &["progress", "text", "story", "lexicon", "align", "compare", "framing"], &[]),
    room("page", 6, &["text", "story", "align", "compare", "framing", "comparison"], &[]),
    room("report", 7, &["text", "story", "align", "compare", "framing", "comparison", "page"], &[]),
    room(
        "tui",
        7,
        &["error", "progress", "text", "story", "lexicon", "align", "compare", "framing", "comparison", "page"],
        &["crossterm", "ratatui", "rustix"],
    ),
    room(
        "cli",
        8,
        &[
            "error",
            "progress",
            "text",
            "story",
            "lexicon",
            "intake",
            "align",
            "compare",
            "comparison",
            "page",
            "report",
            "tui",
        ],
        &["clap", "clap_complete", "clap_mangen", "tempfile"],
    ),
    room("main", 9, &["cli"], &[]),
];

/// Outside crates that are a language of data rather than a tool, and therefore at home in several rooms.
const COMMON: [(&str, &[&str]); 7] = [
    ("serde_json", &["intake", "report"]),
    ("serde", &["text", "story", "lexicon", "align", "compare", "framing", "comparison", "report", "tui", "cli"]),
    ("rustc_hash", &["text", "intake", "lexicon", "align", "compare", "framing", "page", "tui"]),
    ("toml", &["lexicon", "tui", "cli"]),
    ("jiff", &["intake", "compare"]),
    ("regex", &["intake", "tui"]),
    ("signal_hook", &["tui", "cli"]),
];

/// Crates with one file of their own, within their room.
const ONE_FILE: [(&str, &str); 6] = [
    ("unicode_bidi", "src/text/bidi.rs"),
    ("unicode_width", "src/text/width.rs"),
    ("clap", "src/cli/args"),
    ("clap_complete", "src/cli/args"),
    ("clap_mangen", "src/cli/args"),
    ("thiserror", "src/error.rs"),
];

/// The only places that read the environment, and the only rooms that touch files.
const ENVIRONMENT: &str = "src/cli/settings";
const FILES: [&str; 2] = ["intake", "cli"];

/// File names that say nothing about what is inside.
const NAMELESS: [&str; 6] = ["mod.rs", "utils.rs", "util.rs", "common.rs", "helpers.rs", "misc.rs"];

/// Lines of a file, its test module apart, above which a `// long: reason` is asked for.
const LONGEST: usize = 400;

/// A broken wall, as a sentence that names the file.
type Breach = String;

/// Every broken wall in `files`, given as path from the project's root and content.
fn breaches(files: &[(String, String)]) -> Vec<Breach> {
    let mut found = Vec::new();
    let mut doors: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (path, content) in files {
        if let Some(name) = NAMELESS.iter().find(|name| path.ends_with(&format!("/{name}"))) {
            found.push(format!("{path}: a file named '{name}' says nothing about what it holds"));
        }
        if is_test(path) {
            continue;
        }
        let shipped = source::without_tests(&source::bare(content));
        let lines = shipped.trim_end().lines().count();
        if lines > LONGEST && !content.lines().any(|line| line.starts_with("// long: ")) {
            found.push(format!("{path}: {lines} lines, more than {LONGEST}, and no '// long: reason'"));
        }
        for name in ["println", "print", "eprintln", "eprint", "dbg"] {
            if source::calls(&shipped, name) {
                found.push(format!("{path}: prints with {name}!"));
            }
        }
        let module = module(path);
        let Some(own) = own_room(&module) else { continue };
        let Some(room) = HOUSE.iter().find(|room| room.name == own) else {
            found.push(format!("{path}: '{own}' is no room of the house"));
            continue;
        };
        let mut seen = BTreeSet::new();
        for named in source::paths(&shipped, &module) {
            if let Some(breach) = breach(path, room, &named, &mut doors)
                && seen.insert(breach.clone())
            {
                found.push(breach);
            }
        }
    }
    found.extend(circles(&doors));
    found
}

/// The wall that naming `named` breaks in a file of `room`, if any; doors used between rooms are added to `doors`.
fn breach<'a>(
    path: &str,
    room: &'a Room,
    named: &[String],
    doors: &mut BTreeMap<&'a str, BTreeSet<&'a str>>,
) -> Option<Breach> {
    let first = named.first()?.as_str();
    let second = named.get(1).map_or("", String::as_str);
    match (first, second) {
        ("crate" | "parallax", other) => {
            let other = HOUSE.iter().find(|room| room.name == other)?;
            if other.name == room.name {
                return None;
            }
            doors.entry(room.name).or_default().insert(other.name);
            if other.floor > room.floor {
                Some(format!("{path}: {} names {}, which is uphill", room.name, other.name))
            } else if !room.rooms.contains(&other.name) {
                Some(format!("{path}: {} and {} never meet", room.name, other.name))
            } else {
                None
            }
        }
        ("std", "env") | ("env", "var" | "var_os" | "vars" | "vars_os" | "args" | "args_os")
            if !path.starts_with(ENVIRONMENT) && named.last().is_none_or(|last| last != "consts") =>
        {
            Some(format!("{path}: reads the environment, which only {ENVIRONMENT} may"))
        }
        ("std", "fs") | ("fs", "read" | "write" | "File") if !FILES.contains(&room.name) => {
            Some(format!("{path}: touches files, which only {} may", FILES.join(" and ")))
        }
        (outside, _) => {
            if let Some((_, home)) = ONE_FILE.iter().find(|(name, _)| *name == outside)
                && !path.starts_with(home)
            {
                return Some(format!("{path}: names the crate {outside}, which is at home in {home} alone"));
            }
            let home = HOUSE.iter().find(|room| room.crates.contains(&outside)).map(|room| vec![room.name]);
            let home = home.or_else(|| COMMON.iter().find(|(name, _)| *name == outside).map(|(_, home)| home.to_vec()));
            let Some(home) = home else {
                return asked_for().contains(outside).then(|| format!("{path}: the crate {outside} has no home yet"));
            };
            (!home.contains(&room.name))
                .then(|| format!("{path}: names the crate {outside}, which is at home in {}", home.join(", ")))
        }
    }
}

/// The outside crates that the program is built of, as paths name them.
fn asked_for() -> &'static BTreeSet<String> {
    static ASKED_FOR: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let manifest: toml::Table = toml::from_str(include_str!("../Cargo.toml")).unwrap();
        manifest["dependencies"].as_table().unwrap().keys().map(|name| name.replace('-', "_")).collect()
    });
    &ASKED_FOR
}

/// Rooms that reach themselves through their doors.
fn circles(doors: &BTreeMap<&str, BTreeSet<&str>>) -> Vec<Breach> {
    let reach = |from: &str| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(room) = next.pop() {
            for door in doors.get(room).into_iter().flatten() {
                if seen.insert(*door) {
                    next.push(door);
                }
            }
        }
        seen
    };
    doors
        .keys()
        .filter(|room| reach(room).contains(*room))
        .map(|room| format!("{room} reaches itself: a circle of rooms"))
        .collect()
}

fn is_test(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/")
}

/// `src/text/span.rs` → `crate, text, span`.
fn module(path: &str) -> Vec<String> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    let inside = if inside == "lib" { "" } else { inside };
    std::iter::once("crate").chain(inside.split('/').filter(|part| !part.is_empty())).map(str::to_owned).collect()
}

/// The room that a module belongs to; `lib.rs` is the plan and no room.
fn own_room(module: &[String]) -> Option<&str> {
    module.get(1).map(String::as_str)
}

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn the_walls_stand() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let breaches = breaches(&files);
    assert!(files.len() > 30 && breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn the_table_itself_runs_downhill() {
    let floor = |name: &str| HOUSE.iter().find(|room| room.name == name).unwrap().floor;
    for room in &HOUSE {
        for other in room.rooms {
            assert!(floor(other) < room.floor, "the table lets {} name {other}", room.name);
        }
    }
}

#[test]
fn the_drawing_shows_the_same_house() {
    let drawn: Vec<String> =
        include_str!("../ARCHITECTURE.md").lines().filter(|line| line.contains("| `")).map(row_of).collect();
    let list = |names: &[&str]| if names.is_empty() { "\u{2013}".to_owned() } else { names.join(", ") };
    let built: Vec<String> = HOUSE
        .iter()
        .filter(|room| room.name != "main")
        .map(|room| format!("{} {}: {}", room.floor, room.name, list(room.rooms)))
        .collect();
    assert_eq!(drawn, built);
}

/// `| 1 | `story` | plain data | text |` → `1 story: text`.
fn row_of(line: &str) -> String {
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    format!("{} {}: {}", cells[1], cells[2].trim_matches('`'), cells[4])
}

#[test]
fn every_crate_that_is_asked_for_has_one_home() {
    let mut homes: Vec<&str> = HOUSE.iter().flat_map(|room| room.crates).copied().collect();
    homes.extend(COMMON.iter().map(|(name, _)| name));
    homes.sort_unstable();
    assert_eq!(homes, asked_for().iter().collect::<Vec<_>>());
}

#[test]
fn there_is_one_crossterm() {
    let lock = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    assert_eq!(lock.lines().filter(|line| *line == "name = \"crossterm\"").count(), 1);
}

/// What the checker says of one made-up file.
fn said(path: &str, content: &str) -> Vec<Breach> {
    breaches(&[(path.to_owned(), content.to_owned())])
}

#[test]
fn a_broken_wall_is_named() {
    let cases = [
        ("src/text/span.rs", "use crate::story::Article;", "text names story, which is uphill"),
        ("src/text.rs", "fn f() { crate::cli::main(); }", "text names cli, which is uphill"),
        ("src/align/rows.rs", "use super::super::framing::cues;", "align names framing, which is uphill"),
        ("src/tui/view.rs", "use crate::{page::Role, report};", "tui and report never meet"),
        ("src/report/html.rs", "use crate::tui::theme;", "report and tui never meet"),
        ("src/intake/open.rs", "use crate::{error::Error, align::{self, Link}};", "intake and align never meet"),
        ("src/align.rs", "pub use crate::intake::open;", "align and intake never meet"),
        ("src/align/pairing.rs", "use similar::TextDiff;", "the crate similar, which is at home in compare"),
        ("src/page/wrap.rs", "fn f() { ratatui::init(); }", "the crate ratatui, which is at home in tui"),
        ("src/text/wrap.rs", "use unicode_width::UnicodeWidthStr;", "at home in src/text/width.rs alone"),
        ("src/text/dates.rs", "use jiff::civil;", "the crate jiff, which is at home in intake, compare"),
        ("src/cli/run.rs", "use clap::Parser;", "at home in src/cli/args alone"),
        ("src/tui/theme.rs", "fn f() { std::env::var(\"NO_COLOR\"); }", "reads the environment"),
        ("src/cli/run.rs", "use std::{env, fs};", "reads the environment"),
        ("src/page.rs", "use std::{collections::BTreeMap, fs};", "touches files"),
        ("src/report/text.rs", "fn f() { println!(\"x\"); }", "prints with println!"),
        ("src/report/mod.rs", "", "a file named 'mod.rs'"),
        ("src/text/utils.rs", "", "a file named 'utils.rs'"),
        ("src/attic.rs", "", "'attic' is no room of the house"),
    ];
    for (path, content, expected) in cases {
        let said = said(path, content);
        assert!(said.len() == 1 && said[0].contains(expected), "{path} `{content}`: {said:?}");
    }
    let long = "fn f() {}\n".repeat(LONGEST + 1);
    assert!(said("src/text/long.rs", &long)[0].contains("401 lines"));
    assert!(said("src/text/long.rs", &format!("// long: one table\n{long}")).is_empty());
}

#[test]
fn a_circle_is_named() {
    let files = [("src/story.rs", "use crate::align::Link;"), ("src/align.rs", "use crate::story::Story;")]
        .map(|(path, content)| (path.to_owned(), content.to_owned()));
    let said = breaches(&files);
    assert!(said.iter().any(|breach| breach == "align reaches itself: a circle of rooms"), "{said:?}");
}

#[test]
fn what_is_allowed_passes() {
    let cases = [
        ("src/text/span.rs", "use std::ops::Range; use super::width; // use crate::cli;"),
        (
            "src/text/token.rs",
            "/* use crate::cli; */ const S: &str = \"crate::cli::main()\"; use unicode_segmentation::X;",
        ),
        (
            "src/align/rows.rs",
            "use super::alignment::Row;\n#[cfg(test)]\nmod tests { use crate::intake; use proptest::x; }",
        ),
        ("src/align/tests.rs", "use crate::intake;"),
        ("src/cli/settings.rs", "use std::env; fn f() { env::var_os(\"HOME\"); }"),
        ("src/comparison.rs", "const V: &str = env!(\"CARGO_PKG_VERSION\"); fn f<'a>(c: char) -> bool { c == '\"' }"),
        ("src/cli/args/command.rs", "use clap::{Command, builder::styling::Style};"),
        ("src/story.rs", "fn f() -> impl Iterator<Item = u8> + use<> { crate::text::span::all(); }"),
        ("src/page.rs", "use crate::compare::{self as c, Change}; const R: &str = r#\"use crate::tui;\"#;"),
    ];
    for (path, content) in cases {
        assert_eq!(said(path, content), Vec::<Breach>::new(), "{path} `{content}`");
    }
}
