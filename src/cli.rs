//! Arguments, settings, and which of the rooms below is asked to do what. May be asked to run the program; compares and draws
//! nothing itself.

mod args;
mod deliver;
mod memory;
mod pairs;
mod resolved;
mod run;
mod screen;
mod settings;

use std::{
    ffi::OsString,
    io::{self, Write as _},
    process::ExitCode,
};

use crate::{error::Error, text::visible::visible};
use args::Asked;
use settings::Environment;

/// Runs the program with the process's arguments and environment. Messages go to standard error as `parallax: …` and
/// `hint: …`. The status is 0 when done, 2 on trouble, and 1 when `--exit-code` was given and the articles differ.
#[must_use]
pub fn main() -> ExitCode {
    match asked(settings::arguments(), &Environment::read()) {
        Ok(status) => ExitCode::from(status),
        Err(error) if deliver::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let mut stderr = io::stderr().lock();
            let _ = writeln!(stderr, "parallax: {}", visible(&error.to_string()));
            if let Some(hint) = error.hint() {
                let _ = writeln!(stderr, "hint: {}", visible(&hint));
            }
            ExitCode::from(error.exit_code())
        }
    }
}

fn asked(arguments: Vec<OsString>, environment: &Environment) -> Result<u8, Error> {
    match args::parse(arguments)? {
        Asked::Print(bytes) => deliver::to_stdout(|out| out.write_all(&bytes)).map(|()| 0),
        Asked::Run(args) => run::run(&args, environment),
    }
}
