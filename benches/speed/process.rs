//! What a whole process uses: CPU, peak memory, time on the clock.
//!
//! Each run is started by a small process of its own (this program again, with `--measure`), because the kernel tells only
//! the peak memory of the largest child so far, and a child's peak is never told below its parent's.

use std::{
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use nix::sys::resource::{UsageWho, getrusage};

/// What one run has used.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Used {
    /// User and system time, in seconds.
    pub cpu: f64,
    /// Time on the clock, in seconds.
    pub wall: f64,
    /// Peak of resident memory, in bytes.
    pub memory: f64,
}

/// After this long a run is ended and counts as unfinished.
const PATIENCE: Duration = Duration::from_secs(60);
/// What has been run for so many seconds is known well enough.
const ENOUGH: f64 = 6.0;

/// Runs each of `commands` with its output into a file in `folder`, in turn, so that all of them meet the same moods of the machine; medians
/// over so many `rounds`, fewer of a command whose runs have taken [`ENOUGH`]. None for one that cannot be run, fails, or loses our patience.
pub fn in_turn(folder: &Path, commands: &[Vec<&str>], rounds: usize) -> Vec<Option<Used>> {
    let mut all: Vec<Option<Vec<Used>>> = vec![Some(Vec::new()); commands.len()];
    for _ in 0..rounds {
        for (command, runs) in commands.iter().zip(&mut all) {
            let Some(known) = runs else { continue };
            if known.iter().map(|used| used.wall).sum::<f64>() > ENOUGH {
                continue;
            }
            match once(folder, command) {
                Some(used) => known.push(used),
                None => *runs = None,
            }
        }
    }
    all.iter().map(|runs| runs.as_deref().map(median)).collect()
}

/// As [`in_turn`], of one command.
pub fn run(folder: &Path, command: &[&str], rounds: usize) -> Option<Used> {
    in_turn(folder, &[command.to_vec()], rounds)[0]
}

fn median(runs: &[Used]) -> Used {
    let median = |value: fn(&Used) -> f64| {
        let mut values: Vec<f64> = runs.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    Used { cpu: median(|u| u.cpu), wall: median(|u| u.wall), memory: median(|u| u.memory) }
}

fn once(folder: &Path, command: &[&str]) -> Option<Used> {
    let output = Command::new(std::env::current_exe().ok()?)
        .arg("--measure")
        .arg(folder.join("output"))
        .args(command)
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let told = String::from_utf8(output.stdout).ok()?;
    let mut figures = told.split_whitespace().map(str::parse::<f64>);
    let mut figure = || figures.next()?.ok();
    Some(Used { cpu: figure()?, wall: figure()?, memory: figure()? })
}

/// The small process: runs `command` (the file for its output first) and prints what it used; nothing when it failed. Ends
/// 0 and 1 both count, because 1 is how the other programs say that the files differ.
pub fn measure_and_tell(command: &[String]) {
    let [output, program, arguments @ ..] = command else { return };
    let file = std::fs::File::create(output).unwrap();
    let start = Instant::now();
    let started = Command::new(program).args(arguments).stdin(Stdio::null()).stdout(file).stderr(Stdio::null()).spawn();
    let Ok(mut child) = started else { return };
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > PATIENCE {
            let _ = child.kill();
            let _ = child.wait();
            return;
        }
        std::thread::sleep(Duration::from_micros(300));
    };
    let wall = start.elapsed().as_secs_f64();
    if !matches!(status.code(), Some(0 | 1)) {
        return;
    }
    let used = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    let cpu = seconds(used.user_time()) + seconds(used.system_time());
    let _ = writeln!(std::io::stdout(), "{cpu} {wall} {}", used.max_rss() * 1024);
}
