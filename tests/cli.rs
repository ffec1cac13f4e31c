//! The program as its user meets it: what it prints, where, and with which status.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice, missing_docs)]

#[path = "cli/contract.rs"]
mod contract;
#[path = "cli/delivery.rs"]
mod delivery;
#[path = "cli/lists.rs"]
mod lists;
#[path = "cli/opening.rs"]
mod opening;
#[path = "cli/refusals.rs"]
mod refusals;
#[path = "cli/report.rs"]
mod report;

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Output, Stdio},
};

const WIRE: &str = "Minister resigns\n\nThe minister resigned on Monday after 12 years in office, a spokesman said.\n\n\
                    \"I have done what I could,\" she told reporters in the capital.\n\nThe opposition asked for elections.\n";
const PAPER: &str = "Minister resigns\n\nThe minister resigned on Monday after 15 years in office, a spokesman claimed.\n\n\
                     The opposition asked for elections.\n\nMarkets fell by two percent.\n";

/// A folder with two articles, `wire.txt` and `paper.txt`.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("wire.txt"), WIRE).unwrap();
    fs::write(folder.path().join("paper.txt"), PAPER).unwrap();
    folder
}

/// The program in `folder`, with an environment of its own.
fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
    command.args(arguments).current_dir(folder).env_clear().env("HOME", folder).stdin(Stdio::null());
    command
}

fn output(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

/// What was written to standard output.
fn printed(folder: &Path, arguments: &[&str]) -> String {
    let output = output(folder, arguments);
    assert!(output.status.code() != Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Standard error and the status, when standard output is empty.
fn said(folder: &Path, arguments: &[&str]) -> String {
    told(&output(folder, arguments))
}

fn told(output: &Output) -> String {
    assert!(output.stdout.is_empty(), "standard output: {}", String::from_utf8_lossy(&output.stdout));
    format!("{}[{}]", String::from_utf8_lossy(&output.stderr), output.status.code().unwrap())
}
/// The program, given `stdin`.
fn fed(folder: &Path, arguments: &[&str], stdin: &[u8]) -> Output {
    let mut child =
        command(folder, arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // It may refuse its arguments before it reads.
    let _ = child.stdin.take().unwrap().write_all(stdin);
    child.wait_with_output().unwrap()
}
