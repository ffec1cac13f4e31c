//! Arguments, settings, and which of the rooms below is asked to do what.

use std::{io::Write as _, path::PathBuf, process::ExitCode, sync::Arc};

use clap::Parser;

use crate::{
    comparison::{Comparison, Settings},
    error::{Error, Result},
    intake,
    lexicon::Lexicon,
    report,
    story::PairId,
};

/// Reads two or more tellings of one story side by side.
#[derive(Debug, Parser)]
#[command(version)]
struct Args {
    /// Articles to open
    articles: Vec<PathBuf>,
    /// Form of the report
    #[arg(long)]
    format: Option<String>,
}

/// Runs the program with the process's arguments.
#[must_use]
pub fn main() -> ExitCode {
    match run(&Args::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "parallax: {error}");
            ExitCode::from(error.exit_code())
        }
    }
}

fn run(args: &Args) -> Result<()> {
    let story = Arc::new(if args.articles.is_empty() { intake::sample() } else { intake::open(&args.articles)? });
    let pairs: Vec<PairId> = story.pairs().collect();
    let comparison = Comparison::new(story, &pairs, Settings::default(), &Lexicon::bundled());
    std::io::stdout()
        .write_all(&report::json(&comparison))
        .map_err(|source| Error::Write { path: PathBuf::from("standard output"), source })
}
