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

/// Runs `command` with its output into a file in `folder`; medians over `runs` runs, fewer when one takes longer than two
/// seconds. None when it cannot be run, fails, or loses our patience.
pub fn run(folder: &Path, command: &[&str], runs: usize) -> Option<Used> {
    let mut all = Vec::new();
    for _ in 0..runs {
        all.push(once(folder, command)?);
        if all.iter().map(|used| used.wall).sum::<f64>() > 6.0 {
            break;
        }
    }
    let median = |value: fn(&Used) -> f64| {
        let mut values: Vec<f64> = all.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    Some(Used { cpu: median(|u| u.cpu), wall: median(|u| u.wall), memory: median(|u| u.memory) })
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
