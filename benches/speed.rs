//! How fast parallax is, and how its cost grows: `cargo bench`, or `cargo bench -- --quick`, or with the names of the parts
//! wanted: `stages`, `sample`, `frankenstein`, `bible`, `growth`, `hostile`, `screen`.
//!
//! Every figure is a median of several runs. CPU is user and system time of the whole process as the kernel counts it, memory
//! the peak of what was resident. Ratios are taken within one run of this program, because machines differ from hour to hour;
//! the other programs are measured only where they are installed. Written as Markdown to standard output, and with `--save`
//! also to `benches/RESULTS.md`.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on shall stop and say where")]

#[path = "speed/generate.rs"]
mod generate;
#[path = "speed/pairs.rs"]
mod pairs;
#[path = "speed/process.rs"]
mod process;
#[path = "speed/programs.rs"]
mod programs;
#[path = "speed/screen.rs"]
mod screen;
#[path = "speed/stages.rs"]
mod stages;
#[path = "speed/table.rs"]
mod table;

use std::{fs, io::Write as _, path::Path};

use pairs::Pair;

/// The parts that can be asked for by name.
const PARTS: [&str; 7] = ["stages", "sample", "frankenstein", "bible", "growth", "hostile", "screen"];

/// What was asked for on the command line.
pub struct Options {
    /// Few runs, nothing above 1 MB.
    pub quick: bool,
    parts: Vec<String>,
}

impl Options {
    fn wants(&self, part: &str) -> bool {
        self.parts.is_empty() || self.parts.iter().any(|wanted| wanted == part)
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Some(command) = arguments.strip_prefix(&["--measure".to_owned()]) {
        return process::measure_and_tell(command);
    }
    let names: Vec<String> = arguments.iter().filter(|a| !a.starts_with("--")).cloned().collect();
    if let Some(unknown) = names.iter().find(|name| !PARTS.contains(&name.as_str())) {
        let _ = writeln!(std::io::stderr(), "no part is called '{unknown}'; there are: {}", PARTS.join(", "));
        std::process::exit(2);
    }
    let options = Options { quick: arguments.iter().any(|a| a == "--quick"), parts: names };
    let folder = tempfile::tempdir().unwrap();
    let report = report(&options, folder.path());
    if arguments.iter().any(|a| a == "--save") {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/RESULTS.md"), report).unwrap();
    }
}

/// Measures what was asked for, tells each table as soon as it is there, and returns all of them.
fn report(options: &Options, folder: &Path) -> String {
    let mut told = String::new();
    let mut tell = |text: String| {
        let _ = write!(std::io::stdout(), "{text}");
        told.push_str(&text);
    };
    tell(format!("Measured by `cargo bench`, {}.\n\n", machine()));
    let known = pairs::known(options);
    for missing in &known.missing {
        tell(format!("Skipped: {missing}\n\n"));
    }
    let asked: Vec<&Pair> = known.pairs.iter().filter(|pair| options.wants(pair.part)).collect();
    let growth: Vec<Pair> = if options.wants("growth") { pairs::growth(options, folder) } else { Vec::new() };
    if options.wants("stages") {
        let all: Vec<&Pair> = known.pairs.iter().chain(&growth).collect();
        tell(stages::table(options, &all));
    }
    if !asked.is_empty() {
        tell(programs::table(options, folder, "Whole programs, a pair of articles to a written text report", &asked));
    }
    if !growth.is_empty() {
        tell(programs::table(
            options,
            folder,
            "Growth, pairs of a size with known changes (5 % of words, 3 % of sentences, 5 % of paragraphs moved)",
            &growth.iter().collect::<Vec<_>>(),
        ));
        tell(programs::growth(folder, &growth));
    }
    if options.wants("hostile") {
        tell(programs::hostile(options, folder, &pairs::hostile(options, folder)));
    }
    if options.wants("screen") {
        tell(screen::table(options, &known.pairs.iter().chain(&growth).collect::<Vec<_>>()));
    }
    told
}

/// The processor as it calls itself, and how many of its cores may be used.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    format!("{cores} cores of {}", name.map_or("an unknown processor", |(_, name)| name))
}
