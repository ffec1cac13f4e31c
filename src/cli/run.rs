//! Does what the arguments ask for: opens the story, compares it, and shows the screen or writes the report.

use std::{
    io::{self, IsTerminal as _, Write as _},
    path::PathBuf,
    sync::Arc,
};

use super::{
    args::Args,
    deliver, memory,
    pairs::pairs,
    resolved::Resolved,
    screen,
    settings::{self, Environment, Settings},
};
use crate::{
    comparison::Comparison,
    error::{Error, Result},
    intake,
    page::Kinds,
    report::{self, Form, Format},
    story::{PairId, Story},
    tui,
};

/// Runs the program; gives the exit status.
///
/// # Errors
/// When articles or settings cannot be read, the pair is not to be found, or the report cannot be written.
pub fn run(args: &Args, environment: &Environment) -> Result<u8> {
    let settings = Settings::read(environment.config.as_deref())?;
    let destination = Destination::of(args);
    if args.show_config {
        let remembered = memory::read(environment.state.as_deref()).0.theme;
        let to_terminal = environment.terminal && matches!(destination, Destination::Stdout);
        let text = Resolved::of(args, &settings, environment, remembered.as_deref(), to_terminal).show(environment);
        return deliver::to_stdout(|out| out.write_all(text.as_bytes())).map(|()| 0);
    }
    let format = destination.format(args)?;
    let on_screen = wants_screen(args, environment);
    if !on_screen {
        // A wrong name is a slip, whether the colours are used or not.
        tui::check_theme(args.theme.as_deref(), &settings::themes(environment.config.as_deref())?)?;
    }
    let lexicon = settings::lexicon(environment.config.as_deref())?;
    if on_screen {
        return screen::show(args, &settings, environment, lexicon);
    }
    let story = Arc::new(open(&args.articles)?);
    if let Destination::File(path) = &destination {
        deliver::refuse_article(path, &story, "give --output another name")?;
    }
    let mut pairs = pairs(&story, args.pair.as_deref())?;
    if args.pair.is_some() {
        pairs.truncate(1);
    }
    if let Destination::File(path) = &destination {
        deliver::leave_no_part().map_err(|source| Error::Write { path: path.clone(), source })?;
    }
    tell_of(&pairs, &story);
    let comparison = Comparison::new(story, &pairs, settings::of_comparison(&lexicon, args.pair.is_some()), &lexicon);
    let form = form(args, &settings, environment, (format, &destination));
    match &destination {
        Destination::Stdout => deliver::to_stdout(|out| report::write(&comparison, &form, out))?,
        Destination::File(path) => {
            deliver::to_file(path, true, Box::new(|out| report::write(&comparison, &form, out)))?;
        }
    }
    let status = u8::from(args.exit_code && comparison.differs());
    // The process ends here; what it holds the system takes back at once, piece by piece it would take longer.
    std::mem::forget(comparison);
    Ok(status)
}

/// From so many pairs on a reader who waits for the report is told of them.
const MANY: usize = 200;

/// Says on standard error, if somebody reads it, how much there is to do and how to have less.
fn tell_of(pairs: &[PairId], story: &Story) {
    let mut stderr = io::stderr().lock();
    if pairs.len() >= MANY && stderr.is_terminal() {
        let (articles, pairs) = (story.articles.len(), pairs.len());
        let _ =
            writeln!(stderr, "parallax: {articles} articles make {pairs} pairs; --pair ONE,OTHER reports one of them");
    }
}

/// Where a report goes.
enum Destination {
    Stdout,
    File(PathBuf),
}

impl Destination {
    /// Where `args` want the report.
    fn of(args: &Args) -> Self {
        match &args.output {
            Some(path) if path.as_os_str() != "-" => Self::File(path.clone()),
            _ => Self::Stdout,
        }
    }

    /// The format asked for, else the one that the file's ending says, else text.
    fn format(&self, args: &Args) -> Result<Format> {
        match (args.format, self) {
            (Some(format), _) => Ok(format),
            (None, Self::File(path)) => deliver::format_of(path, ", or choose with --format"),
            (None, Self::Stdout) => Ok(Format::Text),
        }
    }
}

fn open(articles: &[PathBuf]) -> Result<Story> {
    if articles.is_empty() { Ok(intake::sample()) } else { intake::open(articles) }
}

/// Whether to open the screen: a terminal is there, and nothing that only a report has was asked for.
fn wants_screen(args: &Args, environment: &Environment) -> bool {
    let report = args.format.is_some()
        || args.output.is_some()
        || args.width.is_some()
        || args.layout.is_some()
        || !args.only.is_empty()
        || args.exit_code;
    environment.screen && !report
}

fn form(
    args: &Args,
    settings: &Settings,
    environment: &Environment,
    (format, destination): (Format, &Destination),
) -> Form {
    let to_terminal = environment.terminal && matches!(destination, Destination::Stdout);
    let Resolved { width, layout, ascii, .. } = Resolved::of(args, settings, environment, None, to_terminal);
    Form {
        format,
        width: width.is,
        layout: layout.is,
        ascii: ascii.is,
        only: args.only.clone(),
        kinds: Kinds::default(),
    }
}
